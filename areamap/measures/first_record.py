"""The first day that a register tells of."""

from datetime import date
from typing import Final

from pandas import DataFrame

from areamap.calendar import BUDDHIST_OFFSET, fiscal_year_span
from areamap.measures._cells import days, numbers

_DAYS: Final = ("registered_date",)
_YEARS: Final = ("registered_year", "founded_year")
"""Calendar years (BE): their first day counts."""

_FISCAL_YEARS: Final = ("fiscal_year",)


def first_record(rows: DataFrame) -> date | None:
    """
    Return the first day of which a register says that something was there.

    Formula: the earliest of the days of registration, the first days of the years of registration
    or founding, and the first days of the fiscal years, over the rows that are joined to an area.

    Parameters
    ----------
    rows
        Rows of a register, with any of `registered_date` (date), `registered_year`, `founded_year`
        and `fiscal_year` (BE).

    Returns
    -------
    date or None
        None where no row tells a day or a year.
    """
    own = rows[rows["status"] == "matched"]
    found = [days(own, name).min() for name in _DAYS if name in own.columns]
    told = [each.date() for each in found if each == each]  # noqa: PLR0124 - NaT equals nothing
    for name in (*_YEARS, *_FISCAL_YEARS):
        year = numbers(own, name).min() if name in own.columns else float("nan")
        if year == year:  # noqa: PLR0124 - nor does a missing number
            first = int(year)
            is_fiscal = name in _FISCAL_YEARS
            start = fiscal_year_span(first)[0] if is_fiscal else _new_year(first)
            told.append(start)
    return min(told, default=None)


def _new_year(year: int) -> date:
    return date(year - BUDDHIST_OFFSET, 1, 1)
