import pytest

from areamap.registers import headers, tables
from areamap.registers.cells import Cell, Sheet
from areamap.registers.corrections import Corrections
from areamap.registers.definitions import load
from areamap.registers.tables import Table

HEAD: list[Cell] = ["จังหวัด", "อำเภอ", "ตำบล", "งบประมาณ (พันบาท)"]
TITLE: list[Cell] = ["งบประมาณ ปี 2566", None, None, None]
ROWS: list[list[Cell]] = [
    TITLE,
    HEAD,
    ["สระบุรี", "วิหารแดง", "หนองหมู", "มาก"],
    ["สระบุรี", "วิหารแดง", "เจริญธรรม", 2],
    ["รวม", None, None, 2],
]


def read(corrections: Corrections, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Table:
    sheet = Sheet("ก", 1, ROWS, merged=merged, first_row=5)
    header = headers.find(sheet, load("budget"))
    assert header is not None
    return tables.read(sheet, header, load("budget"), corrections)


def test_corrected_cell_is_read_in_place_of_the_files() -> None:
    assert read({}).verdicts[2].reason_key == "registers_not_a_number"
    table = read({7: {"amount_baht": "1500"}})
    assert 2 not in table.verdicts
    assert table.columns["amount_baht"][2:4] == [1500, 2000]
    assert table.cells[2][3] == "มาก"


def test_wrong_correction_rejects_the_row() -> None:
    table = read({8: {"amount_baht": "-1 คน"}})
    assert table.verdicts[3].status == "rejected"
    assert table.columns["amount_baht"][3] is None


def test_column_that_the_sheet_has_not_keeps_what_the_title_says_elsewhere() -> None:
    table = read({8: {"fiscal_year": "2567"}})
    assert table.columns["fiscal_year"][2:4] == [2566, 2567]


def test_total_whose_word_is_corrected_is_a_record() -> None:
    table = read({9: {"province": "สระบุรี", "tambon": "บ้านลำ"}})
    assert 4 not in table.verdicts
    assert table.columns["tambon"][4] == "บ้านลำ"


@pytest.mark.parametrize("row", [5, 6, 99, -1])
def test_titles_headings_and_rows_that_are_not_there_are_left_alone(row: int) -> None:
    assert read({row: {"amount_baht": "5"}}).columns == read({}).columns


def test_text_that_is_merged_is_corrected_in_one_row_alone() -> None:
    table = read({8: {"district": "หนองแค"}}, merged=((2, 1, 3, 1),))
    assert table.columns["district"][2:4] == ["วิหารแดง", "หนองแค"]
    assert table.cells[3][1] == "วิหารแดง"
