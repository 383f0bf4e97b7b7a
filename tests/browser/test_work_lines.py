"""From a cell of the matrix to one place and its work, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, Look, Server

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]


def test_a_click_in_the_matrix_narrows_the_page_and_leads_on(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/work_lines?scope=upper-central&map=schematic&lang=en").page
    answer = page.locator(".areamap-answer")
    expect(answer).to_contain_text("Upper Central", timeout=PATIENCE)
    matrix = page.locator(".st-key-chart_matrix .nsewdrag").first
    expect(matrix).to_be_visible(timeout=PATIENCE)
    box = matrix.bounding_box()
    assert box is not None
    # eight columns, the whole and six provinces: the second row's third column is of welfare
    at = {"x": box["width"] * 2.5 / 8, "y": box["height"] * 1.5 / 7}
    matrix.click(position=at)  # type: ignore[arg-type]
    expect(page).to_have_url(re.compile("line=welfare"), timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"spot=\d\d"), timeout=PATIENCE)
    chips = page.locator(".st-key-chips")
    expect(chips).to_contain_text("Community welfare", timeout=PATIENCE)
    expect(answer).to_contain_text("Community welfare is at work in", timeout=PATIENCE)
    page.locator(".st-key-chip_line button").first.click()
    expect(page).not_to_have_url(re.compile("line="), timeout=PATIENCE)
    page.locator(".st-key-go_in button").click()
    expect(page).to_have_url(re.compile(r"scope=\d\d(&|$)"), timeout=PATIENCE)
    expect(page.locator(".st-key-onward a").first).to_be_visible(timeout=PATIENCE)
    page.locator(".st-key-onward a").first.click()
    expect(page).to_have_url(re.compile(r"/tambon\?"), timeout=PATIENCE)
    expect(page.locator(".areamap-read section").first).to_be_visible(timeout=PATIENCE)
