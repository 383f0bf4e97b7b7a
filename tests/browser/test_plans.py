"""From a target to its course, and on to a province, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, Look, Server

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]


def test_a_click_on_a_target_works_it_out(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/plans?scope=upper-central&map=schematic&lang=en").page
    answer = page.locator(".areamap-answer")
    expect(answer).to_contain_text("tells no number", timeout=PATIENCE)
    bars = page.locator(".st-key-chart_progress .barlayer .point")
    expect(bars.nth(2)).to_be_visible(timeout=PATIENCE)
    # Plotly lays a sheet over its bars that hears the clicks.
    bars.nth(2).click(force=True)
    expect(page).to_have_url(re.compile(r"target=\d+"), timeout=PATIENCE)
    expect(page.locator(".st-key-chart_course h3")).to_contain_text("Ang Thong", timeout=PATIENCE)
    expect(page.locator(".areamap-read")).to_contain_text(
        "Pace needed: (73 − 72)", timeout=PATIENCE
    )
    page.locator(".st-key-chip_target button").first.click()
    expect(page).not_to_have_url(re.compile("target="), timeout=PATIENCE)
    parts = page.locator(".st-key-chart_coverage .barlayer .point")
    expect(parts.first).to_be_visible(timeout=PATIENCE)
    parts.first.click(force=True)
    expect(page).to_have_url(re.compile(r"spot=\d\d"), timeout=PATIENCE)
    expect(page.locator(".st-key-chip_spot")).to_be_visible(timeout=PATIENCE)
