"""The history of publications, without a browser."""

from pathlib import Path

import pytest

from areamap import settings
from areamap.i18n import t
from areamap.imports import sources
from areamap.ui import home
from areamap.ui.history_publication import workbook_name
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.people import SignIn
from tests.store.submissions import submission

ATTACK = "<img src=x onerror=alert(1)>[a](javascript:alert(1))"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/history.py")


@pytest.fixture
def workspace(sample_home: Path) -> Workspace:
    return Workspace.open(settings.load(sample_home))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_publication_is_listed_with_what_it_is(
    workspace: Workspace, page: Page, lang: str
) -> None:
    made = workspace.store.publish(submission())
    app = page(lang=lang)
    assert not app.exception
    said = texts(app)
    for each in workspace.store.history()[:20]:
        assert f"**{each.id} · " in said
    assert "สภา.xlsx" in said
    assert "somchai" in said
    assert "รอบมีนาคม" in said
    assert t("history.rows_waiting", lang, count=1) in said.replace("\\", "")  # type: ignore[arg-type]
    assert f"{made.id}" in said


def test_a_sample_is_not_in_force_where_something_real_is(workspace: Workspace, page: Page) -> None:
    made = workspace.store.publish(submission())
    sample = workspace.store.in_force(made.register, sample=True)
    assert sample is not None
    lines = [each.value for each in page().markdown]
    (of_sample,) = (line for line in lines if line.startswith(f"**{sample.id} · "))
    (of_real,) = (line for line in lines if line.startswith(f"**{made.id} · "))
    assert ("ใช้อยู่" in of_sample, "ใช้อยู่" in of_real) == (False, True)
    assert "มีข้อมูลจริงแทนแล้ว" in of_sample
    assert "มีข้อมูลจริงแทนแล้ว" in texts(page(publication=str(sample.id)))


def test_one_publication_is_told_in_full(workspace: Workspace, page: Page) -> None:
    made = workspace.store.publish(submission())
    app = page()
    app.button(key=f"open_{made.id}").click().run()
    assert told(app)["publication"] == str(made.id)
    assert "ab" * 32 in texts(app)
    assert "2 แถว" in texts(app)
    assert app.get("download_button")


def test_nothing_published_is_said(empty_home: Path, page: Page) -> None:
    app = page()
    assert not app.exception
    # The sample of this home was cleared before anything was published.
    assert "ยังไม่เคยมีการเผยแพร่" in texts(app)


@pytest.mark.parametrize("number", ["999", "0", "x", "٣", "-1", "9" * 30])
def test_a_foreign_number_in_the_address_is_no_trouble(
    sample_home: Path, page: Page, number: str
) -> None:
    app = page(publication=number)
    assert not app.exception
    assert app.title[0].value == "ประวัติการเผยแพร่"


def test_names_and_notes_of_other_people_stay_text(workspace: Workspace, page: Page) -> None:
    made = workspace.store.publish(submission(file_name=ATTACK, by=ATTACK, note=ATTACK))
    for app in (page(), page(publication=str(made.id))):
        assert not app.exception
        assert ATTACK in [element.value for element in app.text] or ATTACK in texts(app)
        written = [each.value for each in (*app.markdown, *app.caption)]
        assert not [value for value in written if "<img" in value or "](java" in value]
        assert not [each for each in app.get("html") if "<img" in each.proto.body]


def test_only_administrators_roll_back(
    workspace: Workspace, page: Page, logged_in: SignIn, sample_home: Path
) -> None:
    (sample_home / settings.FILE).write_text('[access]\neditors = ["e@x.th"]\n', encoding="utf-8")
    first = workspace.store.publish(submission())
    workspace.store.publish(submission())
    logged_in("e@x.th")
    app = page(publication=str(first.id))
    assert not app.exception
    assert "ผู้ดูแลระบบย้อนกลับมาใช้ฉบับนี้ได้" in texts(app)
    assert not [button for button in app.button if button.key == "roll_back_yes"]


@pytest.mark.usefixtures("at_the_machine")
def test_rolling_back_needs_a_reason_and_makes_a_publication(
    workspace: Workspace, page: Page
) -> None:
    first = workspace.store.publish(submission())
    second = workspace.store.publish(submission(4))
    app = page(publication=str(first.id))
    assert app.button(key="roll_back_yes").disabled
    app.text_input(key="roll_back_note").set_value("ไฟล์ผิด").run()
    app.button(key="roll_back_yes").click().run()
    assert not app.exception
    made = home.workspace().store.in_force("council", sample=False)
    assert made is not None
    assert made.id > second.id
    assert made.rolled_back_from == first.id
    assert (made.created_by, made.note) == ("somchai", "ไฟล์ผิด")
    assert told(app)["publication"] == str(made.id)
    assert app.toast


def test_a_stranger_sees_and_does_nothing(workspace: Workspace, page: Page) -> None:
    first = workspace.store.publish(submission())
    workspace.store.publish(submission())
    app = page(publication=str(first.id))
    assert not app.exception
    assert not [button for button in app.button if button.key == "roll_back_yes"]


def test_the_workbook_to_mend_is_of_the_same_source_as_its_file(workspace: Workspace) -> None:
    made = workspace.store.publish(submission())
    name = workbook_name(made)
    assert str(made.id) in name
    assert sources.guess(name, []) == sources.guess(made.file_name, []) == "สภา"
