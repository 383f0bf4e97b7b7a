"""Where two bases tell different stories, in words."""

import pytest
from pandas import NA, Series

from areamap.briefs.sentences.standing import two_stories


def row(covered: int, areas: int, rate: float | None = None) -> "Series[object]":
    pct = 100 * covered / areas if rate is None else rate
    return Series({"covered": covered, "areas": areas, "coverage_pct": pct})


def test_it_names_both_denominators() -> None:
    said = two_stories(row(289, 289), row(332, 333), "Nakhon Ratchasima", "council", "en")
    assert "289 of 289 tambons (100.0 %)" in said
    assert "332 of 333 local authorities (99.7 %)" in said


@pytest.mark.parametrize(
    ("tambon", "authority", "differs"),
    [
        ((50, 100), (52, 101), True),
        ((50, 100), (101, 201), False),
        ((100, 100), (100, 100), False),
        ((999, 1000), (1000, 1000), True),
    ],
)
def test_they_differ_from_a_point_on_or_where_one_is_full(
    tambon: tuple[int, int], authority: tuple[int, int], differs: bool
) -> None:
    assert bool(two_stories(row(*tambon), row(*authority), "x", "fund", "th")) is differs


def test_what_is_not_known_is_not_compared() -> None:
    assert two_stories(row(0, 5, NA), row(5, 5), "x", "council", "en") == ""
