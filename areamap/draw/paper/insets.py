"""What of a map is too small to be seen, and is drawn again larger beside it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

from areamap.draw.paper.ground import Box, Ground, Numbers

_SMALL: Final = 0.16
"""An area is small on paper below so many inches along the side of a square as large as it."""

_FEWEST: Final = 3
"""So many small areas beside one another are worth an inset."""

_SIDE: Final = 0.2
"""Longest side of what is drawn larger, as a share of the map's longer side."""

_LEAST_ZOOM: Final = 1.8
MOST_ZOOM: Final = 6.0


@dataclass(frozen=True, slots=True)
class Inset:
    """
    A part of a map that is drawn again.

    Attributes
    ----------
    box
        The part, in metres.
    small
        How many small areas lie in it.
    """

    box: Box
    small: int


def inset(ground: Ground, inches_per_metre: float) -> Inset | None:
    """
    Return the part of a map in which most areas are too small to be seen.

    Parameters
    ----------
    ground
        The areas.
    inches_per_metre
        Scale of the map.

    Returns
    -------
    Inset | None
        None where there are fewer than three small areas beside one another.
    """
    shapes = ground.shapes[ground.focus]
    sides = np.sqrt(shapely.area(shapes)) * inches_per_metre
    small = shapes[sides < _SMALL]
    if len(small) < _FEWEST:
        return None
    west, south, east, north = ground.box
    reach = _SIDE * max(east - west, north - south) / 2
    middles = shapely.get_coordinates(shapely.point_on_surface(small))
    near = _densest(middles, reach)
    if near.sum() < _FEWEST:
        return None
    own = shapely.total_bounds(small[near])
    middle = (own[:2] + own[2:]) / 2
    half = max(float((own[2:] - own[:2]).max()) / 2 * 1.15, reach / 3)
    half = min(half, reach * 1.2)
    box = (middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)
    return Inset(tuple(float(each) for each in box), int(near.sum()))  # type: ignore[arg-type]


def zoom(wanted: Inset, inches: float, inches_per_metre: float) -> float | None:
    """Return how many times larger it is drawn in so many inches; None where that is no help."""
    times = inches / ((wanted.box[2] - wanted.box[0]) * inches_per_metre)
    return None if times < _LEAST_ZOOM else min(times, MOST_ZOOM)


def _densest(places: Numbers, reach: float) -> NDArray[np.bool_]:
    """Return which places lie in the square, twice `reach` wide, around the densest spot."""
    # Counted in cells first: every place against every other takes seconds for a country.
    cells = np.floor(places / reach).astype(np.int64)
    _, number, counts = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    candidates = places[number.ravel() == int(np.argmax(counts))]
    near = np.abs(candidates[:, None, :] - places[None, :, :]).max(axis=2) <= reach
    found: NDArray[np.bool_] = near[int(np.argmax(near.sum(axis=1)))]
    return found
