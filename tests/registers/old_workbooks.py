"""Workbooks as Excel wrote them before 2007: of Excel 97 (with xlwt) and of Excel 95 (by hand)."""

import struct
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import xlwt

from tests.hostile.workbook_files import compound

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What an .xls begins with."""

Cells = Sequence[Sequence[str | float | date | None]]
_DAY: Final = xlwt.easyxf(num_format_str="d/m/yyyy")
_THAI_DAY: Final = xlwt.easyxf(num_format_str="[$-D07041E]d mmm bbbb")


def write(
    path: Path,
    rows: Cells,
    *,
    merges: Sequence[tuple[int, int, int, int]] = (),
    hides: Collection[int] = (),
    encoding: str = "cp874",
) -> Path:
    """
    Write rows as an .xls of Excel 97.

    `merges` are first and last row, first and last column; `hides` are numbers of rows, from 0.
    """
    book = xlwt.Workbook(encoding=encoding)
    sheet = book.add_sheet("รายชื่อ", cell_overwrite_ok=True)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write(number, column, cell, _THAI_DAY if number % 2 else _DAY)
            elif cell is not None:
                sheet.write(number, column, cell)
    for top, bottom, left, right in merges:
        sheet.merge(top, bottom, left, right)
    for number in hides:
        sheet.row(number).hidden = True
    hidden = book.add_sheet("เก่า")
    hidden.row(0).hidden = True
    hidden.write(0, 0, "ตำบล")
    hidden.visibility = 1
    book.save(str(path))
    return path


def excel_95(rows: Cells, *, codepage: int | None, hides: Collection[int] = ()) -> bytes:
    """
    Return an .xls of Excel 95, whose letters have one byte each, of CP874.

    Parameters
    ----------
    rows
        Texts and numbers; a date is written as a number that is shown as one.
    codepage
        Which alphabet the file says that they are of; None says nothing.
    hides
        Numbers of rows, from 0.
    """
    day = (date(1899, 12, 30)).toordinal()
    name = "รายชื่อ".encode("cp874")
    cells = b"".join(
        _record(0x208, struct.pack("<8H", number, 0, 9, 255, 0, 0, 0x20 * (number in hides), 0))
        for number in range(len(rows))
    )
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                text = cell.encode("cp874")
                cells += _record(0x204, struct.pack("<4H", number, column, 0, len(text)) + text)
            elif isinstance(cell, date):
                value = struct.pack("<3Hd", number, column, 1, cell.toordinal() - day)
                cells += _record(0x203, value)
            elif cell is not None:
                cells += _record(0x203, struct.pack("<3Hd", number, column, 0, cell))
    alphabet = b"" if codepage is None else _record(0x42, struct.pack("<H", codepage))
    formats = b"".join(_record(0xE0, struct.pack("<8H", 0, each, 1, *[0] * 5)) for each in (0, 14))
    head = _begin(5) + alphabet + formats
    size = struct.pack("<5H", 0, len(rows), 0, max(map(len, rows)), 0)
    end = _record(0x0A, b"")
    told = struct.pack("<HB", 0, len(name)) + name
    at = len(head) + len(_record(0x85, bytes(4) + told)) + len(end)
    book = head + _record(0x85, struct.pack("<L", at) + told) + end
    return compound({"Book": book + _begin(0x10) + _record(0x200, size) + cells + end})


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<4H", 0x500, kind, 0x0DBB, 0x07CC))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content
