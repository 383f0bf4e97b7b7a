"""What is corrected in the grid."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame

from areamap.i18n import LANGS
from areamap.registers import values
from areamap.registers.definitions import ids, load
from areamap.store import Decision
from areamap.ui.import_steps.grid import corrections, texts, told_first, written
from tests.imports.desks import begin, open_home

ROWS = DataFrame(
    {
        "sheet": ["ก", "ก", "ข"],
        "row": pd.array([5, 9, 4], dtype="Int64"),
        "status": ["rejected"] * 3,
        "province": pd.array(["สระบุรี", None, "ตาก"], dtype="str"),
        "tambon": pd.array(["เจริญธรรม", "หนองหมู", None], dtype="str"),
        "fiscal_year": pd.array([2566, None, None], dtype="Int64"),
        "programme": pd.array([None, None, None], dtype="str"),
        "amount_baht": [Decimal("73250.25"), None, Decimal(-5)],
    },
    index=[12, 3, 7],
)


def test_a_grid_shows_what_there_is_and_what_is_needed() -> None:
    shown = texts(ROWS, "budget")
    assert list(shown.index) == [12, 3, 7]
    assert "programme" not in shown
    assert shown.loc[12, "amount_baht"] == "73250.25"
    assert shown.loc[12, "fiscal_year"] == "2566"
    assert shown.loc[3, "amount_baht"] == ""
    dates = DataFrame({"registered_date": [date(2016, 3, 15), None]})
    assert list(texts(dates, "council")["registered_date"]) == ["15/3/2559", ""]


def test_what_is_to_be_mended_stands_before_empty_columns() -> None:
    shown = DataFrame({"tambon_code": ["", ""], "tambon": ["", "ก"], "authority": ["", ""]})
    assert list(told_first(shown)) == ["tambon", "tambon_code", "authority"]


def test_what_cannot_be_read_is_shown_as_the_file_has_it() -> None:
    rows = ROWS.assign(status=["rejected", "rejected", "matched"], project_name=None)
    cells = DataFrame(
        {"amount_baht": ["1", "สิบบาท", "2"], "project_name": ["ทอเสื่อ", None, "บ้าน"]},
        index=[12, 3, 7],
    )
    shown = texts(rows, "budget", cells)
    assert list(shown["amount_baht"]) == ["73250.25", "สิบบาท", "-5"]
    assert list(shown["project_name"]) == ["ทอเสื่อ", "", ""]


def test_a_date_that_cannot_be_read_can_be_mended(tmp_path: Path) -> None:
    desk = open_home(tmp_path).imports
    text = "จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้ง\nสระบุรี,วิหารแดง,เจริญธรรม,31/2/2561\n"
    kept = begin(desk, text)
    draft = desk.work(kept.id).draft
    rejected = draft.rows[draft.rows["status"] == "rejected"]
    assert list(texts(rejected, "council", written(draft))["registered_date"]) == ["31/2/2561"]
    desk.decide(kept.id, corrections(rejected, {0: {"registered_date": "28/2/2561"}}), "สมศรี")
    assert desk.work(kept.id).draft.counts()["matched"] == 1


def test_each_changed_field_is_a_decision_about_its_row() -> None:
    edited = {0: {"amount_baht": "80000"}, 2: {"tambon": "พบพระ", "amount_baht": ""}}
    assert corrections(ROWS, edited) == [
        Decision("ก", 5, "correct", column="amount_baht", value="80000"),
        Decision("ข", 4, "correct", column="tambon", value="พบพระ"),
        Decision("ข", 4, "correct", column="amount_baht", value=None),
    ]


def test_the_columns_that_are_only_looked_at_change_nothing() -> None:
    assert corrections(ROWS, {0: {"__row": "1", "__why": "x"}}) == []


def test_codes_are_words_that_can_be_typed_there() -> None:
    rows = pd.DataFrame({"record_status": ["active", "dissolved", None]})
    for lang in LANGS:
        said = texts(rows, "council", lang=lang)["record_status"]
        assert list(said) == [*(["จดแจ้งแล้ว", "ยุบเลิก"] if lang == "th" else said[:2]), ""]
        assert said[0].isascii() == (lang == "en")
        column = load("council").column("record_status")
        assert [values.read(word, column) for word in said] == ["active", "dissolved", None]


@pytest.mark.parametrize("register", ids())
def test_each_word_of_each_code_reads_as_the_code(register: str) -> None:
    for column in load(register).all_columns:
        for code in column.choices:
            assert {values.read(column.word(code, lang), column) for lang in LANGS} == {code}
