"""
What other pages need of the whole country, worked out while nobody asks for anything.

The pages of work lines and of plans take a second or two of processor when they are opened for the
first time, after each publication and on each new day. The server does that by itself, one step at
a time, and only after it has had nothing to do for a while.
"""

import importlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from areamap.errors import AreamapError
from areamap.places.levels import COUNTRY_CODE, Level

if TYPE_CHECKING:
    from areamap.ui.loaders import Asked

AFTER: Final = 10.0
"""Seconds after which the first page stands and others may be thought of."""

EVERY: Final = 20.0
"""Seconds between two looks whether there is something new."""

_LOOK: Final = 1.0
_IDLE: Final = 0.05
"""Processor seconds in a look of so many seconds below which nobody is taken to wait."""

_MODULES: Final = (
    "areamap.draw.charts.ready",
    "areamap.ui.lines_choice",
    "areamap.ui.plans_data",
    "areamap.ui.plans_charts",
    "areamap.ui.lines_matrix",
    "areamap.ui.gaps_data",
    "areamap.ui.budget_charts",
)

Question = tuple["Asked", "Asked"]
Step = Callable[[], object]


def start(after: float = AFTER) -> threading.Thread:
    """Begin in a thread of its own, after some seconds."""
    thread = threading.Thread(target=_go_on, args=(after,), daemon=True)
    thread.start()
    return thread


def asked() -> Question:
    """Return what the two pages ask for when they are opened."""
    # as `warm_up.fill`: they load what a start does without
    from areamap.ui import home, lines_data, plans_data  # noqa: PLC0415

    with home.workspace().store.looking():
        return lines_data.asked(None), plans_data.asked(None)


def steps(question: Question) -> Iterator[Step]:
    """
    Give what is to be done, in small steps.

    Parameters
    ----------
    question
        As `asked` gives it.
    """
    from areamap.ui import lines_choice, lines_data, plans_data  # noqa: PLC0415 - as in `asked`

    lines, plans = question
    country, by = COUNTRY_CODE, lines_choice.ROWS[Level.COUNTRY][0]
    yield partial(lines_data.work, lines, country)
    yield partial(lines_data.cells, lines, by, country, None)
    yield partial(lines_data.by_area, lines, by, country, None)
    yield partial(lines_data.offered, lines, by, country)
    yield partial(lines_data.pairs, lines, country, None)
    yield partial(lines_data.agreements, lines, country)
    yield partial(plans_data.area, plans, country)
    yield partial(plans_data.by_tambon, plans)
    yield partial(plans_data.plans, plans, country)
    yield partial(plans_data.aims, plans, country)
    yield partial(plans_data.targets, plans, country)


def _go_on(after: float) -> None:
    time.sleep(after)
    done: Question | None = None
    try:
        for name in _MODULES:
            _wait()
            importlib.import_module(name)
        while True:
            question = asked()
            if question != done:
                for step in steps(question):
                    _wait()
                    step()
                done = question
            time.sleep(EVERY)
    except AreamapError as error:
        sys.stderr.write(f"{error}\n")  # pages say it too; they go on trying


def _wait() -> None:
    """Wait until the process has nothing to do."""
    while True:
        before = time.process_time()
        time.sleep(_LOOK)
        if time.process_time() - before < _IDLE:
            return
