"""Distances on the true map, against geodesics."""

import numpy as np
import pytest
import shapely
from pandas import Index, Series
from pyproj import Geod

from areamap.draw.paper.furniture import scale_bar
from areamap.draw.paper.ground import on_plane, outline, sinusoidal

EARTH = Geod(ellps="WGS84")


@pytest.mark.parametrize("latitude", [6.0, 13.7, 20.2])
@pytest.mark.parametrize("east", [0.0, 0.6])
def test_a_kilometre_is_a_kilometre(latitude: float, east: float) -> None:
    places = np.array(
        [[100 + east, latitude], [100.2 + east, latitude], [100 + east, latitude + 0.2]]
    )
    moved = sinusoidal(100.0)(places)
    along = np.hypot(*(moved[1] - moved[0]))
    up = moved[2][1] - moved[0][1]
    assert along == pytest.approx(EARTH.inv(*places[0], *places[1])[2], rel=1e-4)
    assert up == pytest.approx(EARTH.inv(*places[0], *places[2])[2], rel=1e-4)


@pytest.mark.parametrize("kilometres", [3.0, 47.0, 180.0, 1600.0])
def test_the_scale_bar_is_round_and_as_long_as_it_says(kilometres: float) -> None:
    per_metre = 6.0 / (kilometres * 1000)
    bar = scale_bar(per_metre)
    assert bar.inches == pytest.approx(bar.kilometres * 1000 * per_metre)
    assert 0.3 < bar.inches <= 1.7
    assert f"{bar.kilometres:e}"[0] in "125"


def test_only_what_is_near_is_on_the_plane() -> None:
    boxes = [shapely.box(x, 14, x + 0.1, 14.1) for x in (100.0, 100.1, 103.0)]
    outlines = Series(boxes, index=Index(["190101", "190102", "300101"], name="area_code"))
    ground = on_plane(outlines, Index(["190101"]), is_true=True)
    assert list(ground.codes) == ["190101", "190102"]
    assert list(ground.focus) == [True, False]
    with pytest.raises(ValueError, match="no area"):
        on_plane(outlines, Index(["999999"]), is_true=True)


def test_holes_stay_open() -> None:
    ring = shapely.box(0, 0, 10, 10) - shapely.box(4, 4, 6, 6)
    path = outline(np.array([ring], dtype=object), lambda metres: metres)
    assert path is not None
    assert path.contains_point((2, 2))
    assert outline(np.array([], dtype=object), lambda metres: metres) is None
