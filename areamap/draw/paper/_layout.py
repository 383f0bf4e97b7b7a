"""Where on a sheet the map, its legend and its furniture stand; the plumbing of `maps`."""

from dataclasses import dataclass
from typing import Final

from areamap.draw.area_layer import Look
from areamap.draw.paper import furniture, lettering
from areamap.draw.paper.ground import Box
from areamap.draw.paper.key import SMALL, Key, key
from areamap.draw.paper.sheet import Paper
from areamap.draw.paper.words import lines

_EDGE: Final = 0.06
_GAP: Final = 0.18
_FILLED: Final = 0.95
"""Share of the panel that the areas asked about take."""
_WIDEST_KEY: Final = 0.36
"""Share of the sheet's width that a legend beside the map may take."""
_SHRINK: Final = 0.92
_SMALLEST: Final = 0.55


@dataclass(frozen=True, slots=True)
class Layout:
    """
    Where things stand, in inches.

    Attributes
    ----------
    map
        The panel of the map.
    scale
        Inches per metre.
    key, key_at
        The legend and its upper left corner.
    furniture_at
        Lower left corner of scale bar and arrow.
    spare
        What is free for an inset.
    source
        Lines at the foot.
    """

    map: Box
    scale: float
    key: Key
    key_at: tuple[float, float]
    furniture_at: tuple[float, float]
    spare: Box
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told beside the map: title, looks and notes of its legend, its source."""

    title: str
    looks: tuple[Look, ...]
    notes: tuple[str, ...]
    source: str


def laid_out(box: Box, paper: Paper, told: Told, *, furnished: bool) -> Layout:
    """
    Return where things stand, so that the map is as large as can be.

    Parameters
    ----------
    box
        What the areas asked about lie in, in metres.
    paper
        The sheet.
    told
        What is told beside the map.
    furnished
        Whether there are a scale bar and an arrow.
    """
    small = paper.letters * SMALL
    source = (
        tuple(
            lines(told.source, paper.width - 2 * _EDGE, lambda text: lettering.width(text, small))
        )
        if told.source
        else ()
    )
    foot = _EDGE + len(source) * lettering.LINE * small / 72
    ways = [way(box, paper, told, source, foot, furnished) for way in (_beside, _below)]
    return max(ways, key=lambda layout: layout.scale)


def _beside(
    box: Box, paper: Paper, told: Told, source: tuple[str, ...], foot: float, furnished: bool
) -> Layout:
    room = paper.height - foot - _EDGE
    below = _furniture(paper, furnished)
    letters = paper.letters
    while True:
        legend = key(told.title, told.looks, told.notes, letters, paper.width * _WIDEST_KEY)
        if legend.height + below <= room or letters < paper.letters * _SMALLEST:
            break
        letters *= _SHRINK
    left = paper.width - _EDGE - max(legend.width, _least(paper, furnished))
    panel = (_EDGE, foot, left - _GAP, paper.height - _EDGE)
    top = paper.height - _EDGE - 0.02
    spare = (left, foot + below + 0.1, paper.width - _EDGE, top - legend.height - 0.35)
    return Layout(
        panel, _scale(box, panel), legend, (left, top), (left + 0.05, foot), spare, source
    )


def _below(
    box: Box, paper: Paper, told: Told, source: tuple[str, ...], foot: float, furnished: bool
) -> Layout:
    beside = _least(paper, furnished)
    legend = _flat(told, paper.letters, paper.width - 2 * _EDGE - beside - (_GAP if beside else 0))
    high = max(legend.height, _furniture(paper, furnished))
    panel = (_EDGE, foot + high + _GAP, paper.width - _EDGE, paper.height - _EDGE)
    left = paper.width - _EDGE - beside
    spare = (left, foot + _furniture(paper, furnished), paper.width - _EDGE, foot + high)
    scale = _scale(box, panel) if panel[3] - panel[1] > 0 else 0.0
    at = (_EDGE, foot + high)
    return Layout(panel, scale, legend, at, (left, foot), spare, source)


def _flat(told: Told, letters: float, width: float) -> Key:
    return key(told.title, told.looks, told.notes, letters, width)


def _furniture(paper: Paper, furnished: bool) -> float:
    return furniture.height(paper.letters) if furnished else 0.0


def _least(paper: Paper, furnished: bool) -> float:
    """Return the width that scale bar and arrow need."""
    return min(furniture.LONGEST + 6 * paper.letters / 72, paper.width * 0.4) if furnished else 0.0


def _scale(box: Box, panel: Box) -> float:
    wide, high = panel[2] - panel[0], panel[3] - panel[1]
    return _FILLED * min(wide / (box[2] - box[0]), high / (box[3] - box[1]))
