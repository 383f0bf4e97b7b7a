"""Rows and baht by state."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from areamap.registers.drafts import STATES
from areamap.ui.import_steps.totals import GROUPS, of, shown

PAGE = """
from decimal import Decimal
from areamap.ui.import_steps import totals
counts = dict(matched=1200, suggested=3, ambiguous=2, unmatched=1, rejected=4, ignored=5)
baht = {state: Decimal(rows) for state, rows in counts.items()}
totals.show(counts, baht if {money} else {}, "th")
"""


def page(*, money: bool) -> str:
    app = AppTest.from_string(PAGE.replace("{money}", str(money))).run()
    assert not app.exception
    return str(app.get("html")[0].proto.body)


def test_each_state_is_in_one_group() -> None:
    states = [state for group in GROUPS.values() for state in group]
    assert sorted(states) == sorted(STATES)


def test_tiles_and_sum_say_rows_and_baht() -> None:
    said = page(money=True)
    for text in ("1,200 แถว", "6 แถว", "4 แถว", "5 แถว", "1,200 บาท", "รวม 1,215 แถว 1,215 บาท"):
        assert text in said


def test_the_data_alone_can_be_held_against_the_total_of_the_file() -> None:
    assert "เฉพาะแถวข้อมูล 1,210 บาท" in page(money=True)


def test_a_register_without_money_says_nothing_of_baht() -> None:
    assert "บาท" not in page(money=False)


@given(st.dictionaries(st.sampled_from(STATES), st.integers(0, 10**6)))
def test_groups_add_up_to_the_file(counts: dict[str, int]) -> None:
    assert sum(of(counts, states) for states in GROUPS.values()) == sum(counts.values())


def test_satang_are_said_only_where_there_are_any() -> None:
    assert shown(Decimal("73250.00")) == "73,250"
    assert shown(Decimal("73250.30")) == "73,250.30"
    assert shown(Decimal(-5000)) == "-5,000"
