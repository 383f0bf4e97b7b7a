"""The page that makes a talk, without a browser: what is on its slides, kept and frozen."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.briefs import making
from areamap.i18n import LANGS, Lang, t
from areamap.store import Store
from areamap.store.talk_records import Moment, Slide
from areamap.ui import present_deck
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.people import SignIn
from tests.quality.homes import publish

ATTACK = "<img src=x onerror=alert(1)>"
PERSON = "1101700203450"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/present.py")


def deck(app: AppTest) -> dict[str, Any]:
    """Return what the deck's script is given."""
    found: dict[str, Any] = json.loads(app.get("bidi_component")[0].proto.json)
    return found


def ids(app: AppTest) -> list[str]:
    return [slide["id"] for slide in deck(app)["slides"]]


def store(home: Path) -> Store:
    return Workspace.open(settings.load(home)).store


@pytest.mark.parametrize("lang", LANGS)
def test_a_province_is_a_talk_in_both_languages(sample_home: Path, page: Page, lang: Lang) -> None:
    app = page(scope="19", lang=lang)
    assert not app.exception
    shown = deck(app)
    assert ids(app)[:2] == ["title", "standing"]
    assert shown["warning"] == t("ui.sample_banner", lang)
    opened = Workspace.open(settings.load(sample_home))
    today = date.today()  # noqa: DTZ011 - the day where she is
    content, _ = making.brief(
        opened.direction, opened.boundaries, sample_home, "19", as_of=today, lang=lang
    )
    standing = content.chapters[0]
    rate = standing.said[0].figures[-1]
    assert shown["slides"][1]["heading"] == standing.heading
    assert shown["slides"][1]["figures"][0]["shown"] == f"{rate.shown}%"
    assert shown["maps"]["map_council"]["palette"][1]["label"]
    assert t("present.begin", lang) in [each.label for each in app.button]


