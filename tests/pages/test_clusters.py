"""The page of clusters in each of its states, without a browser."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.cli import areamap
from areamap.direction import clusters
from areamap.direction.clusters import Measure
from areamap.i18n import LANGS
from areamap.places.levels import Level
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/clusters.py")


def answer(app: AppTest) -> str:
    html = [each.proto.body for each in app.get("html")]
    return next(each for each in html if "areamap-answer" in each)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "address",
    [
        {"scope": "TH"},
        {"scope": "TH", "theme": "fund", "basis": "authority", "by": "region"},
        {"scope": "upper-central", "theme": "budget", "per": "head", "fy": "2566"},
        {"scope": "upper-central", "theme": "budget", "per": "sum"},
        {"scope": "19", "theme": "housing", "fy": "2568"},
        {"scope": "10", "theme": "council"},
    ],
)
def test_it_opens_with_an_answer(
    sample_home: Path, page: Page, lang: str, address: dict[str, str]
) -> None:
    app = page(lang=lang, **address)
    assert not app.exception
    assert "<b>" in answer(app)
    assert len(app.get("plotly_chart")) >= 2


def test_figures_are_those_of_the_room(sample_home: Path, page: Page) -> None:
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("council")
    found = clusters.compared(
        snapshot, Measure.COVERAGE, Level.PROVINCE, basis="authority", within="upper-central"
    )
    app = page(scope="upper-central", basis="authority", spot="19")
    row, first = found.loc["19"], found.iloc[0]
    said = answer(app)
    assert f"<b>{first['name_th']}</b> {first['value']:.1f} %" in said
    rank = int((found["value"] > row["value"]).sum()) + 1
    assert f"({row['part']:.0f} จาก {row['whole']:.0f} อปท.) อยู่อันดับ {rank} จาก 6" in said


def test_what_is_picked_has_a_chip_that_takes_it_back(sample_home: Path, page: Page) -> None:
    app = page(scope="upper-central", spot="19")
    assert told(app)["spot"] == "19"
    app.button(key="chip_spot").click().run()
    assert not app.exception
    assert "spot" not in told(app)
    assert not [each for each in app.button if each.key == "chip_spot"]


def test_one_goes_into_what_is_picked(sample_home: Path, page: Page) -> None:
    app = page(scope="upper-central", spot="19")
    app.button(key="go_in").click().run()
    assert not app.exception
    assert told(app)["scope"] == "19"
    assert "spot" not in told(app)
    assert app.title[0].value == "กลุ่มจังหวัด · จังหวัดสระบุรี"


def test_a_district_leads_up_to_its_province(sample_home: Path, page: Page) -> None:
    app = page(scope="1904")
    assert not app.exception
    assert app.info
    app.button(key="go_up").click().run()
    assert told(app)["scope"] == "19"


def test_a_home_without_data_says_so(empty_home: Path, page: Page) -> None:
    app = page(scope="TH")
    assert not app.exception
    assert "ยังไม่มีข้อมูลให้เทียบ" in answer(app)
    assert not app.get("plotly_chart")


def test_what_an_address_asks_for_and_there_is_not_is_left(sample_home: Path, page: Page) -> None:
    app = page(scope=ATTACK, spot=ATTACK, by=ATTACK, per=ATTACK, theme=ATTACK)
    assert not app.exception
    assert "spot" not in told(app)
    assert "<img src=x" not in texts(app)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ({"theme": "council", "basis": "authority"}, ("council", "--basis", "authority")),
        ({"theme": "fund", "basis": "tambon"}, ("fund",)),
        (
            {"theme": "budget", "per": "head", "fy": "2566"},
            ("budget", "--per", "head", "--fiscal-year", "2566"),
        ),
    ],
)
def test_figures_are_those_of_the_terminal(
    sample_home: Path, page: Page, address: dict[str, str], words: tuple[str, ...]
) -> None:
    asked = ["compare", *words, "--in", "upper-central", "--format", "json"]
    shown = CliRunner().invoke(areamap, [*asked, "--home", str(sample_home)])
    assert shown.exit_code == 0, shown.output
    found = json.loads(shown.stdout)
    app = page(scope="upper-central", by="province", lang="en", **address)
    said = answer(app)
    for each in (found[0], found[-1]):
        assert each["name_en"] in said
        digits = 2 if address.get("per") == "head" and abs(each["value"]) < 100 else 1
        digits = 0 if address.get("per") == "head" and abs(each["value"]) >= 100 else digits
        assert f"{each['value']:,.{digits}f}" in said
