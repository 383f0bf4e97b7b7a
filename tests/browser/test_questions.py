"""Each of the director's ten questions, from the start page to its answer in three clicks."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from areamap import settings
from areamap.i18n import LANGS, Lang, t
from areamap.ui.shell import STAFF
from areamap.workspace import Workspace
from tests.browser.conftest import IDLE, Look, Server, serving

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

MOST: Final = 3
"""So many clicks lead from the start page to an answer."""

MAP: Final = ".areamap-host[data-shown]"
CHART: Final = ".st-key-chart_"


@dataclass
class Walk:
    """A director on her way from the start page, whose clicks are counted."""

    page: Page
    lang: Lang
    clicks: int = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= MOST
        # What is clicked while its page is still made may be put in its place anew.
        self.page.locator(IDLE).wait_for()
        what.click()

    def go(self, name: str) -> None:
        """Click on a page in the row above, or in the menu of the staff."""
        title = t(f"ui.page_{name}", self.lang)
        if name in STAFF:
            self.click(self.page.get_by_text(t("ui.pages_of_staff", self.lang), exact=True))
            self.click(self.page.get_by_text(title, exact=True))
        else:
            self.click(self.page.get_by_role("link", name=title, exact=True))

    def sees(self, *places: str) -> None:
        """Expect to see something in each place, without another click."""
        for place in places:
            expect(self.page.locator(place).first).to_be_visible()

    def is_answered(self, page: str, pattern: str = r"\d") -> None:
        """Expect the question of a page with an answer in which a figure stands."""
        answer = self.page.locator(".areamap-answer")
        expect(answer.locator("span")).to_have_text(t(f"{page}.question", self.lang))
        expect(answer.locator("p").first).to_have_text(re.compile(pattern))


def overview(walk: Walk) -> None:
    """Where do we stand? Said at once; the area that is behind is one click away."""
    standing = walk.page.locator(".areamap-standing")
    expect(standing).to_contain_text(re.compile(r"[\d,]+ .*7,436"))
    walk.sees(".st-key-rate", ".st-key-moved a", ".st-key-concern_largest", MAP)
    behind = walk.page.locator(".st-key-ranking button").first
    name = re.split(r" [\d.]+ %", behind.inner_text())[0]
    walk.click(behind)
    expect(walk.page.locator("h1")).to_contain_text(name)
    expect(standing).not_to_contain_text("7,436")


def gaps(walk: Walk) -> None:
    """Where is nobody? Down to who can help there and who goes."""
    walk.go("gaps")
    what = t("gaps.what_council", walk.lang)
    answer = walk.page.locator(".areamap-answer")
    expect(answer.locator("span")).to_have_text(t("gaps.question", walk.lang, what=what))
    expect(answer.locator("b").first).to_have_text(re.compile(r"[\d,]+ .*7,436"))
    walk.sees(MAP)
    # The first has no polygon on the real map, so it is not known there what lies around it.
    walk.click(walk.page.locator(".st-key-gap_rows button").nth(1))
    walk.sees(".st-key-gap .st-key-mentor_0 a", ".st-key-assignment")


def clusters(walk: Walk) -> None:
    """How do clusters and provinces compare?"""
    walk.go("clusters")
    walk.is_answered("clusters")
    walk.sees(f"{CHART}ranking .point", ".areamap-small img", f"{CHART}spread", f"{CHART}trend")


def budget(walk: Walk) -> None:
    """Where did the money go, and what did it bring with it?"""
    walk.go("budget")
    walk.is_answered("budget")
    walk.sees(".st-key-figure_leverage", f"{CHART}flows .sankey-node", MAP)


def work_lines(walk: Walk) -> None:
    """Who does what where?"""
    walk.go("work_lines")
    walk.is_answered("lines", r"\d\.\d")
    walk.sees(f"{CHART}matrix .hm", f"{CHART}presence .point", MAP)


def tambon(walk: Walk) -> None:
    """What do we know about this place? It is the one that needs attention first."""
    walk.click(walk.page.locator(".st-key-concern_largest a"))
    walk.is_answered("tambon", t("gaps.what_council", walk.lang))
    expect(walk.page.locator(".areamap-read section")).to_have_count(10)
    elsewhere = walk.page.locator(".st-key-see_schematic button")
    expect(walk.page.locator(MAP).or_(elsewhere).first).to_be_visible()
    if elsewhere.count():
        # The real boundary file lacks fourteen tambons of today.
        walk.click(elsewhere)
    walk.sees(MAP)


def change(walk: Walk) -> None:
    """What moved since a year ago, or since the last forum?"""
    walk.click(walk.page.locator(".st-key-moved a").first)
    walk.is_answered("change")
    expect(walk.page.locator(".areamap-answer")).to_contain_text(re.compile(r"\d.* = [\d,]+"))
    walk.sees(MAP)


def plans(walk: Walk) -> None:
    """Are we on course for 2579?"""
    walk.go("plans")
    walk.is_answered("plans")
    walk.sees(f"{CHART}progress .point", f"{CHART}course", f"{CHART}coverage .point", MAP)


def quality(walk: Walk) -> None:
    """Can I say this in public?"""
    walk.go("quality")
    answer = walk.page.locator(".st-key-answer")
    expect(answer).to_contain_text(t("quality.question", walk.lang))
    expect(answer).to_contain_text(re.compile(r"\d"))
    walk.sees(".areamap-figures .areamap-verdict", ".areamap-ages td")


def about(walk: Walk) -> None:
    """Where does it come from?"""
    walk.go("about")
    expect(walk.page.locator("h1")).to_have_text(t("ui.page_about", walk.lang))
    walk.sees(".areamap-list td", "#formulas", ".areamap-formula", ".st-key-terms td")


QUESTIONS: Final = (
    overview, gaps, clusters, budget, work_lines, tambon, change, plans, quality, about
)  # fmt: skip


@pytest.fixture(scope="module")
def surveyed(
    filled_home: Path, reference: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Serve sample data on the real boundary file; skip where that is not there."""
    folder = tmp_path_factory.mktemp("surveyed")
    shutil.copytree(filled_home, folder / "home")
    file = reference / "boundaries" / "tha_admbnda_adm3.zip"
    Workspace.open(settings.load(folder / "home")).boundaries.add(file)
    with serving(folder / "home", folder / "outside.log") as running:
        yield running


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("served", ["server", "surveyed"])
def test_it_is_answered_within_three_clicks(
    look: Looking,
    request: pytest.FixtureRequest,
    served: str,
    question: Callable[[Walk], None],
    lang: Lang,
) -> None:
    server: Server = request.getfixturevalue(served)
    seen = look(1920, 1080).open(f"{server.url}/?lang={lang}")
    question(Walk(seen.page, lang))
