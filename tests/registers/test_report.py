"""The report has a line for each row of the sheet and is safe to open in Excel."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap import settings as app_settings
from areamap.errors import FileError
from areamap.places.matching import Matcher
from areamap.registers import reading, report
from areamap.registers.definitions import load
from areamap.registers.joining import Draft, join
from tests.registers import messy


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    folder = tmp_path_factory.mktemp("report")
    path = messy.write(folder / "a.xlsx", messy.COUNCILS, messy.COUNCIL_MERGES)
    settings = app_settings.load(folder)
    return join(reading.read(path, load("council"), settings=settings), Matcher())


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_one_line_per_row_of_the_sheet(draft: Draft, tmp_path: Path) -> None:
    report.write(draft, tmp_path / "out.csv", "th")
    lines = read(tmp_path / "out.csv")
    assert lines[0][:6] == ["sheet", "row", "status", "area_code", "suggested_codes", "reason"]
    assert lines[0][6:9] == ["ลำดับ", "ที่ตั้ง / จังหวัด", "ที่ตั้ง / อำเภอ"]
    assert [int(line[1]) for line in lines[1:]] == list(range(1, len(messy.COUNCILS) + 1))
    assert [line[2] for line in lines[1:]] == [line.status for line in messy.COUNCILS]
    assert all(line[5] for line in lines[1:])
    # Cells merged over rows 7 to 9 are told in each of them, dates as ISO.
    assert lines[9][6:11] == ["3", "สระบุรี", "วิหารแดง", "หนองหมู\u200b", "2009-03-15"]
    assert "081" not in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_reasons_in_the_language_asked_for(draft: Draft, tmp_path: Path) -> None:
    report.write(draft, tmp_path / "out.csv", "en")
    reasons = [line[5] for line in read(tmp_path / "out.csv")]
    assert "There is no day “31/2/2566” in the calendar" in reasons[14]
    assert reasons[10] == "A total; it is not counted again"


def test_begins_with_a_mark_for_excel(draft: Draft, tmp_path: Path) -> None:
    report.write(draft, tmp_path / "out.csv", "th")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfsheet,row,status,")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("=HYPERLINK(0)", "'=HYPERLINK(0)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+66 81", "'+66 81"),
        ("-cmd", "'-cmd"),
        ("-", "'-"),
        ("\tx", "'\tx"),
        ("-5", "-5"),
        ("-5,000.50", "-5,000.50"),
        ("+3", "+3"),
        ("ตำบล", "ตำบล"),
    ],
)
def test_formulas_are_disarmed(text: str, shown: str) -> None:
    assert report.guarded(text) == shown


@given(st.text(max_size=20))
def test_nothing_that_begins_a_formula_is_left(text: str) -> None:
    shown = report.guarded(text)
    assert shown[:1] not in {"=", "@", "\t", "\r"}
    assert shown.removeprefix("'") == text or shown == text


def test_own_headings_differ_from_the_reports(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ตำบล,status,row\nหนองแค,active,9\n", encoding="utf-8")
    found = reading.read(tmp_path / "a.csv", load("council"), settings=app_settings.load(tmp_path))
    report.write(join(found, Matcher()), tmp_path / "out.csv", "th")
    assert read(tmp_path / "out.csv")[0][6:] == ["ตำบล", "status (2)", "row (2)"]


def test_place_that_can_not_be_written(draft: Draft, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        report.write(draft, tmp_path / "none" / "out.csv", "th")
    assert caught.value.key == "registers_report_unwritable"
