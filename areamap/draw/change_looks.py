"""How a difference between two moments is drawn: what changed how, and by how much."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from pandas import DataFrame, Series

from areamap.draw.area_layer import Look
from areamap.draw.classes import Classes, Kind, Scheme, classify
from areamap.draw.palettes import APART_LOOKS, Family, legend, offered
from areamap.i18n import Lang
from areamap.measures.basis import Basis, Ground
from areamap.measures.change import Change
from areamap.measures.pair_change import PairChange

CORRECTED: Final = "corrected"
"""Kind of an area of which the first moment is told otherwise now, where that is shown apart."""

CHANGES: Final = {
    Change.GAINED: Look("#0f766e"),
    Change.LOST: Look("#f2703d", mark="cross", ink="#7a1300", weight=1.4),
    Change.BECAME_KNOWN: Look("#dbe9f6", mark="hatch", ink="#2f6fad", weight=2),
    Change.BECAME_UNKNOWN: Look("#f3e6f5", mark="hatch", ink="#7b3f96", weight=2),
    Change.NEW_AREA: Look("#7cc4bb"),
    Change.GONE_AREA: Look("#8d8d8d"),
    Change.SAME: Look("#f6f1e1"),
    Change.UNKNOWN: APART_LOOKS[Kind.NO_DATA],
}
"""Looks of how an area differs; each can be told from the others without colour or by lightness."""

PAIR_CHANGES: Final = {
    PairChange.GAINED_BOTH: Look("#0b4f4a"),
    PairChange.GAINED_ONE: Look("#2fa396"),
    PairChange.GAINED_OTHER: Look("#9ad6cc"),
    PairChange.MIXED: Look("#d9c8ec", mark="cross", ink="#4b1d78", weight=1.6),
    PairChange.LOST_ONE: CHANGES[Change.LOST],
    PairChange.LOST_OTHER: Look("#fbc08a", mark="cross", ink="#8a3b00", weight=1.4),
    PairChange.LOST_BOTH: Look("#7a1300", mark="cross", ink="#fbc08a", weight=1.4),
    PairChange.BECAME_KNOWN: CHANGES[Change.BECAME_KNOWN],
    PairChange.BECAME_UNKNOWN: CHANGES[Change.BECAME_UNKNOWN],
    PairChange.NEW_AREA: Look("#3d7fc1"),
    PairChange.GONE_AREA: CHANGES[Change.GONE_AREA],
    PairChange.SAME: CHANGES[Change.SAME],
    PairChange.UNKNOWN: CHANGES[Change.UNKNOWN],
}
"""Looks of how an area differs in two things: teal gained, orange and crossed lost, violet both."""

ONLY_AFTER: Final = Look("#e4def0", mark="hatch", ink="#542788", weight=2)
ONLY_BEFORE: Final = Look("#fbe6cf", mark="hatch", ink="#b35806", weight=2)
"""Looks of numbers that are known at one moment only, so that there is no difference."""

SIDES: Final = 6
"""Classes of a difference, half of them on each side of zero."""

_FIRST_SEEN: Final = (
    PairChange.LOST_BOTH,
    Change.LOST,
    PairChange.LOST_ONE,
    PairChange.LOST_OTHER,
    PairChange.MIXED,
    CORRECTED,
    PairChange.GAINED_BOTH,
    Change.GAINED,
    PairChange.GAINED_ONE,
    PairChange.GAINED_OTHER,
    Change.BECAME_UNKNOWN,
    Change.BECAME_KNOWN,
    Change.NEW_AREA,
    Change.GONE_AREA,
    Change.SAME,
    Change.UNKNOWN,
)


@dataclass(frozen=True, slots=True, eq=False)
class Differences:
    """
    A difference of numbers as it is drawn.

    Attributes
    ----------
    classes
        Classes around zero of the areas whose number is known at both moments.
    looks
        The looks, named, in the order of `places`.
    places
        Place of each area's look, int64 by `area_code`.
    """

    classes: Classes
    looks: tuple[Look, ...]
    places: Series


def by_tambon(changes: Series, ground: Ground, basis: Basis) -> Series:
    """
    Return the change that each tambon is drawn in.

    Rule: by the basis `tambon` it is its own. By the basis `authority` the tambon shows the first
    of lost, gained, became unknown, became known, new, gone, same, unknown that any of its
    authorities shows, so that no loss is hidden; of two things a loss of both comes first, and one
    lost while the other was gained before what was only gained. A tambon of no authority has none.

    Parameters
    ----------
    changes
        Values of `Change`, or of `PairChange`, by area of the basis.
    ground
        The pieces.
    basis
        What the changes are of.

    Returns
    -------
    Series
        Values as they came, indexed by tambon code.
    """
    if basis is Basis.TAMBON:
        return changes
    pieces = ground.pieces.dropna(subset=["tambon_code", "authority_code"])
    rank = {str(kind): place for place, kind in enumerate(_FIRST_SEEN)}
    ranks = pieces["authority_code"].map(changes).map(rank)
    first = ranks.groupby(pieces["tambon_code"]).min().dropna()
    return first.map({place: kind for kind, place in rank.items()}).rename_axis("area_code")


def differences(
    numbers: DataFrame, lang: Lang, *, only_after: str, only_before: str, neither: str
) -> Differences:
    """
    Return how differences of numbers are drawn, with a diverging palette around zero.

    Parameters
    ----------
    numbers
        By `area_code`: `before`, `after` and `difference`; missing is not known.
    lang
        Language of the kinds.
    only_after, only_before, neither
        What areas are called whose number is known at one moment only, or at none.
    """
    classes = classify(numbers["difference"], Scheme.AROUND_ZERO, SIDES)
    looks = list(legend(classes, offered(SIDES, Family.DIVERGING)[0], lang))
    later = (numbers["before"].isna() & numbers["after"].notna()).to_numpy(bool)
    earlier = (numbers["before"].notna() & numbers["after"].isna()).to_numpy(bool)
    nothing = int((numbers["before"].isna() & numbers["after"].isna()).sum())
    no_data = APART_LOOKS[Kind.NO_DATA]
    looks[len(classes.labels)] = no_data.named(neither, f"{nothing:,}") if nothing else no_data
    for look, name, where in (
        (ONLY_AFTER, only_after, later),
        (ONLY_BEFORE, only_before, earlier),
    ):
        looks.append(look.named(name, f"{int(where.sum()):,}") if where.any() else look)
    places = np.select(
        [later, earlier],
        [len(looks) - 2, len(looks) - 1],
        default=classes.places.to_numpy(),
    )
    return Differences(classes, tuple(looks), Series(places, numbers.index, dtype="int64"))
