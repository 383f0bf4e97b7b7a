"""One area integrates every work line: how many are at work, and what can't be said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Index, Series

from areamap.measures.integration import LINES, Reach, by_place, integration
from areamap.measures.states import State
from areamap.measures.work_lines import WorkLine
from tests.measures.ground import rows_of

# province 19: two tambons in district 1901, one in 1902; province 18: one
TAMBONS = Index(["180101", "190101", "190102", "190201"], name="tambon_code")
NAMES = {
    WorkLine.COUNCIL: "สภาฯ",
    WorkLine.WELFARE: "สวัสดิการ",
    WorkLine.HOUSING: "ที่อยู่อาศัย",
    WorkLine.LAND: "ที่ดินทำกิน",
    WorkLine.ECONOMY: "เศรษฐกิจ",
    WorkLine.QUALITY_OF_LIFE: "คุณภาพชีวิต",
    WorkLine.CAPACITY: "เสริมขีดความสามารถ",
}
OWN = (WorkLine.COUNCIL, WorkLine.WELFARE, WorkLine.HOUSING)
NOTHING = {line: Series("none", index=TAMBONS, dtype="str") for line in OWN}
SILENT = {line: Series("unknown", index=TAMBONS, dtype="str") for line in OWN}


def line_of(area, line=None, baht=100.0, year=2566, **more):
    word = NAMES.get(line, line)
    return {
        "area": area,
        "work_line": word,
        "amount_baht": baht,
        "fiscal_year": year,
        "programme": None,
        **more,
    }


def lines_of(*records):
    rows = rows_of(*records)
    return rows.astype({"fiscal_year": "Int64", "work_line": "str"})


def reach(found, tambon, line):
    return found.loc[tambon, str(line)]


def test_a_case_by_hand():
    # 190101 has a council, a fund and money for houses and for quality of life: four of seven
    presence = {
        WorkLine.COUNCIL: Series(["unknown", "registered", "none", "covered"], index=TAMBONS),
        WorkLine.WELFARE: Series(["unknown", "partly", "dissolved", "none"], index=TAMBONS),
        WorkLine.HOUSING: Series(["unknown", "none", "none", "none"], index=TAMBONS),
    }
    money = lines_of(
        line_of("190101", WorkLine.HOUSING),
        line_of("190101", WorkLine.QUALITY_OF_LIFE),
        line_of("190101", WorkLine.QUALITY_OF_LIFE, year=2565),
    )
    found = integration(presence, money, TAMBONS)
    assert found["work_lines"].tolist()[1:] == [4, 0, 1]
    assert found["work_lines"].isna().tolist() == [True, False, False, False]
    assert found["unknown_lines"].tolist() == [7, 0, 0, 0]
    assert found.loc["190101", [str(line) for line in LINES]].tolist() == [
        "at_work",
        "at_work",
        "at_work",
        "none",
        "none",
        "at_work",
        "none",
    ]


def test_where_no_register_speaks_it_is_unknown_and_not_nought():
    found = integration({}, None, TAMBONS)
    assert found["work_lines"].isna().all()
    assert (found["unknown_lines"] == 7).all()
    money = lines_of(line_of("190101", WorkLine.LAND))
    found = integration(SILENT, money, TAMBONS)
    # province 18: nothing; province 19: money is known to be absent, council and others are not
    assert found["work_lines"].isna().tolist() == [True, False, True, True]
    assert found["unknown_lines"].tolist() == [7, 3, 3, 3]


def test_nought_is_said_only_where_all_seven_are_absent():
    money = lines_of(line_of("190101", WorkLine.LAND))
    found = integration(NOTHING, money, TAMBONS)
    assert found["work_lines"].fillna(-1).tolist() == [-1, 1, 0, 0]
    assert found["unknown_lines"].tolist() == [4, 0, 0, 0]


def test_a_register_of_its_own_that_knows_needs_no_money():
    found = integration({WorkLine.COUNCIL: NOTHING[WorkLine.COUNCIL]}, None, TAMBONS)
    assert (found["council"] == Reach.NONE).all()
    assert (found["welfare"] == Reach.UNKNOWN).all()


def test_money_does_not_say_that_there_is_no_fund():
    money = lines_of(line_of("190101", WorkLine.LAND), line_of("190101", WorkLine.WELFARE))
    found = integration({}, money, TAMBONS)
    assert found["welfare"].tolist() == ["unknown", "at_work", "unknown", "unknown"]
    assert found["economy"].tolist() == ["unknown", "none", "none", "none"]


def test_only_the_years_asked_for():
    money = lines_of(
        line_of("190101", WorkLine.LAND, year=2565),
        line_of("190102", WorkLine.LAND, year=2566),
        line_of("190201", WorkLine.LAND, year=None),
    )
    found = integration(NOTHING, money, TAMBONS, [2566])
    assert found["land"].tolist() == ["unknown", "none", "at_work", "unknown"]
    # a province that is silent in the year is unknown, whatever it said of others
    found = integration(NOTHING, money, TAMBONS, [2567])
    assert (found["land"] == Reach.UNKNOWN).all()


def test_money_that_went_back():
    money = lines_of(
        line_of("190101", WorkLine.LAND, 0.1),
        line_of("190101", WorkLine.LAND, 0.2),
        line_of("190101", WorkLine.LAND, -0.3),
        line_of("190102", WorkLine.LAND, 5),
        line_of("190102", WorkLine.LAND, -4.99),
        line_of("190201", WorkLine.LAND, None),
    )
    found = integration(NOTHING, money, TAMBONS)
    assert found["land"].tolist()[1:] == ["none", "at_work", "at_work"]


def test_money_known_only_above_the_tambon_is_not_spread():
    money = lines_of(
        line_of("1901", WorkLine.LAND),
        line_of("19", WorkLine.ECONOMY),
        line_of("upper-central", WorkLine.CAPACITY),
        line_of("190201", WorkLine.QUALITY_OF_LIFE),
    )
    found = integration(NOTHING, money, TAMBONS)
    assert found["land"].tolist() == ["unknown", "unknown", "unknown", "none"]
    assert found["economy"].tolist()[1:] == ["none"] * 3
    assert found["capacity"].tolist()[1:] == ["none"] * 3


def test_a_row_that_waits_may_be_the_tambon():
    money = lines_of(
        line_of("190201", WorkLine.CAPACITY),
        line_of(None, WorkLine.LAND, status="suggested", suggested=("190101", "180101")),
        line_of(None, WorkLine.ECONOMY, status="ambiguous", suggested=("1901",)),
        line_of(None, WorkLine.HOUSING, status="suggested", suggested=("190102",)),
        line_of(None, WorkLine.CAPACITY, status="ignored", suggested=("190102",)),
        line_of(None, WorkLine.CAPACITY, status="unmatched"),
    )
    found = integration(NOTHING, money, TAMBONS)
    assert found["land"].tolist()[1:] == ["unknown", "none", "none"]
    assert found["economy"].tolist()[1:] == ["unknown", "unknown", "none"]
    assert found["housing"].tolist() == ["none", "none", "unknown", "none"]
    assert found["capacity"].tolist()[1:] == ["none", "none", "at_work"]


def test_a_line_of_unknown_work():
    money = lines_of(line_of("190101", "พิเศษ"), line_of("190102", None, programme="บ้านมั่นคง"))
    found = integration(NOTHING, money, TAMBONS)
    # something is at work in 190101, one of the four without a register
    assert found.loc["190101", "unknown_lines"] == 4
    assert found.loc["190101", ["work_lines"]].isna().all()
    assert reach(found, "190101", WorkLine.COUNCIL) == Reach.NONE
    assert reach(found, "190102", WorkLine.HOUSING) == Reach.AT_WORK
    assert found.loc["190102", "unknown_lines"] == 0


def test_one_line_of_two_kinds_of_work():
    found = integration(NOTHING, lines_of(line_of("190101", "ที่ดิน/เศรษฐกิจ")), TAMBONS)
    assert found.loc["190101", "work_lines"] == 2


def test_by_place():
    money = lines_of(line_of("190101", WorkLine.LAND), line_of("190101", WorkLine.ECONOMY))
    found = integration(NOTHING, money, TAMBONS)
    province = Series(TAMBONS.str[:2], index=TAMBONS, dtype="str")
    placed = by_place(found, province, Index(["18", "19", "20"]))
    assert placed.index.tolist() == ["18", "19", "20"]
    assert placed.loc["19", ["areas", "lines_0", "lines_2", "unknown"]].tolist() == [3, 2, 1, 0]
    assert placed.loc["18", ["areas", "unknown"]].tolist() == [1, 1]
    assert placed.loc["20", "areas"] == 0
    assert placed.loc["19", ["land", "council"]].tolist() == [1, 0]


STATES = st.sampled_from([str(state) for state in State])
RECORDS = st.builds(
    line_of,
    st.sampled_from([*TAMBONS, "1901", "1801", "19", "TH"]),
    st.sampled_from([*WorkLine, None, "พิเศษ", "ที่ดิน/สภาฯ"]),
    st.sampled_from([100.0, -100.0, 0.0, None]),
    st.sampled_from([2565, 2566, None]),
    status=st.sampled_from(["matched", "matched", "suggested", "ignored"]),
    suggested=st.sampled_from([(), ("190101",), ("1901", "180101")]),
)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(RECORDS, min_size=1, max_size=8),
    st.dictionaries(st.sampled_from(OWN), st.tuples(*[STATES] * 4), max_size=3),
    st.sampled_from([None, (2566,), (2565, 2566)]),
)
def test_the_lines_sum_to_seven_and_more_knowledge_never_takes_away(records, told, years):
    presence = {line: Series(list(each), index=TAMBONS, dtype="str") for line, each in told.items()}
    found = integration(presence, lines_of(*records), TAMBONS, years)
    assert found.index.tolist() == TAMBONS.tolist()
    named = found[[str(line) for line in LINES]]
    at_work, unknown = (named == Reach.AT_WORK).sum(axis=1), (named == Reach.UNKNOWN).sum(axis=1)
    assert found["unknown_lines"].tolist() == unknown.tolist()
    assert (at_work + unknown + (named == Reach.NONE).sum(axis=1) == 7).all()
    missing = found["work_lines"].isna()
    assert missing.tolist() == ((at_work == 0) & (unknown > 0)).tolist()
    assert found["work_lines"].dropna().tolist() == at_work[~missing].tolist()
    # one more line of money: what is at work stays at work, and what is unknown is never made none
    more = integration(presence, lines_of(*records, line_of("190201", "land")), TAMBONS, years)
    assert (more[named.columns][named == Reach.AT_WORK].fillna("at_work") == "at_work").all().all()
    placed = by_place(found, Series(TAMBONS.str[:2], index=TAMBONS))
    counts = placed[[f"lines_{count}" for count in range(8)]].sum(axis=1) + placed["unknown"]
    assert counts.tolist() == placed["areas"].tolist()


@pytest.mark.parametrize("order", [TAMBONS, TAMBONS[::-1], TAMBONS[1:3]])
def test_any_tambons_in_any_order(order):
    money = lines_of(line_of("190101", WorkLine.LAND))
    whole = integration(NOTHING, money, TAMBONS)
    assert integration(NOTHING, money, order).equals(whole.loc[order].rename_axis("area_code"))


def activity(area, line, state="ongoing", year=2566, **more):
    told = {"area": area, "work_line": NAMES.get(line, line), "fiscal_year": year}
    return {**told, "record_status": state, **more}


def test_activities_by_hand():
    # 190101: council, fund, an activity for land that goes on, one planned for quality of life
    presence = {
        WorkLine.COUNCIL: Series("registered", index=TAMBONS, dtype="str"),
        WorkLine.WELFARE: Series("registered", index=TAMBONS, dtype="str"),
        WorkLine.HOUSING: Series("none", index=TAMBONS, dtype="str"),
    }
    acts = lines_of(
        activity("190101", WorkLine.LAND),
        activity("190101", WorkLine.QUALITY_OF_LIFE, "planned"),
        activity("190102", WorkLine.LAND, None),
        activity("190102", WorkLine.ECONOMY, "stopped"),
        activity("1902", WorkLine.CAPACITY, "done"),
        activity("190201", WorkLine.LAND, "done", 2571),
    )
    found = integration(presence, None, TAMBONS, range(2571), acts)
    assert found["work_lines"].tolist() == [2, 3, 2, 2]
    # of province 18 no activity tells anything; one without a status may have begun
    assert found["unknown_lines"].tolist() == [4, 0, 1, 1]
    assert reach(found, "190102", WorkLine.LAND) == "unknown"
    assert reach(found, "190201", WorkLine.CAPACITY) == "unknown"
    assert reach(found, "190101", WorkLine.QUALITY_OF_LIFE) == "none"


def test_money_and_activities_are_taken_together():
    money = lines_of(line_of("190101", WorkLine.LAND, -5.0))
    acts = lines_of(activity("190101", WorkLine.LAND))
    both = integration(NOTHING, money, TAMBONS, None, acts)
    assert both.loc["190101", "work_lines"] == 1
    assert integration(NOTHING, money, TAMBONS).loc["190101", "work_lines"] == 0
