"""
Days that a sheet shows as numbers, because the format of their cells was lost.

Excel counts days from 30 December 1899: 45000 is 15 March 2023. Numbers of five digits up to the
end of 2099 are taken, and only in a column of days in which nothing stands that is neither a day
nor such a number; four digits (2566) are years.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from areamap.calendar import CalendarError, read_date
from areamap.registers.cells import Cell, as_text, is_blank
from areamap.registers.words import is_missing, plain

_FIRST: Final = date(1899, 12, 30)
_LAST: Final = (date(2099, 12, 31) - _FIRST).days
_FIVE_DIGITS: Final = re.compile(r"([1-9]\d{4})(?:\.\d+)?")


def read(cells: Mapping[int, Cell]) -> dict[int, date]:
    """
    Return the days of the cells of a column that are numbers.

    Parameters
    ----------
    cells
        Row to its cell in a column of days.
    """
    found: dict[int, date] = {}
    for row, cell in cells.items():
        if is_blank(cell) or is_missing(plain(as_text(cell))) or _is_day(cell):
            continue
        serial = _FIVE_DIGITS.fullmatch(plain(as_text(cell)))
        if serial is None or isinstance(cell, bool) or int(serial[1]) > _LAST:
            return {}
        found[row] = _FIRST + timedelta(days=int(serial[1]))
    return found


def _is_day(cell: Cell) -> bool:
    try:
        read_date(cell if isinstance(cell, date) else as_text(cell))
    except CalendarError:
        return False
    return True
