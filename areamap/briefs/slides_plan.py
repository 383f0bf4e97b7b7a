"""What stands on which slide, measured before it is written, so that nothing leaves a slide."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from areamap.briefs import told
from areamap.briefs.slides_sizes import (
    AFTER,
    BESIDE,
    BODY,
    EDGE,
    FOOT,
    HALL,
    HERO,
    LARGE,
    TITLE,
    WIDE,
)
from areamap.briefs.slides_tables import TableSlide, of_table
from areamap.briefs.thai_text import broken, height, line_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from areamap.briefs.content import Chapter, Content
    from areamap.briefs.proven import Said, Source
    from areamap.briefs.shown import Graph, Picture

_TITLES: Final = (TITLE, 30.0, HALL)
_MOST_BARS_BELOW: Final = 8
LEAST_GRAPH: Final = 3.3
"""Inches that a chart under sentences takes at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """
    A slide that says something, beside a map or alone.

    Attributes
    ----------
    heading
        What stands above.
    said
        The sentences.
    letters
        Their size in points.
    hero
        The number that stands large over them and its unit; or nothing.
    picture
        The map beside them; None where there is none.
    source
        Where it comes from.
    graph
        The chart below them; None where there is none.
    """

    heading: str
    said: "tuple[Said, ...]"
    letters: float
    hero: tuple[str, str]
    picture: "Picture | None"
    source: "Source | None"
    graph: "Graph | None" = None

    @property
    def high(self) -> float:
        """Return how high the sentences stand over a chart, in inches."""
        width = WIDE - 2 * EDGE
        return sum(said_height(each, width, self.letters) for each in self.said)


@dataclass(frozen=True, slots=True, eq=False)
class GraphSlide:
    """A slide with a chart."""

    heading: str
    graph: "Graph"


Slide = Statement | GraphSlide | TableSlide


def title_size(text: str, width: float) -> float:
    """Return the size of a heading that fits in two lines."""
    for size in _TITLES:
        if len(broken(text, width, size, "bold")) <= _LINES[size]:
            return size
    return _TITLES[-1]


_LINES: Final = {TITLE: 1, 30.0: 1, HALL: 2}


def lines_of(text: str, width: float, size: float) -> int:
    """Return how many lines a heading takes."""
    return len(broken(text, width, size, "bold"))


def of_chapter(chapter: "Chapter", content: "Content") -> "Iterator[Slide]":
    """Return the slides of a chapter: what is said, its chart, its tables."""
    graph = next(iter(chapter.graphs), None)
    for slide in _statements(chapter):
        if graph is not None and slide.picture is None and _has_room_below(slide, graph):
            source = slide.source or graph.source
            slide = replace(  # noqa: PLW2901
                slide, letters=HALL, hero=("", ""), graph=graph, source=source
            )
            graph = None
        yield slide
    if graph is not None:
        yield GraphSlide(told.line(graph.title), graph)
    shown = chapter.tables if chapter.key == "missing" else chapter.tables[:1]
    for table in filter(told.tells_apart, shown):
        yield from of_table(table, content)


def _statements(chapter: "Chapter") -> "Iterator[Statement]":
    heading = told.line(chapter.heading)
    pictures = list(chapter.pictures[:1])
    left = list(chapter.said)
    number = 0
    while left or pictures:
        picture = pictures.pop() if pictures else None
        width = WIDE - EDGE - (BESIDE if picture else EDGE)
        fitting, letters, hero = _fitting(left, width, alone=picture is None)
        left = left[len(fitting) :]
        source = picture.source if picture else _source_of(fitting)
        yield Statement(heading, tuple(fitting), letters, hero, picture, source)
        number += 1
        heading = f"{told.line(chapter.heading)} …"


def _has_room_below(slide: Statement, graph: "Graph") -> bool:
    marks = len(graph.frame) * len(graph.frame.columns)
    if graph.kind in ("bars", "stacked") and marks > _MOST_BARS_BELOW:
        return False
    return replace(slide, letters=HALL).high <= FOOT - BODY - LEAST_GRAPH


def _fitting(
    said: "list[Said]", width: float, *, alone: bool
) -> "tuple[list[Said], float, tuple[str, str]]":
    """Return the first sentences that fit, their size, and the number that stands over them."""
    room = FOOT - BODY - 0.1
    hero = _hero(said[0]) if said else ("", "")
    taken = hero_height(hero) if hero[0] else 0.0
    if alone and sum(said_height(each, width, LARGE) for each in said) + taken <= room:
        return said, LARGE, hero
    if (
        sum(said_height(each, width, HALL) for each in said)
        <= room
        < taken + sum(said_height(each, width, HALL) for each in said)
    ):
        return said, HALL, ("", "")
    found: list[Said] = []
    for each in said:
        high = said_height(each, width, HALL)
        if found and taken + high > room:
            break
        found.append(each)
        taken += high
    # A long first sentence stands without its number over it.
    return found, HALL, hero if taken <= room else ("", "")


def said_height(said: "Said", width: float, size: float) -> float:
    """Return how high a sentence stands with the space after it, in inches."""
    # Figures are bold: measured so throughout, for they are a good part of it.
    return height(told.line(said.text), width, size, "bold") + AFTER * size / 72


def hero_height(hero: tuple[str, str]) -> float:
    """Return how high a large number stands with its unit beside it, in inches."""
    return line_height(HERO) * 0.95 if hero[0] else 0.0


def _hero(said: "Said") -> tuple[str, str]:
    """Return the number of a sentence that tells most: its rate, else its first."""
    if not said.figures:
        return "", ""
    rate = next((each for each in said.figures if each.measure.endswith("pct")), None)
    chosen = rate or said.figures[0]
    shown = told.line(chosen.shown)
    # "5.67 million baht" says its unit itself, and only the number stands large.
    number = shown.split(" ")[0]
    unit = shown[len(number) :].strip() or told.line(chosen.unit)
    # A number that nobody knows what of does not stand alone.
    return (number, unit) if unit else ("", "")


def _source_of(said: "Sequence[Said]") -> "Source | None":
    figures = [figure.source for each in said for figure in each.figures]
    return next((each for each in [*figures, *(one.source for one in said)] if each), None)
