"""Zero is nothing, blank is unknown, and what is to come has not been."""

from datetime import date, timedelta

import pytest

from areamap.i18n import LANGS, t
from areamap.registers import evidence
from areamap.registers.cells import Cell
from areamap.registers.definitions import load
from areamap.registers.headers import Heading
from areamap.registers.verdicts import Verdict
from tests.registers.test_answers import read


@pytest.mark.parametrize(
    ("households", "baht", "reason"),
    [
        (10, 100, None),
        (0, 100, None),
        (10, None, None),
        (0, 0, "registers_nothing_recorded"),
        ("0", "0 บาท", "registers_nothing_recorded"),
        (None, None, "registers_nothing_told"),
        ("-", 0, "registers_nothing_told"),
    ],
)
def test_houses_need_a_household_or_baht(households: Cell, baht: Cell, reason: str | None) -> None:
    cells: list[list[Cell]] = [["ก", households, baht], ["ข", 1, 1]]
    table = read(["ชื่อโครงการ", "จำนวนครัวเรือน", "งบประมาณ"], cells, "housing")
    verdict = table.verdicts.get(1)
    assert (verdict and verdict.reason_key) == reason
    if verdict:
        expected = "ignored" if reason == "registers_nothing_recorded" else "rejected"
        assert verdict.status == expected
        for lang in LANGS:
            assert t(f"reasons.{verdict.reason_key}", lang, **verdict.reason_values)
    assert 2 not in table.verdicts


def test_list_of_houses_without_measures_names_what_is_there() -> None:
    assert list(read(["ชื่อโครงการ"], [["ก"], ["ข"]], "housing").verdicts) == [0]


def test_days_and_years_to_come_are_refused() -> None:
    today = date(2026, 11, 20)
    register = load("council")
    headings = {"registered_date": Heading(1, "วันที่"), "registered_year": Heading(2, "ปี")}
    days = [today, today + timedelta(1), None, None, date(2009, 3, 15)]
    years = [None, None, 2569, 2570, None]
    columns = {column.name: [None] * 5 for column in register.columns}
    verdicts: dict[int, Verdict] = {}
    evidence.judge_days(
        verdicts,
        {**columns, "registered_date": days, "registered_year": years},
        register,
        headings,
        today,
    )
    assert sorted(verdicts) == [1, 3]
    assert (days[:2], years[2:4]) == ([today, None], [2569, None])
    said = {"column": "วันที่", "value": "21/11/2569"}
    assert verdicts[1] == Verdict("rejected", "registers_still_to_come", said)
    for lang in LANGS:
        assert t(f"reasons.{verdicts[3].reason_key}", lang, **verdicts[3].reason_values)


def test_council_registered_in_a_year_to_come_is_rejected() -> None:
    cells: list[list[Cell]] = [["15/3/2650", "จดแจ้งแล้ว"], ["15/3/2559", "จดแจ้งแล้ว"]]
    verdicts = read(["วันที่จดแจ้ง", "สถานะ"], cells).verdicts
    assert verdicts[1].reason_key == "registers_still_to_come"
    assert 2 not in verdicts
