"""A brief as a report of two to six pages (.pdf) for an official file."""

from typing import TYPE_CHECKING, Final

from areamap.briefs import told
from areamap.briefs.drawn import chart, drawn_graph, drawn_map
from areamap.briefs.report_pdf_page import BODY, NOTE, WARNING, WIDTH, Page
from areamap.briefs.report_plan import (
    FITS,
    MOST_PAGES,
    Block,
    Fit,
    Heading,
    Opening,
    Rows,
    Sentence,
    Shown,
    Small,
    blocks,
)  # fmt: skip
from areamap.draw.charts.template import QUIET
from areamap.draw.paper.charts import room
from areamap.draw.paper.sheet import Paper

if TYPE_CHECKING:
    from areamap.briefs.content import Content, Terrain

MAP_WIDTH: Final = 3.55
GRAPH_WIDTH: Final = 2.9
"""Inches of a map and a graph that stand side by side."""
LETTERS: Final = 8.5
DPI: Final = 200
_WARNING: Final = 13.0

Drawn = list[tuple[bytes, float, float, str]]


def write(content: "Content", terrain: "Terrain") -> bytes:
    """
    Return a brief as a PDF.

    Parameters
    ----------
    content
        What it says.
    terrain
        The polygons of its maps.

    Returns
    -------
    bytes
        A PDF whose text can be searched and copied; the same for the same content.
    """
    fit, pages = fitting(content)
    return _set(content, terrain, fit, pages).written()


def fitting(content: "Content") -> tuple[Fit, int]:
    """Return how much there is room for, so that there are few pages, and how many there are."""
    pages = 0
    for fit in FITS:
        pages = _set(content, None, fit, 0).pages_count
        if pages <= MOST_PAGES:
            return fit, pages
    return FITS[-1], pages


def _set(content: "Content", terrain: "Terrain | None", fit: Fit, pages: int) -> Page:
    """Return the report; without terrain its pictures are left white, to count its pages."""
    page = Page(content, pages)
    for block in blocks(content, fit):
        _put(page, block, content, terrain, fit.high)
    return page


def _put(
    page: Page, block: Block, content: "Content", terrain: "Terrain | None", high: float
) -> None:
    match block:
        case Opening():
            _open(page, block)
        case Heading():
            page.heading(block.text, block.level)
        case Sentence():
            page.paragraph(block.text, figures=block.figures, listed=block.listed)
        case Small():
            page.paragraph(block.text, NOTE, figures=block.figures, colour=QUIET)
        case Rows():
            page.rows(block)
        case Shown():
            titles = [told.line(each.title) for each in (block.picture, block.graph) if each]
            page.room(high + 0.6)
            page.heading(" · ".join(dict.fromkeys(titles)), 2)
            page.pictures(drawn(block, content, terrain, high))


def _open(page: Page, opening: Opening) -> None:
    page.paragraph(opening.kind, BODY, colour=QUIET)
    page.heading(opening.title, 0)
    page.paragraph(opening.subtitle, BODY, colour=QUIET)
    if opening.warning:
        page.paragraph(opening.warning, _WARNING, colour=WARNING, style="B")


def drawn(block: Shown, content: "Content", terrain: "Terrain | None", highest: float) -> Drawn:
    """Return a map and a graph with their widths and heights in inches and words for them."""
    lang = content.lang
    found: Drawn = []
    both = block.picture is not None and block.graph is not None
    if block.picture is not None:
        wide = MAP_WIDTH if both else WIDTH
        paper = Paper(wide, highest, LETTERS, DPI)
        png = drawn_map(block.picture, terrain, paper, lang) if terrain else b""
        found.append((png, wide, highest, told.line(block.picture.alt)))
    if block.graph is not None:
        wide = GRAPH_WIDTH if both else WIDTH
        high = highest if both else min(max(room(chart(block.graph, lang), LETTERS), 1.6), highest)
        paper = Paper(wide, high, LETTERS, DPI)
        png = drawn_graph(block.graph, paper, lang, least=high)[0] if terrain else b""
        found.append((png, wide, high, told.line(block.graph.title)))
    return found
