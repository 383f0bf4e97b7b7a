"""Years that were over and changed all the same."""

from datetime import date
from typing import Any

from areamap.measures.closed_years import Edition, changed_years
from areamap.measures.findings import Found, Severity
from tests.quality.homes import council, register_rows, waiting

FIRST = date(2023, 11, 1)
"""A day of FY2567: FY2566 is over."""


def line(area: str, year: int, baht: float | None) -> dict[str, Any]:
    return {"area_code": area, "fiscal_year": year, "amount_baht": baht}


def changed(
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    register: str = "budget",
    note: str = "",
) -> list[Found]:
    old = Edition(7, FIRST, "", register_rows(register, *before))
    new = Edition(9, date(2024, 2, 1), note, register_rows(register, *after))
    return changed_years(register, old, new)


def test_a_closed_year_that_changes_without_a_note_is_wrong() -> None:
    (found,) = changed(
        [line("190401", 2566, 100.0), line("190402", 2566, 50.25)],
        [line("190401", 2566, 100.0), line("190402", 2566, 60.0)],
    )
    assert found.severity == "wrong"
    assert found.area_code == "19"
    assert (found.told["before"], found.told["after"]) == (150.25, 160.0)
    assert found.told["fiscal_year"] == 2566
    # The line that stayed is not among the rows.
    assert found.rows == {"budget#7": (1,), "budget#9": (1,)}


def test_with_a_note_it_is_good_to_know() -> None:
    before, after = [line("190401", 2566, 1.0)], [line("190401", 2566, 2.0)]
    (found,) = changed(before, after, note="แก้ตามหนังสือจังหวัด")
    assert (found.severity, found.what) == ("note", "closed_year_noted_baht")
    assert found.told["note"] == "แก้ตามหนังสือจังหวัด"


def test_the_year_that_runs_may_change() -> None:
    assert changed([line("190401", 2567, 1.0)], [line("190401", 2567, 2.0)]) == []


def test_what_is_only_told_another_way_has_not_changed() -> None:
    before = [line("190401", 2566, 100.0), line("190402", 2566, 50.0)]
    assert changed(before, before[::-1]) == []
    # 150 baht, now told of the province as a whole.
    assert changed(before, [line("19", 2566, 150.0)]) == []


def test_a_year_that_comes_or_goes_has_changed() -> None:
    base = line("190401", 2565, 1.0)
    (came,) = changed([base], [base, line("190401", 2566, 2.0)])
    assert (came.told["before"], came.told["after"]) == (None, 2.0)
    (gone,) = changed([base, line("190401", 2566, 2.0)], [base])
    assert (gone.told["before"], gone.told["after"]) == (2.0, None)


def test_another_province_is_no_change() -> None:
    before = [line("190401", 2566, 1.0)]
    assert changed(before, [*before, line("300101", 2566, 2.0)]) == []
    assert changed([*before, line("300101", 2566, 2.0)], before) == []


def test_rows_that_wait_are_in_no_sum() -> None:
    before = [line("190401", 2566, 1.0)]
    after = [*before, waiting("190402", fiscal_year=2566, amount_baht=9.0)]
    assert changed(before, after) == []


def test_councils_are_counted_by_the_fiscal_year_of_their_day() -> None:
    # 1 October 2022 is the first day of FY2566.
    before = [council("190401", "2022-09-30"), council("190402", "2022-10-01")]
    (found,) = changed(before, [*before, council("190403", "2022-10-02")], "council")
    assert (found.what, found.severity) == ("closed_year_silent_records", Severity.DOUBT)
    assert (found.told["fiscal_year"], found.told["before"], found.told["after"]) == (2566, 1, 2)


def test_registers_without_years_have_none_to_close() -> None:
    people = [{"area_code": "190401", "population": 5}]
    assert changed(people, [{**people[0], "population": 6}], "population") == []
