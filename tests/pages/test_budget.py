"""The page of the budget in each of its states, without a browser."""

from pathlib import Path

import pytest

from areamap import settings
from areamap.direction import money
from areamap.draw.amounts import million_baht
from areamap.i18n import LANGS
from areamap.places.levels import Level
from areamap.workspace import Workspace
from tests.pages.test_clusters import ATTACK, answer
from tests.pages.test_overview import Page, opening, texts, told


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/budget.py")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scope", ["TH", "upper-central", "19", "1904", "190406"])
def test_it_opens_with_an_answer(sample_home: Path, page: Page, lang: str, scope: str) -> None:
    app = page(lang=lang, scope=scope, fy="2566")
    assert not app.exception
    assert "<b>" in answer(app)


def test_figures_are_those_of_the_room(sample_home: Path, page: Page) -> None:
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("budget")
    found = money.of_areas(snapshot, Level.CLUSTER, within="upper-central", fiscal_year=2569)
    row = found.loc["upper-central"]
    app = page(scope="upper-central", fy="2569")
    whole = row["codi_baht"] + row["partners_baht"] + row["unnamed_baht"]
    assert app.metric[0].value == million_baht(whole, "th", unit=True)
    assert app.metric[-1].value == f"{row['leverage_ratio']:.2f}"
    assert f"<b>{row['leverage_ratio']:.2f} บาท</b>" in answer(app)


def test_what_is_picked_narrows_the_page_and_goes_back(sample_home: Path, page: Page) -> None:
    app = page(scope="upper-central", fy="2569")
    whole = app.metric[0].value
    app = page(scope="upper-central", fy="2569", agency="codi", line="housing", spot="19")
    assert not app.exception
    assert app.metric[0].value != whole
    for name in ("agency", "line", "spot"):
        app.button(key=f"chip_{name}").click().run()
        assert name not in told(app)
    assert app.metric[0].value == whole


def test_of_one_agency_nothing_is_said_of_leverage(sample_home: Path, page: Page) -> None:
    app = page(scope="19", fy="2566", agency="codi")
    assert not app.exception
    assert "ภาคี" not in answer(app)
    assert len(app.metric) == 3


def test_a_home_without_data_says_so(empty_home: Path, page: Page) -> None:
    app = page(scope="TH")
    assert not app.exception
    assert "ยังไม่มีทะเบียนงบประมาณ" in app.info[0].value


def test_what_an_address_asks_for_and_there_is_not_is_left(sample_home: Path, page: Page) -> None:
    app = page(scope="19", agency=ATTACK, line=ATTACK, spot=ATTACK, fy=ATTACK)
    assert not app.exception
    assert "agency" not in told(app)
    assert "<img src=x" not in texts(app)
