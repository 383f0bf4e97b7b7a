"""
Workbooks as offices keep them, with what each of their rows has to become.

`cases/*.tsv` holds one row of a sheet per line, row 1 first: the state it ends in; the area code,
the best suggestion or the key of the reason; then its cells. `#24` is a number and `@2009-03-15` a
date of Excel, `\\u200b` a zero-width space; the rest is text.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import xlsxwriter


class Line(NamedTuple):
    """A row of a sheet and what becomes of it."""

    status: str
    outcome: str
    cells: Sequence[str | float | date | None]


def _cell(text: str) -> str | float | date | None:
    if text.startswith("#"):
        return float(text[1:])
    if text.startswith("@"):
        return date.fromisoformat(text[1:])
    return text.replace("\\u200b", "\u200b") or None


def _lines(name: str) -> list[Line]:
    text = (Path(__file__).parent / "cases" / f"{name}.tsv").read_text(encoding="utf-8")
    split = [line.split("\t") for line in text.splitlines()]
    return [Line(status, outcome, [*map(_cell, cells)]) for status, outcome, *cells in split]


COUNCILS: Final = _lines("council")
COUNCIL_MERGES: Final = (
    *("A1:K1", "B4:D4", "G4:H4", "A4:A5", "E4:E5", "F4:F5", "I4:I5", "J4:J5", "K4:K5"),
    *("B7:B9", "C7:C9"),
)
COUNCIL_DROPPED: Final = ("ประธานสภาฯ", "โทร.")

BUDGET: Final = _lines("budget")
BUDGET_MERGES: Final = ("G10:G11",)
BUDGET_BAHT: Final = {
    # 73,250 + 73,250 + 1,500,000 + 0.30 - 5,000 + 812,345,678
    "matched": "813987178.30",
    "suggested": "0",
    "ambiguous": "0",
    "unmatched": "0",
    # The amount that is merged over two rows, once.
    "rejected": "100000.00",
    # The two totals: 146,500 + 814,136,928.30
    "ignored": "814283428.30",
}


def write(path: Path, lines: Sequence[Line], merges: Sequence[str] = ()) -> Path:
    """Write lines as the first sheet of a workbook, and an old sheet hidden behind it."""
    with xlsxwriter.Workbook(path) as workbook:
        day = workbook.add_format({"num_format": "d/m/yyyy"})
        sheet = workbook.add_worksheet("รายชื่อ")
        for row, line in enumerate(lines):
            for column, cell in enumerate(line.cells):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell is not None:
                    sheet.write(row, column, cell)
        for area in merges:
            column, row = ord(area[0]) - ord("A"), int(area.partition(":")[0][1:]) - 1
            sheet.merge_range(area, lines[row].cells[column])
        hidden = workbook.add_worksheet("เก่า")
        hidden.hide()
        hidden.write_row(0, 0, ("จังหวัด", "อำเภอ", "ตำบล", "งบประมาณ", "ปีงบประมาณ"))
        hidden.write_row(1, 0, ("สระบุรี", "หนองแค", "หนองแค", 1, 2566))
    return path
