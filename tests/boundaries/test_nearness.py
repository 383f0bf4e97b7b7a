"""Where areas are and which share a border, on both kinds of map."""

from pathlib import Path

import numpy as np
import pytest

from areamap import settings
from areamap.boundaries import schematic
from areamap.boundaries.nearness import nearness
from areamap.boundary_sets import BoundarySets
from areamap.store import Store


@pytest.fixture
def sets(tmp_path: Path) -> BoundarySets:
    chosen = settings.load(tmp_path)
    return BoundarySets(chosen, Store(chosen.database_url))


def test_hexagons_that_touch_are_two_apothems_apart_and_no_distance_is_told(sets) -> None:
    found = sets.nearness()
    assert not found.is_true
    assert len(found.middles) == 7436
    one, other = (found.middles.loc[found.borders[name]].to_numpy() for name in ("one", "other"))
    # Two regular hexagons of radius 1 side by side have their middles the square root of 3 apart.
    np.testing.assert_allclose(np.linalg.norm(one - other, axis=1), np.sqrt(3))
    both = set(zip(found.borders["one"], found.borders["other"], strict=True))
    assert all((there, here) in both for here, there in both)


def test_middles_of_polygons_lie_on_the_ball_where_their_centroids_are(sets, tmp_path) -> None:
    saraburi = schematic.polygons()
    saraburi = saraburi[saraburi.index.str.startswith("19")]
    file = tmp_path / "saraburi.geojson"
    saraburi[["geometry"]].rename_axis("TAM_CODE").reset_index().to_file(file, driver="GeoJSON")
    sets.add(file)
    found = sets.nearness()
    assert found.is_true
    assert len(found.middles) == 111
    np.testing.assert_allclose((found.middles**2).sum(axis=1), 1)
    lat = np.degrees(np.arcsin(found.middles["z"]))
    lon = np.degrees(np.arctan2(found.middles["y"], found.middles["x"]))
    expected = saraburi.geometry.representative_point()
    np.testing.assert_allclose(lat, expected.y.reindex(found.middles.index), atol=0.02)
    np.testing.assert_allclose(lon, expected.x.reindex(found.middles.index), atol=0.02)
    # The same tambons touch as on the hexagons that they were made of.
    body = BoundarySets.topology(sets, "schematic")[1]
    whole = nearness(body, None).borders
    inside = whole[whole["one"].str.startswith("19") & whole["other"].str.startswith("19")]
    told = set(zip(found.borders["one"], found.borders["other"], strict=True))
    assert told == set(zip(inside["one"], inside["other"], strict=True))
