"""What needs attention, worked out by hand."""

from datetime import date

import pandas as pd
from pandas import DataFrame, Series

from areamap.direction.headlines import Concern, Moved, attention

DAY = date(2025, 11, 20)
BELOW = DataFrame({"coverage_pct": [100.0, 50.0, 75.0], "gap": [0, 5, 1]}, index=["1", "2", "3"])
GAPS = DataFrame({"population": Series([900, 200, pd.NA], dtype="Int64").array}, index=list("abc"))


def told(
    unknown: int, moved: Moved, below: DataFrame = BELOW, gaps: DataFrame = GAPS
) -> list[object]:
    found = attention(Series({"unknown": unknown}), below, gaps, moved)
    return [(each.concern, each.code, each.count) for each in found]


def test_the_first_three_by_their_order() -> None:
    assert told(4, Moved(DAY, 0, 2, 0)) == [
        (Concern.LOST, None, 2),
        (Concern.LARGEST, "a", 900.0),
        (Concern.LOWEST, "2", 50.0),
    ]
    assert told(4, Moved(DAY, 3, 0, 0))[-1] == (Concern.UNKNOWN, None, 4)


def test_nothing_needs_attention_where_all_is_there() -> None:
    full = BELOW.assign(coverage_pct=100.0, gap=0)
    assert told(0, Moved(DAY, 0, 0, 0), full, GAPS.iloc[:0]) == []


def test_people_who_are_not_counted_make_no_largest_area() -> None:
    assert told(0, Moved(DAY, 0, 0, 0), BELOW, GAPS.iloc[2:]) == [(Concern.LOWEST, "2", 50.0)]
