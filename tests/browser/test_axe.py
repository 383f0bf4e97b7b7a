"""Whether people who see little, or use no mouse, can use the pages: axe finds nothing grave."""

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from areamap.ui.shell import PAGES
from tests.browser.conftest import IDLE, PATIENCE, Look, Server

pytestmark = pytest.mark.browser

GRAVE: Final = {"serious", "critical"}
OURS_TO_MEND: Final = {"exclude": [["[data-testid=stToolbar]"], ["[data-testid=stFileUploader]"]]}
"""What Streamlit itself draws around and inside its own widgets is not ours to change."""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_grave_is_found(look: Callable[..., Look], server: Server, name: str) -> None:
    path = "" if name == PAGES[0] else name
    page = look().open(f"{server.url}/{path}?scope=19&map=schematic").page
    page.locator(IDLE).wait_for()
    page.wait_for_load_state("networkidle")
    # A map says what its buttons do once the names of the areas have come.
    for host in page.locator(".areamap-host").all():
        expect(host).to_have_attribute("data-shown", re.compile("."), timeout=PATIENCE)
    expect(page.locator(".areamap-host button[aria-label='']")).to_have_count(0, timeout=PATIENCE)
    found = Axe().run(page, OURS_TO_MEND).response["violations"]
    assert [told(each) for each in found if each["impact"] in GRAVE] == []


def told(violation: dict[str, Any]) -> str:
    """Return what is wrong and where, for whoever reads the failure."""
    places = [f"{node['target']}: {node['html'][:200]}" for node in violation["nodes"][:6]]
    return "\n".join([violation["id"], violation["help"], *places])
