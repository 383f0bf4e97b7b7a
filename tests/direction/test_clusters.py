"""How areas compare, by hand and against the measures."""

from pathlib import Path

import pandas as pd
from pandas import DataFrame, Series

from areamap import settings
from areamap.briefs.sentences.clusters import Wording, answer, of_one, two_bases
from areamap.direction import clusters
from areamap.direction.clusters import Measure
from areamap.places.levels import Level
from areamap.workspace import Workspace

FOUND = DataFrame(
    {
        "name_th": ["ก", "ข", "ค"],
        "name_en": ["A", "B", "C"],
        "value": [90.0, 50.0, float("nan")],
        "part": [9.0, 5.0, float("nan")],
        "whole": [10.0, 10.0, 0.0],
        "unknown": [0, 1, 0],
    },
    index=pd.Index(["10", "11", "12"], name="area_code"),
)
WHOLE = Series({"value": 70.0, "part": 14.0, "whole": 20.0})


def test_the_answer_names_most_and_least_with_what_was_divided() -> None:
    said = answer(FOUND, WHOLE, Wording(Measure.COVERAGE, "council", "tambon", "th"), "จังหวัด")
    assert "**ก** 90.0 % (9 จาก 10 ตำบล)" in said
    assert "**ข** 50.0 % (5 จาก 10 ตำบล)" in said
    assert "ห่างกัน 40.0 จุด" in said
    assert said.endswith("ทั้งประเทศ 70.0 %")


def test_one_area_has_a_rank_or_says_that_it_is_not_known() -> None:
    wording = Wording(Measure.COVERAGE, "council", "tambon", "en")
    assert "number 2 of 2" in of_one("11", FOUND, WHOLE, wording)
    assert "no data" in of_one("12", FOUND, WHOLE, wording)


def test_two_bases_are_told_apart_only_where_they_are() -> None:
    other = FOUND.assign(value=[88.0, 62.0, 10.0])
    assert two_bases(FOUND, FOUND, "council", "th") == ""
    assert "**ข**" in two_bases(FOUND, other, "council", "th")


def test_the_spread_by_hand() -> None:
    parts = DataFrame({"value": [0.0, 50.0, 100.0, 20.0, float("nan")]}, index=list("abcde"))
    places = Series({"a": "x", "b": "x", "c": "x", "d": "y", "e": "y"})
    found = clusters.spread(parts, places)
    assert found.loc["x"].tolist() == [3, 0.0, 25.0, 50.0, 75.0, 100.0]
    assert found.loc["y", "parts"] == 1


def test_a_cluster_has_a_target_where_all_its_provinces_have_one() -> None:
    rows = DataFrame(
        {
            "status": "matched",
            "indicator": "councils",
            "basis": ["tambon", "tambon", "tambon", "authority"],
            "area_code": ["18", "17", "70", "71"],
            "authority_code": None,
            "target_year": [2570, 2570, 2570, 2570],
            "value": [53.0, 43.0, 104.0, 98.0],
        }
    ).astype({"authority_code": "str", "target_year": "Int64"})
    places = Series({"18": "upper", "17": "upper", "70": "lower", "71": "lower"})
    found = clusters.targets(rows, "council", "tambon", places)
    assert found.index.tolist() == ["upper"]
    assert found.loc["upper"].tolist() == [96.0, 2570]
    assert clusters.targets(rows, "budget", "tambon", places).empty
    assert clusters.targets(None, "council", "tambon", places).empty


def test_baht_per_tambon_and_head_are_those_of_the_budget(sample_home: Path) -> None:
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("budget")
    found = clusters.compared(
        snapshot, Measure.TAMBON, Level.PROVINCE, within="upper-central", fiscal_year=2566
    )
    # Saraburi: 6,749,210 baht in 111 tambons
    assert round(found.loc["19", "value"], 4) == round(6_749_210 / 111, 4)
    assert found["value"].is_monotonic_decreasing
    years = clusters.paid_by_year(snapshot, Measure.SUM, Level.PROVINCE, "upper-central")
    assert years.loc[2566, "19"] == 6_749_210
