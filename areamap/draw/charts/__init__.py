"""
Charts as plotly figures: frames in, a picture out that says what it shows by itself.

Every figure has the bundled font, Buddhist years, baht in millions by one rule (`draw.amounts`),
its numbers beside its marks, and one colour per thing on all pages (`colours`). Words of other
people stay text. Nothing is asked of another machine.
"""

from plotly.graph_objects import Figure

from areamap.draw.amounts import million_baht, ratio
from areamap.draw.charts.bars import Reference, bars, stacked
from areamap.draw.charts.course import Words, course
from areamap.draw.charts.flows import sankey
from areamap.draw.charts.lines import lines
from areamap.draw.charts.matrix import Clicks, matrix
from areamap.draw.charts.spread import spread

__all__ = [
    "Clicks",
    "Figure",
    "Reference",
    "Words",
    "bars",
    "course",
    "lines",
    "matrix",
    "million_baht",
    "ratio",
    "sankey",
    "spread",
    "stacked",
]
