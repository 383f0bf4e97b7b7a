"""The polygons of maps on paper."""

from pathlib import Path

import shapely
from geopandas import GeoDataFrame

from areamap.boundaries import schematic
from areamap.boundaries.outlines import outlines


def test_hexagons_are_those_of_the_schematic_map() -> None:
    found = outlines(None)
    whole = schematic.polygons()
    assert list(found.index) == list(whole.index)
    assert found.iloc[0].equals(whole.geometry.iloc[0])


def test_polygons_of_a_version_are_those_for_the_screen(tmp_path: Path) -> None:
    boxes = [shapely.box(100, 14, 101, 15), shapely.box(101, 14, 102, 15)]
    frame = GeoDataFrame(
        {"name_th": ["ก", "ข"]}, geometry=boxes, crs=4326, index=["190101", "190102"]
    ).rename_axis("area_code")
    frame.to_parquet(tmp_path / "screen.parquet")
    found = outlines(tmp_path)
    assert list(found.index) == ["190101", "190102"]
    assert all(one.equals(other) for one, other in zip(found, boxes, strict=True))
