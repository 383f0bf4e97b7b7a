"""What moved, from the click to the answer and to a link for a colleague, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Look, Server

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]


def test_from_the_start_page_to_what_moved_since_a_forum(look: Looking, server: Server) -> None:
    seen = look().open(f"{server.url}/?scope=30&basis=authority&lang=en")
    page = seen.page
    page.get_by_role("link", name=re.compile("last forum")).first.click()
    expect(page).to_have_url(re.compile(r"/change\?"))
    expect(page).to_have_url(re.compile("since=2024-05-23"))
    expect(page).to_have_url(re.compile("basis=authority"))
    answer = page.locator(".areamap-answer")
    expect(answer).to_contain_text("Nakhon Ratchasima")
    # Any other day that she types: twenty-two authorities registered since.
    page.locator(".st-key-since button").first.click()
    field = page.get_by_label("Compare with")
    field.fill("1/1/2563")
    field.press("Enter")
    expect(page).to_have_url(re.compile("since=2020-01-01"))
    expect(answer).to_contain_text("310 + gained 22 = 332")
    page.keyboard.press("Escape")
    # A click on a bar narrows the whole page; the chip takes it back.
    bars = page.locator(".st-key-chart_change .barlayer .point")
    expect(bars.first).to_be_visible()
    # Plotly lays a sheet over its bars that hears the clicks.
    bars.first.click(force=True)
    expect(page).to_have_url(re.compile("spot="))
    expect(answer).to_contain_text("8 + gained 4 = 12")
    other = look().open(page.url).page
    expect(other.locator(".areamap-answer")).to_contain_text("8 + gained 4 = 12")
    page.locator(".st-key-chip_spot button").first.click()
    expect(answer).to_contain_text("310 + gained 22 = 332")
    assert not seen.outside
    assert not seen.errors


def test_a_day_goes_along_from_page_to_page(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/?scope=19&lang=en").page
    page.locator(".st-key-as_of button").first.click()
    field = page.get_by_label("How it stood on")
    field.fill("15/3/2566")
    field.press("Enter")
    expect(page).to_have_url(re.compile("as_of=2023-03-15"))
    expect(page.get_by_text("As things stood on 15 Mar 2023")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Clusters", exact=True).click()
    expect(page).to_have_url(re.compile(r"/clusters\?"))
    expect(page).to_have_url(re.compile("as_of=2023-03-15"))
    expect(page).to_have_url(re.compile("scope=19"))
    expect(page.locator(".areamap-answer")).to_contain_text("15 Mar 2023")
    page.locator(".st-key-as_of_back button").click()
    expect(page).not_to_have_url(re.compile("as_of="))
