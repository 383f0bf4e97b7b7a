"""A real Chromium, and servers that it looks at."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from tests.homes import filled_home

__all__ = ["filled_home"]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
expect.set_options(timeout=PATIENCE)
MIDDLE = """({areamap: {map, layer}}, code) => {
  const { boxes, index } = layer.scene.geometry;
  const [left, top, right, bottom] = boxes[index.get(code)];
  const middle = areamap.geometry.unproject((left + right) / 2, (top + bottom) / 2);
  const { x, y } = map.latLngToContainerPoint(middle);
  return { x, y };
}"""
IS_MOVING = """({areamap: {map, layer}}) => Boolean(
  map._animatingZoom || layer.isMoving() || layer.frame.isFlying || map._panAnim?._inProgress
)"""


@dataclass
class Server:
    """A running server: its address, and the other machines that it tried to reach."""

    url: str
    log: Path

    @property
    def reached_out(self) -> list[str]:
        return self.log.read_text().split() if self.log.exists() else []


Serving = Callable[[Path], Server]


@dataclass
class Look:
    """A page that is looked at: what it asked of whom, and what went wrong in it."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def map(self) -> Locator:
        return self.page.locator(".st-key-map_areas .areamap-host")

    def open(self, url: str) -> "Look":
        self.page.goto(url)
        self.page.locator("h1").wait_for()
        return self

    def shown(self, before: str = "") -> str:
        """Wait until the map shows something else than before, and return the key of it."""
        box = self.page.locator(
            f".st-key-map_areas .areamap-host[data-shown]:not([data-shown='{before}'])"
        )
        box.wait_for()
        return box.get_attribute("data-shown") or ""

    def place(self, code: str) -> dict[str, float]:
        """Return where the middle of an area stands in the map, as a position to point at."""
        self.still()
        return self.map.evaluate(MIDDLE, code)

    def in_map(self, script: str) -> Any:
        """Run a function of the map's element, which has `areamap`: the map and the layer."""
        return self.map.evaluate(script)

    def until(self, script: str, expected: object) -> Any:
        """Wait until a function of the map's element gives what is expected, and return it."""
        return until(self.page, lambda: self.in_map(script), expected)

    def still(self) -> None:
        """Wait until the page is whole and nothing on its map moves or passes into another."""
        self.page.locator(IDLE).wait_for()
        self.until(IS_MOVING, expected=False)


def until(page: Page, probe: Callable[[], Any], expected: object) -> Any:
    """
    Wait until what is probed equals what is expected, or satisfies it where that is a function.

    What a page shows follows what was done to it at the speed of the machine, so a test waits for
    it and never asserts it right away.
    """
    holds = expected if callable(expected) else lambda found: found == expected
    last = monotonic() + PATIENCE / 1000
    while not holds(found := probe()) and monotonic() < last:
        page.wait_for_timeout(50)
    assert holds(found), f"{found!r} was found, {expected!r} expected"
    return found


def fits(page: Page, width: int) -> None:
    """Wait until nothing on a page is wider than its window."""
    wide = "document.documentElement.scrollWidth"
    until(page, lambda: page.evaluate(wide), lambda found: found <= width)


def chromium() -> str | None:
    """Return the Chromium of the system, or Playwright's own, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip(
            "no Chromium: install it (apt install chromium, or playwright install chromium)"
        )
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@contextmanager
def serving(home: Path, log: Path) -> Iterator[Server]:
    """Serve a home on a free port, in a process that may speak to this machine only."""
    guard = Path(__file__).with_name("guarded_server.py")
    command = [sys.executable, str(guard), str(log), "--home", str(home), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        line = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address, f"the server did not say where it is: {line!r}"
        yield Server(address[0], log)
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="package")
def server(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve sample data with both maps; tests only look at it."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(filled_home, folder / "home")
    add_polygons(folder / "home", folder / "tambons.geojson")
    with serving(folder / "home", folder / "outside.log") as running:
        yield running


def add_polygons(home: Path, file: Path) -> None:
    """Give a home a true map: hexagons in the place of polygons, but for the last tambon."""
    from areamap import settings  # noqa: PLC0415
    from areamap.boundaries import schematic  # noqa: PLC0415
    from areamap.workspace import Workspace  # noqa: PLC0415

    polygons = schematic.polygons().iloc[:-1]
    polygons[["geometry"]].rename_axis("TAM_CODE").reset_index().to_file(file, driver="GeoJSON")
    Workspace.open(settings.load(home)).boundaries.add(file)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serving]:
    """Return how to serve a home of one test; the server ends after the pages that look at it."""
    with ExitStack() as servers:
        yield lambda home: servers.enter_context(serving(home, tmp_path / "outside.log"))


# It needs `serve`, though it does not call it: what is set up first ends last, so that no page is
# left that still fetches its scripts from a server that has gone.
@pytest.fixture
def look(browser: Browser, serve: Serving) -> Iterator[Callable[..., Look]]:
    """Return how to look at pages; at the end nothing may have gone wrong or outside."""
    contexts: list[BrowserContext] = []
    looks: list[Look] = []

    def opened(width: int = 1366, height: int = 768, **device: Any) -> Look:
        context = browser.new_context(viewport={"width": width, "height": height}, **device)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        seen = Look(page)
        looks.append(seen)

        def guard(route: object) -> None:
            url = route.request.url  # type: ignore[attr-defined]
            if re.match(r"(https?|wss?)://(?!127\.0\.0\.1[:/])", url):
                seen.outside.append(url)
                route.abort()  # type: ignore[attr-defined]
            else:
                route.continue_()  # type: ignore[attr-defined]

        context.route("**/*", guard)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda message: _note(seen, message.type, message.text))
        page.on("websocket", lambda socket: _note_socket(seen, socket.url))
        return seen

    yield opened
    for context in contexts:
        context.close()
    assert [url for each in looks for url in each.outside] == []
    assert [error for each in looks for error in each.errors] == []


def _note(seen: Look, kind: str, text: str) -> None:
    # Streamlit asks for its health below a deep link too, and is told 404.
    if "Content Security Policy" in text:
        seen.outside.append(text)
    elif kind == "error" and "404" not in text:
        seen.errors.append(text)


def _note_socket(seen: Look, url: str) -> None:
    if not url.startswith("ws://127.0.0.1:"):
        seen.outside.append(url)
