"""A second year, a unit in the next column: what a cell says for another column."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.registers import headers, linked, tables
from areamap.registers.cells import Sheet
from areamap.registers.definitions import load
from areamap.registers.tables import Table

PLAN = load("plan").columns
VALUE = load("published").column("value")


def read(register: str, *rows: list[Any]) -> Table:
    sheet = Sheet("ก", 1, [list(row) for row in rows])
    header = headers.find(sheet, load(register))
    assert header is not None
    return tables.read(sheet, header, load(register))


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2565-2569", "2565", "2569"),
        ("2565 - 2569", "2565", "2569"),
        ("2565–69", "2565", "2569"),
        ("พ.ศ. 2566-2570", "2566", "2570"),
        ("พ.ศ. 2566 - พ.ศ. 2570", "2566", "2570"),
        ("ปี 2566 ถึง 2570", "2566", "2570"),
        ("๒๕๖๖-๒๕๗๐", "2566", "2570"),
        ("2566/2570", "2566", "2570"),
        ("ปีงบประมาณ 2566-2570", "2566", "2570"),
    ],
)
def test_spans_are_parted(cell: str, first: str, last: str) -> None:
    cells: dict[str, list[Any]] = {"first_year": [cell]}
    assert linked.part_spans(cells, PLAN) == {"last_year": "first_year"}
    assert cells == {"first_year": [first], "last_year": [last]}


@pytest.mark.parametrize(
    "cell", ["2566", 2566, None, "2566-", "แผน 5 ปี", "15/3/2566", "2566-2570-2574"]
)
def test_what_is_no_span_stays(cell: Any) -> None:  # whatever a cell holds
    cells: dict[str, list[Any]] = {"first_year": [cell]}
    assert linked.part_spans(cells, PLAN) == {}
    assert cells == {"first_year": [cell]}


def test_a_last_year_of_its_own_stays() -> None:
    cells: dict[str, list[Any]] = {
        "first_year": ["2566-2570", "2566-2570", 2565],
        "last_year": [2571, None, 2569],
    }
    assert linked.part_spans(cells, PLAN) == {}
    assert cells["last_year"] == [2571, "2570", 2569]


@given(st.integers(2500, 2599), st.integers(2500, 2599), st.sampled_from(["-", " - ", "–", "/"]))
def test_any_two_years_are_parted(first: int, last: int, sign: str) -> None:
    cells: dict[str, list[Any]] = {"first_year": [f"{first}{sign}{last}"]}
    linked.part_spans(cells, PLAN)
    assert cells == {"first_year": [str(first)], "last_year": [str(last)]}


def test_plans_with_a_span_of_years_in_one_column() -> None:
    table = read(
        "plan",
        ["จังหวัด", "อำเภอ", "ตำบล", "แผน", "ช่วงปี", "สถานะ"],
        ["สระบุรี", "วิหารแดง", "เจริญธรรม", "แผนตำบล", "2566-2570", "เสนอแล้ว"],
        ["สระบุรี", "วิหารแดง", "หนองสรวง", "แผนตำบล", "2566", "ร่าง"],
        ["สระบุรี", "วิหารแดง", "บ้านลำ", "แผนตำบล", "2566-25700", "บรรจุในแผนแล้ว"],
    )
    assert table.columns["first_year"][1:] == [2566, 2566, None]
    assert table.columns["last_year"][1:3] == [2570, None]
    assert table.columns["record_status"][1:] == ["submitted", "drafted", "adopted"]
    assert table.verdicts[3].reason_key == "calendar_no_year"


@pytest.mark.parametrize(
    ("unit", "cell", "value", "kept"),
    [
        ("ล้านบาท", 400, 400_000_000, "baht"),
        ("ล้านบาท", "4,259.64", 4_259_640_000, "baht"),
        ("บาท", 73250, 73250, "baht"),
        ("ตำบล", 111, 111, "tambons"),
        ("คน", "150,000 คน", 150_000, "people"),
        # The cell's own unit goes before the column's: nothing is multiplied twice.
        ("ล้านบาท", "400 ล้าน", 400_000_000, "baht"),
        ("ครั้ง", 12, 12, "ครั้ง"),
        (None, 5, 5, None),
    ],
)
def test_the_unit_of_a_row_is_taken_into_its_figure(
    unit: str | None, cell: object, value: int, kept: str | None
) -> None:
    table = read(
        "published",
        ["จังหวัด", "ตัวชี้วัด", "ค่า", "หน่วย"],
        ["สระบุรี", "สมาชิกกองทุน", cell, unit],
    )
    assert table.verdicts.get(1) is None
    assert table.columns["value"][1] == Decimal(value)
    assert table.columns["unit"][1] == kept


def test_a_unit_in_the_heading_holds_where_the_row_names_none() -> None:
    table = read(
        "published",
        ["จังหวัด", "ตัวชี้วัด", "ค่า (ล้านบาท)", "หน่วย"],
        ["สระบุรี", "งบ พอช.", 15, None],
        ["สระบุรี", "งบ พอช.", 15, "ล้านบาท"],
    )
    assert table.columns["value"][1:] == [Decimal(15_000_000), Decimal(15_000_000)]


def test_without_a_column_of_units_the_heading_decides() -> None:
    cells: dict[str, list[Any]] = {"value": [1, 2]}
    assert linked.factors(VALUE, cells, Decimal(10)) == [Decimal(10)] * 2
