"""Lying bars: names in full at the left, numbers behind the bars."""

import math
from typing import Final

from areamap.draw.charts import colours
from areamap.draw.paper import lettering
from areamap.draw.paper._marks import EDGE, SMALL, Drawing, cut, ink_on

_WIDEST_NAME: Final = 0.42


def lying(drawing: Drawing, *, stacked: bool) -> None:
    """
    Draw one bar per row, or one per row and series; stacked ones have their total behind them.

    What is missing gets no bar, only the word for unknown; a stack with a part that is not known
    says that its total is at least that.
    """
    top = drawing.head()
    frame = drawing.frame
    rows = max(len(frame), 1)
    each = (top - EDGE) / rows
    bars = 1 if stacked else len(frame.columns)
    letters = min(drawing.paper.letters, each / (0.85 * bars + 0.75) * 72)
    names = [str(name) for name in frame.index]
    room = drawing.paper.width * _WIDEST_NAME
    wide = min(max((lettering.width(name, letters) for name in names), default=0.0), room)
    left = EDGE + wide + 0.6 * letters / 72
    totals = frame.sum(axis=1) if stacked else frame.max(axis=1)
    longest = max([*(value for value in totals.tolist() if not math.isnan(value)), 0.0]) or 1.0
    behind = max(
        lettering.width(_total(drawing, values), letters, "semibold") if stacked
        else max(lettering.width(drawing.said(value), letters, "semibold") for value in values)
        for values in frame.to_numpy().tolist() or [[0.0]]
    )  # fmt: skip
    scale = (drawing.paper.width - EDGE - left - behind - 0.6 * letters / 72) / longest
    for number, (name, values) in enumerate(zip(names, frame.to_numpy().tolist(), strict=True)):
        foot = top - (number + 1) * each
        middle = foot + each / 2 - 0.33 * letters / 72
        said = cut(name, wide + 1e-6, letters)
        lettering.write(
            drawing.figure, (left - 0.5 * letters / 72, middle), said, letters, align="right"
        )
        draw = _stack if stacked else _group
        draw(drawing, values, (left, foot + 0.12 * each, 0.76 * each), scale, letters)


def _group(
    drawing: Drawing,
    values: list[float],
    place: tuple[float, float, float],
    scale: float,
    letters: float,
) -> None:
    left, foot, high = place
    each = high / len(values)
    for number, (value, colour) in enumerate(zip(values, drawing.hues, strict=True)):
        low = foot + high - (number + 1) * each
        long = 0.0 if math.isnan(value) else max(value, 0.0) * scale
        drawing.box(left, low, long, each, colour)
        at = (left + long + 0.35 * letters / 72, low + each / 2 - 0.33 * letters / 72)
        lettering.write(drawing.figure, at, drawing.said(value), letters, weight="semibold")


def _stack(
    drawing: Drawing,
    values: list[float],
    place: tuple[float, float, float],
    scale: float,
    letters: float,
) -> None:
    left, foot, high = place
    at, small = left, letters * SMALL
    for value, colour in zip(values, drawing.hues, strict=True):
        if math.isnan(value) or value <= 0:
            continue
        long = value * scale
        drawing.box(at, foot, long, high, colour)
        said = drawing.said(value)
        if lettering.width(said, small) + 0.4 * small / 72 < long:
            middle = (at + long / 2, foot + high / 2 - 0.33 * small / 72)
            ink = ink_on(colour)
            lettering.write(drawing.figure, middle, said, small, colour=ink, align="center")
        at += long
    end = (at + 0.35 * letters / 72, foot + high / 2 - 0.33 * letters / 72)
    lettering.write(
        drawing.figure, end, _total(drawing, values), letters, weight="semibold",
        colour=colours.COUNTRY,
    )  # fmt: skip


def _total(drawing: Drawing, values: list[float]) -> str:
    known = [value for value in values if not math.isnan(value)]
    if not known:
        return drawing.said(math.nan)
    sign = "" if len(known) == len(values) else "≥ "
    return f"{sign}{drawing.said(sum(known))}"