def test_order_and_choice_are_in_the_address(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    usual = ids(app)
    app.button(key="out_standing").click().run()
    app.button(key="up_money").click().run()
    app.button(key="in_funds-table").click().run()
    changed = ids(app)
    assert "standing" not in changed
    assert changed.index("money") < changed.index("housing")
    assert changed[changed.index("funds") + 1] == "funds-table"
    again = page(**told(app))
    assert ids(again) == changed
    again.button(key="present_reset").click().run()
    assert ids(again) == usual
    assert "slides" not in told(again)
    # What no brief has is not taken.
    assert ids(page(scope="19", slides="asks.nothing.own1.title")) == ["asks", "title"]


def test_the_talk_itself_is_all_there_is(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    app.button(key="present_begin_button").click().run()
    assert not app.exception
    assert told(app)["slide"] == "1"
    assert deck(app)["role"] == "stage"
    assert not app.title
    cold = page(scope="19", slide="3")
    assert deck(cold)["role"] == "stage"
    beside = page(view="presenter", window="1")
    assert deck(beside) == {"role": "presenter", "words": present_deck.words("th")}


def own(app: AppTest, heading: str = "", text: str = "", notes: str = "") -> AppTest:
    fields = {each.key.split("_")[1]: each for each in (*app.text_input, *app.text_area)}
    for name, value in {"heading": heading, "text": text, "notes": notes}.items():
        fields[name].input(value)
    return next(each for each in app.button if "FormSubmitter" in str(each.key)).click().run()


def test_a_slide_of_ones_own(sample_home: Path, page: Page) -> None:
    app = own(page(scope="19"), ATTACK, "พบกันปีหน้า", "ยิ้ม")
    assert not app.exception
    last = deck(app)["slides"][-1]
    assert (last["heading"], last["lead"]["text"], last["notes"]) == (
        ATTACK,
        "พบกันปีหน้า",
        ["ยิ้ม"],
    )
    # It is text where it is listed; nowhere is it markup.
    assert any(ATTACK in each.value for each in app.text)
    assert ATTACK not in "".join(each.proto.body for each in app.get("html"))
    app.button(key="edit_own1").click().run()
    app = own(app, "ขอบคุณ", "ทุกท่าน")
    assert [each["heading"] for each in deck(app)["slides"]].count("ขอบคุณ") == 1
    app = own(app)
    assert app.warning[0].value == t("present.own_nothing", "th")
    app = own(app, "ถาม", f"โทร {PERSON}")
    assert PERSON not in app.error[0].value
    assert PERSON not in json.dumps(deck(app))


def keep(app: AppTest, name: str) -> AppTest:
    app.text_input(key="present_name").input(name)
    return app.button(key="present_keep_button").click().run()


@pytest.mark.usefixtures("at_the_machine")
def test_a_kept_talk_says_the_same_after_others_have_published(
    sample_home: Path, page: Page
) -> None:
    app = own(page(scope="19"), "ขอบคุณ", "พบกันปีหน้า")
    before = [each["figures"] for each in deck(app)["slides"]]
    app = keep(app, "เวทีสระบุรี")
    assert not app.exception
    assert "เวทีสระบุรี" in app.success[0].value
    number = told(app)["talk"]
    kept = store(sample_home).talks.one(int(number))
    assert [each.id for each in kept.slides] == ids(app)
    assert kept.moment.is_sample
    assert kept.moment.made_from
    publish(store(sample_home), "council", {"area_code": "190406"})
    later = page(talk=number)
    assert not later.exception
    assert [each["figures"] for each in deck(later)["slides"]] == before
    assert deck(later)["warning"]
    # Every slide says from when it is, and the page from what.
    moment = kept.moment.known_at.astimezone()
    assert all(f"{moment:%H:%M}" in each["source"] for each in deck(later)["slides"])
    assert ", ".join(map(str, kept.moment.made_from)) in texts(later)
    fresh = page(scope="19")
    assert [each["figures"] for each in deck(fresh)["slides"]] != before
    later.button(key="present_renew_button").click().run()
    assert not later.exception
    assert not deck(later)["warning"]
    assert deck(later)["slides"][-1]["heading"] == "ขอบคุณ"
    assert not store(sample_home).talks.one(int(number)).moment.is_sample


@pytest.mark.usefixtures("at_the_machine")
def test_a_kept_talk_is_changed_left_and_thrown_away(sample_home: Path, page: Page) -> None:
    app = keep(page(scope="30"), "เวทีโคราช")
    number = int(told(app)["talk"])
    assert app.button(key="present_change_button").disabled
    app.button(key="out_change").click().run()
    app.button(key="present_change_button").click().run()
    assert "change" not in [each.id for each in store(sample_home).talks.one(number).slides]
    app.button(key="present_new_button").click().run()
    assert "talk" not in told(app)
    assert told(app)["scope"] == "30"
    app = keep(app, "เวทีโคราช")
    assert "เวทีโคราช" in app.error[0].value
    opened = page(talk=str(number))
    opened.button(key="present_discard_yes").click().run()
    assert not opened.exception
    assert store(sample_home).talks.every() == []
    assert [each.by for each in store(sample_home).audit.entries(1)] == ["somchai"]


def test_a_viewer_presents_and_keeps_nothing(
    sample_home: Path, page: Page, logged_in: SignIn
) -> None:
    logged_in("malee@example.org")
    slides = (Slide("title"), Slide("own1", "ของเรา", "สวัสดี"))
    now = store(sample_home).history()[0].created_at
    moment = Moment(date(2026, 3, 31), now, (1,), is_sample=True)
    kept = store(sample_home).talks.keep("เวที", "19", moment, slides, by="somchai")
    app = page(talk=str(kept.id))
    assert not app.exception
    assert ids(app) == ["title", "own1"]
    keys = {each.key for each in app.button}
    assert "present_begin_button" in keys
    assert not keys & {"present_keep_button", "present_change_button", "present_discard_yes"}
    assert not app.get("file_uploader")


def test_a_home_without_registers_has_a_talk_that_says_so(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert ids(app)[0] == "title"
    assert not any(figure for slide in deck(app)["slides"] for figure in slide["figures"])


def test_a_talk_of_a_cleared_sample_says_why_it_has_no_figures(
    sample_home: Path, page: Page
) -> None:
    opened = Workspace.open(settings.load(sample_home))
    moment = Moment(date(2026, 3, 31), datetime.now(UTC), (1,), is_sample=True)
    slides = (Slide("title"), Slide("standing"), Slide("own1", "ขอบคุณ"))
    kept = opened.store.talks.keep("เวที", "19", moment, slides, by="somchai")
    assert ids(page(talk=str(kept.id))) == ["title", "standing", "own1"]
    opened.clear_sample()
    app = page(talk=str(kept.id))
    assert not app.exception
    assert t("present.cleared", "th") in [each.value for each in app.warning]
    assert not any(figure for slide in deck(app)["slides"] for figure in slide["figures"])
