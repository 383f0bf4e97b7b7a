"""How differences are drawn."""

import numpy as np
import pytest
from pandas import DataFrame, Series

from areamap.draw import change_looks
from areamap.measures.basis import Basis, ground
from areamap.measures.change import Change
from areamap.measures.pair_change import PairChange

NAMES = {"only_after": "หลัง", "only_before": "ก่อน", "neither": "ไม่มี"}


def numbers(**pairs: tuple[float | None, float | None]) -> DataFrame:
    frame = DataFrame(pairs, index=["before", "after"]).T.astype("float64")
    return frame.assign(difference=frame["after"] - frame["before"])


def test_every_change_has_a_look_of_its_own() -> None:
    assert set(change_looks.CHANGES) == set(Change)
    looks = [*change_looks.CHANGES.values(), change_looks.ONLY_AFTER, change_looks.ONLY_BEFORE]
    assert len({(look.fill, look.mark, look.ink) for look in looks}) == len(looks)


def test_every_change_of_two_things_has_a_look_of_its_own() -> None:
    assert set(change_looks.PAIR_CHANGES) == set(PairChange)
    looks = change_looks.PAIR_CHANGES.values()
    assert len({(look.fill, look.mark, look.ink) for look in looks}) == len(looks)


@pytest.mark.parametrize(
    ("kinds", "drawn"),
    [
        (["gained_both", "lost_other"], "lost_other"),
        (["gained_one", "mixed"], "mixed"),
        (["same", "gained_other"], "gained_other"),
        (["same", "gained"], "gained"),
        (["gained", "lost"], "lost"),
        (["unknown", "same"], "same"),
        (["became_known", "became_unknown"], "became_unknown"),
    ],
)
def test_a_tambon_shows_what_any_of_its_authorities_lost_first(
    kinds: list[str], drawn: str
) -> None:
    pieces = DataFrame({"tambon_code": "190101", "authority_code": ["A", "B"], "whole": True})
    here = ground(pieces, Series({"A": "190101", "B": "190101"}))
    changes = Series(kinds, index=["A", "B"])
    found = change_looks.by_tambon(changes, here, Basis.AUTHORITY)
    assert found.to_dict() == {"190101": drawn}
    assert change_looks.by_tambon(changes, here, Basis.TAMBON) is changes


def test_what_is_known_at_one_moment_only_has_no_difference() -> None:
    told = numbers(a=(None, 5), b=(5, None), c=(None, None), d=(5, 5), e=(5, 50), f=(50, 5))
    found = change_looks.differences(told, "th", **NAMES)
    named = [found.looks[place] for place in found.places]
    assert [look.label for look in named[:3]] == ["หลัง", "ก่อน", "ไม่มี"]
    assert named[3].label == "เท่าเดิม"
    assert len({look.fill for look in named}) == 6
    assert {look.count for look in named} == {"1"}


def test_more_and_less_of_the_same_size_mirror_each_other() -> None:
    sizes = np.arange(1, 61, dtype="float64")
    told = numbers(**{f"p{n}": (0, n) for n in sizes}, **{f"m{n}": (n, 0) for n in sizes})
    found = change_looks.differences(told, "en", **NAMES)
    assert len(found.classes.labels) == change_looks.SIDES
    assert found.classes.counts == tuple(reversed(found.classes.counts))


def test_nothing_known_is_no_class() -> None:
    found = change_looks.differences(numbers(a=(None, None)), "en", **NAMES)
    assert found.classes.labels == ()
    assert found.looks[found.places["a"]].label == "ไม่มี"
