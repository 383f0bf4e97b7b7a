"""The map on a phone, beside another map, as a file, and with words that attack."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from areamap import settings
from areamap.draw.area_layer import Look as Class
from areamap.draw.area_layer import View
from areamap.draw.standalone import standalone
from areamap.workspace import Workspace
from tests.browser.conftest import Look, Server, fits, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
ATTACK = "</script><img src=x onerror='window.attacked=1'>${window.attacked=1}{{7*7}}"
CHAROEN_THAM = "190406"


def test_a_thumb_scrolls_the_page_past_the_map_and_a_tap_selects(
    look: Looking, server: Server
) -> None:
    page = look(**PHONE).open(f"{server.url}/?scope=19&map=schematic")
    page.shown()
    assert page.in_map("element => getComputedStyle(element).touchAction") == "pan-x pan-y"
    assert page.in_map("({areamap: {map}}) => map.dragging.enabled()") is False
    page.map.scroll_into_view_if_needed()
    page.map.tap(position=page.place(CHAROEN_THAM))
    tooltip = page.map.locator(".areamap-tooltip")
    expect(tooltip).to_contain_text("ต.เจริญธรรม")
    expect(page.map).to_have_attribute("data-selected", CHAROEN_THAM)
    expect(page.page.locator(".st-key-card")).to_contain_text("ต.เจริญธรรม")
    fits(page.page, 390)


def test_two_fingers_zoom(look: Looking, server: Server) -> None:
    page = look(**PHONE).open(f"{server.url}/?scope=19&map=schematic")
    page.shown()
    page.map.scroll_into_view_if_needed()
    before = page.in_map("({areamap: {map}}) => map.getZoom()")
    box = page.map.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.page.context.new_cdp_session(page.page)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        told = {"type": kind, "touchPoints": [] if kind == "touchEnd" else points}
        session.send("Input.dispatchTouchEvent", told)

    touch("touchStart", 30)
    for apart in (50, 80, 110):
        touch("touchMove", apart)
        page.page.evaluate("() => new Promise(requestAnimationFrame)")
    touch("touchEnd", 110)
    page.until("({areamap: {map}}) => map.getZoom()", lambda zoom: zoom > before + 1)


def test_alone_on_a_phone_without_a_full_screen_of_its_own_nothing_lies_on_another(
    look: Looking, server: Server
) -> None:
    page = look(**PHONE)
    page.page.add_init_script("Element.prototype.requestFullscreen = undefined")
    page.open(f"{server.url}/?scope=19&map=schematic&theme=two").shown()
    page.map.get_by_role("button", name="เต็มจอ").tap()
    size = {"x": 0, "y": 0, "width": 390, "height": 844}
    until(page.page, page.map.bounding_box, size)
    parts = ("title", "finder", "legend", "source")
    upper = 0.0
    for part in parts:
        box = page.map.locator(f".areamap-{part}").bounding_box()
        assert box
        assert box["y"] >= upper, part
        upper = box["y"] + box["height"]
    assert upper <= size["height"]
    on_top = "document.elementFromPoint(195, 20).closest('[class*=st-key-map_]') !== null"
    assert page.page.evaluate(on_top)


def test_maps_with_the_same_link_move_together(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=19&map=schematic")
    page.shown()
    moved = page.in_map(
        """async ({areamap: {map, layer}}) => {
          const beside = document.createElement('div');
          beside.style.cssText = 'height: 300px; width: 300px';
          document.body.append(beside);
          const other = L.map(beside, {center: [13, 101], zoom: 6, zoomSnap: 0.25});
          const twin = areamap.areaLayer({tools: false}).addTo(other);
          await twin.show({...layer.view, link: 'pair'});
          await layer.show({...layer.view, link: 'pair'});
          const at = (one) => [one.getZoom(), one.getCenter().lat, one.getCenter().lng];
          const seen = [];
          map.setView([14.5, 100.9], 10, {animate: false});
          seen.push(at(map), at(other));
          other.setView([15, 101], 9, {animate: false});
          seen.push(at(map), at(other));
          other.remove();
          map.setView([14, 100], 8, {animate: false});
          return seen;
        }"""
    )
    assert moved[0] == pytest.approx(moved[1], abs=0.02)
    assert moved[0] == pytest.approx([10, 14.5, 100.9], abs=0.02)
    assert moved[2] == pytest.approx(moved[3], abs=0.02)
    assert moved[2] == pytest.approx([9, 15, 101], abs=0.02)


def test_a_saved_map_opens_from_a_folder_and_asks_nobody(
    look: Looking, filled_home: Path, tmp_path: Path
) -> None:
    sets = Workspace.open(settings.load(filled_home)).boundaries
    codes = sets.codes("schematic")
    view = View(
        geometry="",
        classes=np.where(codes.str.startswith("19"), 1, 0),
        palette=(Class("#e1e8ea", outside=True), Class("#0f766e", ATTACK, gap=True)),
        focus="19",
        title=ATTACK,
        heading=ATTACK,
        source=ATTACK,
        tooltip=(ATTACK,),
        unit=ATTACK,
    )
    file = tmp_path / "map.html"
    standalone(view, sets.topology("schematic")[1]).save(str(file))
    page = look().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.locator(".areamap[data-shown]").wait_for()
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert page.title() == ATTACK
    page.get_by_role("combobox").fill("เจริญธรรม")
    expect(page.get_by_role("option").first).to_contain_text("วิหารแดง")
    page.keyboard.press("Enter")
    expect(page.locator(".areamap")).to_have_attribute("data-selected", CHAROEN_THAM)
    page.get_by_role("button", name="เน้น").click()
    until(page, page.locator(".areamap").inner_text, lambda said: said.count(ATTACK) >= 4)
    assert page.evaluate("window.attacked") is None
    assert page.locator("img").count() == 0


def test_words_that_attack_stay_words_wherever_they_stand(look: Looking, server: Server) -> None:
    page = look()

    def poisoned(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        told = answer.json()
        told["names"] = dict.fromkeys(told["names"], ATTACK)
        told["words"] = dict.fromkeys(told["words"], ATTACK)
        told["separator"] = ATTACK
        route.fulfill(response=answer, json=told)  # type: ignore[attr-defined]

    page.page.route("**/names-th.json*", poisoned)
    page.open(f"{server.url}/?scope=19&map=schematic")
    page.shown()
    page.in_map(
        """async ({areamap: {layer}}) => {
          const bad = "</script><img src=x onerror='window.attacked=1'>${window.attacked=1}{{7*7}}";
          const palette = layer.view.palette.map((look) => ({...look, label: bad, count: bad}));
          await layer.show({...layer.view, palette, title: bad, notes: [bad], tooltip: [bad],
            heading: bad, source: bad, unit: bad, key: "bad"});
        }"""
    )
    page.map.hover(position=page.place(CHAROEN_THAM))
    expect(page.map.locator(".areamap-tooltip")).to_contain_text(ATTACK)
    page.map.get_by_role("combobox").fill("1904")
    expect(page.map.get_by_role("option").first).to_contain_text(ATTACK)
    page.map.focus()
    page.page.keyboard.press("Enter")
    expect(page.map.locator(".areamap-live")).to_contain_text(ATTACK)
    assert page.map.locator("img").count() == 0
    assert page.page.evaluate("window.attacked") is None


def test_without_the_server_the_map_says_so_and_comes_back(look: Looking, server: Server) -> None:
    page = look()
    page.page.route("**/areamap/geometry/**", lambda route: route.abort())
    page.page.goto(f"{server.url}/?scope=19&map=schematic")
    message = page.map.locator(".areamap-message")
    expect(message).to_contain_text("โปรดโหลดหน้านี้ใหม่")
    page.errors.clear()
    page.page.unroute("**/areamap/geometry/**")
    page.page.get_by_text("ที่อยู่อาศัย", exact=True).click()
    page.shown()
    expect(message).to_be_hidden()
