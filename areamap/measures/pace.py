"""Whether a target is reached in time at the pace of the last whole years."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pandas import Series

YEARS: Final = 3
"""Over so many whole years, or as many as are known, the present pace is taken."""

FARTHEST: Final = 50
"""Farther ahead than so many years nothing is said of when a target would be reached."""


class Course(StrEnum):
    """How a target stands."""

    OVERDUE = "overdue"
    """Its year is over and it was not reached."""
    BEHIND = "behind"
    """At the present pace it is not reached in its year."""
    NO_PACE = "no_pace"
    """Its value is known, but of one whole year only: no pace can be told."""
    ON_COURSE = "on_course"
    """At the present pace it is reached in its year or before."""
    REACHED = "reached"
    NOT_COUNTED = "not_counted"
    """No register holds what is aimed at, or nothing of the place."""
    NO_NUMBER = "no_number"
    """The target tells no number."""


@dataclass(frozen=True, slots=True)
class Pace:
    """
    How fast something moves towards a target; None is not known.

    Attributes
    ----------
    last_year
        The last whole fiscal year (BE) with a value.
    value
        Its value.
    years
        Over how many years the present pace is taken.
    present
        Present pace, per year.
    needed
        Pace that reaches the target in its year, per year; None where that year is not ahead.
    expected_year
        Fiscal year in which the target is reached at the present pace; None where that is not
        within `FARTHEST` years.
    course
        How the target stands.
    """

    last_year: int | None
    value: float | None
    years: int
    present: float | None
    needed: float | None
    expected_year: int | None
    course: Course


def pace(values: Series, target: float | None, target_year: int, whole_year: int) -> Pace:
    """
    Return the pace that a target needs, the present one, and when that reaches it.

    Formulas, of whole fiscal years only: present pace = (value of the last year - value of the year
    n before) / n, n = 3 or as many years back as a value is known; pace needed = (target - value of
    the last year) / (target year - last year); expected year = last year + the years that
    (target - value) / present pace takes, rounded up. Worked by hand: 90, 94, 99 and 102 councils
    at the ends of 2566 to 2569, target 111 in 2571: present pace (102 - 90) / 3 = 4.00 a year,
    needed (111 - 102) / 2 = 4.50 a year, so 9 / 4 = 2.25 years: 2572, one year late.

    Parameters
    ----------
    values
        Value by fiscal year (BE) of whole years; missing where it is not known.
    target
        What is aimed at; None where the target tells no number.
    target_year
        By the end of which fiscal year (BE).
    whole_year
        The last fiscal year (BE) that is over.
    """
    known = values.astype("float64").dropna()
    known = known[known.index <= whole_year].sort_index()
    last = int(known.index[-1]) if len(known) else None
    value = float(known.iloc[-1]) if len(known) else None
    present, years = _present(known)
    if target is None or last is None or value is None:
        course = Course.NO_NUMBER if target is None else Course.NOT_COUNTED
        return Pace(last, value, years, present, None, None, course)
    left = target_year - last
    needed = (target - value) / left if left > 0 else None
    expected = _expected(value, target, present, last)
    course = _course(value >= target, target_year <= whole_year, present, expected, target_year)
    return Pace(last, value, years, present, needed, expected, course)


def _present(known: Series) -> tuple[float | None, int]:
    if len(known) < 2:  # noqa: PLR2004 - a pace takes two years
        return None, 0
    last = int(known.index[-1])
    before = known[(known.index >= last - YEARS) & (known.index < last)]
    if before.empty:
        return None, 0
    years = last - int(before.index[0])
    return (float(known.iloc[-1]) - float(before.iloc[0])) / years, years


def _expected(value: float, target: float, present: float | None, last: int) -> int | None:
    if value >= target:
        return last
    if present is None or present <= 0:
        return None
    # Rounded first: 0.1 + 0.2 is not to cost a year.
    year = last + math.ceil(round((target - value) / present, 9))
    return year if year <= last + FARTHEST else None


def _course(
    is_reached: bool,
    is_over: bool,
    present: float | None,
    expected: int | None,
    target_year: int,
) -> Course:
    if is_reached:
        return Course.REACHED
    if is_over:
        return Course.OVERDUE
    if present is None:
        return Course.NO_PACE
    in_time = expected is not None and expected <= target_year
    return Course.ON_COURSE if in_time else Course.BEHIND
