"""
What a person corrected in a sheet, read in place of what its cells say.

A correction is of a row and a column of the register, in the register's own unit: 1,500,000 baht,
whatever unit a heading names. The row is read again with it, from its place to its verdict; the
file's own cells stay as they are.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import Column
from areamap.registers.merges import SharedNumber

Corrections = Mapping[int, Mapping[str, str | None]]
"""Number that Excel shows beside a row, to its corrected columns, to the text; None is blank."""

Row = TypeVar("Row", bound=Sequence[Cell])


class Corrected:
    """
    The corrections of one sheet, by position.

    Parameters
    ----------
    sheet
        The sheet.
    last
        Position of the last row of its header; rows down to it are not corrected.
    corrections
        What was corrected.
    """

    def __init__(self, sheet: Sheet, last: int, corrections: Corrections) -> None:
        self.rows = {
            number - sheet.first_row: columns
            for number, columns in corrections.items()
            if last < number - sheet.first_row < len(sheet.rows)
        }

    def of(self, column: str) -> dict[int, str | None]:
        """Return the texts of one column by row."""
        return {row: told[column] for row, told in self.rows.items() if column in told}

    def in_cells(
        self, rows: Sequence[list[Cell]], positions: Mapping[int, Column]
    ) -> list[list[Cell]]:
        """Return rows with what was corrected in the columns that the sheet has."""
        mended = list(rows)
        for row, told in self.rows.items():
            cells = list(mended[row])
            for position, column in positions.items():
                if column.name in told:
                    cells[position] = told[column.name]
            mended[row] = cells
        return mended

    def unsettled(
        self, shared: Sequence[SharedNumber], positions: Mapping[int, Column]
    ) -> list[SharedNumber]:
        """Return the merged numbers of which not every row has been given its own."""
        return [
            number
            for number in shared
            if not set(number.rows) <= set(self.of(positions[number.position].name))
        ]
