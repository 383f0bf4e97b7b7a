"""How a long list was written, and which of its columns are counted; no other is ever read."""

import codecs
import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Final, cast

from areamap.counting.lists import PeopleList
from areamap.errors import FileError
from areamap.registers import personal
from areamap.registers.headers import Heading
from areamap.registers.words import key

STATE: Final = "state"
"""Name of the column of states among the columns that are read."""

HOUSEHOLD: Final = "household"
"""Name of the column that numbers households."""

GZIP: Final = b"\x1f\x8b"
"""How a file begins that gzip compressed."""

_DELIMITERS: Final = (",", "\t", ";", "|")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES: Final = 2**18
_JUDGED_BYTES: Final = 2**20
_ROWS_SEARCHED: Final = 30
_MOST_COLUMNS: Final = 400
_BROKEN_SHARE: Final = 0.1
_FINE: Final = frozenset({"tambon_code", "tambon", "authority_code", "authority"})


@dataclass(frozen=True, slots=True)
class Head:
    """
    The head of a list.

    Attributes
    ----------
    headings
        All headings, in the file's order.
    columns
        Name of a column that is read to its position: place columns, columns that part the counts,
        `STATE`, and columns of figures.
    dropped
        Headings of columns with persons.
    encoding
        `utf-8`, `utf-16` or `cp874`; empty for Parquet.
    delimiter
        Between cells; empty for Parquet.
    lines
        Lines down to the last one of the headings.
    """

    headings: tuple[str, ...]
    columns: dict[str, int]
    dropped: tuple[str, ...]
    encoding: str = ""
    delimiter: str = ""
    lines: int = 0


def opened(path: Path) -> IO[bytes]:
    """Return the bytes of a file, unpacked where it is compressed by gzip."""
    with path.open("rb") as file:
        is_gzip = file.read(len(GZIP)) == GZIP
    return cast("IO[bytes]", gzip.open(path, "rb")) if is_gzip else path.open("rb")


def read(path: Path, wanted: PeopleList) -> Head:
    """
    Return the head of delimited text.

    Raises
    ------
    FileError
        Its characters or headings are not understood.
    """
    with opened(path) as file:
        start = file.read(_HEAD_BYTES)
        encoding = next((name for mark, name in _MARKS if start.startswith(mark)), "")
        if not encoding and b"\0" in start:
            raise FileError("registers_encoding", file=path.name)
        encoding = encoding or _guessed(start, file)
    text = _whole_lines(decoder(encoding).decode(start))
    heads = list(filter(None, (_head(text, cut, encoding, wanted) for cut in _DELIMITERS)))
    if not heads:
        raise no_columns(path, wanted, ())
    best = max(heads, key=lambda head: (len(head.columns), len(head.headings)))
    check(best, path, wanted)
    return best


def of_names(names: Sequence[str], path: Path, wanted: PeopleList) -> Head:
    """
    Return the head of a table whose columns have names.

    Raises
    ------
    FileError
        They are not those of the list.
    """
    columns = named(names, wanted)
    head = Head(tuple(names), columns, persons(names, columns))
    check(head, path, wanted)
    return head


def decoder(encoding: str) -> codecs.IncrementalDecoder:
    """Return what makes text of the bytes of a file; what is no character becomes U+FFFD."""
    name = "utf-8-sig" if encoding == "utf-8" else encoding
    return codecs.getincrementaldecoder(name)(errors="replace")


def named(headings: Sequence[str], wanted: PeopleList) -> dict[str, int]:
    """Return the columns that are read, by name, to their positions; the nearest alias wins."""
    found: dict[str, tuple[int, int]] = {}
    for position, text in enumerate(headings):
        known = _aliases(wanted).get(key(text))
        if known and (known[0] not in found or (known[1], position) < found[known[0]]):
            found[known[0]] = (known[1], position)
    return {name: position for name, (_, position) in found.items()}


