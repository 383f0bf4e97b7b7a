"""Copy delimited text: find out how it was written and where its cells end; see `_cell_copy`."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from areamap.errors import FileError
from areamap.registers._cell_copy import Copy

_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE_ROWS: Final = 200
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIELD_CHARACTERS: Final = 2**20


def copy(path: Path, to: Copy) -> str:
    """
    Copy the records of a file, and return its encoding.

    Row numbers are numbers of records, as a spreadsheet shows them: a quoted line break stays in
    its cell.

    Raises
    ------
    FileError
        In no encoding that is known, or more than is allowed.
    """
    text, encoding = _decode(path)
    csv.field_size_limit(_FIELD_CHARACTERS)
    try:
        rows = list(islice(_records(text, _delimiter(text, path)), to.allowed.max_rows + 1))
    except csv.Error as error:
        raise FileError("registers_text_broken", file=path.name, reason=str(error)) from error
    width = max((len(row) for row in rows), default=0)
    to.head(len(rows), width, name=path.stem, number=1, hidden=False)
    to.rows(row + [""] * (width - len(row)) for row in rows)
    return encoding


def _decode(path: Path) -> tuple[str, str]:
    content = path.read_bytes()
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding, path), encoding
    if b"\0" in content:
        raise FileError("registers_encoding", file=path.name)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decoded(content, "cp874", path), "cp874"


def _decoded(content: bytes, encoding: str, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError("registers_encoding", file=path.name) from error


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str, path: Path) -> str:
    """Return what cuts most rows into the same number of cells; title rows have only one."""
    if path.suffix.lower() == ".tsv" and "\t" in text:
        return "\t"

    def evenness(delimiter: str) -> int:
        rows = islice(_records(text, delimiter), _SAMPLE_ROWS)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return max((count * (width - 1) for width, count in widths.items()), default=0)

    return max(_DELIMITERS, key=evenness)
