"""Days that lost their format."""

from datetime import date, datetime

import pytest

from areamap.registers import serials
from areamap.registers.cells import Cell
from tests.registers.test_answers import read


@pytest.mark.parametrize("cell", [45000, 45000.0, 45000.75, "45000"])
@pytest.mark.parametrize("other", ["15/3/2559", datetime(2009, 3, 15), None, "-", 42000])  # noqa: DTZ001  # as Excel has it
def test_serials_among_days_are_days(cell: Cell, other: Cell) -> None:
    assert serials.read({3: cell, 4: other})[3] == date(2023, 3, 15)


@pytest.mark.parametrize("other", ["งง", 2566, 250000, 99999, True, "มี"])
def test_serials_beside_anything_else_are_left(other: Cell) -> None:
    assert serials.read({3: 45000, 4: other}) == {}


def test_years_are_no_serials() -> None:
    assert serials.read({1: 2559, 2: 2560}) == {}


def test_serials_in_a_list_are_read_and_counted() -> None:
    cells: list[list[Cell]] = [[45000], ["15/3/2559"], ["ยังไม่จดแจ้ง"]]
    table = read(["วันที่จดแจ้ง"], cells)
    assert table.columns["registered_date"][1:3] == [date(2023, 3, 15), date(2016, 3, 15)]
    assert table.serials == {"วันที่จดแจ้ง": 1}
    assert 1 not in table.verdicts
