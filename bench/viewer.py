"""One viewer in a real browser: opens an app, waits for what she asked for, changes the theme."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from playwright.sync_api import Error

from bench import film
from bench.film import Box, Frame, Repaint

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright

    from bench.apps import App

_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_WINDOW: Final = {"width": 1366, "height": 768}
_PATIENCE: Final = 90.0
_POLL: Final = 100
_QUIET: Final = 1.5
"""Seconds for which an app must have been done before the film of it ends."""

_CLICKED: Final = """
    addEventListener("click", () => {
        window.benchClicked = (performance.timeOrigin + performance.now()) / 1000;
    }, true);
"""
_IDLE: Final = "[data-testid=stApp][data-test-script-state=notRunning]"


@dataclass(frozen=True, slots=True)
class Viewer:
    """
    A page on which an app is looked at.

    Attributes
    ----------
    app
        The app.
    url
        Its address.
    page
        The page.
    """

    app: "App"
    url: str
    page: "Page"

    def open(self) -> None:
        """Ask for the app and wait until its part of the page is complete."""
        self.page.goto(self.url + self.app.place, wait_until="commit")
        self.wait(other_than="")

    def film_opening(self) -> float:
        """Open the app and return the seconds from asking to the standing picture."""
        with film.filmed(self.page) as frames:
            self.open()
            self._settle(frames)
            asked = float(self.page.evaluate("performance.timeOrigin / 1000"))
            return film.first_showing(frames, self.box(), asked)

    def change(self, theme: int) -> None:
        """Choose a theme and wait until it is shown."""
        before = self.mark()
        self.app.choose(self.page, theme)
        self.wait(other_than=before)

    def film_change(self, theme: int) -> Repaint:
        """Choose a theme and return when its picture stood, and whether there was none before."""
        box = self.box()
        with film.filmed(self.page) as frames:
            self.page.wait_for_timeout(300)
            self.change(theme)
            self._settle(frames)
            clicked = float(self.page.evaluate("window.benchClicked"))
            return film.repaint(frames, box, clicked)

    def wait(self, *, other_than: str) -> None:
        """
        Wait until the part shows something else, the script has ended, and it stays so.

        Raises
        ------
        TimeoutError
            It never came.
        """
        end = time.monotonic() + _PATIENCE
        since = None
        while time.monotonic() < end:
            if self.mark() in ("", other_than) or not self.page.locator(_IDLE).count():
                since = None
            else:
                since = since or time.monotonic()
                if time.monotonic() - since >= _QUIET:
                    return
            self.page.wait_for_timeout(_POLL)
        said = self.page.locator("body").inner_text()[:500]
        raise TimeoutError(f"{self.app.name} never showed what was asked for, but: {said}")

    def mark(self) -> str:
        """Return what names the content of the part; empty where it is not there."""
        try:
            part = self.part()
            return "" if part is None else str(part.evaluate(self.app.mark, timeout=1000))
        except Error:  # its frame is just being taken away; `wait` has its own patience
            return ""

    def part(self) -> "Locator | None":
        """Return the part that is measured, in whichever frame it lies."""
        for frame in self.page.frames:
            found = frame.locator(self.app.region)
            if found.count():
                return found.last
        return None

    def box(self) -> Box:
        """
        Return where the part lies on the page.

        Raises
        ------
        LookupError
            It is not on the page.
        """
        part = self.part()
        place = None if part is None else part.bounding_box()
        if place is None:
            raise LookupError(f"{self.app.name} shows no {self.app.region}")
        left, top = round(place["x"]), round(place["y"])
        right = min(round(place["x"] + place["width"]), _WINDOW["width"])
        bottom = min(round(place["y"] + place["height"]), _WINDOW["height"])
        return Box(left, top, right, bottom)

    def _settle(self, frames: list[Frame]) -> None:
        """Film on until nothing of the part has changed for as long as the app had to be done."""
        box = self.box()
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            ordered = sorted(frames, key=lambda frame: frame.at)
            late = [frame for frame in ordered if frame.at > time.time() - _QUIET]
            final = ordered[-1].cut(box)
            if all(film.are_same(frame.cut(box), final) for frame in late):
                return
            self.page.wait_for_timeout(500)
        raise TimeoutError(f"{self.app.name} never came to rest")


@contextmanager
def browser(playwright: "Playwright") -> Iterator["Browser"]:
    """Run a browser while the block runs: `CHROMIUM`, or the one on the path, or Playwright's."""
    chosen = os.environ.get("CHROMIUM") or shutil.which("chromium")
    started = playwright.chromium.launch(executable_path=chosen, args=list(_FLAGS))
    try:
        yield started
    finally:
        started.close()


@contextmanager
def profile(browser: "Browser", *scripts: str) -> Iterator["BrowserContext"]:
    """Give a browser that knows nothing yet, with its own cache; `scripts` run in every frame."""
    context = browser.new_context(viewport=_WINDOW)  # type: ignore[arg-type]  # its own TypedDict
    for script in (_CLICKED, *scripts):
        context.add_init_script(script)
    try:
        yield context
    finally:
        context.close()
