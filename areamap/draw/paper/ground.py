"""Polygons of areas on a plane in metres, and what of them is drawn as one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from pandas import Index, Series

from areamap.draw.paper._matplotlib import Outline

Numbers = NDArray[np.float64]
Shapes = NDArray[np.object_]
Box = tuple[float, float, float, float]
"""West, south, east, north."""

_EARTH: Final = 6_378_137.0


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """
    Areas on a plane.

    Attributes
    ----------
    codes
        Of the areas.
    shapes
        Their polygons, in metres.
    focus
        Which of them are asked about; the others lie around.
    """

    codes: Index
    shapes: Shapes
    focus: NDArray[np.bool_]

    @property
    def box(self) -> Box:
        """Return what the areas that are asked about lie in."""
        west, south, east, north = shapely.total_bounds(self.shapes[self.focus])
        return float(west), float(south), float(east), float(north)

    def within(self, box: Box) -> "Ground":
        """Return the areas that reach into a box."""
        west, south, east, north = shapely.bounds(self.shapes).T
        near = (west <= box[2]) & (east >= box[0]) & (south <= box[3]) & (north >= box[1])
        return replace(
            self, codes=self.codes[near], shapes=self.shapes[near], focus=self.focus[near]
        )


def on_plane(outlines: Series, focus: Index, *, is_true: bool, room: float = 0.08) -> Ground:
    """
    Return the areas that a map shows, on a plane.

    The true map is in the sinusoidal projection around its own middle: distances along every
    parallel and along the middle meridian are true, and areas can be compared. The formulas for the
    lengths of a degree on WGS 84 are those of NIMA TR8350.2's series, good to a metre. The hexagons
    were made regular in Web Mercator, and are drawn so.

    Parameters
    ----------
    outlines
        Polygons in degrees by `area_code`.
    focus
        Codes of the areas that are asked about; those without a polygon can't be drawn.
    is_true
        Whether the polygons are where the areas are.
    room
        What lies around is shown so far beyond the areas, as a share of their extent.

    Raises
    ------
    ValueError
        None of the areas has a polygon.
    """
    asked = outlines.index.isin(focus)
    if not asked.any():
        raise ValueError("no area of this map has a polygon")
    polygons = outlines.to_numpy()
    west, south, east, north = shapely.total_bounds(polygons[asked])
    aside = room * max(east - west, north - south)
    bounds = shapely.bounds(polygons).T
    near = (
        (bounds[0] <= east + aside) & (bounds[2] >= west - aside)
        & (bounds[1] <= north + aside) & (bounds[3] >= south - aside)
    )  # fmt: skip
    move = sinusoidal((west + east) / 2) if is_true else _mercator
    moved = shapely.transform(shapely.orient_polygons(polygons[near]), move)
    return Ground(outlines.index[near], moved, asked[near])


def sinusoidal(meridian: float) -> Callable[[Numbers], Numbers]:
    """Return what puts degrees on a plane in metres, around a meridian."""

    def move(degrees: Numbers) -> Numbers:
        north = np.radians(degrees[:, 1])
        east = degrees[:, 0] - meridian
        of_parallel = 111_412.84 * np.cos(north) - 93.5 * np.cos(3 * north)
        of_parallel += 0.118 * np.cos(5 * north)
        along = 111_132.954 * degrees[:, 1] - 16_038.509 * np.sin(2 * north)
        along += 16.833 * np.sin(4 * north)
        return np.column_stack([east * of_parallel, along])

    return move


def union(shapes: Shapes) -> shapely.Geometry:
    """Return areas as one; those that do not fit together exactly are joined more slowly."""
    try:
        return shapely.coverage_union_all(shapes)
    except shapely.errors.GEOSException:
        return shapely.union_all(shapely.make_valid(shapes))


def outline(shapes: Shapes, place: Callable[[Numbers], Numbers]) -> Outline | None:
    """
    Return polygons as one path.

    Parameters
    ----------
    shapes
        Polygons in metres, rings in one direction, so that holes stay open.
    place
        Puts metres on the paper.

    Returns
    -------
    Path | None
        None where there is none.
    """
    coordinates, ring_ends = _rings(shapes)
    if not len(coordinates):
        return None
    codes = np.full(len(coordinates), Outline.LINETO, dtype=Outline.code_type)
    codes[ring_ends[:-1]] = Outline.MOVETO
    codes[ring_ends[1:] - 1] = Outline.CLOSEPOLY
    return Outline(place(coordinates), codes)


def _rings(shapes: Shapes) -> tuple[Numbers, NDArray[np.int64]]:
    parts = shapely.get_parts(shapes)
    rings = shapely.get_rings(parts[shapely.get_dimensions(parts) == 2])  # noqa: PLR2004 - areas
    ends = np.concatenate([[0], np.cumsum(shapely.get_num_coordinates(rings))])
    return shapely.get_coordinates(rings), ends.astype(np.int64)


def _mercator(degrees: Numbers) -> Numbers:
    north = np.radians(degrees[:, 1])
    return np.column_stack([np.radians(degrees[:, 0]), np.arcsinh(np.tan(north))]) * _EARTH
