"""From where nobody is to who goes there, in a real browser."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from areamap.i18n import t
from tests.browser.conftest import PATIENCE, Look, Server, Serving, fits

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

CHAROEN_THAM = "190406"
"""A tambon without a welfare fund in the sample."""


def test_somebody_is_sent_to_the_first_gap_and_the_list_goes_out_and_comes_back(
    look: Looking, serve: Serving, filled_home: Path, tmp_path: Path
) -> None:
    shutil.copytree(filled_home, tmp_path / "home")
    server = serve(tmp_path / "home")
    page = look().open(f"{server.url}/gaps?scope=19&theme=fund&lang=en").page
    answer = page.locator(".areamap-answer")
    expect(answer).to_contain_text("have no welfare fund")
    rows = page.locator(".st-key-gap_rows button")
    expect(rows).to_have_count(8)
    rows.first.click()
    expect(page).to_have_url(re.compile(r"areas=19\d{4}"))
    card = page.locator(".st-key-gap")
    expect(card).to_contain_text("The nearest strong councils")
    expect(card.locator("[class*=st-key-mentor_]")).to_have_count(3)
    sent = page.locator(".st-key-assignment")
    who = sent.locator("[class*=st-key-assign_who_] input")
    settled(page)
    who.fill("Mr Smith")
    sent.get_by_role("button", name="Save the assignment").click()
    expect(page.get_by_role("alert").filter(has_text="not kept")).to_be_visible()
    settled(page)
    who.fill("Team 1")
    sent.get_by_role("button", name="Save the assignment").click()
    expect(sent).to_contain_text("Assigned to Team 1")
    expect(answer).to_contain_text("1 of 30 are assigned")
    page.locator(".st-key-chip_areas button").first.click()
    expect(page).not_to_have_url(re.compile("areas="))
    expect(rows).to_have_count(8)
    settled(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download the list .xlsx").click()
    file = tmp_path / "list.xlsx"
    saved.value.save_as(file)
    _send_second(file)
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    expect(page.locator(".st-key-back_counts")).to_contain_text("1 differ · 1 as they are")
    page.get_by_role("button", name="Take 1 in").click()
    expect(answer).to_contain_text("2 of 30 are assigned")


def test_a_click_on_a_gap_of_the_map_narrows_the_page(look: Looking, server: Server) -> None:
    seen = look(1920, 1080).open(f"{server.url}/gaps?scope=19&theme=fund&map=schematic")
    page = seen.page
    expect(page.locator(".st-key-gap_rows button")).to_have_count(8)
    seen.shown()
    seen.until("({areamap: {layer}}) => layer.gapsOutlined", expected=True)
    # A map that only comes into view for the click has not heard yet where it stands.
    seen.map.scroll_into_view_if_needed()
    settled(page)
    seen.map.click(position=seen.place(CHAROEN_THAM))
    expect(page).to_have_url(re.compile(f"areas={CHAROEN_THAM}"))
    expect(page.locator(".st-key-chip_areas")).to_be_visible()
    expect(page.locator(".st-key-assignment")).to_be_visible()
    page.locator(".st-key-gap a", has_text="ดูทุกอย่างที่รู้").click()
    expect(page).to_have_url(re.compile(f"/tambon.*scope={CHAROEN_THAM}"), timeout=PATIENCE)


@pytest.mark.parametrize("size", [(1920, 1080), (390, 844)])
def test_the_page_fits_its_screen(look: Looking, server: Server, size: tuple[int, int]) -> None:
    page = look(*size).open(f"{server.url}/gaps?scope=TH&theme=housing&map=schematic").page
    expect(page.locator(".st-key-gap_rows button").first).to_be_visible()
    expect(page.locator(".areamap-list").first).to_be_visible()
    fits(page, size[0])


def settled(page: Page) -> None:
    """Wait until the page has run to its end: what is typed before would be typed into the old."""
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def _send_second(file: Path) -> None:
    """Write into a list who is to go to its second gap."""
    book = openpyxl.load_workbook(file)
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value == t("gaps.column_rank", "en"))
    columns = {cell.value: cell.column for cell in head}
    who = columns[t("gaps.column_assigned_to", "en")]
    sheet.cell(head[0].row + 2, who).value = "Team 2"
    book.save(file)
