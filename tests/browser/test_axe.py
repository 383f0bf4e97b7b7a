"""Whether people who see little, or use no mouse, can use the pages: axe finds nothing grave."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from areamap.ui.shell import PAGES
from tests.browser.conftest import IDLE, Look, Server

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
    # Every map that there is has come; what is still empty would not be looked at.
    expect(page.locator(".areamap-host:not([data-shown])")).to_have_count(0)
    found = Axe().run(page, OURS_TO_MEND).response["violations"]
    assert [told(each) for each in found if each["impact"] in GRAVE] == []


def told(violation: dict[str, Any]) -> str:
    """Return what is wrong and where, for whoever reads the failure."""
    places = [f"{node['target']}: {node['html'][:200]}" for node in violation["nodes"][:6]]
    return "\n".join([violation["id"], violation["help"], *places])
