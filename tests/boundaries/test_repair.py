"""Broken rings are mended so that what they enclose is kept."""

import numpy as np
import shapely

from areamap.boundaries.repair import areal, repaired

BOW = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
SQUARE = shapely.box(0, 0, 1, 1)


def geometries(*shapes):
    array = np.empty(len(shapes), dtype=object)
    array[:] = shapes
    return array


def test_a_bow_tie_becomes_its_two_halves():
    result = repaired(geometries(BOW, SQUARE))
    assert result.mended == 1
    assert result.empty == 0
    assert shapely.is_valid(result.polygons).all()
    assert result.polygons[0].area == 2
    assert result.polygons[1].equals(SQUARE)


def test_lines_and_points_are_put_aside():
    mixed = shapely.GeometryCollection([SQUARE, shapely.LineString([(5, 5), (6, 6)])])
    flat = shapely.Polygon([(0, 0), (1, 1), (2, 2)])
    line = shapely.LineString([(0, 0), (1, 1)])
    result = repaired(geometries(mixed, flat, line, None, shapely.Polygon()))
    assert result.polygons[0].equals(SQUARE)
    assert [shape is None for shape in result.polygons] == [False, True, True, True, True]
    assert result.empty == 4


def test_what_is_given_is_not_changed():
    given = geometries(BOW)
    repaired(given)
    assert given[0] is BOW


def test_areal_tells_polygons():
    shapes = geometries(SQUARE, shapely.MultiPolygon([SQUARE]), shapely.Point(0, 0), None)
    assert areal(shapes).tolist() == [True, True, False, False]
