"""Dense areas: so many vertices, the same borders on both sides."""

from collections import Counter
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.boundaries import schematic
from bench.dense import densified


def hexagons(count: int) -> gpd.GeoDataFrame:
    return schematic.polygons().iloc[:count]


def edges(shapes: gpd.GeoDataFrame) -> Counter[frozenset[tuple[float, float]]]:
    """Return how many rings each edge stands in, whichever way it runs."""
    found: Counter[frozenset[tuple[float, float]]] = Counter()
    for ring in shapely.get_rings(shapely.get_parts(np.asarray(shapes.geometry.array))):
        points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
        found.update(frozenset(pair) for pair in pairwise(points))
    return found


@settings(deadline=None, max_examples=20)
@given(st.integers(2, 60), st.integers(12, 90))
def test_has_the_vertices_that_were_asked_for(areas: int, each: int) -> None:
    dense = densified(hexagons(areas), areas * each)
    reached = shapely.get_num_coordinates(np.asarray(dense.geometry.array)).sum()
    # Edges of one length grow by one point each at once: six in a hexagon.
    assert areas * (each - 7) <= reached <= areas * each


def test_borders_are_the_same_points_on_both_sides() -> None:
    plain = hexagons(80)
    dense = densified(plain, 8000)
    shared = sum(times == 2 for times in edges(plain).values())
    inner = [times for times in edges(dense).values() if times != 1]
    assert shared > 100
    assert set(inner) == {2}
    assert len(inner) > 10 * shared
    assert shapely.coverage_is_valid(np.asarray(dense.geometry.array))


def test_edges_are_bent_so_that_simplifying_has_work() -> None:
    dense = densified(hexagons(10), 1000)
    straight = shapely.simplify(np.asarray(dense.geometry.array), 1e-9)
    assert shapely.get_num_coordinates(straight).sum() > 900


def test_islands_and_holes_stay() -> None:
    outer, hole = shapely.box(0, 0, 3, 3), shapely.box(1, 1, 2, 2)
    ring = shapely.difference(outer, hole)
    areas = gpd.GeoDataFrame(
        {"code": ["a", "b"]},
        geometry=[shapely.MultiPolygon([ring, shapely.box(5, 5, 6, 6)]), hole],
        crs=4326,
    )
    dense = densified(areas, 700)
    assert dense["code"].tolist() == ["a", "b"]
    assert shapely.get_num_geometries(dense.geometry.iloc[0]) == 2
    assert shapely.get_num_interior_rings(dense.geometry.iloc[0].geoms[0]) == 1
    assert shapely.coverage_is_valid(np.asarray(dense.geometry.array))


def test_areas_that_overlap_are_refused() -> None:
    areas = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 2, 2), shapely.box(1, 1, 3, 3)], crs=4326)
    with pytest.raises(ValueError, match="overlap"):
        densified(areas, 200)
