"""Totals are told by their words, and no area is one."""

import pytest

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers.totals import is_total


@pytest.mark.parametrize(
    "text",
    [
        *("รวม", "รวม:", "ร ว ม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ยอดรวม", "ผลรวม", "รวม (บาท)"),
        *("รวมเป็นเงิน", "รวมเป็นเงินทั้งสิ้น", "รวมงบประมาณ", "รวมงบดำเนินงาน", "สรุป", "สรุปรวม"),
        *("รวมอำเภอวิหารแดง", "รวม อ.วิหารแดง", "รวมสระบุรี", "รวม 5 ตำบล", "รวมจังหวัดสระบุรี"),
        *("รวมทั้งจังหวัด", "ยอดรวมทั้งจังหวัด", "รวมทั้งอำเภอ", "ยอดรวมอำเภอวิหารแดง"),
        "ผลรวมอำเภอวิหารแดง",
        *(
            "วิหารแดง รวม",
            "อ.วิหารแดง รวม",
            "วิหารแดง Total",
            "สระบุรี ผลรวม",
            "2566 ผลรวม",
            "ผลรวมทั้งหมด",
        ),
        *("รวมทั้งหมด 111 ตำบล", "รวมทั้งสิ้น 5 โครงการ", "รวมทั้งสิ้น (หนึ่งแสนบาทถ้วน)", "รวม เจริญธรรม"),
        *(
            "Total",
            "Grand Total",
            "Subtotal",
            "TOTAL 111",
            "ทั้งหมด",
            "เฉลี่ย",
            "คิดเป็นร้อยละ",
            "ยอดยกมา",
        ),
    ],
)
def test_totals(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text",
    [
        *("รวมไทยพัฒนา", "ต.รวมไทยพัฒนา", "ตำบลรวมไทยพัฒนา", "อบต.รวมไทยพัฒนา", "โพกรวม"),
        *("รวมพลังชุมชน", "รวมกลุ่มอาชีพ", "รวมใจ", "ศูนย์รวม", "พัฒนาแบบองค์ รวม"),
        *("สรุปบทเรียน", "สรุปผลการดำเนินงาน"),
    ],
)
def test_what_only_looks_like_a_total(text: str) -> None:
    assert not is_total(text)


def test_no_area_is_a_total() -> None:
    names = [
        name
        for level in (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)
        for name in gazetteer.areas(level)["name_th"]
    ]
    prefixes = ("", "ต.", "ตำบล", "อ.", "จ.", "อบต.", "ทต.", "เทศบาลตำบล", "บ้าน", "ชุมชน")
    assert len(names) > 8000
    assert not [prefix + name for prefix in prefixes for name in names if is_total(prefix + name)]
