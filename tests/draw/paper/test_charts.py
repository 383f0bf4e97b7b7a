"""Charts on paper."""

import math
from itertools import pairwise

import pytest
from pandas import DataFrame

from areamap.draw.charts import colours
from areamap.draw.paper import charts
from areamap.draw.paper._marks import Drawing, cut
from areamap.draw.paper._standing import _apart
from areamap.draw.paper.charts import Chart
from areamap.draw.paper.lettering import width
from areamap.draw.paper.sheet import Paper
from tests.draw.paper.test_maps import share

PAPER = Paper(5, 3, dpi=60)
FRAME = DataFrame(
    {"พอช.": [10.0, math.nan, 3.0], "ภาคี": [20.0, 2.0, math.nan]}, index=["2567", "2568", "2569"]
)


@pytest.mark.parametrize("kind", ["bars", "stacked", "columns", "lines"])
def test_every_kind_has_its_colours_and_the_same_bytes(kind: charts.ChartKind) -> None:
    chart = Chart(kind, FRAME, "ล้านบาท", ("#0f766e", "#b8400f"), 1)
    made = charts.draw(chart, PAPER)
    assert made == charts.draw(chart, PAPER)
    assert share(made, "#0f766e") > 0
    assert share(made, "#b8400f") > 0


@pytest.mark.parametrize("kind", ["bars", "stacked", "columns", "lines"])
def test_nothing_known_is_still_a_chart(kind: charts.ChartKind) -> None:
    nothing = FRAME * math.nan
    assert charts.draw(Chart(kind, nothing), PAPER).startswith(b"\x89PNG")


def test_unknown_is_said_and_not_nothing() -> None:
    drawing = Drawing(PAPER.figure(), PAPER, FRAME, ("#000000",) * 2, "", 1, "th")
    assert drawing.said(math.nan) == "ไม่ทราบ"
    assert drawing.said(0.0) == "0.0"
    unknown = charts.draw(Chart("bars", FRAME), PAPER)
    assert unknown != charts.draw(Chart("bars", FRAME.fillna(0.0)), PAPER)


def test_colours_are_those_of_the_screen() -> None:
    assert charts.hues(Chart("bars", FRAME[["พอช."]])) == (colours.HERE,)
    assert charts.hues(Chart("bars", FRAME)) == colours.PLACES[:2]


def test_more_bars_want_more_room() -> None:
    one, two = Chart("bars", FRAME[["พอช."]]), Chart("bars", FRAME)
    assert charts.room(one, 10) < charts.room(two, 10)


def test_ends_of_lines_stand_apart() -> None:
    found = _apart([1.0, 1.01, 0.2], 0.3)
    heights = sorted(high for _, high in found)
    assert all(b - a >= 0.3 - 1e-9 for a, b in pairwise(heights))


def test_a_long_name_is_cut_with_a_sign() -> None:
    said = cut("องค์การบริหารส่วนตำบลที่มีชื่อยาวมาก", 1.0, 10)
    assert said.endswith("…")
    assert width(said, 10) <= 1.0


def test_bars_that_can_not_be_read_are_left_out_and_counted() -> None:
    many = DataFrame({"ร้อยละ": [float(rate) for rate in range(40)]})
    chart = Chart("bars", many)
    shown, left_out = charts.readable(chart, 2.0)
    assert 0 < len(shown.frame) < 40
    assert len(shown.frame) + left_out == 40
    assert list(shown.frame.index) == list(many.index[: len(shown.frame)])
    assert charts.readable(chart, 12.0) == (chart, 0)
    assert charts.readable(Chart("columns", many), 2.0)[1] == 0
