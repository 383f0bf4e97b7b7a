"""Totals, sections and remarks are told from records."""

import pytest

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers import headers, rowkinds
from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import load
from areamap.registers.headers import Header

HEADINGS: list[Cell] = ["ที่", "อำเภอ", "ตำบล", "จำนวนองค์กรสมาชิก", "หมายเหตุ"]
PLACES = frozenset({1, 2})


@pytest.fixture(scope="module")
def header() -> Header:
    found = headers.find(Sheet("ก", 1, [HEADINGS]), load("council"))
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["รวม", "รวมทั้งจังหวัด", "วิหารแดง ผลรวม"])
def test_totals(text: str, header: Header) -> None:
    row: list[Cell] = [None, text, None, 24, None]
    assert rowkinds.kind(row, header, PLACES) == rowkinds.Kind("registers_total_row")


@pytest.mark.parametrize("text", ["รวมไทยพัฒนา", "โพกรวม", "รวมพลังชุมชน"])
def test_what_only_looks_like_a_total(text: str, header: Header) -> None:
    assert rowkinds.kind([1, "พบพระ", text, 24, None], header, PLACES) is None


def test_no_area_is_a_total_a_remark_or_a_section(header: Header) -> None:
    for level in (Level.TAMBON, Level.DISTRICT, Level.PROVINCE):
        for name in gazetteer.areas(level)["name_th"]:
            assert rowkinds.kind([1, "ก", name, 24, None], header, PLACES) is None
            assert rowkinds.kind([None, None, name, None, None], header, PLACES) is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([None, " ", "\u200b", None, None], "registers_blank_row"),
        (["ที่", "อำเภอ", "ตำบล", "จำนวนองค์กรสมาชิก", "หมายเหตุ"], "registers_header_row"),
        ([None, "อำเภอ", "ตำบล", None, None], "registers_header_row"),
        ([12, None, None, None, None], "registers_numbered_blank_row"),
        (["12.", "-", None, "-", None], "registers_numbered_blank_row"),
        (["หมายเหตุ ข้อมูลเบื้องต้น", None, None, None, None], "registers_remark_row"),
        (["ที่มา: พอช.", None, None, None, None], "registers_remark_row"),
        (["ลงชื่อ", None, None, None, "ผู้รับรอง"], "registers_remark_row"),
        ([None, None, "ลงชื่อ", "•••", None], "registers_remark_row"),
        (["ตารางนี้ยังไม่ครบ", None, None, None, None], "registers_remark_row"),
    ],
)
def test_rows_without_a_record(row: list[Cell], reason: str, header: Header) -> None:
    found = rowkinds.kind(row, header, PLACES)
    assert found is not None
    assert found.reason_key == reason


def test_sections(header: Header) -> None:
    district = rowkinds.kind([None, "2. อำเภอวิหารแดง (6 ตำบล)", None, None, None], header, PLACES)
    assert district == rowkinds.Kind("registers_section_row", district="วิหารแดง")
    province = rowkinds.kind(["จังหวัดสระบุรี", None, None, None, None], header, PLACES)
    assert province == rowkinds.Kind("registers_section_row", province="สระบุรี")


@pytest.mark.parametrize(
    "row",
    [
        [1, "วิหารแดง", "เจริญธรรม", 24, None],
        [None, None, "เจริญธรรม", None, None],
        [1, None, None, 24, None],
        [1, None, None, None, "ยังไม่ทราบตำบล"],
        [None, "ตำบล", "เจริญธรรม", 24, "รวม"],
    ],
)
def test_rows_that_may_be_records(row: list[Cell], header: Header) -> None:
    assert rowkinds.kind(row, header, PLACES) is None
