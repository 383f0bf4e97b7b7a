"""A template goes out, is filled in as a person does, and comes back without a question."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from areamap import settings as app_settings
from areamap.briefs import _template_words as words
from areamap.briefs.template import ROWS, template
from areamap.i18n import LANGS, Lang, t
from areamap.places import gazetteer, groupings
from areamap.places.hierarchy import area_names
from areamap.places.levels import Level
from areamap.places.matching import Matcher
from areamap.registers import definitions, forms, reading, sample
from areamap.registers.columns import Column
from areamap.registers.joining import Draft, join

FILLED = 60
CLUSTERS = area_names(Level.CLUSTER, groupings.builtin(), pd.Timestamp(2026, 10, 31).date())
DIGITS = {6: "tambon_code", 4: "district_code", 2: "province_code"}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(sample.generate("authority"))


def opened(register_id: str, lang: Lang = "th") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(template(definitions.load(register_id), lang)))


def checked(book: openpyxl.Workbook, register_id: str, folder: Path, matcher: Matcher) -> Draft:
    path = folder / f"{register_id}.xlsx"
    book.save(path)
    register = definitions.load(register_id)
    return join(reading.read(path, register, settings=app_settings.load(folder)), matcher)


def fill(page: Worksheet, register_id: str, rows: pd.DataFrame, lang: Lang) -> None:
    """Write rows as a person does: words of the lists, Buddhist days, places by code or name."""
    register = definitions.load(register_id)
    places = {cell.value: cell.column for cell in page[1]}
    for number, row in enumerate(rows.to_dict("records"), start=3):
        page.cell(number, 1, number - 2)
        told = [(column, row.get(column.name)) for column in register.columns]
        told += [] if register.placed_by else list(place(register, row))
        for column, value in told:
            if not pd.isna(value):
                page.cell(number, places[column.label(lang)], shown(column, value, lang))


def place(register: definitions.Register, row: dict) -> list[tuple[Column, str]]:
    code = row["area_code"]
    if code.isdecimal():
        told = {DIGITS[len(code)]: code}
    elif code == "TH":
        told = {"wider_area": "ประเทศไทย"}
    else:
        told = {"cluster": CLUSTERS.loc[code, "name_th"]}
    if not pd.isna(row["authority_code"]):
        told["authority_code"] = row["authority_code"]
    return [(register.column(name), text) for name, text in told.items()]


def shown(column: Column, value: object, lang: Lang) -> object:
    if column.choices and value in column.choices:
        listed = words.choices(column, lang)
        return listed[list(column.choices).index(str(value))]
    if isinstance(value, pd.Timestamp):
        return f"{value.day}/{value.month}/{value.year + 543}"
    return value


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("register_id", definitions.ids())
def test_filled_template_comes_back_as_it_was(
    register_id: str, lang: Lang, tmp_path: Path, matcher: Matcher
) -> None:
    rows = sample.generate(register_id)
    rows = rows.iloc[:: max(len(rows) // FILLED, 1)].reset_index(drop=True)
    book = opened(register_id, lang)
    fill(book.worksheets[0], register_id, rows, lang)
    draft = checked(book, register_id, tmp_path, matcher)
    assert draft.notes == ()
    assert draft.dropped_columns == ()
    assert draft.counts() == {
        **dict.fromkeys(draft.counts(), 0),
        "matched": len(rows),
        "ignored": 2,  # the headings and the example
    }
    back = draft.rows[draft.rows["status"] == "matched"].reset_index(drop=True)
    assert back["area_code"].tolist() == rows["area_code"].tolist()
    for column in definitions.load(register_id).columns:
        came, went = back[column.name], rows[column.name]
        assert came.isna().tolist() == went.isna().tolist(), column.name
        plain = {"amount": float, "date": pd.Timestamp}.get(column.kind, lambda value: value)
        assert came.dropna().map(plain).tolist() == went.dropna().map(plain).tolist(), column.name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("register_id", definitions.ids())
def test_empty_template_holds_no_record_and_no_baht(
    register_id: str, lang: Lang, tmp_path: Path, matcher: Matcher
) -> None:
    draft = checked(opened(register_id, lang), register_id, tmp_path, matcher)
    counts = draft.counts()
    assert counts.pop("ignored") == 2
    assert set(counts.values()) == {0}
    assert set(draft.baht().values()) <= {0}
    assert draft.notes == ()
    example = draft.rows.iloc[1]
    assert example["reason_key"] == "registers_example_row"


@pytest.mark.parametrize("register_id", definitions.ids())
def test_example_would_be_read_if_it_were_no_example(
    register_id: str, tmp_path: Path, matcher: Matcher
) -> None:
    book = opened(register_id)
    book.worksheets[0]["A2"] = 1
    draft = checked(book, register_id, tmp_path, matcher)
    assert draft.counts()["matched"] == 1, draft.rows[["status", "reason_key", "reason_values"]]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("register_id", definitions.ids())
def test_sheets_of_a_template(register_id: str, lang: Lang) -> None:
    register = definitions.load(register_id)
    book = opened(register_id, lang)
    page, about, lists = book.worksheets
    labels = [column.label(lang) for column in register.all_columns]
    assert [cell.value for cell in page[1]] == [forms.NUMBER[lang], *labels]
    assert page.freeze_panes == "B2"
    assert {cell.font.name for cell in page[1]} == {"TH Sarabun New"}
    assert lists.sheet_state == "hidden"
    assert (page.sheet_state, about.sheet_state) == ("visible", "visible")
    explained = [row[0].value for row in about.iter_rows() if row[0].value in labels]
    assert explained == labels
    table = [row for row in about.iter_rows(values_only=True) if row[0] in labels]
    assert all(row[1] and row[2] for row in table)


@pytest.mark.parametrize("register_id", definitions.ids())
def test_lists_offer_what_is_read_and_nothing_else(register_id: str) -> None:
    register = definitions.load(register_id)
    book = opened(register_id)
    rules = book.worksheets[0].data_validations.dataValidation
    lists = [rule for rule in rules if rule.type == "list"]
    listed = [column for column in register.all_columns if words.choices(column, "th")]
    assert len(lists) == len(listed)
    for rule in lists:
        sheet, _, cells = rule.formula1.partition("!")
        first, last = cells.replace("$", "").split(":")
        offered = [row[0].value for row in book[sheet.strip("'")][f"{first}:{last}"]]
        label = book.worksheets[0].cell(1, book.worksheets[0][f"{first}"].column).value
        (column,) = [column for column in listed if column.label("th") == label]
        assert offered == words.choices(column, "th")
        # Excel's own style, which stops, is not written down.
        assert (rule.errorStyle in {None, "stop"}) == words.is_closed(column)
        assert str(rule.sqref).endswith(str(ROWS + 1))


def test_provinces_are_offered() -> None:
    column = definitions.load("council").column("province")
    assert len(words.choices(column, "th")) == 77
    assert set(words.choices(column, "en")) == set(gazetteer.areas(Level.PROVINCE)["name_en"])


def test_what_a_person_types_stays_a_text() -> None:
    book = opened("council")
    page = book.worksheets[0]
    kinds = {cell.value: page.column_dimensions[cell.column_letter] for cell in page[1]}
    assert kinds["รหัสตำบล"].number_format == "@"
    assert kinds["วันที่จดแจ้งจัดตั้ง"].number_format == "@"


def test_unknown_layouts_of_other_systems_are_said() -> None:
    for register_id, systems in (("fund", ["codi_swf"]), ("vulnerable", ["TPMAP", "จปฐ."])):
        about = opened(register_id).worksheets[1]
        told = " ".join(str(row[0]) for row in about.iter_rows(max_row=12, values_only=True))
        for export in definitions.load(register_id).exports:
            assert export.told_th in told
        assert [each.system for each in definitions.load(register_id).exports] == systems


def test_nothing_in_a_template_is_a_live_formula() -> None:
    for register_id in definitions.ids():
        for page in opened(register_id).worksheets:
            types = {cell.data_type for row in page.iter_rows() for cell in row if cell.value}
            assert types <= {"s", "n"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_type_and_level_has_its_words(lang: Lang) -> None:
    for register in map(definitions.load, definitions.ids()):
        assert all(words.how(column, lang) for column in register.all_columns)
        assert all(t(f"template.level_{level}", lang) for level in register.levels)
