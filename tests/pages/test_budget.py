"""The page of the budget in each of its states, without a browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from areamap import settings
from areamap.cli import areamap
from areamap.direction import money
from areamap.draw.amounts import million_baht
from areamap.i18n import LANGS
from areamap.places.levels import Level
from areamap.workspace import Workspace
from tests.pages.test_clusters import ATTACK, answer
from tests.pages.test_overview import Page, opening, texts, told
from tests.quality.homes import publish


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
    picks = {"agency": "codi", "line": "housing", "programme": "บ้านพอเพียง", "spot": "19"}
    app = page(scope="upper-central", fy="2569", **picks)
    assert not app.exception
    assert app.metric[0].value != whole
    for name in picks:
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


def terminal(home: Path, *words: str) -> list[dict[str, Any]]:
    """Return the lines that the terminal gives."""
    asked = [*words, "--format", "json", "--home", str(home)]
    shown = CliRunner().invoke(areamap, asked)
    assert shown.exit_code == 0, shown.output
    found: list[dict[str, Any]] = json.loads(shown.stdout)
    return found


def test_figures_are_those_of_the_terminal(sample_home: Path, page: Page) -> None:
    app = page(scope="19", fy="2566")
    words = ("--by", "province", "--in", "19", "--fiscal-year", "2566")
    whole = sum(each["amount_baht"] for each in terminal(sample_home, "budget", *words))
    assert app.metric[0].value == million_baht(whole, "th", unit=True)
    brought = terminal(sample_home, "leverage", *words)[0]
    assert app.metric[-1].value == f"{brought['leverage_ratio']:.2f}"


def test_a_programme_has_the_baht_of_the_terminal(sample_home: Path, page: Page) -> None:
    name = "บ้านพอเพียง"
    words = ("--by", "province", "--in", "19", "--fiscal-year", "2566", "--programme", name)
    whole = sum(each["amount_baht"] for each in terminal(sample_home, "budget", *words))
    app = page(scope="19", fy="2566", programme=name)
    assert not app.exception
    assert app.metric[0].value == million_baht(whole, "th", unit=True)


def test_words_of_a_programme_stay_words(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    line = {"area_code": "190406", "fiscal_year": 2566, "agency": "พอช.", "amount_baht": 100.0}
    publish(store, "budget", {**line, "programme": ATTACK, "work_line": ATTACK})
    app = page(scope="19", fy="2566", programme=ATTACK)
    assert not app.exception
    assert ATTACK not in texts(app)
