"""Headings that stand over a group of columns and are none of their own."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from areamap.registers import values
from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.definitions import Column
from areamap.registers.values import NoRecord, Unreadable

_FEWEST_IN_GROUP: Final = 2

IsHeading = Callable[[str], bool]
"""Tells whether a text is known as a heading, a total or a unit."""


def find(sheet: Sheet, last: int, meant: Mapping[int, Column], is_heading: IsHeading) -> set[int]:
    """
    Return the columns whose text in a row is the heading of a group and not their own.

    จำนวนสมาชิก over ชาย, หญิง, รวม is no count of members in any of the three. สถานะ beside a column
    without a heading is a status all the same: what stands below are the values of a record.

    Parameters
    ----------
    sheet
        The sheet.
    last
        Position of the row of headings.
    meant
        Position to the column of the register that the heading there means.
    is_heading
        Tells a label of a group from a value.
    """
    if last + 1 >= len(sheet.rows):
        return set()
    below = sheet.rows[last + 1]
    spans = [span for span in _spans(sheet, last) if _has_labels(below, span)]
    spanned = {position for span in spans for position in span}
    beside = {position: column for position, column in meant.items() if position not in spanned}
    if any(_is_value(below[position], column, is_heading) for position, column in beside.items()):
        return set()
    found: set[int] = set()
    for span in spans:
        column = meant.get(span[0])
        # With nothing beside it to tell by, a heading over what reads as its value is no group.
        if beside or column is None or not _is_value(below[span[0]], column, is_heading):
            found.update(span)
    return found


def _has_labels(below: list[Cell], span: range) -> bool:
    cells = (below[position] for position in span)
    return sum(isinstance(cell, str) and not is_blank(cell) for cell in cells) >= _FEWEST_IN_GROUP


def _is_value(cell: Cell, column: Column, is_heading: IsHeading) -> bool:
    """Tell whether the cell below a heading is what its column holds."""
    if is_blank(cell) or is_heading(as_text(cell)):
        return False
    try:
        values.read(cell, column)
    except Unreadable:
        return False
    except NoRecord:
        return True
    return True


def _spans(sheet: Sheet, row: int) -> Iterator[range]:
    """Yield the columns of each text of a row that stands over several."""
    if sheet.merged:
        for _, left, _, right in (m for m in sheet.merged if m[0] <= row == m[2]):
            yield range(left, min(right + 1, len(sheet.rows[row])))
        return
    filled = [column for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell)]
    for left, right in pairwise([*filled, len(sheet.rows[row])]):
        if right - left > 1:
            yield range(left, right)
