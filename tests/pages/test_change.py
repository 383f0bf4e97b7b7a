"""The page of change in each of its states, without a browser."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.cli import areamap
from areamap.direction import forums
from areamap.i18n import LANGS
from areamap.ui import change_choice
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.quality.homes import publish

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/change.py")


def answer(app: AppTest) -> str:
    html = [each.proto.body for each in app.get("html")]
    return next(each for each in html if "areamap-answer" in each)


def terminal(home: Path, *words: str) -> dict[str, float]:
    """Return the one line that the terminal gives."""
    asked = ["change", *words, "--format", "json", "--home", str(home)]
    shown = CliRunner().invoke(areamap, asked)
    assert shown.exit_code == 0, shown.output
    lines: list[dict[str, float]] = json.loads(shown.stdout)
    return lines[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "address",
    [
        {"scope": "TH"},
        {"scope": "upper-central", "theme": "fund", "basis": "authority", "since": "2020-01-01"},
        {"scope": "30", "theme": "budget", "since": "2022-10-01", "spot": "3001"},
        {"scope": "1001", "theme": "housing", "as_of": "2024-10-01"},
    ],
)
def test_it_opens_with_an_answer(
    sample_home: Path, page: Page, lang: str, address: dict[str, str]
) -> None:
    app = page(lang=lang, **address)
    assert not app.exception
    assert "<b>" in answer(app)
    assert "=" in answer(app)


def test_figures_are_those_of_the_terminal(sample_home: Path, page: Page) -> None:
    app = page(scope="30", basis="authority", since="2020-01-01", lang="en")
    words = ("--from", "2020-01-01", "--in", "30", "--basis", "authority")
    line = terminal(sample_home, *words)
    assert line["gained"]
    said = answer(app)
    assert f"<b>{line['before']}</b> to <b>{line['after']}</b> of {line['areas']}" in said
    assert f"{line['before']} + gained {line['gained']} = {line['after']}" in said


def test_baht_are_those_of_the_terminal(sample_home: Path, page: Page) -> None:
    app = page(scope="19", theme="budget", since="2022-10-01")
    line = terminal(sample_home, "--from", "1/10/2565", "--in", "19", "--theme", "budget")
    assert line["added"]
    said = f"{line['before']:,.2f} + เพิ่ม {line['added']:,.2f} = {line['after']:,.2f}"
    assert said in answer(app)


def test_a_pick_narrows_the_whole_page(sample_home: Path, page: Page) -> None:
    app = page(scope="19", since="2022-10-01", spot="1901")
    line = terminal(sample_home, "--from", "1/10/2565", "--in", "1901")
    said = f"จาก <b>{line['before']}</b> เป็น <b>{line['after']}</b> จากทั้งหมด {line['areas']} ตำบล"
    assert said in answer(app)
    app.button(key="go_in").click().run()
    assert told(app)["scope"] == "1901"
    assert "spot" not in told(app)


def test_the_last_forum_is_a_figures_or_not_known(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert told(app)["since"] == "2023-03-15"
    assert "เวทีครั้งก่อนของจังหวัดสระบุรี: 15 มี.ค. 2566" in texts(app)
    app = page(scope="18")
    assert "ยังไม่ทราบวันเวทีครั้งก่อน" in texts(app)
    app.button(key="since_year_start").click().run()
    assert told(app)["since"].endswith("-10-01")


def test_an_editor_states_a_forum_that_is_remembered(
    sample_home: Path, page: Page, at_the_machine: None
) -> None:
    app = page(scope="18", since="2024-05-23")
    app.button(key="remember_forum").click().run()
    assert not app.exception
    store = Workspace.open(settings.load(sample_home)).store
    assert forums.every(store) == {"18": (date(2024, 5, 23),)}
    assert told(page(scope="1801"))["since"] == "2024-05-23"


def test_who_may_not_write_states_no_forum(sample_home: Path, page: Page) -> None:
    app = page(scope="18", since="2024-05-23")
    assert "remember_forum" not in [each.key for each in app.button]


@pytest.mark.parametrize("since", ["nonsense", "2999-01-01", ATTACK])
def test_a_first_day_that_is_none_is_told(sample_home: Path, page: Page, since: str) -> None:
    app = page(scope="18", since=since)
    assert not app.exception
    assert len(app.warning) == 1
    year_ago = date.fromisoformat(told(app)["since"])
    assert year_ago < date.today()  # noqa: DTZ011 - the day where she is


def test_a_first_day_is_typed_as_people_write_it(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    app.text_input(key=change_choice.FIELD).set_value("1 ต.ค. 65").run()
    assert told(app)["since"] == "2022-10-01"


def council(code: str, **more: object) -> dict[str, object]:
    told = {"registered_date": date(2015, 1, 1), "record_status": "active"}
    return {"area_code": code, **told, **more}


def line(year: int, baht: float) -> dict[str, object]:
    return {"area_code": "190406", "fiscal_year": year, "agency": "พอช.", "amount_baht": baht}


def test_two_publications_tell_what_was_corrected(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    publish(store, "council", council("190401"), council("190402"))
    publish(store, "council", council("190401"), council("190403"))
    app = page(scope="1904", known="publications", lang="en")
    assert not app.exception
    assert "2 + corrected 1 − corrected 1 = 2" in answer(app)
    assert "Areas of which the first day is told otherwise now" in texts(app)
    assert "council.xlsx (#1) → council.xlsx (#2)" in texts(app)
    assert "since" not in told(app)


def test_silent_corrections_of_closed_years_stand_apart(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    publish(store, "budget", line(2565, 100.0), line(2566, 50.0))
    publish(store, "budget", line(2565, 70.25), line(2566, 50.0))
    publish(store, "budget", line(2565, 70.25), line(2566, 60.0), note=f"สำรวจใหม่ {ATTACK}")
    app = page(scope="19", theme="budget", known="publications", was="1", **{"is": "3"})
    assert not app.exception
    said = answer(app)
    assert "150.00 + แก้ไขย้อนหลัง 10.00 − แก้ไขย้อนหลัง 29.75 = 130.25" in said
    assert "<b>2</b> รายการในช่วงนี้ โดย <b>1</b> รายการไม่มีคำอธิบาย" in said
    assert ATTACK not in texts(app)
    assert "สำรวจใหม่ &lt;img" in texts(app)


def test_one_publication_can_not_be_compared(sample_home: Path, page: Page) -> None:
    app = page(scope="19", known="publications")
    assert not app.exception
    assert "เพียงครั้งเดียว" in app.info[0].value


def test_a_home_without_registers_says_so(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert len(app.info)
    assert not [each for each in app.get("html") if "areamap-answer" in each.proto.body]


def test_a_hostile_address_is_not_taken(sample_home: Path, page: Page) -> None:
    address = dict.fromkeys(("scope", "theme", "known", "spot", "was", "is"), ATTACK)
    app = page(**address)
    assert not app.exception
    assert ATTACK not in texts(app)
    assert told(app)["scope"] == "TH"
