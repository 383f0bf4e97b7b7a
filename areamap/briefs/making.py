"""From an open home to what a brief says: the one way for the terminal and the pages."""

from typing import TYPE_CHECKING, Final

from areamap.briefs.chapters.contents import content
from areamap.briefs.content import Content, Terrain
from areamap.briefs.proven import Source
from areamap.i18n import Lang, t
from areamap.places.levels import Level

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from areamap.boundary_sets import BoundarySets
    from areamap.direction import Direction
    from areamap.direction.brief import Facts

_OFFICIAL: Final = "tha_admbnda"
"""How the files of OCHA's boundaries of Thailand are called (COD-AB)."""


def brief(
    direction: "Direction",
    boundaries: "BoundarySets",
    home: "Path",
    area: str,
    *,
    as_of: "date | None" = None,
    lang: Lang = "th",
) -> tuple[Content, Terrain]:
    """
    Return what a brief says of an area, and the polygons of its maps.

    Parameters
    ----------
    direction
        The director's room of the home.
    boundaries
        Its boundary sets; without one in use the maps are schematic.
    home
        Folder of the home.
    area
        Code or name of an area of any level.
    as_of
        The day that everything is true on; today where not given.
    lang
        Language of all texts.

    Raises
    ------
    PlaceError
        There is no such area.
    BriefError
        A figure comes from no source.
    """
    facts = direction.facts(area, as_of, boundaries.nearness())
    ground = terrain(boundaries, home, facts, lang)
    profile = None
    if facts.area.level is Level.TAMBON:
        profile = direction.profile(facts.area.code, as_of)
    return content(facts, ground, lang, profile), ground


def terrain(boundaries: "BoundarySets", home: "Path", facts: "Facts", lang: Lang) -> Terrain:
    """Return the polygons that the maps of an area are drawn from."""
    kept = boundaries.in_use()
    kind = "schematic" if kept is None else "true"
    official = kept is not None and kept.name.startswith(_OFFICIAL)
    licence = "CC BY-IGO" if official else t("brief.licence_unknown", lang)
    source = Source(
        register="boundary",
        title=t(f"brief.terrain_{kind}", lang),
        file_name="areamap" if kept is None else kept.name,
        publication=None,
        published_on=None,
        as_of=facts.as_of,
        is_sample=False,
        licence=t("brief.licence_schematic", lang) if kept is None else licence,
    )
    if kept is None:
        return Terrain("schematic", boundaries.topology("schematic")[1], source)
    return Terrain(
        "true",
        boundaries.topology("true")[1],
        source,
        home / kept.folder,
    )
