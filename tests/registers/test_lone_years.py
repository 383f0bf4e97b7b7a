"""A year where a day should stand: it is kept as a year, and no day is made up."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.i18n import LANGS, t
from areamap.measures.standing import Standing, council_standing
from areamap.registers import headers, lone_years, notes, tables
from areamap.registers.cells import Cell, Sheet
from areamap.registers.corrections import Corrections
from areamap.registers.definitions import ids, load
from areamap.registers.tables import Table

COUNCIL = load("council")
DAY, YEAR = "registered_date", "registered_year"
ENDED = "วันที่ยุบเลิก"
BESIDE = ("เจริญธรรม", "วิหารแดง", "สระบุรี")


def read(headings: list[str], *rows: list[Cell], corrections: Corrections | None = None) -> Table:
    places = ("เจริญธรรม", "หนองสรวง", "บ้านลำ", "คลองเรือ", "วิหารแดง", "หนองหมู")
    told = [["สระบุรี", "วิหารแดง", place, *row] for place, row in zip(places, rows, strict=False)]
    sheet = Sheet("ก", 1, [["จังหวัด", "อำเภอ", "ตำบล", *headings], *told])
    header = headers.find(sheet, COUNCIL)
    assert header is not None
    return tables.read(sheet, header, COUNCIL, corrections)


@pytest.mark.parametrize(
    "cell",
    [
        "2560",
        "พ.ศ. 2560",
        "พ.ศ.๒๕๖๐",
        "ปี 2560",
        "ปี พ.ศ. 2560",
        "๒๕๖๐",
        2560,
        2560.0,
        "2017",
        "ค.ศ. 2017",
    ],
)
def test_a_year_alone_is_the_year_of_the_record(cell: Cell) -> None:
    table = read(["วันที่จดแจ้ง"], [cell], ["15/3/2559"])
    assert not table.verdicts.keys() & {1, 2}
    assert table.columns[YEAR][1:] == [2560, None]
    assert table.columns[DAY][1:] == [None, date(2016, 3, 15)]
    assert table.columns["record_status"][1:] == ["active", "active"]
    assert table.lone_years == {"วันที่จดแจ้ง": 1}


@pytest.mark.parametrize(
    "cell",
    ["60", "๖๐", "ปี 60", "ปีงบประมาณ 2560", "งบ 2560", "FY2560", "2560-2561", "3/2560"],
)
def test_what_could_be_something_else_is_still_refused(cell: Cell) -> None:
    table = read(["วันที่จดแจ้ง"], [cell], ["15/3/2559"])
    assert table.verdicts[1].status == "rejected"
    assert table.columns[YEAR][1] is None


@given(st.integers(2551, 2568), st.sampled_from(["{}", "พ.ศ. {}", "ปี {}"]))
def test_every_year_keeps_its_number(year: int, form: str) -> None:
    cells: dict[str, list[Any]] = {DAY: [form.format(year), form.format(year - 543), None]}
    parted = lone_years.part(cells, COUNCIL.columns, ())
    assert parted.added == {YEAR: DAY}
    assert parted.counts == {DAY: 2}
    assert cells[DAY] == [None, None, None]
    assert cells[YEAR][0] == form.format(year)


@given(st.dates(date(2008, 2, 8), date(2026, 1, 1)))
def test_days_stay_days(day: date) -> None:
    written = f"{day.day}/{day.month}/{day.year + 543}"
    cells: dict[str, list[Any]] = {DAY: [day, written]}
    assert lone_years.part(cells, COUNCIL.columns, ()) == lone_years.Parted({}, {})
    assert cells == {DAY: [day, written]}


def test_a_column_of_years_has_the_last_word() -> None:
    table = read(
        ["วันที่จดแจ้ง", "ปีที่จดแจ้ง"], ["2560", "2560"], ["2560", None], ["2560", "-"], ["2560", "2561"]
    )
    assert table.columns[YEAR][1:4] == [2560, 2560, 2560]
    assert sorted(row for row in table.verdicts if row) == [4]
    assert table.verdicts[4].reason_key == "calendar_no_date"


def test_a_year_to_come_is_refused_by_the_heading_it_stands_under() -> None:
    table = read(["วันที่จดแจ้ง"], ["2699"], ["2560"])
    assert table.verdicts[1].reason_key == "registers_still_to_come"
    assert table.verdicts[1].reason_values == {"column": "วันที่จดแจ้ง", "value": "2699"}


def test_it_is_said() -> None:
    table = read(["วันที่จดแจ้ง"], ["2560"], ["พ.ศ. 2559"], ["15/3/2559"])
    (note,) = (each for each in notes.told(None, [], [table]) if each.key == "note_lone_years")
    said = {lang: note.text(lang) for lang in LANGS}
    assert len(set(said.values())) == len(LANGS)
    assert all("2" in text and "วันที่จดแจ้ง" in text for text in said.values())


def test_a_year_that_a_person_gives_for_a_day_is_taken_too() -> None:
    corrections = {2: {DAY: "2560"}, 3: {DAY: "15/3/2559"}, 4: {DAY: "ปีก่อน"}}
    table = read(["วันที่จดแจ้ง"], ["งง"], ["2558"], ["2559"], corrections=corrections)
    assert table.columns[YEAR][1:3] == [2560, None]
    assert table.columns[DAY][1:3] == [None, date(2016, 3, 15)]
    assert sorted(row for row in table.verdicts if row) == [3]


def test_the_year_counts_from_the_next_one_on() -> None:
    columns = read(["วันที่จดแจ้ง"], ["2560"]).columns
    rows = pd.DataFrame({name: columns[name][1:] for name in (DAY, YEAR, "record_status")})
    rows[YEAR] = rows[YEAR].astype("Int64")
    published = date(2026, 1, 1)
    stood = [
        council_standing(rows, day, published).iloc[0]
        for day in (date(2016, 12, 31), date(2017, 6, 1), date(2018, 1, 1))
    ]
    assert stood == [Standing.ABSENT, Standing.UNKNOWN, Standing.ACTIVE]


def test_definitions_name_columns_of_years() -> None:
    named = [
        (load(each), column) for each in ids() for column in load(each).columns if column.year_to
    ]
    assert named
    for register, column in named:
        assert column.type == "date"
        assert register.column(str(column.year_to)).type == "year"


@pytest.mark.parametrize("cell", ["2556", "พ.ศ. ๒๕๕๖", 2556, "2013"])
def test_a_council_is_dissolved_in_a_year(cell: Cell) -> None:
    table = read(["วันที่จดแจ้ง", ENDED], ["15/3/2552", cell], ["15/3/2552", None])
    assert not table.verdicts.keys() & {1, 2}
    assert table.columns["dissolved_year"][1:] == [2556, None]
    assert table.columns["dissolved_date"][1:] == [None, None]
    assert table.columns["record_status"][1:] == ["dissolved", "active"]
    assert table.lone_years == {ENDED: 1}


def test_the_year_of_dissolution_may_have_a_column_of_its_own() -> None:
    table = read(["วันที่จดแจ้ง", "ปีที่ยุบเลิก"], ["15/3/2552", "2556"], ["2553", ""])
    assert table.columns["dissolved_year"][1:] == [2556, None]
    assert table.columns["record_status"][1:] == ["dissolved", "active"]


@pytest.mark.parametrize(
    ("name", "column", "more"),
    [
        ("agreement", "signed_date", {"parties": "พอช. / จังหวัด"}),
        ("agreement", "ends_date", {"parties": "พอช. / จังหวัด"}),
        ("plan", "submitted_date", {"plan_name": "แผนพัฒนาตำบล"}),
        ("population", "counted_date", {"population": "6204"}),
        ("published", "said_date", {"indicator": "สภา", "value": "1", "unit": "แห่ง"}),
    ],
)
def test_where_a_year_is_not_enough_it_is_said_what_to_write(
    name: str, column: str, more: dict[str, str]
) -> None:
    register = load(name)
    told = {"tambon": BESIDE[0], "district": BESIDE[1], "province": BESIDE[2], **more}
    heads = [register.column(each).label_th for each in (*told, column)]
    rows = [heads, *([*told.values(), cell] for cell in ("2556", "15/3/2556", "ไม่นานนี้", None))]
    sheet = Sheet("ก", 1, rows)
    header = headers.find(sheet, register)
    assert header is not None
    table = tables.read(sheet, header, register)
    said = {row: verdict.reason_key for row, verdict in table.verdicts.items() if row}
    assert said == {1: "registers_year_alone", 3: "calendar_no_date"}
    assert table.columns[column][2:] == [date(2013, 3, 15), None, None]
    values = table.verdicts[1].reason_values
    assert values == {"column": register.column(column).label_th, "value": "2556"}
    sentences = {t("reasons.registers_year_alone", lang, **values) for lang in LANGS}
    assert len(sentences) == len(LANGS)
    assert all("2556" in each and "15/3/2566" in each for each in sentences)


def test_a_year_of_an_agreement_that_a_person_gives_is_refused_too() -> None:
    register = load("agreement")
    rows = [["จังหวัด", "ภาคีที่ลงนาม", "วันที่ลงนาม"], ["สระบุรี", "พอช.", "งง"], ["สระบุรี", "สภาฯ", "งง"]]
    sheet = Sheet("ก", 1, rows)
    header = headers.find(sheet, register)
    assert header is not None
    told = {2: {"signed_date": "2567"}, 3: {"signed_date": None}}
    table = tables.read(sheet, header, register, told)
    assert table.verdicts[1].reason_key == "registers_year_alone"
    assert 2 not in table.verdicts
