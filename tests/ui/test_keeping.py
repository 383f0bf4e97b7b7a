"""What was worked out is kept by its question, bounded, and safe from who is handed it."""

from threading import Barrier, Thread

import pandas as pd
import pytest
from pandas import DataFrame

from areamap.ui.keeping import Keeping, kept


def test_a_question_is_answered_once() -> None:
    """By all of its parts; what was not asked for longest goes first."""
    asked: list[tuple[str, int]] = []

    @kept(2)
    def answer(name: str, number: int = 0) -> str:
        asked.append((name, number))
        return f"{name} {number}"

    assert [answer("a", 1), answer("a", 1), answer("a", number=2)] == ["a 1", "a 1", "a 2"]
    assert asked == [("a", 1), ("a", 2)]
    answer("a", 1)
    answer("b")
    answer("a", 1)
    assert asked == [("a", 1), ("a", 2), ("b", 0)]
    answer("a", number=2)
    assert asked[-1] == ("a", 2)


def test_nothing_is_an_answer_too() -> None:
    """None is kept as anything else."""
    made = []
    keeping = Keeping[None](4)
    for _ in range(2):
        assert keeping.get("question", lambda: made.append(1)) is None
    assert made == [1]


def test_a_frame_stays_as_it_was_whatever_is_done_with_it() -> None:
    """Who is handed it may write in it; the next one finds what was worked out."""
    whole = DataFrame({"area_code": ["1901"], "areas": [3]})

    @kept(1)
    def frame() -> DataFrame:
        return whole

    first = frame()
    first["areas"] = 0
    first.loc[0, "area_code"] = "7201"
    first.insert(0, "name", "สระบุรี")
    assert first is not frame()
    pd.testing.assert_frame_equal(frame(), DataFrame({"area_code": ["1901"], "areas": [3]}))


def test_what_fails_is_tried_again() -> None:
    """An error is no answer."""
    keeping = Keeping[int](4)

    def fail() -> int:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - our own, two lines above
        keeping.get("question", fail)
    assert keeping.get("question", lambda: 7) == 7


def test_two_who_ask_at_once_wait_for_one_answer() -> None:
    """Nothing is worked out twice."""
    made: list[int] = []
    found: list[int] = []
    keeping, together = Keeping[int](4), Barrier(4)

    def make() -> int:
        made.append(1)
        return len(made)

    def ask() -> None:
        together.wait()
        found.append(keeping.get("question", make))

    threads = [Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [1, 1, 1, 1]
