"""Levels of detail: no border opens, whatever is there of whichever province."""

import itertools

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from areamap.boundaries import detail, topology
from areamap.boundaries.simplify import Coverage, screen_polygons
from tests.boundaries.files import tambons
from tests.boundaries.packed import unpack, with_details
from tests.boundaries.test_simplify import wiggled
from tests.boundaries.topojson import decode


def coverage_of(*provinces):
    frame = pd.concat([tambons(province) for province in provinces])[["geometry"]]
    shapes = wiggled(np.asarray(frame.geometry.array))
    simple, coverage = screen_polygons(shapes)
    assert coverage is Coverage.EXACT
    return frame.set_geometry(gpd.GeoSeries(simple, index=frame.index, crs=4326))


SARABURI_AND_LOP_BURI = coverage_of("16", "19")
LEVELS = detail.detailed(SARABURI_AND_LOP_BURI, Coverage.EXACT)


def polygons(document):
    return decode(topology.as_json(document))


def vertices(frame):
    return int(shapely.get_num_coordinates(frame.geometry.values).sum())


def check_no_gap(frame):
    shapes = np.asarray(frame.geometry.array)
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.coverage_union_all(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(whole.area)
    # A gap would be a hole in what is a single piece of land.
    assert shapely.get_num_geometries(whole) == 1
    assert list(shapely.get_parts(whole)[0].interiors) == []


def test_levels_are_finer_and_finer():
    light = polygons(unpack(LEVELS.light))
    assert list(light.index) == sorted(SARABURI_AND_LOP_BURI.index)
    counts = [vertices(light)]
    of_all = []
    for level in LEVELS.details:
        assert set(level) == {"16", "19"}
        of_all.extend(level.values())
        counts.append(vertices(polygons(with_details(LEVELS.light, of_all))))
    assert all(fewer < more for fewer, more in itertools.pairwise(counts))
    assert counts[-1] == pytest.approx(vertices(SARABURI_AND_LOP_BURI), rel=0.001)


def test_the_finest_level_is_what_was_given_but_for_its_grid():
    every = [document for level in LEVELS.details for document in level.values()]
    finest = polygons(with_details(LEVELS.light, every)).geometry
    given_ = SARABURI_AND_LOP_BURI.sort_index().geometry
    # Ends of arcs lie on the light grid, at most half the diagonal of a cell away.
    assert shapely.hausdorff_distance(finest.values, given_.values).max() < 0.75e-4


@pytest.mark.parametrize("province", ["16", "19"])
@pytest.mark.parametrize("upto", [1, 2])
def test_one_province_in_detail_leaves_no_gap_to_the_next(province, upto):
    mixed = with_details(LEVELS.light, [level[province] for level in LEVELS.details[:upto]])
    frame = polygons(mixed)
    check_no_gap(frame)
    finer = frame.index.str.startswith(province)
    light = polygons(unpack(LEVELS.light))
    assert vertices(frame[finer]) > 2 * vertices(light[finer])


def test_the_light_one_has_no_gap():
    check_no_gap(polygons(unpack(LEVELS.light)))


def test_the_same_areas_give_the_same_levels():
    backwards = SARABURI_AND_LOP_BURI.iloc[::-1]
    assert detail.detailed(backwards, Coverage.EXACT) == LEVELS


def test_what_is_as_light_as_can_be_has_no_details():
    squares = {f"{19 + i}0101": shapely.box(i, 0, i + 1, 1) for i in range(2)}
    frame = gpd.GeoDataFrame(geometry=list(squares.values()), index=list(squares), crs=4326)
    levels = detail.detailed(frame, Coverage.EXACT)
    assert levels.details == ({},) * len(detail.LEVELS)
    assert polygons(unpack(levels.light)).geom_equals(frame).all()


def test_areas_one_above_another_have_details_too():
    circles = {"190101": 0.05, "200101": 0.04}
    shapes = [shapely.Point(101, 14).buffer(radius, 128) for radius in circles.values()]
    frame = gpd.GeoDataFrame(geometry=shapes, index=list(circles), crs=4326)
    levels = detail.detailed(frame, Coverage.SEPARATE)
    assert set(levels.details[-1]) == {"19", "20"}
    mixed = polygons(with_details(levels.light, [level["19"] for level in levels.details]))
    assert mixed.geometry["190101"].area == pytest.approx(shapes[0].area, rel=0.01)


def test_a_tiny_island_beside_large_land_is_not_lost():
    island = shapely.box(102, 14, 102.00003, 14.00003)
    frame = gpd.GeoDataFrame(
        geometry=[shapely.box(100, 13, 101, 14), island], index=["190101", "200101"], crs=4326
    )
    found = polygons(unpack(detail.detailed(frame, Coverage.EXACT).light))
    assert found.geometry["200101"].area >= 0.4 * island.area


@given(st.integers(0, 10_000))
def test_any_wiggly_coverage_has_no_gap_in_any_mix(seed):
    random = np.random.default_rng(seed)
    sites = shapely.MultiPoint(random.random((12, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(sites, extend_to=shapely.box(0, 0, 1, 1)))
    cells = shapely.intersection(cells, shapely.box(0, 0, 1, 1), grid_size=1e-4)
    simple, coverage = screen_polygons(wiggled(cells, 0.004))
    codes = [f"{10 + i % 3}{i:04}" for i in range(len(cells))]
    frame = gpd.GeoDataFrame(geometry=simple, index=codes, crs=4326)
    levels = detail.detailed(frame, coverage)
    province = str(random.integers(10, 13))
    chosen = [level[province] for level in levels.details if province in level]
    document = with_details(levels.light, chosen) if chosen else unpack(levels.light)
    whole = shapely.union_all(shapely.buffer(polygons(document).geometry.values, 0))
    assert [r for part in shapely.get_parts(whole) for r in part.interiors] == []
