from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.calendar import (
    BUDDHIST_OFFSET,
    CalendarError,
    fiscal_year,
    fiscal_year_span,
    format_date,
    format_year,
    read_date,
    read_year,
)

FORUM = date(2023, 3, 15)
DAYS = st.dates(date(1857, 1, 1), date(2399, 12, 31))
THAI_CENTURY = st.dates(date(1957, 1, 1), date(2056, 12, 31))
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    "written",
    [
        "15/3/2566",
        "๑๕ มี.ค. ๒๕๖๖",
        "15 มี.ค. 66",
        "2023-03-15",
        "15 มีนาคม 2566",
        "15/03/66",
        "2566-03-15",
        "15 มีนาคม พ.ศ. 2566",
        "วันที่ 15 มีนาคม พ.ศ.๒๕๖๖",
        "วันพุธที่ 15 มีนาคม 2566",
        "15 มีค 66",
        "15มี.ค.66",
        "15-มี.ค.-66",
        "15 เดือน มีนาคม 2566",
        "15.3.2566",
        "๑๕/๓/๖๖",
        "15 Mar 2023",
        "15 march 2566",
        "2023-03-15 00:00:00",
        "2023-03-15T08:30:00+07:00",
        "\ufeff15\u00a0มี.ค.\u00a02566 ",
        date(2023, 3, 15),
        date(2566, 3, 15),
        datetime(2023, 3, 15, 9, 30),  # noqa: DTZ001
        datetime(2566, 3, 15),  # noqa: DTZ001
        pd.Timestamp("2023-03-15"),
    ],
)
def test_day_is_read_in_every_form_of_the_field(written):
    assert read_date(written) == FORUM
    assert type(read_date(written)) is date


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("", "calendar_no_date"),
        ("มีนาคม 2566", "calendar_no_date"),
        ("15 มกรา 2566", "calendar_no_date"),
        ("45000", "calendar_no_date"),
        ("2566", "calendar_no_date"),
        ("3/15/2566", "calendar_no_such_day"),
        ("30/2/2566", "calendar_no_such_day"),
        ("29 ก.พ. 2566", "calendar_no_such_day"),
        ("29 ก.พ. 2568", "calendar_no_such_day"),
        (date(2568, 2, 29), "calendar_no_such_day"),
        ("0/3/2566", "calendar_no_such_day"),
        ("15/03/23", "calendar_short_year"),
        ("15 Mar 66", "calendar_short_year"),
        ("15 มี.ค. ค.ศ. 66", "calendar_short_year"),
        ("15/3/1480", "calendar_far_year"),
        ("15/3/3000", "calendar_far_year"),
        (date(1480, 3, 15), "calendar_far_year"),
        (pd.NaT, "calendar_no_date"),
    ],
)
def test_day_that_cannot_be_read_says_why(written, key):
    with pytest.raises(CalendarError) as caught:
        read_date(written)
    assert caught.value.key == key
    assert str(caught.value)
    assert caught.value.text("th") != caught.value.text("en")


def test_leap_day_of_a_buddhist_year_exists():
    leap = date(2024, 2, 29)
    assert read_date("29/2/2567") == leap
    assert read_date("29 ก.พ. 67") == leap
    assert read_date("2567-02-29") == leap
    assert read_date(format_date(leap, "th")) == leap


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2566", 2566),
        ("ปี 2566", 2566),
        ("2023", 2566),
        ("๒๕๖๖", 2566),
        ("งบ 66", 2566),
        ("ปีงบประมาณ พ.ศ. 2566", 2566),
        ("พ.ศ.2559", 2559),
        ("ค.ศ. 2023", 2566),
        ("FY2566", 2566),
        ("๖๖", 2566),
        ("66", 2566),
        ("ปี 23", 2523),
        (2566, 2566),
        (2566.0, 2566),
        ("2566.0", 2566),
    ],
)
def test_year_is_read_in_every_form_of_the_field(written, year):
    assert read_year(written) == year


@pytest.mark.parametrize(
    "written", ["", "2565-2569", "2566/67", "23", "999", "ปี", "15/3/2566", "2566.5", "ค.ศ. 66"]
)
def test_what_is_not_one_year_is_refused(written):
    with pytest.raises(CalendarError):
        read_year(written)


@given(DAYS)
def test_date_comes_back_from_both_languages(day):
    assert read_date(format_date(day, "th")) == day
    assert read_date(format_date(day, "en")) == day
    assert read_date(format_date(day, "th").translate(THAI_DIGITS)) == day


@given(DAYS)
def test_date_comes_back_from_figures_of_both_eras(day):
    buddhist = day.year + BUDDHIST_OFFSET
    assert read_date(day.isoformat()) == day
    assert read_date(f"{buddhist}-{day.month:02}-{day.day:02}") == day
    assert read_date(f"{day.day}/{day.month}/{buddhist}") == day
    assert read_date(f"{day.day}/{day.month}/{day.year}") == day


@given(THAI_CENTURY)
def test_short_year_beside_a_thai_month_is_buddhist(day):
    assert read_date(format_date(day, "th")[:-4] + f"{(day.year + 43) % 100:02}") == day


@given(DAYS)
def test_year_comes_back(day):
    buddhist = day.year + BUDDHIST_OFFSET
    assert read_year(format_year(buddhist, "th")) == buddhist
    assert read_year(format_year(buddhist, "en")) == buddhist


@given(DAYS)
def test_fiscal_year_holds_its_days(day):
    first, last = fiscal_year_span(fiscal_year(day))
    assert first <= day <= last
    assert fiscal_year(last + timedelta(days=1)) == fiscal_year(day) + 1
    assert fiscal_year(first - timedelta(days=1)) == fiscal_year(day) - 1


def test_fiscal_year_2566_runs_from_october_2565():
    assert fiscal_year_span(2566) == (date(2022, 10, 1), date(2023, 9, 30))
    assert fiscal_year(date(2022, 10, 1)) == fiscal_year(date(2023, 9, 30)) == 2566
    assert fiscal_year(date(2022, 9, 30)) == 2565


def test_date_is_shown_as_people_read_it():
    assert format_date(FORUM, "th") == "15 มี.ค. 2566"
    assert format_date(FORUM, "en") == "15 Mar 2023"
