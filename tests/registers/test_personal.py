"""Persons go, figures stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers import personal
from areamap.registers.cells import Cell
from areamap.registers.headers import Heading


def dropped(*columns: tuple[str, list[Cell]], known: str | None = None) -> list[str]:
    headings = [Heading(i, text, known) for i, (text, _) in enumerate(columns)]
    positions = personal.dropped(headings, lambda position: columns[position][1])
    return [columns[position][0] for position in sorted(positions)]


@pytest.mark.parametrize(
    "heading",
    [
        *("ชื่อ-สกุล", "ชื่อ - นามสกุล", "ประธานสภาฯ", "ชื่อประธานกองทุน", "ผู้ประสานงาน", "โทร.", "เบอร์โทร"),
        *(
            "โทรศัพท์มือถือ",
            "เลขบัตรประชาชน",
            "เลข 13 หลัก",
            "เลขประจำตัวประชาชน (13 หลัก)",
            "อีเมล",
            "E-mail",
        ),
        *(
            "ที่อยู่",
            "บ้านเลขที่",
            "Phone",
            "Mobile No.",
            "Chairperson",
            "National ID",
            "กรรมการ / ชื่อ-สกุล",
        ),
        *("ผู้รับผิดชอบ", "ชื่อผู้ได้รับบ้าน", "Line ID", "ลงชื่อ"),
        *("จดแจ้งโดย", "ผู้แจ้ง", "ผู้จดแจ้ง", "ผู้บันทึก", "ผู้รายงาน", "เลขานุการ", "บันทึกโดย"),
    ],
)
def test_heading_of_persons(heading: str) -> None:
    assert dropped((heading, ["x"])) == [heading]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "จำนวนกรรมการ (คน)",
            "กรรมการ (คน)",
            "จำนวนผู้รับประโยชน์",
            "ชื่อโครงการ",
            "ชื่อหมู่บ้าน",
            "หน่วยงานผู้รับผิดชอบ",
        ),
        *("ที่อยู่อาศัย", "งบประมาณ", "จำนวนครัวเรือนผู้เดือดร้อน", "ลำดับ", "หมายเหตุ", "ชื่อ", "สมาชิก"),
    ],
)
def test_heading_of_something_else(heading: str) -> None:
    assert dropped((heading, ["x", "1"])) == []


def test_heading_that_means_a_column_of_the_register_is_kept() -> None:
    assert dropped(("ประธาน", ["x"]), known="agency") == []


def test_name_beside_a_surname() -> None:
    assert dropped(("ชื่อ", ["ก"]), ("สกุล", ["ข"])) == ["ชื่อ", "สกุล"]


def test_columns_without_a_heading_beside_a_name() -> None:
    columns = ("ตำบล", ["ก"]), ("ชื่อ-สกุล", ["นาย"]), ("(C)", ["ข"]), ("(D)", ["ค"])
    assert dropped(*columns) == ["ชื่อ-สกุล", "(C)", "(D)"]


@pytest.mark.parametrize(
    "cells",
    [
        ["1103700123456", "3-1904-00123-45-6", None],
        [1103700123456.0, 3190400123456.0],
        ["081-234-5678", "0891112222", "-", "036-123456", "02 123 4567"],
        [812345678.0, 891112222.0],
        ["081-2345678, 089-1112222", "โทร. 081 234 5678"],
        ["+66 81 234 5678"],
        ["นายสมชาย ใจดี", "นางสาวสมหญิง", "น.ส.แดง ดี", "Mr. John"],
    ],
)
def test_cells_of_persons_whatever_the_heading(cells: list[Cell]) -> None:
    assert dropped(("อื่น ๆ", cells)) == ["อื่น ๆ"]
    assert dropped(("ชื่อสภา", cells), known="council_name") == ["ชื่อสภา"]


@pytest.mark.parametrize(
    "cells",
    [
        [190406, 190404.0, "720102"],
        ["1,103,700,123,456 บาท", "9,432,302"],
        [73250, 1500000, 400000000],
        ["นางรอง", "นายายอาม", "นางบวช", "นางแล"],
        ["0105536000315", "0994000165676"],
        ["15/03/2566", "01-02-2566", "2566-02-03"],
        ["110402 110403", "200402* 200403*"],
        [3230, 1207],
        [],
        [None, ""],
        ["ติดต่อ 081-234-5678", "ประชุมแล้ว", "ยังไม่ประชุม"],
    ],
)
def test_cells_of_something_else(cells: list[Cell]) -> None:
    assert dropped(("อื่น ๆ", cells)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ติดต่อ นายสมชาย ใจดี 081-234-5678 ด่วน", "ติดต่อ ••• ••• ด่วน"),
        ("โทร.0812345678/0891112222", "โทร.•••/•••"),
        ("0 3621 1234 หรือ 02-123-4567 ต่อ 12", "••• หรือ ••• ต่อ 12"),
        ("02032566", "02032566"),
        ("บัตร 3 1904 00123 45 6", "บัตร •••"),
        ("ซ่อมบ้านนางทองดี มีทรัพย์", "ซ่อมบ้าน•••"),
        ("ซ่อมบ้านนาง ทองดี มีทรัพย์ หมู่ 3", "ซ่อมบ้าน••• หมู่ 3"),
        ("500 บาทนายกมล ใจดี", "500 บาท•••"),
        ("มอบน.ส.แดง ดีมาก 2 หลัง", "มอบ••• 2 หลัง"),
        ("บ้านนางสาวสมใจ นึกดี และบ้านนายดำ แดงดี", "บ้าน••• และบ้าน•••"),
        ("บ้านนางรอง นางสาวสมใจ นึกดี", "บ้านนางรอง •••"),
        ("ซ่อมบ้านนางรอง หมู่ที่ 3", "ซ่อมบ้านนางรอง หมู่ที่ 3"),
        ("โรงเรียนบ้านนางแล เมืองเชียงราย", "โรงเรียนบ้านนางแล เมืองเชียงราย"),
        ("วัดบ้านนางทอง ตำบลเจริญธรรม", "วัดบ้านนางทอง ตำบลเจริญธรรม"),
        ("ชาวนายากจน ในพื้นที่", "ชาวนายากจน ในพื้นที่"),
        ("ทำนายางพารา แปลงใหญ่", "ทำนายางพารา แปลงใหญ่"),
        ("โดยนายกเทศมนตรี วิหารแดง", "โดยนายกเทศมนตรี วิหารแดง"),
        ("ที่ว่าการนายอำเภอ วิหารแดง", "ที่ว่าการนายอำเภอ วิหารแดง"),
        ("ทนายความ อาสา", "ทนายความ อาสา"),
        ("ขุนนาง ชาวบ้าน พัฒนา", "ขุนนาง ชาวบ้าน พัฒนา"),
        ("พนักงาน ประจำ", "พนักงาน ประจำ"),
        ("อ.นางรอง จ.บุรีรัมย์", "อ.นางรอง จ.บุรีรัมย์"),
        ("นางรอง บุรีรัมย์", "นางรอง บุรีรัมย์"),
        ("9,432,302 บาท", "9,432,302 บาท"),
        ("06-03-2566 10:30", "06-03-2566 10:30"),
        ("02-03-2566 1:30", "02-03-2566 1:30"),
    ],
)
def test_single_cells_are_masked(text: str, shown: str) -> None:
    assert personal.mask(text) == shown


def test_no_area_is_taken_for_a_person() -> None:
    for level in (Level.TAMBON, Level.DISTRICT, Level.PROVINCE):
        names = list(gazetteer.areas(level)["name_th"])
        assert not [name for name in names if personal.mask(name) != name]
        assert not [name for name in names if personal.holds_persons([name])]


def test_no_village_or_temple_of_an_area_is_taken_for_a_person() -> None:
    tambons = gazetteer.areas(Level.TAMBON)
    districts = gazetteer.areas(Level.DISTRICT)["name_th"]
    above = tambons["district_code"].map(districts)
    assert len(tambons) == 7436
    for name, district in zip(tambons["name_th"], above, strict=True):
        for word in ("บ้าน", "วัด", "หนอง", "โรงเรียนบ้าน", "ตำบล"):
            for text in (f"{word}{name}", f"{word}{name} {district}", f"{word}{district} {name}"):
                assert personal.mask(text) == text


@given(st.integers(min_value=0, max_value=10**12 - 1), st.sampled_from([",", ""]))
def test_no_amount_is_masked(amount: int, comma: str) -> None:
    text = f"{amount:{comma}} บาท"
    assert personal.mask(text) == text


@given(st.text(max_size=40))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = personal.mask(text)
    assert personal.mask(once) == once
