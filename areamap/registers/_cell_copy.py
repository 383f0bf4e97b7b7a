"""
Copy the cells of a file of an office to lines of JSON; run in a process of its own.

    {"name", "number", "hidden", "rows", "first_row", "first_column", "merged", "hidden_rows"}
    [cell, ...]            one line per row

A date is written as `{"date": "2023-03-15"}` or `{"datetime": ...}`, a decimal number as
`{"decimal": "1.50"}`; a blank cell, or one that holds an error of Excel, is null. What holds more
than is allowed ends the copy.

This module and those that read text and workbooks import next to nothing: a start costs some 50 ms.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isinf, isnan
from pathlib import Path
from typing import IO, Any, Final

from areamap.errors import FileError

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"
PARQUET: Final = b"PAR1"

LONGEST_CELL: Final = 32_767
"""Characters in one cell: Excel's own limit."""

_HEAD_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Allowed:
    """How much one file may hold; the names are those of `Settings`."""

    max_rows: int
    max_columns: int
    max_cells: int
    max_text_bytes: int
    max_members: int
    max_table_bytes: int


class Copy:
    """
    Cells on their way to the file of lines.

    Parameters
    ----------
    out
        Where the lines go.
    allowed
        How much there may be.
    file
        What the person calls the file.

    Attributes
    ----------
    cells
        How many there are so far.
    """

    def __init__(self, out: IO[bytes], allowed: Allowed, file: str) -> None:
        self.out = out
        self.allowed = allowed
        self.file = file
        self.cells = 0
        self._bytes = 0

    def head(self, height: int, width: int, **told: Any) -> None:  # noqa: ANN401 - JSON
        """
        Begin a sheet.

        Parameters
        ----------
        height, width
            How many rows follow, and how many cells each has.
        **told
            What else the first line says.

        Raises
        ------
        FileError
            That is more than one sheet, or one file, may hold.
        """
        self.cells += height * width
        if (
            height > self.allowed.max_rows
            or width > self.allowed.max_columns
            or self.cells > self.allowed.max_cells
        ):
            raise too_large(told["name"], self.allowed)
        self._line({**told, "rows": height})

    def rows(self, rows: Iterable[Sequence[object]]) -> None:
        """
        Write the rows of the sheet that was begun.

        Raises
        ------
        FileError
            Their text is more than one cell, or one file, may hold.
        """
        for row in rows:
            self._line([self._checked(cell) for cell in row])

    def _line(self, content: object) -> None:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        line = text.encode("utf-8", "surrogatepass")
        self._bytes += len(line)
        if self._bytes > self.allowed.max_text_bytes:
            most = self.allowed.max_text_bytes // 2**20
            raise FileError("registers_too_much_text", file=self.file, most=most)
        self.out.write(line + b"\n")

    def _checked(self, cell: object) -> object:
        plain = _plain(cell)
        if isinstance(plain, str) and len(plain) > LONGEST_CELL:
            raise FileError("registers_cell_too_long", file=self.file, most=LONGEST_CELL)
        return plain


def too_large(sheet: str, allowed: Allowed) -> FileError:
    """Return the sentence on a sheet with more than is allowed."""
    return FileError(
        "registers_sheet_too_large",
        sheet=sheet,
        rows=allowed.max_rows,
        columns=allowed.max_columns,
        cells=allowed.max_cells,
    )


def copy(source: str, target: str, only: str, allowed: dict[str, int]) -> dict[str, Any]:
    """
    Write every sheet of a file: the job of the child.

    Parameters
    ----------
    source
        The file; what it is, is told by its first bytes.
    target
        Where the lines go.
    only
        Name or number (from 1) of the only sheet to read; all where it is empty or unknown.
    allowed
        As `Allowed` names it.

    Returns
    -------
    dict
        `encoding`: how the text of a .csv or .tsv was written, else None; `cells`: how many.

    Raises
    ------
    FileError
        Locked, broken, or more than is allowed.
    """
    path = Path(source)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    with Path(target).open("wb") as out:
        to = Copy(out, Allowed(**allowed), path.name)
        encoding = None
        # Each kind brings a library along that the others don't need.
        if head.startswith((ZIP, OLE)):
            from areamap.registers import _workbook_copy  # noqa: PLC0415

            _workbook_copy.copy(path, to, only)
        elif head.startswith(PARQUET):
            from areamap.registers import _parquet_copy  # noqa: PLC0415

            _parquet_copy.copy(path, to)
        else:
            from areamap.registers import _text_copy  # noqa: PLC0415

            encoding = _text_copy.copy(path, to)
        return {"encoding": encoding, "cells": to.cells}


def _plain(cell: object) -> object:
    if cell == "" or (isinstance(cell, float | Decimal) and isnan(cell)):
        # NaN is how programs write a missing number.
        return None
    if isinstance(cell, float) and isinf(cell):
        # JSON has no word for it, and no office counts that far: text, which is no figure.
        return str(cell)
    if isinstance(cell, dt.datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, dt.date):
        return {"date": cell.isoformat()}
    if isinstance(cell, Decimal):
        return {"decimal": str(cell)}
    return cell if cell is None or isinstance(cell, str | int | float) else str(cell)
