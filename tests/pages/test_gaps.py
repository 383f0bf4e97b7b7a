"""The page of gaps in each of its states, without a browser."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.direction import assignments
from areamap.direction import gaps as room
from areamap.direction.assignments import Told
from areamap.i18n import t
from areamap.measures.gaps import Rank
from areamap.places import gazetteer
from areamap.store import Assignment
from areamap.store.assignments import Place
from areamap.ui import gaps_data, loaders
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.people import SignIn

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/gaps.py")


def answer(app: AppTest) -> str:
    html = [each.proto.body for each in app.get("html")]
    return next(each for each in html if "areamap-answer" in each)


def found(theme: str = "fund", basis: str = "tambon", scope: str = "19") -> room.Gaps:
    """Return what the page is to show of the home in use; the page takes it from here."""
    key = loaders.asked(theme, None)
    return gaps_data.found(gaps_data.asked(key), key, basis, scope)


def kept(home: Path, theme: str = "fund") -> dict[str, Assignment]:
    store = Workspace.open(settings.load(home)).store
    return store.assignments.every(theme, "tambon", is_sample=True)


def send(app: AppTest, who: str, due: str = "", note: str = "") -> AppTest:
    """Fill the form of the assignment in and save it."""
    for name, value in (("who", who), ("due", due)):
        next(each for each in app.text_input if f"assign_{name}_" in each.key).input(value)
    app.text_area[0].input(note)
    next(each for each in app.button if each.form_id.startswith("assign_")).click()
    return app.run()


@pytest.mark.parametrize(
    "address",
    [
        {"lang": "en", "scope": "TH", "theme": "housing", "rank": "vulnerable"},
        {"lang": "th", "scope": "upper-central", "theme": "fund", "basis": "authority"},
        {"lang": "en", "scope": "1904", "theme": "fund", "rank": "neighbours"},
    ],
)
def test_it_opens_with_an_answer(sample_home: Path, page: Page, address: dict[str, str]) -> None:
    app = page(**address)
    assert not app.exception
    assert "<b>" in answer(app)


def test_the_figures_are_those_of_the_room(sample_home: Path, page: Page) -> None:
    gaps = found()
    app = page(scope="19", theme="fund", rank="vulnerable")
    said = answer(app)
    assert f"<b>{len(gaps.found)} จาก {gaps.areas} ตำบล ยังไม่มีกองทุนสวัสดิการชุมชน</b>" in said
    assert f"มีคนอยู่ {gaps.found['population'].sum():,} คน" in said
    first = str(gaps.ranked(Rank.VULNERABLE).index[0])
    assert f"<b>{gazetteer.full_name(first, 'th')}</b>" in said
    assert app.button(key=f"gap_{first}").label.startswith("1 ·")
    assert told(app)["rank"] == "vulnerable"


def test_a_row_picks_its_gap_and_the_chip_takes_it_back(sample_home: Path, page: Page) -> None:
    gaps = found()
    code = str(gaps.found.index[0])
    app = page(scope="19", theme="fund")
    app.button(key=f"gap_{code}").click().run()
    assert not app.exception
    assert told(app)["areas"] == code
    assert app.subheader[0].value.replace("\\", "") == gazetteer.full_name(code, "th")
    mentor = gaps.mentors[gaps.mentors["area_code"] == code].iloc[0]
    assert gazetteer.full_name(str(mentor["tambon_code"]), "th") in texts(app).replace("\\", "")
    app.button(key="chip_areas").click().run()
    assert "areas" not in told(app)
    assert [each for each in app.button if (each.key or "").startswith("gap_1")]


def test_an_authority_that_is_picked_stands_alone(sample_home: Path, page: Page) -> None:
    gaps = found(basis="authority")
    shared = gaps.places[gaps.places["tambon_code"].duplicated(keep=False)]
    code = str(gaps.found.index[0] if shared.empty else shared["area_code"].iloc[0])
    app = page(scope="19", theme="fund", basis="authority")
    while not [each for each in app.button if each.key == f"gap_{code}"]:
        name = next(each.key for each in app.button if "page_after" in (each.key or ""))
        app.button(key=name).click().run()
    app.button(key=f"gap_{code}").click().run()
    assert told(app)["spot"] == code
    assert len([each for each in app.subheader if each.value.startswith("ลำดับ")]) == 0
    assert [each for each in app.button if each.key == "chip_areas"]


def test_what_is_selected_and_no_gap_is_said_to_be_none(sample_home: Path, page: Page) -> None:
    gaps = found()
    code = str(gaps.states.index[gaps.states["state"] == "registered"][0])
    app = page(scope="19", theme="fund", areas=code)
    said = t("gaps.is_none", "th", name=gazetteer.full_name(code, "th"), state="มีกองทุน")
    assert not app.exception
    assert said.partition(":")[0] in texts(app)
    assert not app.text_area


def test_an_editor_sends_somebody_ticks_it_off_and_takes_it_back(
    sample_home: Path, page: Page, at_the_machine: None
) -> None:
    code = str(found().found.index[0])
    app = page(scope="19", theme="fund", areas=code)
    send(app, "ทีม 1", "30/11/2569", "พบ อบต.")
    assert not app.exception
    made = kept(sample_home)[code]
    assert (made.assigned_to, made.due_on, made.note) == ("ทีม 1", date(2026, 11, 30), "พบ อบต.")
    assert made.changed_by == "somchai"
    assert "มอบหมายให้ ทีม 1 ภายใน 30 พ.ย. 2569" in texts(app)
    assert "มอบหมายแล้ว 1 จาก" in answer(app)
    app.button(key="assign_step_done").click().run()
    assert kept(sample_home)[code].state == "done"
    assert texts(app).count("somchai") == 2
    app.button(key="assign_take_back").click().run()
    assert kept(sample_home) == {}


def test_what_may_not_be_kept_is_said_and_not_kept(
    sample_home: Path, page: Page, at_the_machine: None
) -> None:
    app = page(scope="19", theme="fund", areas=str(found().found.index[0]))
    for who, due, key in (
        ("นายสมชาย ใจดี", "", "assignment_person"),
        ("โทร 081-234-5678", "", "assignment_person"),
        ("", "", "assignment_nobody"),
        ("ทีม", "วันไหนดี", "assignment_day"),
    ):
        send(app, who, due)
        assert not app.exception
        expected = t(f"errors.{key}", "th", text="", most="")[-20:]
        assert expected in app.error[0].value.replace("\\", "")
    assert kept(sample_home) == {}


def test_a_viewer_sees_who_goes_and_changes_nothing(
    sample_home: Path, page: Page, logged_in: SignIn
) -> None:
    code = str(found().found.index[0])
    store = Workspace.open(settings.load(sample_home)).store
    place = Place("fund", "tambon", code, is_sample=True)
    store.assignments.put([assignments.wanted(place, Told("ทีม 1"), None)], "malee")
    logged_in("viewer@example.org")
    app = page(scope="19", theme="fund", areas=code)
    assert not app.exception
    assert "มอบหมายให้ ทีม 1" in texts(app)
    assert t("gaps.assign_editors", "th") in texts(app)
    assert not app.text_area
    assert not app.get("file_uploader")


def test_who_lost_the_role_after_the_page_was_shown_writes_nothing(
    sample_home: Path, page: Page, at_the_machine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from areamap.ui import access  # noqa: PLC0415 - changed under the page

    app = page(scope="19", theme="fund", areas=str(found().found.index[0]))
    stranger = access.Person("", frozenset({access.Role.VIEWER}), is_local=False)
    monkeypatch.setattr(access, "_person", lambda: stranger)
    send(app, "ทีม 1")
    assert app.warning
    assert kept(sample_home) == {}


def test_a_list_comes_back_is_compared_and_taken_in(
    sample_home: Path, page: Page, at_the_machine: None
) -> None:
    gaps = found()
    codes = [str(code) for code in gaps.found.index[:3]]
    book = openpyxl.Workbook()
    names = ("code", "assigned_to", "due", "note", "step")
    book.active.append([t(f"gaps.column_{name}", "en") for name in names])
    book.active.append([codes[0], "ทีม 1", date(2026, 12, 1), "", "Visited"])
    book.active.append([codes[1], "นายสมชาย ใจดี", "", "", ""])
    book.active.append([codes[2], "", "", "", ""])
    content = BytesIO()
    book.save(content)
    app = page(scope="19", theme="fund")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    app.file_uploader[0].set_value(("รายการ.xlsx", content.getvalue(), kind)).run()
    assert not app.exception
    assert "เปลี่ยน 1 · เหมือนเดิม 0 · ไม่ได้กรอก 1 · รับไม่ได้ 1" in texts(app)
    assert kept(sample_home) == {}
    app.button(key="back_take").click().run()
    assert not app.exception
    assert list(kept(sample_home)) == [codes[0]]
    assert kept(sample_home)[codes[0]].state == "visited"


def test_a_file_that_is_no_list_says_so(
    sample_home: Path, page: Page, at_the_machine: None
) -> None:
    app = page(scope="19", theme="fund")
    app.file_uploader[0].set_value(("x.csv", b"a,b\n1,2\n", "text/csv")).run()
    assert not app.exception
    assert "x.csv" in app.error[0].value.replace("\\", "")


def test_an_assignment_that_the_register_has_closed_is_said(sample_home: Path, page: Page) -> None:
    gaps = found()
    code = str(gaps.states.index[gaps.states["state"] == "registered"][0])
    store = Workspace.open(settings.load(sample_home)).store
    place = Place("fund", "tambon", code, is_sample=True)
    store.assignments.put([assignments.wanted(place, Told("ทีม 1"), None)], "malee")
    said = texts(page(scope="19", theme="fund"))
    name = gazetteer.name(code, "th")
    assert t("gaps.closed_assigned", "th", names=name) in said


def test_gaps_are_compared_with_a_day_that_somebody_types(sample_home: Path, page: Page) -> None:
    key = loaders.asked("council", None)
    day = date(2015, 1, 1)
    since = gaps_data.closed(key, "tambon", "72", "day", day)
    said = texts(page(scope="72", theme="council", since="1/1/2558"))
    assert f"ตั้งแต่ 1 ม.ค. 2558: <b>{len(since)} ตำบล ที่เคยไม่มี มีสภาองค์กรชุมชนแล้ว</b>" in said
    assert "ตั้งแต่ 1 ม.ค. 2558" not in texts(page(scope="72", theme="council", since="32/1/2558"))


def test_where_every_area_has_one_the_page_leads_to_what_else_is_lacking(
    sample_home: Path, page: Page
) -> None:
    assert found("council").found.empty
    app = page(scope="19", theme="council")
    assert not app.exception
    assert "มีสภาองค์กรชุมชนครบทุกแห่งแล้ว" in answer(app)
    assert app.success
    lacking = app.button(key="other_fund")
    assert lacking.label == f"{len(found('fund').found)} ตำบลยังไม่มีกองทุนสวัสดิการชุมชน"
    lacking.click().run()
    assert told(app)["theme"] == "fund"
    assert "ยังไม่มีกองทุนสวัสดิการชุมชน" in answer(app)


def test_a_home_without_data_says_what_is_not_known(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert "ยังไม่ทราบ" in answer(app)
    assert t("gaps.unknown_title", "th") in texts(app)
    assert t("gaps.ask_province_silent", "th") in texts(app)


def test_what_an_address_asks_for_and_there_is_not_is_left(sample_home: Path, page: Page) -> None:
    app = page(scope=ATTACK, areas=ATTACK, rank=ATTACK, theme=ATTACK, since=ATTACK, spot=ATTACK)
    assert not app.exception
    assert "<img src=x" not in texts(app)


def test_words_of_an_assignment_stay_words(
    sample_home: Path, page: Page, at_the_machine: None
) -> None:
    code = str(found().found.index[0])
    app = page(scope="19", theme="fund", areas=code)
    send(app, ATTACK, note="**x** [a](b)")
    assert not app.exception
    html = "".join(each.proto.body for each in app.get("html"))
    assert "<img src=x" not in html
    assert "&lt;img src=x" in html
