"""What the first page needs, loaded while the first browser still loads its own part."""

import importlib
import inspect
import sys
import threading
from typing import Final

from areamap import progress
from areamap.errors import AreamapError
from areamap.ui import assets, collector, preparing

_HEAVY: Final = (
    "areamap.workspace",
    "areamap.briefs.theme_lists",
    "areamap.draw.area_layer",
    "areamap.quality",
    # Streamlit's own, which it loads when first asked for a control.
    "streamlit.emojis",
)
"""Modules that take long to load and that the first page needs."""

_LIGHT: Final = (
    "areamap.ui.map_view",
    "areamap.ui.live_map",
    "areamap.ui.pickers",
    "areamap.ui.theme_page",
    "areamap.ui.selection",
    "areamap.ui.overview_answer",
    "areamap.ui.overview_next",
)
"""
Modules of the first page, which Streamlit's caches want loaded while it runs. Not the one of
streamlit-folium: a component can only be declared while a page runs.
"""

HEAD_START: Final = 1.5
"""Seconds that the server may work alone before it listens; see `load`."""

_DONE: Final = threading.Event()

_CALM: Final = 5.0
"""Seconds after which the first page stands and the collector may work."""


def load() -> None:
    """
    Load the heavy modules, before the server listens.

    As soon as it answers, a browser wants both cores; what is loaded beside it takes twice as long.
    """
    for name in _HEAVY:
        importlib.import_module(name)


def start() -> threading.Thread:
    """Begin in a thread of its own; a page that is asked for meanwhile waits for what it needs."""
    thread = threading.Thread(target=_warm_up, daemon=True)
    thread.start()
    return thread


def is_done() -> bool:
    """Return whether what the first page needs is there, so that asking for it takes no time."""
    return _DONE.is_set()


def fill(tell: progress.Progress) -> None:
    """Give a home without anything its sample."""
    # Half a second to load, which a start with a filled home does not wait for.
    from areamap.ui import home  # noqa: PLC0415

    home.workspace().ensure_content(tell)


def _warm_up() -> None:
    try:
        for name in _LIGHT:
            importlib.import_module(name)
        fill(progress.quiet)
        _look_up()
        for path in assets.FIRST:
            assets.packed(path)
        _DONE.set()
        # Streamlit looks at the stack once, before it says the first thing; Python then goes
        # through the files of all modules, and remembers them.
        inspect.stack()
        _look_near()
    except AreamapError as error:
        sys.stderr.write(f"{error}\n")  # pages say it too; they go on trying
    finally:
        collector.watch(_CALM)
        preparing.start()


def _look_up() -> None:
    """Find what the overview of the country asks for first, in its order."""
    from areamap.places.levels import COUNTRY_CODE, Level  # noqa: PLC0415 - as in `fill`
    from areamap.ui import home, loaders  # noqa: PLC0415 - as in `fill`
    from areamap.workspace import THEMES  # noqa: PLC0415 - as in `fill`

    key = loaders.asked(THEMES[0], None)
    basis = str(loaders.bases(key)[0])
    loaders.fiscal_years()
    for kind in home.map_kinds():
        home.topology(kind)
    home.clusters()
    loaders.states(key, basis)
    loaders.states_in(key, basis, COUNTRY_CODE)
    loaders.coverage(key, basis, COUNTRY_CODE, Level.COUNTRY)
    loaders.gaps(key, basis, COUNTRY_CODE)


def _look_near() -> None:
    """Find what lies near what, which takes seconds and the page of gaps asks for first."""
    from areamap.ui import home  # noqa: PLC0415 - as in `fill`

    home.workspace().boundaries.nearness()
