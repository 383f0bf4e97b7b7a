"""Memory that a long file took, given back to the system as soon as it is free."""

import ctypes
import sys
from functools import cache
from typing import Any

import pyarrow as pa


def keep_little() -> None:
    """Let Arrow take memory where Python does: its own store keeps 70 MB after a long file."""
    pa.set_memory_pool(pa.system_memory_pool())


def give_back() -> None:
    """Give free memory back to the system, where it can be asked to; takes some milliseconds."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Any:  # noqa: ANN401 - a function of the C library, where it has it
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
