"""A brief as slides (.pptx): texts, tables and charts that can be edited, maps as pictures."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pptx import Presentation
from pptx.util import Inches

from areamap.briefs import slides_charts as charts
from areamap.briefs import slides_parts as parts
from areamap.briefs import slides_plan as plan
from areamap.briefs import slides_sizes as sizes
from areamap.briefs import told
from areamap.briefs.drawn import chart, drawn_map
from areamap.briefs.repacked import repacked
from areamap.briefs.slides_plan import GraphSlide, Statement
from areamap.briefs.slides_sizes import EDGE, FOOT
from areamap.briefs.slides_tables import LOOK, TableSlide, of_texts
from areamap.briefs.table_room import row_height
from areamap.draw.charts.template import QUIET
from areamap.draw.paper.sheet import Paper
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.briefs.content import Content, Terrain
    from areamap.briefs.proven import Source
    from areamap.briefs.shown import Graph
    from areamap.i18n import Lang

_TITLE_ONLY: Final = 5
"""Layout of python-pptx's own template: a heading and nothing else."""
_MANY: Final = 9
_CROWDED: Final = 18
"""Marks of a chart: with more letters are smaller, so that numbers do not touch."""
_OPENING: Final = (54.0, 44.0, 36.0, 28.0)
_TWO_LINES: Final = 2
_WARNING_WIDTH: Final = 2.5


