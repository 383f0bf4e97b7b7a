"""What is said of gaps: figures in their place, unknown said to be unknown, singular and plural."""

import pandas as pd
import pytest
from pandas import DataFrame

from areamap.briefs import gap_lists
from areamap.briefs.sentences import gaps as said
from areamap.briefs.sentences.gaps import Wording
from areamap.direction.assignments import frame
from areamap.direction.gaps import Gaps
from areamap.measures.gaps import Rank

TH, EN = Wording("council", "tambon", "th"), Wording("council", "tambon", "en")


def gaps(states: list[str], people: list[int | None], poor: list[int | None]) -> Gaps:
    """Put tambons of Saraburi into states; those without have people and households."""
    codes = pd.Index([f"19040{number}" for number in range(1, len(states) + 1)])
    lacking = codes[[state == "none" for state in states]]
    count = len(lacking)
    names = ["name", "district", "province"]
    found = DataFrame(
        {f"{name}_{lang}": ["ก"] * count for name in names for lang in ("th", "en")},
        index=pd.Index(lacking, name="area_code"),
    ).assign(
        state="none",
        population=pd.array(people, dtype="Int64"),
        vulnerable=pd.array(poor, dtype="Int64"),
        vulnerable_year=pd.array([2566] * count, dtype="Int64"),
        neighbours=pd.array([6] * count, dtype="Int64"),
        neighbours_with=pd.array([4] * count, dtype="Int64"),
        neighbours_years=8.5,
    )
    rows = DataFrame({"state": states, "unknown_because": None}, index=codes)
    mentors = DataFrame(
        {
            "area_code": lacking[:1],
            "rank": 1,
            "record": 7,
            "tambon_code": "190405",
            "shares_border": False,
            "distance_km": 5.6,
            "years": 12.2,
            "member_groups": pd.array([20] * min(count, 1), dtype="Int64"),
            "has_fund": pd.array([True] * min(count, 1), dtype="boolean"),
            "has_plan": pd.array([None] * min(count, 1), dtype="boolean"),
        }
    )
    nobody = DataFrame(columns=["area_code", "authority_code", "whole"])
    places = DataFrame({"area_code": lacking, "tambon_code": lacking})
    return Gaps(rows, found, rows[rows["state"] == "unknown"], mentors, nobody, places, True)


def line(found: Gaps, code: str = "190401") -> said.Row:
    return {**found.found.loc[code].to_dict(), "area_code": code}


def test_the_answer_counts_people_and_says_of_how_many_it_is_not_known() -> None:
    found = gaps(["none", "none", "registered"], [1200, None], [30, None])
    (told,) = said.answer(found, "สระบุรี", TH)
    assert told == (
        "สระบุรี: **2 จาก 3 ตำบล ยังไม่มีสภาองค์กรชุมชน** · มีคนอยู่ 1,200 คน (ไม่รวมที่ไม่ทราบ 1 แห่ง)"
        " · ครัวเรือนเปราะบาง 30 ครัวเรือน (ไม่รวมที่ไม่ทราบ 1 แห่ง)"
    )


def test_one_gap_is_said_in_the_singular() -> None:
    found = gaps(["none", "registered"], [1200], [None])
    (told,) = said.answer(found, "Saraburi", EN)
    assert told == (
        "Saraburi: **1 of 2 tambons has no council** · people living there: 1,200"
        " · vulnerable households not known"
    )


def test_what_is_covered_by_another_and_what_is_not_known_stand_apart() -> None:
    found = gaps(["none", "covered", "partly", "unknown", "unknown"], [10], [1])
    assert said.answer(found, "Saraburi", EN)[1] == (
        "Not among them: 1 tambon covered by the council of another · 1 tambon covered in part"
        " · 2 tambons not known, to be asked"
    )


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["registered"] * 2, "Saraburi: **every one has its council** (2 tambons)"),
        (
            ["registered", "unknown"],
            "Saraburi: **none is known to have no council** (known: 1 tambon)",
        ),
        (
            ["unknown", "unknown"],
            "Saraburi: **it is not known** which tambons have a council, for there are no data yet",
        ),
    ],
)
def test_none_all_and_nothing_known_are_three_things(states: list[str], expected: str) -> None:
    assert said.answer(gaps(states, [], []), "Saraburi", EN)[0] == expected


def test_who_comes_first_is_said_with_its_figure_and_the_nearest_council() -> None:
    found = gaps(["none"], [1200], [30])
    told = said.foremost(line(found), found.mentors, Rank.NEIGHBOURS, EN)
    assert "its neighbours began 8 years ago" in told
    assert told.endswith("Saraburi (6 km).")
    unknown = {**line(found), "vulnerable": pd.NA}
    assert "can't be ranked by vulnerable households" in said.foremost(
        unknown, found.mentors, Rank.VULNERABLE, EN
    )


def test_one_gap_says_what_is_known_of_it_and_what_is_not() -> None:
    found = gaps(["none"], [1], [None])
    assert said.one(line(found), EN) == [
        "Population: 1 person.",
        "The number of vulnerable households is not known.",
        "Of the 6 tambons around it 4 have one, begun 8 years ago (median).",
    ]
    lost = {**line(found), "neighbours": pd.NA, "population": pd.NA}
    assert said.one(lost, TH)[0] == "ยังไม่ทราบจำนวนประชากรและครัวเรือน"
    assert "แผนที่นี้ไม่มีพื้นที่นี้" in said.one(lost, TH)[2]


def test_signs_of_a_council_are_told_and_what_is_not_known_of_it() -> None:
    row = gaps(["none"], [1], [1]).mentors.iloc[0].to_dict()
    assert said.why_strong(row, "en") == (
        "registered 12 years ago, 20 member groups, with a welfare fund and plan not known"
    )


def test_all_authorities_are_named_with_what_they_are() -> None:
    rows = [
        {"name_th": "ก", "name_en": "A", "authority_type": "TAO", "whole": True},
        {"name_th": "ข", "name_en": None, "authority_type": "Mueang", "whole": False},
    ]
    assert said.counterpart(rows, "th") == "อบต.ก และข (บางส่วน)"
    assert said.counterpart(rows, "en") == "A Tambon Administrative Organisation and ข (in part)"


@pytest.mark.parametrize("wording", [TH, EN])
def test_the_list_has_a_line_for_each_gap_and_nothing_made_up(wording: Wording) -> None:
    found = gaps(["none", "none", "registered"], [1200, None], [30, None])
    table = gap_lists.gap_table(found, found.ranked(Rank.PEOPLE), frame({}), wording)
    assert len(table) == 2
    assert len(table.columns) == len(gap_lists.COLUMNS)
    assert table.iloc[0].tolist()[-1] == "190401"
    assert table.iloc[1].isna().sum() == 8
