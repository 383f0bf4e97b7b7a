"""Money is exact to the satang."""

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import Series

from areamap.measures.money import baht, satang, total_baht

SATANG = st.integers(min_value=-(10**14), max_value=10**14)


@given(st.lists(SATANG, max_size=20))
def test_there_and_back(amounts):
    exact = Series(amounts, dtype="Int64")
    assert satang(baht(exact)).tolist() == amounts


@given(st.lists(SATANG, max_size=20))
def test_decimal_and_float_agree(amounts):
    decimals = Series([Decimal(each) / 100 for each in amounts], dtype=object)
    assert satang(decimals).tolist() == amounts
    assert total_baht(decimals) == Decimal(sum(amounts)) / 100


def test_sums_do_not_drift():
    # 0.1 + 0.2 is not 0.3 in float64
    assert total_baht(Series([0.1, 0.2])) == Decimal("0.3")


def test_missing_stays_missing():
    amounts = satang(Series([1.5, None]))
    assert amounts.isna().tolist() == [False, True]
    assert satang(Series([Decimal("1.5"), None], dtype=object)).isna().tolist() == [False, True]
    assert satang(Series([None, None], dtype=object)).isna().all()
    assert total_baht(Series([None, None], dtype="float64")) == 0
    assert pd.isna(baht(Series([None], dtype="Int64"))[0])


def test_no_amount_is_that_large():
    with pytest.raises(OverflowError):
        satang(Series([1e18]))
    with pytest.raises(OverflowError):
        satang(Series([float("inf")]))
