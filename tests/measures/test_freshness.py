"""How old what is known is."""

from datetime import date

import pandas as pd
from pandas import DataFrame, Series

from areamap.measures.freshness import COLUMNS, freshness
from tests.quality.homes import council, register_rows, waiting

TODAY = date(2026, 11, 20)


def supplied(*days: str) -> Series:
    return pd.to_datetime(Series(list(days))).astype("datetime64[us]")


def test_a_province_is_as_old_as_its_newest_row() -> None:
    rows = register_rows(
        "council",
        council("190401", "2016-03-01"),
        council("190402", "2020-01-01"),
        council("300101", "2030-01-01"),
        waiting("720102"),
    )
    days = supplied("2026-01-01", "2026-11-10", "2025-11-20", "2026-11-20")
    found = freshness({"council": rows}, {"council": days}, TODAY)
    assert list(found["province_code"]) == ["19", "30"]
    assert list(found["age_days"]) == [10, 365]
    assert list(found["rows"]) == [2, 1]
    assert found["newest_day"][0] == pd.Timestamp("2020-01-01")
    # A day that is still to come tells nothing.
    assert pd.isna(found["newest_day"][1])


def test_years_of_rows_stand_beside_their_age() -> None:
    budget = register_rows(
        "budget",
        {"area_code": "190401", "fiscal_year": 2566, "amount_baht": 1.0},
        {"area_code": "19", "fiscal_year": 2568, "amount_baht": 1.0},
        {"area_code": "upper-central", "fiscal_year": 2570, "amount_baht": 1.0},
    )
    days = supplied("2026-11-19", "2026-11-18", "2026-11-20")
    found = freshness({"budget": budget}, {"budget": days}, TODAY)
    line = {"province_code": "19", "age_days": 1, "newest_year": 2568}
    assert found[list(line)].to_dict("records") == [line]


def test_nothing_published_has_no_age() -> None:
    assert list(freshness({}, {}, TODAY).columns) == COLUMNS
    empty = freshness(
        {"council": DataFrame(register_rows("council", waiting()))},
        {"council": supplied("2026-01-01")},
        TODAY,
    )
    assert empty.empty
