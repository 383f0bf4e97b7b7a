"""The server works ahead only when it is idle, and again once there is something new."""

from collections.abc import Callable
from itertools import chain, repeat
from types import SimpleNamespace

import pytest

from areamap.ui import preparing


class Enough(BaseException):
    """Ends what goes on for the life of a server."""


def test_it_waits_until_nobody_asks_for_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as the processor is used, nothing more is asked of it."""
    used = iter([0.0, 0.9, 0.9, 1.2, 1.2, 1.21])
    slept: list[float] = []
    clock = SimpleNamespace(process_time=lambda: next(used), sleep=slept.append)
    monkeypatch.setattr(preparing, "time", clock)
    preparing._wait()
    assert len(slept) == 3


def test_it_begins_anew_after_a_publication_and_not_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was worked out once is not worked out for the same again."""
    questions = chain(["first", "first", "second"], repeat("second"))
    done: list[str] = []
    looks: list[float] = []

    def sleep(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) > 5:
            raise Enough

    def steps(question: str) -> list[Callable[[], None]]:
        return [lambda: done.append(question)]

    monkeypatch.setattr(preparing, "time", SimpleNamespace(sleep=sleep))
    monkeypatch.setattr(preparing, "_MODULES", ())
    monkeypatch.setattr(preparing, "_wait", lambda: None)
    monkeypatch.setattr(preparing, "asked", lambda: next(questions))
    monkeypatch.setattr(preparing, "steps", steps)
    with pytest.raises(Enough):
        preparing._go_on(10.0)
    assert done == ["first", "second"]
