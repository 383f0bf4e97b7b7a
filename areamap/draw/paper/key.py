"""The legend of a map: what each look means and how many areas have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from areamap.draw.area_layer import Look
from areamap.draw.charts.template import QUIET
from areamap.draw.paper import fills, lettering
from areamap.draw.paper._matplotlib import Figure, Outline
from areamap.draw.paper.words import lines

SMALL: Final = 0.78
"""Size of notes in that of the letters."""

_INCH: Final = 72
_SWATCH: Final = (1.9, 1.05)
"""Width and height of a sample of a look, in letter sizes."""
_GAP: Final = 0.7
_BETWEEN: Final = 0.42
"""Space between entries, in letter sizes."""


@dataclass(frozen=True, slots=True)
class _Entry:
    look: Look
    lines: tuple[str, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Key:
    """
    A legend in one column, measured.

    Attributes
    ----------
    title, entries, notes
        What is written, in lines.
    letters
        Size in points.
    width, height
        What it takes, in inches.
    """

    title: tuple[str, ...]
    entries: tuple[_Entry, ...]
    notes: tuple[str, ...]
    letters: float
    width: float
    height: float

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw it from a corner, in inches."""
        unit = self.letters / _INCH
        line = lettering.LINE * unit
        at = top
        for text in self.title:
            at -= line
            lettering.write(figure, (left, at + 0.35 * unit), text, self.letters, weight="bold")
        at -= _BETWEEN * unit if self.title else 0
        for entry in self.entries:
            at = self._entry(figure, entry, left, at)
        for text in self.notes:
            at -= line * SMALL
            lettering.write(
                figure, (left, at + 0.3 * unit), text, self.letters * SMALL, colour=QUIET
            )

    def _entry(self, figure: Figure, entry: _Entry, left: float, top: float) -> float:
        unit = self.letters / _INCH
        line = lettering.LINE * unit
        wide, high = _SWATCH[0] * unit, _SWATCH[1] * unit
        foot = top - line + 0.2 * unit
        sample = rectangle(left, foot, left + wide, foot + high)
        gap = entry.look.gap
        fills.fill(
            figure,
            sample,
            entry.look,
            edge=fills.GAP_INK if gap else QUIET,
            line=1.1 if gap else 0.5,
            order=4,
        )
        at = top
        for number, text in enumerate(entry.lines):
            at -= line
            place = (left + wide + _GAP * unit, at + 0.35 * unit)
            lettering.write(figure, place, text, self.letters)
            if number == 0 and entry.count:
                right = (left + self.width, place[1])
                lettering.write(
                    figure, right, entry.count, self.letters, weight="semibold", align="right"
                )
        return at - _BETWEEN * unit


def key(
    title: str, looks: Sequence[Look], notes: Sequence[str], letters: float, width: float
) -> Key:
    """
    Return the legend of some looks.

    Parameters
    ----------
    title
        What is asked; the unit of numbers.
    looks
        Those without a label are not told.
    notes
        What is counted, and the like.
    letters
        Size in points.
    width
        The most that it may take, in inches; less is taken where less is enough.
    """
    unit = letters / _INCH
    told = [look for look in looks if look.label]
    beside = (_SWATCH[0] + _GAP) * unit
    counts = max((_wide(look.count or "", letters, "semibold") for look in told), default=0.0)
    counts += _GAP * 1.6 * unit if counts else 0
    longest = max((_wide(look.label or "", letters) for look in told), default=0.0)
    room = min(longest, width - beside - counts)
    entries = tuple(
        _Entry(look, tuple(_broken(look.label or "", room, letters)), look.count or "")
        for look in told
    )
    whole = min(width, max(beside + room + counts, _wide(title, letters, "bold")))
    longest_note = max((_wide(note, letters * SMALL) for note in notes), default=0.0)
    whole = max(whole, min(width, longest_note))
    heading = tuple(_broken(title, whole, letters, "bold")) if title else ()
    small = tuple(line for note in notes for line in _broken(note, whole, letters * SMALL))
    rows = len(heading) + sum(len(entry.lines) for entry in entries) + SMALL * len(small)
    spaces = len(entries) + bool(heading)
    high = rows * lettering.LINE * unit + spaces * _BETWEEN * unit
    return Key(heading, entries, small, letters, whole, high)


def rectangle(west: float, south: float, east: float, north: float) -> Outline:
    """Return a rectangle as a path."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return Outline(corners, closed=True)


def _wide(text: str, letters: float, weight: lettering.Weight = "regular") -> float:
    return lettering.width(text, letters, weight)


def _broken(
    text: str, width: float, letters: float, weight: lettering.Weight = "regular"
) -> list[str]:
    return lines(text, width + 1e-6, lambda words: lettering.width(words, letters, weight))
