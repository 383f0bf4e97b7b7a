from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from areamap.imports import changes
from areamap.registers import definitions

BUDGET = definitions.load("budget")
TODAY = date(2024, 1, 15)

Line = tuple[str, str, int, int]


def rows(*told: Line, status: str = "matched") -> DataFrame:
    frame = DataFrame(told, columns=["area_code", "project_name", "fiscal_year", "amount_baht"])
    return frame.assign(
        sheet="ก", row=range(2, 2 + len(told)), status=status, amount_baht=frame["amount_baht"]
    )


def compare(before: DataFrame, after: DataFrame, in_force: int | None = 1) -> changes.Changes:
    return changes.compare(before, after, BUDGET, today=TODAY, in_force=in_force)


WAS = rows(("190406", "ก", 2566, 100), ("190401", "ข", 2567, 200), ("720102", "ค", 2567, 300))
NOW = rows(("190406", "ก", 2566, 150), ("720102", "ค", 2567, 300), ("upper-central", "ง", 2567, 5))


def test_each_difference_is_a_line() -> None:
    found = compare(WAS, NOW)
    assert found.rows.set_index("change")["area_code"].to_dict() == {
        "gone": "190401", "changed": "190406", "added": "upper-central",
    }  # fmt: skip
    changed = found.rows.set_index("change").loc["changed"]
    assert (changed["columns"], changed["before"], changed["after"]) == (
        ("amount_baht",), "100.00", "150.00",
    )  # fmt: skip
    assert (changed["amount_before"], changed["amount_after"]) == (Decimal(100), Decimal(150))


def test_provinces_sum_up_what_differs_in_them() -> None:
    found = compare(WAS, NOW).by_province
    assert found.index.tolist() == ["19", "upper-central"]
    assert found.loc["19"].tolist() == [0, 1, 1, Decimal(300), Decimal(150)]
    assert found.loc["upper-central"].tolist() == [1, 0, 0, Decimal(0), Decimal(5)]


def test_year_that_has_ended_is_shown_apart() -> None:
    assert compare(WAS, NOW).closed_years["area_code"].tolist() == ["190406"]
    assert compare(WAS, NOW, in_force=None).closed_years.empty
    left = rows(("190406", "ก", 2567, 100))
    assert set(compare(WAS.iloc[:1], left).closed_years["change"]) == {"gone"}


@pytest.mark.parametrize(
    ("now", "percent"),
    [
        (WAS, 0.0),
        (WAS.iloc[:2], 50.0),
        (WAS.iloc[:0], 100.0),
        (rows(*[("190406", "ก", 2566, 1)] * 9), pytest.approx(98.5)),
    ],
)
def test_shrinking_is_by_rows_or_by_baht(now: DataFrame, percent: float) -> None:
    assert compare(WAS, now).shrink_pct == percent


def test_rows_that_are_not_joined_are_no_records() -> None:
    waiting = rows(("190406", "ก", 2566, 100), status="suggested")
    assert compare(waiting, waiting.iloc[:0]).rows.empty


record = st.tuples(
    st.sampled_from(("190406", "720102", "19")),
    st.sampled_from(("ก", "ข")),
    st.sampled_from((2566, 2567)),
    st.integers(0, 3),
)


@settings(deadline=None)
@given(st.lists(record, max_size=7), st.lists(record, max_size=7))
def test_differences_lead_from_one_to_the_other(was: list[Line], now: list[Line]) -> None:
    found = compare(rows(*was), rows(*now))
    counts = found.rows["change"].value_counts()
    assert len(was) - counts.get("gone", 0) + counts.get("added", 0) == len(now)
    nothing = Decimal(0)
    moved = sum((each or nothing for each in found.rows["amount_after"]), start=nothing) - sum(
        (each or nothing for each in found.rows["amount_before"]), start=nothing
    )
    assert moved == sum(line[3] for line in now) - sum(line[3] for line in was)
    assert found.by_province["changed"].sum() == counts.get("changed", 0)
