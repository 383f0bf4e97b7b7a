"""Whether a target is reached in time, by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Series

from areamap.measures.pace import FARTHEST, Course, pace

COUNCILS = Series({2566: 90.0, 2567: 94.0, 2568: 99.0, 2569: 102.0})


def test_a_case_by_hand() -> None:
    found = pace(COUNCILS, 111.0, 2571, 2569)
    assert (found.last_year, found.value, found.years) == (2569, 102.0, 3)
    assert (found.present, found.needed) == (4.0, 4.5)
    assert found.expected_year == 2572
    assert found.course is Course.BEHIND
    assert pace(COUNCILS, 110.0, 2571, 2569).course is Course.ON_COURSE


@pytest.mark.parametrize(
    ("values", "target", "year", "course"),
    [
        (COUNCILS, 102.0, 2568, Course.REACHED),
        (COUNCILS, 111.0, 2569, Course.OVERDUE),
        (COUNCILS, None, 2579, Course.NO_NUMBER),
        (Series(dtype="float64"), 111.0, 2571, Course.NOT_COUNTED),
        (Series({2569: 102.0}), 111.0, 2571, Course.NO_PACE),
        (Series({2568: 102.0, 2569: 102.0}), 111.0, 2571, Course.BEHIND),
        (Series({2568: 103.0, 2569: 102.0}), 111.0, 2579, Course.BEHIND),
    ],
)
def test_how_a_target_stands(
    values: Series, target: float | None, year: int, course: Course
) -> None:
    assert pace(values, target, year, 2569).course is course


def test_a_year_that_runs_is_no_year_of_a_pace() -> None:
    running = Series({**COUNCILS.to_dict(), 2570: 150.0})
    assert pace(running, 111.0, 2571, 2569) == pace(COUNCILS, 111.0, 2571, 2569)


def test_years_that_are_not_known_are_left_out() -> None:
    found = pace(Series({2566: 90.0, 2567: None, 2569: 96.0}), 100.0, 2571, 2569)
    assert (found.years, found.present) == (3, 2.0)


@given(
    st.dictionaries(st.integers(2560, 2569), st.integers(0, 500), min_size=2),
    st.integers(1, 600),
    st.integers(2560, 2600),
)
@settings(max_examples=60)
def test_the_year_expected_is_the_first_in_which_the_pace_reaches_it(
    values: dict[int, int], target: int, year: int
) -> None:
    found = pace(Series(values, dtype="float64"), float(target), year, 2569)
    if found.expected_year is None or found.course is Course.REACHED or found.present is None:
        return
    assert found.value is not None
    assert found.last_year is not None
    ahead = found.expected_year - found.last_year
    assert 0 < ahead <= FARTHEST
    assert found.value + found.present * ahead >= target - 1e-6
    assert found.value + found.present * (ahead - 1) < target
