"""Clusters and money, from the click to the answer, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Look, Server

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]


def test_a_click_on_a_bar_says_where_the_cluster_stands(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/clusters?scope=TH&lang=en").page
    answer = page.locator(".areamap-answer")
    expect(answer).to_contain_text("Cluster with most")
    bars = page.locator(".st-key-chart_ranking .barlayer .point")
    expect(bars).to_have_count(19)
    # Plotly lays a sheet over its bars that hears the clicks.
    bars.first.click(force=True)
    expect(page).to_have_url(re.compile("spot="))
    expect(answer).to_contain_text("number 1 of 19")
    expect(page.locator(".areamap-small.areamap-picked")).to_have_count(1)
    page.locator(".st-key-chip_spot button").first.click()
    expect(page).not_to_have_url(re.compile("spot="))
    expect(answer).not_to_contain_text("number 1 of 19")


def test_a_click_on_an_agency_narrows_the_page_of_the_budget(look: Looking, server: Server) -> None:
    page = look().open(f"{server.url}/budget?scope=upper-central&fy=2569&lang=en").page
    expect(page.locator(".areamap-answer")).to_contain_text("for each baht of CODI")
    bars = page.locator(".st-key-chart_agency .barlayer .point")
    expect(bars.first).to_be_visible()
    # Plotly lays a sheet over its bars that hears the clicks.
    bars.first.click(force=True)
    expect(page).to_have_url(re.compile("agency=codi"))
    expect(page.locator(".st-key-chip_agency")).to_contain_text("CODI")
    expect(page.locator(".areamap-answer")).not_to_contain_text("for each baht of CODI")
