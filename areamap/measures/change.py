"""
What is different between two moments, and why.

A moment is a day (`as_of`: what was true) by what was published at some time (`known_at`). Between
two moments an area may differ because the world changed, or because a publication corrected what an
older one had said of a day that was already over. The old public dashboard let figures of closed
years change without a word; here the two are told apart.
"""

from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year
from areamap.measures.coverage import COVERED, GAP
from areamap.measures.money import baht, satang


class Change(StrEnum):
    """How an area differs between two moments."""

    GAINED = "gained"
    """Without before, covered now."""
    LOST = "lost"
    """Covered before, without now."""
    SAME = "same"
    BECAME_KNOWN = "became_known"
    BECAME_UNKNOWN = "became_unknown"
    UNKNOWN = "unknown"
    """Not known at either moment, so no change can be told."""
    NEW_AREA = "new_area"
    """An area that was not there before, such as a new local authority."""
    GONE_AREA = "gone_area"


class MoneyChange(StrEnum):
    """How the money of an area differs between two moments."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    BECAME_KNOWN = "became_known"
    """No amount was known before."""
    BECAME_UNKNOWN = "became_unknown"
    """An amount was known before and is no more."""
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why an area differs."""

    NONE = "none"
    WORLD = "world"
    """Something happened between the two days."""
    CORRECTION = "correction"
    """Another publication says otherwise of the first day."""
    BOTH = "both"


def change(before: Series, after: Series) -> Series:
    """
    Return how each area differs between two moments.

    Rule: covered are the states registered, covered and partly; without are none and dissolved. An
    area that stays on one side is the same, also where its state in it is another.

    Parameters
    ----------
    before, after
        States (values of `State`) by `area_code`, as `states.states(...)["state"]`, on one basis.

    Returns
    -------
    change
        Values of `Change` (str), indexed by every `area_code` of either, sorted.
    """
    areas = before.index.union(after.index).rename("area_code")
    old, new = before.reindex(areas), after.reindex(areas)
    was, is_ = old.isin(COVERED).to_numpy(bool), new.isin(COVERED).to_numpy(bool)
    had, has = old.isin(GAP).to_numpy(bool), new.isin(GAP).to_numpy(bool)
    known, knows = was | had, is_ | has
    kinds = np.select(
        [
            old.isna().to_numpy(bool),
            new.isna().to_numpy(bool),
            ~known & ~knows,
            ~known,
            ~knows,
            had & is_,
            was & has,
        ],
        [
            str(kind)
            for kind in (
                Change.NEW_AREA,
                Change.GONE_AREA,
                Change.UNKNOWN,
                Change.BECAME_KNOWN,
                Change.BECAME_UNKNOWN,
                Change.GAINED,
                Change.LOST,
            )
        ],
        default=str(Change.SAME),
    )
    return Series(kinds, index=areas, dtype="str", name="change")


def explained(then: Series, then_as_known_now: Series, now: Series) -> DataFrame:
    """
    Return how each area differs between two moments, and why.

    The way from the first moment to the second is cut in two at the first day as it is known now:
    before the cut only the publications differ (a correction), after it only the day (the world).

    Parameters
    ----------
    then
        States on the first day by what was published at the first moment.
    then_as_known_now
        States on the first day by what was published at the second moment.
    now
        States on the second day by what was published at the second moment.

    Returns
    -------
    explained
        Indexed by `area_code` (sorted), str: `before` and `after` (values of `State`, missing where
        the area was not there), `between` (the first day as it is known now), `change` (values of
        `Change`, from the first to the second),
        `corrected` (change of what is said of the first day), `happened` (change between the days,
        by what is known now), `cause` (values of `Cause`, of a different state, so that also what
        is corrected and then changes back is seen).
    """
    whole = change(then, now)
    areas = whole.index
    old, middle, new = (_states(each, areas) for each in (then, then_as_known_now, now))
    return DataFrame(
        {
            "before": old,
            "between": middle,
            "after": new,
            "change": whole,
            "corrected": change(old.dropna(), middle.dropna()).reindex(areas),
            "happened": change(middle.dropna(), new.dropna()).reindex(areas),
            "cause": _causes(_differ(old, middle), _differ(middle, new), areas),
        }
    )


