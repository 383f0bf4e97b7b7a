"""Thai text in Office files: its font is one for complex scripts, and its language is told."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from areamap.draw.paper import lettering
from areamap.draw.paper.words import lines

if TYPE_CHECKING:
    from areamap.draw.paper.lettering import Weight

FONT: Final = "Sarabun"
"""Named in the files; the app has it, and whoever lacks it sees the system's Thai font."""

LANGUAGES: Final = {"th": "th-TH", "en": "en-GB"}
"""How Office writes a language; it breaks lines by it."""

LEADING: Final = 1.36
"""Distance of lines in letter sizes: marks above vowels do not touch the line before."""

_SLACK: Final = 0.97
"""Office breaks Thai by its own dictionary, and so sometimes a little earlier than we do."""


def broken(text: str, width: float, size: float, weight: "Weight" = "regular") -> list[str]:
    """
    Return a text in the lines that it takes.

    Parameters
    ----------
    text
        What is written.
    width
        Inches of a line.
    size, weight
        Of its letters; the size in points.
    """
    return list(_broken(text, width, size, weight))


@lru_cache(maxsize=16384)
def _broken(text: str, width: float, size: float, weight: "Weight") -> tuple[str, ...]:
    """Return the lines: a report is set several times until it has few enough pages."""
    room = width * _SLACK
    return tuple(lines(text, room, lambda words: lettering.width(words, size, weight)))


def height(text: str, width: float, size: float, weight: "Weight" = "regular") -> float:
    """Return how high a text is in lines of so many inches, in inches."""
    return len(broken(text, width, size, weight)) * line_height(size)


def line_height(size: float) -> float:
    """Return the height of a line in inches."""
    return size * LEADING / 72
