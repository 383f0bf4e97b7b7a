"""Rows keep their values on the way into the database and out again."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Series

from areamap.store import _rows
from areamap.store._persons import holds_person
from tests.store.submissions import KINDS, rows

TEXT = st.none() | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12
).filter(lambda each: not any(letter.isdigit() for letter in each))
LINES = st.lists(
    st.tuples(
        TEXT,
        TEXT,
        st.none() | st.dates(date(1857, 1, 1), date(2399, 12, 31)),
        st.none() | st.integers(-(2**62), 2**62).filter(lambda each: not holds_person(str(each))),
        st.none() | st.integers(-(10**13), 10**13).map(lambda satang: satang / 100),
        st.none() | st.lists(st.from_regex(r"[0-9]{6}\*?", fullmatch=True), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=8,
)


def typed(lines) -> DataFrame:
    tambon, name, day, number, amount, codes = zip(*lines, strict=True)
    return rows(
        len(lines),
        tambon=Series(tambon, dtype="str"),
        council_name=Series(name, dtype="str"),
        registered_date=pd.Series(np.array(day, dtype="datetime64[D]")).astype("datetime64[us]"),
        member_groups=pd.array(number, dtype="Int64"),
        amount_baht=Series(amount, dtype="float64"),
        tambon_codes=Series([None if each is None else " ".join(each) for each in codes]),
    )


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_there_and_back(lines):
    before = typed(lines)
    records = _rows.records(before, KINDS)
    columns = ["row_number" if name == "row" else name for name in _rows.JOIN_COLUMNS]
    stored = [tuple(each[name] for name in (*columns, "payload")) for each in records]
    pd.testing.assert_frame_equal(_rows.frame(stored, KINDS), before)


def test_what_is_missing_takes_no_room():
    records = _rows.records(rows(2), KINDS)
    assert '"amount_baht":7325025' in records[0]["payload"]
    assert '"registered_date":"2016-03-01"' in records[0]["payload"]
    assert "amount_baht" not in records[1]["payload"]
    assert records[0]["reason_values"] is None
    assert records[1]["suggested_codes"] == "720102 710101"
