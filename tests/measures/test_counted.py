"""Indicators counted again, worked out by hand on a small ground."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from areamap.measures.basis import Basis
from areamap.measures.counted import Asked, Counted, Register, counted
from areamap.measures.indicators import indicators
from areamap.measures.reach import Reach, reach
from areamap.places import gazetteer
from areamap.places.levels import Level
from tests.measures.ground import ground_of
from tests.quality.homes import council, register_rows, waiting

DAY = date(2023, 3, 15)
PUBLISHED = date(2024, 1, 1)
GROUND = ground_of(("190401", "A"), ("190402", "A"), ("190403", "B"), ("190403", "C"))


def place(*tambons: str, code: str = "zone") -> Reach:
    every = gazetteer.areas(Level.TAMBON).index.to_series()
    levels = {"tambon": every, "district": every.str[:4], "province": every.str[:2]}
    return reach(code, pd.Index(tambons), levels, GROUND)


SARABURI = place("190401", "190402", "190403")


def count(name: str, *records: dict[str, Any], where: Reach = SARABURI, **asked: Any) -> Counted:
    indicator = indicators()[name]
    rows = register_rows(indicator.register, *records)
    told = Asked(**{"as_of": DAY, **asked})
    return counted(indicator, told, where, {indicator.register: Register(rows, PUBLISHED)}, GROUND)


def test_councils_are_counted_on_the_day_of_the_figure() -> None:
    found = count(
        "councils",
        council("190401", "2023-03-15"),
        council("190402", "2023-03-16"),
        council("190403", None),
        council("190403", "2010-01-01", record_status="dissolved", dissolved_date="2020-01-01"),
        council("300101"),
        waiting("190402"),
        waiting("720102"),
    )
    assert found.value == 1
    assert list(found.rows) == [0]
    assert list(found.later) == [1]
    assert list(found.unsure) == [2]
    assert list(found.waiting) == [5]


def test_an_authority_counts_where_its_seat_lies_and_once() -> None:
    records = [council("190402", authority_code="A")]
    assert count("councils", *records).value == 1
    assert count("councils", *records, where=place("190402", code="190402")).value is None
    assert count("councils", *records, where=place("190401", code="190401")).value == 1


def test_figures_in_tambons_or_authorities_count_areas() -> None:
    records = [council("190401", authority_code="A"), council("190403")]
    assert count("councils", *records).value == 2
    assert count("councils", *records, unit="tambons").value == 3
    assert count("councils", *records, unit="authorities").value == 3


def test_a_province_of_which_nothing_is_registered_is_not_counted_as_none() -> None:
    assert count("councils", council("300101")).value is None
    assert count("councils", council("190401", "2023-03-16")).value is None
    gone = council("190401", record_status="dissolved", dissolved_date="2020-01-01")
    assert count("councils", gone).value == 0
    nothing = counted(indicators()["councils"], Asked(DAY), SARABURI, {}, GROUND)
    assert nothing.value is None


def test_members_are_those_of_the_latest_year_that_is_not_after_the_day() -> None:
    def fund(year: int | None, members: int | None, area: str = "190401") -> dict[str, Any]:
        return {
            "area_code": area,
            "fund_name": "กองทุน",
            "founded_year": 2550,
            "record_status": "active",
            "fiscal_year": year,
            "members": members,
        }

    found = count("fund_members", fund(2564, 90), fund(2566, 100), fund(2567, 130))
    assert (found.value, list(found.rows), list(found.later)) == (100, [1], [])
    only_later = count("fund_members", fund(2567, 130), fund(2568, 150))
    assert (only_later.value, list(only_later.later)) == (130, [0])
    blank = count("fund_members", fund(None, None), fund(2566, 5, "190402"))
    assert (blank.value, list(blank.blank)) == (5, [0])


def test_money_is_of_the_fiscal_years_of_the_figure() -> None:
    def line(
        year: int | None, baht: float | None, area: str = "190401", **more: Any
    ) -> dict[str, Any]:
        told = {"fiscal_year": year, "amount_baht": baht, "work_line": "คุณภาพชีวิต", "agency": "พอช."}
        return {"area_code": area, **told, **more}

    records = [
        line(2566, 0.1),
        line(2566, 0.2),
        line(2565, 100.0),
        line(2566, 7.0, "19", agency="อบจ."),
        line(2566, 9.0, "upper-central"),
        line(None, 1.0),
        line(2566, None),
    ]
    province = place(*(code for code in gazetteer.areas(Level.TAMBON).index if code[:2] == "19"))
    found = count("budget_projects", *records, where=province)
    assert found.value == 7.3
    assert list(found.unsure) == [5]
    assert list(found.blank) == [6]
    assert count("budget_codi", *records, where=province).value == 0.3
    assert count("budget_partners", *records, where=province).value == 7.0
    both = {"first_year": 2565, "last_year": 2566}
    assert count("budget_projects", *records, where=province, **both).value == 107.3
    assert count("budget_projects", *records, **both).value == 100.3
    assert list(count("budget_projects", *records).wider) == [3]


def test_money_of_an_authority_counts_where_all_its_tambons_lie() -> None:
    line = {"area_code": "190401", "authority_code": "A", "fiscal_year": 2566, "amount_baht": 5.0}
    assert count("budget_projects", line).value == 5.0
    half = count("budget_projects", line, where=place("190401", code="190401"))
    assert (half.value, list(half.wider)) == (None, [0])


def test_projects_are_counted_by_their_names() -> None:
    names = ["ก", "ก", "ข", None]
    records = [
        {"area_code": "190401", "fiscal_year": 2566, "amount_baht": 1.0, "project_name": name}
        for name in names
    ]
    assert count("projects", *records).value == 2


def test_housing_is_of_its_years_and_else_of_all_to_the_day() -> None:
    def built(year: int, area: str = "190401") -> dict[str, Any]:
        return {"area_code": area, "fiscal_year": year, "units": 2, "households": 3}

    records = [built(2565), built(2566, "190402"), built(2560), built(2567)]
    one = count("houses_handed_over", *records, first_year=2565, last_year=2565)
    assert (one.value, list(one.later)) == (2, [3])
    assert count("houses_handed_over", *records).value == 6
    assert count("housing_households", *records, first_year=2560, last_year=2566).value == 9
    assert count("housing_tambons", *records).value == 2


def test_a_council_was_founded_in_the_year_of_its_day() -> None:
    records = [council("190401", "2016-10-05"), council("190402", None, registered_year=2560)]
    assert count("council_founded", *records).value == 2559


@pytest.mark.parametrize(
    ("name", "expected"), [("tambons", 3), ("authorities", 3), ("districts", None)]
)
def test_areas_of_a_place(name: str, expected: float | None) -> None:
    found = counted(indicators()[name], Asked(DAY), SARABURI, {}, GROUND)
    assert found.value == expected


def test_without_a_register_of_authorities_there_is_no_number_of_them() -> None:
    bare = ground_of(("190401", None))
    levels = {"tambon": gazetteer.areas(Level.TAMBON).index.to_series()}
    here = reach("190401", pd.Index(["190401"]), levels, bare)
    assert counted(indicators()["authorities"], Asked(DAY), here, {}, bare).value is None


def test_plans_and_agreements_count_from_their_day() -> None:
    plan = {"area_code": "19", "plan_name": "แผน", "record_status": "submitted"}
    tambons = [code for code in gazetteer.areas(Level.TAMBON).index if code[:2] == "19"]
    province = place(*tambons, code="19")
    records = [
        {**plan, "submitted_date": "2022-09-05"},
        {**plan, "submitted_date": "2023-09-05"},
        {**plan, "record_status": "drafted"},
        {**plan, "area_code": "190401", "submitted_date": "2022-09-05"},
    ]
    assert count("plan_submitted", *records, where=province).value == 1
    signed = {"area_code": "19", "signed_date": "2022-05-23", "term_years": 3, "scope_count": 4}
    assert count("mou_years", signed, where=province).value == 3
    assert count("mou_scopes", signed, where=province).value == 4
    before = date(2022, 5, 22)
    assert count("mou_years", signed, where=province, as_of=before).value is None


def test_basis_of_a_figure_is_no_unit() -> None:
    records = [council("190401", authority_code="A"), council("190403")]
    assert count("councils", *records, basis=Basis.AUTHORITY).value == 2
