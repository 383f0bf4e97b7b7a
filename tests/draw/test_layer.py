"""The folium host: no other machine, no HTML from data."""

import json
import re

import folium
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template
from streamlit_folium import generate_leaflet_string

from areamap.draw.area_layer import Look, View
from areamap.draw.area_layer.layer import AreaLayer, AreaMap, Shown, in_script

ATTACK = "</script><img src=x onerror=alert(1)> ${alert(2)} {{ 3 * 4 }} `"


def address(path: str) -> str:
    return f"/areamap/{path}"


def map_showing(title: str) -> AreaMap:
    shown = AreaMap(address)
    layer = AreaLayer(address)
    layer.add_to(shown)
    view = View(
        geometry="/areamap/geometry/abc.json",
        classes=np.array([1]),
        palette=(Look("#eee", outside=True), Look("#0f766e", title)),
        focus="",
        title=title,
    )
    Shown(layer, view).add_to(shown)
    return shown


def test_a_saved_page_asks_no_other_machine() -> None:
    page = map_showing("x").get_root().render()
    assert not re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+/", page)
    assert "/areamap/leaflet/leaflet.js" in page
    assert "/areamap/layer/layer.js" in page


def test_foliums_own_map_is_left_as_it_is() -> None:
    AreaMap(address)
    assert any("cdn" in url for _, url in folium.Map.default_js)


def test_the_script_shows_the_view_on_its_layer() -> None:
    page = map_showing("x").get_root().render()
    name = re.search(r"var (area_layer_\w+) = areamap\.areaLayer", page)
    assert name
    assert f"{name[1]}.show(" in page


def test_what_is_shown_stands_in_the_script_of_a_layer_that_is_already_there() -> None:
    shown = AreaMap(address)
    layer = AreaLayer(address)
    layer.add_to(shown)
    shown.get_root().render()
    generate_leaflet_string(shown)
    view = View("g", np.array([1]), (Look("#eee"), Look("#000", "x")), "")
    group = folium.FeatureGroup().add_child(Shown(layer, view))
    group.add_to(shown)
    group.render()
    assert "area_layer_div_0.show(" in generate_leaflet_string(group, base_id="feature_group_0")


def test_texts_cannot_leave_the_message_nor_run_as_a_template() -> None:
    page = map_showing(ATTACK).get_root().render()
    assert "<img" not in page
    assert "</script><" not in page
    told = re.search(r"\.show\((.*)\);", page)
    assert told
    assert json.loads(told[1])["title"] == ATTACK


@given(st.text(alphabet="{}%#<>&/'\"\\`$ a1\u2028ก", max_size=30))
def test_any_text_arrives_as_it_is(text: str) -> None:
    rendered = Template(in_script({"text": text})).render()
    assert json.loads(rendered) == {"text": text}
    assert "<" not in rendered
