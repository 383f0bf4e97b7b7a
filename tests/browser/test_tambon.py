"""From the overview to one place and on to its neighbour, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, Look, Server, fits

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]


def test_the_largest_gap_is_one_click_away_and_its_neighbour_another(
    look: Looking, server: Server
) -> None:
    page = look().open(f"{server.url}/?scope=19&theme=fund&map=schematic").page
    expect(page.locator(".areamap-standing")).to_contain_text("สระบุรี", timeout=PATIENCE)
    page.locator(".st-key-concern_largest a").click()
    expect(page.locator("h1")).to_contain_text("ตำบล", timeout=PATIENCE)
    expect(page.locator(".areamap-answer")).to_contain_text("ยังไม่มีกองทุนสวัสดิการ", timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"/tambon\?.*scope=19\d{4}"), timeout=PATIENCE)
    first = page.locator("h1").inner_text()
    beside = page.locator(".st-key-near button").first
    name = beside.inner_text().strip()
    beside.click()
    expect(page.locator("h1")).not_to_have_text(first, timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text(name, timeout=PATIENCE)
    expect(page.locator(".areamap-read section")).to_have_count(10, timeout=PATIENCE)


@pytest.mark.parametrize("size", [(1920, 1080), (390, 844)])
def test_the_page_fits_its_screen(look: Looking, server: Server, size: tuple[int, int]) -> None:
    page = look(*size).open(f"{server.url}/tambon?scope=190404&map=schematic").page
    expect(page.locator(".areamap-read section")).to_have_count(10, timeout=PATIENCE)
    expect(page.locator(".st-key-near button").first).to_be_visible(timeout=PATIENCE)
    fits(page, size[0])
