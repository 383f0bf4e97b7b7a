"""A talk made from the content of a brief: one thing to a slide, the rest in notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from areamap.briefs.content import Chapter, Content
from areamap.briefs.proven import Figure, Said, Source
from areamap.briefs.shown import Graph, Picture, Table
from areamap.i18n import t

Shows: TypeAlias = Picture | Graph | Table
"""What can stand beside words."""

TITLE: Final = "title"

_SENTENCES: Final = 2
_ALONE: Final = 4
"""After the first, beside a picture and without one: more is read off the wall, not listened to."""

_STANDING: Final = "standing"
_SEVERAL: Final = 3
"""Rates that have room on one slide, in large figures."""

_USUAL: Final = frozenset({"coverage-graph", "missing-table", "money-graph"})
"""Slides after the first of a chapter that are in a talk unless taken out."""

_BY_TABLE: Final = frozenset({"partners"})
"""Chapters that say more by a table than by their sentences alone."""

_LEFT_OUT: Final = frozenset({"sources"})
"""Chapters that are offered, and not in a talk unless put in."""


@dataclass(frozen=True, slots=True, eq=False)
class TalkSlide:
    """
    What stands on a slide, before anybody draws it.

    Attributes
    ----------
    id
        Names it in its talk: `title`, the key of a chapter, or that and what else it shows.
    kind
        `title`, or the key of its chapter.
    heading
        What stands above it.
    lead
        The sentence that it is about; None where it only shows something.
    more
        Sentences that may be left out where there is no room.
    figures
        The number that it is about, or the rates of several things; may be none.
    shows
        A map, a chart or a table; None where it is words alone.
    notes
        What only who speaks sees: the other sentences, and how to get the figures again.
    sources
        Where its figures come from.
    is_usual
        Whether it is in a talk unless taken out.
    """

    id: str
    kind: str
    heading: str
    lead: Said | None
    more: tuple[Said, ...]
    figures: tuple[Figure, ...]
    shows: Shows | None
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    is_usual: bool = True


def slides(content: Content) -> tuple[TalkSlide, ...]:
    """
    Return every slide that a talk may have, in their usual order.

    Parameters
    ----------
    content
        What is known of an area, in one language. Nothing is said on a slide that it does not say.
    """
    title = TalkSlide(
        id=TITLE,
        kind=TITLE,
        heading=content.title,
        lead=Said(content.subtitle, source=_any_source(content)) if content.subtitle else None,
        more=(),
        figures=(),
        shows=None,
        notes=(),
        sources=(),
    )
    return (title, *(slide for chapter in content.chapters for slide in _of(chapter, content)))


def _of(chapter: Chapter, content: Content) -> Iterator[TalkSlide]:
    """Give the slide of a chapter, then one for each thing that it shows besides."""
    shown: tuple[Shows, ...] = (*chapter.pictures, *chapter.graphs, *chapter.tables)
    is_seen = chapter.key in _BY_TABLE or bool(chapter.pictures or chapter.graphs)
    first = shown[0] if shown and is_seen else None
    rates = _rates(chapter)
    lead = chapter.said[0] if chapter.said and not rates else None
    more = chapter.said[1 : 1 + (_SENTENCES if first else _ALONE)] if lead else ()
    yield TalkSlide(
        id=chapter.key,
        kind=chapter.key,
        heading=chapter.heading,
        lead=lead,
        more=more,
        figures=rates or _figure(lead),
        shows=first,
        notes=_notes(chapter, content, (lead,)),
        sources=_sources((lead, *more) if lead else (), rates, first),
        is_usual=chapter.key not in _LEFT_OUT,
    )
    counts: dict[str, int] = {}
    for each in shown[1:] if first else shown:
        kind = _kind(each)
        counts[kind] = counts.get(kind, 0) + 1
        name = f"{chapter.key}-{kind}" + (str(counts[kind]) if counts[kind] > 1 else "")
        yield TalkSlide(
            id=name,
            kind=chapter.key,
            heading=chapter.heading,
            lead=None,
            more=(),
            figures=(),
            shows=each,
            notes=(each.note,) if each.note else (),
            sources=(each.source,),
            is_usual=name in _USUAL,
        )


def _kind(shown: Shows) -> str:
    if isinstance(shown, Picture):
        return "map"
    return "graph" if isinstance(shown, Graph) else "table"


def _rates(chapter: Chapter) -> tuple[Figure, ...]:
    """Return the rates of a chapter that says one sentence of each of several registers."""
    if chapter.key != _STANDING:
        return ()
    rates: dict[str, Figure] = {}
    for each in (_rate(said) for said in chapter.said):
        if each is not None:
            rates.setdefault(each.source.register, each)
    return tuple(rates.values())[:_SEVERAL] if len(rates) > 1 else ()


def _figure(lead: Said | None) -> tuple[Figure, ...]:
    """Return the rate that a sentence gives, else its first number."""
    if lead is None or not lead.figures:
        return ()
    return (_rate(lead) or lead.figures[0],)


def _rate(said: Said) -> Figure | None:
    return next((each for each in said.figures if each.unit == "%"), None)


def _notes(chapter: Chapter, content: Content, shown: tuple[Said | None, ...]) -> tuple[str, ...]:
    rest = [each.text for each in chapter.said if each not in shown]
    figures = [figure for each in chapter.said for figure in each.figures]
    commands = dict.fromkeys(figure.proof.line for figure in figures)
    said = [t("present.again", content.lang, command=each) for each in commands]
    return (*rest, *said[:_SENTENCES])


def _sources(
    said: tuple[Said, ...], figures: tuple[Figure, ...], shown: Shows | None
) -> tuple[Source, ...]:
    found = [figure.source for figure in figures]
    for each in said:
        found += [figure.source for figure in each.figures]
        found += [each.source] if each.source else []
    if shown is not None:
        found.append(shown.source)
    return tuple(dict.fromkeys(found))


def _any_source(content: Content) -> Source | None:
    return content.sources[0] if content.sources else None
