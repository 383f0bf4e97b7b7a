"""One cell at a time: what it means, or why it means nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.i18n import LANGS, t
from areamap.registers import values
from areamap.registers.cells import Cell
from areamap.registers.definitions import Column, load
from areamap.registers.values import NoRecord, Unreadable

AMOUNT = load("budget").column("amount_baht")
MEMBERS = load("fund").column("members")
GROUPS = load("council").column("member_groups")
STATUS = load("council").column("record_status")
DATE = load("council").column("registered_date")
YEAR = load("fund").column("founded_year")
CODES = load("authority").column("tambon_codes")
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def reason(cell: Cell, column: Column) -> str:
    with pytest.raises(Unreadable) as caught:
        values.read(cell, column)
    for lang in LANGS:
        assert t(f"reasons.{caught.value.key}", lang, column=column.name, **caught.value.values)
    return caught.value.key


@pytest.mark.parametrize(
    ("cell", "baht"),
    [
        ("9,432,302 บาท", "9432302"),
        ("๙,๔๓๒,๓๐๒ บาท", "9432302"),
        ("9432302บาทถ้วน", "9432302"),
        ("฿5,000.50", "5000.50"),
        ("5,000.-", "5000"),
        ("5,000 .-", "5000"),
        ("1.5 ล้านบาท", "1500000"),
        ("400 ล้าน", "400000000"),
        ("7 หมื่นบาท", "70000"),
        ("-5,000", "-5000"),
        ("−5,000", "-5000"),
        ("(5,000)", "-5000"),
        ("(5,000) บาท", "-5000"),
        (" 73,250\u00a0", "73250"),
        (73250, "73250"),
        (73250.1, "73250.10"),
        (0.1 + 0.2, "0.30"),
        (Decimal("5.25"), "5.25"),
    ],
)
def test_amounts(cell: Cell, baht: str) -> None:
    assert values.read(cell, AMOUNT) == Decimal(baht)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("9,43,2302", "registers_not_a_number"),
        ("1e5", "registers_not_a_number"),
        ("nan", "registers_not_a_number"),
        ("inf", "registers_not_a_number"),
        (float("nan"), "registers_not_a_number"),
        (float("inf"), "registers_not_a_number"),
        (Decimal("NaN"), "registers_not_a_number"),
        ("#REF!", "registers_not_a_number"),
        ("ประมาณ 400 ล้านบาท", "registers_not_a_number"),
        ("มากกว่า 5", "registers_not_a_number"),
        ("5 - 10", "registers_not_a_number"),
        ("บาท", "registers_not_a_number"),
        (True, "registers_not_a_number"),
        (date(2023, 3, 15), "registers_not_a_number"),
        ("24 คน", "registers_other_unit"),
        ("48.7%", "registers_percent"),
        ("ร้อยละ 48.7", "registers_percent"),
        (100 / 3, "registers_finer_than_satang"),
        ("0.001", "registers_finer_than_satang"),
        (10**13, "registers_too_much"),
    ],
)
def test_what_is_no_amount(cell: Cell, key: str) -> None:
    assert reason(cell, AMOUNT) == key


@pytest.mark.parametrize(
    "cell", [None, "", "  ", "-", " - ", "–", "\u200b", "n/a", "ไม่มีข้อมูล", "..."]
)
@pytest.mark.parametrize("column", [AMOUNT, GROUPS, STATUS, DATE, YEAR, CODES])
def test_missing_is_missing(cell: Cell, column: Column) -> None:
    assert values.read(cell, column) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_every_way_of_writing_an_amount_is_the_same_amount(amount: Decimal) -> None:
    written = f"{amount:,.2f}"
    for cell in (written, f"{written} บาท", written.translate(THAI_DIGITS), float(amount), amount):
        assert values.read(cell, AMOUNT) == amount
    if amount < 0:
        assert values.read(f"({written[1:]})", AMOUNT) == amount


@given(st.integers(min_value=0, max_value=10**9))
def test_every_way_of_writing_a_count_is_the_same_count(count: int) -> None:
    for cell in (
        count,
        float(count),
        f"{count:,}",
        f"{count} องค์กร",
        str(count).translate(THAI_DIGITS),
    ):
        assert values.read(cell, GROUPS) == count


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates()))
def test_a_cell_is_a_value_or_a_reason_and_nothing_else(cell: Cell) -> None:
    for column in (AMOUNT, GROUPS, STATUS, DATE, YEAR, CODES):
        try:
            value = values.read(cell, column)
        except (Unreadable, NoRecord):
            continue
        if column is AMOUNT and value is not None:
            assert isinstance(value, Decimal)
            assert value == value.quantize(Decimal("0.01"))


def test_counts() -> None:
    assert values.read("24 องค์กร", GROUPS) == 24
    assert values.read("1,234 คน", MEMBERS) == 1234
    assert reason("24 คน", GROUPS) == "registers_other_unit"
    assert reason("24.5", GROUPS) == "registers_not_whole"
    assert reason(-3, GROUPS) == "registers_negative"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("จดแจ้งแล้ว", "active"),
        (" จดแจ้ง แล้ว ", "active"),
        ("ดำเนินการ", "active"),
        ("Active", "active"),
        ("✓", "active"),
        ("/", "active"),
        (1.0, "active"),
        ("ยุบเลิก", "dissolved"),
        ("ยกเลิก", "dissolved"),
        ("dissolved", "dissolved"),
        ("ไม่ทราบ", None),
        ("?", None),
    ],
)
def test_statuses_in_words(cell: Cell, value: str | None) -> None:
    assert values.read(cell, STATUS) == value


def test_status_that_begins_like_another_is_not_guessed() -> None:
    assert reason("ดำเนินการยุบเลิก", STATUS) == "registers_other_word"
    with pytest.raises(NoRecord):
        values.read("ยังไม่จดแจ้ง", STATUS)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_dates_of_both_eras(day: date) -> None:
    buddhist = f"{day.day}/{day.month}/{day.year + 543}"
    for cell in (buddhist, buddhist.translate(THAI_DIGITS), day.isoformat(), day):
        assert values.read(cell, DATE) == day


def test_date_that_is_none() -> None:
    assert reason("31/2/2566", DATE) == "calendar_no_such_day"
    assert reason("2566", DATE) == "calendar_no_date"
    assert reason("2566", load("agreement").column("signed_date")) == "registers_year_alone"


@given(st.integers(min_value=2450, max_value=2600))
def test_years(year: int) -> None:
    for cell in (year, float(year), str(year), f"พ.ศ. {year}", f"15/3/{year}", year - 543):
        assert values.read(cell, YEAR) == year
    assert values.read(date(year - 543, 1, 1) + timedelta(30), YEAR) == year


def test_codes_of_tambons() -> None:
    assert values.read("200402*, 200408", CODES) == "200402* 200408"
    assert values.read(190406.0, CODES) == "190406"
    assert values.read("190406 190406", CODES) == "190406"
    assert reason("190406 190406*", CODES) == "registers_code_twice"
    assert reason("1904", CODES) == "registers_not_codes"


def test_code_with_its_leading_form() -> None:
    code = load("authority").column("authority_code")
    assert values.read(2096.0, code) == "2096"
    assert values.read("TH๑๙๐๔๐๖", code) == "190406"
    assert reason("ทต.1", code) == "registers_not_a_code"
