"""One look at the database: what was asked for within it is not read a second time."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final, TypeVar

from sqlalchemy import Engine

T = TypeVar("T")

_FOUND: Final[ContextVar[dict[tuple[Engine, Hashable], Any] | None]] = ContextVar(
    "found", default=None
)


@contextmanager
def looking() -> Iterator[None]:
    """
    Let what is in force be read once while the block runs, however often it is asked for.

    Whoever looks sees one state from beginning to end: what others write meanwhile shows at the
    next look, what is written within the block shows at once. Threads look each for themselves.
    """
    if is_open():
        yield
        return
    token = _FOUND.set({})
    try:
        yield
    finally:
        _FOUND.reset(token)


def is_open() -> bool:
    """Return whether a look is under way."""
    return _FOUND.get() is not None


def found(engine: Engine, what: Hashable, read: Callable[[], T]) -> T:
    """Return what was found before in this look, else what is read now."""
    known = _FOUND.get()
    if known is None:
        return read()
    key = (engine, what)
    if key not in known:
        known[key] = read()
    kept: T = known[key]
    return kept


def forget() -> None:
    """Let everything be read again, for something was written."""
    known = _FOUND.get()
    if known is not None:
        known.clear()
