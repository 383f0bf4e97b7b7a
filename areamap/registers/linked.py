"""What a cell says for another column: the second year of a span, the unit of a number."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from areamap.registers.cells import Cell, as_text, is_blank
from areamap.registers.columns import Column
from areamap.registers.units import units
from areamap.registers.words import key, plain

_SPAN: Final = re.compile(
    r"(?P<lead>(?:ปี|พ\.?ศ\.?|งบ|ประมาณ| )*)(?P<first>\d{4}) ?(?:[-–—/]|ถึง|to) ?"
    r"(?:ปี|พ\.?ศ\.?| )*(?P<last>\d{2}|\d{4})",
    re.IGNORECASE,
)
_CENTURY: Final = 2


def part_spans(cells: dict[str, list[Cell]], columns: Sequence[Column]) -> dict[str, str]:
    """
    Give the second year of `2565-2569` and `2565-69` to the column of last years.

    Parameters
    ----------
    cells
        Cells by column of the register; changed, and added to where a file has no column of last
        years. A last year that has a cell of its own stays.
    columns
        The columns of the register.

    Returns
    -------
    dict
        Each column that was added to the one that its cells come from.
    """
    added: dict[str, str] = {}
    for column in columns:
        target = column.span_to
        if target is None or column.name not in cells:
            continue
        parted = [_parted(cell) for cell in cells[column.name]]
        if not any(last for _, last in parted):
            continue
        own = cells.get(target)
        if own is None:
            added[target] = column.name
        cells[column.name] = [first for first, _ in parted]
        cells[target] = [
            last if own is None or is_blank(own[row]) else own[row]
            for row, (_, last) in enumerate(parted)
        ]
    return added


def factors(
    column: Column, cells: Mapping[str, Sequence[Cell]], otherwise: Decimal | None
) -> list[Decimal | None]:
    """
    Return what each cell of a column of numbers is multiplied by.

    Parameters
    ----------
    column
        The column.
    cells
        Cells by column of the register.
    otherwise
        What the heading's unit multiplies by; the unit in the row's own column goes before it.
    """
    told = cells.get(column.scaled_by) if column.scaled_by else None
    if told is None:
        return [otherwise] * len(cells[column.name])
    known = _words()
    return [known.get(key(as_text(cell)), otherwise) for cell in told]


def _parted(cell: Cell) -> tuple[Cell, str | None]:
    found = _SPAN.fullmatch(plain(cell)) if isinstance(cell, str) else None
    if found is None:
        return cell, None
    first, last = found["first"], found["last"]
    return first, last if len(last) > _CENTURY else first[:_CENTURY] + last


@cache
def _words() -> dict[str, Decimal]:
    return {key(word): by for word, by in units()["baht"].factors.items()}
