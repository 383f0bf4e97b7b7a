"""How each record stands on a day: valid time, by what is published."""

from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd
from pandas import DataFrame, Series, Timestamp

from areamap.calendar import BUDDHIST_OFFSET, fiscal_year
from areamap.measures.yearly import newest


class Standing(StrEnum):
    """How a record stands on a day."""

    ACTIVE = "active"
    DISSOLVED = "dissolved"
    ABSENT = "absent"
    """It was not there yet on that day."""
    UNKNOWN = "unknown"
    """Its status or its dates do not tell."""


def council_standing(councils: DataFrame, as_of: date, published_on: date) -> Series:
    """
    Return how each council stands on a day.

    Rule (Community Organization Council Act B.E. 2551: a council exists from its registration until
    it is dissolved), in this order:

    1. registered later than the day: absent;
    2. dissolved on the day or before: dissolved, but unknown where the status says active;
    3. dissolved later: active;
    4. status dissolved without a date: dissolved, on days before the publication unknown;
    5. status active: active;
    6. no status: unknown.

    Where only the year of registration is known, it counts as registered from the next year on and
    is absent in the years before. In that year itself, and where no year is known either, 3 and 5
    hold from the day of the publication on; before it the record's standing is unknown. Where only
    the year of dissolution is known, 2 holds from the next year on and 3 in the years before; in
    that year itself 4 holds, and it is unknown where the status says active.

    Parameters
    ----------
    councils
        One row per council: `registered_date`, `registered_year` (BE, where no date is known),
        `dissolved_date`, `dissolved_year` (likewise) and `record_status` (`active`,
        `dissolved` or missing). A list without any column of status lists what is registered.
    as_of
        The day.
    published_on
        The day of the publication that the rows come from.

    Returns
    -------
    standing
        Values of `Standing`, same index.
    """
    day = Timestamp(as_of)
    listed = as_of >= published_on
    status = _column(councils, "record_status", "active")
    registered = _dates(councils, "registered_date")
    dissolved = _dates(councils, "dissolved_date")
    this_year = as_of.year + BUDDHIST_OFFSET
    year = _numbers(councils, "registered_year").where(registered.isna())
    ended = _numbers(councils, "dissolved_year").where(dissolved.isna())
    gone, stays = (dissolved <= day) | (ended < this_year), (dissolved > day) | (ended > this_year)
    begun = (registered.notna() | (year < this_year) | listed).to_numpy(bool)
    running = np.where(begun, Standing.ACTIVE, Standing.UNKNOWN)
    return _chosen(
        councils,
        [
            ((registered > day) | (year > this_year), Standing.ABSENT),
            ((gone | (ended == this_year)) & (status == "active"), Standing.UNKNOWN),
            (gone, Standing.DISSOLVED),
            (stays, running),
            (status == "dissolved", Standing.DISSOLVED if listed else Standing.UNKNOWN),
            (status == "active", running),
        ],
    )


def fund_standing(funds: DataFrame, as_of: date, published_on: date) -> Series:
    """
    Return how each community welfare fund stands on a day.

    Rule, in this order: founded in a later year: absent; a row that another year of the same fund
    speaks for on that day (`measures.yearly.newest`): absent; status dissolved: dissolved, on days
    before the publication unknown (a fund has no date of dissolution); status active: active if
    founded in an earlier year or if the day is not before the publication, else unknown (in the
    founding year itself, or without a year); no status: unknown.

    Parameters
    ----------
    funds
        One row per fund, or per fund and `fiscal_year` (BE): `founded_year` (BE) and
        `record_status`, as for councils.
    as_of, published_on
        As for councils.

    Returns
    -------
    standing
        Values of `Standing`, same index.
    """
    year = as_of.year + BUDDHIST_OFFSET
    listed = as_of >= published_on
    status = _column(funds, "record_status", "active")
    founded = _numbers(funds, "founded_year")
    begun = ((founded < year) | listed).to_numpy(bool)
    return _chosen(
        funds,
        [
            (founded > year, Standing.ABSENT),
            (~newest(funds, fiscal_year(as_of)), Standing.ABSENT),
            (status == "dissolved", Standing.DISSOLVED if listed else Standing.UNKNOWN),
            (status == "active", np.where(begun, Standing.ACTIVE, Standing.UNKNOWN)),
        ],
    )


def housing_standing(projects: DataFrame, as_of: date, published_on: date) -> Series:
    """
    Return how each housing project stands on a day.

    Rule: a project counts from its fiscal year on (FY2566 runs from 1 October 2565); without a year
    it counts from the day of the publication on and is unknown before.

    Parameters
    ----------
    projects
        One row per project: `fiscal_year` (BE).
    as_of, published_on
        As for councils.

    Returns
    -------
    standing
        Values of `Standing`, same index.
    """
    year = _numbers(projects, "fiscal_year")
    listed = as_of >= published_on
    return _chosen(
        projects,
        [
            (year > fiscal_year(as_of), Standing.ABSENT),
            (year.notna() | listed, Standing.ACTIVE),
        ],
    )


def _chosen(rows: DataFrame, rules: "list[tuple[Series, object]]") -> Series:
    """Return the value of the first rule that holds for each row, else unknown."""
    conditions = [condition.to_numpy(bool) for condition, _ in rules]
    values = [np.broadcast_to(np.asarray(value, dtype=object), len(rows)) for _, value in rules]
    chosen = np.select(conditions, values, default=np.asarray(Standing.UNKNOWN, dtype=object))
    return Series([str(value) for value in chosen], index=rows.index, dtype="str", name="standing")


def _column(rows: DataFrame, name: str, otherwise: str) -> Series:
    if name in rows.columns:
        return rows[name].astype("str")
    return Series(otherwise, index=rows.index, dtype="str")


def _dates(rows: DataFrame, name: str) -> Series:
    if name in rows.columns:
        return pd.to_datetime(rows[name])
    return Series(pd.NaT, index=rows.index, dtype="datetime64[us]")


def _numbers(rows: DataFrame, name: str) -> Series:
    """Return a column of whole numbers as float64, whose comparisons with missing are False."""
    if name in rows.columns:
        return rows[name].astype("Float64").astype("float64")
    return Series(np.nan, index=rows.index, dtype="float64")
