"""A whole brief put together: its chapters in their order, its sources, its formulas."""

from typing import TYPE_CHECKING, Final

from areamap.briefs.chapters import (
    asks,
    changes,
    coverage,
    funds,
    housing,
    missing,
    money,
    partners,
    place,
    standing,
)
from areamap.briefs.chapters.telling import Telling
from areamap.briefs.content import Content, Formula
from areamap.briefs.proven import Source
from areamap.calendar import format_date
from areamap.direction import brief_frames as frames
from areamap.i18n import Lang, t
from areamap.measures.formulas import formulas
from areamap.places.levels import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandas import DataFrame

    from areamap.briefs.content import Terrain
    from areamap.direction.brief import Facts
    from areamap.direction.profile import Profile

_CHAPTERS: Final = (
    standing.chapter,
    coverage.chapter,
    missing.chapter,
    funds.chapter,
    housing.chapter,
    money.chapter,
    partners.chapter,
    changes.chapter,
    asks.chapter,
)
FORMULAS: Final = (
    "coverage", "states", "basis", "standing", "nearness", "vulnerable", "funds", "budget",
    "leverage", "change",
)  # fmt: skip
"""Measures whose rule stands at the end of a document, by their ids in `formulas.toml`."""

_WIDE: Final = (Level.PROVINCE, Level.CLUSTER, Level.REGION, Level.OFFICE, Level.COUNTRY)
_LAYERS: Final = {Level.DISTRICT: (Level.DISTRICT, Level.ZONE, *_WIDE), Level.PROVINCE: _WIDE}
"""Levels of the geodata beside tambons, and in areas of which levels theirs lie as a whole."""


def content(
    facts: "Facts", terrain: "Terrain", lang: Lang, profile: "Profile | None" = None
) -> Content:
    """
    Return all that a brief says of an area.

    Parameters
    ----------
    facts
        As `direction.brief.facts` gives them.
    terrain
        The polygons that its maps are drawn from.
    lang
        Language of all texts.
    profile
        As `direction.profile.profile` gives it; only for a tambon.

    Raises
    ------
    BriefError
        A figure comes from no source.
    """
    telling = Telling(facts, lang, terrain.kind)
    if profile is None:
        made = [chapter(telling) for chapter in _CHAPTERS]
        chapters = [each for each in made if each is not None]
    else:
        chapters = place.chapters(telling, profile)
    sources = _sources(telling, terrain.source)
    day = format_date(facts.as_of, lang)
    numbers = _runs(sorted(each.publication for each in sources if each.publication))
    key = "subtitle" if numbers else "subtitle_nothing"
    return Content(
        title=telling.t("title", place=telling.place),
        subtitle=telling.t(key, day=day, numbers=numbers),
        place=telling.place,
        area=facts.area,
        lang=lang,
        as_of=facts.as_of,
        is_sample=facts.snapshot.is_sample,
        warning=t("ui.sample_banner", lang) if facts.snapshot.is_sample else "",
        chapters=tuple(chapters),
        sources=sources,
        formulas=_formulas(telling),
        areas=_areas(facts),
    )


def _sources(telling: Telling, terrain: Source) -> tuple[Source, ...]:
    known = telling.facts.snapshot.publications
    return (*(telling.source(register) for register in known), terrain)


def _runs(numbers: list[int]) -> str:
    """Return numbers as they are read: `1–3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [f"{run[0]}" if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(said)


def _formulas(telling: Telling) -> tuple[Formula, ...]:
    """Return the rules of the measures in the words of the About page."""
    lang, source = telling.lang, telling.t("formula_source")
    known = {each.id: each for each in formulas()}
    told = [known[name] for name in FORMULAS]
    return tuple(Formula(each.names[lang], each.formulas[lang], source) for each in told)


def _areas(facts: "Facts") -> "Mapping[str, DataFrame]":
    """Return every measure by level of the geodata: tambons, and districts and provinces inside."""
    found = {str(Level.TAMBON): frames.areas(facts)}
    for level, whole in _LAYERS.items():
        if facts.area.level in whole:
            found[str(level)] = frames.areas_of(facts, level)
    return found
