"""What a row's status is where no cell says it."""

import pytest

from areamap.registers.cells import Cell
from tests.registers.test_answers import NONE, read, said


def test_blank_day_of_registration_is_no_registered_council() -> None:
    cells: list[list[Cell]] = [["15/3/2559"], [None], ["ยังไม่จดแจ้ง"], ["-"]]
    assert said(read(["วันที่จดแจ้ง"], cells)) == ["active", None, NONE, None]


def test_year_of_registration_shows_a_council_as_a_day_does() -> None:
    cells: list[list[Cell]] = [[None, 2559], ["1/2/2560", None], [None, None]]
    assert said(read(["วันที่จดแจ้ง", "ปีที่จดแจ้ง"], cells)) == ["active", "active", None]


def test_list_of_names_alone_lists_what_is_there() -> None:
    assert said(read(["จำนวนองค์กร"], [[3], [None]])) == ["active", "active"]


def test_blank_status_stays_open_whatever_the_day_is() -> None:
    cells: list[list[Cell]] = [
        [None, "1/2/2560"],
        ["มี", None],
        [None, "ยังไม่จดแจ้ง"],
        ["มี", "ยังไม่จดแจ้ง"],
    ]
    assert said(read(["สถานะ", "วันที่จดแจ้ง"], cells)) == [None, "active", NONE, None]


def test_day_of_dissolution_goes_before_the_day_of_registration() -> None:
    cells: list[list[Cell]] = [["1/2/2560", "1/2/2565"], ["1/2/2560", None]]
    assert said(read(["วันที่จดแจ้ง", "วันที่ยุบเลิก"], cells)) == ["dissolved", "active"]


@pytest.mark.parametrize(
    ("members", "baht", "status"),
    [(3, None, "active"), (0, 5, "active"), (0, 0, None), (None, None, None)],
)
def test_fund_without_a_member_and_money_shows_nothing(
    members: Cell, baht: Cell, status: str | None
) -> None:
    table = read(["จำนวนสมาชิก", "เงินกองทุน", "อื่น"], [[members, baht, "ก"]], "fund")
    assert said(table) == [status]
