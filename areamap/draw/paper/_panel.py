"""The areas in a panel: fills, borders, names; the plumbing of `maps`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from pandas import Index, Series

from areamap.draw import looks as screen_looks
from areamap.draw.charts.template import INK
from areamap.draw.paper import fills, lettering
from areamap.draw.paper.ground import Box, Ground, Numbers, Shapes, outline, union
from areamap.draw.paper.key import rectangle
from areamap.draw.paper.labels import Named, placed
from areamap.places.levels import CODE_DIGITS, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from areamap.draw.area_layer import Look
    from areamap.draw.paper._matplotlib import Figure, Outline

_AROUND_BORDER: Final = "#b3c0c5"
_THIN: Final = (0.1, 0.5)
"""Points: thinner ones would only bleach the colours, so there are none."""
_HALO: Final = 1.5
_MANY_AROUND: Final = 3000


@dataclass(frozen=True, slots=True)
class Panel:
    """
    A window on the plane.

    Attributes
    ----------
    box
        Where it stands on the sheet, in inches.
    middle
        What stands in its middle, in metres.
    scale
        Inches per metre.
    """

    box: Box
    middle: tuple[float, float]
    scale: float

    @property
    def window(self) -> Box:
        """Return what of the plane is seen."""
        wide = (self.box[2] - self.box[0]) / self.scale / 2
        high = (self.box[3] - self.box[1]) / self.scale / 2
        x, y = self.middle
        return x - wide, y - high, x + wide, y + high

    def place(self, metres: Numbers) -> Numbers:
        """Return places in metres as inches on the sheet."""
        on_sheet = np.array([self.box[0] + self.box[2], self.box[1] + self.box[3]]) / 2
        placed_: Numbers = (metres - np.array(self.middle)) * self.scale + on_sheet
        return placed_


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """
    How areas are drawn.

    Attributes
    ----------
    classes, looks, level, marked
        As `maps.AreaMap` has them.
    names
        Those to write, by code of the level.
    letters
        Size of the names in points.
    taken
        Boxes in inches where no name may stand.
    """

    classes: Series
    looks: tuple["Look", ...]
    level: Level
    marked: tuple[str, ...]
    names: Mapping[str, str]
    letters: float
    taken: tuple[Box, ...] = ()


def draw_panel(
    figure: "Figure", panel: Panel, ground: Ground, painted: Painted, *, base: float = 0.0
) -> Named:
    """
    Draw the areas that lie in a panel.

    Parameters
    ----------
    figure
        The sheet.
    panel
        The window.
    ground
        The areas.
    painted
        How they are drawn.
    base
        What the panel lies above.

    Returns
    -------
    Named
        The names that were written and those that had no room.
    """
    seen = ground.within(panel.window)
    clip = rectangle(*panel.box)
    _fills(figure, panel, seen, painted, clip, base)
    _borders(figure, panel, seen, painted, clip, base)
    own = _named_areas(panel, seen, painted)
    found = placed(own, painted.names, painted.letters, panel=panel.box, taken=painted.taken)
    for name in found.names:
        foot = name.y - 0.33 * name.size / 72
        lettering.write(
            figure, (name.x, foot), name.text, name.size, weight="semibold", align="center",
            halo=_HALO, zorder=base + 3,
        )  # fmt: skip
    return found


def _fills(
    figure: "Figure", panel: Panel, seen: Ground, painted: Painted, clip: "Outline", base: float
) -> None:
    line = _thin(panel, seen)
    around = outline(seen.shapes[~seen.focus], panel.place)
    if around is not None:
        fills.fill(figure, around, screen_looks.AROUND, line=line, order=base + 1, clip=clip)
    for look, own in _by_look(seen, painted):
        path = outline(seen.shapes[own], panel.place)
        if path is None:
            continue
        fills.fill(figure, path, look, line=line, order=base + 1.1, clip=clip)
        if look.gap:
            fills.stroke(
                figure,
                path,
                fills.GAP_INK,
                max(min(line * 1.8, 0.9), 0.2),
                order=base + 1.5,
                clip=clip,
            )


def _borders(
    figure: "Figure", panel: Panel, seen: Ground, painted: Painted, clip: "Outline", base: float
) -> None:
    def draw(shapes: "Iterator[Shapes]", colour: str, line: float, order: float) -> None:
        joined = np.array([union(each) for each in shapes], dtype=object)
        path = outline(joined, panel.place) if len(joined) else None
        if path is not None:
            fills.stroke(figure, path, colour, line, order=base + order, clip=clip)

    strong = 1.0 if _thin(panel, seen) > _THIN[1] / 2 else 0.55
    around = ~seen.focus
    if around.any() and around.sum() < _MANY_AROUND:
        draw(_groups(seen, around, Level.PROVINCE), _AROUND_BORDER, 0.6 * strong, 1.05)
    levels = {Level.TAMBON: 0.0, Level.DISTRICT: 0.7, Level.PROVINCE: 1.3}
    finest = painted.level if painted.level in levels else Level.PROVINCE
    for level, line in levels.items():
        if line and CODE_DIGITS[level] <= max(CODE_DIGITS[finest], CODE_DIGITS[Level.DISTRICT]):
            if level is Level.DISTRICT and finest is Level.PROVINCE:
                continue
            draw(_groups(seen, seen.focus, level), INK, line * strong, 2 + line / 10)
    draw(iter([seen.shapes[seen.focus]]), INK, 1.7 * strong, 2.3)
    marked = seen.codes.isin(painted.marked) & seen.focus
    if marked.any():
        draw(iter([seen.shapes[marked]]), "#b8400f", 2.2 * strong, 2.4)


def _by_look(seen: Ground, painted: Painted) -> "Iterator[tuple[Look, np.ndarray]]":
    placed_in = painted.classes.reindex(seen.codes).to_numpy(dtype="float64", na_value=np.nan)
    for number, look in enumerate(painted.looks):
        own = (placed_in == number) & seen.focus
        if own.any():
            yield look, own


def _groups(seen: Ground, kept: np.ndarray, level: Level) -> "Iterator[Shapes]":
    codes = seen.codes[kept].str[: CODE_DIGITS[level]].to_numpy(dtype="str")
    shapes = seen.shapes[kept]
    for code in np.unique(codes):
        yield shapes[codes == code]


def _named_areas(panel: Panel, seen: Ground, painted: Painted) -> dict[str, shapely.Geometry]:
    """Return what of each named area is seen, in inches."""
    digits = CODE_DIGITS.get(painted.level)
    if digits is None or not painted.names:
        return {}
    codes = Index(seen.codes[seen.focus].str[:digits])
    shapes = seen.shapes[seen.focus]
    west, south, east, north = panel.box
    found = {}
    for code in sorted(set(codes) & set(painted.names)):
        whole = shapely.transform(union(shapes[codes == code]), panel.place)
        inside = shapely.clip_by_rect(whole, west, south, east, north)
        if not shapely.is_empty(inside):
            found[code] = inside
    return found


def _thin(panel: Panel, seen: Ground) -> float:
    """Return the width of the thinnest borders in points: thinner where areas are smaller."""
    side = float(np.median(np.sqrt(shapely.area(seen.shapes)))) * panel.scale
    return float(min(side * 1.5, _THIN[1])) if side * 1.5 > _THIN[0] else 0.0
