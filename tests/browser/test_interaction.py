"""What is done on the map: selecting, going down and up, finding, by mouse, keyboard and thumb."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Look, Server, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

CHAROEN_THAM, HERE = "190406", "ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี"
VIEW = "({areamap: {map}}) => [map.getZoom(), map.getCenter().lat, map.getCenter().lng]"
HAS_FOCUS = """() => {
  const deep = ({ activeElement: on }) => (on && on.shadowRoot ? deep(on.shadowRoot) : on);
  return deep(document).classList.contains("areamap-host");
}"""
KNOWN_NAMES = "({areamap: {layer}}) => layer.controls[1]._entries.at(-1).own.length"
SELECTED = "element => element.dataset.selected.split(' ').filter(Boolean)"


def opened(page: Look, server: Server, address: str = "scope=19&map=schematic") -> Look:
    page.open(f"{server.url}/?{address}").shown()
    return page


def title(page: Look) -> object:
    return expect(page.page.locator("h1"), "the title of the page")


def test_several_are_selected_with_shift_and_summed(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    page.map.click(position=page.place(CHAROEN_THAM))
    page.map.click(position=page.place("190101"), modifiers=["Shift"])
    card = page.page.locator(".st-key-selection")
    expect(card).to_contain_text("เลือกแล้ว 2 ตำบล")
    expect(card).to_contain_text("2 ตำบล")
    page.map.click(position=page.place("190101"), modifiers=["Shift"])
    expect(page.page.locator(".st-key-card")).to_contain_text(HERE)
    page.until(SELECTED, [CHAROEN_THAM])


def test_what_is_clicked_before_the_page_has_answered_counts_too(
    look: Looking, server: Server
) -> None:
    page = opened(look(), server)
    one, other = page.place(CHAROEN_THAM), page.place("190101")
    page.map.click(position=one)
    page.map.click(position=other, modifiers=["Shift"])
    page.page.get_by_text("กองทุนสวัสดิการ", exact=True).click()
    page.page.get_by_text("อปท.", exact=True).click()
    expect(page.page).to_have_url(re.compile("(?=.*theme=fund)(?=.*basis=authority)(?=.*areas=19)"))
    page.still()
    page.until(SELECTED, [CHAROEN_THAM, "190101"])
    expect(page.page.locator(".st-key-selection")).to_contain_text("เลือกแล้ว 2 ตำบล")


def test_a_box_drawn_with_shift_selects_what_lies_in_it(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    before = page.in_map(VIEW)
    page.map.scroll_into_view_if_needed()
    box = page.map.bounding_box()
    assert box
    x, y = page.place(CHAROEN_THAM).values()
    page.page.keyboard.down("Shift")
    page.page.mouse.move(box["x"] + x - 60, box["y"] + y - 60)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + x + 60, box["y"] + y + 60, steps=4)
    page.page.mouse.up()
    page.page.keyboard.up("Shift")
    selected = page.until(SELECTED, lambda codes: len(codes) > 2)
    assert CHAROEN_THAM in selected
    assert all(code.startswith("19") for code in selected)
    expect(page.page.locator(".st-key-selection")).to_contain_text(f"เลือกแล้ว {len(selected)} ตำบล")
    page.until(VIEW, before)
    page.page.get_by_role("button", name="ล้าง").click()
    expect(page.page.locator(".st-key-selection")).to_have_count(0)
    page.until(SELECTED, [])


def test_a_map_seen_in_part_stays_where_it_is_under_a_click(look: Looking, server: Server) -> None:
    page = look(height=700)
    opened(page, server)
    position = page.place("190101")
    box = page.map.bounding_box()
    assert box
    assert box["y"] + box["height"] > 700
    page.page.mouse.click(box["x"] + position["x"], box["y"] + position["y"])
    page.until(SELECTED, ["190101"])
    assert page.map.bounding_box() == box


def test_a_button_selects_several_without_a_keyboard(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    page.map.get_by_role("button", name="เลือกหลายพื้นที่").click()
    codes = [CHAROEN_THAM, "190101", "190401"]
    for count, code in enumerate(codes, start=1):
        page.map.click(position=page.place(code))
        page.until(SELECTED, codes[:count])
    expect(page.page.locator(".st-key-selection")).to_contain_text("3 ตำบล")


def test_a_double_click_goes_down_and_breadcrumbs_go_up(look: Looking, server: Server) -> None:
    page = opened(look(), server, "scope=upper-central&map=schematic")
    for name in ("จังหวัดสระบุรี", "อำเภอวิหารแดง", "ตำบลเจริญธรรม"):
        before = page.map.get_attribute("data-shown")
        page.map.dblclick(position=page.place(CHAROEN_THAM))
        title(page).to_contain_text(name)
        page.shown(before or "")
    path = page.page.locator(".st-key-breadcrumbs")
    page.page.go_back()
    expect(path).to_contain_text("ประเทศไทย")
    path.get_by_role("button", name="กลุ่มจังหวัดภาคกลางตอนบน").click()
    title(page).to_contain_text("กลุ่มจังหวัดภาคกลางตอนบน")


def test_a_button_goes_down_to_what_is_selected(look: Looking, server: Server) -> None:
    page = opened(look(), server, "scope=TH&map=schematic")
    page.map.click(position=page.place(CHAROEN_THAM))
    page.page.get_by_role("button", name="ดูกลุ่มจังหวัดภาคกลางตอนบน").click()
    title(page).to_contain_text("กลุ่มจังหวัดภาคกลางตอนบน")
    expect(page.page).to_have_url(re.compile("scope=upper-central"))


@pytest.mark.parametrize("typed", ["เจริญธรรม", "charoen tham", "190406", "๑๙๐๔๐๖"])
def test_a_place_is_found_flown_to_and_selected(look: Looking, server: Server, typed: str) -> None:
    page = opened(look(), server)
    before = page.in_map(VIEW)
    page.map.get_by_role("combobox").fill(typed)
    expect(page.map.get_by_role("option").first).to_have_text(HERE)
    page.page.keyboard.press("Enter")
    expect(page.page.locator(".st-key-card")).to_contain_text(HERE)
    page.until(SELECTED, [CHAROEN_THAM])
    page.until(VIEW, lambda view: view[0] > before[0])


def test_a_place_elsewhere_is_looked_at_with_its_province(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    box = page.map.get_by_role("combobox")
    box.fill("รั้วใหญ่")
    expect(page.map.get_by_role("option").first).to_contain_text("สุพรรณบุรี")
    box.press("Enter")
    title(page).to_contain_text("จังหวัดสุพรรณบุรี")
    expect(page.page.locator(".st-key-card")).to_contain_text("ต.รั้วใหญ่")
    box.fill("ไม่มีที่ไหนชื่อนี้")
    expect(page.map.locator(".areamap-none")).to_have_text("ไม่พบพื้นที่นี้")
    box.press("Escape")
    expect(page.map.locator(".areamap-none")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "written", "scope", "name"),
    [
        ("ภาคกลางตอนล่าง 1", "กลุ่มจังหวัดภาคกลางตอนล่าง 1", "lower-central-1", "ภาคกลางตอนล่าง 1"),
        ("lower central 2", "กลุ่มจังหวัดภาคกลางตอนล่าง 2", "lower-central-2", "ภาคกลางตอนล่าง 2"),
        ("ราชบุ", "จ.ราชบุรี", "70", "จังหวัดราชบุรี"),
        ("๗๐", "จ.ราชบุรี", "70", "จังหวัดราชบุรี"),
        ("Wihan Dae", "อ.วิหารแดง จ.สระบุรี", "1904", "อำเภอวิหารแดง"),
    ],
)
def test_clusters_provinces_and_districts_are_found_and_flown_to(
    look: Looking, server: Server, typed: str, written: str, scope: str, name: str
) -> None:
    page = opened(look(), server, "scope=30&map=schematic")
    before = page.in_map(VIEW)
    box = page.map.get_by_role("combobox")
    box.fill(typed)
    expect(page.map.get_by_role("option").first).to_have_text(written)
    box.press("Enter")
    title(page).to_contain_text(name)
    expect(page.page).to_have_url(re.compile(f"scope={scope}(&|$)"))
    page.until(VIEW, lambda view: view != before)
    page.still()
    inside = page.in_map(
        """({areamap: {map, layer}}) => {
          const { boxes } = layer.scene.geometry;
          const whole = boxes.filter((_, area) => layer.scene.isAsked(area)).flatMap((box) => {
            const { unproject } = areamap.geometry;
            return [unproject(box[0], box[1]), unproject(box[2], box[3])];
          });
          return map.getBounds().contains(L.latLngBounds(whole)) && map.getZoom();
        }"""
    )
    assert inside > 6


def test_arrows_choose_among_what_was_found(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    box = page.map.get_by_role("combobox")
    box.fill("เจริญ")
    expect(page.map.get_by_role("option")).to_have_count(8)
    box.press("ArrowDown")
    expect(page.map.get_by_role("option", selected=True)).to_have_text(HERE)
    active = box.get_attribute("aria-activedescendant")
    expect(page.map.locator(f"#{active}")).to_have_text(HERE)


def test_what_was_chosen_stays_when_the_names_of_the_other_language_come(
    look: Looking, server: Server
) -> None:
    page = opened(look(), server)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.page.route(re.compile("/names-en"), hold)
    box = page.map.get_by_role("combobox")
    box.fill("เจริญ")
    expect(page.map.get_by_role("option")).to_have_count(8)
    box.press("ArrowDown")
    expect(page.map.get_by_role("option", selected=True)).to_have_text(HERE)
    until(page.page, lambda: len(held), 1)
    assert page.in_map(KNOWN_NAMES) == 1
    held[0].continue_()
    page.until(KNOWN_NAMES, 2)
    expect(page.map.get_by_role("option", selected=True)).to_have_text(HERE)


def test_the_keyboard_moves_points_and_selects(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    page.map.focus()
    before = page.in_map(VIEW)
    page.page.keyboard.press("ArrowRight")
    page.until(VIEW, lambda view: view[2] > before[2])
    page.still()
    page.page.keyboard.press("+")
    page.until(VIEW, lambda view: view[0] > before[0])
    page.still()
    page.page.keyboard.press("Enter")
    live = page.map.locator(".areamap-live")
    expect(live).to_contain_text("จ.สระบุรี")
    first = live.inner_text()
    assert "ฐาน: ตำบล" in first
    page.page.keyboard.press("Tab")
    expect(live).not_to_have_text(first)
    page.page.keyboard.press("Shift+Tab")
    expect(live).to_have_text(first)
    page.page.keyboard.press("Enter")
    page.until(SELECTED, lambda codes: len(codes) == 1)
    card = page.page.locator(".st-key-card")
    expect(card).to_contain_text(first.split(",")[0])
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.until(SELECTED, [])
    page.page.keyboard.press("Tab")
    until(page.page, lambda: page.page.evaluate(HAS_FOCUS), expected=False)


def test_gaps_are_outlined_at_a_click(look: Looking, server: Server) -> None:
    page = opened(look(), server, "scope=16&map=schematic")
    count = """element => {
      const canvas = element.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i] === 122 && data[i + 1] === 19 && data[i + 2] === 0) dark += 1;
      }
      return dark;
    }"""
    button = page.map.get_by_role("button", name="เน้นพื้นที่ที่ยังไม่มี")
    page.until(count, 0)
    button.click()
    page.until(count, lambda dark: dark > 100)
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    page.until(count, 0)


def test_the_map_alone_in_full_screen_says_what_it_is(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    heading = page.map.locator(".areamap-title")
    expect(heading).to_be_hidden()
    page.map.get_by_role("button", name="เต็มจอ").click()
    expect(heading).to_be_visible()
    expect(heading).to_contain_text("จังหวัดสระบุรี")
    expect(page.map.locator(".areamap-source")).to_contain_text("ที่มา:")
    until(page.page, page.map.bounding_box, {"x": 0, "y": 0, "width": 1366, "height": 768})
    page.page.keyboard.press("Escape")
    expect(heading).to_be_hidden()


def test_true_and_schematic_map_pass_into_one_another(look: Looking, server: Server) -> None:
    page = opened(look(), server, "scope=19&map=true")
    before = page.shown()
    page.map.click(position=page.place(CHAROEN_THAM))
    expect(page.page.locator(".st-key-card")).to_contain_text(HERE)
    before = page.shown(before)
    page.page.get_by_text("แผนผัง", exact=True).click()
    page.shown(before)
    page.until("element => element.areamap.layer.counts.frames", lambda frames: frames > 0)
    page.still()
    page.until(SELECTED, [CHAROEN_THAM])


def test_who_wants_no_motion_sees_none(look: Looking, server: Server) -> None:
    page = look()
    page.page.emulate_media(reduced_motion="reduce")
    opened(page, server, "scope=19&map=true")
    before = page.shown()
    page.page.get_by_text("แผนผัง", exact=True).click()
    page.shown(before)
    assert page.in_map("element => element.areamap.layer.counts.frames") == 0


def test_the_small_map_shows_the_neighbours(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    page.map.click(position=page.place(CHAROEN_THAM))
    small = page.page.frame_locator(".st-key-card iframe").locator("#map_div[data-shown]")
    small.wait_for()
    expect(small).to_have_attribute("data-selected", CHAROEN_THAM)
    expect(small.locator(".areamap-tools")).to_have_count(0)


def test_a_link_shows_the_same_selection_and_looks_at_the_same_place(
    look: Looking, server: Server
) -> None:
    mine = opened(look(), server)
    for code, keys in ((CHAROEN_THAM, []), ("190101", ["Shift"])):
        mine.map.click(position=mine.place(code), modifiers=keys)
        expect(mine.page).to_have_url(re.compile(f"areas=[0-9.]*{code}"))
    assert "at=" not in mine.page.url
    mine.in_map("({areamap: {map}}) => map.setView([14.5, 100.9], 10.5, {animate: false})")
    expect(mine.page).to_have_url(re.compile("at=10.5_14.5_100.9"))
    mine.page.get_by_text("กองทุนสวัสดิการ", exact=True).click()
    expect(mine.page).to_have_url(re.compile("theme=fund.*at=10.5_14.5_100.9"))
    hers = look().open(mine.page.url)
    hers.shown()
    hers.until(SELECTED, [CHAROEN_THAM, "190101"])
    expect(hers.page.locator(".st-key-selection")).to_contain_text("เลือกแล้ว 2 ตำบล")
    hers.until(VIEW, pytest.approx([10.5, 14.5, 100.9], abs=0.01))
    hers.map.get_by_role("button", name="ดูทั้งพื้นที่").click()
    expect(hers.page).not_to_have_url(re.compile("at="))
    hers.page.get_by_role("button", name="ล้าง").click()
    expect(hers.page).not_to_have_url(re.compile("areas="))
    hers.page.go_back()
    hers.until(SELECTED, [CHAROEN_THAM, "190101"])


@pytest.mark.parametrize("at", ["<img>", "10_14", "99_14_100", "9_14_100_1", "a_b_c", "nan_1_1"])
def test_an_address_that_looks_nowhere_is_no_harm(look: Looking, server: Server, at: str) -> None:
    page = opened(look(), server, f"scope=19&map=schematic&areas=1.<img>.x&at={at}")
    page.until(SELECTED, [])
    assert page.in_map("({areamap: {layer}}) => layer.frame.isOurs") is True


def test_the_view_is_kept_when_one_comes_back_to_the_page(look: Looking, server: Server) -> None:
    page = opened(look(), server)
    page.in_map("({areamap: {map}}) => map.setView([14.5, 100.9], 10.5, {animate: false})")
    before = page.in_map(VIEW)
    page.page.get_by_text("ข้อมูลและคู่มือ", exact=True).click()
    page.page.get_by_text("ที่มาและคำอธิบาย", exact=True).click()
    title(page).to_have_text("ที่มาและคำอธิบาย")
    page.page.get_by_text("ภาพรวม", exact=True).click()
    page.shown()
    page.until(VIEW, pytest.approx(before, abs=0.01))
