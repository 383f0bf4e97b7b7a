"""How strong a council is: by signs that a register tells, none of which is a judgement of ours."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Series, Timestamp

from areamap.calendar import BUDDHIST_OFFSET
from areamap.measures._cells import days, numbers
from areamap.measures.coverage import COVERED, GAP
from areamap.measures.standing import Standing
from areamap.measures.states import Theme

OLD_YEARS: Final = 5
"""From so many years since its registration on a council is old."""

ENOUGH: Final = 2
"""So many of the signs at least are known to hold where a council is strong."""

LACKING: Final = 1
"""So many of them at most are known not to hold."""

SIGNS: Final = ("is_old", "has_many_groups", "has_fund", "has_plan")
"""The signs, as columns of `strength`."""

_DAYS: Final = 365.25
_BEGINS: Final = {
    Theme.COUNCIL: ("registered_date", "registered_year"),
    Theme.FUND: ("", "founded_year"),
    Theme.HOUSING: ("", "fiscal_year"),
}


def years_since(theme: Theme, rows: DataFrame, as_of: date) -> Series:
    """
    Return how many years ago each record began.

    Formula: (day - day of registration) / 365.25 for a council; where only a year is known, for a
    fund (founded) and for a project (fiscal year), the year of the day less that year.

    Parameters
    ----------
    theme
        Which register the rows are of.
    rows
        `registered_date` and `registered_year`, `founded_year`, or `fiscal_year` (BE).
    as_of
        The day.

    Returns
    -------
    years
        float64, same index; missing where not told, and where it had not begun.
    """
    day, year = _BEGINS[theme]
    began = (Timestamp(as_of) - days(rows, day)).dt.days / _DAYS
    told = as_of.year + BUDDHIST_OFFSET - numbers(rows, year)
    found = began.astype("float64").fillna(told)
    years: Series = found.where(found >= 0).rename("years")
    return years


def strength(
    councils: DataFrame,
    standing: Series,
    on: DataFrame,
    *,
    as_of: date,
    fund_states: Series | None,
    planned: Series | None,
) -> DataFrame:
    """
    Return the signs of strength of each active council.

    Formula: a council is strong where it is active on the day, at least two of four signs are known
    to hold and at most one is known not to; where all are known, three have to hold. The signs:
    registered five years ago or more; at least as many member groups as the middle (median) active
    council that tells; a welfare fund in one of its tambons; a people's plan of one of its tambons
    in force. What is not known counts neither way. Source: our own definition, told on the page;
    CODI publishes none that its registers could answer.

    Parameters
    ----------
    councils
        Rows of the register of councils: `registered_date`, `registered_year`, `member_groups`.
    standing
        As `standing.council_standing` gives it.
    on
        As `on_tambons.on_tambons` gives it for the rows.
    as_of
        The day.
    fund_states
        State of each tambon by the register of funds; None where there is none.
    planned
        Whether each tambon has a plan in force (`boolean`, missing where not known), as
        `plans_in_force` gives it; None where there is no register of plans.

    Returns
    -------
    strength
        Indexed by the labels of the active councils that lie on a tambon: `years` (float64),
        `member_groups` (Int64), the columns of `SIGNS` (boolean, missing where not known), `signs`
        (int64: how many are known to hold), `is_strong` (bool).
    """
    here = on[on["record"].isin(councils.index[standing == Standing.ACTIVE])]
    active = councils.loc[here["record"].unique()]
    years = years_since(Theme.COUNCIL, active, as_of)
    groups = numbers(active, "member_groups")
    many = groups >= groups.median()
    found = DataFrame(
        {
            "years": years,
            "member_groups": groups.astype("Int64"),
            "is_old": _known(years >= OLD_YEARS, years.notna()),
            "has_many_groups": _known(many, groups.notna()),
            "has_fund": _any(here, None if fund_states is None else _has(fund_states), active),
            "has_plan": _any(here, planned, active),
        },
        index=active.index,
    )
    told = found[list(SIGNS)]
    signs = told.fillna(value=False).astype(bool).sum(axis=1).astype("int64")
    lacking = told.notna().sum(axis=1) - signs
    return found.assign(signs=signs, is_strong=(signs >= ENOUGH) & (lacking <= LACKING))


def plans_in_force(plans: DataFrame, on: DataFrame, tambons: pd.Index, year: int) -> Series:
    """
    Return whether each tambon has a people's plan of its own in force.

    Rule: a plan of the tambon, or of an authority there, whose first year is not after the year and
    whose last (or only) year not before it. Where no plan is placed in a province, nothing is known
    of its tambons.

    Parameters
    ----------
    plans
        Rows of the register of plans: `first_year`, `last_year` (BE).
    on
        As `on_tambons.on_tambons` gives it for the rows.
    tambons
        Codes of all tambons.
    year
        Buddhist year of the day.

    Returns
    -------
    planned
        boolean, indexed by `area_code`.
    """
    first = numbers(plans, "first_year")
    last = numbers(plans, "last_year").fillna(first)
    running = plans.index[(first <= year) & (last >= year)]
    has = tambons.isin(on.loc[on["record"].isin(running), "tambon_code"])
    spoken = tambons.str[:2].isin(on["tambon_code"].str[:2].unique())
    return _known(Series(has, index=tambons), Series(has | spoken, index=tambons))


def _has(states: Series) -> Series:
    """Return whether areas have what their states are of; missing where not known."""
    return _known(states.isin(COVERED), states.isin([*COVERED, *GAP]))


def _known(holds: Series, is_known: Series) -> Series:
    return holds.astype("boolean").where(is_known.astype(bool))


def _any(on: DataFrame, has: Series | None, active: DataFrame) -> Series:
    """Return whether one of the tambons of each council has something; missing where not known."""
    if has is None:
        return Series(pd.NA, index=active.index, dtype="boolean")
    # 1 it has, 0 it has not, nothing: not known; the largest of a council's tambons is its own
    told = has.astype("Float64").astype("float64").reindex(on["tambon_code"]).to_numpy()
    groups = Series(told, index=on["record"]).groupby(level=0)
    best = groups.max()
    sure = (best == 1) | (groups.count() == groups.size())
    return _known(best == 1, sure).reindex(active.index)


def years_by_tambon(years: Series, standing: Series, on: DataFrame) -> Series:
    """
    Return how long each tambon has had a record, by its oldest active one.

    Parameters
    ----------
    years
        As `years_since` gives it.
    standing
        Standing of each record.
    on
        As `on_tambons.on_tambons` gives it.

    Returns
    -------
    years
        float64, indexed by the tambons that have an active record; missing where no date is told.
    """
    here = on[on["record"].isin(standing.index[standing == Standing.ACTIVE])]
    told = years.reindex(here["record"]).to_numpy(dtype=np.float64)
    return Series(told, index=here["tambon_code"].to_numpy()).groupby(level=0).max()
