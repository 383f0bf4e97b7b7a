"""What stands above, beside and over the cells of a table; numbers that nobody can share out."""

from decimal import Decimal
from typing import Any

import pytest

from areamap.registers import headers, merges, tables, titles
from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import load
from areamap.registers.repeats import ignore_repeated
from areamap.registers.tables import Table
from areamap.registers.titles import Title


def read(rows: list[list[Any]], register: str, name: str = "ก", merged: Any = ()) -> Table:
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    sheet = Sheet(name, 1, padded, first_row=3, merged=merged)
    header = headers.find(sheet, load(register))
    assert header is not None
    return tables.read(sheet, header, load(register))


@pytest.mark.parametrize(
    ("above", "name", "title"),
    [
        ("งบประมาณ ปีงบประมาณ ๒๕๖๖ จังหวัดสระบุรี", "a", Title(2566, "สระบุรี")),
        ("ปีงบประมาณ พ.ศ. 2566", "สระบุรี", Title(2566, "สระบุรี")),
        ("ปีงบประมาณ 2565-2566", "a", Title()),
        ("ปี 2565 และ ปี 2566 จังหวัดสระบุรี จังหวัดลพบุรี", "a", Title()),
        ("ณ วันที่ 30 กันยายน พ.ศ. 2566", "Sheet1", Title()),
        ("FY2023", "a", Title(2566)),
        ("อ.วิหารแดง จ.สระบุรี (หน่วย : ล้านบาท)", "a", Title(None, "สระบุรี", "วิหารแดง", Decimal(10**6))),
        ("กรุงเทพมหานคร", "a", Title(None, "กรุงเทพมหานคร")),
        ("สภาองค์กรชุมชน", "ปี 2566", Title(2566)),
        ("จังหวัดผี", "a", Title()),
        ("งบประมาณ", "2566", Title(2566)),
        ("ปีงบประมาณ 2565", "2566", Title()),
    ],
)
def test_titles(above: str, name: str, title: Title) -> None:
    sheet = Sheet(name, 1, [[above, None], ["ตำบล", "ปี"]])
    header = headers.find(sheet, load("fund"))
    assert header is not None
    assert titles.read(sheet, header) == title


def test_text_is_filled_and_numbers_are_not() -> None:
    sheet = Sheet(
        "ก",
        1,
        [["อำเภอ", "ตำบล", "สมาชิก", "หมายเหตุ"], ["ก", "ข", 5, "ค"], [None] * 4, [None] * 4],
        merged=((1, 0, 3, 0), (1, 1, 1, 1), (1, 2, 2, 2), (1, 3, 9, 3), (0, 0, 0, 1)),
    )
    register = load("fund")
    header = headers.find(sheet, register)
    assert header is not None
    columns = {h.position: register.column(name) for name, h in header.columns.items()}
    filled, shared = merges.fill(sheet.rows, sheet, header, columns)
    assert [row[0] for row in filled[1:]] == ["ก", "ก", "ก"]
    assert [row[2] for row in filled[1:]] == [5, None, None]
    assert [row[3] for row in filled[1:]] == ["ค", "ค", "ค"]
    assert shared == [merges.SharedNumber(2, range(1, 3))]
    assert sheet.rows[2] == [None] * 4


def test_municipality_over_two_columns_is_not_the_district() -> None:
    rows = [["ตำบล", "อำเภอ", "สถานะ"], ["ทต.วิหารแดง", None, "มี"]]
    table = read(rows, "council", merged=((1, 0, 1, 1),))
    assert (table.columns["tambon"][1], table.columns["district"][1]) == ("ทต.วิหารแดง", None)


def test_number_over_rows_of_which_one_is_a_record() -> None:
    rows: list[list[Cell]] = [
        ["ตำบล", "ปี", "งบประมาณ"],
        ["ก", 2566, 5],
        [None, None, None],
        ["ข", 2566, 6],
    ]
    table = read(rows, "budget", merged=((1, 2, 2, 2),))
    assert {row: v.reason_key for row, v in table.verdicts.items()} == {
        0: "registers_header_row",
        2: "registers_blank_row",
    }


