"""The page of what can be said in public, without a browser."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.i18n import LANGS, Lang, t
from areamap.quality import words
from areamap.store import Explanation
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.quality.homes import council, publish, troubled

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which every check finds something; it is copied, never changed."""
    folder = tmp_path_factory.mktemp("trouble")
    troubled(folder)
    return folder


@pytest.fixture
def trouble(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Show a home in which every check finds something."""
    shutil.copytree(filled, tmp_path / "home")
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path / "home"))
    return Workspace.open(settings.load(tmp_path / "home"))


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/quality.py")


def key_of(workspace: Workspace, check: str) -> str:
    found = workspace.quality.findings()
    return str(found.index[found["check"] == check][0])


def explain(app: AppTest, key: str, note: str) -> AppTest:
    app.text_area(key=f"explain_note_{key}").input(note)
    next(each for each in app.button if each.form_id == f"explain_{key}").click()
    return app.run()


def explanations(workspace: Workspace) -> dict[str, Explanation]:
    return workspace.store.explanations.every()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("script", ["app.py", "pages/quality.py"])
def test_it_opens_with_the_answer(trouble: Workspace, lang: str, script: str) -> None:
    app = AppTest.from_file(str(Path(__file__).parents[2] / script), default_timeout=60)
    app.query_params["lang"] = lang
    if script == "app.py":
        app.switch_page("pages/quality.py")
    app.run()
    assert not app.exception
    found = trouble.quality.findings()
    counts = found["severity"].value_counts()
    assert str(counts["wrong"]) in app.markdown[0].value
    assert [each.value for each in app.metric] == [
        str(counts["wrong"]),
        str(counts["doubt"]),
        str(counts["note"]),
        "0",
    ]
    said = texts(app)
    assert {"th": "ไม่ตรง", "en": "Differs"}[lang] in said
    assert "3,933,383" in said
    assert "เวทีจังหวัดสระบุรี" in said


def test_sample_data_are_checked_and_said_to_be_sample(sample_home: Path, page: Page) -> None:
    app = page(scope="30")
    assert not app.exception
    assert "ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริง" in texts(app)
    assert app.title[0].value == "คุณภาพข้อมูล · จังหวัดนครราชสีมา"


def test_a_home_without_data_says_so(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert "ยังตรวจไม่ได้" in app.markdown[0].value
    assert not app.metric


def test_a_clean_home_can_be_spoken_of(empty_home: Path, page: Page) -> None:
    workspace = Workspace.open(settings.load(empty_home))
    publish(workspace.store, "council", council("190406"))
    app = page(scope="19")
    assert not app.exception
    assert app.markdown[0].value.startswith("**กล่าวได้เท่าที่ตรวจ**")
    assert app.success


@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_names_the_checks_that_could_not_run(
    empty_home: Path, page: Page, lang: Lang
) -> None:
    workspace = Workspace.open(settings.load(empty_home))
    publish(workspace.store, "council", council("190406"))
    answer = page(scope="19", lang=lang).markdown[0].value
    unrun = workspace.quality.unrun()
    assert len(unrun) == 4
    for each in unrun:
        assert t(f"quality.check_{each.check}", lang) in answer
        assert all(words.register(name, lang) in answer for name in each.registers)
    assert t("quality.check_two_councils", lang) not in answer


def test_an_answer_that_rests_on_every_check_names_none(trouble: Workspace, page: Page) -> None:
    assert trouble.quality.unrun() == []
    assert "ขาดทะเบียน" not in page(scope="19").markdown[0].value


def test_the_choice_of_what_is_shown(trouble: Workspace, page: Page) -> None:
    app = page(scope="19", show="doubt")
    listed = [each.value for each in app.text]
    assert any("รอการตัดสินใจ" in each for each in listed)
    assert not any("ก่อนมีพระราชบัญญัติ" in each for each in listed)
    app.query_params["show"] = "wrong"
    app.run()
    listed = [each.value for each in app.text]
    assert any("ก่อนมีพระราชบัญญัติ" in each for each in listed)


def test_a_finding_opens_on_its_rows(trouble: Workspace, page: Page) -> None:
    key = key_of(trouble, "two_councils")
    app = page(scope="19")
    app.button(key=f"open_{key}").click().run()
    assert not app.exception
    assert told(app)["finding"] == key
    said = texts(app)
    assert "สภาองค์กรชุมชน · ฉบับที่ 3 · council.xlsx" in said
    assert "<td>แผ่น1</td><td>4</td>" in said
    assert "<td>แผ่น1</td><td>5</td>" in said
    app.button(key=f"open_{key}").click().run()
    assert "finding" not in told(app)


@pytest.mark.parametrize(
    "check",
    ["published", "closed_year", "members_over_people", "waiting", "only_in_one", "retired_code"],
)
def test_every_kind_of_finding_opens(
    trouble: Workspace, at_the_machine: None, page: Page, check: str
) -> None:
    app = page(scope="TH", finding=key_of(trouble, check), lang="en")
    assert not app.exception
    assert any(each.form_id for each in app.button)


def test_an_editor_explains_and_takes_it_back(
    trouble: Workspace, at_the_machine: None, page: Page
) -> None:
    key = key_of(trouble, "two_councils")
    app = page(scope="19", finding=key)
    before = int(app.metric[0].value)
    explain(app, key, "  สภาเดิมยุบแล้ว รอหนังสือ  ")
    assert not app.exception
    assert explanations(trouble)[key].note == "สภาเดิมยุบแล้ว รอหนังสือ"
    assert explanations(trouble)[key].by
    assert (int(app.metric[0].value), app.metric[3].value) == (before - 1, "1")
    assert "สภาเดิมยุบแล้ว รอหนังสือ" in texts(app)
    app.button(key=f"withdraw_{key}").click().run()
    assert key not in explanations(trouble)
    assert int(app.metric[0].value) == before


def test_an_explanation_needs_words(trouble: Workspace, at_the_machine: None, page: Page) -> None:
    key = key_of(trouble, "two_councils")
    app = explain(page(scope="19", finding=key), key, "   ")
    assert not explanations(trouble)
    assert any("โปรดเขียนเหตุผล" in each.value for each in app.warning)


def test_numbers_of_persons_are_refused(
    trouble: Workspace, at_the_machine: None, page: Page
) -> None:
    key = key_of(trouble, "two_councils")
    app = explain(page(scope="19", finding=key), key, "ถามจาก 1234567890121 แล้ว")
    assert not explanations(trouble)
    assert app.error


def test_a_stranger_sees_and_does_not_explain(trouble: Workspace, page: Page) -> None:
    key = key_of(trouble, "two_councils")
    app = page(scope="19", finding=key)
    assert not app.exception
    assert not [each for each in app.button if each.form_id]
    assert any("ผู้แก้ไขข้อมูล" in each.value for each in app.caption)


def test_explained_findings_are_listed_apart(
    trouble: Workspace, at_the_machine: None, page: Page
) -> None:
    key = key_of(trouble, "two_councils")
    trouble.store.explanations.explain(key, "รู้แล้ว", "somsri")
    listed = [each.key for each in page(scope="19").button]
    assert f"open_{key}" not in listed
    app = page(scope="19", show="explained")
    assert f"open_{key}" in [each.key for each in app.button]
    assert any("somsri" in each.value for each in app.caption)


def test_what_an_address_asks_for_and_there_is_not_is_left(trouble: Workspace, page: Page) -> None:
    app = page(scope=ATTACK, show=ATTACK, finding=ATTACK, lang="xx")
    assert not app.exception
    assert told(app)["show"] == "open"
    assert "<img" not in texts(app)


def test_names_of_other_people_stay_texts(empty_home: Path, page: Page) -> None:
    workspace = Workspace.open(settings.load(empty_home))
    publish(
        workspace.store,
        "council",
        council("190406", "2001-01-01", council_name=ATTACK),
        file_name=f"{ATTACK}.xlsx",
    )
    publish(
        workspace.store,
        "published",
        {
            "area_code": "19",
            "indicator": ATTACK,
            "value": 1.0,
            "unit": ATTACK,
            "qualifier": "exact",
            "source": ATTACK,
        },
    )
    app = page(scope="19", finding=key_of(workspace, "council_before_act"))
    assert not app.exception
    html = "".join(each.proto.body for each in app.get("html"))
    assert "&lt;img" in html
    assert "<img" not in html
    assert not any("<img" in each.value for each in [*app.markdown, *app.caption])
