"""A brief as a report that an office can go on writing in (.docx)."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.shared import Inches

from areamap.briefs import report_docx_parts as parts
from areamap.briefs import told
from areamap.briefs.repacked import repacked
from areamap.briefs.report_pdf import drawn, fitting
from areamap.briefs.report_plan import (
    Block,
    Heading,
    Opening,
    Rows,
    Sentence,
    Shown,
    Small,
    blocks,
)  # fmt: skip
from areamap.draw.charts.template import QUIET
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.briefs.content import Content, Terrain

_A4: Final = (8.268, 11.693)
_LEFT: Final = 0.984
_TOP: Final = 0.75
_LOOSER: Final = 0.96
"""Pictures side by side are a little smaller than in the PDF, for a space stands between them."""
_NUMBER: Final = "\x00"


def write(content: "Content", terrain: "Terrain") -> bytes:
    """
    Return a brief as a Word document.

    Parameters
    ----------
    content
        What it says.
    terrain
        The polygons of its maps.

    Returns
    -------
    bytes
        A .docx file whose headings are styles, so that Word makes a table of contents of them; the
        same for the same content.
    """
    document = Document()
    _page(document, content)
    parts.style(document, content.lang)
    fit, _ = fitting(content)
    for block in blocks(content, fit):
        _put(document, block, content, terrain, fit.high)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue(), content.as_of)


def _page(document: Any, content: "Content") -> None:  # noqa: ANN401 - python-docx has no types
    lang = content.lang
    core = document.core_properties
    core.title = told.line(content.title)
    core.subject = told.line(content.subtitle)
    core.author = core.last_modified_by = "areamap"
    core.comments = ""
    core.language = lang
    core.revision = 1
    section = document.sections[0]
    section.page_width, section.page_height = (Inches(each) for each in _A4)
    section.left_margin = Inches(_LEFT)
    section.right_margin = Inches(_A4[0] - _LEFT - parts.WIDTH)
    section.top_margin = section.bottom_margin = Inches(_TOP)
    section.footer_distance = Inches(_TOP / 2)
    said = f"{told.line(content.place)} · {told.line(content.subtitle)}"
    if content.is_sample:
        said = f"{said} · {t('paper.sample', lang)}"
    around = t("paper.page_of", lang, number=_NUMBER, of=_NUMBER).split(_NUMBER)
    caption = document.styles["Caption"]
    parts.foot(section, caption, said, (around[0], around[1], around[2]))


def _put(document: Any, block: Block, content: "Content", terrain: "Terrain", high: float) -> None:  # noqa: ANN401
    match block:
        case Opening():
            _open(document, block)
        case Heading():
            parts.paragraph(document, f"Heading {block.level}", block.text)
        case Sentence():
            parts.paragraph(document, "List Bullet", block.text, figures=block.figures)
        case Small():
            parts.paragraph(document, "Caption", block.text, figures=block.figures, colour=QUIET)
        case Rows():
            parts.paragraph(document, "Heading 2", block.title)
            parts.table(document, block, content.lang)
            parts.paragraph(document, "Caption", block.note)
        case Shown():
            titles = [told.line(each.title) for each in (block.picture, block.graph) if each]
            parts.paragraph(document, "Heading 2", " · ".join(dict.fromkeys(titles)))
            made = drawn(block, content, terrain, high)
            parts.pictures(
                document,
                [
                    (BytesIO(png), wide * _LOOSER, high * _LOOSER, alt)
                    for png, wide, high, alt in made
                ],
            )


def _open(document: Any, opening: Opening) -> None:  # noqa: ANN401
    parts.paragraph(document, "Subtitle", opening.kind)
    parts.paragraph(document, "Title", opening.title)
    parts.paragraph(document, "Subtitle", opening.subtitle)
    if opening.warning:
        parts.paragraph(document, "Normal", opening.warning, colour=parts.WARNING, bold=True)
