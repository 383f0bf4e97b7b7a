"""
Years that stand alone in a column of days.

Many lists know of a record no more than its year, and write it where others have the day. A
register that has a column of such years (`year_to` in its definition) takes it there, and the day
stays missing: none is made up. Four digits only, for two could be a day; a fiscal year begins in
another calendar year and is no year of a day. Where a year is not enough, as for the day from which
an agreement runs, there is no such column, and the cell is refused with the words that say so.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from areamap.registers.cells import Cell, is_blank
from areamap.registers.columns import Column
from areamap.registers.corrections import Corrections
from areamap.registers.values import year_alone
from areamap.registers.words import is_missing, plain


@dataclass(frozen=True, slots=True)
class Parted:
    """
    What was taken out of columns of days.

    Attributes
    ----------
    added
        Each column of years that the file does not have, to the column that its cells come from.
    counts
        Column of days to how many of its cells were taken as a year.
    """

    added: dict[str, str]
    counts: dict[str, int]


def part(cells: dict[str, list[Cell]], columns: Sequence[Column], ended: Collection[int]) -> Parted:
    """
    Give the years that stand alone in columns of days to their columns of years.

    Parameters
    ----------
    cells
        Cells by column of the register; changed, and added to where a file has no column of years.
        Where such a column says another year, the cell stays where it is, to be refused.
    columns
        The columns of the register.
    ended
        Rows that are no record, which are not counted.
    """
    added: dict[str, str] = {}
    counts: dict[str, int] = {}
    for column in columns:
        target = column.year_to
        if target is None or column.name not in cells:
            continue
        own = cells.get(target) or [None] * len(cells[column.name])
        days = cells[column.name]
        taken = [row for row, cell in enumerate(days) if _is_taken(cell, own[row])]
        if not taken:
            continue
        if target not in cells:
            added[target] = column.name
        counts[column.name] = len(set(taken).difference(ended))
        moved = set(taken)
        cells[target] = [days[row] if row in moved else cell for row, cell in enumerate(own)]
        cells[column.name] = [None if row in moved else cell for row, cell in enumerate(days)]
    return Parted(added, counts)


def in_corrections(corrections: Corrections, columns: Sequence[Column]) -> Corrections:
    """
    Return corrections in which a year given for a day is one of the column of years.

    Parameters
    ----------
    corrections
        What a person corrected.
    columns
        The columns of the register.
    """
    targets = {column.name: column.year_to for column in columns if column.year_to}
    return {number: _parted(told, targets) for number, told in corrections.items()}


def _parted(told: Mapping[str, str | None], targets: Mapping[str, str]) -> dict[str, str | None]:
    found = dict(told)
    for name, target in targets.items():
        if _is_taken(told.get(name), told.get(target)):
            found |= {name: None, target: told[name]}
    return found


def _is_taken(cell: Cell, own: Cell) -> bool:
    """Tell whether a cell is a year alone that the column of years has room for, or says too."""
    year = year_alone(cell)
    if year is None:
        return False
    is_free = is_blank(own) or (isinstance(own, str) and is_missing(plain(own)))
    return is_free or year_alone(own) == year