def write(content: "Content", terrain: "Terrain") -> bytes:
    """
    Return a brief as slides.

    Parameters
    ----------
    content
        What it says.
    terrain
        The polygons of its maps.

    Returns
    -------
    bytes
        A .pptx file of 16 : 9; the same for the same content. Each slide has its source and day at
        its foot, and in its notes what is said and the commands that give the same figures.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(sizes.WIDE), Inches(sizes.HIGH)
    _properties(deck, content)
    _opening(deck, content)
    for chapter in content.chapters:
        for slide in plan.of_chapter(chapter, content):
            if isinstance(slide, Statement):
                _statement(deck, slide, content, terrain)
            elif isinstance(slide, GraphSlide):
                _graph(deck, slide, content)
            else:
                _table(deck, slide, content)
    for slide in [*_sources(content), *_formulas(content)]:
        _table(deck, slide, content)
    target = BytesIO()
    deck.save(target)
    return repacked(target.getvalue(), content.as_of)


def _properties(deck: Any, content: "Content") -> None:  # noqa: ANN401 - python-pptx has no types
    core = deck.core_properties
    core.title = told.line(content.title)
    core.subject = told.line(content.subtitle)
    core.author = core.last_modified_by = "areamap"
    core.language = content.lang
    core.revision = 1


def _opening(deck: Any, content: "Content") -> None:  # noqa: ANN401
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    lang = content.lang
    parts.band(slide, (0, 0, 0.35, sizes.HIGH), parts.ACCENT)
    words = told.line(content.title)
    width = sizes.WIDE - 2.2
    fitting = [size for size in _OPENING if plan.lines_of(words, width, size) <= _TWO_LINES]
    size = next(iter(fitting), _OPENING[-1])
    before, place, rest = words.rpartition(told.line(content.place))
    if before and not rest and plan.lines_of(words, width, size) == _TWO_LINES:
        # The name of the place stays whole, with the word for its level.
        words = f"{before.rstrip()}\n{place}"
    parts.title(slide, (1.1, 1.6, width, 2.2), words, size, lang)
    under = [[(told.line(content.subtitle), False)]]
    parts.text(slide, (1.1, 4.0, width, 1.2), under, sizes.HALL, lang, colour=QUIET)
    if content.warning:
        said = [[(told.line(content.warning), True)]]
        parts.text(slide, (1.1, 5.5, width, 0.7), said, sizes.HALL, lang, figures=parts.WARNING)
    _note(slide, [told.line(content.title), told.line(content.subtitle)], lang)


def _statement(deck: Any, told_slide: Statement, content: "Content", terrain: "Terrain") -> None:  # noqa: ANN401
    slide = _slide(deck, told_slide.heading, told_slide.source, content)
    lang = content.lang
    left, top = EDGE, sizes.BODY
    if told_slide.picture is not None:
        high = FOOT - sizes.BODY - 0.1
        paper = Paper(sizes.PICTURE, high, sizes.ON_MAP, 180)
        png = drawn_map(told_slide.picture, terrain, paper, lang)
        alt = told.line(told_slide.picture.alt)
        parts.picture(slide, png, (EDGE, sizes.BODY, sizes.PICTURE, high), alt)
        left = sizes.BESIDE
    width = sizes.WIDE - EDGE - left
    number, unit = told_slide.hero
    if number:
        high = plan.hero_height(told_slide.hero)
        parts.hero(slide, (left, top, width, high), number, unit, sizes.HERO, lang)
        top += high
    paragraphs = [
        parts.runs(told.line(each.text), [told.line(figure.shown) for figure in each.figures])
        for each in told_slide.said
    ]
    if paragraphs:
        box = (left, top, width, FOOT - top - 0.05)
        after = told_slide.letters * sizes.AFTER
        parts.text(
            slide, box, paragraphs, told_slide.letters, lang, figures=parts.ACCENT, after=after
        )
    if told_slide.graph is not None:
        _draw_graph(slide, told_slide.graph, top + told_slide.high, lang)
    _note(slide, _spoken(told_slide, lang), lang)


def _graph(deck: Any, told_slide: GraphSlide, content: "Content") -> None:  # noqa: ANN401
    graph, lang = told_slide.graph, content.lang
    slide = _slide(deck, told_slide.heading, graph.source, content)
    _draw_graph(slide, graph, sizes.BODY, lang, named=False)
    _note(slide, [told_slide.heading, told.line(graph.note)], lang)


def _draw_graph(
    slide: Any,  # noqa: ANN401
    graph: "Graph",
    top: float,
    lang: "Lang",
    *,
    named: bool = True,
) -> None:
    """Draw a chart from a height down to the foot of the slide, under its name and its unit."""
    shown = chart(graph, lang)
    width = sizes.WIDE - 2 * EDGE
    name = told.line(graph.title)
    unit = f"({shown.unit})" if shown.unit else ""
    said = f"{name} {unit}".strip() if named else unit
    parts.text(slide, (EDGE, top, width, 0.4), [[(said, False)]], 20, lang, colour=QUIET)
    foot = FOOT - (0.45 if graph.note else 0.05)
    marks = len(shown.frame) * len(shown.frame.columns)
    box = (EDGE, top + 0.4, width, foot - top - 0.4)
    large = marks <= _MANY and not named
    size = 20.0 if large else 16.0 if marks <= _CROWDED else 13.0
    charts.chart(slide, box, shown, name, lang, size)
    if graph.note:
        place = (EDGE, foot, width, 0.4)
        parts.text(slide, place, [[(told.line(graph.note), False)]], 16, lang, colour=QUIET)


def _table(deck: Any, told_slide: TableSlide, content: "Content") -> None:  # noqa: ANN401
    lang, size = content.lang, told_slide.letters
    slide = _slide(deck, told_slide.heading, told_slide.source, content)
    heights = [
        row_height(row, told_slide.widths, size, LOOK)
        for row in (told_slide.heads, *told_slide.rows)
    ]
    parts.table(slide, (EDGE, sizes.BODY), told_slide, size, heights, lang)
    if told_slide.note:
        place = (EDGE, FOOT - 0.42, sizes.WIDE - 2 * EDGE, 0.4)
        parts.text(slide, place, [[(told_slide.note, False)]], 14, lang, colour=QUIET)
    from_terminal = [t("paper.notes_from", lang), told_slide.command] if told_slide.command else []
    _note(slide, [told_slide.heading, told_slide.note, *from_terminal], lang)


def _slide(deck: Any, heading: str, source: "Source | None", content: "Content") -> Any:  # noqa: ANN401
    """Return a new slide with its heading, its foot and the mark of made-up figures."""
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    lang = content.lang
    width = sizes.WIDE - 2 * EDGE - (_WARNING_WIDTH if content.is_sample else 0)
    size = plan.title_size(heading, width)
    parts.title(slide, (EDGE, sizes.HEAD, width, 0.95), heading, size, lang)
    parts.band(slide, (EDGE, 1.32, sizes.WIDE - 2 * EDGE, 0.03), parts.ACCENT)
    if content.is_sample:
        place = (sizes.WIDE - EDGE - _WARNING_WIDTH, sizes.HEAD, _WARNING_WIDTH, 0.95)
        words = [[(t("paper.sample", lang), True)]]
        parts.text(slide, place, words, 20, lang, figures=parts.WARNING, align="right", middle=True)
    foot = told.source_line(source, lang) if source else told.line(content.subtitle)
    said = f"{told.line(content.place)} · {foot}"
    box = (EDGE, FOOT + 0.1, sizes.WIDE - 2 * EDGE - 0.8, 0.35)
    parts.text(slide, box, [[(said, False)]], sizes.SMALL, lang, colour=QUIET)
    number = [[(str(len(deck.slides)), False)]]
    place = (sizes.WIDE - EDGE - 0.7, FOOT + 0.1, 0.7, 0.35)
    parts.text(slide, place, number, sizes.SMALL, lang, colour=QUIET, align="right")
    return slide


def _spoken(told_slide: Statement, lang: "Lang") -> list[str]:
    said = [told.line(each.text) for each in told_slide.said]
    figures = [figure for each in told_slide.said for figure in each.figures]
    if not figures:
        return said
    proofs = dict.fromkeys(
        t(
            "paper.note_figure",
            lang,
            shown=told.line(figure.shown),
            unit=told.line(figure.unit),
            command=told.line(figure.proof.line),
        )
        for figure in figures
    )
    return [*said, t("paper.notes_from", lang), *proofs]


def _note(slide: Any, lines: list[str], lang: "Lang") -> None:  # noqa: ANN401
    frame = slide.notes_slide.notes_text_frame
    for number, each in enumerate([line for line in lines if line]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = each
        parts.speak(run, lang)


def _sources(content: "Content") -> list[TableSlide]:
    lang = content.lang
    heads = [t(f"paper.head_{name}", lang) for name in ("register", "file", "published", "licence")]
    rows = [
        (each.title, each.file_name, told.published(each, lang), each.licence)
        for each in content.sources
    ]
    return of_texts(t("paper.slide_sources", lang), heads, rows)


def _formulas(content: "Content") -> list[TableSlide]:
    lang = content.lang
    heads = [t(f"paper.head_{name}", lang) for name in ("measure", "formula")]
    rows = [(each.name, each.formula) for each in content.formulas]
    return of_texts(t("paper.slide_formulas", lang), heads, rows) if rows else []
