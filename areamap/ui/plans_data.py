"""What the page of plans and targets shows, kept by the publications that it was read from."""

from typing import TYPE_CHECKING, Final

from areamap import settings
from areamap.direction import plans as planned
from areamap.direction import targets as aimed
from areamap.measures.basis import Basis
from areamap.places.levels import Level
from areamap.ui import loaders, moments
from areamap.ui.home import workspace
from areamap.ui.keeping import kept
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.targets import Aim
    from areamap.direction.within import Within
    from areamap.snapshot import Snapshot
    from areamap.store import Publication

EVERYTHING: Final = "everything"
TARGET: Final = "target"
PLAN: Final = "plan"


def asked(year: int | None) -> Asked:
    """Return the key of all registers that a target may be counted from, with both of the page."""
    day = moments.day(year)
    found = workspace().direction.everything(day)
    numbers = {name: publication.id for name, publication in found.publications.items()}
    for register in (PLAN, TARGET):
        publication = workspace().direction.publication(register, sample=found.is_sample)
        if publication is not None:
            numbers[register] = publication.id
    return Asked(str(settings.load().home), tuple(sorted(numbers.items())), EVERYTHING, day)


@kept(8)
def world(key: Asked) -> "Snapshot":
    """Return every register of one world on the day."""
    return loaders.grounded(workspace().direction.everything(key.as_of))


@kept(32)
def publication(key: Asked, register: str) -> "Publication | None":
    """Return the publication of a register in force, of the world that is looked at."""
    return workspace().direction.publication(register, sample=world(key).is_sample)


def area(key: Asked, scope: str) -> "Within":
    """Return an area with those inside and around it."""
    return loaders.within(world(key), scope)


@kept(32)
def plans(key: Asked, scope: str) -> "DataFrame":
    """Return the plans of an area; see `direction.plans.plans`."""
    return planned.plans(world(key), _rows(key, PLAN), area(key, scope))


@kept(8)
def by_tambon(key: Asked) -> "DataFrame":
    """Return how each tambon of the country stands; see `direction.plans.by_tambon`."""
    found = world(key)
    return planned.by_tambon(found, _rows(key, PLAN), found.ground.areas(Basis.TAMBON))


@kept(32)
def by_area(key: Asked, by: Level, scope: str) -> "DataFrame":
    """Return how many tambons of each area stand how; see `direction.plans.by_area`."""
    inside = loaders.tambons(scope, key.as_of)
    found = by_tambon(key).loc[inside]
    places = world(key).membership(by).reindex(inside)
    return planned.by_area(found, places)


@kept(32)
def without(key: Asked, scope: str, level: Level) -> "DataFrame":
    """Return the areas of a level without a plan on record; see `direction.plans.without`."""
    return planned.without(world(key), _rows(key, PLAN), area(key, scope), level)


@kept(32)
def aims(key: Asked, scope: str) -> "dict[int, Aim]":
    """Return the targets of an area with their values; see `direction.targets.aims`."""
    return aimed.aims(world(key), _rows(key, TARGET), area(key, scope))


@kept(32)
def targets(key: Asked, scope: str) -> "DataFrame":
    """Return the targets of an area as a table; see `direction.targets.targets`."""
    return aimed.targets(world(key), aims(key, scope), area(key, scope))


def _rows(key: Asked, register: str) -> "DataFrame | None":
    return workspace().direction.rows(register, sample=world(key).is_sample)