def test_sections_and_titles_fill_only_what_is_not_said() -> None:
    rows = [
        ["งบประมาณ ปีงบประมาณ 2566"],
        ["จังหวัด", "อำเภอ", "ตำบล", "งบประมาณ"],
        ["จังหวัดสระบุรี"],
        [None, "อำเภอวิหารแดง"],
        [None, None, "เจริญธรรม", 1],
        [None, "หนองแค", "หนองแค", 2],
        ["ลพบุรี", None, None, 3],
        [None, "อ.หนองแค"],
        [None, None, "โคกตูม", 4],
        ["จังหวัดลพบุรี"],
        [None, None, "โคกตูม", 5],
    ]
    table = read(rows, "budget")
    said = list(
        zip(*(table.columns[name] for name in ("province", "district", "tambon")), strict=True)
    )
    assert [
        place for place, amount in zip(said, table.columns["amount_baht"], strict=True) if amount
    ] == [
        ("สระบุรี", "วิหารแดง", "เจริญธรรม"),
        ("สระบุรี", "หนองแค", "หนองแค"),
        ("ลพบุรี", None, None),
        ("สระบุรี", "หนองแค", "โคกตูม"),
        ("ลพบุรี", None, "โคกตูม"),
    ]
    assert table.numbers[0] == 3


def test_sum_without_a_word_is_no_record_and_a_line_without_a_place_is_rejected() -> None:
    rows = [
        ["ตำบล", "ปี", "งบประมาณ"],
        ["ก", 2566, 100],
        ["ข", 2566, 50],
        [None, None, 150],
        ["ค", 2566, 70],
        ["ง", 2566, 30],
        [None, None, 100],
        [None, None, 250],
        [None, 2566, 77],
    ]
    table = read(rows, "budget")
    assert {row: v.reason_key for row, v in table.verdicts.items() if row} == {
        3: "registers_sum_of_rows",
        6: "registers_sum_of_rows",
        7: "registers_sum_of_rows",
        8: "registers_no_place",
    }


def test_status_that_another_column_implies() -> None:
    rows = [
        ["ตำบล", "สถานะ", "วันที่ยุบเลิก"],
        ["ก", None, "1/1/2566"],
        ["ข", None, None],
        ["ค", "มี", "1/1/2566"],
    ]
    assert read(rows, "council").columns["record_status"][1:] == ["dissolved", None, "active"]
    without = [[row[0], row[2]] for row in rows]
    assert read(without, "council").columns["record_status"] == [
        *(None, "dissolved", "active", "dissolved"),
    ]


def test_row_is_repeated_only_when_every_cell_is() -> None:
    rows = [
        ["ที่", "ตำบล", "หมู่บ้าน"],
        [1, "ก", "บ้านเหนือ"],
        [2, "ก", "บ้านเหนือ"],
        [3, "ก", "บ้านใต้"],
    ]
    first, second = read(rows, "council", "หนึ่ง"), read(rows[:2], "council", "สอง")
    ignore_repeated([first, second], load("council"))
    assert first.verdicts[2].reason_values == {"sheet": "หนึ่ง", "row": 4}
    assert set(first.verdicts) == {0, 2}
    assert set(second.verdicts) == {0, 1}


def test_one_bad_value_rejects_its_row_and_keeps_the_rest() -> None:
    rows = [["ตำบล", "สมาชิก", "เงินกองทุน"], ["ก", "งง", "5 บาท"], ["ข", 3, 7]]
    table = read(rows, "fund")
    assert table.verdicts[1].status == "rejected"
    assert table.verdicts[1].reason_values == {"column": "สมาชิก", "value": "งง"}
    assert table.columns["circulating_baht"] == [None, Decimal(5), Decimal(7)]
    assert table.columns["members"] == [None, None, 3]


def test_citizen_number_typed_as_a_number_is_masked_and_an_amount_is_not() -> None:
    rows = [
        ["ตำบล", "เงินกองทุน", "อื่น"],
        ["ก", 1103700123456, 1103700123456.0],
        ["ข", 5, 6],
        ["ค", 7, 8],
    ]
    table = read(rows, "fund")
    assert table.cells[1] == ["ก", "1103700123456", "•••"]
    assert table.columns["circulating_baht"][1] == 1103700123456
    assert table.masked == 1
