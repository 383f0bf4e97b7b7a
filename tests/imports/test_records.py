from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from areamap.imports import records
from areamap.registers import definitions

BUDGET = definitions.load("budget")


def lines(*told: tuple[str, str, int, float | None]) -> DataFrame:
    rows = DataFrame(told, columns=["area_code", "project_name", "fiscal_year", "amount_baht"])
    return records.lines(rows, BUDGET)


@pytest.mark.parametrize(
    ("register", "key"),
    [
        ("council", ("area_code", "authority_code")),
        ("fund", ("area_code", "authority_code", "fiscal_year")),
        ("authority", ("authority_code",)),
    ],
)
def test_key_of_registers_with_one_record_per_place(register: str, key: tuple[str, ...]) -> None:
    assert records.key(definitions.load(register)) == key


@pytest.mark.parametrize("register", definitions.ids())
def test_amounts_counts_days_and_statuses_are_in_no_key(register: str) -> None:
    definition = definitions.load(register)
    key = records.key(definition)
    assert key
    changing = {"amount", "integer", "date", "status", "number"}
    own = [column for column in definition.columns if column.name in key]
    if not definition.unique:
        assert not [column.name for column in own if column.type in changing]


def test_file_and_store_say_the_same() -> None:
    council = definitions.load("council")
    of_file = DataFrame({"area_code": ["190406"], "registered_date": [date(2016, 3, 15)]})
    of_store = DataFrame({"area_code": ["190406"], "registered_date": [pd.Timestamp("2016-03-15")]})
    pd.testing.assert_frame_equal(records.lines(of_file, council), records.lines(of_store, council))
    money = [DataFrame({"amount_baht": [each]}) for each in (Decimal("0.30"), 0.3)]
    one, other = (records.lines(each, BUDGET)["amount_baht"].tolist() for each in money)
    assert one == other == [30]


def test_changed_amount_is_the_same_record() -> None:
    before = lines(("190406", "ก", 2566, 100), ("190406", "ข", 2566, 200))
    after = lines(("190406", "ข", 2566, 250), ("190406", "ค", 2566, 5))
    assert sorted(records.pair(before, after, BUDGET), key=str) == [(0, None), (1, 0), (None, 1)]


record = st.tuples(
    st.sampled_from(("190406", "190401")),
    st.sampled_from(("ก", "ข")),
    st.sampled_from((2566, 2567)),
    st.sampled_from((None, 100.0, 200.0)),
)


@settings(deadline=None)
@given(st.lists(record, max_size=8), st.lists(record, max_size=8))
def test_each_record_has_one_partner_or_none(
    was: list[tuple[str, str, int, float | None]], now: list[tuple[str, str, int, float | None]]
) -> None:
    pairs = records.pair(lines(*was), lines(*now), BUDGET)
    assert sorted(one for one, _ in pairs if one is not None) == list(range(len(was)))
    assert sorted(other for _, other in pairs if other is not None) == list(range(len(now)))
    same = sum(
        was[one] == now[other] for one, other in pairs if one is not None and other is not None
    )
    left = list(was)
    equal = sum(1 for each in now if each in left and not left.remove(each))
    assert same == equal


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (7325000, "amount", "73,250.00"),
        (date(2016, 3, 15), "date", "15/3/2559"),
        (2566, "integer", "2566"),
        (15000, "integer", "15,000"),
        (None, "text", ""),
        ("ก", "text", "ก"),
    ],
)
def test_values_are_said_alike_in_both_languages(value: object, kind: str, text: str) -> None:
    assert records.spoken(value, kind) == text
