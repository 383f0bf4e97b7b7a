"""
The collector of garbage, kept from going through what stays.

Streamlit collects all generations after every run of a page. Over modules, frames and charts that
stay for the life of the process that takes 30 to 80 ms each time, and finds nothing; so they are
taken out of its sight once they have become many.
"""

import gc
import threading
from typing import Final

EVERY: Final = 15.0
"""Seconds between two looks."""

MANY: Final = 60_000
"""From so many objects in its sight on, what stays is looked for: 6 ms of each collection."""


def watch(after: float) -> None:
    """Let the collector work, from some seconds on, and look again and again what stays."""
    timer = threading.Timer(after, _watch)
    timer.daemon = True
    timer.start()


def settle() -> None:
    """
    Collect what nobody holds any more, and take the rest out of the collector's sight.

    What was taken out before is looked at too: what stayed then may be garbage by now.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _watch() -> None:
    gc.enable()
    if len(gc.get_objects()) > MANY:
        settle()
    watch(EVERY)
