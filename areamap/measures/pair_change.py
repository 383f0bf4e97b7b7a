"""What is different in two things at once between two moments."""

from enum import StrEnum
from typing import Final

import numpy as np
from pandas import Series

from areamap.measures.change import Change


class PairChange(StrEnum):
    """How an area differs in two things, `one` and `other`, between two moments."""

    GAINED_BOTH = "gained_both"
    GAINED_ONE = "gained_one"
    """The first was gained; the other is not lost, and not gained."""
    GAINED_OTHER = "gained_other"
    MIXED = "mixed"
    """One was gained and the other lost."""
    LOST_ONE = "lost_one"
    LOST_OTHER = "lost_other"
    LOST_BOTH = "lost_both"
    SAME = "same"
    BECAME_KNOWN = "became_known"
    """Neither was gained or lost; of at least one nothing was known before."""
    BECAME_UNKNOWN = "became_unknown"
    UNKNOWN = "unknown"
    """Of at least one nothing is known at either moment, and nothing else can be told."""
    NEW_AREA = "new_area"
    GONE_AREA = "gone_area"


_MOVED: Final = {
    (Change.GAINED, Change.GAINED): PairChange.GAINED_BOTH,
    (Change.LOST, Change.LOST): PairChange.LOST_BOTH,
    (Change.GAINED, Change.LOST): PairChange.MIXED,
    (Change.LOST, Change.GAINED): PairChange.MIXED,
}
_ONE: Final = {Change.GAINED: PairChange.GAINED_ONE, Change.LOST: PairChange.LOST_ONE}
_OTHER: Final = {Change.GAINED: PairChange.GAINED_OTHER, Change.LOST: PairChange.LOST_OTHER}
_EITHER: Final = (
    Change.NEW_AREA,
    Change.GONE_AREA,
    Change.BECAME_UNKNOWN,
    Change.BECAME_KNOWN,
    Change.UNKNOWN,
)


def pair_change(one: Series, other: Series) -> Series:
    """
    Return how each area differs in two things between two moments.

    Rule: what was gained or lost counts first, and says nothing of the other thing where that was
    neither gained nor lost. Else an area is new or gone, or one of the two became unknown, became
    known or is unknown at both moments, in this order; else it is the same in both.

    Parameters
    ----------
    one, other
        Values of `Change` by `area_code`, on one basis and between the same moments. An area that
        only one of them knows counts as unknown in the other.

    Returns
    -------
    pair_change
        Values of `PairChange` (str), indexed by every `area_code` of either, sorted.
    """
    areas = one.index.union(other.index).rename("area_code")
    pair = [each.reindex(areas).fillna(str(Change.UNKNOWN)) for each in (one, other)]
    first, second = pair
    tests = [
        *(((first == a) & (second == b), kind) for (a, b), kind in _MOVED.items()),
        *((first == change, kind) for change, kind in _ONE.items()),
        *((second == change, kind) for change, kind in _OTHER.items()),
        *(((first == change) | (second == change), PairChange(change)) for change in _EITHER),
    ]
    kinds = np.select(
        [np.asarray(test, dtype=bool) for test, _ in tests],
        [str(kind) for _, kind in tests],
        default=str(PairChange.SAME),
    )
    return Series(kinds, index=areas, dtype="str", name="pair_change")
