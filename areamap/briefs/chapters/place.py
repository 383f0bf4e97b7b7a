"""What a brief says of one tambon: everything that is known of it, in the words of its page."""

from typing import TYPE_CHECKING, Final

from areamap.briefs.chapters import asks, maps, money, partners
from areamap.briefs.content import Chapter
from areamap.briefs.sentences import place

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling
    from areamap.direction.profile import Profile

_REGISTERS: Final = {
    "place": ("population", "authority", "council"),
    "council": ("council",),
    "fund": ("fund",),
    "housing": ("housing",),
    "money": ("budget",),
    "work": ("budget", "activity", "council"),
    "agreement": ("agreement",),
    "plan": ("plan",),
    "vulnerable": ("vulnerable",),
}
"""By section of `sentences.place`, whose words they are: the first that is published."""

_CHAPTERS: Final = (
    ("standing", ("place", "council", "fund", "housing"), ("council", "fund", "housing")),
    ("money", ("money",), ()),
    ("partners", ("work", "agreement", "plan"), ()),
    ("vulnerable", ("vulnerable",), ()),
)


def chapters(telling: "Telling", profile: "Profile") -> list[Chapter]:
    """Return the chapters of one tambon."""
    said = place.said(profile, telling.lang)
    answer = place.answer(profile, telling.lang)
    found = []
    for key, sections, themes in _CHAPTERS:
        sentences = [
            each
            for section in sections
            if (register := _register(telling, section))
            for each in (telling.plain(text, register) for text in said[section])
        ]
        if key == "standing" and (register := _register(telling, "council")):
            sentences.insert(0, telling.plain(answer, register))
        pictures = [maps.of_states(telling, theme) for theme in themes]
        if key == "money":
            pictures = [maps.of_money(telling)]
        beside = _beside(telling, key)
        if sentences:
            found.append(
                Chapter(
                    key,
                    telling.t(key),
                    tuple(sentences),
                    pictures=tuple(each for each in pictures if each),
                    graphs=beside.graphs,
                    tables=beside.tables,
                )
            )
    return [*found, asks.chapter(telling)]


def _beside(telling: "Telling", key: str) -> Chapter:
    """Return the chapter that larger areas have, for its tables and graphs."""
    other = {"money": money.chapter, "partners": partners.chapter}.get(key)
    return (other(telling) if other else None) or Chapter(key, "")


def _register(telling: "Telling", section: str) -> str | None:
    return next((each for each in _REGISTERS[section] if telling.facts.tells_of(each)), None)
