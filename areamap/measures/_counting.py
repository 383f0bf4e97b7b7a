"""The values of indicators, from the rows that lie in a place; the plumbing of `counted`."""

from datetime import date
from typing import Final

import numpy as np
from pandas import DataFrame, Index, Series, Timestamp

from areamap.calendar import fiscal_year
from areamap.measures._cells import days, numbers, texts, years
from areamap.measures.indicators import Indicator
from areamap.measures.money import total_baht
from areamap.measures.work_lines import work_lines
from areamap.measures.yearly import newest

_PLACE: Final = ("area_code", "authority_code")
_YEARLY: Final = {"fund": (*_PLACE, "fund_name"), "vulnerable": (*_PLACE, "source")}
"""Registers in which a record has a row a year, and what tells a record."""


def chosen(rows: DataFrame, indicator: Indicator) -> DataFrame:
    """Return the rows that an indicator speaks of."""
    keep = np.ones(len(rows), dtype=bool)
    agency = texts(rows, "agency").str
    if indicator.agencies:
        keep &= agency.startswith(indicator.agencies).to_numpy(bool)
    if indicator.other_agencies:
        others = ~agency.startswith(indicator.other_agencies) & (agency.strip() != "")
        keep &= others.to_numpy(bool)
    if indicator.statuses:
        keep &= texts(rows, "record_status").isin(indicator.statuses).to_numpy(bool)
    if indicator.work_lines:
        told = work_lines(texts(rows, "work_line"), rows.get("programme"))
        keep &= [bool(set(lines) & set(indicator.work_lines)) for lines in told]
    return rows[keep]


def total(numbers: Series) -> tuple[float | None, Index]:
    """Return the sum of what is known, None where nothing is, and the rows that hold no number."""
    values = numbers.astype("Float64")
    blank: Index = values.index[values.isna()]
    return (None if len(blank) == len(values) else float(total_baht(values))), blank


def founded(rows: DataFrame) -> float | None:
    """Return the first Buddhist year in which one of the councils was registered."""
    known = years(rows, "registered_date").fillna(numbers(rows, "registered_year")).dropna()
    return float(known.min()) if len(known) else None


def largest(numbers_told: Series) -> tuple[float | None, Index]:
    """Return the largest of what is known, None where nothing is, and the rows that hold none."""
    values = numbers_told.astype("Float64").astype("float64")
    blank: Index = values.index[values.isna()]
    return (None if len(blank) == len(values) else float(values.max())), blank


def speaks(rows: DataFrame, register: str, as_of: date) -> Series:
    """Return which rows tell of their record on a day, where a record has one row a year."""
    record = _YEARLY.get(register)
    if record is None:
        return Series(data=True, index=rows.index)
    return newest(rows, fiscal_year(as_of), record=record)


def ahead(rows: DataFrame, register: str, as_of: date) -> Index:
    """Return the rows that tell of a later year than that of the day, for want of another."""
    if register not in _YEARLY:
        return rows.index[:0]
    return rows.index[years_of(rows) > fiscal_year(as_of)]


def begun(rows: DataFrame, column: str, as_of: date) -> Series:
    """Return which records hold on a day; those that tell of no day always do."""
    day = days(rows, column)
    return day.isna() | (day <= Timestamp(as_of))


def years_of(rows: DataFrame) -> Series:
    """Return fiscal years as float64, whose comparisons with missing are False."""
    return numbers(rows, "fiscal_year")
