"""The passes over one app: each measures one kind of thing, so that none disturbs another."""

import time
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from bench.apps import THEMES
from bench.viewer import Viewer, profile
from bench.wire import metered

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bench.apps import App
    from bench.film import Repaint
    from bench.servers import Server

_REST: Final = 3.0
"""Seconds over which the server's own idling is counted."""
_KNOWN_VIEWERS: Final = 6
"""
Viewers that are there before further ones are counted: what all share is loaded by then, and the
heaps of the threads that serve them have grown to what they need. After two viewers ours took 0.2
to 0.6 MB for each of the next eight, and nothing for each of the eight after these.
"""

_KEEP_MAPS: Final = """
    let leaflet;
    window.benchMaps = [];
    Object.defineProperty(window, "L", {
        configurable: true,
        get: () => leaflet,
        set: (given) => {
            leaflet = given;
            if (given && given.Map) given.Map.addInitHook(function () {
                window.benchMaps.push(this);
            });
        },
    });
"""
_MAP: Final = """
    const map = window.benchMaps.filter(map => map.getContainer().isConnected).at(-1);
"""
_MOVE: Final = (
    f"() => {{ {_MAP} map.setView([18.5, 99.5], map.getZoom() + 2, {{animate: false}}) }}"
)
_VIEW: Final = f"""() => {{ {_MAP}
    const middle = map.getCenter();
    return [map.getZoom(), middle.lat, middle.lng];
}}"""
_TIME_PAINT: Final = """
    window.benchPaints = [];
    let running = false;
    const plain = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        if (!running && this.canvas.width > 200) {
            running = true;
            const since = performance.now();
            queueMicrotask(() => {
                this.getImageData(0, 0, 1, 1);  // what was drawn so far has to become pixels
                window.benchPaints.push(performance.now() - since);
                running = false;
            });
        }
        return plain.apply(this, box);
    };
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds to the first map: with a browser that knows nothing, and with one that was here."""

    cold: float
    warm: float


@dataclass(frozen=True, slots=True)
class Traffic:
    """
    What goes over the wire and what the server works.

    Attributes
    ----------
    first_bytes
        At the first load.
    own_bytes
        Of these, what came from our own addresses.
    change_bytes
        At one change of theme.
    change_cpu
        Processor seconds of the server at one change, without what it uses when idle.
    """

    first_bytes: float
    own_bytes: float
    change_bytes: float
    change_cpu: float


def first_of_server(browser: "Browser", server: "Server", app: "App") -> tuple[float, float]:
    """Return the seconds of the first map and of the first change that a fresh server gives."""
    with profile(browser) as context:
        viewer = Viewer(app, server.url, context.new_page())
        opening = viewer.film_opening()
        changes = [viewer.film_change(theme).seconds for theme in _tour(THEMES)]
        return opening, median(changes)


def opening(browser: "Browser", server: "Server", app: "App") -> Opening:
    """Return the seconds to the first map."""
    with profile(browser) as context:
        seconds = []
        for _ in ("cold", "warm"):
            page = context.new_page()
            seconds.append(Viewer(app, server.url, page).film_opening())
            page.close()
        return Opening(*seconds)


def changes(browser: "Browser", server: "Server", app: "App", count: int) -> "list[Repaint]":
    """Return changes of theme, each filmed."""
    with profile(browser) as context:
        viewer = Viewer(app, server.url, context.new_page())
        viewer.open()
        return [viewer.film_change(theme) for theme in _tour(count)]


def traffic(browser: "Browser", server: "Server", app: "App", count: int) -> Traffic:
    """Return bytes and processor time, over so many changes."""
    with profile(browser) as context:
        page = context.new_page()
        viewer = Viewer(app, server.url, page)
        with metered(page) as meter:
            viewer.open()
            page.wait_for_timeout(1000)
            first, own = meter.total_bytes, meter.own_bytes
            idle = _idle_share(server, viewer)
            since, used, sent = time.monotonic(), server.cpu_seconds(), meter.total_bytes
            for theme in _tour(count):
                viewer.change(theme)
            page.wait_for_timeout(500)
            spent = server.cpu_seconds() - used - idle * (time.monotonic() - since)
            change = (meter.total_bytes - sent) / count
            return Traffic(first, own, change, max(0.0, spent) / count)


def keeps_view(browser: "Browser", server: "Server", app: "App") -> bool:
    """Return whether the map looks at the same place after a change of theme."""
    with profile(browser, _KEEP_MAPS) as context:
        viewer = Viewer(app, server.url, context.new_page())
        viewer.open()
        _in_map(viewer, _MOVE)
        viewer.wait(other_than="")
        before = _in_map(viewer, _VIEW)
        viewer.change(1)
        after = _in_map(viewer, _VIEW)
        return all(abs(one - other) < 1e-6 for one, other in zip(before, after, strict=True))  # noqa: PLR2004 - degrees, and steps of zoom


def paint_seconds(browser: "Browser", server: "Server", app: "App", count: int) -> float:
    """Return how long the canvas takes to be drawn and made into pixels at a change of theme."""
    with profile(browser, _TIME_PAINT) as context:
        viewer = Viewer(app, server.url, context.new_page())
        viewer.open()
        spent: list[float] = []
        for theme in _tour(count):
            _in_map(viewer, "() => { window.benchPaints = []; }")
            viewer.change(theme)
            spent.append(sum(_in_map(viewer, "() => window.benchPaints")) / 1000)
        return median(spent)


def viewer_bytes(browser: "Browser", server: "Server", app: "App", count: int) -> float:
    """Return the server's memory for each further viewer."""
    with ExitStack() as stack:

        def come(newcomers: int) -> float:
            for _ in range(newcomers):
                page = stack.enter_context(profile(browser)).new_page()
                Viewer(app, server.url, page).open()
                page.wait_for_timeout(500)
            return float(server.resident_bytes())

        before = come(_KNOWN_VIEWERS)
        return (come(count) - before) / count


def _tour(count: int) -> list[int]:
    """Return so many themes to choose one after the other, from the first one shown."""
    return [(step + 1) % THEMES for step in range(count)]


def _idle_share(server: "Server", viewer: Viewer) -> float:
    used, since = server.cpu_seconds(), time.monotonic()
    viewer.page.wait_for_timeout(_REST * 1000)
    return (server.cpu_seconds() - used) / (time.monotonic() - since)


def _in_map(viewer: Viewer, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
    part = viewer.part()
    if part is None:
        raise LookupError(f"{viewer.app.name} shows no map")
    return part.evaluate(script)
