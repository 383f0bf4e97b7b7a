"""Numbers in classes: what the label says is how the areas are classed, and nothing else is in."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Index, Series

from areamap.draw.classes import APART, FEWEST, MILLION_BAHT, MOST, Kind, Scheme, classify

FROM_DATA = [Scheme.QUANTILE, Scheme.EQUAL, Scheme.NATURAL]


def areas(*values: float | None) -> Series:
    index = Index([f"{190100 + at}" for at in range(1, len(values) + 1)], name="area_code")
    return Series(values, index=index, dtype="Float64")


def test_quantiles_by_hand():
    # twelve areas in four classes: three in each, breaks at the fourth, seventh and tenth value
    found = classify(areas(*range(1, 13)), Scheme.QUANTILE, 4)
    assert found.lowers == (1, 4, 7, 10)
    assert found.uppers == (4, 7, 10, 12)
    assert found.counts == (3, 3, 3, 3)
    assert found.labels == ("< 4", "4 – 6", "7 – 9", "≥ 10")
    assert found.number.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert not found.is_fewer
    assert found.remark("en") is None


def test_equal_intervals_by_hand():
    # 0.5 to 10.5 in five: 2.5, 4.5, 6.5, 8.5; nothing lies between 6.5 and 8.5
    found = classify(areas(0.5, 1, 2.5, 5, 6, 9, 10.5), Scheme.EQUAL, 5)
    assert found.counts == (2, 1, 2, 0, 2)
    assert len(found.labels) == 5
    low, high = 0.5, 10.5
    wanted = np.linspace(low, high, 6)[1:-1]
    assert np.abs(np.array(found.uppers[:-1]) - wanted).max() <= 0.1 * 2


def test_natural_breaks_by_hand():
    # three heaps that anyone sees
    found = classify(areas(1, 2, 3, 50, 51, 52, 200, 201), Scheme.NATURAL, 3)
    assert found.counts == (3, 3, 2)
    assert found.number.tolist() == [0, 0, 0, 1, 1, 1, 2, 2]
    # the roundest numbers in the gaps
    assert found.labels == ("< 50", "50 – 199", "≥ 200")


@pytest.mark.parametrize(
    ("baht", "number"),
    [
        (0.01, 0),
        (999_999.99, 0),
        (1_000_000, 1),
        (3_000_000, 1),
        (5_000_000, 1),
        (5_000_000.01, 2),
        (9e9, 2),
    ],
)
def test_the_money_classes_of_codi(baht, number):
    found = classify(areas(baht), Scheme.CODI_MONEY)
    assert found.number.tolist() == [number]
    assert found.labels == ("< 1", "1 – 5", "> 5")
    assert found.unit == MILLION_BAHT
    assert len(found.counts) == 3
    assert sum(found.counts) == 1
    assert not found.is_fewer


def test_own_breaks_keep_their_classes_and_their_ends_open():
    found = classify(areas(15, 25), Scheme.OWN, own_breaks=[30, 10, 20, 20])
    assert found.labels == ("< 10", "10 – 19", "20 – 29", "≥ 30")
    assert found.counts == (0, 1, 1, 0)
    assert found.lowers == (-math.inf, 10, 20, 30)
    assert found.uppers == (10, 20, 30, math.inf)
    assert not found.is_fewer
    broken = classify(areas(15.5, 20), Scheme.OWN, own_breaks=[10, 20])
    assert broken.labels == ("< 10", "10 – < 20", "≥ 20")
    assert broken.number.tolist() == [1, 2]


@pytest.mark.parametrize("breaks", [None, [1], [1, 1], [1, math.inf], [1, math.nan], range(9)])
def test_own_breaks_that_make_no_classes(breaks):
    with pytest.raises(ValueError, match="own breaks"):
        classify(areas(1, 2), Scheme.OWN, own_breaks=breaks)


@pytest.mark.parametrize("count", [0, 2, 10])
def test_three_to_nine_classes(count):
    with pytest.raises(ValueError, match="classes"):
        classify(areas(1, 2), Scheme.QUANTILE, count)


def test_differences_are_classed_around_zero():
    values = areas(-40, -30, -20, -10, 0, 0, 10, 20, 30, 40)
    found = classify(values, Scheme.AROUND_ZERO, 5)
    # the sizes 10, 10, 20, 20 | 30, 30, 40, 40: half and half at 30, mirrored
    assert found.labels == ("< −29", "−29 – −1", "1 – 29", "≥ 30")
    assert found.counts == (2, 2, 2, 2)
    assert found.apart[Kind.NONE] == 2
    # the sizes 0.5, 0.5, 9.5, 10.5, 19.5 | 20.5, 29.5, 30.5, 39.5, 40.5: 20 parts them
    parts = classify(values + 0.5, Scheme.AROUND_ZERO, 4)
    assert parts.labels == ("< −20", "−20 – < 0", "> 0 – < 20", "≥ 20")
    assert parts.counts == (2, 2, 3, 3)


def test_what_is_no_number_is_kept_apart():
    values = areas(None, 0, 5, 7, 0, 9)
    found = classify(values, Scheme.QUANTILE, 3, not_applicable=values.index[[3, 4]])
    expected = ["no_data", "none", "number", "not_applicable", "not_applicable", "number"]
    assert found.kind.tolist() == expected
    assert found.number.isna().tolist() == [True, True, False, True, True, False]
    assert found.number.dtype == "Int64"
    assert found.apart == {Kind.NO_DATA: 1, Kind.NONE: 1, Kind.NOT_APPLICABLE: 2}
    classes = len(found.labels)
    places = {Kind.NO_DATA: classes, Kind.NONE: classes + 1, Kind.NOT_APPLICABLE: classes + 2}
    assert [*places] == list(APART)
    assert found.places.tolist() == [classes, classes + 1, 0, classes + 2, classes + 2, 1]


def test_a_rate_may_be_zero():
    found = classify(areas(0, 0, 50, 100), Scheme.EQUAL, 4, zero_is_none=False)
    assert found.apart[Kind.NONE] == 0
    assert found.number.tolist() == [0, 0, 2, 3]


def test_infinite_values_are_no_data_and_said():
    found = classify(areas(1, 2, 3, math.inf, -math.inf), Scheme.QUANTILE, 3)
    assert found.infinite == 2
    assert found.apart[Kind.NO_DATA] == 2
    assert all(math.isfinite(each) for each in (*found.lowers, *found.uppers))


@pytest.mark.parametrize("scheme", FROM_DATA)
def test_few_different_values_give_fewer_classes_and_say_so(scheme):
    found = classify(areas(1, 1, 1, 2, 2), scheme, 5)
    assert found.labels == ("1", "2")
    assert found.counts == (3, 2)
    assert found.asked == 5
    assert found.is_fewer
    assert found.remark("en") == "2 classes instead of 5: the values do not differ enough"
    assert found.remark("th")


@pytest.mark.parametrize("scheme", FROM_DATA)
def test_all_equal_is_one_class(scheme):
    found = classify(areas(7.5, 7.5), scheme, 5)
    assert (found.labels, found.counts, found.is_fewer) == (("7.5",), (2,), True)


@pytest.mark.parametrize("scheme", Scheme)
def test_all_missing(scheme):
    found = classify(areas(None, None), scheme, 4, own_breaks=[1, 2, 3])
    assert found.number.isna().all()
    assert sum(found.counts) == 0
    assert len(found.labels) == len(found.lowers) == len(found.uppers) == len(found.counts)
    assert found.places.tolist() == [len(found.labels)] * 2


def test_no_areas_at_all():
    found = classify(Series([], dtype="float64"), Scheme.QUANTILE, 5)
    assert found.places.empty
    assert found.labels == ()


def test_many_ties_still_part_where_values_part():
    # nine in ten areas are 1: the classes are the runs, not one class of everything
    found = classify(areas(*[1] * 90, *[2] * 5, *[3] * 5), Scheme.QUANTILE, 5)
    assert found.labels == ("1", "≥ 2")
    assert found.counts == (90, 10)


def test_negative_numbers_have_a_minus():
    found = classify(areas(-9, -5, -1, 3), Scheme.QUANTILE, 4)
    assert found.labels == ("< −5", "−5 – −2", "−1 – 2", "3")


VALUES = st.one_of(
    st.none(),
    st.just(0.0),
    st.integers(-50, 50).map(float),
    st.floats(-1e9, 1e9).map(lambda each: round(each, 2)),
    st.sampled_from([math.inf, -math.inf, math.nan]),
)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(VALUES, max_size=60),
    st.sampled_from(list(Scheme)),
    st.integers(FEWEST, MOST),
    st.booleans(),
)
def test_every_area_is_in_one_place_and_every_class_says_what_it_holds(
    values, scheme, count, zero_is_none
):
    given_values = areas(*values)
    found = classify(
        given_values, scheme, count, own_breaks=[-10, 0, 10.5], zero_is_none=zero_is_none
    )
    assert len(found.labels) == len(found.counts) == len(found.lowers) == len(found.uppers)
    assert len(found.labels) <= max(count, 4)
    assert sum(found.counts) + sum(found.apart.values()) == len(values)
    assert found.number.notna().tolist() == (found.kind == Kind.NUMBER).tolist()
    assert all(one <= other for one, other in pairwise((*found.lowers, *found.uppers[-1:])))
    assert found.lowers[1:] == found.uppers[:-1]
    assert len(set(found.labels)) == len(found.labels)
    known = found.number.dropna().astype(int)
    numbers = given_values.reindex(known.index).astype(float)
    for number, at in zip(numbers, known, strict=True):
        assert found.lowers[at] <= number
        assert number < found.uppers[at] or at == len(found.labels) - 1
        assert number <= found.uppers[at]
    # larger values are never in lower classes
    assert known[numbers.sort_values().index].is_monotonic_increasing


@settings(deadline=None, max_examples=100)
@given(st.lists(st.floats(0.01, 1e7), min_size=20, max_size=60, unique=True))
def test_quantiles_are_as_even_as_rounding_lets_them(values):
    counts = classify(areas(*values), Scheme.QUANTILE, 4).counts
    assert len(counts) == 4
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("scheme", FROM_DATA)
def test_the_same_on_every_run_and_in_every_order(scheme):
    drawn = np.random.default_rng(7).lognormal(11, 1.2, 500)
    values = Series(np.round(drawn, 2)).astype("Float64")
    first = classify(values, scheme, 6)
    again = classify(values.sample(frac=1, random_state=3), scheme, 6)
    assert first.lowers == again.lowers
    assert first.labels == again.labels
    pd.testing.assert_series_equal(first.number, again.number.sort_index())


def test_rounding_moves_few_areas():
    drawn = Series(np.round(np.random.default_rng(1).lognormal(11, 1.2, 7436), 2))
    found = classify(drawn, Scheme.QUANTILE, 5)
    # no break has more than three digits, and none moves more than 14 areas of about 1,487
    assert found.labels[0] == "< 22,000"
    assert all(float(f"{each:.2e}") == each for each in found.lowers[1:])
    assert all(abs(count - 7436 / 5) <= 29 for count in found.counts)


def test_numbers_of_two_maps_that_are_classed_together_keep_their_bounds() -> None:
    left = Series([1.0, 2, 3, np.nan], index=["190101", "190102", "190103", "190104"])
    right = Series([100.0, 200, 300])
    whole = classify(pd.concat([left, right]), Scheme.EQUAL, 3)
    own = whole.of(left.index)
    assert (own.lowers, own.labels) == (whole.lowers, whole.labels)
    assert own.counts == (3, 0, 0)
    assert own.number.dropna().to_dict() == {"190101": 0, "190102": 0, "190103": 0}
    assert own.apart[Kind.NO_DATA] == 1
