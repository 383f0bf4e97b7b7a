"""Tiles behind the areas: only those of the settings, and only from there."""

from pathlib import Path

import pytest

from areamap.errors import FileError
from areamap.ui import basemap
from areamap.ui.routes import SECURITY, security


@pytest.mark.parametrize("told", ["", "none"])
def test_by_default_there_are_none(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("AREAMAP_BASEMAP", told)
    assert basemap.chosen() is None
    assert basemap.tile(0, 0, 0) is None


def test_known_ones_have_their_credit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AREAMAP_BASEMAP", "osm")
    found = basemap.chosen()
    assert found
    assert found.origin == "https://tile.openstreetmap.org"
    assert "OpenStreetMap" in found.credit


def test_an_address_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AREAMAP_BASEMAP", "http://127.0.0.1:8081/t/{z}/{x}/{y}.png")
    found = basemap.chosen()
    assert found
    assert found.origin == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    "told",
    [
        "nothing",
        "https://example.org/tiles.png",
        "javascript:{z}{x}{y}",
        "https://example.org/{z}/{x}/{y}; script-src *",
        "https://example.org/{z}/{x}/{y}'",
        "ftp://example.org/{z}/{x}/{y}",
    ],
)
def test_what_is_no_place_of_tiles_is_said(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("AREAMAP_BASEMAP", told)
    with pytest.raises(FileError) as raised:
        basemap.chosen()
    assert told in raised.value.text("th")
    assert "{z}" in raised.value.text("en")


def test_a_folder_gives_its_tiles_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "5" / "24").mkdir(parents=True)
    (tmp_path / "5" / "24" / "14.png").write_bytes(b"tile")
    monkeypatch.setenv("AREAMAP_BASEMAP", str(tmp_path))
    found = basemap.chosen()
    assert found
    assert found.url == "/areamap/tiles/{z}/{x}/{y}.png"
    assert found.origin == ""
    assert basemap.tile(5, 24, 14) == b"tile"
    assert basemap.tile(5, 24, 15) is None


def test_the_browser_may_ask_that_place_for_images_only() -> None:
    policy = security("https://tile.openstreetmap.org")["Content-Security-Policy"]
    images = [part for part in policy.split("; ") if "openstreetmap" in part]
    assert images == ["img-src 'self' data: blob: https://tile.openstreetmap.org"]
    assert security() == SECURITY
