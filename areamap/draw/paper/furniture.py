"""What a map needs to be read: how far, which way, whose figures, and that they are made up."""

from dataclasses import dataclass
from typing import Final

from areamap.draw.charts.template import INK, PAPER, QUIET
from areamap.draw.paper import lettering
from areamap.draw.paper._matplotlib import Figure, Polygon, Rectangle
from areamap.i18n import Lang, t

_INCH: Final = 72
_KM: Final = 1000.0
_STEPS: Final = (1.0, 2.0, 5.0)
LONGEST: Final = 1.7
"""Inches that the scale bar may take at most."""
SAMPLE_INK: Final = "#9a3412"


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """
    How far it is on a map.

    Attributes
    ----------
    kilometres
        A round number.
    inches
        How long it is on the paper.
    """

    kilometres: float
    inches: float


def scale_bar(inches_per_metre: float, longest: float = LONGEST) -> ScaleBar:
    """Return the longest round distance that takes at most so many inches."""
    power = 1e-3
    best = power
    while power * _KM * inches_per_metre <= longest:
        for step in _STEPS:
            if step * power * _KM * inches_per_metre <= longest:
                best = step * power
        power *= 10
    return ScaleBar(best, best * _KM * inches_per_metre)


def height(letters: float) -> float:
    """Return how many inches the scale bar and the arrow take."""
    return 3.6 * letters / _INCH


def draw_scale(
    figure: Figure, bar: ScaleBar, left: float, foot: float, letters: float, lang: Lang
) -> float:
    """Draw a scale bar from its lower left corner in inches; return its right end."""
    unit = letters / _INCH
    high = 0.36 * unit
    small = letters * 0.85
    for part in (0, 1):
        box = (left + part * bar.inches / 2, foot + 0.2 * unit)
        figure.add_artist(
            Rectangle(
                box,
                bar.inches / 2,
                high,
                facecolor=INK if part == 0 else PAPER,
                edgecolor=INK,
                linewidth=0.7,
                transform=figure.dpi_scale_trans,
                zorder=6,
            )
        )
    above = foot + 0.2 * unit + high + 0.35 * unit
    lettering.write(figure, (left, above), "0", small, align="center")
    if lettering.width(_said(bar.kilometres), small) * 2.2 < bar.inches / 2:
        middle = (left + bar.inches / 2, above)
        lettering.write(figure, middle, _said(bar.kilometres / 2), small, align="center")
    end = _said(bar.kilometres)
    right = left + bar.inches - lettering.width(end, small) / 2
    told = t("paper.kilometres", lang, distance=end)
    lettering.write(figure, (right, above), told, small)
    return right + lettering.width(told, small)


def draw_arrow(figure: Figure, middle: float, foot: float, letters: float, lang: Lang) -> None:
    """Draw the arrow that points north, from the middle of its foot in inches."""
    unit = letters / _INCH
    high, wide = 1.9 * unit, 0.62 * unit
    for side, colour in ((-1, INK), (1, PAPER)):
        corners = [
            (middle, foot + high),
            (middle + side * wide, foot),
            (middle, foot + 0.5 * unit),
        ]
        figure.add_artist(
            Polygon(
                corners,
                facecolor=colour,
                edgecolor=INK,
                linewidth=0.7,
                transform=figure.dpi_scale_trans,
                zorder=6,
            )
        )
    told = t("paper.north", lang)
    lettering.write(
        figure, (middle, foot + high + 0.25 * unit), told, letters * 0.85, align="center",
        weight="semibold",
    )  # fmt: skip


def draw_sample(figure: Figure, text: str, right: float, top: float, letters: float) -> None:
    """Say in the upper right corner that the figures are made up."""
    unit = letters / _INCH
    wide = lettering.width(text, letters, "bold") + 1.0 * unit
    high = 1.8 * unit
    figure.add_artist(
        Rectangle(
            (right - wide, top - high),
            wide,
            high,
            facecolor=PAPER,
            edgecolor=SAMPLE_INK,
            linewidth=1.2,
            transform=figure.dpi_scale_trans,
            zorder=8,
        )
    )
    at = (right - wide / 2, top - high + 0.58 * unit)
    lettering.write(
        figure, at, text, letters, weight="bold", colour=SAMPLE_INK, align="center", zorder=9
    )


def draw_source(figure: Figure, told: list[str], left: float, foot: float, letters: float) -> None:
    """Say at the foot whose figures they are, the last line lowest."""
    line = lettering.LINE * letters / _INCH
    for number, text in enumerate(reversed(told)):
        at = foot + number * line + 0.3 * letters / _INCH
        lettering.write(figure, (left, at), text, letters, colour=QUIET)


def _said(kilometres: float) -> str:
    return f"{kilometres:,.10g}"