def _check_rivals(
    headings: Sequence[str], columns: dict[str, int], path: Path, wanted: PeopleList
) -> None:
    """Refuse to choose between two columns that are equally near: the other would be lost."""
    known = _aliases(wanted)
    for position in columns.values():
        rank = known[key(headings[position])]
        rivals = [text for text in headings if known.get(key(text)) == rank]
        if len(rivals) > 1:
            raise FileError(
                "counting_two_columns",
                file=path.name,
                column=headings[position],
                headings=", ".join(rivals),
            )


def persons(headings: Sequence[str], columns: dict[str, int]) -> tuple[str, ...]:
    """Return the headings that speak of persons."""
    names = {position: name for name, position in columns.items()}
    listed = [Heading(place, text, names.get(place)) for place, text in enumerate(headings)]
    places = personal.dropped(listed, lambda _: ())
    return tuple(headings[place] for place in sorted(places))


def check(head: Head, path: Path, wanted: PeopleList) -> None:
    """
    Refuse a head that lacks what is needed.

    Raises
    ------
    FileError
        No column says which tambon, one that is counted is missing, or two are the same.
    """
    _check_rivals(head.headings, head.columns, path, wanted)
    missing = []
    if not _FINE & set(head.columns):
        missing.append(wanted.register.column("tambon").label_th)
    state = wanted.state
    if state and state.without_column is None and STATE not in head.columns:
        missing.append(state.aliases[0])
    needed = [figure for figure in wanted.figures if not figure.optional]
    missing += [
        figure.aliases[0]
        for figure in needed
        if figure.of == "sum" and figure.column not in head.columns
    ]
    if HOUSEHOLD not in head.columns and any(one.of == "households" for one in needed):
        missing.append(wanted.household[0])
    if missing:
        raise no_columns(path, wanted, head.headings, missing)


def no_columns(
    path: Path, wanted: PeopleList, headings: Sequence[str], missing: Sequence[str] = ()
) -> FileError:
    """Return the sentence that says which columns a list must have."""
    needed = missing or [wanted.register.column("tambon").label_th]
    shown = ", ".join(personal.mask(text) for text in headings[:20]) or "–"
    return FileError(
        "counting_columns_missing", file=path.name, columns=", ".join(needed), found=shown
    )


def _head(text: str, delimiter: str, encoding: str, wanted: PeopleList) -> Head | None:
    best: Head | None = None
    for last, cells in _records(text, delimiter):
        if len(cells) > _MOST_COLUMNS:
            continue
        columns = named(cells, wanted)
        if columns and (best is None or len(columns) > len(best.columns)):
            headings = tuple(cell.strip() for cell in cells)
            dropped = persons(headings, columns)
            best = Head(headings, columns, dropped, encoding, delimiter, last)
    return best


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the first records with the number of the last line of each."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in islice(reader, _ROWS_SEARCHED):
            yield reader.line_num, cells
    except csv.Error:
        return


def _aliases(wanted: PeopleList) -> dict[str, tuple[str, int]]:
    """Return the key of each heading to the name of its column and how near it is to it."""
    found: dict[str, tuple[str, int]] = {}
    if wanted.state:
        _put(found, STATE, wanted.state.aliases)
    _put(found, HOUSEHOLD, wanted.household)
    for figure in wanted.figures:
        _put(found, figure.column, figure.aliases)
    for column in (*wanted.register.place, *wanted.by):
        _put(found, column.name, (column.name, column.label_th, column.label_en, *column.aliases))
    return found


def _put(found: dict[str, tuple[str, int]], name: str, texts: Sequence[str]) -> None:
    for rank, text in enumerate(texts):
        found.setdefault(key(text), (name, rank))


def _guessed(start: bytes, rest: IO[bytes]) -> str:
    """Return UTF-8 or CP874, judged where the first letters beyond ASCII stand."""
    block = start
    while block.isascii():
        block = rest.read(_JUDGED_BYTES)
        if not block:
            return "utf-8"
    letters = sum(byte > 127 for byte in block)  # noqa: PLR2004 - the end of ASCII
    broken = decoder("utf-8").decode(block).count("\ufffd")
    return "cp874" if broken > _BROKEN_SHARE * letters else "utf-8"


def _whole_lines(text: str) -> str:
    """Return text without a line that was cut off, with one kind of line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[: text.rfind("\n") + 1] or text
