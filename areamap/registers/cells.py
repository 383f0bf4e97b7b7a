"""Sheets of cells, whatever file they came from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | float | bool | Decimal | date | None
"""What one cell holds; blank is None, a `datetime` is a `date` with a time."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One sheet.

    Attributes
    ----------
    name
        As on its tab; the name of the file for a .csv.
    number
        Its place in the file, from 1.
    rows
        Its cells, all rows of the same length.
    first_row
        The number that Excel shows beside the first of `rows`.
    merged
        Merged ranges as positions in `rows`: first row, first column, last row, last column.
    hidden
        Its author hid it.
    hidden_rows
        Numbers that Excel shows beside rows that its author, or a filter, hid; they are read.
    emptied
        Positions of columns that held persons and were emptied before the sheet was kept.
    """

    name: str
    number: int
    rows: list[list[Cell]]
    first_row: int = 1
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    emptied: frozenset[int] = frozenset()


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip(" \t\r\n\xa0\u200b\ufeff"))


def as_text(cell: Cell) -> str:
    """Return a cell as a sheet would show it, plainly: `24` for 24.0, an ISO date for a date."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    return str(cell)


def hidden_below(sheet: Sheet, header: int) -> list[int]:
    """Return the numbers of the hidden rows below a header's position that show something."""
    return [
        number
        for number in sheet.hidden_rows
        if header < number - sheet.first_row < len(sheet.rows)
        and not all(map(is_blank, sheet.rows[number - sheet.first_row]))
    ]
