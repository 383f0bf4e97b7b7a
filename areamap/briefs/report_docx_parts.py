"""Parts of a Word document: styles in a Thai font, tables with repeated heads, page numbers."""

from typing import TYPE_CHECKING, Any, Final

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from areamap.briefs.slides_parts import runs
from areamap.briefs.table_room import Look, column_widths
from areamap.briefs.thai_text import FONT, LANGUAGES
from areamap.draw.charts.template import INK, QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.briefs.report_plan import Rows
    from areamap.i18n import Lang

ACCENT: Final = "#0f766e"
WARNING: Final = "#9a3412"
BODY: Final = 11.0
CELLS: Final = 9.5
NOTE: Final = 8.0
WIDTH: Final = 6.57
_BAND: Final = "#eef4f3"
_LOOK: Final = Look(beside=0.08, above=0.0)
_HALF: Final = 2
"""Word counts letter sizes in half points."""
_GAP: Final = 0.16
_STYLES: Final = {
    "Normal": (BODY, INK, False),
    "Title": (24.0, ACCENT, True),
    "Subtitle": (BODY, QUIET, False),
    "Heading 1": (14.0, ACCENT, True),
    "Heading 2": (11.5, INK, True),
    "List Bullet": (BODY, INK, False),
    "Caption": (NOTE, QUIET, False),
}
_SPACE: Final = {
    "Normal": (0, 3), "Title": (2, 2), "Subtitle": (0, 2), "Heading 1": (9, 2),
    "Heading 2": (5, 3), "List Bullet": (0, 2), "Caption": (1, 4),
}  # fmt: skip
_LEADING: Final = 1.36


def style(document: Any, lang: "Lang") -> None:  # noqa: ANN401 - python-docx has no types
    """
    Give the styles of a document a font for every script, sizes and spaces.

    Word takes the font, the size, the weight and the language of complex scripts from settings of
    their own (`w:cs`, `w:szCs`, `w:bCs`, `w:lang w:bidi`); python-docx sets those of Latin letters.
    """
    for name, (size, colour, bold) in _STYLES.items():
        found = document.styles[name]
        found.font.size = Pt(size)
        found.font.bold = bold
        found.font.italic = False
        found.font.color.rgb = _rgb(colour)
        before, after = _SPACE[name]
        found.paragraph_format.space_before = Pt(before)
        found.paragraph_format.space_after = Pt(after)
        found.paragraph_format.line_spacing = Pt(size * _LEADING)
        found.paragraph_format.keep_with_next = name.startswith("Heading") or name == "Title"
        _speak(found.element.get_or_add_rPr(), size, lang, bold=bold)


def paragraph(
    document: Any,  # noqa: ANN401
    name: str,
    text: str,
    *,
    figures: "Sequence[str]" = (),
    colour: str = "",
    bold: bool = False,
) -> Any:  # noqa: ANN401
    """Add a paragraph of a style, its figures bold."""
    made = document.add_paragraph(style=name)
    for words, marked in runs(text, figures):
        _run(made, words, bold=marked or bold, colour=colour)
    return made


def table(document: Any, told_rows: "Rows", lang: "Lang") -> None:  # noqa: ANN401
    """Add a table; its head stands on every page that it goes on to, and no row is torn."""
    heads, rows = told_rows.heads, told_rows.rows
    widths = column_widths(heads, rows, CELLS, WIDTH, _LOOK)
    made = document.add_table(rows=len(rows) + 1, cols=len(heads))
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    # Cells are gone through once: python-docx looks each up from the first.
    lines = [made_row.cells for made_row in made.rows]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Inches(width)
    for number, (row, cells) in enumerate(zip((heads, *rows), lines, strict=True)):
        is_head = number == 0
        bold = is_head or number - 1 in told_rows.bold
        for cell, text, width, right in zip(cells, row, widths, told_rows.at_right, strict=True):
            cell.width = Inches(width)
            shade = ACCENT if is_head else _BAND if number % 2 == 0 else ""
            _cell(cell, text, shade, lang, bold=bold, right=right, head=is_head)
        _whole(made.rows[number]._tr, head=is_head)  # noqa: SLF001 - python-docx has no other way


