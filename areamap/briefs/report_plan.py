"""What stands in a report, in its order, before it is set as .docx or .pdf."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from areamap.briefs import told
from areamap.i18n import t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from areamap.briefs.content import Chapter, Content
    from areamap.briefs.proven import Source
    from areamap.briefs.shown import Graph, Picture, Table

MOST_PAGES: Final = 6


@dataclass(frozen=True, slots=True)
class Fit:
    """
    How much of a content stands in a report; the workbook of the same set has the rest.

    Attributes
    ----------
    rows
        Rows that a long table may have.
    whole
        Rows of a table that is not cut.
    high
        Height of maps in inches.
    every_table
        Whether every chapter has its table; else only those that the file is kept for.
    """

    rows: int
    whole: int
    high: float
    every_table: bool = True


FITS: Final = (
    Fit(40, 40, 2.5), Fit(25, 25, 2.5), Fit(18, 18, 2.5), Fit(12, 14, 2.5), Fit(8, 14, 2.5),
    Fit(8, 10, 2.3), Fit(12, 12, 2.3, every_table=False), Fit(8, 10, 2.1, every_table=False),
    Fit(6, 10, 2.0, every_table=False), Fit(5, 10, 1.8, every_table=False),
    Fit(4, 8, 1.8, every_table=False), Fit(3, 8, 1.6, every_table=False),
)  # fmt: skip
"""Tried in turn until the report has few enough pages."""

_DISTRICTS: Final = 14
_KEPT_FOR: Final = frozenset({"coverage", "missing", "money"})


@dataclass(frozen=True, slots=True)
class Opening:
    """What a report begins with: what it is, its title, its day, and that figures are made up."""

    kind: str
    title: str
    subtitle: str
    warning: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level, 1 or 2."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the figures in it, and whether it is one of a list."""

    text: str
    figures: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A map, a graph, or both side by side."""

    picture: "Picture | None"
    graph: "Graph | None"


@dataclass(frozen=True, slots=True)
class Rows:
    """
    A table, cut to some rows.

    Attributes
    ----------
    title
        What stands above.
    heads, rows, at_right
        Texts, and which columns are numbers.
    bold
        Numbers of the rows that sum up others.
    note
        What stands below: how many rows more there are, what has to be known, where it is from.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    at_right: tuple[bool, ...]
    bold: frozenset[int]
    note: str


@dataclass(frozen=True, slots=True)
class Small:
    """A paragraph in small letters, and what of it is bold: a source, a formula."""

    text: str
    figures: tuple[str, ...] = ()


Block = Opening | Heading | Sentence | Shown | Rows | Small


def blocks(content: "Content", fit: Fit) -> "Iterator[Block]":
    """
    Return what stands in a report.

    Parameters
    ----------
    content
        What it says.
    fit
        How much of it there is room for.
    """
    lang = content.lang
    above = (content.title, content.subtitle, content.warning)
    yield Opening(t("paper.report_kind", lang), *map(told.line, above))
    yield Heading(t("paper.summary", lang), 1)
    summary = _summary(content)
    yield from summary
    for number, chapter in enumerate(content.chapters, start=1):
        yield from _chapter(chapter, number, content, fit, frozenset(summary))
    yield Heading(t("paper.sources_heading", lang), 1)
    yield from _sources(content)
    for formula in content.formulas:
        name = told.line(formula.name)
        yield Small(f"{name}: {told.line(formula.formula)}", (name,))


def _summary(content: "Content") -> list[Sentence]:
    """Return all that the first chapter says, and the first sentence of each other."""
    first, others = content.chapters[:1], content.chapters[1:]
    found = [_sentence(each, at) for each in first for at in range(len(each.said))]
    found += [_sentence(each, 0) for each in others if each.said]
    return list(dict.fromkeys(found))


def _chapter(
    chapter: "Chapter",
    number: int,
    content: "Content",
    fit: Fit,
    summary: "frozenset[Sentence]",
) -> "Iterator[Block]":
    lang = content.lang
    yield Heading(f"{number}. {told.line(chapter.heading)}", 1)
    for at in range(len(chapter.said)):
        sentence = _sentence(chapter, at)
        # The first chapter stands right below the summary, which says all of it.
        if number > 1 or sentence not in summary:
            yield sentence
    picture = next(iter(chapter.pictures), None)
    graph = next(iter(chapter.graphs), None)
    if picture is not None or graph is not None:
        yield Shown(picture, graph)
        yield Small(shown_source(picture, graph, content))
    # Who is missing is what the file is kept for: every list of it, of the rest the first.
    tables = chapter.tables if chapter.key == "missing" else chapter.tables[:1]
    tables = tuple(filter(told.tells_apart, tables))
    if not fit.every_table and chapter.key not in _KEPT_FOR:
        tables = ()
    for table in tables:
        # The districts of nearly every province are there, whatever else has to go.
        whole = max(fit.whole, _DISTRICTS) if chapter.key == "coverage" else fit.whole
        made = _rows(table, content, replace(fit, whole=whole))
        if made.rows:
            yield made
    if not tables and picture is None and graph is None:
        source = _source_of(chapter)
        if source is not None:
            yield Small(told.source_line(source, lang))


def shown_source(picture: "Picture | None", graph: "Graph | None", content: "Content") -> str:
    """Return where a map and a graph beside it come from, and whose borders are drawn."""
    lang = content.lang
    lines = dict.fromkeys(
        told.source_line(each.source, lang) for each in (picture, graph) if each is not None
    )
    said = list(lines)
    if picture is not None:
        borders = [each for each in content.sources if each.register == "boundary"]
        said += [t("paper.map_source", lang, what=told.line(each.title)) for each in borders]
    return " · ".join(said)


def _sentence(chapter: "Chapter", at: int) -> Sentence:
    said = chapter.said[at]
    figures = tuple(told.line(each.shown) for each in said.figures)
    return Sentence(told.line(said.text), figures, listed=True)


def _rows(table: "Table", content: "Content", fit: Fit) -> Rows:
    lang = content.lang
    columns = told.told_columns(table, content)
    rows = told.rows(table, columns, lang)
    kept = len(rows) if len(rows) <= fit.whole else fit.rows
    # Of years the last are kept, of lists the first.
    first = len(rows) - kept if columns[0].cell == "year" else 0
    notes = [told.line(table.note)] if table.note else []
    if kept < len(rows):
        notes.insert(0, told.more_rows(len(rows) - kept, lang))
    notes.append(told.source_line(table.source, lang))
    return Rows(
        told.line(table.title),
        tuple(told.heading(each) for each in columns),
        tuple(tuple(row) for row in rows[first : first + kept]),
        tuple(each.cell in told.NUMBERS for each in columns),
        frozenset(
            at for at, name in enumerate(table.frame.index[first : first + kept]) if name == "total"
        ),
        " · ".join(notes),
    )


def _sources(content: "Content") -> "Iterator[Small]":
    for each in content.sources:
        name = told.line(each.title)
        rest = (each.file_name, told.published(each, content.lang), each.licence)
        yield Small(f"{name}: {' · '.join(map(told.line, rest))}", (name,))


def _source_of(chapter: "Chapter") -> "Source | None":
    figures = [figure.source for said in chapter.said for figure in said.figures]
    found = [*figures, *(said.source for said in chapter.said)]
    return next((each for each in found if each), None)
