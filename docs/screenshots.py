"""
Take the pictures of the manual anew: `make screenshots`.

The app is started on a home of its own with the sample registers, so that the same pictures come
out wherever they are taken. It needs a Chromium.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image
from playwright.sync_api import sync_playwright

from areamap.ui.shell import PAGES
from bench.apps import OURS
from bench.servers import running
from bench.viewer import browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER: Final = Path(__file__).parent / "pictures"
WINDOW: Final = {"width": 1366, "height": 768}
COLOURS: Final = 256
WITHOUT: Final = {"about", "manual"}
"""Pages of text alone."""

_PATIENCE: Final = 60_000
_STILL: Final = 2_500
_ASKED: Final = {"tambon": "scope=190404"}
_USUAL: Final = "scope=16"


def main() -> None:
    """Write one picture for each page."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="areamap-pictures-") as folder,
        sync_playwright() as play,
    ):
        home = Path(folder) / "home"
        command = (sys.executable, "-m", "areamap.ui", "--home", str(home), "--port", "{port}")
        with (
            running(command, OURS, Path(folder) / "server.log") as server,
            browser(play) as chromium,
        ):
            page = chromium.new_page(viewport=WINDOW)
            for name in PAGES:
                if name not in WITHOUT:
                    _take(page, f"{server.url}/{_path(name)}", FOLDER / f"{name}.png")


def _path(name: str) -> str:
    place = "" if name == PAGES[0] else name
    return f"{place}?{_ASKED.get(name, _USUAL)}&map=schematic&lang=th"


def _take(page: "Page", address: str, file: Path) -> None:
    page.goto(address)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(
        timeout=_PATIENCE
    )
    page.wait_for_load_state("networkidle")
    # Charts and the map draw themselves after their scripts have come.
    page.wait_for_timeout(_STILL)
    seen = Image.open(BytesIO(page.screenshot()))
    # A page has few colours; as a palette its picture takes a third.
    seen.convert("RGB").quantize(COLOURS).save(file, optimize=True)
    sys.stdout.write(f"{file.name}\n")


if __name__ == "__main__":
    main()
