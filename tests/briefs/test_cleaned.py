"""A publication as the workbook that it came from."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from areamap import settings
from areamap.briefs.cleaned import cleaned
from areamap.briefs.cleaned_cells import cells_by_origin
from areamap.places.matching import Matcher
from areamap.registers import definitions, joining, reading
from areamap.registers.drafts import Draft
from areamap.store import Publication, Store, Submission
from tests.registers import messy

ATTACK = '=HYPERLINK("http://x.test")'
CASES = {
    "council": (messy.COUNCILS, messy.COUNCIL_MERGES),
    "budget": (messy.BUDGET, messy.BUDGET_MERGES),
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(settings.load(tmp_path / "home").database_url)


def read(path: Path, register: str) -> Draft:
    found = reading.read(path, definitions.load(register), sheet="1")
    return joining.join(found, Matcher())


def publish(store: Store, draft: Draft, **more: object) -> Publication:
    register = definitions.load(draft.register)
    told: dict[str, object] = {
        "rows": draft.rows,
        "cells": draft.cells,
        "by": "สมหญิง",
        "note": "มีนาคม",
    }
    return store.publish(
        Submission(
            register=draft.register,
            kinds=register.kinds,
            file_name=draft.file_name,
            file_sha256=draft.file_sha256,
            main_amount=register.money,
            **(told | more),  # type: ignore[arg-type]
        )
    )


def workbook(store: Store, made: Publication, lang: str = "th") -> openpyxl.Workbook:
    rows = store.rows(made.id)
    content = cleaned(made, rows, cells_by_origin(store, made, rows), lang)  # type: ignore[arg-type]
    return openpyxl.load_workbook(BytesIO(content))


def column(sheet: Worksheet, heading: str) -> int:
    for row in sheet.iter_rows(max_row=12):
        for cell in row:
            if cell.value == heading:
                return cell.column
    raise AssertionError(f"no heading {heading}")


@pytest.mark.parametrize("register", list(CASES))
def test_rows_stand_where_they_stood_in_the_file_with_their_state(
    store: Store, tmp_path: Path, register: str
) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES[register]), register)
    book = workbook(store, publish(store, draft))
    sheet = book["รายชื่อ"]
    state, reason = column(sheet, "areamap: ผลตรวจ"), column(sheet, "areamap: เพราะ")
    judged = draft.rows[~draft.rows["status"].eq("ignored")]
    for row in judged.itertuples():
        said = sheet.cell(row.row, state).value
        assert (
            said
            == {
                "matched": "เชื่อมพื้นที่ได้",
                "suggested": "มีข้อเสนอ รอคนยืนยัน",
                "ambiguous": "อาจเป็นได้หลายอย่าง รอคนเลือก",
                "unmatched": "หาพื้นที่ไม่พบ",
                "rejected": "อ่านค่าไม่ได้ ไม่รับแถวนี้",
            }[row.status]
        )
        assert sheet.cell(row.row, reason).value
    assert sheet.auto_filter.ref


@pytest.mark.parametrize("register", list(CASES))
def test_what_comes_out_goes_in_again_and_says_the_same(
    store: Store, tmp_path: Path, register: str
) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES[register]), register)
    made = publish(store, draft)
    rows = store.rows(made.id)
    again = tmp_path / "ข.xlsx"
    again.write_bytes(cleaned(made, rows, cells_by_origin(store, made, rows), "th"))
    found = joining.join(reading.read(again, definitions.load(register), sheet="รายชื่อ"), Matcher())
    kept = ["row", "status", "area_code", *definitions.load(register).kinds]
    records = [each[~each["status"].eq("ignored")] for each in (draft.rows, found.rows)]
    before, after = (each[kept].reset_index(drop=True).astype(str) for each in records)
    pd.testing.assert_frame_equal(before, after)


def test_a_text_never_becomes_a_formula_or_a_link(store: Store, tmp_path: Path) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES["budget"]), "budget")
    cells = draft.cells.copy()
    cells.iloc[5, 0] = ATTACK
    cells.columns = [ATTACK, *cells.columns[1:]]
    book = workbook(store, publish(store, draft, cells=cells, note=ATTACK, by=ATTACK))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in found if cell.value == ATTACK]
    assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink]


def test_the_summary_adds_up_to_the_file(store: Store, tmp_path: Path) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES["budget"]), "budget")
    made = publish(store, draft)
    page = workbook(store, made)["สรุปผลตรวจ"]
    lines = {row[0]: row[1:3] for row in page.iter_rows(values_only=True) if row[0]}
    assert lines["ไฟล์"][0] == "ก.xlsx"
    assert lines["รหัสตรวจสอบไฟล์"][0] == draft.file_sha256
    assert lines["เชื่อมพื้นที่ได้"] == (draft.counts()["matched"], 813_987_178.30)
    counts = [lines[state][0] for state in lines if state in _STATES]
    assert sum(counts) == len(draft.rows)


_STATES = (
    "เชื่อมพื้นที่ได้",
    "มีข้อเสนอ รอคนยืนยัน",
    "อาจเป็นได้หลายอย่าง รอคนเลือก",
    "หาพื้นที่ไม่พบ",
    "อ่านค่าไม่ได้ ไม่รับแถวนี้",
    "ข้าม ไม่ใช่ข้อมูล",
)


def test_rows_kept_from_an_older_file_stand_on_a_sheet_of_their_own(
    store: Store, tmp_path: Path
) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES["budget"]), "budget")
    first = publish(store, draft)
    kept = draft.rows[draft.rows["status"] == "matched"].iloc[:2]
    rows = pd.concat([draft.rows, kept], ignore_index=True)
    older = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    older.iloc[-2:] = first.id
    made = publish(store, draft, rows=rows.assign(origin=older))
    book = workbook(store, made)
    assert book.sheetnames == ["สรุปผลตรวจ", "รายชื่อ", f"ฉบับ {first.id} รายชื่อ"]
    apart, own = book[f"ฉบับ {first.id} รายชื่อ"], book["รายชื่อ"]
    for number in kept["row"]:
        line, same = ([cell.value for cell in sheet[number]] for sheet in (apart, own))
        assert [value for value in line if value] == [value for value in same if value]


def test_where_no_cells_were_kept_the_typed_columns_stand_there(
    store: Store, tmp_path: Path
) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES["budget"]), "budget")
    sheet = workbook(store, publish(store, draft, cells=None), "en")["รายชื่อ"]
    amount = column(sheet, definitions.load("budget").column("amount_baht").label_en)
    for row in draft.rows[draft.rows["status"] == "matched"].itertuples():
        assert sheet.cell(row.row, amount).value == pytest.approx(float(row.amount_baht))


def test_sheets_of_any_name_get_one_that_excel_takes(store: Store, tmp_path: Path) -> None:
    draft = read(messy.write(tmp_path / "ก.xlsx", *CASES["budget"]), "budget")
    names = ["ก" * 40, "ก" * 41, "[:*?/]", "สรุปผลตรวจ"]
    sheets = [names[place % 4] for place in range(len(draft.rows))]
    book = workbook(store, publish(store, draft, rows=draft.rows.assign(sheet=sheets)))
    assert len(book.sheetnames) == 5
    assert max(map(len, book.sheetnames)) <= 31
