"""Names on a map: none on another."""

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.draw.paper.labels import placed

PANEL = (0.0, 0.0, 6.0, 5.0)
AREAS = st.lists(
    st.tuples(st.floats(0, 5), st.floats(0, 4), st.floats(0.05, 1), st.floats(0.05, 1)),
    min_size=1,
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(AREAS)
def test_no_name_lies_on_another_or_leaves_the_panel(boxes: list[tuple[float, ...]]) -> None:
    areas = {f"{at:04}": shapely.box(x, y, x + w, y + h) for at, (x, y, w, h) in enumerate(boxes)}
    names = dict.fromkeys(areas, "หนองแค")
    taken = ((5.0, 4.0, 6.0, 5.0),)
    found = placed(areas, names, 9.0, panel=PANEL, taken=taken)
    assert len(found.names) + len(found.left_out) == len(areas)
    drawn = [shapely.box(*each.box) for each in found.names]
    for at, one in enumerate(drawn):
        assert shapely.box(*PANEL).covers(one)
        assert not one.intersects(shapely.box(*taken[0]))
        assert not any(one.intersects(other) for other in drawn[at + 1 :])


def test_the_larger_comes_first_and_the_rest_is_told() -> None:
    areas = {"0001": shapely.box(1, 1, 1.2, 1.2), "0002": shapely.box(0.5, 0.5, 3, 3)}
    found = placed(areas, {"0001": "เล็ก", "0002": "ใหญ่"}, 9.0, panel=PANEL)
    assert found.names[0].text == "ใหญ่"
    narrow = placed({"0001": areas["0001"]}, {"0001": "ชื่อที่ยาวมาก"}, 9.0, panel=PANEL)
    assert narrow.left_out == ("0001",)
