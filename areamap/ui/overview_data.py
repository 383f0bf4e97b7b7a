"""What the overview shows beside its map, kept by the publications that it was read from."""

from typing import TYPE_CHECKING, Final

from areamap.direction import headlines
from areamap.places.levels import Level
from areamap.ui import loaders
from areamap.ui.keeping import kept
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from datetime import date

    from pandas import DataFrame

    from areamap.direction.headlines import Moved

BELOW: Final = {
    Level.COUNTRY: Level.CLUSTER,
    Level.REGION: Level.PROVINCE,
    Level.OFFICE: Level.PROVINCE,
    Level.CLUSTER: Level.PROVINCE,
    Level.ZONE: Level.DISTRICT,
    Level.PROVINCE: Level.DISTRICT,
    Level.DISTRICT: Level.TAMBON,
}
"""The level that is ranked below an area."""


@kept(64)
def below(key: Asked, basis: str, scope: str, level: Level) -> "DataFrame":
    """Return the areas of a level within another, lowest rate first, unknown last."""
    found = loaders.snapshot(key).coverage(level, basis=basis, within=scope)
    # A province of another area that a piece of this one is counted in is no area below it.
    found = found[found["areas"] > 0]
    names = loaders.snapshot(key).names(level)["name_en"].reindex(found.index)
    return found.assign(name_en=names).sort_values(
        ["coverage_pct", "gap"], ascending=[True, False], na_position="last", kind="stable"
    )


@kept(64)
def moved(key: Asked, basis: str, scope: str, since: "date | None" = None) -> "Moved":
    """Return what changed since a day, or within a year; see `direction.headlines.moved`."""
    return headlines.moved(loaders.snapshot(key), basis=basis, within=scope, since=since)
