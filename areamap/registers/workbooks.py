"""Files of offices as sheets of cells: .xlsx, .xls, .csv, .tsv and .parquet."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, Final

from areamap import sandbox
from areamap.errors import FileError
from areamap.registers._cell_copy import OLE, PARQUET, ZIP, Allowed
from areamap.registers.cells import Cell, Sheet
from areamap.settings import Settings

SUFFIXES: Final = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".parquet")
"""What can be read."""

_TEXT: Final = frozenset({".csv", ".tsv", ".txt"})
_HEAD_BYTES: Final = 512
_COPY: Final = "areamap.registers._cell_copy:copy"


@dataclass(frozen=True, slots=True)
class Workbook:
    """
    The sheets of one file.

    Attributes
    ----------
    sheets
        In the file's order; only the wanted one has rows where one was asked for.
    encoding
        How the text of a .csv or .tsv was written, else None.
    """

    sheets: tuple[Sheet, ...]
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """
    The cells of a file as another process wrote them, in a folder that is removed.

    Attributes
    ----------
    path
        Where they lie: see `_cell_copy`.
    cells
        How many.
    encoding
        See `Workbook`.
    """

    path: Path
    cells: int
    encoding: str | None

    def book(self) -> Workbook:
        """Return them as sheets."""
        with self.path.open(encoding="utf-8", errors="surrogatepass") as lines:
            return Workbook(tuple(_sheets(lines)), encoding=self.encoding)


def read(path: Path, settings: Settings, *, sheet: str | None = None) -> Workbook:
    """
    Return the sheets of a file.

    Parameters
    ----------
    path
        The file. What it is, is told by its first bytes, since endings lie.
    settings
        How large a file, a sheet and what an archive holds may be.
    sheet
        Name or number (from 1) of the only sheet to read.

    Raises
    ------
    FileError
        Not there, not readable, of another kind, locked, broken, empty or over a limit.
    """
    with copied(path, settings, sheet=sheet) as lines:
        return lines.book()


@contextmanager
def copied(path: Path, settings: Settings, *, sheet: str | None = None) -> Iterator[Lines]:
    """Give the cells of a file before they are read here: see `read`."""
    head = _head(path, settings)
    only = ""
    if head.startswith(PARQUET):
        broken = "registers_parquet_broken"
    elif head.startswith((ZIP, OLE)):
        broken, only = "registers_workbook_broken", sheet or ""
    elif path.suffix.lower() in _TEXT:
        broken = "registers_encoding"
    else:
        key = "registers_web_page" if b"<" in head.lstrip()[:4] else "registers_not_a_table"
        raise FileError(key, file=path.name, kinds=" ".join(SUFFIXES))
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        yield _copied(path, settings, only, Path(folder), broken=broken)


def _head(path: Path, settings: Settings) -> bytes:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise FileError(
            "registers_unreadable_file", file=path.name, reason=error.strerror
        ) from error
    if size > settings.max_file_bytes:
        raise FileError(
            "registers_file_too_large",
            file=path.name,
            megabytes=round(size / 2**20),
            most=settings.max_file_bytes // 2**20,
        )
    if not head.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise FileError("registers_empty_file", file=path.name)
    return head


def _copied(path: Path, settings: Settings, only: str, folder: Path, *, broken: str) -> Lines:
    """Return what another process finds in a file; `broken` is said where it falls over."""
    target = folder / "cells.jsonl"
    told = {
        "source": str(path.resolve()),
        "target": str(target),
        "only": only,
        "allowed": {each.name: getattr(settings, each.name) for each in fields(Allowed)},
    }
    allowed = sandbox.limits(settings, output_bytes=settings.max_text_bytes * 2)
    try:
        found = sandbox.run(_COPY, told, folder=folder, allowed=allowed)
    except sandbox.OverLimitError as error:
        raise FileError("registers_workbook_too_heavy", file=path.name) from error
    except sandbox.FellOverError as error:
        raise FileError(broken, file=path.name) from error
    return Lines(target, found["cells"], found["encoding"])


def _sheets(lines: Iterator[str]) -> Iterator[Sheet]:
    # The same word stands in thousands of cells, and is kept once.
    known: dict[str, str] = {}
    for line in lines:
        head = json.loads(line)
        yield Sheet(
            name=head["name"],
            number=head["number"],
            rows=[_row(row, known) for row in islice(lines, head["rows"])],
            first_row=head.get("first_row", 1),
            merged=_merged(head),
            hidden=head["hidden"],
            hidden_rows=tuple(head.get("hidden_rows", ())),
        )


def _merged(head: dict[str, Any]) -> tuple[tuple[int, int, int, int], ...]:
    """Return ranges as positions in `rows`: first row, first column, last row, last column."""
    down, right = head.get("first_row", 1) - 1, head.get("first_column", 0)
    return tuple(
        (top - down, left - right, bottom - down, last - right)
        for top, left, bottom, last in head.get("merged", ())
        if top >= down and left >= right
    )


def _row(line: str, known: dict[str, str]) -> list[Cell]:
    return [
        known.setdefault(cell, cell)
        if isinstance(cell, str)
        else _cell(cell)
        if isinstance(cell, dict)
        else cell
        for cell in json.loads(line)
    ]


def _cell(cell: dict[str, str]) -> date | Decimal:
    if "decimal" in cell:
        return Decimal(cell["decimal"])
    if "date" in cell:
        return date.fromisoformat(cell["date"])
    return datetime.fromisoformat(cell["datetime"])
