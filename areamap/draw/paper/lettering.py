"""Letters on pictures: Sarabun from its files, shaped for Thai, measured before it is drawn."""

from functools import cache, lru_cache
from typing import Any, Final, Literal

from areamap.draw.charts.template import INK
from areamap.draw.files import FILES
from areamap.draw.paper._matplotlib import Figure, FontProperties, withStroke
from areamap.draw.paper._matplotlib import get_font as font_of

Weight = Literal["regular", "semibold", "bold"]

_FILES: Final = {
    "regular": FILES["fonts/Sarabun-Regular.ttf"],
    "semibold": FILES["fonts/Sarabun-SemiBold.ttf"],
    "bold": FILES["fonts/Sarabun-Bold.ttf"],
}
_POINTS: Final = 72
_MEASURED_AT: Final = 100
_FIXED: Final = 64
"""FreeType measures in 64ths."""

LINE: Final = 1.45
"""Distance of lines in letter sizes: Thai has marks above vowels above letters."""

ABOVE: Final = 1.0
BELOW: Final = 0.32
"""How far letters with their marks reach above and below their line, in letter sizes."""


@lru_cache(maxsize=4096)
def _shown(text: str) -> str:
    """Return a text on one line, with a question mark for what the font has no letter for."""
    letters = _letters()
    signs = (" " if sign.isspace() else sign for sign in text)
    return "".join(sign if ord(sign) in letters else "?" for sign in signs)


@cache
def _letters() -> frozenset[int]:
    """Return what the font has letters for."""
    return frozenset(font_of(str(_FILES["regular"])).get_charmap())


def width(text: str, size: float, weight: Weight = "regular") -> float:
    """
    Return how wide a line of text is.

    Parameters
    ----------
    text
        One line.
    size
        Letter size in points.
    weight
        Of the letters.

    Returns
    -------
    float
        Inches.
    """
    return _measured(text, weight) / _FIXED / _MEASURED_AT * size / _POINTS


@lru_cache(maxsize=32768)
def _measured(text: str, weight: Weight) -> float:
    """Return the width of a text at one size; a line is as wide at any other as it is larger."""
    font = font_of(str(_FILES[weight]))
    font.set_size(_MEASURED_AT, _POINTS)
    font.set_text(_shown(text), 0.0)
    return float(font.get_width_height()[0])


def height(size: float) -> float:
    """Return the height of one line with its marks, in inches."""
    return (ABOVE + BELOW) * size / _POINTS


def write(
    figure: Figure,
    at: tuple[float, float],
    text: str,
    size: float,
    *,
    weight: Weight = "regular",
    colour: str = INK,
    align: Literal["left", "center", "right"] = "left",
    halo: float = 0.0,
    **more: Any,  # noqa: ANN401 - whatever matplotlib's text takes
) -> None:
    """
    Write a line of text.

    Parameters
    ----------
    figure
        Where.
    at
        Inches from the left and from the foot of the figure, to the line that letters stand on.
    text
        One line. It is never read as a formula: names are of other people.
    size
        Points.
    weight, colour, align
        Of the letters.
    halo
        Width of the white line around them, in points.
    **more
        What matplotlib's text takes.
    """
    wide, high = figure.get_size_inches()
    figure.text(
        at[0] / wide,
        at[1] / high,
        _shown(text),
        fontproperties=FontProperties(fname=str(_FILES[weight]), size=size),
        color=colour,
        ha=align,
        va="baseline",
        parse_math=False,
        path_effects=[withStroke(linewidth=halo * 2, foreground="white")] if halo else None,
        **more,
    )
