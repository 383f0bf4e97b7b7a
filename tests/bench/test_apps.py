"""The scripts of the bench run, and draw what they are meant to draw."""

import gzip
import runpy
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import folium
import pytest
from streamlit.testing.v1 import AppTest

from areamap.boundaries import schematic
from bench import leaflet_files
from tests.homes import filled_home, sample_home

__all__ = ["filled_home", "sample_home"]

BENCH = Path(__file__).parents[2] / "bench"
TIMEOUT = 60


@pytest.fixture
def few_areas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of twelve areas, given to the naive app."""
    hexagons = schematic.polygons().iloc[:12]
    shapes = hexagons.reset_index().rename(columns={"area_code": "ADM3_PCODE"})
    path = tmp_path / "areas.geojson"
    shapes.to_file(path, driver="GeoJSON")
    monkeypatch.setenv("BENCH_AREAS", str(path))
    monkeypatch.setenv("BENCH_LEAFLET", "http://127.0.0.1:1")
    monkeypatch.setattr(folium.folium.Map, "default_js", folium.folium.Map.default_js)
    monkeypatch.setattr(folium.folium.Map, "default_css", folium.folium.Map.default_css)
    return path


def test_the_naive_app_runs_and_offers_the_themes(few_areas: Path) -> None:
    app = AppTest.from_file(str(BENCH / "naive_app.py"), default_timeout=TIMEOUT).run()
    assert not app.exception
    assert app.selectbox[0].options == ["council", "fund", "housing", "budget"]
    app.selectbox[0].select("fund").run()
    assert not app.exception


def test_the_naive_map_has_its_geometry_inline_and_asks_no_other_host(few_areas: Path) -> None:
    script: dict[str, Any] = runpy.run_path(str(BENCH / "naive_app.py"))
    drawn = script["choropleth"](script["areas"](), "budget").get_root().render()
    assert drawn.count('"Polygon"') == 12
    assert "d3js.org" not in drawn
    assert "cdn.jsdelivr.net/npm/leaflet" not in drawn


def test_the_empty_page_says_what_was_chosen() -> None:
    app = AppTest.from_file(str(BENCH / "empty_app.py"), default_timeout=TIMEOUT).run()
    assert app.header[0].value == "council"
    app.selectbox[0].select("budget").run()
    assert app.header[0].value == "budget"


def test_the_empty_component_says_what_was_chosen() -> None:
    app = AppTest.from_file(str(BENCH / "component_app.py"), default_timeout=TIMEOUT).run()
    assert not app.exception
    app.selectbox[0].select("budget").run()
    assert not app.exception


@pytest.mark.parametrize("theme", ["council", "fund", "housing", "budget"])
def test_our_map_stands_alone_for_each_theme(
    sample_home: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("BENCH_KIND", "schematic")
    app = AppTest.from_file(str(BENCH / "map_app.py"), default_timeout=TIMEOUT).run()
    assert app.selectbox[0].options == ["council", "fund", "housing", "budget"]
    app.selectbox[0].select(theme).run()
    assert not app.exception


def test_leaflet_is_served_compressed_and_cacheable() -> None:
    with leaflet_files.served() as address:
        with urllib.request.urlopen(f"{address}/leaflet.js") as answer:  # noqa: S310 - our own address
            assert answer.headers["Cache-Control"].endswith("immutable")
            assert b"Leaflet 1.9" in gzip.decompress(answer.read())
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{address}/../pyproject.toml")  # noqa: S310 - our own address
        refused.value.close()
