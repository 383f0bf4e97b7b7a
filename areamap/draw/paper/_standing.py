"""Columns and lines over years, each with its number."""

import math
from typing import Final

from areamap.draw.charts.template import GRID, QUIET
from areamap.draw.paper import lettering
from areamap.draw.paper._marks import EDGE, SMALL, Drawing, cut
from areamap.draw.paper._matplotlib import LineCollection

_DASHES: Final = ("solid", (0, (4, 2)), (0, (1, 1.4)), (0, (5, 1.5, 1, 1.5)), (0, (8, 2)))
"""As the screen's lines: told apart on a grey print."""
_HEADROOM: Final = 1.1
_LEAST: Final = 0.75
_FEWEST: Final = 4
"""Columns of fewer years are as wide as those of so many."""


def columns(drawing: Drawing) -> None:
    """Draw one standing column per row and series, its number above it."""
    top, foot = drawing.head(), _years(drawing, EDGE, drawing.paper.width - EDGE)
    letters = drawing.paper.letters
    series = len(drawing.frame.columns)
    each = (drawing.paper.width - 2 * EDGE) / max(len(drawing.frame), 1)
    # The one year of a tambon is no wall.
    wide = min(each, (drawing.paper.width - 2 * EDGE) / _FEWEST) * 0.78 / series
    said = [drawing.said(value) for value in drawing.frame.to_numpy().ravel().tolist()]
    widest = max((lettering.width(text, letters, "semibold") for text in said), default=0.0)
    letters *= min(1.0, wide * 1.1 / widest) if widest else 1.0
    scale = (top - foot - 1.6 * letters / 72) / _most(drawing)
    for number, values in enumerate(drawing.frame.to_numpy().tolist()):
        left = EDGE + number * each + (each - series * wide) / 2
        for at, (value, colour) in enumerate(zip(values, drawing.hues, strict=True)):
            high = 0.0 if math.isnan(value) else max(value, 0.0) * scale
            drawing.box(left + at * wide, foot, wide, high, colour)
            place = (left + (at + 0.5) * wide, foot + high + 0.4 * letters / 72)
            lettering.write(
                drawing.figure, place, drawing.said(value), letters, weight="semibold",
                align="center",
            )  # fmt: skip
    _rule(drawing, foot)


def lines(drawing: Drawing) -> None:
    """
    Draw one line per series, from nothing up; a year that is not known leaves a gap.

    Each line has its last number and its name at its end, pushed apart where they would meet.
    """
    letters = drawing.paper.letters
    names = [str(name) for name in drawing.frame.columns]
    ends = [_end(drawing, number) for number in range(len(names))]
    told = [f"{drawing.said(end[1])} {name}" for end, name in zip(ends, names, strict=True)]
    room = min(max(lettering.width(text, letters) for text in told), drawing.paper.width * 0.4)
    right = drawing.paper.width - EDGE - room - 0.8 * letters / 72
    top, foot = _unit(drawing), _years(drawing, EDGE, right)
    scale = (top - foot - 0.6 * letters / 72) / (_most(drawing) * _HEADROOM)
    each = (right - EDGE) / max(len(drawing.frame), 1)
    _rule(drawing, foot)
    for number, values in enumerate(drawing.frame.to_numpy().T.tolist()):
        points = [
            (EDGE + (at + 0.5) * each, foot + value * scale) if not math.isnan(value) else None
            for at, value in enumerate(values)
        ]
        _line(drawing, points, drawing.hues[number], _DASHES[number % len(_DASHES)])
        if len(names) == 1:
            _numbers(drawing, points, values)
    heights = [foot + (0.0 if math.isnan(end[1]) else end[1]) * scale for end in ends]
    for number, high in _apart(heights, 1.35 * letters / 72):
        text = cut(told[number], room + 1e-6, letters)
        at = (right + 0.3 * letters / 72, high - 0.33 * letters / 72)
        colour = drawing.hues[number]
        lettering.write(drawing.figure, at, text, letters, weight="semibold", colour=colour)


def _line(
    drawing: Drawing, points: list[tuple[float, float] | None], colour: str, dash: object
) -> None:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    found = LineCollection(
        [run for run in runs if len(run) > 1],
        colors=colour, linewidths=2.2, linestyles=[dash], transform=drawing.figure.dpi_scale_trans,
    )  # fmt: skip
    drawing.figure.add_artist(found)
    dot = 0.5 * drawing.unit_inch
    for point in (each for run in runs for each in run):
        drawing.box(point[0] - dot / 2, point[1] - dot / 2, dot, dot, colour)


def _numbers(
    drawing: Drawing, points: list[tuple[float, float] | None], values: list[float]
) -> None:
    """Write the number of each point above it; of several lines they would lie on one another."""
    letters = drawing.paper.letters * SMALL
    for point, value in zip(points[:-1], values, strict=False):
        if point is not None:
            at = (point[0], point[1] + 0.6 * letters / 72)
            lettering.write(drawing.figure, at, drawing.said(value), letters, align="center")


def _unit(drawing: Drawing) -> float:
    letters = drawing.paper.letters * SMALL
    top = drawing.paper.height - EDGE
    if drawing.unit:
        top -= 1.5 * letters / 72
        at = (EDGE, top + 0.12 * letters / 72)
        lettering.write(drawing.figure, at, drawing.unit, letters, colour=QUIET)
    return top - 0.3 * drawing.unit_inch


def _years(drawing: Drawing, left: float, right: float) -> float:
    """Write the rows' names at the foot; return where the marks begin."""
    each = (right - left) / max(len(drawing.frame), 1)
    names = [str(name) for name in drawing.frame.index]
    letters = drawing.paper.letters
    widest = max((lettering.width(name, letters) for name in names), default=0.0)
    share = each * 0.92 / widest if widest else 1.0
    every = 1 if share > _LEAST else 2
    letters *= min(1.0, max(share * every, _LEAST))
    for number, name in enumerate(names):
        # The last always, for it is the one that is looked for.
        if (len(names) - 1 - number) % every:
            continue
        at = (left + (number + 0.5) * each, EDGE + 0.3 * letters / 72)
        said = cut(name, each * every, letters)
        lettering.write(drawing.figure, at, said, letters, colour=QUIET, align="center")
    return EDGE + 1.6 * drawing.unit_inch


def _rule(drawing: Drawing, foot: float) -> None:
    ends = [[(EDGE, foot), (drawing.paper.width - EDGE, foot)]]
    drawing.figure.add_artist(
        LineCollection(
            ends, colors=GRID, linewidths=0.8, transform=drawing.figure.dpi_scale_trans, zorder=0
        )
    )


def _most(drawing: Drawing) -> float:
    most = float(drawing.frame.max().max()) if len(drawing.frame) else math.nan
    return most if most > 0 else 1.0


def _end(drawing: Drawing, number: int) -> tuple[int, float]:
    """Return where a line ends, and its last number that is known."""
    values = drawing.frame.iloc[:, number].tolist()
    known = [(at, value) for at, value in enumerate(values) if not math.isnan(value)]
    return known[-1] if known else (0, math.nan)


def _apart(heights: list[float], least: float) -> list[tuple[int, float]]:
    """Return the places of names, lowest first, each at least so far above the one before."""
    found: list[tuple[int, float]] = []
    for number, high in sorted(enumerate(heights), key=lambda each: (each[1], each[0])):
        found.append((number, max(high, found[-1][1] + least) if found else high))
    return found
