"""How records stand on a day, each rule by a case worked out by hand."""

from datetime import date

import pandas as pd
import pytest

from areamap.measures.standing import council_standing, fund_standing, housing_standing
from tests.measures.ground import rows_of

PUBLISHED = date(2024, 1, 10)
BEFORE, AFTER = date(2020, 6, 1), date(2024, 5, 1)


def test_the_row_of_the_year_speaks_for_a_fund_that_is_listed_every_year():
    fund = {"area": "190406", "fund_name": "ก", "founded_year": 2552}
    rows = rows_of(
        {**fund, "fiscal_year": 2565, "record_status": "active"},
        {**fund, "fiscal_year": 2566, "record_status": "dissolved"},
        {**fund, "area": "190407", "fiscal_year": 2565, "record_status": "active"},
    )
    standing = fund_standing(rows, AFTER, PUBLISHED)
    assert standing.tolist() == ["absent", "dissolved", "active"]
    # FY2565 ran until 30 September 2565 (2022): the later row says nothing of it.
    standing = fund_standing(rows, date(2022, 9, 30), PUBLISHED)
    assert standing.tolist() == ["active", "absent", "active"]


def council(registered, status, dissolved=None):
    return rows_of(
        {
            "area": "190406",
            "registered_date": registered,
            "record_status": status,
            "dissolved_date": dissolved,
        }
    )


@pytest.mark.parametrize(
    ("registered", "status", "dissolved", "as_of", "standing"),
    [
        ("2016-03-01", "active", None, AFTER, "active"),
        ("2016-03-01", "active", None, BEFORE, "active"),
        ("2016-03-01", "active", None, date(2016, 3, 1), "active"),
        ("2016-03-01", "active", None, date(2016, 2, 29), "absent"),
        (None, "active", None, AFTER, "active"),
        (None, "active", None, PUBLISHED, "active"),
        (None, "active", None, BEFORE, "unknown"),
        ("2016-03-01", "dissolved", "2021-01-01", AFTER, "dissolved"),
        ("2016-03-01", "dissolved", "2021-01-01", date(2021, 1, 1), "dissolved"),
        ("2016-03-01", "dissolved", "2021-01-01", date(2020, 12, 31), "active"),
        ("2016-03-01", "dissolved", "2021-01-01", date(2016, 1, 1), "absent"),
        (None, "dissolved", "2021-01-01", BEFORE, "unknown"),
        (None, "dissolved", "2021-01-01", AFTER, "dissolved"),
        ("2016-03-01", "dissolved", None, AFTER, "dissolved"),
        ("2016-03-01", "dissolved", None, BEFORE, "unknown"),
        ("2016-03-01", "active", "2021-01-01", AFTER, "unknown"),
        ("2016-03-01", None, None, AFTER, "unknown"),
        ("2016-03-01", None, "2021-01-01", AFTER, "dissolved"),
        ("2016-03-01", None, "2021-01-01", BEFORE, "active"),
        (None, None, None, AFTER, "unknown"),
    ],
)
def test_council(registered, status, dissolved, as_of, standing):
    found = council_standing(council(registered, status, dissolved), as_of, PUBLISHED)
    assert found.tolist() == [standing]


@pytest.mark.parametrize(
    ("as_of", "standing"),
    [
        (date(2015, 12, 31), "absent"),
        (date(2016, 6, 1), "unknown"),
        (date(2017, 1, 1), "active"),
        (AFTER, "active"),
    ],
)
def test_council_of_which_only_the_year_is_known(as_of, standing):
    rows = council(None, "active").assign(registered_year=2559)
    assert council_standing(rows, as_of, PUBLISHED).tolist() == [standing]
    dated = council("2016-03-01", "active").assign(registered_year=2570)
    assert council_standing(dated, AFTER, PUBLISHED).tolist() == ["active"]


@pytest.mark.parametrize(
    ("status", "as_of", "standing"),
    [
        ("dissolved", date(2020, 12, 31), "active"),
        ("dissolved", date(2021, 6, 1), "unknown"),  # somewhen in 2564
        ("dissolved", date(2022, 1, 1), "dissolved"),
        ("dissolved", date(2016, 1, 1), "absent"),
        ("dissolved", AFTER, "dissolved"),
        (None, date(2021, 6, 1), "unknown"),
        (None, AFTER, "dissolved"),
        ("active", date(2020, 12, 31), "active"),
        ("active", date(2021, 6, 1), "unknown"),
        ("active", AFTER, "unknown"),
    ],
)
def test_council_of_which_only_the_year_of_its_end_is_known(status, as_of, standing):
    rows = council("2016-03-01", status).assign(dissolved_year=2564)
    assert council_standing(rows, as_of, PUBLISHED).tolist() == [standing]
    in_its_year = date(2021, 3, 1)
    assert council_standing(rows, date(2021, 6, 1), in_its_year).tolist() == [
        "dissolved" if status == "dissolved" else "unknown"
    ]
    dated = council("2016-03-01", "dissolved", "2021-01-01").assign(dissolved_year=2570)
    assert council_standing(dated, AFTER, PUBLISHED).tolist() == ["dissolved"]


def test_a_list_without_status_or_dates_lists_what_is_registered():
    rows = rows_of({"area": "190406"})
    assert council_standing(rows, AFTER, PUBLISHED).tolist() == ["active"]
    assert council_standing(rows, BEFORE, PUBLISHED).tolist() == ["unknown"]


def test_dates_may_be_python_dates():
    rows = rows_of({"area": "190406", "record_status": "active"})
    rows["registered_date"] = pd.Series([date(2016, 3, 1)], dtype=object)
    assert council_standing(rows, date(2016, 2, 1), PUBLISHED).tolist() == ["absent"]


@pytest.mark.parametrize(
    ("founded", "status", "as_of", "standing"),
    [
        (2549, "active", AFTER, "active"),
        (2549, "active", BEFORE, "active"),
        (2563, "active", BEFORE, "unknown"),  # 1 June 2563: founded somewhen in that year
        (2564, "active", BEFORE, "absent"),
        (2567, "active", AFTER, "active"),
        (None, "active", AFTER, "active"),
        (None, "active", BEFORE, "unknown"),
        (2549, "dissolved", AFTER, "dissolved"),
        (2549, "dissolved", BEFORE, "unknown"),
        (2549, None, AFTER, "unknown"),
    ],
)
def test_fund(founded, status, as_of, standing):
    rows = rows_of({"area": "190406", "founded_year": founded, "record_status": status})
    rows["founded_year"] = rows["founded_year"].astype("Int64")
    assert fund_standing(rows, as_of, PUBLISHED).tolist() == [standing]


@pytest.mark.parametrize(
    ("year", "as_of", "standing"),
    [
        (2566, date(2022, 10, 1), "active"),  # the first day of FY2566
        (2566, date(2022, 9, 30), "absent"),
        (2546, AFTER, "active"),
        (None, AFTER, "active"),
        (None, BEFORE, "unknown"),
    ],
)
def test_housing(year, as_of, standing):
    rows = rows_of({"area": "190406", "fiscal_year": year})
    rows["fiscal_year"] = rows["fiscal_year"].astype("Int64")
    assert housing_standing(rows, as_of, PUBLISHED).tolist() == [standing]


def test_no_rows_at_all():
    rows = council("2016-03-01", "active").iloc[:0]
    assert council_standing(rows, AFTER, PUBLISHED).empty