def foot(section: Any, caption: Any, text: str, number: tuple[str, str, str]) -> None:  # noqa: ANN401
    """
    Write the foot of every page.

    Parameters
    ----------
    section
        Of the document.
    caption
        The style of small letters.
    text
        What stands at the left.
    number
        What stands before the number of the page, between it and the number of pages, and after.
    """
    made = section.footer.paragraphs[0]
    made.style = caption
    made.paragraph_format.tab_stops.clear_all()
    made.paragraph_format.tab_stops.add_tab_stop(Inches(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _run(made, f"{text}\t{number[0]}", colour=QUIET)
    _field(made, "PAGE")
    _run(made, number[1], colour=QUIET)
    _field(made, "NUMPAGES")
    _run(made, number[2], colour=QUIET)


def pictures(document: Any, shown: "Sequence[tuple[Any, float, float, str]]") -> None:  # noqa: ANN401
    """Put pictures side by side: each a file, its width, its height, in words."""
    made = document.add_table(rows=1, cols=len(shown))
    made.autofit = False
    # A table holds them side by side where a line would break between them.
    columns = zip(made.columns, made.rows[0].cells, shown, strict=True)
    for column, cell, (file, wide, high, alt) in columns:
        column.width = cell.width = Inches(wide + _GAP)
        paragraph_ = cell.paragraphs[0]
        paragraph_.paragraph_format.line_spacing = 1.0
        paragraph_.paragraph_format.keep_with_next = True
        inline = paragraph_.add_run().add_picture(file, Inches(wide), Inches(high))
        inline._inline.docPr.set("descr", alt)  # noqa: SLF001 - python-docx has no other way
        _no_margins(cell)


def _no_margins(cell: Any) -> None:  # noqa: ANN401
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    cell._tc.get_or_add_tcPr().append(margins)  # noqa: SLF001


def _cell(
    cell: Any,  # noqa: ANN401
    text: str,
    shade: str,
    lang: "Lang",
    *,
    bold: bool,
    right: bool,
    head: bool,
) -> None:
    made = cell.paragraphs[0]
    made.paragraph_format.space_after = Pt(1)
    made.paragraph_format.line_spacing = Pt(CELLS * _LEADING)
    if right:
        made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = _run(made, text, bold=bold, colour="#ffffff" if head else "")
    run.font.size = Pt(CELLS)
    _speak(run._r.get_or_add_rPr(), CELLS, lang, bold=bold)  # noqa: SLF001
    if shade:
        fill = OxmlElement("w:shd")
        fill.set(qn("w:val"), "clear")
        fill.set(qn("w:fill"), shade.lstrip("#"))
        cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001


def _whole(row: Any, *, head: bool) -> None:  # noqa: ANN401
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _run(
    made: Any,  # noqa: ANN401
    words: str,
    *,
    bold: bool = False,
    colour: str = "",
) -> Any:  # noqa: ANN401
    run = made.add_run(words)
    if bold:
        run.font.bold = True
        run.font.cs_bold = True
    if colour:
        run.font.color.rgb = _rgb(colour)
    run.font.complex_script = True
    return run


def _field(made: Any, name: str) -> None:  # noqa: ANN401
    """Add a field that Word counts."""
    run = _run(made, "", colour=QUIET)
    for kind in ("begin", None, "end"):
        if kind is None:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = f" {name} "
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)  # noqa: SLF001


def _speak(properties: Any, size: float, lang: "Lang", *, bold: bool) -> None:  # noqa: ANN401
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        # A theme's font would come before ours.
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for tag in ("w:szCs", "w:bCs", "w:lang", "w:iCs", "w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    if bold:
        _put(properties, "w:bCs", {})
    _put(properties, "w:szCs", {"w:val": f"{size * _HALF:.0f}"})
    _put(properties, "w:lang", {"w:val": LANGUAGES["en"], "w:bidi": LANGUAGES[lang]})


_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing",
    "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
    "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""Order of the properties of a run in the schema; Word calls a file broken that has another."""


def _put(properties: Any, tag: str, values: dict[str, str]) -> None:  # noqa: ANN401
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(name), value)
    place = _ORDER.index(tag.removeprefix("w:"))
    later = {qn(f"w:{name}") for name in _ORDER[place + 1 :]}
    at = next(
        (number for number, child in enumerate(properties) if child.tag in later), len(properties)
    )
    properties.insert(at, made)


def _rgb(colour: str) -> Any:  # noqa: ANN401
    return RGBColor.from_string(colour.lstrip("#").upper())
