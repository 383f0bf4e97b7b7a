"""One run: every app started, every pass made, round by round so that a busy minute hits all."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench import apps, homes, leaflet_files, machine, passes
from bench.figures import Figures
from bench.servers import Server, running
from bench.viewer import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bench.apps import App
    from bench.film import Repaint
    from bench.homes import Areas, Intake


@dataclass(frozen=True, slots=True)
class Plan:
    """
    How much is measured.

    Attributes
    ----------
    rounds
        Times that every app is opened and its theme changed.
    changes
        Changes of theme per round.
    viewers
        Further viewers whose memory is counted.
    reference
        Whether to show the true tambons where they are there.
    """

    rounds: int
    changes: int
    viewers: int
    reference: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What one run found.

    Attributes
    ----------
    empty, component, naive
        Figures of the empty page, of a component that does nothing, and of the usual way.
    ours
        Figures of areamap, one per map.
    intakes
        What the boundary files took.
    is_reference
        Whether the areas were the true tambons.
    machine
        What it ran on.
    load
        How many processes wanted a core in the minute before.
    """

    empty: Figures
    component: Figures
    naive: Figures
    ours: tuple[Figures, ...]
    intakes: "tuple[Intake, ...]"
    is_reference: bool
    machine: str
    load: float


@dataclass(slots=True)
class _Taken:
    """What rounds have found so far of one app."""

    app: "App"
    server: Server
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    changes: "list[Repaint]" = field(default_factory=list)


def run(plan: Plan, folder: Path) -> Outcome:
    """
    Measure everything.

    Parameters
    ----------
    plan
        How much.
    folder
        An empty folder for homes and logs.
    """
    before = machine.load()
    say("taking in boundary files")
    areas = homes.areas(folder, reference=plan.reference)
    dense = homes.full_resolution(areas, folder)
    intakes = (
        homes.take_in(areas.file, folder / "light", "light"),
        homes.take_in(dense, folder / "full", "full resolution"),
    )
    with ExitStack() as stack:
        leaflet = stack.enter_context(leaflet_files.served())
        taken = [
            _Taken(app, stack.enter_context(_started(app, number, folder)))
            for number, app in enumerate(_apps(areas, leaflet, folder))
        ]
        playwright = stack.enter_context(sync_playwright())
        shown = stack.enter_context(browser(playwright))
        empty, component, naive, *ours = _measured(shown, taken, plan)
        return Outcome(
            empty=empty,
            component=component,
            naive=naive,
            ours=tuple(ours),
            intakes=intakes,
            is_reference=areas.is_reference,
            machine=machine.description(shown.version),
            load=before,
        )


def say(doing: str) -> None:
    """Say on standard error how far the run is."""
    sys.stderr.write(f"{doing} ...\n")
    sys.stderr.flush()


def _apps(areas: "Areas", leaflet: str, folder: Path) -> "Sequence[App]":
    """Return the apps: the empty page, the empty component and the usual way first."""
    return (
        apps.empty(),
        apps.component(),
        apps.naive(areas.file, leaflet, len(areas.shapes)),
        apps.map_alone("true map", folder / "light", "true"),
        apps.map_alone("schematic map", folder / "schematic", "schematic"),
        apps.map_alone("full resolution", folder / "full", "true"),
        apps.areamap("whole page", folder / "page", "schematic"),
    )


def _started(app: "App", number: int, folder: Path) -> AbstractContextManager[Server]:
    say(f"starting {app.name}")
    return running(app.command, app.environment, folder / f"server-{number}.log")


def _measured(shown: "Browser", taken: Sequence[_Taken], plan: Plan) -> list[Figures]:
    fresh = []
    for each in taken:
        say(f"{each.app.name}: first viewer")
        fresh.append(passes.first_of_server(shown, each.server, each.app))
    for number in range(plan.rounds):
        for each in taken:
            say(f"{each.app.name}: round {number + 1} of {plan.rounds}")
            opening = passes.opening(shown, each.server, each.app)
            each.cold.append(opening.cold)
            each.warm.append(opening.warm)
            each.changes += passes.changes(shown, each.server, each.app, plan.changes)
    return [_figures(shown, each, *first, plan) for each, first in zip(taken, fresh, strict=True)]


def _figures(
    shown: "Browser", each: _Taken, server_first: float, server_change: float, plan: Plan
) -> Figures:
    app, server = each.app, each.server
    say(f"{app.name}: bytes, processor, memory")
    traffic = passes.traffic(shown, server, app, 2 * apps.THEMES)
    return Figures(
        app=app.name,
        cold=tuple(each.cold),
        warm=tuple(each.warm),
        changes=tuple(each.changes),
        server_first=server_first,
        server_change=server_change,
        first_bytes=traffic.first_bytes,
        own_bytes=traffic.own_bytes,
        change_bytes=traffic.change_bytes,
        change_cpu=traffic.change_cpu,
        viewer_bytes=passes.viewer_bytes(shown, server, app, plan.viewers),
        keeps_view=passes.keeps_view(shown, server, app) if app.has_map else None,
        paint=passes.paint_seconds(shown, server, app, apps.THEMES) if app.is_ours else None,
    )
