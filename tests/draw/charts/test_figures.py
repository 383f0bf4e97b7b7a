"""What the charts say, by the JSON that a browser gets."""

import json
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pandas import DataFrame, Series

from areamap.draw import charts
from areamap.draw.charts import colours
from areamap.measures.work_lines import WorkLine

ATTACK = '<a href="https://example.org">x</a>'
NAMES = {"19": "สระบุรี", "16": ATTACK, "14": "พระนครศรีอยุธยา"}


def told(figure: charts.Figure) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(figure.to_json())
    return found


PICKS = DataFrame(
    {"council": ["19|council", "16|council"], "land": ["19|land", "16|land"]}, index=["19", "16"]
)


def every() -> dict[str, charts.Figure]:
    two = DataFrame({"19": [1.0, 2.0], "16": [3.0, np.nan]}, index=[2565, 2566])
    parts = DataFrame({"council": [1.0, 2.0], "land": [3.0, np.nan]}, index=["19", "16"])
    part_names = {"council": "สภาฯ", "land": ATTACK}
    hues = {"council": "#0f766e", "land": "#a5cf9f"}
    dots = DataFrame({"place": ["19", "19", "16"], "value": [1, 3, np.nan]}, index=["a", "b", "c"])
    flows = DataFrame({"source": ["19", "19"], "target": ["16", "14"], "value": [1.0, 2.0]})
    return {
        "bars": charts.bars(
            Series([2.0, np.nan], index=["19", "16"]),
            NAMES,
            ["2", "ไม่ทราบ"],
            marked=["19"],
            reference=charts.Reference(3.0, ATTACK),
        ),
        "stacked": charts.stacked(
            parts, NAMES, part_names, hues, parts.astype("str"), ["4", "2"], marked=["16"]
        ),
        "lines": charts.lines(two, NAMES, two.astype("str"), "th", percent=True),
        "sankey": charts.sankey(flows, NAMES, dict.fromkeys(NAMES, "#0f766e"), str),
        "matrix": charts.matrix(parts, NAMES, part_names, parts.astype("str")),
        "clicks": charts.matrix(
            parts,
            NAMES,
            part_names,
            parts.astype("str"),
            clicks=charts.Clicks(PICKS, "16", "land"),
        ),
        "course": charts.course(
            Series({2567: np.nan, 2568: 3.0, 2569: 5.0}),
            9.0,
            2571,
            2.0,
            charts.Words("ที่ผ่านมา 5", "ต้องการ 2", ATTACK, "เป้า 9", ("-", "3", "5")),
            "th",
        ),
        "spread": charts.spread(
            dots,
            {"19": "สระบุรี", "16": ATTACK},
            Series({"a": "ก", "b": ATTACK, "c": "ค"}),
            ["1", "3", "-"],
            middle=Series({"19": 2.0}),
            middle_said={"19": "2", "16": "-"},
        ),
    }


@pytest.mark.parametrize("kind", list(every()))
def test_words_of_other_people_stay_text(kind: str) -> None:
    said = every()[kind].to_json()
    assert "<a href" not in said
    assert "u003ca href" not in said
    assert "&lt;a href" in said


@pytest.mark.parametrize("kind", list(every()))
def test_the_font_is_the_bundled_one_and_nothing_is_fetched(kind: str) -> None:
    found = told(every()[kind])
    assert found["layout"]["font"]["family"].startswith("Sarabun")
    assert "http" not in json.dumps(found).replace(ATTACK, "").replace("https://example.org", "")


def test_bars_stand_in_order_with_their_numbers_and_codes() -> None:
    found = told(every()["bars"])
    trace = found["data"][0]
    assert trace["y"] == trace["customdata"] == ["19", "16"]
    assert found["layout"]["yaxis"]["ticktext"][0] == "สระบุรี  <b>2</b> "
    assert found["layout"]["yaxis"]["ticktext"][1].endswith("  <b>ไม่ทราบ</b> ")
    assert trace["x"] == [2.0, 0.0]
    assert trace["marker"]["opacity"] == [1.0, 0.35]
    assert found["layout"]["yaxis"]["autorange"] == "reversed"
    assert found["layout"]["shapes"][0]["x0"] == 3.0
    assert found["layout"]["xaxis"]["range"][1] > 3.0


def test_long_names_stand_above_their_bars_in_lines_that_a_phone_can_show() -> None:
    names = {"7": "จังหวัดพระนครศรีอยุธยา · กองทุนสวัสดิการชุมชน · 2570", "0": ATTACK}
    values = Series([2.0, 1.0], index=list(names))
    found = told(charts.bars(values, names, ["2 / 4", "1"], above=True))
    trace, layout = found["data"][0], found["layout"]
    assert trace["customdata"] == ["7", "0"]
    # each name and each number goes with its own row
    rows = [each["y"] for each in layout["annotations"]]
    assert rows[::2] == rows[1::2] == trace["y"]
    said = [each["text"] for each in layout["annotations"]]
    assert said[0] == "จังหวัดพระนครศรีอยุธยา · กองทุนสวัสดิการชุมชน<br>2570"
    assert said[1] == "<b>2 / 4</b>"
    assert "<a " not in said[2]
    assert layout["yaxis"]["showticklabels"] is False


def test_a_selection_of_other_things_does_not_fade_these() -> None:
    figure = charts.bars(Series([2.0], index=["19"]), NAMES, ["2"], marked=["70"])
    assert told(figure)["data"][0]["marker"]["opacity"] == [1.0]


