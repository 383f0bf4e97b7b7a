"""Contracts hold what they say."""

from datetime import date

import pandas as pd
import pytest
from pandas import DataFrame
from pandera.errors import SchemaErrors

from areamap.measures import frames
from areamap.measures.frames import check, rows_contract

KINDS = {"amount_baht": "amount", "registered_date": "date", "members": "integer"}


def rows(**columns) -> DataFrame:
    frame = DataFrame(
        {
            "sheet": ["s", "s"],
            "row": [4, 5],
            "status": ["matched", "ambiguous"],
            "area_code": ["190406", None],
            "authority_code": ["1904", None],
            "suggested_codes": [(), ("190406", "190407")],
            "reason_key": [None, "places_several"],
            "reason_values": [{}, {}],
            "amount_baht": [1.5, None],
        }
    )
    texts = ["sheet", "status", "area_code", "authority_code", "reason_key"]
    return frame.assign(**columns).astype(dict.fromkeys(texts, "str"))


def test_rows_of_a_register_keep_their_contract():
    good = rows(registered_date=pd.Series([date(2016, 3, 1), None], dtype=object), members=[1, 2])
    found = check(good, rows_contract(KINDS))
    assert str(found["row"].dtype) == "Int64"


@pytest.mark.parametrize("code", ["19", "1904", "190406", "TH", "upper-central", "lower-central-1"])
def test_places_of_every_level_are_codes(code):
    check(rows(area_code=[code, None]), rows_contract(KINDS))


@pytest.mark.parametrize(
    "broken",
    [
        {"area_code": [None, None]},
        {"area_code": ["190406.0", None]},
        {"area_code": ["1904061", None]},
        {"authority_code": ["อบต.", None]},
        {"status": ["matched", "open"]},
        {"suggested_codes": [(), "190406"]},
        {"amount_baht": [float("inf"), None]},
        {"members": ["many", None]},
        {"row": [0, 1]},
    ],
)
def test_rows_that_break_it_are_told(broken):
    with pytest.raises(SchemaErrors):
        check(rows(**broken), rows_contract(KINDS))


def test_coverage_that_does_not_add_up_is_told():
    counts = {"areas": 3, "covered": 1, "partly": 0, "unknown": 1, "gap": 0}
    frame = DataFrame(counts, index=pd.Index(["19"], name="area_code", dtype="str"))
    frame = frame.assign(coverage_pct=33.3, basis=pd.Series(["tambon"], ["19"], dtype="str"))
    with pytest.raises(SchemaErrors, match="areas = covered"):
        check(frame, frames.COVERAGE)
    check(frame.assign(gap=1), frames.COVERAGE)
    with pytest.raises(SchemaErrors):
        check(frame.assign(gap=1, coverage_pct=114.9), frames.COVERAGE)
    with pytest.raises(SchemaErrors, match="partly"):
        check(frame.assign(gap=1, partly=2), frames.COVERAGE)


def test_states_say_why_they_are_unknown():
    index = pd.Index(["190406"], name="area_code", dtype="str")
    good = DataFrame({"state": ["unknown"], "unknown_because": ["record"]}, index).astype("str")
    check(good, frames.STATES)
    with pytest.raises(SchemaErrors, match="says why"):
        check(good.assign(state=pd.Series(["none"], index, dtype="str")), frames.STATES)
