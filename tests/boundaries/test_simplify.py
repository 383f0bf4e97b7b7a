"""Simplified for the screen: no gap, no overlap, nothing lost."""

import numpy as np
import pytest
import shapely

from areamap.boundaries._gdal import pyogrio
from areamap.boundaries.repair import repaired
from areamap.boundaries.simplify import TOLERANCE, Coverage, screen_polygons
from tests.boundaries.files import tambons


def wiggled(shapes, spacing=0.0005):
    """Return a coverage with many more vertices, the same on both sides of a border."""

    def moved(xy):
        xy = np.round(xy, 8)
        return xy + np.sin(xy[:, ::-1] * 4000) * 0.0001

    return shapely.transform(shapely.segmentize(shapes, spacing), moved)


def check_coverage(before, after):
    assert len(after) == len(before)
    assert not shapely.is_empty(after).any()
    assert shapely.is_valid(after).all()
    assert shapely.coverage_is_valid(after)
    assert shapely.area(after).sum() == pytest.approx(shapely.union_all(after).area)


def test_borders_stay_shared_and_no_area_is_lost():
    shapes = wiggled(np.asarray(tambons().geometry.array))
    assert shapely.coverage_is_valid(shapes)
    simple, coverage = screen_polygons(shapes, 0.001)
    assert coverage is Coverage.EXACT
    check_coverage(shapes, simple)
    assert shapely.get_num_coordinates(simple).sum() < shapely.get_num_coordinates(shapes).sum() / 5
    assert shapely.hausdorff_distance(shapes, simple).max() < 0.005


def test_very_small_areas_keep_their_shape():
    small = [shapely.Point(100 + i / 1000, 14).buffer(0.0004, quad_segs=16) for i in range(3)]
    simple, _ = screen_polygons(np.array(small), tolerance=TOLERANCE / 10)
    assert (shapely.area(simple) > 0.8 * shapely.area(small)).all()


def test_slivers_and_fine_overlaps_are_closed():
    shapes = np.array(
        [shapely.box(0, 0, 1, 1), shapely.box(1.00005, 0, 2, 1), shapely.box(0, 0.99995, 2, 2)]
    )
    simple, coverage = screen_polygons(shapes)
    assert coverage is Coverage.CLEANED
    check_coverage(shapes, simple)
    assert shapely.union_all(simple).interiors[:] == []


def test_areas_one_above_another_are_simplified_alone():
    shapes = np.array([shapely.box(0, 0, 1, 1), shapely.box(0.2, 0.2, 0.8, 0.8)])
    simple, coverage = screen_polygons(shapes)
    assert coverage is Coverage.SEPARATE
    assert len(simple) == 2
    assert shapely.area(simple) == pytest.approx(shapely.area(shapes))


@pytest.mark.reference
def test_thailand_keeps_all_tambons(reference):
    path = reference / "boundaries" / "tha_admbnda_adm3.zip"
    shapes = np.asarray(pyogrio.read_dataframe(f"/vsizip/{path}").geometry.array)
    dense = repaired(wiggled(shapes, 0.006)).polygons
    assert shapely.get_num_coordinates(dense).sum() > 250_000
    simple, coverage = screen_polygons(dense)
    assert coverage is not Coverage.SEPARATE
    check_coverage(dense, simple)
    change = shapely.area(simple) / shapely.area(dense)
    assert np.median(np.abs(change - 1)) < 0.01
    assert change.min() > 0.7
    assert change.max() < 1.3
