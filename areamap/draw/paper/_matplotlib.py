"""
matplotlib as this product needs it: no folder of its own, no user's settings, no clock.

At its first import matplotlib reads settings from the home of whoever runs it, makes a folder there
and writes a list of fonts into it. The same figures have to give the same bytes on every machine,
and a server may have no home to write to, so it is imported with a folder that is gone afterwards.
Our fonts are named by their files, and no list is needed.
"""

import os
from tempfile import TemporaryDirectory

_FOLDER = "MPLCONFIGDIR"

with TemporaryDirectory() as _gone:
    _before = os.environ.get(_FOLDER)
    os.environ[_FOLDER] = _gone
    try:
        import matplotlib as mpl
        import matplotlib.font_manager
    finally:
        if _before is None:
            del os.environ[_FOLDER]
        else:
            os.environ[_FOLDER] = _before

mpl.rcParams.update(mpl.rcParamsDefault)
# Without a salt of ours, the names of clip paths in an SVG are random.
mpl.rcParams["svg.hashsalt"] = "areamap"
mpl.rcParams["svg.fonttype"] = "path"
mpl.rcParams["pdf.fonttype"] = 42

from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402 - after the folder
from matplotlib.collections import LineCollection  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties, get_font  # noqa: E402
from matplotlib.patches import PathPatch, Polygon, Rectangle  # noqa: E402
from matplotlib.path import Path as Outline  # noqa: E402
from matplotlib.patheffects import withStroke  # noqa: E402

__all__ = [
    "Figure",
    "FigureCanvasAgg",
    "FontProperties",
    "LineCollection",
    "Outline",
    "PathPatch",
    "Polygon",
    "Rectangle",
    "get_font",
    "withStroke",
]
