"""Rows that Excel does not show are read, and a note says which."""

from pathlib import Path

import xlsxwriter

from areamap import settings as app_settings
from areamap.i18n import LANGS
from areamap.registers import reading
from areamap.registers.definitions import load


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
