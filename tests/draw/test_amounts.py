"""The one rule for baht and ratios."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.draw.amounts import million_baht, ratio


@pytest.mark.parametrize(
    ("baht", "said"),
    [
        (73_250, "0.07"),
        (9_432_302, "9.43"),
        (12_340_000, "12.3"),
        (1_234_600_000, "1,235"),
        (9_996_000, "10.0"),
        (99_960_000, "100"),
        (4_000, "< 0.01"),
        (-4_000, "> -0.01"),
        (0, "0"),
        (-2_500_000, "-2.50"),
    ],
)
def test_three_digits_and_at_most_two_decimals(baht: float, said: str) -> None:
    assert million_baht(baht, "th") == said


def test_the_unit_and_what_is_not_known_are_said_in_both_languages() -> None:
    assert million_baht(2_000_000, "th", unit=True) == "2.00 ล้านบาท"
    assert million_baht(2_000_000, "en", unit=True) == "2.00 million baht"
    assert million_baht(math.nan, "th") == "ไม่ทราบ"
    assert ratio(0.456, "en") == "0.46"
    assert ratio(math.nan, "en") == "unknown"


@given(st.floats(5_000, 1e13))
def test_what_is_said_is_never_off_by_more_than_half_a_percent_or_half_the_last_digit(
    baht: float,
) -> None:
    said = float(million_baht(baht, "en").replace(",", "")) * 1e6
    assert abs(said - baht) <= max(baht * 0.0051, 5_001)
