import pytest

from areamap.errors import FileError
from areamap.registers import choosing, headers, reading
from areamap.registers.cells import Cell, Sheet
from areamap.registers.choosing import Choices
from areamap.registers.definitions import load
from areamap.registers.reading import Reading
from areamap.registers.workbooks import Workbook

HEAD: list[Cell] = ["จังหวัด", "อำเภอ", "ตำบล", "งบประมาณ", "ปีงบประมาณ"]
ROW: list[Cell] = ["สระบุรี", "วิหารแดง", "หนองหมู", 100, 2566]


def read(*rows: list[Cell], choices: Choices, lenient: bool = True) -> Reading:
    return reading.rows_of(
        Workbook((Sheet("ก", 1, list(rows)),)),
        load("budget"),
        choices,
        file_name="ก.csv",
        file_sha256="",
        lenient=lenient,
    )


def test_person_says_what_a_heading_means() -> None:
    head: list[Cell] = [*HEAD[:3], "ได้รับจริง", "ปีงบประมาณ"]
    choices = Choices(columns={"ได้รับจริง": "amount_baht"})
    assert read(head, ROW, choices=choices, lenient=False).rows["amount_baht"].iloc[1] == 100
    both: list[Cell] = [*HEAD, "งบประมาณที่ได้รับ"]
    with pytest.raises(FileError):
        read(both, [*ROW, 90], choices=Choices(), lenient=False)
    chosen = Choices(columns={"งบประมาณที่ได้รับ": "amount_baht"})
    assert read(both, [*ROW, 90], choices=chosen, lenient=False).rows["amount_baht"].iloc[1] == 90
    none = Choices(columns={"งบประมาณ": ""})
    assert (
        read(both, [*ROW, 90], choices=none, lenient=False).columns["งบประมาณที่ได้รับ"]
        == "amount_baht"
    )


def test_two_columns_of_one_number_wait_for_a_person() -> None:
    found = read([*HEAD, "งบประมาณ"], [*ROW, 90], choices=Choices())
    assert "amount_baht" not in found.columns.values()
    assert found.rows["status"].tolist() == ["ignored", "rejected"]


def test_person_says_which_row_is_the_header() -> None:
    title: list[Cell] = ["รายงาน", "อำเภอ", None, None, None]
    found = read(title, HEAD, ROW, choices=Choices(header_row=2))
    assert found.headers[0][1].last == 1
    assert found.columns["จังหวัด"] == "province"
    wrong = read(title, HEAD, ROW, choices=Choices(header_row=1))
    assert wrong.headers[0][1].last == 0
    assert len(wrong.rows) == 3
    with pytest.raises(FileError):
        read(HEAD, ROW, choices=Choices(header_row=9), lenient=False)


def test_lenient_reading_loses_no_row() -> None:
    found = read(["a", "b", "c", "d", "e"], ROW, ROW, choices=Choices())
    assert len(found.rows) == 3
    assert found.rows["status"].iloc[1] == "rejected"
    with pytest.raises(FileError):
        read(choices=Choices())


def test_row_of_units_is_not_the_row_of_headings() -> None:
    rows = [HEAD, [None, None, None, "(บาท)", None], ROW]
    header = headers.find(Sheet("ก", 1, rows), load("budget"))
    assert header is not None
    assert (header.last, headers.heading_row(Sheet("ก", 1, rows), header)) == (1, 0)


def test_blank_sheet_has_no_header() -> None:
    assert choosing.nearest(Sheet("ก", 1, [[None, " "]]), load("budget"), Choices()) is None
