"""A budget list as a province keeps it, with what has to become of each of its rows."""

from pathlib import Path
from typing import Final

import openpyxl

SHEET: Final = "แผนงานปี ๖๖"
PERSONS: Final = ("นางสาวมะลิ ใจดี", "นายบุญมี มั่งคั่ง")
TELEPHONE: Final = "081-234-5678"

_TITLES: Final = (
    ("สรุปงบประมาณโครงการพัฒนาองค์กรชุมชน",),
    ("ปีงบประมาณ พ.ศ. ๒๕๖๖",),
    (),
)
_HEADINGS: Final = (
    ("ลำดับ", "ที่ตั้ง", None, None, "แผนงาน", "หน่วยงาน", "ผู้ประสานงาน", "โทร.", "งบประมาณ (บาท)"),
    (None, "จังหวัด", "อำเภอ", "ตำบล", None, None, None, None, None),
)
_MERGED: Final = ("B4:D4", "A4:A5", "E4:E5", "F4:F5", "G4:G5", "H4:H5", "I4:I5")

JOINED: Final = (
    ("สระบุรี", "วิหารแดง", "ต.เจริญธรรม", 73_250),
    ("จ.สระบุรี", "อ.วิหารแดง", "ตำบลวิหารแดง", "๑๒๐,๐๐๐"),
    ("สระบุรี", "หนองแค", "หนองไข่น\u0e49\u0e4d\u0e32", "50,000 บาท"),
)
SUBTOTAL: Final = ("รวม", None, None, 243_250)
NEAR: Final = (
    ("สระบุรี", "วิหารแดง", "เจริญธรม", 30_000),
    ("สระบุรี", "วิหารแดง", "หนองหมุ", 20_000),
)
ELSEWHERE: Final = (("กาญจนบุรี", "เมืองกาญจนบุรี", "รั้วใหญ่", 40_000),)
UNKNOWN: Final = (("สระบุรี", "หนองแค", "กขฃคฅ", 10_000),)
UNREADABLE: Final = (("สระบุรี", "หนองแค", "หนองแขม", "สิบบาท"),)


def write(path: Path, *, more: tuple[tuple[str, str, str, int], ...] = ()) -> Path:
    """
    Write the list.

    Parameters
    ----------
    path
        Where to.
    more
        Lines at the end that the list has this month and had not before.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for line in (*_TITLES, *_HEADINGS):
        sheet.append(line)
    for area in _MERGED:
        sheet.merge_cells(area)
    number = 0
    for place in (*JOINED, SUBTOTAL, *NEAR, *ELSEWHERE, *UNKNOWN, *UNREADABLE, *more):
        province, district, tambon, amount = place
        if place is SUBTOTAL:
            sheet.append((None, province, None, None, None, None, None, None, amount))
            continue
        number += 1
        who = PERSONS[number % 2]
        what = ("คุณภาพชีวิต", "พอช.", who, TELEPHONE)
        sheet.append((number, province, district, tambon, *what, amount))
    book.save(path)
    return path
