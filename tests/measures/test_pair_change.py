"""What differs in two things at once."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import Series

from areamap.measures.change import Change
from areamap.measures.pair_change import PairChange, pair_change


def told(one: str, other: str) -> str:
    found = pair_change(Series({"190101": one}), Series({"190101": other}))
    return str(found["190101"])


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("gained", "gained", "gained_both"),
        ("gained", "same", "gained_one"),
        ("same", "gained", "gained_other"),
        ("gained", "unknown", "gained_one"),
        ("became_known", "gained", "gained_other"),
        ("gained", "lost", "mixed"),
        ("lost", "gained", "mixed"),
        ("lost", "became_unknown", "lost_one"),
        ("same", "lost", "lost_other"),
        ("lost", "lost", "lost_both"),
        ("same", "same", "same"),
        ("same", "became_known", "became_known"),
        ("became_unknown", "became_known", "became_unknown"),
        ("unknown", "same", "unknown"),
        ("became_known", "unknown", "became_known"),
        ("new_area", "unknown", "new_area"),
        ("same", "gone_area", "gone_area"),
    ],
)
def test_gains_and_losses_count_first(one: str, other: str, kind: str) -> None:
    assert told(one, other) == kind


def test_every_pair_of_changes_has_one_kind_and_sides_are_alike() -> None:
    turned = {
        "gained_one": "gained_other",
        "gained_other": "gained_one",
        "lost_one": "lost_other",
        "lost_other": "lost_one",
    }
    for one, other in itertools.product(Change, Change):
        kind = told(one, other)
        assert kind in set(PairChange)
        assert told(other, one) == turned.get(kind, kind)


CHANGES = st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from([*map(str, Change)]))


@given(CHANGES, CHANGES)
def test_no_gain_and_no_loss_is_hidden(one: dict[str, str], other: dict[str, str]) -> None:
    found = pair_change(Series(one, dtype="str"), Series(other, dtype="str"))
    assert set(found.index) == one.keys() | other.keys()
    for area, kind in found.items():
        both = {one.get(str(area)), other.get(str(area))}
        assert ("gained" in kind or kind == "mixed") == ("gained" in both)
        assert ("lost" in kind or kind == "mixed") == ("lost" in both)
