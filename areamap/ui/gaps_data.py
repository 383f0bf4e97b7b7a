"""The gaps of an area and who is near them, kept by the publications that they were read from."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from areamap.direction import gaps
from areamap.direction.same_ground import beside
from areamap.ui import change_forums, home, loaders, moments
from areamap.ui.keeping import kept
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.gaps import Around, Gaps
    from areamap.measures.gaps import Rank
    from areamap.snapshot import Snapshot
    from areamap.store import Assignment


def asked(key: Asked) -> Asked:
    """Return what is asked of a theme with every register that says something of its gaps."""
    direction, world = home.workspace().direction, _is_sample(key)
    found = {name: direction.publication(name, sample=world) for name in gaps.REGISTERS}
    numbers = {name: each.id for name, each in found.items() if each is not None}
    return replace(key, publications=tuple(sorted((numbers | dict(key.publications)).items())))


@kept(8)
def snapshot(wide: Asked, key: Asked) -> "Snapshot":  # noqa: ARG001 - names the registers
    """Return a theme with those registers; see `direction.gaps.widened`."""
    return gaps.widened(loaders.snapshot(key), home.workspace().direction.publication)


@kept(8)
def around(wide: Asked, key: Asked) -> "Around":
    """Return what the country has of a theme; see `direction.gaps.around`."""
    return gaps.around(snapshot(wide, key))


def found(wide: Asked, key: Asked, basis: str, scope: str) -> "Gaps":
    """Return the gaps of an area; see `direction.gaps.gaps`."""
    return _found(wide, key, basis, scope, nearest_map())


@kept(64)
def ranked(
    wide: Asked, key: Asked, basis: str, scope: str, topology: str, rank: "Rank"
) -> "DataFrame":
    """Return the gaps of an area in their order; `topology` as `nearest_map` gives it."""
    return _found(wide, key, basis, scope, topology).ranked(rank)


def nearest_map() -> str:
    """Return the hash of the map that tells who is near: the better one, whichever is shown."""
    sets = home.workspace().boundaries
    return sets.topology(sets.map_kinds()[0])[0]


@kept(64)
def _found(wide: Asked, key: Asked, basis: str, scope: str, topology: str) -> "Gaps":  # noqa: ARG001 - names the map
    near = home.workspace().boundaries.nearness()
    return gaps.gaps(snapshot(wide, key), around(wide, key), near, basis=basis, within=scope)


def assigned(key: Asked, basis: str) -> "dict[str, Assignment]":
    """Return who was sent where in the world that is shown, as it is at this moment."""
    kept = home.workspace().store.assignments
    return kept.every(key.theme, basis, is_sample=_is_sample(key))


def earlier(key: Asked, scope: str) -> dict[str, date]:
    """
    Return the earlier moments that the gaps can be compared with: a name to its day.

    Parameters
    ----------
    key
        What is asked.
    scope
        The area looked at.

    Returns
    -------
    dict
        `publication`, the one before the publication in force; `forum`, the last forum of the area
        or of one that it lies in; `year`, a year before. What is not known is not there.
    """
    offered = {}
    before = _publication_before(key)
    if before is not None:
        offered["publication"] = before
    forum = _forum(key, scope)
    if forum is not None:
        offered["forum"] = forum
    return offered | {"year": moments.year_before(key.as_of)}


def closed(key: Asked, basis: str, scope: str, since: str, day: date) -> "DataFrame":
    """Return the gaps that were closed since one of the earlier moments."""
    return _closed(key, basis, scope, since, day)


@kept(64)
def _closed(key: Asked, basis: str, scope: str, since: str, day: date) -> "DataFrame":
    now = loaders.snapshot(key)
    if since != "publication" or now.publication is None:
        return gaps.closed(now, beside(now, as_of=day), basis=basis, within=scope)
    known_at = now.publication.created_at - timedelta(microseconds=1)
    before = home.workspace().snapshot(key.theme, as_of=key.as_of, known_at=known_at)
    return gaps.closed(now, before, basis=basis, within=scope)


def _publication_before(key: Asked) -> date | None:
    history = home.workspace().store.history(key.theme)
    own = [each for each in history if each.is_sample == _is_sample(key) and not each.is_cleared]
    return own[1].created_at.astimezone().date() if len(own) > 1 else None


def _forum(key: Asked, scope: str) -> date | None:
    found = change_forums.of_world(scope, key.as_of, is_sample=_is_sample(key), of_country=False)
    return None if found is None else found.day


def _is_sample(key: Asked) -> bool:
    return loaders.snapshot(key).is_sample
