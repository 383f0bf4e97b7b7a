"""How wide the columns of a table are and how high its rows, measured by the letters in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from areamap.briefs.thai_text import broken, line_height
from areamap.draw.paper import lettering

_NARROWEST: Final = 0.35
_STEP: Final = 0.02
_AIR: Final = 1.06
_STRETCH: Final = 1.35


@dataclass(frozen=True, slots=True)
class Look:
    """Room in a cell on each side of its text and above and below it, in inches."""

    beside: float
    above: float


def column_widths(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    letters: float,
    room: float,
    look: Look,
) -> tuple[float, ...]:
    """
    Return how wide columns are.

    Rule: each is as wide as the longest of its cells, and as half its heading, which may break in
    two. Where all together have no room, the widest are cut to one width, such that they have.

    Parameters
    ----------
    heads, rows
        Texts.
    letters
        Their size in points.
    room
        Inches for the whole table.
    look
        Room around texts.
    """
    natural = []
    for at, head in enumerate(heads):
        longest = max((lettering.width(row[at], letters, "bold") for row in rows), default=0.0)
        wide = lettering.width(head, letters, "bold")
        natural.append(max(longest, wide / 2, min(wide, 5 * letters / 72)) * _AIR + 2 * look.beside)
    cap = max(natural, default=room)
    while sum(min(wide, cap) for wide in natural) > room and cap > _NARROWEST:
        cap -= _STEP
    cut = [min(wide, cap) for wide in natural]
    whole = sum(cut)
    # A table of few columns is not stretched over the page: the eye would lose the line.
    return tuple(wide * min(_STRETCH, room / whole) for wide in cut)


def row_height(row: Sequence[str], widths: Sequence[float], letters: float, look: Look) -> float:
    """Return how high a row is, in inches."""
    most = max(
        len(broken(text, width - 2 * look.beside, letters, "bold"))
        for text, width in zip(row, widths, strict=True)
    )
    return most * line_height(letters) + 2 * look.above
