"""The areas that lie in the area looked at, and those that it lies in."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from pandas import Index, Series

from areamap.measures.reach import Reach, reach
from areamap.places import hierarchy
from areamap.places.groupings import Groupings
from areamap.places.levels import COUNTRY_CODE, Level
from areamap.snapshot import Snapshot

_LEVELS: Final = tuple(level for level in Level if level is not Level.TAMBON)


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """
    An area with those inside it and those around it.

    Attributes
    ----------
    code
        Its code.
    tambons
        Codes of its tambons.
    inside
        Codes of it and of the areas of every level all of whose tambons are its own.
    above
        Codes of the areas that hold all of its tambons and more.
    """

    code: str
    tambons: Index
    inside: frozenset[str]
    above: frozenset[str]

    def relation(self, code: str) -> str | None:
        """Return `own`, `inside` or `above`; None for an area that is neither."""
        if code == self.code:
            return "own"
        if code in self.inside:
            return "inside"
        return "above" if code in self.above else None


def within(snapshot: Snapshot, code: str | None) -> Within:
    """Return an area with those inside and around it; None for the country."""
    own = hierarchy.find_area(code or COUNTRY_CODE, snapshot.groupings, snapshot.as_of).code
    found = reached(snapshot, own)
    above = {
        str(places.iloc[0])
        for membership in _memberships(snapshot.groupings, snapshot.as_of).values()
        if len(places := membership.reindex(found.tambons).drop_duplicates()) == 1
        and places.notna().all()
    }
    return Within(own, found.tambons, found.inside, frozenset(above - found.inside))


def reached(snapshot: Snapshot, code: str) -> Reach:
    """Return what a place reaches, as indicators are counted in it."""
    tambons = hierarchy.tambons_of(code, snapshot.groupings, snapshot.as_of)
    memberships = _memberships(snapshot.groupings, snapshot.as_of)
    return reach(code, tambons, memberships, snapshot.ground)


@lru_cache(maxsize=4)
def _memberships(groupings: Groupings, on: date) -> dict[str, Series]:
    """Return the area of each tambon by level: targets of an area ask for it one by one."""
    return {str(level): hierarchy.membership(level, groupings, on) for level in _LEVELS}


def named(snapshot: Snapshot, code: str) -> tuple[str, str, Level]:
    """Return the Thai and the English name of an area and its level."""
    area = hierarchy.find_area(code, snapshot.groupings, snapshot.as_of)
    return area.name_th, area.name_en, area.level
