"""Give the cells of merged ranges their value, but never a number to more than one row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import Column
from areamap.registers.headers import Header


@dataclass(frozen=True, slots=True)
class SharedNumber:
    """A number that is merged over several rows, so that nobody can say how much is whose."""

    position: int
    rows: range


def fill(
    rows: Sequence[list[Cell]], sheet: Sheet, header: Header, columns: Mapping[int, Column]
) -> tuple[list[list[Cell]], list[SharedNumber]]:
    """
    Return the rows of a sheet with merged cells filled, and the numbers that are shared.

    Text, dates, years and statuses are filled downwards, and rightwards into columns that are no
    places: a municipality written over tambon and district is not the district's name. Amounts and
    counts stay in their first row alone, else they would count again in each.

    Parameters
    ----------
    rows
        The rows to fill; they are not changed.
    sheet
        Where the merged ranges are told.
    header
        Rows down to its last are left alone.
    columns
        Position to the column of the register that it means.
    """
    filled = list(rows)
    own: set[int] = set()
    shared = []
    for top, left, bottom, right in sheet.merged:
        if top <= header.last or top >= len(filled) or left >= len(filled[top]):
            continue
        last = min(bottom, len(filled) - 1)
        if _is_number(columns.get(left)):
            if last > top:
                shared.append(SharedNumber(left, range(top, last + 1)))
            continue
        for column in range(left, min(right, len(filled[top]) - 1) + 1):
            if column == left or _takes_text(columns.get(column)):
                for row in range(top, last + 1):
                    if row not in own:
                        # A copy only of rows that change: a list may have 100,000 of them.
                        own.add(row)
                        filled[row] = list(filled[row])
                    filled[row][column] = filled[top][left]
    return filled, shared


def _is_number(column: Column | None) -> bool:
    return column is not None and column.is_number


def _takes_text(column: Column | None) -> bool:
    return (
        column is not None
        and column.type in {"text", "date", "year", "status", "choice"}
        and not column.place
    )
