"""Packed for the wire: the same topology comes out, in fewer bytes."""

import gzip
import json

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from areamap.boundaries import packing, schematic, topology
from tests.boundaries.packed import unpack


def topojson(shapes, codes=None):
    index = codes or [f"{i:03}" for i in range(len(shapes))]
    return topology.topojson(gpd.GeoDataFrame(geometry=list(shapes), index=index, crs=4326))


def size(document):
    return len(gzip.compress(topology.as_json(document)))


def check(document):
    packed = packing.packed(document)
    assert unpack(json.loads(topology.as_json(packed))) == document
    return packed


INNER = shapely.box(1, 1, 2, 2)


@pytest.mark.parametrize(
    "shapes",
    [
        [shapely.box(0, 0, 1, 1)],
        [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)],
        [shapely.box(0, 0, 3, 3) - INNER, INNER],
        [shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6)])],
        [shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)],
        [shapely.box(0, 0, 2, 2), shapely.box(1, 1, 3, 3)],
        [
            shapely.box(0, 0, 9, 9) - shapely.union_all([INNER, shapely.box(2, 2, 4, 4)]),
            INNER,
            shapely.box(2, 2, 4, 4),
        ],
        [shapely.Polygon([(0, 0), (1, 0), (1, 1), (0.5, 1), (0.50001, 2), (0.49999, 1), (0, 1)])],
    ],
    ids=["one", "two", "enclave", "islands", "corner", "overlap", "two in a hole", "spike"],
)
def test_what_was_packed_comes_back(shapes):
    check(topojson(shapes))


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=4, max_size=40, unique=True
    ),
    st.data(),
)
def test_any_coverage_with_any_areas_left_out_comes_back(sites, data):
    cells = shapely.get_parts(
        shapely.voronoi_polygons(
            shapely.MultiPoint(np.array(sites) / 20), extend_to=shapely.box(-1, -1, 4, 4)
        )
    )
    cells = shapely.intersection(cells, shapely.box(-1, -1, 4, 4), grid_size=1e-4)
    cells = cells[shapely.area(cells) > 1e-4]
    owner = data.draw(st.lists(st.integers(0, 6), min_size=len(cells), max_size=len(cells)))
    groups = [cells[np.array(owner) == number] for number in range(1, 7)]
    shapes = [shapely.coverage_union_all(group) for group in groups if len(group)]
    if shapes:
        check(topojson(shapes))


@given(st.lists(st.text("019ก-", min_size=1, max_size=6), min_size=1, unique=True))
def test_codes_come_back(codes):
    assert packing.codes_of({"codes": packing.packed_codes(codes)}) == codes


def test_neighbours_have_an_arc_of_both():
    document = topojson([shapely.box(i, 0, i + 1, 1) for i in range(3)])
    plain, packed = (packing.arcs_by_area(each) for each in (document, check(document)))
    assert plain == packed
    assert plain["000"] & plain["001"]
    assert not plain["000"] & plain["002"]


def test_hexagons_take_a_third_of_the_bytes():
    document = topology.topojson(schematic.polygons())
    packed = check(document)
    assert size(packed) < size(document) / 3
    assert packing.arcs_by_area(packed) == packing.arcs_by_area(document)


@pytest.mark.reference
def test_thailand_takes_a_third_of_the_bytes(reference):
    path = reference / "boundaries" / "tha_admbnda_adm3.zip"
    areas = pyogrio.read_dataframe(f"/vsizip/{path}").set_index("ADM3_PCODE")
    document = topology.topojson(areas)
    assert size(check(document)) < size(document) / 3
