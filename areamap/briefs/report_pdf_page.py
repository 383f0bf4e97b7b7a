"""A page of a report as PDF: lines broken between Thai words, tables whose heads are repeated."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final

from fpdf import FPDF
from fpdf.fonts import TTFFont

from areamap.briefs import told
from areamap.briefs.report_pdf_letters import actual, spell
from areamap.briefs.slides_parts import runs
from areamap.briefs.table_room import Look, column_widths, row_height
from areamap.briefs.thai_text import broken
from areamap.draw.charts.template import INK, QUIET
from areamap.draw.files import FILES
from areamap.draw.paper import lettering
from areamap.i18n import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.briefs.content import Content
    from areamap.briefs.report_plan import Rows

WIDTH: Final = 6.57
"""Inches between the margins of A4: 2.5 cm at the left, where it is filed, 1.8 cm at the right."""

BODY: Final = 11.0
CELLS: Final = 9.5
NOTE: Final = 8.0
ACCENT: Final = "#0f766e"
WARNING: Final = "#9a3412"
_LEFT: Final = 0.984
_TOP: Final = 0.75
_FOOT: Final = 0.8
_LEADING: Final = 1.5
_FAMILY: Final = "Sarabun"
_WEIGHTS: Final = {"": "fonts/Sarabun-Regular.ttf", "B": "fonts/Sarabun-Bold.ttf"}
_LOOK: Final = Look(beside=0.06, above=0.025)
_BAND: Final = (238, 244, 243)


class Page(FPDF):
    """
    A report in work; units are inches.

    Parameters
    ----------
    content
        What it says: its place and day stand at each foot.
    pages
        How many pages it has, said at each foot; 0 only counts them, and writes nothing.
    """

    def __init__(self, content: "Content", pages: int) -> None:
        super().__init__(unit="in", format="A4")
        self._content = content
        self._of = pages
        if pages:
            for style, file in _WEIGHTS.items():
                self.add_font(_FAMILY, style, str(FILES[file]))
            spell(self)
        self.c_margin = 0.0
        self.set_margins(_LEFT, _TOP, self.w - _LEFT - WIDTH)
        self.set_auto_page_break(auto=False)
        self.set_lang("th-TH" if content.lang == "th" else "en-GB")
        self.set_title(told.line(content.title))
        self.set_subject(told.line(content.subtitle))
        self.set_author("areamap")
        self.set_creator("areamap")
        self.set_producer("areamap")
        self.set_creation_date(datetime.combine(content.as_of, time(), UTC))
        self.add_page()

    @property
    def left_over(self) -> float:
        """Inches down to the foot."""
        return float(self.h - _FOOT - self.get_y())

    def written(self) -> bytes:
        """Return the document; nothing can be added any more."""
        made = bytes(self.output())
        for font in self.fonts.values():
            # fpdf2 leaves the files of fonts open.
            if isinstance(font, TTFFont):
                font.ttfont.close()
        return made

    def footer(self) -> None:
        """Write the foot of a page: whose it is, of which day, made up or not, its number."""
        lang = self._content.lang
        said = f"{told.line(self._content.place)} · {told.line(self._content.subtitle)}"
        if self._content.is_sample:
            said = f"{said} · {t('paper.sample', lang)}"
        number = t("paper.page_of", lang, number=self.page_no(), of=self._of)
        self.set_draw_color(_BAND)
        at = self.h - _FOOT + 0.18
        self.line(_LEFT, at, _LEFT + WIDTH, at)
        self.write_at(_LEFT, at + 0.06, said, NOTE, colour=QUIET)
        self.write_at(_LEFT, at + 0.06, number, NOTE, colour=QUIET, align="R", width=WIDTH)

    def write_at(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        style: str = "",
        colour: str = INK,
        align: str = "L",
        width: float = 0.0,
    ) -> float:
        """Write one line, its upper left corner given; return where it ends."""
        end = x + lettering.width(text, size, "bold" if style else "regular")
        if not self._of:
            return end
        self.set_font(_FAMILY, style, size)
        self.set_text_color(colour)
        self.set_xy(x, y)
        with actual(self, text):
            self.cell(width or end - x + 0.01, size * _LEADING / 72, text, align=align)
        return end

    def room(self, inches: float) -> None:
        """Go to a new page where so much does not fit on this one."""
        if self.left_over < inches and self.get_y() > _TOP + 0.01:
            self.add_page()
            self.set_y(_TOP)

    def heading(self, text: str, level: int) -> None:
        """Write a heading, with something below it on the same page."""
        size = {0: 24.0, 1: 14.0, 2: 11.5}[level]
        lines = broken(text, WIDTH, size, "bold")
        high = size * _LEADING / 72
        self.room(len(lines) * high + (1.0 if level else 0.0))
        top = self.get_y() + (0.14 if level == 1 and self.get_y() > _TOP + 0.1 else 0.03)
        self.set_y(top)
        if level:
            self.start_section(text, level=level - 1)
        for line in lines:
            self.write_at(_LEFT, top, line, size, style="B", colour=ACCENT if level < 2 else INK)  # noqa: PLR2004
            top += high
        self.set_y(top + 0.03)

    def paragraph(
        self,
        text: str,
        size: float = BODY,
        *,
        figures: "Sequence[str]" = (),
        listed: bool = False,
        colour: str = INK,
        style: str = "",
    ) -> None:
        """Write a paragraph, its figures bold; after a dot where it is one of a list."""
        left = _LEFT + (0.2 if listed else 0.0)
        # Measured bold throughout: figures are, and a line must not leave the page.
        lines = broken(
            text, WIDTH - (left - _LEFT), size, "bold" if figures or style else "regular"
        )
        high = size * _LEADING / 72
        self.room(min(len(lines), 2) * high)
        for number, line in enumerate(lines):
            self.room(high)
            y = self.get_y()
            if listed and number == 0:
                self.set_fill_color(ACCENT)
                self.ellipse(_LEFT + 0.04, y + high / 2 - 0.025, 0.06, 0.06, style="F")
            x = left
            for words, bold in runs(line, figures):
                x = self.write_at(
                    x, y, words, size, style="B" if bold or style else "", colour=colour
                )
            self.set_y(y + high)
        self.set_y(self.get_y() + size * 0.25 / 72)

    def pictures(self, shown: "Sequence[tuple[bytes, float, float, str]]") -> None:
        """Put pictures side by side: each with its width, its height and what it shows in words."""
        high = max(each[2] for each in shown)
        self.room(high + 0.3)
        x, y = _LEFT, self.get_y() + 0.05
        for png, wide, own, alt in shown:
            if png:
                self.image(BytesIO(png), x, y, wide, own, alt_text=alt)
            x += wide + 0.12
        self.set_y(y + high + 0.05)

    def rows(self, told_rows: "Rows") -> None:
        """Write a table; its head stands on every page that it goes on to."""
        heads, rows = told_rows.heads, told_rows.rows
        widths = column_widths(heads, rows, CELLS, WIDTH, _LOOK)
        head = row_height(heads, widths, CELLS, _LOOK)
        first = row_height(rows[0], widths, CELLS, _LOOK)
        self.room(BODY * _LEADING / 72 + head + 2 * first)
        self.heading(told_rows.title, 2)
        self._row(heads, widths, head, told_rows.at_right, head=True)
        for number, row in enumerate(rows):
            high = row_height(row, widths, CELLS, _LOOK)
            if self.left_over < high:
                self.add_page()
                self.set_y(_TOP)
                self._row(heads, widths, head, told_rows.at_right, head=True)
            self._row(
                row, widths, high, told_rows.at_right,
                shaded=number % 2 == 1, bold=number in told_rows.bold,
            )  # fmt: skip
        self.set_y(self.get_y() + 0.03)
        if told_rows.note:
            self.paragraph(told_rows.note, NOTE, colour=QUIET)

    def _row(
        self,
        row: "Sequence[str]",
        widths: "Sequence[float]",
        high: float,
        at_right: "Sequence[bool]",
        *,
        head: bool = False,
        shaded: bool = False,
        bold: bool = False,
    ) -> None:
        x, top = _LEFT, self.get_y()
        if head or shaded:
            self.set_fill_color(ACCENT if head else _BAND)
            self.rect(x, top, sum(widths), high, style="F")
        line_high = CELLS * 1.36 / 72
        style = "B" if head or bold else ""
        for text, width, right in zip(row, widths, at_right, strict=True):
            inner = width - 2 * _LOOK.beside
            lines = broken(text, inner, CELLS, "bold")
            y = top + (high - len(lines) * line_high) / 2 - CELLS * 0.07 / 72
            for line in lines:
                self.write_at(
                    x + _LOOK.beside, y, line, CELLS, style=style, width=inner,
                    align="R" if right else "L", colour="#ffffff" if head else INK,
                )  # fmt: skip
                y += line_high
            x += width
        self.set_y(top + high)
