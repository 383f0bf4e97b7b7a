"""Coverage by area: of how many areas, how many are covered, not known, without."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from areamap.measures.basis import Basis
from areamap.measures.states import State

COVERED: Final = (State.REGISTERED, State.COVERED, State.PARTLY)
"""States that count as covered."""

GAP: Final = (State.NONE, State.DISSOLVED)
"""States that count as a gap."""


def coverage(
    states: Series, membership: Series, basis: Basis, *, codes: Index | None = None
) -> DataFrame:
    """
    Return how many areas of each place are covered, not known, and without.

    Formula: `areas = covered + unknown + gap`; `covered` counts the states registered, covered and
    partly; `gap` counts none and dissolved; `coverage_pct = covered / areas x 100`, which cannot
    pass 100. What is unknown stays in the denominator, so the rate is a lower bound, and it is
    missing where nothing at all is known.

    Parameters
    ----------
    states
        State of each area of the basis, as `states.states(...)["state"]`.
    membership
        Place that each area is counted in, as `Ground.membership` gives it; an area of no place is
        left out.
    basis
        What the areas are; carried along.
    codes
        The places to give a line each, also those in which no area of the basis lies, such as
        Bangkok, which has no local authority of this kind; None for every place of the membership.

    Returns
    -------
    coverage
        Indexed by `area_code` (sorted): `areas`, `covered`, `partly` (how many of the covered only
        partly), `unknown`, `gap` (int64), `coverage_pct` (float64, missing where there are no areas
        or nothing is known), `basis`.
    """
    places = Index(membership.reindex(states.index))
    wanted = places.dropna().unique() if codes is None else codes.unique()
    index = Index(wanted, dtype="str", name="area_code").sort_values()
    position = index.get_indexer(places)

    def count(flags: Series | NDArray[np.bool_]) -> NDArray[np.intp]:
        return np.bincount(position[np.asarray(flags) & (position >= 0)], minlength=len(index))

    frame = DataFrame(
        {
            "areas": count(np.ones(len(states), dtype=bool)),
            "covered": count(states.isin(COVERED)),
            "partly": count(states == State.PARTLY),
            "unknown": count(states == State.UNKNOWN),
            "gap": count(states.isin(GAP)),
        },
        index=index,
    ).astype("int64")
    known = frame["areas"] > frame["unknown"]
    frame["coverage_pct"] = frame["covered"] / frame["areas"].where(known) * 100
    frame["basis"] = Series(str(basis), index=index, dtype="str")
    return frame


def share_of_total_pct(values: Series) -> Series:
    """
    Return each area's share of the total of all areas: how large it is, not how well covered.

    Formula: value / sum of all values x 100. The old public dashboard printed it as if it were
    coverage: northern provinces with 770 of 7,455 tambons showed 10.3 %, while 375 of their 770
    tambons had a council: 48.7 %.

    Parameters
    ----------
    values
        A number by area that may be added up, such as areas, covered or baht.

    Returns
    -------
    share_of_total_pct
        float64, same index; missing where the value is missing or the total is 0.
    """
    number = values.astype("float64")
    total = number.sum()
    share = number / (total or np.nan) * 100
    return share.rename("share_of_total_pct")
