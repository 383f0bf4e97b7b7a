"""Tiles behind the areas: from a server of one's own, from a folder, and where there are none."""

import shutil
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Look, Serving, add_polygons, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]
RED = (200, 40, 40)
TRUE, SCHEMATIC = "/?scope=19&map=true", "/?scope=19&map=schematic"
OPACITY = (
    "element => getComputedStyle(element.querySelector('.leaflet-overlay-pane canvas')).opacity"
)
TILES = "element => element.querySelectorAll('img.leaflet-tile-loaded').length"


def png(colour: tuple[int, int, int]) -> bytes:
    """Return a tile of one colour, 256 by 256."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * 256) * 256
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts)


@contextmanager
def tile_server(asked: list[str]) -> Iterator[str]:
    """Serve tiles on this machine; what is asked for is written down with who asks."""

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.path} {self.headers.get('Referer', '')}")
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(png(RED))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def home(filled_home: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled_home, tmp_path / "home")
    add_polygons(tmp_path / "home", tmp_path / "tambons.geojson")
    return tmp_path / "home"


def test_tiles_of_a_server_lie_behind_the_areas_when_asked_for(
    look: Looking, home: Path, serve: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    with tile_server(asked) as tiles:
        monkeypatch.setenv("AREAMAP_BASEMAP", tiles)
        server = serve(home)
        page = look().open(server.url + TRUE)
        shown = page.shown()
        button = page.map.get_by_role("button", name="แผนที่ฐาน")
        expect(button).to_have_attribute("aria-pressed", "false")
        assert not asked
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        page.until(TILES, lambda count: count > 1)
        page.until(OPACITY, "0.72")
        assert {line.split()[1] for line in asked} == {f"{server.url}/"}
        page.page.get_by_text("กองทุนสวัสดิการ", exact=True).click()
        shown = page.shown(shown)
        assert page.in_map(OPACITY) == "0.72"
        page.page.get_by_text("แผนผัง", exact=True).click()
        page.shown(shown)
        expect(button).to_be_hidden()
        page.until(OPACITY, "1")
        page.until(TILES, 0)


def test_tiles_of_a_folder_come_from_the_app_itself(
    look: Looking, home: Path, tmp_path: Path, serve: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    for column, row in product(range(196, 206), range(112, 120)):
        file = tmp_path / "tiles" / "8" / str(column) / f"{row}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(RED))
    monkeypatch.setenv("AREAMAP_BASEMAP", str(tmp_path / "tiles"))
    server = serve(home)
    page = look().open(server.url + TRUE)
    page.shown()
    page.in_map("({areamap: {map}}) => map.setView([14.5, 100.9], 8, {animate: false})")
    page.map.get_by_role("button", name="แผนที่ฐาน").click()
    page.until(TILES, lambda count: count > 1)
    page.map.get_by_role("button", name="แผนที่ฐาน").click()
    page.until(TILES, 0)


def test_without_a_net_nothing_happens_and_the_map_stays(
    look: Looking, home: Path, serve: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tile_server([]) as tiles:
        nobody = tiles
    monkeypatch.setenv("AREAMAP_BASEMAP", nobody)
    server = serve(home)
    page = look()
    failed: list[str] = []
    page.page.on("requestfailed", lambda request: failed.append(request.url))
    page.open(server.url + TRUE)
    page.shown()
    repainted = page.in_map("({areamap: {layer}}) => layer.counts.repaints")
    page.map.get_by_role("button", name="แผนที่ฐาน").click()
    until(page.page, lambda: len(failed), lambda count: count > 1)
    assert page.in_map(OPACITY) == "1"
    assert page.in_map(TILES) == 0
    expect(page.map.locator(".areamap-message")).to_be_hidden()
    expect(page.map.locator(".areamap-credit")).to_be_hidden()
    assert page.in_map("({areamap: {layer}}) => layer.counts.repaints") == repainted
    page.map.click(position=page.place("190406"))
    expect(page.page.locator(".st-key-card")).to_contain_text("ต.เจริญธรรม")
    # The browser itself writes down what it could not fetch; the page says nothing.
    assert all("ERR_CONNECTION_REFUSED" in error for error in page.errors)
    page.errors.clear()


def test_where_no_tiles_are_set_there_is_no_button(
    look: Looking, home: Path, serve: Serving
) -> None:
    server = serve(home)
    page = look().open(server.url + SCHEMATIC)
    page.shown()
    expect(page.map.get_by_role("button", name="แผนที่ฐาน")).to_be_hidden()
