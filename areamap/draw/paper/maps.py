"""One area as a map on paper: the colours of the screen, and all that a map needs to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from pandas import Series

from areamap.draw.area_layer import Look
from areamap.draw.charts.template import INK, QUIET
from areamap.draw.paper import furniture, lettering
from areamap.draw.paper._layout import Layout, Told, laid_out
from areamap.draw.paper._matplotlib import Rectangle
from areamap.draw.paper._panel import Painted, Panel, draw_panel
from areamap.draw.paper.ground import Box, Ground, on_plane
from areamap.draw.paper.insets import inset, zoom
from areamap.draw.paper.key import SMALL
from areamap.draw.paper.sheet import Form, Paper, printed
from areamap.i18n import Lang, t
from areamap.places.levels import Level

if TYPE_CHECKING:
    from areamap.draw.paper._matplotlib import Figure

_NAMES: Final = 0.86
"""Size of names on the map in that of the legend's letters."""
_SIDES: Final = (0.62, 0.52, 0.42, 0.36, 0.3)
"""Sides of an inset that are tried inside the map, as shares of its shorter side."""
_LARGEST: Final = 2.6
_SMALLEST: Final = 0.9
"""Inches of an inset, at most and at least."""
_WHOLE_PLANE: Final = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class AreaMap:
    """
    What a map shows.

    Attributes
    ----------
    outlines
        Polygons in degrees by `area_code`: all that there are, those around are drawn too.
    classes
        Place in `looks` of each area asked about, by `area_code`.
    looks
        How each class is drawn and called.
    is_true
        Whether the polygons are where the areas are; no scale and no arrow where not.
    level
        Level of the areas whose borders are stressed and whose names are written.
    named
        Name of each area of that level, by code.
    marked
        Codes of the areas that are outlined.
    legend
        What stands above the legend.
    notes
        What stands below it: the denominator, and the like.
    source
        Whose figures they are and of which day; nothing where it is said beside the picture.
    sample
        What marks made-up figures; nothing where they are real.
    lang
        Language of the few words of the map itself.
    """

    outlines: Series
    classes: Series
    looks: tuple[Look, ...]
    is_true: bool
    level: Level = Level.DISTRICT
    named: Mapping[str, str] = field(default_factory=dict)
    marked: tuple[str, ...] = ()
    legend: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""
    sample: str = ""
    lang: Lang = "th"


def draw(area_map: AreaMap, paper: Paper, form: Form = "png") -> bytes:
    """
    Return a map as a file.

    Parameters
    ----------
    area_map
        What it shows.
    paper
        What it is drawn on.
    form
        `png`, `svg` or `pdf`.

    Returns
    -------
    bytes
        The same for the same map, whenever and wherever it is drawn.

    Raises
    ------
    ValueError
        None of the areas has a polygon.
    """
    focus = area_map.classes.index
    ground = on_plane(area_map.outlines, focus, is_true=area_map.is_true, room=_WHOLE_PLANE)
    told = Told(area_map.legend, area_map.looks, _notes(area_map, ground), area_map.source)
    layout = laid_out(ground.box, paper, told, furnished=area_map.is_true)
    figure = paper.figure()
    panel = Panel(layout.map, _middle(ground.box), layout.scale)
    close = _close(ground, layout)
    mark = _mark(layout, area_map, paper)
    painted = Painted(
        area_map.classes, area_map.looks, area_map.level, area_map.marked, area_map.named,
        paper.letters * _NAMES, (*([close.box] if close else []), *mark),
    )  # fmt: skip
    left_out = draw_panel(figure, panel, ground, painted).left_out
    _frame(figure, layout.map, QUIET, 0.5, 3.5)
    if close is not None:
        left_out = _draw_inset(figure, panel, close, ground, painted, left_out, area_map.lang)
    _furnish(figure, layout, area_map, paper)
    if left_out:
        _say_left_out(
            figure,
            layout,
            close,
            paper,
            t("paper.names_left_out", area_map.lang, count=f"{len(left_out):,}"),
        )
    return printed(figure, form)


def _notes(area_map: AreaMap, ground: Ground) -> tuple[str, ...]:
    """Return the notes, with how many areas the map lacks: a hole must not look like a sea."""
    missing = len(area_map.classes) - int(ground.focus.sum())
    if not missing:
        return area_map.notes
    return (*area_map.notes, t("paper.not_drawn", area_map.lang, count=f"{missing:,}"))


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _mark(layout: Layout, area_map: AreaMap, paper: Paper) -> tuple[Box, ...]:
    """Return the box that the mark of made-up figures takes."""
    if not area_map.sample:
        return ()
    wide = lettering.width(area_map.sample, paper.letters, "bold") + paper.letters / 72
    _, _, right, top = layout.map
    return ((right - wide - 0.06, top - 1.9 * paper.letters / 72 - 0.06, right, top),)


