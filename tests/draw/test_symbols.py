"""Amounts as circles: sizes that are true and can be read."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import Series

from areamap.draw.area_layer import Look, View
from areamap.draw.symbols import symbols


def test_the_legend_shows_round_amounts_largest_first() -> None:
    drawn = symbols(Series({"190101": 8_450_450.0, "190102": 12_000.0, "190103": np.nan}))
    assert drawn
    assert drawn.largest == 8_450_450
    assert drawn.sizes == ((8_000_000, "8,000,000"), (2_000_000, "2,000,000"), (300_000, "300,000"))


def test_nothing_and_less_than_nothing_have_no_circle() -> None:
    assert symbols(Series([0.0, -5.0, np.nan, np.inf])) is None
    assert symbols(Series([], dtype="float64")) is None


@given(st.lists(st.floats(0.01, 1e12), min_size=1, max_size=30))
def test_sizes_fall_and_none_is_above_the_largest(amounts: list[float]) -> None:
    drawn = symbols(Series(amounts))
    assert drawn
    sizes = [value for value, _ in drawn.sizes]
    assert sizes == sorted(set(sizes), reverse=True)
    assert 0 < sizes[0] <= drawn.largest * (1 + 1e-9)


def test_other_amounts_are_told_although_classes_and_sizes_stay() -> None:
    def told(*values: float) -> dict[str, object]:
        view = View(
            geometry="/g",
            classes=np.array([1, 1]),
            palette=(Look("#eee", outside=True), Look("#fff")),
            focus="19",
            values=np.array(values),
            symbols={"largest": 9.0, "sizes": [], "colour": "#000000"},
        )
        found: dict[str, object] = view.message()["symbols"]
        return found

    assert told(9, 4) == told(9, 4)
    assert told(9, 4) != told(4, 9)


@pytest.mark.parametrize("amount", [0.05, 3.0, 1e9])
def test_one_amount_is_enough(amount: float) -> None:
    assert symbols(Series([amount])) is not None