def test_parts_are_stacked_and_the_total_stands_behind() -> None:
    found = told(every()["stacked"])
    assert [trace.get("name") for trace in found["data"][:2]] == [
        "สภาฯ",
        '&lt;a href="https://example.org"&gt;x&lt;/a&gt;',
    ]
    assert found["data"][2]["x"] == [4.0, 2.0]
    assert [each.strip() for each in found["data"][2]["text"]] == ["4", "2"]


def test_years_are_buddhist_in_thai_and_a_gap_stays_a_gap() -> None:
    found = told(every()["lines"])
    assert found["layout"]["xaxis"]["ticktext"] == ["2565", "2566"]
    assert found["data"][1]["y"] == [3.0, None]
    two = DataFrame({"19": [1.0, 2.0]}, index=[2565, 2566])
    english = told(charts.lines(two, NAMES, two.astype("str"), "en"))
    assert english["layout"]["xaxis"]["ticktext"] == ["2022", "2023"]


def test_the_axis_of_a_rate_begins_near_the_least() -> None:
    two = DataFrame({"19": [81.0, 85.0], "16": [92.0, np.nan]}, index=[2565, 2566])
    found = told(charts.lines(two, NAMES, two.astype("str"), "th", percent=True))
    assert found["layout"]["yaxis"]["range"] == [70.0, 101.0]
    baht = told(charts.lines(two, NAMES, two.astype("str"), "th"))
    assert baht["layout"]["yaxis"]["range"][0] == 0


def test_names_at_the_ends_of_lines_do_not_lie_on_one_another() -> None:
    same = DataFrame({code: [50.0, 50.0] for code in NAMES}, index=[2565, 2566])
    found = told(charts.lines(same, NAMES, same.astype("str"), "th", percent=True))
    heights = sorted(each["y"] for each in found["layout"]["annotations"])
    assert all(high - low >= 0.05 for low, high in pairwise(heights))


def test_flows_keep_their_values_and_sum_at_each_thing() -> None:
    trace = told(every()["sankey"])["data"][0]
    assert trace["link"]["value"] == [1.0, 2.0]
    assert trace["node"]["label"][0] == "สระบุรี 3.0"
    assert trace["link"]["color"][0] == "rgba(15,118,110,0.34)"


def test_a_missing_cell_is_white_and_the_darkest_is_the_most() -> None:
    trace = told(every()["matrix"])["data"][0]
    assert trace["z"] == [[1.0, 3.0], [2.0, None]]
    assert (trace["zmin"], trace["zmax"]) == (0, 3.0)


def test_every_cell_of_a_matrix_can_be_clicked_and_what_is_picked_is_framed() -> None:
    found = told(every()["clicks"])
    cells, dots = found["data"]
    # a heatmap hears no click
    assert cells["hoverinfo"] == "skip"
    assert dots["customdata"] == ["19|council", "19|land", "16|council", "16|land"]
    assert (dots["x"], dots["y"]) == (["council", "land"] * 2, ["19", "19", "16", "16"])
    assert dots["marker"]["opacity"] == 0
    row, column = found["layout"]["shapes"]
    assert (row["y0"], row["y1"], column["x0"], column["x1"]) == (0.5, 1.5, 0.5, 1.5)
    assert (
        "shapes" not in told(every()["matrix"])["layout"]
        or not told(every()["matrix"])["layout"]["shapes"]
    )


def test_the_course_goes_on_from_the_last_year_that_is_known() -> None:
    found = told(every()["course"])
    past, needed, present = found["data"]
    assert past["y"] == [None, 3.0, 5.0]
    assert (needed["x"], needed["y"]) == ([2569, 2571], [5.0, 9.0])
    assert (present["x"], present["y"]) == ([2569, 2571], [5.0, 9.0])
    low, top = found["layout"]["yaxis"]["range"]
    assert low < 3.0
    assert top > 9.0
    assert [each["line"]["dash"] for each in found["data"]] == ["solid", "dash", "dot"]


def test_a_course_whose_year_is_over_has_no_pace_needed() -> None:
    words = charts.Words("ก", "ข", "ค", "ง", ("5",))
    found = told(charts.course(Series({2569: 5.0}), 9.0, 2568, None, words, "en"))
    assert len(found["data"]) == 1
    assert [each["text"] for each in found["layout"]["annotations"]] == ["ง"]
    assert found["data"][0]["name"] == "ก"


def test_the_middle_half_of_a_spread() -> None:
    found = told(every()["spread"])
    assert found["data"][0]["x"] == [1.5, 2.5]
    assert [trace for trace in found["data"] if trace["mode"] == "markers"][-1]["x"] == [2.0, None]


@pytest.mark.parametrize("values", [[], [0.0], [np.nan]])
def test_nothing_and_zero_can_be_drawn(values: list[float]) -> None:
    codes = ["19"][: len(values)]
    figure = charts.bars(Series(values, index=codes, dtype="float64"), NAMES, ["0"] * len(codes))
    assert told(figure)["layout"]["xaxis"]["range"][1] > 0


def grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def test_work_lines_that_are_stacked_side_by_side_differ_on_a_grey_print() -> None:
    hues = [colours.WORK_LINES[line] for line in WorkLine]
    assert len(set(hues)) == len(WorkLine)
    pairs = pairwise(hues)
    assert all(abs(grey(one) - grey(other)) > 0.28 for one, other in pairs)


def test_an_agency_has_one_colour_wherever_it_stands() -> None:
    assert colours.agency("codi") == colours.CODI
    assert colours.agency("อบจ.") == colours.agency("อบจ.") != colours.CODI
