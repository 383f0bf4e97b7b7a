"""What all charts on paper share: numbers as they are said, legend, rectangles in inches."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from areamap.draw.charts.template import INK, PAPER, QUIET
from areamap.draw.palettes import luminance
from areamap.draw.paper import lettering
from areamap.draw.paper._matplotlib import Rectangle
from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.draw.paper._matplotlib import Figure
    from areamap.draw.paper.sheet import Paper

EDGE: Final = 0.08
SMALL: Final = 0.85
_LIGHT: Final = 0.36


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A chart in work: its sheet, what it shows and in which colours."""

    figure: "Figure"
    paper: "Paper"
    frame: "DataFrame"
    hues: tuple[str, ...]
    unit: str
    digits: int
    lang: Lang

    @property
    def unit_inch(self) -> float:
        """Letter size in inches."""
        return self.paper.letters / 72

    def said(self, value: float) -> str:
        """Return a number as it is written; a missing one is said to be unknown."""
        return t("charts.unknown", self.lang) if math.isnan(value) else f"{value:,.{self.digits}f}"

    def box(self, left: float, foot: float, wide: float, high: float, colour: str) -> None:
        """Draw a rectangle, in inches; nothing where there is nothing."""
        if wide <= 0 or high <= 0:
            return
        self.figure.add_artist(
            Rectangle(
                (left, foot), wide, high, facecolor=colour, edgecolor=PAPER, linewidth=0.6,
                transform=self.figure.dpi_scale_trans,
            )
        )  # fmt: skip

    def head(self) -> float:
        """Draw the legend and the unit at the top; return what is left below, in inches."""
        letters = self.paper.letters * SMALL
        top = self.paper.height - EDGE
        at, line = EDGE, 1.5 * letters / 72
        if len(self.frame.columns) > 1:
            top -= line
            for name, colour in zip(map(str, self.frame.columns), self.hues, strict=True):
                wide = 1.6 * letters / 72 + lettering.width(name, letters)
                if at > EDGE and at + wide > self.paper.width - EDGE:
                    at, top = EDGE, top - line
                self.box(at, top, letters / 72, letters / 72, colour)
                place = (at + 1.5 * letters / 72, top + 0.12 * letters / 72)
                lettering.write(self.figure, place, name, letters)
                at += wide + 1.2 * letters / 72
        if self.unit:
            top -= line
            foot = top + 0.12 * letters / 72
            lettering.write(self.figure, (EDGE, foot), self.unit, letters, colour=QUIET)
        return top - 0.3 * self.unit_inch


def ink_on(colour: str) -> str:
    """Return the ink that can be read on a colour."""
    return INK if luminance(colour) > _LIGHT else PAPER


def cut(text: str, room: float, size: float) -> str:
    """Return a text that fits, with an ellipsis where it had to be cut."""
    if lettering.width(text, size) <= room:
        return text
    while text and lettering.width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text}…"
