"""Which row of a record tells how it stands, worked out by hand."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame

from areamap.measures.yearly import newest


def funds(*rows):
    columns = ["area_code", "authority_code", "fund_name", "fiscal_year"]
    frame = DataFrame(list(rows), columns=columns)
    texts = dict.fromkeys(columns[:3], "str")
    return frame.astype(texts | {"fiscal_year": "Int64"})


YEARS = funds(
    ("190406", None, "ก", 2566),
    ("190406", None, "ก", 2568),
    ("190406", None, "ก", 2567),
)


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (None, [False, True, False]),
        (2570, [False, True, False]),
        (2568, [False, True, False]),
        (2567, [False, False, True]),
        (2566, [True, False, False]),
        (2560, [True, False, False]),  # nothing that old is known: the oldest is nearest
    ],
)
def test_the_newest_row_up_to_a_year_tells(year, told):
    assert newest(YEARS, year).tolist() == told


def test_two_funds_of_a_place_each_have_their_newest():
    rows = funds(
        ("190406", None, "ก", 2566),
        ("190406", None, "ก ", 2567),
        ("190406", None, "ข", 2565),
        ("190406", "1991", "ก", 2564),
        ("190407", None, "ก", 2563),
    )
    assert newest(rows).tolist() == [False, True, True, True, True]


def test_a_row_without_a_year_speaks_of_today():
    rows = funds(("190406", None, "ก", None), ("190406", None, "ก", 2568))
    assert newest(rows).tolist() == [True, False]
    assert newest(rows, 2568).tolist() == [True, False]


def test_rows_without_a_place_stand_for_themselves():
    rows = funds((None, None, "ก", 2566), (None, None, "ก", 2567))
    assert newest(rows).tolist() == [True, True]


def test_two_rows_of_one_year_both_stay():
    rows = funds(("190406", None, "ก", 2567), ("190406", None, "ก", 2567))
    assert newest(rows).tolist() == [True, True]


def test_a_list_without_years_or_places_is_as_it_is():
    assert newest(DataFrame({"area_code": ["190406"] * 2})).tolist() == [True, True]
    assert newest(DataFrame({"fiscal_year": [2566, 2567]})).tolist() == [True, True]
    assert newest(YEARS.iloc[:0]).tolist() == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["190406", "190407"]),
            st.sampled_from([None, "1991"]),
            st.sampled_from(["ก", "ข", None]),
            st.one_of(st.none(), st.integers(2560, 2570)),
        ),
        max_size=20,
    ),
    st.one_of(st.none(), st.integers(2558, 2572)),
)
def test_every_record_keeps_a_row_of_one_year(rows, year):
    frame = funds(*rows)
    kept = frame[newest(frame, year)]
    record = ["area_code", "authority_code", "fund_name"]
    assert len(kept.drop_duplicates(record)) == len(frame.drop_duplicates(record))
    years = kept.groupby(record, dropna=False)["fiscal_year"].nunique(dropna=False)
    assert (years <= 1).all()
    assert newest(frame.iloc[::-1], year).sort_index().equals(newest(frame, year))


def test_labels_are_kept():
    shuffled = YEARS.set_axis(pd.Index([7, 3, 5]))
    assert newest(shuffled).to_dict() == {7: False, 3: True, 5: False}
