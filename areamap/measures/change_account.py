"""What moved between two moments as an account: before, plus and minus, after; it adds up."""

from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures.change import Change
from areamap.measures.coverage import COVERED
from areamap.measures.money import baht, satang

COUNTED: Final = [
    "before", "corrected_up", "corrected_down", "gained", "lost", "became_known",
    "became_unknown", "after",
]  # fmt: skip
"""Columns of `account`, after `areas`."""

PAID: Final = ["before", "corrected_up", "corrected_down", "added", "removed", "after"]
"""Columns of `money_account`."""


def account(changes: DataFrame, places: Series, codes: Index | None = None) -> DataFrame:
    """
    Return how many areas were covered, what was added and taken away, and how many are covered.

    Formula: before + corrected_up - corrected_down + gained - lost + became_known - became_unknown
    = after. Corrected is what another publication says otherwise of the first day: covered by what
    is known now and not by what was known then, or the other way round. The rest happened between
    the days, by what is known now: from without to covered (gained) or back (lost), and from not
    known to covered or back.

    Parameters
    ----------
    changes
        As `change.explained` gives it, on one basis.
    places
        Place of each area; an area of no place is left out.
    codes
        The places to give a line each; None for every place of `places`.

    Returns
    -------
    account
        Indexed by `area_code` (of the places, sorted), int64: `areas` and `COUNTED`.
    """
    was, between, is_ = (changes[name].isin(COVERED) for name in ("before", "between", "after"))
    happened = changes["happened"]
    marks = {
        "before": was,
        "corrected_up": ~was & between,
        "corrected_down": was & ~between,
        "gained": happened == Change.GAINED,
        "lost": happened == Change.LOST,
        "became_known": ~between & is_ & (happened != Change.GAINED),
        "became_unknown": between & ~is_ & (happened != Change.LOST),
        "after": is_,
    }
    counted = DataFrame({"areas": True, **marks}, index=changes.index).astype("int64")
    found = places.reindex(changes.index)
    sums = counted.groupby(found.astype("str").where(found.notna())).sum()
    wanted = Index(found.dropna().unique() if codes is None else codes.unique(), dtype="str")
    index = wanted.rename("area_code").sort_values()
    return sums.reindex(index, fill_value=0)[["areas", *COUNTED]].astype("int64")


def money_account(changes: DataFrame, closed_before: int) -> DataFrame:
    """
    Return baht before, what was added and taken away, and baht after, by area.

    Formula: before + corrected_up - corrected_down + added - removed = after, in whole satang.
    Corrected is what differs in fiscal years that were over at the first moment; added and removed
    what differs in the others. An amount that is missing at one moment adds nothing there.

    Parameters
    ----------
    changes
        As `change.money_change` gives it, indexed by `area_code` and `fiscal_year`.
    closed_before
        The first fiscal year (BE) that was not over at the first moment.

    Returns
    -------
    money_account
        Indexed by `area_code` (sorted), float64 baht: `PAID`.
    """
    before, after = (satang(changes[name]).fillna(0) for name in ("before_baht", "after_baht"))
    difference = after - before
    is_closed = Series(
        changes.index.get_level_values("fiscal_year") < closed_before, index=changes.index
    )
    up, down = difference.clip(lower=0), -difference.clip(upper=0)
    parts = {
        "before": before,
        "corrected_up": up.where(is_closed, 0),
        "corrected_down": down.where(is_closed, 0),
        "added": up.mask(is_closed, 0),
        "removed": down.mask(is_closed, 0),
        "after": after,
    }
    sums = pd.DataFrame(parts, index=changes.index).groupby(level="area_code").sum()
    return DataFrame({name: baht(sums[name]) for name in PAID}, index=sums.index)
