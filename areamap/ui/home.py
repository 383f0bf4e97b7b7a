"""The data home that this process shows: opened once, with the maps that it can show."""

import gzip
import json
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Final

from areamap import settings
from areamap.i18n import LANGS
from areamap.places.levels import GROUPED, Level
from areamap.ui.place_names import with_level
from areamap.workspace import THEMES, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandas import Index

    from areamap.boundary_sets import MapKind
    from areamap.places.groupings import Groupings
    from areamap.settings import Settings

_OPENING: Final = Lock()
KINDS: Final[tuple["MapKind", ...]] = ("true", "schematic")


def workspace() -> Workspace:
    """Return the data home of the settings, opened once for the whole process."""
    with _OPENING:
        return _opened(settings.load())


def sample_registers() -> list[str]:
    """Return the themes that are shown from sample data."""
    return [theme for theme in THEMES if workspace().is_sample(theme)]


def map_kinds() -> list["MapKind"]:
    """Return the kinds of map that can be shown; the schematic one always can."""
    return [kind for kind in KINDS if kind in workspace().boundaries.map_kinds()]


def geometry(digest: str) -> bytes | None:
    """Return a topology, or the details of a province, compressed; None where it is not ours."""
    return workspace().boundaries.geometry(digest)


def clusters() -> tuple[str, bytes]:
    """
    Return what the map knows of groups as JSON, compressed, after the hash of its content.

    Returns
    -------
    tuple of str and bytes
        The JSON has `members`, cluster by the code of a province or district, for the borders; and
        `places`, for the search: groups of every level by code, each with its `names`, how it is
        written in each language (`th`, `en`) and its `members`. A group of one province is left
        out of them, for the province is found.
    """
    today = date.today()  # noqa: DTZ011 - the day where she is
    return _clusters(workspace().groupings.all, today)


def topology(kind: "MapKind") -> tuple[str, "Index[str]"]:
    """Return the hash of a topology and the codes of its areas, in their order."""
    sets = workspace().boundaries
    return sets.topology(kind)[0], sets.codes(kind)


@lru_cache(maxsize=2)
def _clusters(known: "Groupings", day: date) -> tuple[str, bytes]:
    members = known.members(Level.CLUSTER, day)
    told = {
        "members": dict(zip(members["member_code"], members["group_code"], strict=True)),
        "places": {code: place for level in GROUPED for code, place in _groups(known, level, day)},
    }
    body = gzip.compress(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(), mtime=0)
    return sha256(body).hexdigest()[:16], body


def _groups(
    known: "Groupings", level: Level, day: date
) -> "Iterator[tuple[str, dict[str, object]]]":
    for code, own in known.members(level, day).groupby("group_code", sort=False):
        if len(own) == 1:
            continue
        names = {lang: str(own[f"name_{lang}"].iloc[0]) for lang in LANGS}
        place: dict[str, object] = {
            lang: with_level(name, level, lang) for lang, name in names.items()
        }
        place |= {"names": [*names.values()], "members": own["member_code"].tolist()}
        yield str(code), place


@cache
def _opened(chosen: "Settings") -> Workspace:
    return Workspace.open(chosen)
