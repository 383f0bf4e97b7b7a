"""What the overview says of two bases and of the last forum, and the guided start."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.ui import overview_start
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts
from tests.quality.homes import publish


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/overview.py")


def links(app: AppTest) -> str:
    html = [each.proto.body for each in app.get("html")]
    return "\n".join(each for each in html if "areamap-link" in each)


def test_two_bases_that_differ_are_told_in_a_sentence(sample_home: Path, page: Page) -> None:
    said = texts(page(scope="30"))
    assert "289 จาก 289 ตำบล (ร้อยละ 100.0) แต่ 332 จาก 333 อปท. (ร้อยละ 99.7)" in said


def test_two_bases_that_agree_are_not(sample_home: Path, page: Page) -> None:
    assert "สองฐานบอกต่างกัน" not in texts(page(scope="19"))


def test_what_moved_since_the_last_forum_leads_to_the_page_of_it(
    sample_home: Path, page: Page
) -> None:
    said = links(page(scope="30", basis="authority", lang="en"))
    assert "the last forum (23 May 2024)" in said
    assert "since=2024-05-23" in said
    assert "basis=authority" in said


def test_where_no_forum_is_known_none_is_made_up(sample_home: Path, page: Page) -> None:
    assert "forum" not in links(page(scope="18", lang="en"))


def test_the_guided_start_goes_when_it_is_put_away(sample_home: Path, page: Page) -> None:
    app = page()
    assert app.code[0].value == overview_start.COMMAND
    assert "imports" in links(app)
    app.button(key="start_hide").click().run()
    assert not app.code


def test_the_guided_start_goes_with_the_first_real_data(sample_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(sample_home)).store
    publish(store, "council", {"area_code": "190406", "record_status": "active"})
    assert not page().code
