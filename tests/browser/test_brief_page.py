"""The page of a brief, opened from a stick on any computer: one file, and nobody to ask."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

from areamap.cli import areamap
from tests.browser.conftest import IS_MOVING, MIDDLE, PATIENCE, Look, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

MOST_BYTES = 3_000_000
CHAREON_THAM = "190406"


@pytest.fixture(scope="module")
def file(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of Saraburi as the terminal makes it."""
    made = tmp_path_factory.mktemp("stick") / "saraburi.html"
    asked = ["brief", "19", "--kind", "page", "-o", str(made), "--as-of", "2026-03-31"]
    shown = CliRunner().invoke(areamap, [*asked, "--home", str(filled_home)])
    assert shown.exit_code == 0, shown.output
    return made


def opened(look: Looking, file: Path, *size: int) -> tuple[Page, Locator]:
    """Open the file with the cable out, and wait for its map."""
    page = look(*size).page
    page.context.set_offline(True)
    page.goto(file.as_uri())
    areas = page.locator("#areamap-map[data-shown]")
    expect(areas).to_be_visible(timeout=PATIENCE)
    return page, areas


def test_it_tells_shows_and_changes_its_theme(look: Looking, file: Path) -> None:
    assert file.stat().st_size < MOST_BYTES
    page, areas = opened(look, file)
    expect(page.locator("h1")).to_contain_text("สระบุรี")
    expect(page.locator("header .warning")).to_be_visible()

    # Every chapter says something; the tables hold the districts, each once.
    chapters = page.locator("section:has(h2)")
    assert chapters.count() == 10
    expect(page.locator(".lead").first).to_contain_text("จาก 111 ตำบล")
    tables = page.locator("details")
    for number, basis in enumerate(("ตำบล", "อปท.")):
        table = tables.nth(number)
        expect(table.locator("summary")).to_contain_text(f"(ฐาน: {basis}) (13)")
        if number:
            expect(table.locator("tbody tr").first).to_be_hidden()
            table.locator("summary").click()
        expect(table.locator("tbody tr").first).to_be_visible()
        expect(table.locator("tbody tr")).to_have_count(13)

    # The map names what one points at, in every theme.
    areas.scroll_into_view_if_needed()
    until(page, lambda: areas.evaluate(IS_MOVING), expected=False)
    place, box = areas.evaluate(MIDDLE, CHAREON_THAM), areas.bounding_box()
    assert box
    page.mouse.move(box["x"] + place["x"], box["y"] + place["y"])
    tooltip = areas.locator(".areamap-tooltip")
    expect(tooltip).to_contain_text("เจริญธรรม")
    buttons = page.locator("[data-theme]")
    themes = buttons.all_inner_texts()
    assert len(themes) == len(set(themes)) >= 5
    seen = {areas.get_attribute("data-shown")}
    for number in range(1, len(themes)):
        buttons.nth(number).click()
        expect(page.locator("[data-theme][aria-pressed=true]")).to_have_text(themes[number])
        seen.add(
            until(
                page,
                lambda: areas.get_attribute("data-shown"),
                lambda shown: shown and shown not in seen,
            )
        )
        expect(areas).to_contain_text(themes[number])
    assert len(seen) == len(themes)


def test_it_fits_a_phone(look: Looking, file: Path) -> None:
    page, areas = opened(look, file, 390, 844)
    for summary in page.locator("summary").all():
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = areas.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
