"""Workbooks that Excel opens as they are meant."""

from io import BytesIO

import openpyxl
import pandas as pd
from pandas import DataFrame

from areamap.briefs.workbook import workbook


def opened(table: DataFrame, **told: object) -> openpyxl.worksheet.worksheet.Worksheet:
    options = {"sheet": "รายการ", "title": "หัวเรื่อง", "about": ("ฐาน: ตำบล",)} | told
    content = workbook(table, **options)  # type: ignore[arg-type]
    return openpyxl.load_workbook(BytesIO(content)).active


TABLE = DataFrame(
    {
        "ชื่อ": ["เจริญธรรม", "=1+1", "@x", "http://x.test/"],
        "ประชากร": pd.array([5120, None, 7, 0], dtype="Int64"),
        "รหัส": ["190406", "010101", "+1", "-1"],
    }
)


def test_title_lines_heading_and_rows() -> None:
    sheet = opened(TABLE)
    assert sheet["A1"].value == "หัวเรื่อง"
    assert sheet["A2"].value == "ฐาน: ตำบล"
    assert [cell.value for cell in sheet[4]] == ["ชื่อ", "ประชากร", "รหัส"]
    assert [cell.value for cell in sheet[5]] == ["เจริญธรรม", 5120, "190406"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:C8"


def test_a_text_never_becomes_a_formula_or_a_link() -> None:
    sheet = opened(TABLE)
    for row in range(5, 9):
        for cell in sheet[row]:
            assert cell.data_type != "f"
            assert cell.hyperlink is None
    assert sheet["A6"].value == "=1+1"


def test_codes_keep_their_zeros_and_missing_is_empty_but_zero_is_zero() -> None:
    sheet = opened(TABLE)
    assert sheet["C6"].value == "010101"
    assert sheet["B6"].value is None
    assert sheet["B8"].value == 0


def test_a_sheet_may_be_called_anything() -> None:
    assert opened(TABLE, sheet="a/b:c*?[d]" + "x" * 40).title.startswith("abcd")
    assert opened(TABLE, sheet="//").title == "Sheet1"


def test_an_empty_list_is_a_workbook_too() -> None:
    sheet = opened(TABLE.head(0))
    assert [cell.value for cell in sheet[4]] == ["ชื่อ", "ประชากร", "รหัส"]