def change_by_place(changes: Series, membership: Series, codes: Index | None = None) -> DataFrame:
    """
    Return how many areas of each place differ in each way.

    Parameters
    ----------
    changes
        Values of `Change` (or of `MoneyChange` or `Cause`) by `area_code`.
    membership
        Place of each area; an area of no place is left out.
    codes
        The places to give a line each; None for every place of the membership.

    Returns
    -------
    change_by_place
        Indexed by `area_code` (sorted), int64: `areas`, then a column for every kind that occurs.
    """
    places = membership.reindex(changes.index)
    wanted = Index(places.dropna().unique() if codes is None else codes.unique(), dtype="str")
    index = wanted.rename("area_code").sort_values()
    counts = pd.crosstab(places, changes).reindex(index, fill_value=0).astype("int64")
    counts.columns.name = None
    counts.insert(0, "areas", counts.sum(axis=1))
    return counts


def money_change(before: Series, after: Series) -> DataFrame:
    """
    Return the difference of baht between two moments.

    Formula: after - before, in whole satang. No amount is not nothing: where one of the two is
    missing there is no difference, and the change says which.

    Parameters
    ----------
    before, after
        Baht by `area_code`, or by `area_code` and `fiscal_year`, each once.

    Returns
    -------
    money_change
        Indexed by every place (and year) of either, sorted: `before_baht`, `after_baht`,
        `difference_baht` (float64), `change` (values of `MoneyChange`).
    """
    index = before.index.union(after.index)
    old, new = satang(before).reindex(index), satang(after).reindex(index)
    difference = new - old
    kinds = np.select(
        [
            (old.isna() & new.isna()).to_numpy(bool),
            old.isna().to_numpy(bool),
            new.isna().to_numpy(bool),
            difference.gt(0).fillna(False).to_numpy(bool),
            difference.lt(0).fillna(False).to_numpy(bool),
        ],
        [
            str(kind)
            for kind in (
                MoneyChange.UNKNOWN,
                MoneyChange.BECAME_KNOWN,
                MoneyChange.BECAME_UNKNOWN,
                MoneyChange.MORE,
                MoneyChange.LESS,
            )
        ],
        default=str(MoneyChange.SAME),
    )
    found = {"before_baht": old, "after_baht": new, "difference_baht": difference}
    frame = DataFrame({name: baht(amounts) for name, amounts in found.items()}, index=index)
    return frame.assign(change=Series(kinds, index=index, dtype="str"))


def closed_years(changes: DataFrame, known_at: date) -> DataFrame:
    """
    Return the corrections of closed years: money of years that were over when it was first known.

    FY2566 ended on 30 September 2566 BE, so by what was known on 1 October or later any difference
    in it is a correction and nothing that happened.

    Parameters
    ----------
    changes
        As `money_change` gives it, indexed by `area_code` and `fiscal_year`.
    known_at
        The day of the first of its two moments.

    Returns
    -------
    closed_years
        The rows of those years whose amount is not the same, nor unknown at both.
    """
    years: NDArray[np.bool_] = np.asarray(
        changes.index.get_level_values("fiscal_year") < fiscal_year(known_at), dtype=bool
    )
    quiet = changes["change"].isin([MoneyChange.SAME, MoneyChange.UNKNOWN])
    return changes[years & ~quiet.to_numpy(bool)]


_ABSENT: Final = ""


def _states(states: Series, areas: Index) -> Series:
    return states.reindex(areas).astype("str")


def _differ(one: Series, other: Series) -> NDArray[np.bool_]:
    return (one.fillna(_ABSENT) != other.fillna(_ABSENT)).to_numpy(bool)


def _causes(corrected: NDArray[np.bool_], happened: NDArray[np.bool_], areas: Index) -> Series:
    kinds = np.select(
        [corrected & happened, corrected, happened],
        [str(Cause.BOTH), str(Cause.CORRECTION), str(Cause.WORLD)],
        default=str(Cause.NONE),
    )
    return Series(kinds, index=areas, dtype="str")
