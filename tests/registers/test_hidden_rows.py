"""Rows that Excel does not show are read, and a note says which."""

import struct
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from areamap import settings as app_settings
from areamap.i18n import LANGS
from areamap.registers import _old_hidden, reading, workbooks
from areamap.registers.definitions import load
from tests.hostile.workbook_files import compound
from tests.registers import old_workbooks

LIST = (
    ("ทะเบียนสภาองค์กรชุมชนตำบล",),
    ("จังหวัด", "อำเภอ", "ตำบล"),
    *(("สระบุรี", "วิหารแดง", tambon) for tambon in ("เจริญธรรม", "บ้านลำ", "หนองหมู")),
)
HIDES = (0, 3, 4, 9)


def test_note_names_the_hidden_rows_that_hold_something(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ก")
        sheet.write_row(1, 0, ["จังหวัด", "อำเภอ", "ตำบล"])
        for row, tambon in enumerate(("เจริญธรรม", "บ้านลำ", "หนองหมู"), start=2):
            sheet.write_row(row, 0, ["สระบุรี", "วิหารแดง", tambon])
        for row in (0, 3, 4, 5, 9):
            sheet.set_row(row, None, None, {"hidden": True})
    read = reading.read(path, load("council"), settings=app_settings.load(tmp_path))
    assert list(read.rows["tambon"].dropna())[-3:] == ["เจริญธรรม", "บ้านลำ", "หนองหมู"]
    said = [note for note in read.notes if note.key == "note_hidden_rows"]
    assert [note.values for note in said] == [{"sheet": "ก", "count": 2, "rows": "4-5"}]
    assert all("4-5" in said[0].text(lang) for lang in LANGS)


def test_an_old_workbook_tells_its_hidden_rows_too(tmp_path: Path) -> None:
    path = old_workbooks.write(tmp_path / "a.xls", LIST, hides=HIDES)
    read = reading.read(path, load("council"), settings=app_settings.load(tmp_path))
    assert list(read.rows["tambon"].dropna())[-3:] == ["เจริญธรรม", "บ้านลำ", "หนองหมู"]
    said = [note for note in read.notes if note.key == "note_hidden_rows"]
    assert [note.values for note in said] == [{"sheet": "รายชื่อ", "count": 2, "rows": "4-5"}]
    assert read.hidden == {"รายชื่อ": (4, 5)}


def test_each_sheet_has_its_own(tmp_path: Path) -> None:
    path = old_workbooks.write(tmp_path / "a.xls", LIST, hides=HIDES)
    sheets = workbooks.read(path, app_settings.load(tmp_path)).sheets
    assert [(each.name, each.hidden, each.hidden_rows) for each in sheets] == [
        ("รายชื่อ", False, (1, 4, 5, 10)),
        ("เก่า", True, (1,)),
    ]


def test_excel_95_tells_them_in_its_way(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(old_workbooks.excel_95(LIST, codepage=874, hides=HIDES))
    (sheet,) = workbooks.read(path, app_settings.load(tmp_path)).sheets
    assert sheet.hidden_rows == (1, 4, 5)


def test_a_large_one_whose_table_of_sectors_has_a_table_itself(tmp_path: Path) -> None:
    rows = [(f"{number:04}" + "x" * 4_000,) for number in range(2_000)]
    path = old_workbooks.write(tmp_path / "a.xls", rows, hides=(1, 1_999), encoding="ascii")
    assert path.stat().st_size > 109 * 128 * 512
    assert _old_hidden.rows(path) == {1: [2, 2_000], 2: [1]}


def turning(at: int) -> bytes:
    """Return a workbook with one thing of its header made to lead round in a circle, or nowhere."""
    content = bytearray(old_workbooks.excel_95(LIST, codepage=874))
    content[512 * 3 : 512 * 4] = b"\xff" * 508 + struct.pack("<I", 2)
    content[at : at + 4] = struct.pack("<I", 2)
    return bytes(content)


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        old_workbooks.OLE + b"\0" * 600,
        old_workbooks.OLE + b"\xff" * 600,
        turning(68),
        turning(48),
        turning(76),
        compound({}),
        compound({"Other": b"x"}),
        compound({"Workbook": b""}),
        compound({"Workbook": record(0x809, b"\0" * 8) + record(0x85, b"\xff" * 12) + record(10)}),
        compound({"Workbook": record(0x809, b"\0" * 8) + record(0x85, b"\0")}),
    ],
)
def test_what_it_does_not_know_tells_of_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert not any(_old_hidden.rows(path).values())


@given(data=st.data())
def test_a_file_that_was_changed_ends_it_in_good_order(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("old") / "a.xls"
    content = bytearray(old_workbooks.excel_95(LIST, codepage=874, hides=HIDES))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=9)):
        content[at] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    found = _old_hidden.rows(path)
    assert all(1 <= row <= 65_536 for rows in found.values() for row in rows)
