"""Two maps side by side, and the themes of the overview, in a real browser."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Look, Server, fits, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

LOOKS_AT = """({areamap: {map}}) => {
  const { lat, lng } = map.getCenter();
  return [map.getZoom(), lat, lng];
}"""
PIXELS = 0.004
"""Two pixels at the zoom of these tests, in degrees: maps look at whole pixels."""
MOVE = "({areamap: {map}}, to) => map.setView(to, 9.5, {animate: false})"
COUNTS = "({areamap: {layer}}) => ({...layer.counts})"
ATTACK = """(element) => {
  const { layer } = element.areamap;
  const attack = "<img src=x onerror='window.attacked=1'>${window.attacked=1}";
  const palette = layer.view.palette.map((look) => ({ ...look, label: attack, count: attack }));
  const side = { title: attack, labels: [attack, attack] };
  const grid = {
    rows: side, columns: side, counts: [[attack, attack], [attack, attack]],
    colours: [["#edede0", "#4484c8"], ["#a6791b", "#2b322d"]],
  };
  const symbols = { largest: 5, colour: "#0b6b66", sizes: [{ value: 5, label: attack }] };
  const said = { title: attack, notes: [attack], unit: attack, palette, grid, symbols };
  return layer.show({ ...layer.view, ...said, key: "attack" }).then(() => ({
    images: element.querySelectorAll("img").length,
    said: element.querySelector(".areamap-legend").textContent.split(attack).length - 1,
  }));
}"""


def shown(page: Page, name: str, before: str = "") -> Locator:
    """Wait until a map of the page shows something else than before, and return it."""
    host = f".st-key-map_{name} .areamap-host"
    page.locator(f"{host}[data-shown]:not([data-shown='{before}'])").wait_for()
    return page.locator(host)


def test_linked_maps_follow_each_other_both_ways(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/compare?scope=19").page
    left, right, apart = (shown(page, name) for name in ("left", "right", "difference"))
    own = apart.evaluate(LOOKS_AT)
    left.evaluate(MOVE, [14.6, 100.9])
    for leads, follows, to in ((left, right, [14.6, 100.9]), (right, left, [15.1, 101.2])):
        leads.evaluate(MOVE, to)
        for each in (leads, follows):
            until(page, partial(each.evaluate, LOOKS_AT), pytest.approx([9.5, *to], abs=PIXELS))
    assert apart.evaluate(LOOKS_AT) == own


def test_three_maps_fetch_one_geometry(look: Looking, server: Server) -> None:
    seen = look()
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    page = seen.open(f"{server.url}/compare?scope=19").page
    for name in ("left", "right", "difference"):
        shown(page, name)
    geometries = [url for url in asked if "/geometry/" in url]
    assert len(geometries) == len(set(geometries))


def test_another_theme_on_one_side_leaves_the_other_and_sends_no_geometry(
    look: Looking, server: Server
) -> None:
    page = look().open(f"{server.url}/compare?scope=19").page
    left, right = shown(page, "left"), shown(page, "right")
    shown(page, "difference")
    left.evaluate(MOVE, [14.6, 100.9])
    before, other = left.get_attribute("data-shown"), right.get_attribute("data-shown")
    counts = left.evaluate(COUNTS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".st-key-pick_left_subject input").click()
    page.get_by_role("option", name="บูรณาการ").click()
    left = shown(page, "left", before or "")
    for each in (left, right):
        there = pytest.approx([9.5, 14.6, 100.9], abs=PIXELS)
        until(page, partial(each.evaluate, LOOKS_AT), there)
    assert right.get_attribute("data-shown") == other
    assert left.evaluate(COUNTS)["fits"] == counts["fits"]
    assert not [url for url in asked if "/geometry/" in url or "/names-" in url]
    expect(page.get_by_text("สองแผนที่เป็นคนละเรื่อง")).to_be_visible()


def test_both_maps_have_the_same_classes_however_they_are_made(
    look: Looking, server: Server
) -> None:
    both = "left_subject=budget-sum&right_subject=budget-sum"
    page = look().open(f"{server.url}/compare?scope=TH&{both}&scheme=natural&classes=4").page
    left, right = shown(page, "left"), shown(page, "right")

    def labels(each: Locator) -> list[str]:
        return each.locator(".areamap-legend .areamap-label").all_inner_texts()

    assert len(labels(left)) == 5
    assert labels(left) == labels(right)
    before = left.get_attribute("data-shown") or ""
    page.locator(".st-key-class_picker button").first.click()
    page.locator(".st-key-pick_classes").get_by_text("6", exact=True).click()
    left = shown(page, "left", before)
    until(page, lambda: len(labels(left)), 7)
    until(page, lambda: labels(right) == labels(left), expected=True)


def test_two_things_at_once_have_a_difference_of_their_own(look: Looking, server: Server) -> None:
    both = "left_subject=council-fund&right_subject=council-fund&left_fy=2566"
    page = look().open(f"{server.url}/compare?scope=TH&{both}").page
    legend = shown(page, "difference").locator(".areamap-legend")
    expect(legend).to_contain_text("ได้สภาองค์กรชุมชนเพิ่ม")
    expect(legend).to_contain_text("กองทุนสวัสดิการหายไป")
    expect(page.locator(".areamap-list")).to_contain_text("มีกองทุน → ยุบเลิกแล้ว")


def test_on_a_phone_the_maps_stand_one_above_the_other(look: Looking, server: Server) -> None:
    page = look(390, 844).open(f"{server.url}/compare?scope=19").page
    maps = [shown(page, name) for name in ("left", "right")]

    def stand_below() -> bool:
        upper, lower = (each.bounding_box() for each in maps)
        assert upper
        assert lower
        return lower["y"] > upper["y"] + upper["height"] and upper["width"] > 340

    until(page, stand_below, expected=True)
    fits(page, 390)


@pytest.mark.parametrize(
    ("word", "legend"), [("บูรณาการ", "0–7"), ("สองเรื่อง", "→"), ("งบประมาณ", "ล้านบาท")]
)
def test_the_new_themes_change_colours_only(
    look: Looking, server: Server, word: str, legend: str
) -> None:
    page = look().open(f"{server.url}/?scope=TH")
    before = page.shown()
    asked: list[str] = []
    page.page.on("request", lambda request: asked.append(request.url))
    page.page.locator(".st-key-pick_theme").get_by_text(word, exact=True).click()
    page.shown(before)
    assert not [url for url in asked if "/geometry/" in url or "/names-" in url]
    expect(page.map.locator(".areamap-legend")).to_contain_text(legend)
    assert page.map.evaluate(COUNTS)["geometries"] == 1


def test_circles_are_painted_and_stand_in_the_legend(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=TH&theme=budget&money=circles&fy=2566")
    page.shown()
    until(page.page, page.map.locator(".areamap-circle").count, lambda circles: circles >= 2)
    page.until(
        "({areamap: {layer}}) => areamap.symbols.circlesOf(layer.scene, 20).length",
        lambda drawn: drawn > 100,
    )


def test_texts_of_squares_circles_and_classes_stay_texts(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=19&theme=two")
    page.shown()
    found = page.in_map(ATTACK)
    assert found["images"] == 0
    assert found["said"] >= 10
    place = page.place("190406")
    page.map.hover(position=place)
    assert page.map.locator("img").count() == 0
    assert page.in_map("() => window.attacked") is None
