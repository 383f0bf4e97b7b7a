"""How long agreements and plans hold: until when, and how they stand on a day or in a year."""

from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Series, Timestamp

from areamap.measures._cells import days, numbers, texts

SOON_MONTHS: Final = 12
"""An agreement that ends within so many months ends soon."""


class Term(StrEnum):
    """How an agreement stands on a day."""

    ENDS_SOON = "ends_soon"
    ENDED = "ended"
    UNKNOWN = "unknown"
    """Neither when it ends nor its day and term are told."""
    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    """It is signed on a later day."""


class PlanState(StrEnum):
    """How a plan stands in a year, the farthest on first."""

    ADOPTED = "adopted"
    SUBMITTED = "submitted"
    DRAFTED = "drafted"
    UNTOLD = "untold"
    """It holds in the year; how far it has come is not told."""
    AHEAD = "ahead"
    """It begins in a later year."""
    PARTLY = "partly"
    """A plan of an authority holds, which covers a part of the tambon."""
    MAYBE = "maybe"
    """A row that waits for a decision may be its plan."""
    NO_YEARS = "no_years"
    """Its years are not told."""
    EXPIRED = "expired"
    NOT_RECORDED = "not_recorded"


HOLDS: Final = (PlanState.ADOPTED, PlanState.SUBMITTED, PlanState.DRAFTED, PlanState.UNTOLD)
"""States of a plan that covers the year."""


def terms(agreements: DataFrame, as_of: date) -> DataFrame:
    """
    Return until when agreements hold and how they stand on a day.

    Rule: an agreement ends on the day that is told, else on the day before that on which its years
    since the signing are over; where neither is told it is unknown, and not taken for in force.
    Ends soon: on the day or later, and within 12 months. Worked by hand: signed on 23 May 2567 for
    3 years ends on 22 May 2570; on 20 Nov 2569 that is 183 days ahead, so soon.

    Parameters
    ----------
    agreements
        Rows of the register: `signed_date`, `term_years`, `ends_date`.
    as_of
        The day.

    Returns
    -------
    terms
        Same index: `ends` (datetime, missing where unknown), `is_computed` (True where it is from
        the term), `days_left` (Int64, negative where it ended), `term` (values of `Term`).
    """
    today = Timestamp(as_of)
    signed, told = days(agreements, "signed_date"), days(agreements, "ends_date")
    years = numbers(agreements, "term_years")
    computed = pd.to_datetime(
        Series(
            [
                day + pd.DateOffset(years=int(span), days=-1)
                if pd.notna(day) and pd.notna(span)
                else pd.NaT
                for day, span in zip(signed, years, strict=True)
            ],
            index=agreements.index,
            dtype="datetime64[us]",
        )
    )
    ends = told.fillna(computed)
    soon = today + pd.DateOffset(months=SOON_MONTHS)
    term = np.select(
        [signed > today, ends.isna(), ends < today, ends <= soon],
        [Term.NOT_YET, Term.UNKNOWN, Term.ENDED, Term.ENDS_SOON],
        Term.IN_FORCE,
    )
    return DataFrame(
        {
            "ends": ends,
            "is_computed": told.isna() & ends.notna(),
            "days_left": (ends - today).dt.days.astype("Int64"),
            "term": Series(term.astype(str), index=agreements.index, dtype="str"),
        }
    )


def plan_states(plans: DataFrame, year: int) -> DataFrame:
    """
    Return how plans stand in a year.

    Rule: a plan holds from its first to its last year; then it is as far as its status tells. It is
    late where it has begun and is only drafted, and where it is over.

    Parameters
    ----------
    plans
        Rows of the register: `first_year`, `last_year` (BE), `record_status`.
    year
        Fiscal year (BE).

    Returns
    -------
    plan_states
        Same index: `state` (values of `PlanState`), `is_late` (bool).
    """
    first, last = numbers(plans, "first_year"), numbers(plans, "last_year")
    status = texts(plans, "record_status")
    state = np.select(
        [
            last < year,
            first > year,
            (first.isna() | last.isna()).to_numpy(bool),
            status == PlanState.ADOPTED,
            status == PlanState.SUBMITTED,
            status == PlanState.DRAFTED,
        ],
        [
            PlanState.EXPIRED,
            PlanState.AHEAD,
            PlanState.NO_YEARS,
            PlanState.ADOPTED,
            PlanState.SUBMITTED,
            PlanState.DRAFTED,
        ],
        PlanState.UNTOLD,
    ).astype(str)
    found = Series(state, index=plans.index, dtype="str")
    late = found.isin([PlanState.EXPIRED, PlanState.DRAFTED])
    return DataFrame({"state": found, "is_late": late})
