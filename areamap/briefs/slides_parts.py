"""The parts of a slide: texts, tables, charts and pictures that can be edited, in a Thai font."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from areamap.briefs.thai_text import FONT, LANGUAGES, LEADING
from areamap.draw.charts.template import INK, QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.briefs.slides_tables import TableSlide
    from areamap.i18n import Lang

Box = tuple[float, float, float, float]
"""Left, top, width, height in inches."""

ACCENT: Final = "#0f766e"
BAND: Final = "#eef4f3"
WARNING: Final = "#9a3412"

_FACES: Final = ("latin", "ea", "cs")


def speak(run: Any, lang: "Lang") -> None:  # noqa: ANN401 - python-pptx has no types
    """
    Give a run its font for every script, and its language.

    python-pptx names a font for Latin letters only; Thai is a complex script, and PowerPoint takes
    another font for it where none is told.
    """
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - it has no other way
    properties.set("lang", LANGUAGES[lang])
    face(properties)


def text(  # noqa: PLR0913 - a box of text has as many sides
    slide: Any,  # noqa: ANN401
    box: Box,
    paragraphs: "Sequence[Sequence[tuple[str, bool]]]",
    size: float,
    lang: "Lang",
    *,
    colour: str = INK,
    figures: str = "",
    align: str = "left",
    after: float = 0.0,
    middle: bool = False,
) -> Any:  # noqa: ANN401
    """
    Write paragraphs into a box of their own.

    Parameters
    ----------
    slide
        Where.
    box
        Its place.
    paragraphs
        Each of runs: a text, and whether it is bold.
    size
        Points.
    lang
        Language.
    colour, figures
        Of the letters, and of bold ones where they differ.
    align
        `left`, `center` or `right`.
    after
        Space after a paragraph, in points.
    middle
        Whether it stands in the middle of the height.
    """
    shape = slide.shapes.add_textbox(*(Inches(part) for part in box))
    frame = shape.text_frame
    _bare(frame)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        fill(paragraph, runs, size, lang, colour=colour, figures=figures or colour)
        paragraph.alignment = getattr(PP_ALIGN, align.upper())
        paragraph.space_after = Pt(after)
    return shape


def hero(slide: Any, box: Box, number: str, unit: str, size: float, lang: "Lang") -> None:  # noqa: ANN401
    """Write a number that the last row can read, its unit smaller beside it."""
    shape = text(slide, box, [[(number, True)]], size, lang, figures=ACCENT, middle=True)
    if unit:
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = f" {unit}"
        run.font.size = Pt(size * 0.45)
        run.font.color.rgb = rgb(QUIET)
        speak(run, lang)


def fill(
    paragraph: Any,  # noqa: ANN401
    runs: "Sequence[tuple[str, bool]]",
    size: float,
    lang: "Lang",
    *,
    colour: str = INK,
    figures: str = INK,
) -> None:
    """Write runs into a paragraph, in lines whose marks do not touch."""
    paragraph.line_spacing = Pt(size * LEADING)
    for words, bold in runs:
        run = paragraph.add_run()
        run.text = words
        run.font.size = Pt(size)
        run.font.bold = bold
        run.font.color.rgb = rgb(figures if bold else colour)
        speak(run, lang)


def title(slide: Any, box: Box, words: str, size: float, lang: "Lang") -> None:  # noqa: ANN401
    """
    Write the heading of a slide into its own place, so that outlines and readers find it.

    Where it has to be broken at one place, a line feed in it says so.
    """
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = (Inches(part) for part in box)
    _bare(shape.text_frame)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for number, each in enumerate(words.split("\n")):
        frame = shape.text_frame
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        fill(paragraph, [(each, True)], size, lang, figures=ACCENT)


def band(slide: Any, box: Box, colour: str) -> None:  # noqa: ANN401
    """Draw a plain area behind what stands on it."""
    shape = slide.shapes.add_shape(1, *(Inches(part) for part in box))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False
    describe(shape, "")


def picture(slide: Any, png: bytes, box: Box, alt: str) -> None:  # noqa: ANN401
    """Put a picture in its place, with what it shows in words."""
    shape = slide.shapes.add_picture(BytesIO(png), *(Inches(part) for part in box))
    describe(shape, alt)


def table(
    slide: Any,  # noqa: ANN401
    at: tuple[float, float],
    told: "TableSlide",
    size: float,
    heights: "Sequence[float]",
    lang: "Lang",
) -> None:
    """Write a table, its heading first."""
    left, top = at
    rows, columns = len(told.rows) + 1, len(told.heads)
    shape = slide.shapes.add_table(
        rows, columns, Inches(left), Inches(top), Inches(sum(told.widths)), Inches(sum(heights))
    )
    describe(shape, told.heading)
    made = shape.table
    made.horz_banding = True
    for column, width in zip(made.columns, told.widths, strict=True):
        column.width = Inches(width)
    for number, (row, height) in enumerate(zip(made.rows, heights, strict=True)):
        row.height = Inches(height)
        words = told.heads if number == 0 else told.rows[number - 1]
        for cell, each, right in zip(row.cells, words, told.at_right, strict=True):
            is_bold = number == 0 or number - 1 in told.bold
            _cell(cell, each, size, lang, right=right, bold=is_bold, head=number == 0)
            cell.fill.solid()
            shade = ACCENT if number == 0 else BAND if number % 2 == 0 else "#ffffff"
            cell.fill.fore_color.rgb = rgb(shade)


def describe(shape: Any, alt: str) -> None:  # noqa: ANN401
    """Say what a shape shows for who can't see it; nothing for mere decoration."""
    shape._element._nvXxPr.cNvPr.set("descr", alt)  # noqa: SLF001 - python-pptx has no other way


def runs(words: str, figures: "Sequence[str]") -> list[tuple[str, bool]]:
    """Return a sentence as runs, its figures bold."""
    marked = sorted({each for each in figures if each}, key=len, reverse=True)
    if not marked:
        return [(words, False)]
    parts = re.split(
        "(" + "|".join(f"(?<![\\d.,]){re.escape(each)}(?![\\d])" for each in marked) + ")", words
    )
    return [(part, part in marked) for part in parts if part]


def _cell(
    cell: Any,  # noqa: ANN401
    words: str,
    size: float,
    lang: "Lang",
    *,
    right: bool,
    bold: bool,
    head: bool,
) -> None:
    cell.margin_left = cell.margin_right = Inches(0.1)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    fill(paragraph, [(words, bold)], size, lang, figures="#ffffff" if head else INK)


def _bare(frame: Any) -> None:  # noqa: ANN401
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def face(properties: Any) -> None:  # noqa: ANN401
    """Name the font for Latin, East Asian and complex scripts in properties of a run."""
    for name in _FACES:
        for old in properties.findall(qn(f"a:{name}")):
            properties.remove(old)
    # They stand after colours and before what else there is.
    at = next(
        (number for number, child in enumerate(properties) if child.tag in _AFTER_FACES),
        len(properties),
    )
    for number, name in enumerate(_FACES):
        made = properties.makeelement(qn(f"a:{name}"), {"typeface": FONT})
        properties.insert(at + number, made)


_AFTER_FACES: Final = frozenset(
    qn(f"a:{name}") for name in ("sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst")
)


def rgb(colour: str) -> Any:  # noqa: ANN401
    """Return a colour as python-pptx takes it."""
    return RGBColor.from_string(colour.lstrip("#").upper())  # type: ignore[no-untyped-call]
