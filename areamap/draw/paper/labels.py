"""Names on a map that never lie on one another: the large areas first, the rest is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from areamap.draw.paper import lettering
from areamap.draw.paper.ground import Box

_SIZES: Final = (1.0, 0.86, 0.75)
"""Letter sizes that are tried, in that of the map."""

_MOVES: Final = (
    (0.0, 0.0), (0.0, 0.7), (0.0, -0.7), (-0.2, 0.0), (0.2, 0.0), (0.0, 1.4), (0.0, -1.4),
    (-0.2, 0.8), (0.2, 0.8), (-0.2, -0.8), (0.2, -0.8),
)  # fmt: skip
"""Places that are tried around the middle of an area, in widths and heights of the name."""

_INSIDE: Final = 0.62
"""Least share of a name that lies in its own area, so that nobody takes it for a neighbour's."""

_AIR: Final = 0.03
"""Inches that stay free around a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name and where it stands.

    Attributes
    ----------
    text
        The name.
    x, y
        Middle of its line, in inches.
    size
        Of its letters, in points.
    box
        What it takes, in inches.
    """

    text: str
    x: float
    y: float
    size: float
    box: Box


@dataclass(frozen=True, slots=True)
class Named:
    """
    The names that have room.

    Attributes
    ----------
    names
        Those that are written.
    left_out
        Codes of the areas whose names have no room.
    """

    names: tuple[Name, ...]
    left_out: tuple[str, ...]


def placed(
    areas: Mapping[str, shapely.Geometry],
    names: Mapping[str, str],
    size: float,
    *,
    panel: Box,
    taken: tuple[Box, ...] = (),
) -> Named:
    """
    Return where names stand.

    Parameters
    ----------
    areas
        Polygons in inches, by code.
    names
        What each is called.
    size
        Of the letters, in points.
    panel
        What the names have to stay in.
    taken
        What is taken already.

    Returns
    -------
    Named
        No name lies on another, on what is taken or out of the panel, and most of each lies in its
        own area. The same areas always give the same names.
    """
    order = sorted(areas, key=lambda code: (-areas[code].area, code))
    found: list[Name] = []
    left_out: list[str] = []
    boxes = list(taken)
    for code in order:
        name = _room_for(areas[code], names[code], size, panel, boxes)
        if name is None:
            left_out.append(code)
        else:
            found.append(name)
            boxes.append(name.box)
    return Named(tuple(found), tuple(left_out))


def _room_for(
    area: shapely.Geometry, text: str, size: float, panel: Box, taken: list[Box]
) -> Name | None:
    middle = _middle(area)
    for letters in (size * share for share in _SIZES):
        wide, high = lettering.width(text, letters, "semibold"), lettering.height(letters)
        for right, up in _MOVES:
            x, y = middle[0] + right * wide, middle[1] + up * high
            box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if _is_free(box, panel, taken) and _is_inside(box, area):
                return Name(text, x, y, letters, box)
    return None


def _is_free(box: Box, panel: Box, taken: list[Box]) -> bool:
    if box[0] < panel[0] or box[1] < panel[1] or box[2] > panel[2] or box[3] > panel[3]:
        return False
    return not any(
        box[0] - _AIR < other[2]
        and box[2] + _AIR > other[0]
        and box[1] - _AIR < other[3]
        and box[3] + _AIR > other[1]
        for other in taken
    )


def _is_inside(box: Box, area: shapely.Geometry) -> bool:
    own = shapely.box(*box)
    return bool(shapely.intersection(own, area).area >= _INSIDE * own.area)


def _middle(area: shapely.Geometry) -> tuple[float, float]:
    """Return the middle of the widest place of the largest part of an area."""
    parts = shapely.get_parts(area)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.02)
    x, y = shapely.get_coordinates(circle)[0]
    return float(x), float(y)
