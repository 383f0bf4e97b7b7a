"""TopoJSON for the browser: nothing lost, nothing doubled, each border one arc."""

import itertools
import json
from collections import Counter

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from areamap.boundaries import topology
from tests.boundaries.topojson import decode

GRID = 1e-4


def frame(areas):
    return gpd.GeoDataFrame(geometry=list(areas.values()), index=list(areas), crs=4326)


def arcs(encoded):
    return json.loads(encoded)["arcs"]


def edges(encoded):
    """Return how often each undirected edge is stored."""
    counts = Counter()
    for arc in arcs(encoded):
        points = [tuple(point) for point in np.cumsum(arc, axis=0).tolist()]
        counts.update(frozenset(pair) for pair in itertools.pairwise(points))
    return counts


def test_the_border_of_two_squares_is_one_arc():
    encoded = topology.encode(frame({"b": shapely.box(1, 0, 2, 1), "a": shapely.box(0, 0, 1, 1)}))
    document = json.loads(encoded)
    assert document["type"] == "Topology"
    assert len(document["arcs"]) == 3
    left, right = document["objects"]["areas"]["geometries"]
    assert set(left) == {"type", "arcs", "id"}
    assert [left["id"], right["id"]] == ["a", "b"]
    used = Counter(i if i >= 0 else ~i for g in (left, right) for ring in g["arcs"] for i in ring)
    assert sorted(used.values()) == [1, 1, 2]
    decoded = decode(encoded)
    assert decoded.geometry["a"].equals(shapely.box(0, 0, 1, 1))
    assert decoded.geometry["b"].equals(shapely.box(1, 0, 2, 1))


def test_an_enclave_shares_its_whole_ring_with_the_hole_it_fills():
    inner = shapely.box(1, 1, 2, 2)
    encoded = topology.encode(frame({"in": inner, "out": shapely.box(0, 0, 3, 3) - inner}))
    assert len(arcs(encoded)) == 2
    assert decode(encoded).geometry["out"].area == 8


def test_islands_stay_parts_of_their_area():
    both = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6)])
    assert decode(topology.encode(frame({"a": both}))).geometry["a"].equals(both)


def test_rings_that_touch_at_a_corner_keep_their_shape():
    areas = {"a": shapely.box(0, 0, 1, 1), "b": shapely.box(1, 1, 2, 2)}
    decoded = decode(topology.encode(frame(areas)))
    assert all(decoded.geometry[code].equals(area) for code, area in areas.items())


def test_a_spike_left_by_rounding_does_not_break_a_ring():
    spiked = shapely.Polygon([(0, 0), (1, 0), (1, 1), (0.5, 1), (0.50001, 2), (0.49999, 1), (0, 1)])
    assert decode(topology.encode(frame({"a": spiked}))).geometry["a"].area == pytest.approx(1)


def test_a_tiny_area_makes_the_grid_finer_and_is_not_lost():
    tiny = shapely.box(10, 10, 10.00002, 10.00002)
    encoded = topology.encode(frame({"big": shapely.box(0, 0, 1, 1), "tiny": tiny}))
    assert json.loads(encoded)["transform"]["scale"] == [1e-5, 1e-5]
    assert decode(encoded).geometry["tiny"].area == pytest.approx(tiny.area)


def test_the_order_of_the_rows_does_not_matter():
    areas = {str(i): shapely.box(i, 0, i + 1, 1) for i in range(5)}
    backwards = dict(reversed(areas.items()))
    assert topology.encode(frame(areas)) == topology.encode(frame(backwards))


@pytest.mark.parametrize("missing", [None, shapely.Polygon(), shapely.Point(1, 1)])
def test_an_area_without_a_polygon_is_refused(missing):
    with pytest.raises(ValueError, match="polygon"):
        topology.encode(frame({"a": shapely.box(0, 0, 1, 1), "b": missing}))


def test_a_code_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        topology.encode(
            gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1)] * 2, index=["a", "a"], crs=4326)
        )


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=4, max_size=40, unique=True
    )
)
def test_any_coverage_comes_back_whole(sites):
    cells = shapely.get_parts(
        shapely.voronoi_polygons(
            shapely.MultiPoint(np.array(sites) / 100), extend_to=shapely.box(-1, -1, 4, 4)
        )
    )
    cells = shapely.intersection(cells, shapely.box(-1, -1, 4, 4), grid_size=GRID)
    areas = frame({f"{i:03}": cell for i, cell in enumerate(cells) if cell.area > 1e-4})
    encoded = topology.encode(areas)
    assert max(edges(encoded).values()) == 1
    decoded = decode(encoded)
    tolerance = shapely.length(areas.geometry.values) * GRID
    difference = shapely.area(decoded.geometry.values) - shapely.area(areas.geometry.values)
    assert (np.abs(difference) <= tolerance).all()


@pytest.mark.reference
@pytest.mark.parametrize(("level", "count"), [(1, 77), (2, 928), (3, 7425)])
def test_thailand_has_no_gaps_and_no_overlaps(reference, level, count):
    path = reference / "boundaries" / f"tha_admbnda_adm{level}.zip"
    areas = pyogrio.read_dataframe(f"/vsizip/{path}").set_index(f"ADM{level}_PCODE")
    encoded = topology.encode(areas)
    assert max(edges(encoded).values()) == 1
    decoded = decode(encoded)
    assert len(decoded) == count
    shapes = decoded.geometry.values
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area)
    before = shapely.area(areas.sort_index().geometry.values)
    assert (np.abs(shapely.area(shapes) - before) <= shapely.length(shapes) * GRID).all()
