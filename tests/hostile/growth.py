"""How much memory this process took at its worst while something was done."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MOST_MEGABYTES = 200

_STATUS = Path("/proc/self/status")
_PEAK = Path("/proc/self/clear_refs")


@dataclass
class Growth:
    """Megabytes above what was there before; -1 where the system does not tell."""

    megabytes: float = -1.0


@contextmanager
def watched() -> Iterator[Growth]:
    """Measure the peak of this process while the block runs, on Linux."""
    growth = Growth()
    if sys.platform != "linux":
        yield growth
        return
    gc.collect()
    # What was freed before is handed back, so that it does not hide what is taken now.
    ctypes.CDLL(None).malloc_trim(0)
    _PEAK.write_text("5")
    before = _told("VmRSS")
    yield growth
    growth.megabytes = (_told("VmHWM") - before) / 1024


def _told(name: str) -> int:
    for line in _STATUS.read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise KeyError(name)
