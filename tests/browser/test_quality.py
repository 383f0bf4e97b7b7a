"""A finding, its rows, its explanation, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from areamap import settings
from areamap.workspace import Workspace
from tests.browser.conftest import PATIENCE, Look, Server, Serving, fits
from tests.quality.homes import troubled

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]


@pytest.fixture
def own(tmp_path: Path, serve: Serving) -> tuple[Server, Workspace]:
    """Serve a home of this test alone in which every check finds something."""
    home = tmp_path / "home"
    home.mkdir()
    troubled(home)
    return serve(home), Workspace.open(settings.load(home))


def counts(page: Page, name: str, number: int) -> None:
    """Wait until a number of the summary is so."""
    # The first: what was there before may stand for a moment beside what is.
    value = page.locator(f".st-key-count_{name} [data-testid=stMetricValue]").first
    expect(value).to_have_text(str(number), timeout=PATIENCE)


def test_a_finding_is_opened_explained_and_shown_as_explained(
    look: Looking, own: tuple[Server, Workspace]
) -> None:
    server, workspace = own
    found = workspace.quality.findings("19")
    (key,) = found.index[found["check"] == "two_councils"]
    wrong = int((found["severity"] == "wrong").sum())
    page = look().open(f"{server.url}/quality?scope=19").page
    counts(page, "severity_wrong", wrong)
    counts(page, "explained", 0)
    box = page.locator(f".st-key-found_{key}").first
    expect(box).to_contain_text("สภาองค์กรชุมชนอีกแห่ง", timeout=PATIENCE)
    box.get_by_role("button", name="ดูแถว (2)").click()
    rows = box.locator(".areamap-list tbody tr")
    expect(rows).to_have_count(2, timeout=PATIENCE)
    expect(rows.first).to_contain_text("แผ่น1")
    expect(box).to_contain_text("council.xlsx")
    note = box.get_by_role("textbox")
    note.fill("สภาเดิมยุบแล้ว รอหนังสือจังหวัด")
    box.get_by_role("button", name="ทำเครื่องหมายว่าอธิบายแล้ว").click()
    counts(page, "explained", 1)
    counts(page, "severity_wrong", wrong - 1)
    expect(box).to_contain_text("อธิบายโดย", timeout=PATIENCE)
    assert workspace.store.explanations.every()[key].note == "สภาเดิมยุบแล้ว รอหนังสือจังหวัด"
    box.get_by_role("button", name="ปิด").click()
    expect(box).to_have_count(0, timeout=PATIENCE)
    page.locator(".st-key-pick_show").get_by_text("อธิบายแล้ว", exact=True).first.click()
    expect(box).to_contain_text("สภาเดิมยุบแล้ว รอหนังสือจังหวัด", timeout=PATIENCE)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (390, 844)])
def test_the_page_fits_its_screen(
    look: Looking, own: tuple[Server, Workspace], size: tuple[int, int]
) -> None:
    server, workspace = own
    found = workspace.quality.findings()
    key = found.index[found["check"] == "closed_year"][0]
    page = look(*size).open(f"{server.url}/quality?scope=TH&finding={key}").page
    expect(page.locator(f".st-key-found_{key} .areamap-list").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".areamap-ages")).to_be_attached(timeout=PATIENCE)
    fits(page, size[0])
