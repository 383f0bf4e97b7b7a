"""An .xls comes in like an .xlsx: Thai letters, dates, merged headings, money, hidden sheets."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from areamap import settings as app_settings
from areamap.places.matching import Matcher
from areamap.registers import _old_letters, joining, reading, workbooks
from areamap.registers.definitions import load
from areamap.registers.drafts import Draft
from tests.registers import old_workbooks

COUNCILS = (
    ("ทะเบียนสภาองค์กรชุมชนตำบล จังหวัดสระบุรี",),
    (),
    ("ที่ตั้ง", None, None, "วันที่จดแจ้ง", "จำนวนกลุ่ม"),
    ("จังหวัด", "อำเภอ", "ตำบล"),
    ("สระบุรี", "วิหารแดง", "เจริญธรรม", date(2016, 3, 15), 24),
    ("สระบุรี", "วิหารแดง", "หนองหมู", date(2009, 7, 1), None),
    ("สระบุรี", "วิหารแดง", "บ้านลำ", "๑๕ มี.ค. ๒๕๕๓", 3),
    ("รวม", None, None, None, 27),
)
MERGES = ((0, 0, 0, 4), (2, 2, 0, 2), (2, 3, 3, 3), (2, 3, 4, 4))
BUDGET = (
    ("จังหวัด", "อำเภอ", "ตำบล", "ปีงบประมาณ", "หน่วยงาน", "งบประมาณ (บาท)"),
    ("สระบุรี", "วิหารแดง", "เจริญธรรม", 2566, "พอช.", 73250.5),
    ("สระบุรี", "หนองแค", "หนองไข่น้ำ", "๒๕๖๖", "อบจ.", "1,500,000"),
    ("รวมทั้งสิ้น", None, None, None, None, 1573250.5),
)


def joined(path: Path, register: str) -> Draft:
    read = reading.read(path, load(register), settings=app_settings.load(path.parent))
    return joining.join(read, Matcher())


@pytest.mark.parametrize("encoding", ["cp874", "utf-8"])
def test_councils_of_excel_97(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "สภา.xls"
    old_workbooks.write(path, COUNCILS, merges=MERGES, encoding=encoding)
    draft = joined(path, "council")
    assert draft.sheet == "รายชื่อ"
    assert {state: count for state, count in draft.counts().items() if count} == {
        "matched": 3,
        "ignored": 5,
    }
    records = draft.rows[draft.rows["status"] == "matched"]
    assert list(records["area_code"]) == ["190406", "190401", "190402"]
    assert list(records["registered_date"]) == [
        date(2016, 3, 15),
        date(2009, 7, 1),
        date(2010, 3, 15),
    ]
    assert list(draft.cells.columns)[:4] == [
        *(f"ที่ตั้ง / {name}" for name in ("จังหวัด", "อำเภอ", "ตำบล")),
        "วันที่จดแจ้ง",
    ]


def test_budget_of_excel_97(tmp_path: Path) -> None:
    draft = joined(old_workbooks.write(tmp_path / "งบ.xls", BUDGET), "budget")
    assert draft.counts()["matched"] == 2
    assert draft.baht()["matched"] == Decimal("1573250.50")
    assert list(draft.rows["fiscal_year"].dropna()) == [2566, 2566]


@pytest.mark.parametrize("codepage", [874, 1252, None])
def test_excel_95_with_letters_of_one_byte(tmp_path: Path, codepage: int | None) -> None:
    path = tmp_path / "สภา.xls"
    path.write_bytes(old_workbooks.excel_95(COUNCILS[3:7], codepage=codepage))
    (sheet,) = workbooks.read(path, app_settings.load(tmp_path)).sheets
    assert sheet.name == "รายชื่อ"
    assert sheet.rows[1] == ["สระบุรี", "วิหารแดง", "เจริญธรรม", date(2016, 3, 15), 24]


@pytest.mark.parametrize(
    "text", ["café", "Müller & Söhne", "สภา", "ÊÀÒ สภา", "naïve", "", "–", "ÿÿ"]
)
def test_what_is_not_thai_stays(text: str) -> None:
    assert _old_letters.mended(text) == text
