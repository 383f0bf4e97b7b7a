"""The page of plans and targets in each of its states, without a browser."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.briefs.sentences import plans as words
from areamap.i18n import LANGS, Lang
from areamap.ui.answer import strong
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.quality.homes import council, publish

ATTACK = "<img src=x onerror=alert(1)>"
HERE = "190406"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/plans.py")


def answer(app: AppTest) -> str:
    html = [each.proto.body for each in app.get("html")]
    return next(each for each in html if "areamap-answer" in each)


def aim(area: str = "19", **more: Any) -> dict[str, Any]:
    told = {"area_code": area, "indicator": "councils", "target_year": 2571, "value": 3.0}
    return {**told, "unit": "councils", "basis": "tambon", **more}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "address",
    [
        {"scope": "upper-central"},
        {"scope": "19", "spot": "1904", "fy": "2568"},
        {"scope": "1904"},
        {"scope": HERE},
    ],
)
def test_it_opens_with_an_answer(
    sample_home: Path, page: Page, lang: str, address: dict[str, str]
) -> None:
    app = page(lang=lang, **address)
    assert not app.exception
    assert "<b>" in answer(app)


@pytest.mark.parametrize("lang", LANGS)
def test_figures_are_those_of_the_room(sample_home: Path, page: Page, lang: Lang) -> None:
    direction = Workspace.open(settings.load(sample_home)).direction
    found = direction.targets("upper-central")
    app = page(scope="upper-central", lang=lang)
    said = answer(app)
    # the goal of the country tells no number, and none is made up
    for sentence in (
        words.answer("", found, lang).partition("****")[2],
        words.goal(found, lang),
        words.late(direction.plans("upper-central"), lang),
    ):
        assert sentence
        assert strong(sentence) in said


def test_a_target_that_is_picked_is_worked_out(sample_home: Path, page: Page) -> None:
    direction = Workspace.open(settings.load(sample_home)).direction
    found = direction.targets("upper-central")
    number = found.index[found["course"] == "reached"][0]
    app = page(scope="upper-central", target=str(number))
    assert not app.exception
    assert told(app)["target"] == str(number)
    assert "ถึงเป้าแล้ว" in texts(app)
    app.button(key="chip_target").click().run()
    assert "target" not in told(app)


def test_one_goes_into_an_area_that_is_picked(sample_home: Path, page: Page) -> None:
    app = page(scope="upper-central", spot="19")
    assert "จังหวัดสระบุรี" in answer(app)
    app.button(key="go_in").click().run()
    assert told(app)["scope"] == "19"
    assert "spot" not in told(app)


def test_a_home_without_data_knows_nothing(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    said = answer(app)
    assert "ยังไม่ทราบเป้าหมาย" in said
    assert "แผนภาคประชาชน" not in said
    assert len(app.info) >= 2
    assert not app.get("plotly_chart")


def test_a_case_by_hand(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    # two councils of three aimed at: one of 2559, one of the last whole year
    publish(
        store,
        "council",
        council("190406"),
        council("190405", "2026-03-01"),
        council("190404", "2026-11-01"),
    )
    publish(
        store,
        "target",
        aim(),
        aim("TH", indicator="strong_communities", target_year=2579, value=None),
    )
    publish(
        store,
        "plan",
        {"area_code": HERE, "first_year": 2566, "last_year": 2570, "record_status": "adopted"},
        {"area_code": "190405", "first_year": 2566, "last_year": 2570, "record_status": "drafted"},
        {"area_code": "190404", "first_year": 2561, "last_year": 2565, "record_status": "adopted"},
    )
    app = page(scope="19", fy="now")
    assert not app.exception
    said = answer(app)
    if date.today() < date(2027, 10, 1):  # noqa: DTZ011 - the plans hold in this year only
        assert "<b>2 จาก 111 ตำบล</b>" in said
        assert "บรรจุแล้ว 1 และร่าง 1" in said
        assert "แผนหมดอายุแล้ว 1 ตำบล" in said
    assert "ไม่มีตัวเลขกำกับ" in said


def test_words_of_a_file_stay_words(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    publish(store, "council", council(HERE))
    publish(store, "target", aim(HERE, indicator=ATTACK, source=ATTACK))
    publish(store, "plan", {"area_code": "19", "plan_name": ATTACK, "plan_level": "province"})
    app = page(scope="1904")
    assert not app.exception
    said = texts(app)
    assert ATTACK not in said
    assert "&lt;img" in said


def test_what_an_address_asks_for_and_there_is_not_is_left(sample_home: Path, page: Page) -> None:
    app = page(scope=ATTACK, spot=ATTACK, target=ATTACK, rows=ATTACK)
    assert not app.exception
    assert not {"spot", "target"} & set(told(app))
    assert "<img src=x" not in texts(app)
