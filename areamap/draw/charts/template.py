"""What all charts share: font, ink, grid, and the way in for words of other people."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final
from unicodedata import category

from plotly.graph_objects import Figure

__all__ = ["Figure", "axis", "figure", "room", "signs", "text", "texts"]

FONT: Final = 'Sarabun, "Noto Sans Thai", "Leelawadee UI", Tahoma, sans-serif'
INK: Final = "#12303b"
QUIET: Final = "#4a626b"
GRID: Final = "#d3dee2"
PAPER: Final = "#ffffff"
SIZE: Final = 15

_LETTER: Final = 7.6
"""Width of a letter on average, in pixels."""

ROW: Final = 34
"""Height of a bar with the space to the next: room for vowels above and below."""


def figure(traces: Sequence[dict[str, Any]], height: int, **layout: Any) -> Figure:  # noqa: ANN401 - whatever plotly's layout takes
    """
    Return traces as a figure in the house's looks.

    Parameters
    ----------
    traces
        As plotly's JSON has them.
    height
        Pixels.
    **layout
        What this chart has beyond the common layout.
    """
    shared: dict[str, Any] = {
        "template": "none",
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8, "pad": 4},
        "height": height,
        "separators": ".,",
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": QUIET,
            "align": "left",
            "font": {"family": FONT, "size": SIZE, "color": INK},
        },
    }
    return Figure({"data": list(traces), "layout": shared | layout})


def axis(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever plotly's axis takes
    """Return an axis with quiet lines, whose labels find their own room."""
    quiet = {"family": FONT, "size": SIZE - 1, "color": QUIET}
    return {
        "automargin": True,
        "fixedrange": True,
        "gridcolor": GRID,
        "linecolor": GRID,
        "zerolinecolor": GRID,
        "tickfont": quiet,
    } | more


def text(words: object) -> str:
    """Return words as plotly shows them letter by letter: it reads tags and links in them."""
    return escape(str(words), quote=False)


def signs(words: str) -> int:
    """Return how many letters wide words are: signs above and below a letter take no room."""
    return sum(category(letter) != "Mn" for letter in words)


def room(labels: Sequence[str]) -> int:
    """Return the pixels that the longest of some labels takes."""
    return int(max(map(signs, labels), default=0) * _LETTER)


def texts(words: Sequence[object]) -> list[str]:
    """Return several words as `text` does."""
    return [text(each) for each in words]