def _close(ground: Ground, layout: Layout) -> Panel | None:
    """Return the panel of what is drawn again larger: in free space, else over no area."""
    wanted = inset(ground, layout.scale)
    if wanted is None:
        return None
    west, south, east, north = layout.spare
    side = min(east - west, north - south, _LARGEST)
    boxes = [(west, north - side, west + side, north)] if side >= _SMALLEST else []
    for box in [*boxes, *_corners(ground, layout)]:
        times = zoom(wanted, box[2] - box[0], layout.scale)
        if times is not None:
            return Panel(box, _middle(wanted.box), layout.scale * times)
    return None


def _corners(ground: Ground, layout: Layout) -> list[Box]:
    """Return the corners of the map that no area asked about reaches into, largest first."""
    west, south, east, north = layout.map
    panel = Panel(layout.map, _middle(ground.box), layout.scale)
    shapes = shapely.transform(ground.shapes[ground.focus], panel.place)
    found = []
    for share in _SIDES:
        side = min(min(east - west, north - south) * share, _LARGEST)
        if side < _SMALLEST:
            break
        for x, y in ((east - side, south), (west, north - side), (west, south)):
            box = (x, y, x + side, y + side)
            if not shapely.intersects(shapely.box(*box), shapes).any():
                found.append(box)
    return found


def _draw_inset(
    figure: "Figure",
    panel: Panel,
    close: Panel,
    ground: Ground,
    painted: Painted,
    left_out: tuple[str, ...],
    lang: Lang,
) -> tuple[str, ...]:
    """Draw a part again larger; return the names that have no room there either."""
    _frame(figure, close.box, INK, 0.9, 4.0, fill="#ffffff")
    wanted = {code: painted.names[code] for code in left_out}
    again = replace(painted, names=wanted, taken=(_caption(close, painted.letters),))
    named = draw_panel(figure, close, ground, again, base=5.0).names
    _frame(figure, close.box, INK, 0.9, 9.0)
    west, south, east, north = close.window
    corners = panel.place(np.array([[west, south], [east, north]]))
    _frame(figure, (*corners[0], *corners[1]), INK, 0.9, 3.4)
    times = close.scale / panel.scale
    told = t("paper.inset", lang, times=f"{times:.1f}")
    foot = (close.box[0] + 0.05, close.box[1] + 0.07)
    lettering.write(figure, foot, told, painted.letters * SMALL, halo=1.5, zorder=9)
    written = {name.text for name in named}
    return tuple(code for code in left_out if painted.names[code] not in written)


def _caption(close: Panel, letters: float) -> Box:
    west, south, east, _ = close.box
    return (west, south, east, south + lettering.height(letters))


def _furnish(figure: "Figure", layout: Layout, area_map: AreaMap, paper: Paper) -> None:
    lang, letters = area_map.lang, paper.letters
    layout.key.draw(figure, *layout.key_at)
    west, _, east, north = layout.map
    if area_map.is_true:
        x, y = layout.furniture_at
        bar = furniture.scale_bar(layout.scale)
        end = furniture.draw_scale(figure, bar, x + 0.05, y, letters, lang)
        furniture.draw_arrow(figure, end + 1.2 * letters / 72, y + 0.03, letters, lang)
    if area_map.sample:
        furniture.draw_sample(figure, area_map.sample, east - 0.06, north - 0.06, letters)
    furniture.draw_source(figure, list(layout.source), west, 0.03, letters * SMALL)


def _say_left_out(
    figure: "Figure", layout: Layout, close: Panel | None, paper: Paper, told: str
) -> None:
    """Say in the lower left corner, or beside what is drawn larger there, which names lack."""
    west, south, _, _ = layout.map
    if close is not None and close.box[:2] == (west, south):
        west = close.box[2]
    at = (west + 0.06, south + 0.08)
    lettering.write(figure, at, told, paper.letters * 0.7, colour=QUIET, halo=1.5, zorder=9)


def _frame(
    figure: "Figure", box: Box, colour: str, line: float, order: float, fill: str = "none"
) -> None:
    west, south, east, north = box
    figure.add_artist(
        Rectangle(
            (west, south), east - west, north - south, facecolor=fill, edgecolor=colour,
            linewidth=line, transform=figure.dpi_scale_trans, zorder=order,
        )
    )  # fmt: skip
