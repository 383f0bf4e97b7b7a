"""Where two bases tell different stories and how money moved, in words."""

from datetime import date

import pytest
from pandas import NA, Series

from areamap.briefs.sentences.standing import paid_moved, paid_since, two_stories


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


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (3_500_000.0, 1_000_000.0, "Against fiscal year 2024: 2.50 million baht more"),
        (0.0, 1_000_000.0, "Against fiscal year 2024: 1.00 million baht less"),
        (0.1 + 0.2, 0.3, "As much as in fiscal year 2024"),
        (5.0, None, "The register holds no budget of fiscal year 2024 to compare with"),
    ],
)
def test_money_is_held_against_the_year_before(now: float, before: float | None, said: str) -> None:
    assert paid_moved(now, before, 2567, "en") == said


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (4_000_000.0, "ตั้งแต่ เวทีครั้งก่อน (15 มี.ค. 2566): งบประมาณของปีที่เริ่มแล้วเพิ่มขึ้น 3.00 ล้านบาท"),
        (0.0, "ตั้งแต่ เวทีครั้งก่อน (15 มี.ค. 2566): งบประมาณของปีที่เริ่มแล้วลดลง 1.00 ล้านบาท"),
        (1_000_000.0, "ไม่เปลี่ยนแปลงตั้งแต่ เวทีครั้งก่อน (15 มี.ค. 2566)"),
    ],
)
def test_money_is_held_against_the_last_forum(after: float, said: str) -> None:
    line = Series({"before": 1_000_000.0, "after": after})
    assert paid_since(line, date(2023, 3, 15), "th") == said
