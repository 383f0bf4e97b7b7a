"""The page of work lines in each of its states, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.i18n import LANGS
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.quality.homes import council, publish

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/work_lines.py")


def answer(app: AppTest) -> str:
    html = [each.proto.body for each in app.get("html")]
    return next(each for each in html if "areamap-answer" in each)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "address",
    [
        {"scope": "TH"},
        {"scope": "upper-central", "rows": "district", "fy": "2568"},
        {"scope": "19", "spot": "190404", "line": "council"},
        {"scope": "1904", "agency": "codi"},
        {"scope": "190404"},
    ],
)
def test_it_opens_with_an_answer(
    sample_home: Path, page: Page, lang: str, address: dict[str, str]
) -> None:
    app = page(lang=lang, **address)
    assert not app.exception
    assert "<b>" in answer(app)
    assert app.get("plotly_chart")


def test_figures_are_those_of_the_room(sample_home: Path, page: Page) -> None:
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("integration")
    found = snapshot.integration(within="upper-central")
    at_work = (found == "at_work").sum()
    said = answer(page(scope="upper-central"))
    assert f"<b>{found['work_lines'].mean():.1f} จาก 7</b>" in said
    assert f"<b>สภาองค์กรชุมชน</b> ใน {at_work['council']:,} ตำบล" in said
    one = answer(page(scope="upper-central", line="land"))
    assert f"<b>{at_work['land']:,} จาก {len(found):,} ตำบล</b>" in one


def test_what_is_picked_has_chips_that_take_it_back(sample_home: Path, page: Page) -> None:
    app = page(scope="upper-central", spot="19", line="welfare", agency="codi")
    assert {name: told(app)[name] for name in ("spot", "line", "agency")} == {
        "spot": "19",
        "line": "welfare",
        "agency": "codi",
    }
    assert "จังหวัดสระบุรี" in answer(app)
    for name in ("spot", "line", "agency"):
        app.button(key=f"chip_{name}").click().run()
        assert not app.exception
        assert name not in told(app)


def test_an_agency_is_chosen_in_the_list_too(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    app.selectbox(key="lines_agency").set_value("พมจ.").run()
    assert told(app)["agency"] == "พมจ."
    assert "<b>พมจ.</b>" in answer(app)
    app.selectbox(key="lines_agency").set_value("").run()
    assert "agency" not in told(app)


def test_one_goes_into_what_is_picked(sample_home: Path, page: Page) -> None:
    app = page(scope="upper-central", spot="19")
    app.button(key="go_in").click().run()
    assert told(app)["scope"] == "19"
    assert "spot" not in told(app)
    assert app.title[0].value == "เนื้องาน · จังหวัดสระบุรี"


def test_a_home_without_data_knows_nothing(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert "ยังไม่ทราบว่ามีเนื้องานใด" in answer(app)
    said = texts(app)
    assert "ยังไม่ได้เผยแพร่ทะเบียนกิจกรรม" in said
    assert "ยังไม่ได้เผยแพร่ทะเบียนบันทึกความร่วมมือ" in said


def test_of_lines_that_nothing_is_known_of_no_count_is_given(empty_home: Path, page: Page) -> None:
    publish(Workspace.open(settings.load(empty_home)).store, "council", council("190406"))
    said = answer(page(scope="19", lang="en"))
    assert "Only one line is known of: <b>Community organisation council</b>, in 1 tambons" in said
    assert "least common" not in said


def test_words_of_a_file_stay_words(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    publish(store, "council", council("190406"))
    publish(
        store,
        "activity",
        {
            "area_code": "190406",
            "fiscal_year": 2568,
            "agency": ATTACK,
            "work_line": "สภาฯ",
            "record_status": "done",
        },
    )
    publish(
        store,
        "agreement",
        {"area_code": "190406", "agreement_name": ATTACK, "parties": f"{ATTACK} / ข"},
    )
    app = page(scope="190406", agency=ATTACK)
    assert not app.exception
    said = texts(app)
    assert ATTACK not in said
    assert "&lt;img" in said
    assert "ไม่ทราบ" in said


def test_what_an_address_asks_for_and_there_is_not_is_left(sample_home: Path, page: Page) -> None:
    app = page(scope=ATTACK, spot=ATTACK, line=ATTACK, agency=ATTACK, rows=ATTACK)
    assert not app.exception
    assert not {"spot", "line", "agency"} & set(told(app))
    assert "<img src=x" not in texts(app)
