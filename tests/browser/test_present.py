"""A province presented from its first slide to its last, with nobody but this machine to ask."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from areamap.draw import deck
from tests.browser.conftest import PATIENCE, Look, Server, Serving, fits, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

ATTACK = "<img src=x onerror=alert(1)>"

FONTS = """(box) => {
  const height = box.clientHeight;
  const sizes = {};
  const reads = "h2, h3, .deck-figure b, .deck-figure span, .deck-lead, .deck-more, .deck-label,"
    + " .deck-count, .deck-rest, th, td";
  for (const part of box.querySelectorAll(".deck-slide:not([aria-hidden]) :is(" + reads + ")")) {
    const name = part.className || part.tagName;
    const size = parseFloat(getComputedStyle(part).fontSize) / height * 100;
    sizes[name] = Math.min(sizes[name] ?? 100, size);
  }
  return sizes;
}"""
CUT = """(box) => [...box.querySelectorAll(
  ".deck-slide:not([aria-hidden]) :is(.deck-words, .deck-show, .deck-flow, h2)"
)].filter((part) =>
  part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2
).map((part) => part.className + " " + part.textContent.slice(0, 60))"""
MAP = """(box) => {
  const { layer, map } = box.querySelector(".deck-map").areamap;
  const { scene } = layer;
  const asked = scene ? scene.geometry.codes.filter((_, area) => scene.isAsked(area)) : [];
  return { shown: map.getContainer().dataset.shown, asked: asked.length };
}"""


def slide(page: Page) -> Any:
    return page.locator(".deck-stage .deck-slide:not([aria-hidden])")


def at(page: Page, number: int) -> None:
    """Wait until a slide is shown, and the address says so."""
    expect(page.locator(f".deck-host[data-at='{number}']")).to_be_visible(timeout=PATIENCE)
    expect(slide(page)).to_have_count(1, timeout=PATIENCE)
    expect(page).to_have_url(re.compile(rf"[?&]slide={number}(&|$)"), timeout=PATIENCE)


def test_a_whole_province_with_the_cable_out(look: Looking, server: Server) -> None:
    seen = look()
    page = seen.open(f"{server.url}/present?scope=19&map=schematic").page
    thumbs = page.locator(".deck-thumb")
    expect(thumbs.nth(8)).to_be_visible(timeout=PATIENCE)
    count = thumbs.count()
    page.locator(".st-key-present_begin_button button").click()
    at(page, 1)
    screen = page.locator(".deck-screen")
    expect(slide(page).locator("h2")).to_contain_text("สระบุรี", timeout=PATIENCE)
    # Nothing of the page around is left, not even its bar.
    on_top = "Boolean(document.elementFromPoint(20, 20)?.shadowRoot)"
    until(page, lambda: page.evaluate(on_top), expected=True)

    sizes: dict[str, float] = {}
    for number in range(1, count + 1):
        if number > 1:
            page.keyboard.press(["ArrowRight", "PageDown", "Enter"][number % 3])
        at(page, number)
        expect(slide(page).locator(".deck-warning")).to_be_visible(timeout=PATIENCE)
        expect(slide(page).locator(".deck-number")).to_have_text(f"{number} / {count}")
        assert screen.evaluate(CUT) == []
        for name, size in screen.evaluate(FONTS).items():
            sizes[name] = min(sizes.get(name, 100.0), size)
        if slide(page).locator("[data-map]").count():
            found = until(page, lambda: screen.evaluate(MAP), lambda told: told["asked"] == 111)
            assert found["shown"]
    # The rule for the last row, on every slide; figures are read from farther than words.
    assert {name: size for name, size in sizes.items() if size < deck.LEAST} == {}
    assert min(size for name, size in sizes.items() if name == "B") > 2 * deck.LEAST

    page.keyboard.press("ArrowRight")
    at(page, count)
    page.keyboard.press("Home")
    at(page, 1)
    page.keyboard.press("End")
    at(page, count)
    assert server.reached_out == []


def test_space_contrast_black_and_a_reload(look: Looking, server: Server) -> None:
    page = look().page
    page.goto(f"{server.url}/present?scope=19&map=schematic&slide=2")
    at(page, 2)
    screen = page.locator(".deck-screen")
    until(page, lambda: screen.evaluate(MAP)["asked"], 111)
    narrow = page.locator(".deck-map").bounding_box()
    page.keyboard.press(" ")
    expect(screen).to_have_class(re.compile("deck-only"), timeout=PATIENCE)
    assert narrow
    assert narrow["height"] < 768
    area = page.locator(".deck-map")
    wide = until(page, area.bounding_box, lambda box: box and box["height"] == 768)
    page.mouse.move(wide["x"] + wide["width"] / 2, wide["y"] + wide["height"] / 2)
    expect(page.locator(".deck-map .areamap-tooltip")).to_contain_text("สระบุรี", timeout=PATIENCE)
    zoom = "(box) => box.querySelector('.deck-map').areamap.map.getZoom()"
    before = screen.evaluate(zoom)
    page.keyboard.press("+")
    until(page, lambda: screen.evaluate(zoom), lambda found: found > before)
    page.keyboard.press(" ")
    expect(screen).not_to_have_class(re.compile("deck-only"), timeout=PATIENCE)

    page.keyboard.press("h")
    expect(screen).to_have_class(re.compile("deck-contrast"), timeout=PATIENCE)
    ink = "(box) => getComputedStyle(box.querySelector('.deck-slide h2')).color"
    until(page, lambda: screen.evaluate(ink), "rgb(0, 0, 0)")
    until(page, lambda: screen.evaluate(MAP)["shown"], lambda key: key.endswith("-strong"))
    page.keyboard.press("b")
    expect(slide(page)).to_be_hidden(timeout=PATIENCE)
    page.keyboard.press("ArrowRight")
    at(page, 3)
    expect(slide(page)).to_be_visible(timeout=PATIENCE)

    page.reload()
    at(page, 3)
    page.keyboard.press("Escape")
    expect(page.locator("h1")).to_contain_text("สระบุรี", timeout=PATIENCE)
    expect(page.locator(".deck-stage")).to_have_count(0, timeout=PATIENCE)
    expect(page).not_to_have_url(re.compile("slide="))


def test_the_presenter_is_in_step(look: Looking, server: Server) -> None:
    page = look().page
    page.goto(f"{server.url}/present?scope=19&map=schematic&slide=1")
    at(page, 1)
    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    own = opened.value
    beside = own.locator(".deck-presenter")
    expect(own.locator(".deck-presenter[data-at='1']")).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("ArrowRight")
    at(page, 2)
    expect(own.locator(".deck-presenter[data-at='2']")).to_be_visible(timeout=PATIENCE)
    told = slide(page).locator("h2").inner_text()
    expect(beside.locator(".deck-of-now .deck-slide:not([aria-hidden]) h2")).to_have_text(told)
    expect(beside.locator(".deck-notes")).to_contain_text("areamap coverage", timeout=PATIENCE)
    # It leads as well: whoever holds the clicker may look at either window.
    own.keyboard.press("PageDown")
    at(page, 3)
    expect(own.locator(".deck-presenter[data-at='3']")).to_be_visible(timeout=PATIENCE)
    coming = own.locator(".deck-of-next .deck-slide:not([aria-hidden]) h2").inner_text()
    own.locator(".deck-ask-next").click()
    at(page, 4)
    expect(slide(page).locator("h2")).to_have_text(coming, timeout=PATIENCE)
    # A reload of either window finds the other again.
    own.reload()
    expect(own.locator(".deck-presenter[data-at='4']")).to_be_visible(timeout=PATIENCE)
    page.reload()
    at(page, 4)
    page.keyboard.press("Home")
    expect(own.locator(".deck-presenter[data-at='1']")).to_be_visible(timeout=PATIENCE)
    own.close()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_slides_fit_old_and_new_projectors(
    look: Looking, server: Server, size: tuple[int, int]
) -> None:
    page = look(*size).page
    page.goto(f"{server.url}/present?scope=upper-central&map=schematic&slide=1")
    at(page, 1)
    screen = page.locator(".deck-screen")
    count = int(slide(page).locator(".deck-number").inner_text().split("/")[1])
    for number in range(2, count + 1):
        page.keyboard.press("ArrowDown")
        at(page, number)
        assert screen.evaluate(CUT) == []
        assert min(screen.evaluate(FONTS).values()) >= deck.LEAST


def test_a_finger_goes_on(look: Looking, server: Server) -> None:
    page = look(390, 844, has_touch=True, is_mobile=True).page
    page.goto(f"{server.url}/present?scope=19&map=schematic&slide=1")
    at(page, 1)
    swipe = """(screen, [from, to]) => {
      const touch = (x) => new Touch({ identifier: 1, target: screen, clientX: x, clientY: 400 });
      const told = (x, more) => ({ bubbles: true, changedTouches: [touch(x)], ...more });
      screen.dispatchEvent(new TouchEvent("touchstart", told(from, { touches: [touch(from)] })));
      screen.dispatchEvent(new TouchEvent("touchend", told(to, { touches: [] })));
    }"""
    page.locator(".deck-screen").evaluate(swipe, [300, 120])
    at(page, 2)
    page.locator(".deck-screen").evaluate(swipe, [120, 300])
    at(page, 1)
    fits(page, 390)


def test_a_talk_of_ones_own_is_kept_and_shown_to_others(
    look: Looking, serve: Serving, filled_home: Path, tmp_path: Path
) -> None:
    shutil.copytree(filled_home, tmp_path / "home")
    server = serve(tmp_path / "home")
    Image.new("RGB", (2400, 1200), "#336699").save(tmp_path / "photo.jpg")
    page = look().open(f"{server.url}/present?scope=19&map=schematic").page
    expect(page.locator(".deck-thumb").nth(8)).to_be_visible(timeout=PATIENCE)
    page.get_by_label("หัวเรื่อง").fill(ATTACK)
    page.locator("[class*=st-key-own_text_] textarea").fill("{{7*7}} </script> ขอบคุณ")
    page.locator("[class*=st-key-own_notes_] textarea").fill("ยิ้ม")
    page.locator("input[type=file]").set_input_files(tmp_path / "photo.jpg")
    expect(page.get_by_text("photo.jpg")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="เพิ่มแผ่น").click()
    expect(page.locator(".st-key-slide_own1")).to_contain_text(ATTACK, timeout=PATIENCE)
    page.get_by_label("ชื่อชุดนำเสนอ").fill("เวที <b>สระบุรี</b>")
    page.locator(".st-key-present_keep_button button").click()
    expect(page).to_have_url(re.compile(r"[?&]talk=1(&|$)"), timeout=PATIENCE)
    expect(page.locator(".st-key-present_renew_button")).to_be_visible(timeout=PATIENCE)

    other = look().page
    other.goto(f"{server.url}/present?talk=1&slide=99")
    expect(slide(other).locator("h2")).to_have_text(ATTACK, timeout=PATIENCE)
    expect(slide(other).locator(".deck-lead")).to_have_text("{{7*7}} </script> ขอบคุณ")
    expect(slide(other).locator(".deck-source")).to_contain_text("เผยแพร่ถึง")
    width = "(image) => image.complete && image.naturalWidth"
    until(other, lambda: slide(other).locator("img").evaluate(width), 1920)
    assert other.evaluate("document.querySelectorAll('[onerror]').length") == 0
