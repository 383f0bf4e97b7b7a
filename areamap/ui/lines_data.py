"""What the page of work lines shows, kept by the publications that it was read from."""

from dataclasses import replace
from typing import TYPE_CHECKING

from areamap.direction import agreements as agreed
from areamap.direction import work as works
from areamap.i18n import Lang, t
from areamap.measures import pairs as together
from areamap.measures import presence as agencies
from areamap.measures.leverage import CODI, UNNAMED
from areamap.places.levels import Level
from areamap.ui import loaders
from areamap.ui.home import workspace
from areamap.ui.keeping import kept
from areamap.ui.loaders import Asked
from areamap.workspace import INTEGRATION

if TYPE_CHECKING:
    from pandas import DataFrame, Index, Series

    from areamap.direction.work import Work
    from areamap.store import Publication

AGREEMENT = "agreement"


def asked(year: int | None) -> Asked:
    """Return the key of all that the page is read from, at the end of a fiscal year."""
    key = loaders.asked(INTEGRATION, year)
    found = agreement(key)
    if found is None:
        return key
    return replace(key, publications=(*key.publications, (AGREEMENT, found.id)))


def agreement(key: Asked) -> "Publication | None":
    """Return the publication of agreements in force, of the world that is looked at."""
    sample = loaders.snapshot(key).is_sample
    return workspace().direction.publication(AGREEMENT, sample=sample)


@kept(16)
def work(key: Asked, scope: str) -> "Work":
    """Return what is known of the work in an area; see `direction.work.work`."""
    return works.work(loaders.snapshot(key), scope)


@kept(32)
def places(key: Asked, by: Level, scope: str) -> "Series":
    """Return the area of each tambon; see `direction.work.places`."""
    return works.places(loaders.snapshot(key), by, scope)


@kept(32)
def cells(key: Asked, by: Level, scope: str, agency: str | None) -> "DataFrame":
    """Return the work lines of each area; see `direction.work.cells`."""
    return works.cells(_of(key, scope, agency), places(key, by, scope))


@kept(32)
def by_area(key: Asked, by: Level, scope: str, agency: str | None) -> "DataFrame":
    """Return how many work lines the tambons of each area have; see `direction.work.by_area`."""
    return works.by_area(_of(key, scope, agency), places(key, by, scope))


@kept(64)
def pairs(key: Asked, scope: str, spot: str | None) -> "DataFrame":
    """Return which lines come together, in the area or the one picked inside it."""
    return together.pairs(narrowed(key, scope, spot).index)


@kept(64)
def presence(key: Asked, scope: str, spot: str | None, line: str | None) -> "DataFrame":
    """Return where each agency is; see `measures.presence.presence`."""
    found = narrowed(key, scope, spot)
    records = found.records
    if line is not None:
        records = records[[line in each for each in records["lines"]]]
    return agencies.presence(records, found.tambons)


@kept(32)
def agreements(key: Asked, scope: str) -> "DataFrame":
    """Return the agreements of an area; see `direction.agreements.agreements`."""
    found = loaders.snapshot(key)
    rows = workspace().direction.rows(AGREEMENT, sample=found.is_sample)
    return agreed.agreements(found, rows, loaders.within(found, scope))


@kept(64)
def offered(key: Asked, by: Level, scope: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the areas that are rows, and the agencies by name, that can be picked."""
    rows = places(key, by, scope).dropna()
    agencies_ = presence(key, scope, None, None).index
    return frozenset(rows), tuple(str(each) for each in agencies_ if each)


def narrowed(key: Asked, scope: str, spot: str | None, agency: str | None = None) -> "Work":
    """Return the work of the area that is picked, or of all that is looked at."""
    found = _of(key, scope, agency)
    return found if spot is None else found.at(tambons(key, scope, spot))


def tambons(key: Asked, scope: str, spot: str | None) -> "Index":
    """Return the tambons of the area that is picked, or of all that is looked at."""
    inside = loaders.tambons(scope, key.as_of)
    return inside if spot is None else inside.intersection(loaders.tambons(spot, key.as_of))


@kept(32)
def names(key: Asked, level: Level, lang: Lang) -> dict[str, str]:
    """Return the names of the areas of a level."""
    found = loaders.snapshot(key).names(level)
    named = found[f"name_{lang}"].fillna(found["name_th"])
    return {str(code): str(name) for code, name in named.items()}


def agency_name(key: str, lang: Lang) -> str:
    """Return what an agency is called."""
    known = {CODI: "budget.codi", UNNAMED: "budget.unnamed"}
    return t(known[key], lang) if key in known else key


def line_name(line: str, lang: Lang) -> str:
    """Return what a work line is called."""
    return t(f"measures.work_line_{line}", lang)


def _of(key: Asked, scope: str, agency: str | None) -> "Work":
    found = work(key, scope)
    return found if agency is None else found.of_agency(agency)
