"""
How long a page takes from the click on its name, and what a run of it costs the server.

`python -m bench.pages`, a part of `make bench`. Every page is opened from the start page by the
navigation, with national data: the true map where the reference file is there, the sample
registers. Beside it stands Streamlit with two pages of a heading each.
"""

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from areamap.ui.shell import PAGES, STAFF
from bench import homes, machine, table
from bench.apps import OURS
from bench.servers import Server, running
from bench.viewer import browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

BEGIN: Final = "<!-- written by python -m bench.pages -->"
END: Final = "<!-- end of what python -m bench.pages writes -->"

_PAPER: Final = Path(__file__).parents[1] / "docs" / "performance.md"
_ROUNDS: Final = 5
_RERUNS: Final = 8
_FIRST_SECONDS: Final = 1.0
_RUN_CPU_MS: Final = 150
_PATIENCE: Final = 60_000
_QUIET: Final = 600
"""Milliseconds without a change in the page after which it is taken to stand."""

_SEEN: Final = """
addEventListener("DOMContentLoaded", () => {
  const tell = { clicked: 0, first: 0, last: 0, before: "" };
  window.benchPages = tell;
  const heading = () => document.querySelector("h1")?.textContent ?? "";
  addEventListener("click", () => {
    Object.assign(tell, { clicked: performance.now(), first: 0, before: heading() });
  }, true);
  new MutationObserver(() => {
    tell.last = performance.now();
    if (!tell.first && heading() && heading() !== tell.before) tell.first = tell.last;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
});
"""
"""In the browser: when was clicked, when another heading stood, when anything changed last."""


@dataclass(slots=True)
class Cost:
    """
    What a page costs.

    Attributes
    ----------
    name
        The page.
    first, whole
        Seconds from the click to its heading, and to the last change of the page, one of each per
        round.
    run_cpu
        Processor seconds of the server for one further run.
    """

    name: str
    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    run_cpu: float = 0.0


def run(rounds: int, *, dry: bool) -> None:
    """
    Measure all pages, print the table, and keep it unless the run is dry.

    Parameters
    ----------
    rounds
        Times that every page is opened.
    dry
        Whether to write nothing.
    """
    with tempfile.TemporaryDirectory(prefix="areamap-bench-") as folder, sync_playwright() as play:
        place = Path(folder)
        with browser(play) as running_browser:
            version = running_browser.version
            page = running_browser.new_page(viewport={"width": 1366, "height": 768})
            page.add_init_script(_SEEN)
            with _empty(place) as server:
                floor = _costs(page, server, ("first", "second"), rounds)
            with _ours(place) as server:
                ours = _costs(page, server, PAGES, rounds)
    content = _report(floor[-1], ours, machine.description(version))
    sys.stdout.write(content + "\n")
    if not dry:
        table.put(_PAPER, content, BEGIN, END)


@contextmanager
def _empty(place: Path) -> Iterator[Server]:
    script = Path(__file__).with_name("empty_pages.py")
    command = (sys.executable, "-m", "streamlit", "run", str(script))
    told = ("--server.port={port}", "--server.headless=true", "--browser.gatherUsageStats=false")
    with running((*command, *told), OURS, place / "empty.log") as server:
        yield server


@contextmanager
def _ours(place: Path) -> Iterator[Server]:
    home = place / "home"
    homes.take_in(homes.areas(place).file, home, "bench")
    command = (sys.executable, "-m", "areamap.ui", "--home", str(home), "--port", "{port}")
    with running(command, OURS, place / "ours.log") as server:
        yield server


def _costs(page: "Page", server: Server, names: tuple[str, ...], rounds: int) -> list[Cost]:
    page.goto(server.url)
    page.locator("h1").wait_for(timeout=_PATIENCE)
    _still(page)
    start, *others = names
    costs = {name: Cost(name) for name in names}
    for turn in range(rounds + 1):
        for name in others:
            for target in (name, start):
                first, whole = _go(page, target)
                # The first time, the browser still fetches and the server still computes.
                if turn:
                    costs[target].first.append(first)
                    costs[target].whole.append(whole)
    costs[start].run_cpu = _run_cpu(page, server, start)
    for name in others:
        _go(page, name)
        costs[name].run_cpu = _run_cpu(page, server, name)
    return list(costs.values())


def _go(page: "Page", name: str) -> tuple[float, float]:
    _click(page, name)
    page.wait_for_function("window.benchPages.first", timeout=_PATIENCE)
    _still(page)
    told = page.evaluate("window.benchPages")
    return (told["first"] - told["clicked"]) / 1000, (told["last"] - told["clicked"]) / 1000


def _run_cpu(page: "Page", server: Server, name: str) -> float:
    """Run the page that is shown again and again, by its own link, and return what a run takes."""
    used = []
    for _ in range(_RERUNS):
        before = server.cpu_seconds()
        _click(page, name)
        page.wait_for_timeout(_QUIET)
        _still(page)
        used.append(server.cpu_seconds() - before)
    return median(used)


def _click(page: "Page", name: str) -> None:
    path = "" if name in ("first", PAGES[0]) else name
    link = page.locator(f"[data-testid=stTopNavLinkContainer] a[href$='/{path}']").first
    if name in STAFF and not link.is_visible():
        page.locator("[data-testid=stTopNavSection]").click(timeout=_PATIENCE)
    link.click(timeout=_PATIENCE)


def _still(page: "Page") -> None:
    page.wait_for_function(
        f"performance.now() - window.benchPages.last > {_QUIET}", timeout=_PATIENCE
    )


def _report(floor: Cost, ours: list[Cost], described: str) -> str:
    day = dt.datetime.now().astimezone().date()
    rows = [_row(cost, floor) for cost in (floor, *ours)]
    rows[0][0] = "a heading alone"
    head = [
        "page",
        "first content, s",
        "to the floor",
        "whole, s",
        "server CPU of a run, ms",
        "holds",
    ]
    return f"Measured on {day}: {described}\n\n{table.markdown(head, rows)}"


def _row(cost: Cost, floor: Cost) -> list[str]:
    holds = median(cost.first) <= _FIRST_SECONDS and cost.run_cpu * 1000 <= _RUN_CPU_MS
    return [
        cost.name,
        table.spread(cost.first),
        f"{median(cost.first) / median(floor.first):.1f} ×",
        table.spread(cost.whole),
        f"{cost.run_cpu * 1000:.0f}",
        "✓" if holds else "✗",
    ]


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    told = parser.parse_args()
    run(told.rounds, dry=told.dry)


if __name__ == "__main__":
    main()
