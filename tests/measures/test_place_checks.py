"""Rows without a place, and codes that are no more."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.measures.place_checks import WAITING, retired_codes, waiting
from areamap.places import gazetteer
from tests.quality.homes import register_rows
from tests.quality.homes import waiting as a_waiting

STATES = ("matched", "suggested", "ambiguous", "unmatched", "rejected", "ignored")


def test_rows_that_wait_are_told_by_province_with_their_baht() -> None:
    rows = register_rows(
        "budget",
        {"area_code": "190406", "amount_baht": 100.0},
        a_waiting("190402", amount_baht=10.25),
        a_waiting("190402", "190403", amount_baht=20.0),
        a_waiting("190402", "720102", amount_baht=40.0),
        a_waiting(amount_baht=None, province="จ.สุพรรณบุรี"),
        {"status": "ignored", "amount_baht": 130.25},
    )
    told = {each.area_code: each for each in waiting("budget", rows, "amount_baht")}
    assert told["19"].told == {"rows": 2, "waiting_baht": 30.25}
    assert told[None].told == {"rows": 1, "waiting_baht": 40.0}
    assert told["72"].what == "waiting_rows"
    assert told["72"].rows == {"budget": (4,)}


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STATES), st.integers(0, 10**9)), min_size=1, max_size=30))
def test_no_row_and_no_baht_that_waits_is_left_out(lines: list[tuple[str, int]]) -> None:
    rows = register_rows(
        "budget",
        *(
            {
                "status": state,
                "area_code": "190406" if state == "matched" else None,
                "suggested_codes": ("190406",) if satang % 2 else (),
                "amount_baht": satang / 100,
            }
            for state, satang in lines
        ),
    )
    found = waiting("budget", rows, "amount_baht")
    held = [satang for state, satang in lines if state in WAITING]
    assert sum(each.told["rows"] for each in found) == len(held)
    assert round(sum(each.told["waiting_baht"] for each in found) * 100) == sum(held)
    linked = [label for each in found for label in each.rows["budget"]]
    assert sorted(linked) == [n for n, (state, _) in enumerate(lines) if state in WAITING]


def test_the_name_of_a_finding_changes_with_what_waits() -> None:
    one = register_rows("budget", a_waiting("190402", amount_baht=10.0))
    other = register_rows("budget", a_waiting("190402", amount_baht=11.0))
    keys = {
        waiting("budget", rows, "amount_baht")[0].key(sample=False) for rows in (one, other, one)
    }
    assert len(keys) == 2
    moved = one.assign(row=pd.array([99], dtype="Int64"), sheet="อีกชีต")
    assert waiting("budget", moved, "amount_baht")[0].key(sample=False) in keys


def test_retired_codes_are_told_by_how_they_are_used() -> None:
    old = next(code for code in gazetteer.retired().index if len(code) == 6)
    given_old = {"reason_key": "places_code_retired", "reason_values": {"code": old}}
    rows = register_rows(
        "budget",
        {"area_code": "190406", "amount_baht": 1.0, **given_old},
        {"area_code": "190405", "amount_baht": 1.0, **given_old},
        {"area_code": old, "amount_baht": 1.0},
        {"area_code": "190404", "amount_baht": 1.0, "reason_key": "places_by_code"},
    )
    found = {each.what: each for each in retired_codes("budget", rows)}
    assert found["retired_code_given"].rows == {"budget": (0, 1)}
    assert found["retired_code_given"].severity == "note"
    assert found["retired_code_joined"].rows == {"budget": (2,)}
    assert found["retired_code_joined"].severity == "wrong"
    assert len(found) == 2


def test_authorities_that_list_a_tambon_that_is_no_more() -> None:
    rows = register_rows(
        "authority",
        {"area_code": "190406", "authority_code": "A", "tambon_codes": "190406 190405*"},
        {"area_code": "190404", "authority_code": "B", "tambon_codes": "190404 999999*"},
        {"status": "rejected", "authority_code": "C", "tambon_codes": "888888"},
    )
    (found,) = retired_codes("authority", rows)
    assert (found.told["code"], found.rows) == ("999999", {"authority": (1,)})
    assert found.area_code is None
