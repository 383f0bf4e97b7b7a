"""What a list says of itself: how it was written, and which of its columns are read."""

from pathlib import Path

import pytest

from areamap.counting import _heads, lists
from areamap.errors import FileError
from tests.counting import people

FUND = lists.find("fund")
COLUMNS = {"tambon": 4, "district": 5, "province": 6, "state": 7, "from_members_baht": 8}


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp874", "cp874"), ("utf-16", "utf-16")],
)
def test_letters_are_told_by_what_is_there(tmp_path: Path, encoding: str, told: str) -> None:
    path = people.write(tmp_path, [people.person()], encoding=encoding)
    head = _heads.read(path, FUND)
    assert head.encoding == told
    assert head.columns == COLUMNS
    assert head.headings == people.HEADINGS
    assert head.dropped == ("เลขประจำตัวประชาชน", "ชื่อ-สกุล")


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_headings_in_english_say_nothing_of_the_letters_below(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "a.csv"
    rows = "1,x,member\n" * 200_000 + "2,เจริญธรรม,ปกติ\n"
    path.write_bytes(b"no,tambon,status\n" + rows.encode(encoding))
    assert _heads.read(path, FUND).encoding == encoding


def test_a_few_broken_letters_make_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    content = people.text([people.person()] * 50).encode()
    path.write_bytes(content + "ก".encode()[:2] + b"\n")
    assert _heads.read(path, FUND).encoding == "utf-8"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_cells_may_end_with_any_usual_sign(tmp_path: Path, delimiter: str) -> None:
    path = people.write(tmp_path, [people.person()], delimiter=delimiter)
    head = _heads.read(path, FUND)
    assert (head.delimiter, head.columns, head.lines) == (delimiter, COLUMNS, 1)


def test_titles_stand_above_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'รายชื่อสมาชิก,,\n"ณ วันที่\n30 ก.ย. 2566",,\n{people.text([])}', encoding="utf-8")
    assert _heads.read(path, FUND).lines == 4


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ชื่อ,จังหวัด,อำเภอ\nก,ข,ค\n", encoding="utf-8")
    with pytest.raises(FileError) as refusal:
        _heads.read(path, FUND)
    assert refusal.value.key == "counting_columns_missing"
    assert refusal.value.values["columns"] == "ตำบล"
    path.write_text("ชื่อ,โทร\nก,ข\n", encoding="utf-8")
    with pytest.raises(FileError) as refusal:
        _heads.read(path, FUND)
    assert refusal.value.key == "counting_columns_missing"


def test_no_choice_is_made_between_two_columns_of_one_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ตำบล,สถานะ,ตำบล\nก,ปกติ,ข\n", encoding="utf-8")
    with pytest.raises(FileError) as refusal:
        _heads.read(path, FUND)
    assert refusal.value.key == "counting_two_columns"


def test_the_nearest_of_two_headings_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("พื้นที่,ตำบล,สถานะ\nก,ข,ปกติ\n", encoding="utf-8")
    assert _heads.read(path, FUND).columns["tambon"] == 1


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\0\0\0" * 100)
    with pytest.raises(FileError) as refusal:
        _heads.read(path, FUND)
    assert refusal.value.key == "registers_encoding"
