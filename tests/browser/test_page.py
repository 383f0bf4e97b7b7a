"""The page around the map, in a real browser."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from areamap import settings
from areamap.registers import definitions
from areamap.store import Submission
from areamap.workspace import Workspace
from tests.browser.conftest import Look, Server, Serving, fits, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]
ATTACK = "<img src=x onerror='parent.attacked=1'>${parent.attacked=1}"


@pytest.mark.parametrize(
    "path", ["/", "/about", "/?theme=budget&scope=TH", "/?lang=en&map=schematic"]
)
def test_nothing_is_asked_of_another_machine(look: Looking, server: Server, path: str) -> None:
    page = look().open(server.url + path)
    if "about" not in path:
        page.shown()
    page.page.wait_for_load_state("networkidle")
    assert page.outside == []
    assert server.reached_out == []


def test_the_browser_itself_refuses_another_machine(look: Looking, server: Server) -> None:
    page = look().open(server.url)
    refused = page.page.evaluate("() => fetch('http://192.0.2.1/x').then(() => false, () => true)")
    assert refused
    assert any("Content Security Policy" in said for said in page.outside)
    page.outside.clear()
    page.errors.clear()


def test_the_language_is_one_switch_away(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=upper-central")
    page.page.get_by_text("English", exact=True).click()
    expect(page.page.locator("h1")).to_have_text("Councils · Cluster Upper Central")
    page.page.get_by_text("Data and help").click()
    expect(page.page.get_by_text("Sources and terms")).to_be_visible()
    expect(page.page).to_have_url(re.compile("lang=en"))


def test_an_address_shows_the_same_to_another_viewer(look: Looking, server: Server) -> None:
    mine = look().open(f"{server.url}/?scope=72&theme=fund&basis=authority&map=schematic&lang=en")
    shown = mine.shown()
    mine.page.get_by_text("Housing", exact=True).click()
    shown = mine.shown(shown)
    hers = look().open(mine.page.url)
    assert hers.shown() == shown
    figures = "h1, [data-testid=stMetricValue]"
    said = mine.page.locator(figures).all_inner_texts()
    until(hers.page, hers.page.locator(figures).all_inner_texts, said)


def test_the_gap_list_is_a_workbook(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=16&theme=council")
    page.shown()
    gap = int(page.page.locator(".st-key-gap [data-testid=stMetricValue]").inner_text())
    with page.page.expect_download() as waiting:
        page.page.get_by_text("ดาวน์โหลด .xlsx").click()
    saved = Path(waiting.value.path())
    assert waiting.value.suggested_filename.startswith("council-16-")
    rows = list(openpyxl.load_workbook(BytesIO(saved.read_bytes())).active.values)
    assert rows[0][0] == "พื้นที่ที่ยังไม่มีสภา"
    assert "ฐาน: ตำบล" in rows[2][0]
    heading = next(number for number, row in enumerate(rows) if row[0] == "ชื่อ")
    assert len(rows) - heading - 1 == gap > 0
    assert rows[heading + 1][-1].startswith("16")


def test_a_phone_shows_it_without_scrolling_sideways(look: Looking, server: Server) -> None:
    page = look(390, 844).open(server.url)
    page.shown()
    fits(page.page, 390)
    legend = page.map.locator(".areamap-legend")

    def lies_within() -> bool:
        outer, inner = page.map.bounding_box(), legend.bounding_box()
        assert outer
        assert inner
        below = inner["y"] + inner["height"] <= outer["y"] + outer["height"]
        return below and outer["width"] > 340

    until(page.page, lies_within, expected=True)


def test_a_deep_link_works_right_after_a_restart(
    look: Looking, filled_home: Path, serve: Serving
) -> None:
    fresh = serve(filled_home)
    page = look().open(f"{fresh.url}/about?lang=en")
    expect(page.page.locator("h1")).to_have_text("Sources and terms")
    expect(page.page.get_by_text("Overview", exact=True)).to_be_visible()
    page.page.get_by_text("ไทย", exact=True).click()
    expect(page.page.locator("h1")).to_have_text("ที่มาและคำอธิบาย")


def test_words_of_other_people_stay_text(
    look: Looking, filled_home: Path, tmp_path: Path, serve: Serving
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    workspace = Workspace.open(settings.load(home))
    sample = Workspace.open(settings.load(filled_home))
    for register, theme in (("council", "council"), ("authority", "council")):
        publication = sample.snapshot(theme).publications[register]
        rows = sample.rows(publication)
        if register == "authority":
            rows = rows.assign(name_th=ATTACK, name_en=ATTACK)
        workspace.store.publish(
            Submission(
                register=register,
                rows=rows,
                kinds=definitions.load(register).kinds,
                file_name=f"{ATTACK}.xlsx",
                file_sha256="0" * 64,
                by=ATTACK,
            )
        )
    fresh = serve(home)
    page = look().open(f"{fresh.url}/?scope=19&basis=authority")
    page.shown()
    page.map.click(position=page.place("190406"))
    card = page.page.locator(".st-key-card")
    expect(card).to_contain_text(ATTACK)
    expect(page.page.locator("body")).to_contain_text(f"{ATTACK}.xlsx")
    assert page.page.locator("img[src=x]").count() == 0
    assert page.page.evaluate("() => window.attacked") is None
