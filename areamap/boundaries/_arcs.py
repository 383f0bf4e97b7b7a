"""Rings on an integer grid, and the arcs between junctions that they are made of."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MIN_RING_VERTICES = 3
"""A ring of fewer different vertices encloses nothing."""

EDGES_OF_A_PATH = 2
"""A vertex inside an arc meets just these; any other number makes it an end."""


@dataclass(frozen=True, slots=True)
class Rings:
    """
    Rings of many areas on an integer grid, one after another.

    Attributes
    ----------
    xy
        Grid coordinates, one row per vertex; the closing vertex is not repeated.
    starts
        Where each ring begins in `xy`; one more entry than rings.
    part
        Which part (simple polygon) a ring belongs to; its first ring is the outer one.
    area
        Which area a ring belongs to, by position.
    """

    xy: Ints
    starts: Ints
    part: Ints
    area: Ints


@dataclass(frozen=True, slots=True)
class Arcs:
    """
    Arcs that rings share, and how each ring is put together from them.

    Attributes
    ----------
    paths
        Grid coordinates of each arc, both end points included.
    references
        Arcs of all rings in order: `i` as stored, `~i` backwards.
    starts
        Where each ring begins in `references`; one more entry than rings.
    """

    paths: list[Ints]
    references: Ints
    starts: Ints


def rings_on_grid(polygons: NDArray[np.object_], step: float) -> Rings:
    """
    Return the rings of polygons with vertices rounded to a grid through 0, 0.

    Parameters
    ----------
    polygons
        Polygons and multipolygons, one per area.
    step
        Width of the grid, in the unit of the coordinates.

    Returns
    -------
    Rings
        Rings that collapse on the grid are left out, the holes of a collapsed part with it.
    """
    parts, area_of_part = shapely.get_parts(polygons, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    coordinates, ring_of_vertex = shapely.get_coordinates(rings, return_index=True)
    grid = np.rint(coordinates / step).astype(np.int64)

    # A closed ring repeats its first vertex, so comparing with the one before drops just the
    # repeats: those of rounding and, at the start of each ring, nothing.
    kept = np.ones(len(grid), dtype=bool)
    kept[1:] = (grid[1:] != grid[:-1]).any(axis=1) | (ring_of_vertex[1:] != ring_of_vertex[:-1])
    grid, ring_of_vertex = grid[kept], ring_of_vertex[kept]
    last = np.append(ring_of_vertex[1:] != ring_of_vertex[:-1], True)
    first_of_ring = np.searchsorted(ring_of_vertex, ring_of_vertex[last])
    closing = np.flatnonzero(last)
    closing = closing[(grid[closing] == grid[first_of_ring]).all(axis=1)]
    kept = np.ones(len(grid), dtype=bool)
    kept[closing] = False
    grid, ring_of_vertex = grid[kept], ring_of_vertex[kept]

    sizes = np.bincount(ring_of_vertex, minlength=len(rings))
    outer = np.ones(len(rings), dtype=bool)
    outer[1:] = part_of_ring[1:] != part_of_ring[:-1]
    whole = sizes >= MIN_RING_VERTICES
    whole &= whole[outer][part_of_ring]
    return Rings(
        xy=grid[whole[ring_of_vertex]],
        starts=np.concatenate([[0], np.cumsum(sizes[whole])]).astype(np.int64),
        part=part_of_ring[whole].astype(np.int64),
        area=area_of_part[part_of_ring[whole]].astype(np.int64),
    )


def twice_enclosed(rings: Rings) -> NDArray[np.int64]:
    """Return twice the area that each ring encloses, in grid cells, without sign."""
    if len(rings.part) == 0:
        return np.empty(0, dtype=np.int64)
    origin = np.repeat(rings.xy[rings.starts[:-1]], np.diff(rings.starts), axis=0)
    here = rings.xy - origin
    there = here[_successors(rings.starts)]
    cross = here[:, 0] * there[:, 1] - there[:, 0] * here[:, 1]
    return np.abs(np.add.reduceat(cross, rings.starts[:-1]))


def shared_arcs(rings: Rings) -> Arcs:
    """
    Return the arcs of a set of rings, each stored once however many rings run along it.

    An arc is a longest path whose inner vertices meet exactly two edges: every ring that
    enters it runs through to its end, so rings are sequences of whole arcs.

    Parameters
    ----------
    rings
        Rings on the grid.

    Returns
    -------
    Arcs
        In the order in which the rings first meet them; deterministic.
    """
    vertex = _vertex_ids(rings.xy)
    edge = _edge_ids(vertex, rings.starts)
    cuts = _with_a_cut_in_each(_junctions(vertex, edge, rings.starts), vertex, rings.starts)
    order = _begun_at_a_cut(cuts, rings.starts)
    vertex, edge, cuts, xy = vertex[order], edge[order], cuts[order], rings.xy[order]

    begins = np.flatnonzero(cuts)
    identity = np.minimum.reduceat(edge, begins)
    _, first, arc_of_run = np.unique(identity, return_index=True, return_inverse=True)
    by_first = np.argsort(first)
    rank = np.empty_like(by_first)
    rank[by_first] = np.arange(len(by_first))
    arc, stored = rank[arc_of_run], first[by_first]

    successor = _successors(rings.starts)
    ends = np.append(begins[1:], len(vertex)) - 1
    model = stored[arc]
    start, second = vertex[begins], vertex[successor[begins]]
    same = (start == start[model]) & (second == second[model])
    paths = [
        np.vstack([xy[b : e + 1], xy[successor[e]]])
        for b, e in zip(begins[stored].tolist(), ends[stored].tolist(), strict=True)
    ]
    return Arcs(
        paths=paths,
        references=np.where(same, arc, ~arc),
        starts=np.searchsorted(begins, rings.starts).astype(np.int64),
    )


def _successors(starts: Ints) -> Ints:
    """Return the position of the next vertex along its ring, for each vertex."""
    following = np.arange(1, starts[-1] + 1)
    following[starts[1:] - 1] = starts[:-1]
    return following


def _vertex_ids(xy: Ints) -> Ints:
    """Return one number per vertex, equal where the place is."""
    shifted = xy - xy.min(axis=0)
    key = shifted[:, 0] * (shifted[:, 1].max() + 1) + shifted[:, 1]
    return np.unique(key, return_inverse=True)[1].astype(np.int64)


def _edge_ids(vertex: Ints, starts: Ints) -> Ints:
    """Return one number per edge from a vertex to the next, equal in both directions."""
    following = vertex[_successors(starts)]
    low, high = np.minimum(vertex, following), np.maximum(vertex, following)
    return np.unique(low * (vertex.max() + 1) + high, return_inverse=True)[1].astype(np.int64)


def _junctions(vertex: Ints, edge: Ints, starts: Ints) -> Bools:
    """Return which vertices do not meet exactly two different edges, or turn a ring back."""
    successor = _successors(starts)
    _, one = np.unique(edge, return_index=True)
    degree = np.bincount(
        np.concatenate([vertex[one], vertex[successor[one]]]), minlength=vertex.max() + 1
    )
    turned = np.zeros(len(degree), dtype=bool)
    turned[vertex[successor[edge == edge[successor]]]] = True
    junction: Bools = (degree != EDGES_OF_A_PATH) | turned
    return junction[vertex]


def _with_a_cut_in_each(cuts: Bools, vertex: Ints, starts: Ints) -> Bools:
    """Return the cuts with the lowest vertex of each ring that has none, as all its twins."""
    sizes = np.diff(starts)
    none = ~np.logical_or.reduceat(cuts, starts[:-1])
    lowest = np.repeat(np.minimum.reduceat(vertex, starts[:-1]), sizes)
    begun: Bools = cuts | (np.repeat(none, sizes) & (vertex == lowest))
    return begun


def _begun_at_a_cut(cuts: Bools, starts: Ints) -> Ints:
    """Return the order of vertices in which each ring begins at its first cut."""
    sizes = np.diff(starts)
    positions = np.where(cuts, np.arange(len(cuts)), len(cuts))
    offset = np.minimum.reduceat(positions, starts[:-1]) - starts[:-1]
    within = np.arange(len(cuts)) - np.repeat(starts[:-1], sizes)
    turned = (within + np.repeat(offset, sizes)) % np.repeat(sizes, sizes)
    order: Ints = np.repeat(starts[:-1], sizes) + turned
    return order
