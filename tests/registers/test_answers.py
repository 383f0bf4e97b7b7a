"""Columns that say มี, ✓ or ยุบเลิก, whatever stands above them."""

from collections.abc import Sequence

import pytest

from areamap.registers import headers, tables
from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import load
from areamap.registers.tables import Table

NONE = "registers_no_record"
PLACES = ("เจริญธรรม", "บ้านลำ", "หนองหมู", "คลองเรือ", "หนองสรวง")


def read(
    headings: Sequence[str | None], cells: Sequence[Sequence[Cell]], register: str = "council"
) -> Table:
    rows: list[list[Cell]] = [["อำเภอ", "ตำบล", *headings]]
    for place, row in zip(PLACES, cells, strict=False):
        rows.append(["วิหารแดง", place, *row])
    sheet = Sheet("ก", 1, rows)
    header = headers.find(sheet, load(register))
    assert header is not None
    return tables.read(sheet, header, load(register))


def said(table: Table) -> list[object]:
    """Return the status of each row below the header, or the reason why it is no record."""
    statuses = table.columns["record_status"]
    return [
        table.verdicts[row].reason_key if row in table.verdicts else statuses[row]
        for row in range(1, len(statuses))
    ]


def named(table: Table) -> list[str]:
    assert table.answers is not None
    return [heading.text for heading in table.answers.by_cells]


@pytest.mark.parametrize(
    "heading", ["สภาฯ", "สภาองค์กรชุมชน", "council", "มีสภาหรือไม่", "สภาองค์กรชุมชน (มี/ไม่มี)"]
)
def test_has_and_has_not_is_a_status_and_no_name(heading: str) -> None:
    table = read([heading], [["มี"], ["ไม่มี"], ["ยังไม่จดแจ้ง"], [None]])
    assert said(table) == ["active", NONE, NONE, None]
    assert "council_name" not in table.header.columns
    assert named(table) == [heading]


@pytest.mark.parametrize(
    ("yes", "no"), [("✓", "✗"), ("✔", "x"), ("/", "×"), (1, 0), ("ใช่", "ยังไม่มี")]
)
def test_ticks_and_what_is_left_blank(yes: Cell, no: Cell) -> None:
    for heading in ("สภาองค์กรชุมชน", "สถานะ"):
        assert said(read([heading], [[yes], [None], [no]])) == ["active", None, NONE]


def test_funds_that_are_there_or_not() -> None:
    table = read(["กองทุน", "จำนวนสมาชิก"], [["มี", 10], ["ไม่มี", None], ["มี", None]], "fund")
    assert said(table) == ["active", NONE, "active"]


def test_names_stay_names() -> None:
    table = read(["สภาฯ"], [["สภาองค์กรชุมชนตำบลเจริญธรรม"], ["สภาฯ บ้านลำ"], [None]])
    assert "council_name" in table.header.columns
    assert said(table) == ["active", "active", "active"]
    assert named(table) == []


@pytest.mark.parametrize("heading", ["ผลปี 2566", "ข้อมูลล่าสุด", None])
def test_words_of_the_matter_are_its_status_under_any_heading(heading: str | None) -> None:
    table = read([heading], [["ยุบเลิก"], ["ยังไม่จดแจ้ง"], ["จดแจ้งแล้ว"], [None]])
    assert said(table) == ["dissolved", NONE, "active", None]


def test_two_opposite_columns_of_ticks() -> None:
    cells: list[list[Cell]] = [["✓", None], [None, "✓"], [None, None], ["✓", "✓"]]
    for headings in (["มีสภาองค์กรชุมชน", "ไม่มีสภา"], ["จดแจ้งแล้ว", "ยังไม่จดแจ้ง"]):
        assert said(read(headings, cells)) == ["active", NONE, None, None]
    table = read(["จดแจ้งแล้ว", "ยุบเลิก"], cells)
    assert said(table) == ["active", "dissolved", None, None]


def test_labels_of_one_heading_are_two_opposite_columns() -> None:
    rows: list[list[Cell]] = [
        ["อำเภอ", "ตำบล", "สภาองค์กรชุมชน", None],
        [None, None, "มี", "ไม่มี"],
        ["วิหารแดง", "เจริญธรรม", "✓", None],
        ["วิหารแดง", "บ้านลำ", None, "✓"],
    ]
    for merged in ((), ((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1))):
        sheet = Sheet("ก", 1, rows, merged=merged)
        header = headers.find(sheet, load("council"))
        assert header is not None
        assert header.last == 1
        assert said(tables.read(sheet, header, load("council")))[1:] == ["active", NONE]


def test_answers_to_another_question_leave_the_status_open() -> None:
    table = read(["แผนพัฒนา"], [["มี"], ["ไม่มี"], [None]])
    assert said(table) == [None, None, None]
    assert table.answers is not None
    assert [heading.text for heading in table.answers.undecided] == ["แผนพัฒนา"]


def test_day_of_registration_speaks_beside_answers_to_another_question() -> None:
    cells: list[list[Cell]] = [["1/2/2560", "มี"], ["1/2/2560", "ไม่มี"], [None, "มี"]]
    assert said(read(["วันที่จดแจ้ง", "แผนพัฒนา"], cells)) == ["active", None, None]


def test_running_numbers_and_counts_are_no_answers() -> None:
    cells: list[list[Cell]] = [[1, 0, 1], [1, 1, 2]]
    table = read(["ลำดับ", "ประชุม", "หมู่ที่"], cells)
    assert said(table) == ["active", "active"]


def test_remark_speaks_for_its_row_alone() -> None:
    table = read(["หมายเหตุ"], [["ยุบเลิก"], [None], ["ประชุม 3 ครั้ง"], ["มี"]])
    assert said(table) == ["dissolved", "active", "active", "active"]
    assert said(read(["หมายเหตุ"], [["ยุบเลิก"], [None]])) == ["dissolved", "active"]


def test_columns_that_differ_leave_the_row_open() -> None:
    cells: list[list[Cell]] = [["มี", "มี"], ["ไม่มี", "มี"], [None, "ไม่มี"]]
    assert said(read(["สภาฯ 2566", "สภาฯ 2567"], cells)) == ["active", None, NONE]


def test_two_columns_of_status_that_differ_leave_the_row_open() -> None:
    cells: list[list[Cell]] = [["ยุบเลิก", "จดแจ้งแล้ว"], ["จดแจ้งแล้ว", "จดแจ้งแล้ว"], ["ยุบเลิก", None]]
    assert said(read(["สถานะ", "สถานะ"], cells)) == [None, "active", "dissolved"]
    assert said(read(["สถานะสภา", "สถานะปัจจุบัน"], cells)) == [None, "active", "dissolved"]


def test_word_that_nobody_knows_rejects_its_row() -> None:
    table = read(["สภาฯ"], [["มี"], ["ไม่มี"], ["รอผู้ว่าลงนาม"]])
    assert said(table) == ["active", NONE, "registers_other_word"]
    assert table.verdicts[3].reason_values["column"] == "สภาฯ"


def test_registers_without_a_status_are_left_alone() -> None:
    table = read(["ชื่อโครงการ", "ครัวเรือน"], [["มี", 1], ["มี", 2]], "housing")
    assert table.answers is None
    assert "project_name" in table.header.columns
