"""How wide the columns of a table are and how high its rows, measured by the letters in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from areamap.briefs.thai_text import broken, line_height
from areamap.draw.paper import lettering
from areamap.draw.paper.words import pieces

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
    two. Where all together have no room, each is as wide as its longest word, and what is left is
    shared out by how much each wants.

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
    columns = [[head, *(row[at] for row in rows)] for at, head in enumerate(heads)]
    beside = 2 * look.beside
    least = [_widest_word(column, letters) * _AIR + beside for column in columns]
    natural = [
        max(_widest(column[1:], letters), _widest(column[:1], letters) / 2) * _AIR + beside
        for column in columns
    ]
    wanted = [max(pair) for pair in zip(least, natural, strict=True)]
    if sum(wanted) <= room:
        # A table of few columns is not stretched over the page: the eye would lose the line.
        return tuple(wide * min(_STRETCH, room / sum(wanted)) for wide in wanted)
    if sum(least) >= room:
        return tuple(wide * room / sum(least) for wide in least)
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return tuple(low + (wide - low) * share for low, wide in zip(least, wanted, strict=True))


def _widest(texts: Sequence[str], letters: float) -> float:
    return max((lettering.width(text, letters, "bold") for text in texts), default=0.0)


def _widest_word(texts: Sequence[str], letters: float) -> float:
    return _widest([piece.rstrip() for text in texts for piece in pieces(text)], letters)


def row_height(row: Sequence[str], widths: Sequence[float], letters: float, look: Look) -> float:
    """Return how high a row is, in inches."""
    most = max(
        len(broken(text, width - 2 * look.beside, letters, "bold"))
        for text, width in zip(row, widths, strict=True)
    )
    return most * line_height(letters) + 2 * look.above
