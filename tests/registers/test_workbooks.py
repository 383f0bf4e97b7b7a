"""Files of every kind are opened, and hostile ones end in a sentence."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import openpyxl
import pandas as pd
import pytest
import xlsxwriter

from areamap import settings as app_settings
from areamap.errors import FileError
from areamap.registers import workbooks
from areamap.settings import Settings

THAI = [["ตำบล", "จำนวน"], ["หนองไข่น้ำ", "24"]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return app_settings.load(tmp_path)


def refused(path: Path, settings: Settings) -> str:
    with pytest.raises(FileError) as caught:
        workbooks.read(path, settings)
    assert path.name in caught.value.text("th") or caught.value.key == "registers_sheet_too_large"
    return caught.value.key


def test_excel_keeps_row_numbers_types_and_merges(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ก")
        sheet.write_row(4, 1, ["ตำบล", 24, True])
        sheet.write_datetime(5, 2, datetime(2023, 3, 15), workbook.add_format({"num_format": 14}))  # noqa: DTZ001  # a cell has no zone
        sheet.merge_range("B6:B7", "ข")
        workbook.add_worksheet("ว่าง")
    found = workbooks.read(path, settings).sheets
    assert [(sheet.name, sheet.number, sheet.first_row) for sheet in found] == [
        ("ก", 1, 5),
        ("ว่าง", 2, 1),
    ]
    assert found[0].rows[:2] == [["ตำบล", 24, True], ["ข", date(2023, 3, 15), None]]
    assert found[0].merged == ((1, 0, 2, 0),)
    assert found[1].rows == []


def test_hidden_rows_are_read_and_told(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("หน้า & ปก")
        sheet = workbook.add_worksheet("ก < ข & ค")
        for row in range(2, 3000):
            sheet.write_row(row, 0, ["สระบุรี", "วิหารแดง", f"ตำบล {row}", 24])
        for row in (3, 4, 2900):
            sheet.set_row(row, None, None, {"hidden": True})
    found = workbooks.read(path, settings).sheets[1]
    assert found.hidden_rows == (4, 5, 2901)
    assert found.rows[1][2] == "ตำบล 3"
    assert found.first_row == 3
    by_hand = tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    book.active.append([1])
    book.active.row_dimensions[1].hidden = True
    book.save(by_hand)
    assert workbooks.read(by_hand, settings).sheets[0].hidden_rows == (1,)


def test_only_the_sheet_that_is_named_is_read(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.xlsx"
    with pd.ExcelWriter(path) as writer:
        for name in ("ก", "ข"):
            pd.DataFrame({"ตำบล": [1]}).to_excel(writer, sheet_name=name, index=False)
    by_name = workbooks.read(path, settings, sheet="ข").sheets
    assert [len(sheet.rows) for sheet in by_name] == [0, 2]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("cp874", "cp874"), ("utf-16", "utf-16")],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_in_the_encodings_of_offices(
    tmp_path: Path, settings: Settings, encoding: str, told: str, delimiter: str
) -> None:
    path = tmp_path / "a.csv"
    text = "\r\n".join(["รายชื่อสภา", *(delimiter.join(row) for row in THAI)])
    path.write_bytes(text.encode(encoding))
    book = workbooks.read(path, settings)
    assert book.encoding == told
    assert book.sheets[0].rows == [["รายชื่อสภา", None], *THAI]


def test_quoted_line_break_stays_in_its_cell(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.csv"
    path.write_text('ตำบล,หมายเหตุ\nก,"สอง\nบรรทัด"\nข,\n', encoding="utf-8")
    rows = workbooks.read(path, settings).sheets[0].rows
    assert rows == [["ตำบล", "หมายเหตุ"], ["ก", "สอง\nบรรทัด"], ["ข", None]]


def test_parquet_has_its_names_in_row_one(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.parquet"
    frame = pd.DataFrame(
        {"ตำบล": ["ก", None], "บาท": [1.5, None], "n": pd.array([1, None], "Int64")}
    )
    frame["ตำบล"] = frame["ตำบล"].astype("category")
    frame.to_parquet(path)
    rows = workbooks.read(path, settings).sheets[0].rows
    assert rows == [["ตำบล", "บาท", "n"], ["ก", 1.5, 1], [None, None, None]]


def test_old_excel(settings: Settings) -> None:
    book = workbooks.read(Path(__file__).parent / "cases" / "old.xls", settings)
    assert [sheet.name for sheet in book.sheets] == ["สภา"]
    assert book.sheets[0].rows[1] == ["หนองไข่น้ำ", 24, date(2023, 3, 15)]
    assert book.sheets[0].merged == ((2, 0, 3, 0),)


def test_cell_far_out_is_contained(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "far.xlsx"
    book = openpyxl.Workbook()
    book.active["XFD200000"] = "x"  # type: ignore[index]
    book.active["A1"] = "ตำบล"  # type: ignore[index]
    book.save(path)
    began = perf_counter()
    assert refused(path, settings) == "registers_workbook_too_heavy"
    assert perf_counter() - began < 20


def test_archive_that_unpacks_to_too_much(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 5_000_000)
    small = Settings(settings.home, settings.database_url, max_table_bytes=1_000_000)
    assert refused(path, small) == "registers_workbook_too_heavy"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.xlsx", b"", "registers_empty_file"),
        ("a.csv", b"\xef\xbb\xbf\r\n", "registers_empty_file"),
        ("a.xlsx", b"PK\x03\x04 no archive", "registers_workbook_broken"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut", "registers_workbook_broken"),
        ("a.xls", b"<html><table>", "registers_web_page"),
        ("a.pdf", b"%PDF-1.7", "registers_not_a_table"),
        ("a.parquet", b"PAR1 cut", "registers_parquet_broken"),
        ("a.csv", b"a,b\n\xff\xfe\x81\n", "registers_encoding"),
        ("a.csv", b"a,b\n\0\0\n", "registers_encoding"),
    ],
)
def test_broken_files_end_in_a_sentence(
    tmp_path: Path, settings: Settings, name: str, content: bytes, key: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path, settings) == key


def test_zip_that_is_no_workbook(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    assert refused(path, settings) == "registers_workbook_broken"


def test_missing_file(tmp_path: Path, settings: Settings) -> None:
    assert refused(tmp_path / "none.xlsx", settings) == "registers_unreadable_file"


def test_limits_hold_for_every_kind(tmp_path: Path, settings: Settings) -> None:
    few = Settings(settings.home, settings.database_url, max_rows=2)
    frame = pd.DataFrame({"ตำบล": ["ก"] * 5})
    frame.to_excel(tmp_path / "a.xlsx", index=False)
    frame.to_csv(tmp_path / "a.csv", index=False)
    frame.to_parquet(tmp_path / "a.parquet")
    for name in ("a.xlsx", "a.csv", "a.parquet"):
        assert refused(tmp_path / name, few) == "registers_sheet_too_large"
    tiny = Settings(settings.home, settings.database_url, max_file_bytes=10)
    assert refused(tmp_path / "a.csv", tiny) == "registers_file_too_large"
