"""The map on the page, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Look, Server

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

COLOURS = """element => {
  const canvas = element.querySelector('.leaflet-overlay-pane canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const seen = {};
  for (let i = 0; i < data.length; i += 4 * 7) {
    const colour = [data[i], data[i + 1], data[i + 2], data[i + 3]].join();
    seen[colour] = (seen[colour] || 0) + 1;
  }
  return seen;
}"""
TEAL, ORANGE = "15,118,110,255", "242,112,61,255"
MARK = "element => { element.querySelector('canvas').isTheOne = true; }"
IS_MARKED = "element => element.querySelector('canvas').isTheOne === true"
VIEW = """({areamap: {map}}) => [map.getZoom(), map.getCenter().lat, map.getCenter().lng]"""
COUNTS = "element => ({...element.areamap.layer.counts})"


def test_it_appears_with_the_colours_of_its_states(look: Looking, server: Server) -> None:
    page = look().open(server.url)
    page.shown()
    page.until(COLOURS, lambda colours: colours.get(TEAL, 0) > colours.get(ORANGE, 0) > 10)
    legend = page.map.locator(".areamap-legend")
    expect(legend.locator(".areamap-legend-title")).to_have_text("สภาองค์กรชุมชนตำบล")
    assert legend.locator("li").count() >= 3


def test_a_change_of_theme_changes_colours_and_nothing_else(look: Looking, server: Server) -> None:
    page = look().open(server.url)
    before = page.shown()
    page.in_map("({areamap: {map}}) => map.setView([14.6, 100.9], 9.25, {animate: false})")
    page.in_map(MARK)
    view, colours, counts = page.in_map(VIEW), page.in_map(COLOURS), page.in_map(COUNTS)
    page.page.get_by_text("กองทุนสวัสดิการ", exact=True).click()
    page.shown(before)
    assert page.in_map(IS_MARKED)
    page.until(COLOURS, lambda found: found != colours)
    assert page.in_map(VIEW) == view
    after = page.in_map(COUNTS)
    assert after["geometries"] == counts["geometries"] == 1
    assert after["fits"] == counts["fits"] == 1
    # However much more or less a theme has to say above the map.
    for theme in range(2, 6):
        before = page.shown()
        page.page.locator(".st-key-pick_theme button").nth(theme).click()
        page.shown(before)
        assert page.in_map(IS_MARKED)
        assert page.in_map(VIEW) == pytest.approx(view, abs=0.01)


def test_a_change_sends_no_geometry(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=TH")
    before = page.shown()
    sent: list[int] = []
    asked: list[str] = []
    page.page.on("request", lambda request: asked.append(request.url))
    session = page.page.context.new_cdp_session(page.page)
    session.send("Network.enable")
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: sent.append(len(event["response"]["payloadData"])),
    )
    page.page.get_by_text("ที่อยู่อาศัย", exact=True).click()
    page.shown(before)
    assert not [url for url in asked if "/geometry/" in url or "/names-" in url]
    assert sum(sent) * 3 / 4 < 65_000  # payloads are told as base64


def test_the_basis_and_the_year_keep_the_map_too(look: Looking, server: Server) -> None:
    page = look().open(server.url)
    before = page.shown()
    page.in_map(MARK)
    page.page.get_by_text("อปท.", exact=True).click()
    before = page.shown(before)
    page.page.locator(".st-key-pick_fy input").click()
    page.page.get_by_role("option").nth(2).click()
    page.shown(before)
    assert page.in_map(IS_MARKED)
    assert page.in_map(COUNTS)["fits"] == 1


def test_true_and_schematic_map_are_one_switch_apart(look: Looking, server: Server) -> None:
    page = look().open(server.url)
    before = page.shown()
    expect(page.map.locator(".leaflet-control-scale")).to_be_visible()
    page.in_map(MARK)
    page.page.get_by_text("แผนผัง", exact=True).click()
    page.shown(before)
    assert page.in_map(IS_MARKED)
    legend = page.map.locator(".areamap-legend")
    expect(legend).to_contain_text("แผนที่แบบแผนผัง / schematic")
    expect(page.map.locator(".leaflet-control-scale")).to_have_count(0)
    assert page.in_map(COUNTS)["geometries"] == 2


def test_pointing_names_a_tambon_and_a_click_selects_it(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=19&map=schematic")
    page.shown()
    place = page.place("190406")
    area = page.map
    area.hover(position=place)
    tooltip = page.map.locator(".areamap-tooltip")
    expect(tooltip).to_contain_text("ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี")
    expect(tooltip).to_contain_text("ฐาน: ตำบล")
    area.click(position=place)
    card = page.page.locator(".st-key-card")
    expect(card).to_contain_text("ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี")
    expect(page.map.locator("path.areamap-selection")).to_have_count(1)
    page.page.get_by_text("English", exact=True).click()
    page.page.get_by_text("Charoen Tham, Wihan Daeng District, Saraburi").wait_for()
    page.until("element => element.dataset.selected", "190406")


def test_a_tambon_without_a_polygon_is_told(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=96&map=true")
    page.shown()
    page.page.get_by_text("1 ตำบลไม่มีรูปในชุดขอบเขตนี้").wait_for()


def test_names_that_attack_stay_text_on_the_map(look: Looking, server: Server) -> None:
    page = look()
    attack = "<img src=x onerror='window.attacked=1'>${window.attacked=1}"

    def poisoned(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        names = answer.json()
        names["names"] = dict.fromkeys(names["names"], attack)
        route.fulfill(response=answer, json=names)  # type: ignore[attr-defined]

    page.page.route("**/names-th.json*", poisoned)
    page.open(f"{server.url}/?scope=19")
    page.shown()
    page.map.hover(position=page.place("190406"))
    tooltip = page.map.locator(".areamap-tooltip")
    expect(tooltip).to_contain_text(attack)
    assert tooltip.locator("img").count() == 0
    assert page.in_map("() => window.attacked") is None
