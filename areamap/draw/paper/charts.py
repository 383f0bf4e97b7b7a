"""Charts on paper: the colours of the screen, each mark with its number, no axis to guess from."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from pandas import DataFrame

from areamap.draw.charts import colours
from areamap.draw.paper._lying import lying
from areamap.draw.paper._marks import Drawing
from areamap.draw.paper._standing import columns, lines
from areamap.draw.paper.sheet import Form, Paper, printed
from areamap.i18n import Lang

ChartKind = Literal["bars", "stacked", "lines", "columns"]


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """
    What a chart shows.

    Attributes
    ----------
    kind
        Lying bars; lying bars of several parts; lines over years; standing columns over years.
    frame
        float64: one row per category, one column per series, both named as shown. Missing values
        are not known: they get no mark, and bars and columns say so.
    unit
        Of all values.
    colours
        One per series as #rrggbb; nothing takes those of the screen.
    digits
        Decimals that are shown.
    lang
        Language of what is said of the unknown.
    """

    kind: ChartKind
    frame: DataFrame
    unit: str = ""
    colours: tuple[str, ...] = ()
    digits: int = 0
    lang: Lang = "th"


def draw(chart: Chart, paper: Paper, form: Form = "png") -> bytes:
    """
    Return a chart as a file.

    Parameters
    ----------
    chart
        What it shows.
    paper
        What it is drawn on; many bars on a low sheet get small letters, see `room`.
    form
        `png`, `svg` or `pdf`.

    Returns
    -------
    bytes
        The same for the same chart, whenever and wherever it is drawn.
    """
    figure = paper.figure()
    drawing = Drawing(figure, paper, chart.frame, hues(chart), chart.unit, chart.digits, chart.lang)
    _KINDS[chart.kind](drawing)
    return printed(figure, form)


def hues(chart: Chart) -> tuple[str, ...]:
    """Return the colour of each series: those asked for, else those of the screen."""
    count = len(chart.frame.columns)
    if len(chart.colours) >= count:
        return chart.colours[:count]
    if count == 1:
        return (colours.HERE,)
    return tuple(colours.PLACES[at % len(colours.PLACES)] for at in range(count))


def room(chart: Chart, letters: float) -> float:
    """Return the height in inches in which a chart can be read, in letters of a size in points."""
    rows = len(chart.frame)
    series = len(chart.frame.columns)
    legend = _LEGEND if series > 1 else _UNIT
    if chart.kind == "bars":
        return (rows * (series * 0.85 + 1.0) + legend) * letters * _ROW / 72
    if chart.kind == "stacked":
        return (rows * 1.85 + legend) * letters * _ROW / 72
    return 20 * letters / 72


def readable(chart: Chart, height: float) -> tuple[Chart, int]:
    """
    Return a chart with as many of its first bars as can be read in a height.

    Parameters
    ----------
    chart
        What it shows; only lying bars become fewer.
    height
        Inches.

    Returns
    -------
    tuple
        The chart, and how many rows it leaves out.
    """
    bars = {"bars": len(chart.frame.columns), "stacked": 1}.get(chart.kind)
    if bars is None:
        return chart, 0
    each = (bars * 0.85 + 0.75) * _LEAST / 72
    kept = max(int((height - _HEAD) / each), 1)
    if kept >= len(chart.frame):
        return chart, 0
    return replace(chart, frame=chart.frame.head(kept)), len(chart.frame) - kept


_LEAST: Final = 4.4
"""Points of letters that can still be read on a print."""
_HEAD: Final = 0.5
"""Inches that legend, unit and edges take."""
_ROW: Final = 1.25
_LEGEND: Final = 3.2
_UNIT: Final = 1.6
_KINDS: Final = {
    "bars": lambda drawing: lying(drawing, stacked=False),
    "stacked": lambda drawing: lying(drawing, stacked=True),
    "columns": columns,
    "lines": lines,
}
