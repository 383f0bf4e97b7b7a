"""A full-resolution file made from a light one: many more vertices, shared edges still shared."""

from dataclasses import dataclass
from typing import Any, Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_BEND: Final = 0.5
"""How far an edge leaves the straight line: enough to need simplifying, seldom enough to meet."""

_TRIES: Final = 8


@dataclass(frozen=True, slots=True)
class _Edges:
    """
    The edges of all rings, one line per vertex, each told from its smaller end.

    A border between two areas stands in two rings, once in each direction. All that is made of an
    edge is made from its smaller end, so that both rings get the same numbers to the last bit.

    Attributes
    ----------
    start
        The vertex in its ring's order.
    low, high
        Ends of the edge that leaves it; equal at the last vertex of a ring.
    forward
        Whether the ring runs from `low` to `high`.
    number
        The same for both directions of an edge.
    area
        Place of the area that the ring belongs to.
    """

    start: Floats
    low: Floats
    high: Floats
    forward: npt.NDArray[np.bool_]
    number: Ints
    area: Ints


def densified(areas: gpd.GeoDataFrame, vertices: int) -> gpd.GeoDataFrame:
    """
    Return areas with so many vertices in all, their edges bent a little so that no vertex is idle.

    Parameters
    ----------
    areas
        Polygons that form a valid coverage.
    vertices
        Coordinates wanted, counted as `shapely.get_num_coordinates` does; reached within 1 %.

    Returns
    -------
    GeoDataFrame
        The same rows and columns. The coverage is valid again: a border is the same sequence of
        points in both areas, and no edge meets another.

    Raises
    ------
    ValueError
        The areas are no valid coverage.
    """
    kind, points, offsets = shapely.to_ragged_array(
        np.asarray(shapely.force_2d(areas.geometry.array))
    )
    edges = _edges(points, offsets, kind)
    counts = _counts(edges, vertices)
    places = np.concatenate([[0], np.cumsum(counts)])
    bend = np.full(edges.number.max() + 1, _BEND)
    for _ in range(_TRIES):
        dense = _points(edges, counts, bend)
        shapes = shapely.from_ragged_array(kind, dense, (places[offsets[0]], *offsets[1:]))
        spoiled = _spoiled(shapes)
        if not spoiled.any():
            return areas.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=areas.crs))
        bend[edges.number[spoiled[edges.area]]] = 0.0
    raise ValueError("the areas overlap or leave gaps")


def _edges(points: Floats, offsets: tuple[Any, ...], kind: shapely.GeometryType) -> _Edges:
    rings = offsets[0]
    following = np.arange(len(points)) + 1
    following[rings[1:] - 1] -= 1
    end = points[following]
    forward = (points[:, 0] < end[:, 0]) | (
        (points[:, 0] == end[:, 0]) & (points[:, 1] <= end[:, 1])
    )
    low = np.where(forward[:, np.newaxis], points, end)
    high = np.where(forward[:, np.newaxis], end, points)
    _, number = np.unique(np.hstack([low, high]), axis=0, return_inverse=True)
    ends = rings[offsets[1]]
    if kind is shapely.GeometryType.MULTIPOLYGON:
        ends = ends[offsets[2]]
    area = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    return _Edges(points, low, high, forward, number.reshape(-1), area)


def _counts(edges: _Edges, vertices: int) -> Ints:
    """Return how many points each edge gives, its start included, longest edges the most."""
    length = np.hypot(*(edges.high - edges.low).T)
    narrow, wide = length.sum() / vertices / 4, float(length.max())
    for _ in range(60):
        step = (narrow + wide) / 2
        if _parts(length, step).sum() > vertices:
            narrow = step
        else:
            wide = step
    return _parts(length, wide)


def _parts(length: Floats, step: float) -> Ints:
    return np.maximum(1, np.ceil(length / step)).astype(np.int64)


def _points(edges: _Edges, counts: Ints, bend: Floats) -> Floats:
    owner = np.repeat(np.arange(len(counts)), counts)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    # From the smaller end, whichever way the ring runs.
    share = np.where(edges.forward[owner], step, counts[owner] - step) / counts[owner]
    along = (edges.high - edges.low)[owner]
    across = np.column_stack([-along[:, 1], along[:, 0]])
    wave = np.sin(2 * np.pi * (edges.number[owner] % 7 + 2) * share) / (edges.number[owner] % 7 + 2)
    out = bend[edges.number[owner]] * wave * share * (1 - share) / np.pi
    dense = edges.low[owner] + share[:, np.newaxis] * along + out[:, np.newaxis] * across
    return np.where((step == 0)[:, np.newaxis], edges.start[owner], dense)


def _spoiled(shapes: Any) -> npt.NDArray[np.bool_]:  # noqa: ANN401 - shapely has no types
    valid: npt.NDArray[np.bool_] = np.asarray(shapely.is_valid(shapes), dtype=np.bool_)
    misfits: npt.NDArray[np.bool_] = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
    return ~valid | misfits
