"""What stays is out of the collector's sight, and what nobody holds any more is still found."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from areamap.ui import collector


class Held:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def seen() -> Iterator[None]:
    """Let the collector of the other tests see everything again."""
    yield
    gc.unfreeze()


def test_what_stays_is_out_of_sight() -> None:
    """A collection has hardly anything to go through afterwards."""
    collector.settle()
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_what_was_taken_out_is_collected_once_nobody_holds_it() -> None:
    """At the next look, not never."""
    held = Held()
    there = weakref.ref(held)
    collector.settle()
    del held
    gc.collect()
    assert there() is not None
    collector.settle()
    assert there() is None


def test_it_looks_again_and_only_settles_what_has_become_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A few objects are not worth a look through all."""
    told: list[object] = []
    monkeypatch.setattr(collector, "watch", told.append)
    monkeypatch.setattr(collector, "settle", lambda: told.append("settled"))
    monkeypatch.setattr(collector, "MANY", 10**9)
    collector._watch()
    monkeypatch.setattr(collector, "MANY", 0)
    collector._watch()
    assert told == [collector.EVERY, "settled", collector.EVERY]
