from datetime import date

import pandas as pd
from pandas import DataFrame

from areamap.measures.first_record import first_record


def rows(**columns):
    length = len(next(iter(columns.values())))
    return DataFrame({"status": ["matched"] * length} | columns)


def test_the_earliest_of_days_and_years_counts():
    found = first_record(
        rows(
            registered_date=pd.to_datetime([date(2010, 5, 1), None]),
            registered_year=pd.array([None, 2552], dtype="Int64"),
        )
    )
    assert found == date(2009, 1, 1)


def test_a_fiscal_year_begins_in_october():
    assert first_record(rows(fiscal_year=[2566, 2567])) == date(2022, 10, 1)


def test_rows_that_are_not_joined_say_nothing():
    assert first_record(rows(fiscal_year=[2566]).assign(status="open")) is None


def test_a_register_without_days_says_none():
    assert first_record(rows(name=["x"])) is None
