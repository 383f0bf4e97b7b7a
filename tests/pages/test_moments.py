"""The day that the director's pages share: chosen, carried, refused; without a browser."""

from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.calendar import format_date
from areamap.places.levels import Level
from areamap.ui import moments
from areamap.workspace import Workspace
from tests.pages.test_overview import ROOT, Page, opening, texts, told

DAY = date(2023, 3, 15)
SHARED = ("lang", "scope", "fy", "basis", "map", "theme", "as_of")
PAGES = ("overview", "clusters", "budget", "tambon", "compare")


@pytest.fixture
def page() -> Page:
    """Return how to open the page as the app does."""
    return opening("app.py")


def warnings(app: AppTest) -> str:
    return "\n".join(each.value for each in app.warning)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_the_day_of_its_address(sample_home: Path, name: str) -> None:
    app = opening(f"pages/{name}.py")(as_of="2023-03-15", scope="190406")
    assert not app.exception
    assert "ข้อมูล ณ 15 มี.ค. 2566" in texts(app)
    assert told(app)["as_of"] == "2023-03-15"


def test_figures_are_those_of_the_workspace_on_that_day(sample_home: Path, page: Page) -> None:
    app = page(scope="19", as_of="2023-03-15")
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("council", as_of=DAY)
    row = snapshot.coverage(Level.PROVINCE, within="19").loc["19"]
    assert app.metric[0].value == f"{row['coverage_pct']:.1f} %"
    assert "ฐาน: ตำบล · ณ 15 มี.ค. 2566" in texts(app)


def test_a_day_is_typed_as_people_write_it_and_taken_back(sample_home: Path, page: Page) -> None:
    app = page(scope="19", fy="2567")
    app.text_input(key=moments.FIELD).set_value("15 มี.ค. 66").run()
    assert (told(app)["as_of"], told(app)["fy"]) == ("2023-03-15", "now")
    app.button(key="as_of_back").click().run()
    assert "as_of" not in told(app)
    assert "ข้อมูล ณ" not in texts(app)


@pytest.mark.parametrize("text", ["เมื่อวาน", "31/2/2566", "<b>x</b>", "15/3/1500"])
def test_what_is_no_day_is_told_and_leaves_the_page_as_it_was(
    sample_home: Path, page: Page, text: str
) -> None:
    app = page(scope="19", as_of="2023-03-15")
    app.text_input(key=moments.FIELD).set_value(text).run()
    assert not app.exception
    assert "ไม่ได้ จึงแสดงข้อมูล ณ 15 มี.ค. 2566" in warnings(app)
    assert told(app)["as_of"] == "2023-03-15"


@pytest.mark.parametrize("text", ["nonsense", "2023-02-30", "2023-99-99"])
def test_an_address_without_a_day_is_told_and_shows_today(
    sample_home: Path, page: Page, text: str
) -> None:
    app = page(scope="19", as_of=text)
    assert not app.exception
    today = format_date(date.today(), "th")  # noqa: DTZ011 - the day where she is
    assert f"จึงแสดงข้อมูล ณ {today}" in warnings(app)
    assert "as_of" not in told(app)


def test_a_day_ahead_is_told_and_shows_today(sample_home: Path, page: Page) -> None:
    ahead = date.today() + timedelta(days=1)  # noqa: DTZ011 - the day where she is
    app = page(scope="19", as_of=ahead.isoformat())
    assert "ยังมาไม่ถึง" in warnings(app)
    assert "as_of" not in told(app)


def test_a_day_before_the_first_record_is_told(sample_home: Path, page: Page) -> None:
    app = page(scope="19", as_of="1990-01-01")
    assert not app.exception
    assert "ทะเบียนไม่ได้บอกอะไร" in "\n".join(each.value for each in app.info)


def onward(app: AppTest, script: str) -> AppTest:
    """Return another page of the same session, gone to by the navigation: without an address."""
    other = AppTest.from_file(str(ROOT / script), default_timeout=60)
    for way, name in product(("kept", "written", "stood_in"), SHARED):
        if f"{way}_{name}" in app.session_state:
            other.session_state[f"{way}_{name}"] = app.session_state[f"{way}_{name}"]
    return other.run()


def test_it_is_carried_from_page_to_page(sample_home: Path, page: Page) -> None:
    app = onward(page(scope="19", as_of="2023-03-15", basis="authority"), "pages/clusters.py")
    assert not app.exception
    found = told(app)
    assert (found["as_of"], found["scope"], found["basis"]) == ("2023-03-15", "19", "authority")


def test_what_one_page_does_not_offer_waits_for_the_next(sample_home: Path, page: Page) -> None:
    app = onward(page(scope="19", fy="now"), "pages/budget.py")
    assert told(app)["fy"] != "now"
    assert told(onward(app, "pages/tambon.py"))["fy"] == "now"
