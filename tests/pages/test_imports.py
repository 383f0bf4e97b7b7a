"""The import page in each of its steps, without a browser."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.i18n import LANGS
from areamap.ui import home
from areamap.ui.import_steps.address import Step
from areamap.workspace import Workspace
from tests.browser import messy_budget
from tests.pages.test_overview import Page, opening, texts, told
from tests.people import SignIn

ATTACK = "<img src=x onerror=alert(1)>"
Begun = Callable[..., int]


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/imports.py")


@pytest.fixture
def begun(empty_home: Path, at_the_machine: None, tmp_path: Path) -> Begun:
    """Return how to begin a draft of the messy list; it gives the draft's number."""

    def begin(name: str = "งบสระบุรี.xlsx", **more: object) -> int:
        file = messy_budget.write(tmp_path / "list.xlsx", **more)  # type: ignore[arg-type]
        desk = home.workspace().imports
        (incoming,) = desk.receive(name, file.read_bytes())
        return desk.begin(incoming, by="somchai").id

    return begin


def tiles(app: AppTest) -> str:
    """Return what the tiles of rows and baht say."""
    return next(each.proto.body for each in app.get("html") if "areamap-totals" in each.proto.body)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def rows_of(draft: int) -> dict[str, int]:
    """Return the states of the rows of a draft that are records."""
    rows = home.workspace().imports.work(draft).draft.rows
    return dict(zip(rows["row"], rows["status"], strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_it_opens_with_what_it_is_for(
    empty_home: Path, at_the_machine: None, page: Page, lang: str
) -> None:
    app = page(lang=lang)
    assert not app.exception
    assert app.title[0].value == {"th": "นำเข้าข้อมูล", "en": "Import"}[lang]
    assert "areamap-how" in texts(app)
    assert app.get("file_uploader")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("step", list(Step))
def test_every_step_of_a_draft_stands_by_its_address(
    begun: Begun, page: Page, step: Step, lang: str
) -> None:
    draft = begun()
    app = page(draft=str(draft), step=step, lang=lang)
    assert not app.exception
    assert not app.error
    assert "งบสระบุรี.xlsx" in texts(app)


def test_drafts_in_work_are_listed_and_gone_on_with(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page()
    assert "งบสระบุรี.xlsx" in texts(app)
    press(app, f"go_on_{draft}")
    assert told(app)["draft"] == str(draft)
    assert "3 แถว" in tiles(app)


def test_a_draft_is_thrown_away_only_when_asked_again(begun: Begun, page: Page) -> None:
    draft = begun()
    app = press(page(), f"discard_yes_{draft}")
    assert home.workspace().store.drafts.every() == []
    assert "งานที่ทำค้างไว้" not in texts(app)
    assert app.toast


@pytest.mark.parametrize("number", ["99", "0", "x", "-3"])
def test_a_foreign_draft_in_the_address_is_said(begun: Begun, page: Page, number: str) -> None:
    begun()
    app = page(draft=number, step="publish")
    assert not app.exception
    assert bool(app.error) == number.isdecimal()


def test_cells_pasted_from_a_spreadsheet_become_a_draft(
    empty_home: Path, at_the_machine: None, page: Page
) -> None:
    cells = "จังหวัด\tอำเภอ\tตำบล\tปีงบประมาณ\tงบประมาณ\nสระบุรี\tวิหารแดง\tเจริญธรรม\t2569\t73250"
    app = page()
    app.text_area(key="pasted_0").set_value(cells).run()
    assert not app.exception
    assert app.selectbox(key="register_new_0").value == "budget"
    app = press(app, "start")
    (kept,) = home.workspace().store.drafts.every()
    assert kept.register == "budget"
    assert told(app)["draft"] == str(kept.id)
    assert "73,250 บาท" in tiles(app)


def test_cells_of_nobody_are_not_given_to_the_first_source_known(begun: Begun, page: Page) -> None:
    desk = home.workspace().imports
    desk.publish(begun(), mode="all", by="a", leave_open=True, seen=None)
    home.workspace().store.mappings.remember("งบสระบุรี", "budget", {"ที่ทำ": "programme"}, "a")
    app = page()
    app.text_area(key="pasted_0").set_value("จังหวัด\tตำบล\tงบประมาณ\nลพบุรี\tท่าวุ้ง\t100").run()
    assert not app.exception
    # They bear no name, so that the province of their rows stands for it.
    assert app.selectbox(key="source_new_0").options == ["ลพบุรี", "งบสระบุรี"]
    assert app.selectbox(key="source_new_0").value == "ลพบุรี"


def test_what_is_no_table_is_said(empty_home: Path, at_the_machine: None, page: Page) -> None:
    app = page()
    app.text_area(key="pasted_0").set_value("สวัสดี").run()
    assert not app.exception
    assert app.warning
    assert home.workspace().store.drafts.every() == []


def test_rows_and_baht_add_up_to_the_file(begun: Begun, page: Page) -> None:
    said = tiles(page(draft=str(begun())))
    for text in ("3 แถว", "243,250 บาท", "4 แถว", "100,000 บาท", "1 แถว", "6 แถว"):
        assert text in said
    assert "รวม 14 แถว 586,500 บาท" in said


def test_suggestions_of_one_reason_are_accepted_at_once(begun: Begun, page: Page) -> None:
    draft = begun()
    app = press(page(draft=str(draft)), "alike_accept")
    assert rows_of(draft)[10] == rows_of(draft)[11] == "matched"
    assert "293,250 บาท" in tiles(app)
    assert app.toast
    assert "ตัดสินใจแล้ว 2 ครั้ง" in [each.label for each in app.expander]
    press(app, "undo_all")
    assert rows_of(draft)[10] == "suggested"


def test_one_suggestion_is_accepted_and_undone(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft))
    app.button_group(key=f"reason_{draft}").set_value("places_elsewhere").run()
    line = next(each for each in app.button if "ต.รั้วใหญ่" in each.label)
    app = press(app, line.key)
    assert rows_of(draft)[12] == "matched"
    made = home.workspace().imports.work(draft).decisions
    assert [(each.action, each.area_code, each.by) for each in made] == [
        ("accept", "720102", "somchai")
    ]


def test_a_row_is_left_and_dropped_with_a_reason(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft))
    leave = next(each.key for each in app.button if str(each.key).startswith("leave_"))
    app = press(app, leave)
    assert home.workspace().imports.work(draft).decisions[0].action == "leave"
    drop = next(each.key for each in app.button if str(each.key).startswith("drop_yes_1"))
    assert app.button(key=drop).disabled
    name = drop.removeprefix("drop_yes_")
    app.radio(key=f"drop_why_{name}").set_value("other").run()
    assert app.button(key=drop).disabled
    app.text_input(key=f"drop_words_{name}").set_value("ยังไม่อนุมัติ").run()
    app = press(app, drop)
    last = home.workspace().imports.work(draft).decisions[-1]
    assert (last.action, last.note) == ("drop", "ยังไม่อนุมัติ")
    assert "รวม 14 แถว 586,500 บาท" in tiles(app)


def test_another_place_can_be_looked_for(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft))
    app.button_group(key=f"reason_{draft}").set_value("places_unknown").run()
    other = next(each.key for each in app.button if str(each.key).startswith("elsewhere_"))
    app = press(app, other)
    assert "กขฃคฅ" in texts(app)
    assert app.text_input(key="search_place")


def test_a_joined_row_can_be_decided_otherwise(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft))
    app.button_group(key=f"group_{draft}").set_value("matched").run()
    assert "ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี" in texts(app)
    mend = next(each for each in app.selectbox if str(each.key).startswith("mend_"))
    mend.set_value(0).run()
    assert not app.exception
    assert [each for each in app.button if str(each.key).startswith("elsewhere_")]


def test_columns_are_told_otherwise_and_the_file_is_read_again(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft), step="columns")
    assert "ผู้ประสานงาน, โทร" in app.info[0].value.replace("\\", "")
    box = next(each for each in app.selectbox if "แผนงาน" in each.label)
    assert box.value == "programme"
    box.set_value("")
    press(app, next(each.key for each in app.button if "FormSubmitter" in str(each.key)))
    mapping = home.workspace().imports.work(draft).mapping.set_index("heading")
    assert mapping.loc["แผนงาน", "column"] == ""
    assert told(app)["step"] == "rows"


def test_two_columns_of_one_field_are_refused(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft), step="columns")
    next(each for each in app.selectbox if "ลำดับ" in each.label).set_value("tambon")
    press(app, next(each.key for each in app.button if "FormSubmitter" in str(each.key)))
    assert "ตำบล" in app.error[0].value


def test_the_file_is_read_as_another_register(begun: Begun, page: Page) -> None:
    draft = begun()
    app = page(draft=str(draft), step="file")
    assert app.button(key="reread").disabled
    box = next(each for each in app.selectbox if str(each.key).startswith("register_"))
    box.set_value("housing").run()
    press(app, "reread")
    assert home.workspace().store.drafts.one(draft).register == "housing"


@pytest.mark.parametrize("step", ["file", "columns"])
def test_reading_again_shows_how_far_it_is(
    begun: Begun, page: Page, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    draft = begun()
    app = page(draft=str(draft), step=step)
    shown: list[str] = []
    bar = DeltaGenerator.progress
    monkeypatch.setattr(
        DeltaGenerator,
        "progress",
        lambda place, value, text: (shown.append(text), bar(place, value, text))[1],
    )
    if step == "file":
        box = next(each for each in app.selectbox if str(each.key).startswith("register_"))
        box.set_value("housing").run()
        shown.clear()
        press(app, "reread")
    else:
        next(each for each in app.selectbox if "ลำดับ" in each.label).set_value("project_name")
        press(app, next(each.key for each in app.button if "FormSubmitter" in str(each.key)))
    steps = ["เปิดงานที่เก็บไว้", "เอาข้อมูลส่วนบุคคลออก", "อ่านแต่ละแถว", "เทียบกับที่เคยตัดสินใจไว้"]
    told = [next(at for at, text in enumerate(shown) if text.startswith(each)) for each in steps]
    assert told == sorted(told)
    # It is gone when the file was read.
    assert not app.get("progress")


def test_publishing_asks_what_has_to_be_asked(begun: Begun, page: Page) -> None:
    draft = begun()
    app = press(page(draft=str(draft), step="publish"), "publish")
    assert "รอการตัดสินใจ" in app.error[0].value
    assert home.workspace().store.in_force("budget", sample=False) is None
    app.checkbox(key=f"leave_open_{draft}").check()
    app.text_area(key=f"note_{draft}").set_value("รอบมีนาคม")
    press(app, "publish")
    made = home.workspace().store.in_force("budget", sample=False)
    assert made is not None
    assert (made.created_by, made.note, made.counts["matched"]) == ("somchai", "รอบมีนาคม", 3)
    assert "draft" not in told(app)
    assert f"ฉบับที่ {made.id}" in app.success[0].value
    assert "ดูบนแผนที่" in texts(app)
    assert home.workspace().store.drafts.every() == []


def test_rows_that_cannot_be_read_are_named_before_they_are_published(
    begun: Begun, page: Page
) -> None:
    app = page(draft=str(begun()), step="publish")
    assert [each.value for each in app.warning if "1 แถวที่อ่านค่าไม่ได้" in each.value]


def test_a_file_of_several_can_be_left_out(
    empty_home: Path, at_the_machine: None, page: Page, tmp_path: Path
) -> None:
    table = messy_budget.write(tmp_path / "งบสระบุรี.xlsx")
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.write(table, table.name)
        archive.writestr("readme.txt", "สวัสดี")
    app = page()
    app.file_uploader[0].set_value(("รวม.zip", content.getvalue(), "application/zip")).run()
    assert not app.exception
    assert [each.value for each in app.checkbox] == [True, False]
    app = press(app, "start")
    (kept,) = home.workspace().store.drafts.every()
    assert kept.file_name == table.name


@pytest.mark.parametrize("lang", LANGS)
def test_a_broken_file_of_several_is_named_and_the_others_go_on(
    empty_home: Path, at_the_machine: None, page: Page, tmp_path: Path, lang: str
) -> None:
    table = messy_budget.write(tmp_path / "งบสระบุรี.xlsx")
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.write(table, table.name)
        archive.writestr("เสีย.xlsx", b"PK\x03\x04" + bytes(99))
    app = page(lang=lang)
    app.file_uploader[0].set_value(("รวม.zip", content.getvalue(), "application/zip")).run()
    assert not app.exception
    (said,) = app.error
    assert "เสีย.xlsx" in said.value
    press(app, "start")
    (kept,) = home.workspace().store.drafts.every()
    assert kept.file_name == table.name


def test_a_closed_year_needs_a_note_and_shrinking_is_asked_again(begun: Begun, page: Page) -> None:
    desk = home.workspace().imports
    first = begun(more=tuple(("สระบุรี", "หนองแค", "หนองแค", 1_000_000) for _ in range(4)))
    desk.publish(first, mode="all", by="a", leave_open=True, seen=None)
    draft = begun()
    app = page(draft=str(draft), step="changes")
    assert "แตะปีงบประมาณที่ปิดแล้ว (2566)" in texts(app)
    assert "หายไป" in texts(app)
    assert any("เล็กลง" in each.value for each in app.warning)
    app = page(draft=str(draft), step="publish")
    app.checkbox(key=f"leave_open_{draft}").check()
    press(app, "publish")
    assert "เล็กลง" in app.error[0].value
    app.checkbox(key=f"shrink_{draft}").check()
    press(app, "publish")
    assert "เหตุผล" in app.error[0].value
    app.text_area(key=f"note_{draft}").set_value("ตัดรายการซ้ำ")
    press(app, "publish")
    assert len(home.workspace().store.history("budget")) == 2


def test_the_second_editor_is_told_what_the_first_published(begun: Begun, page: Page) -> None:
    desk = home.workspace().imports
    mine = begun()
    hers = begun("อีกไฟล์.xlsx")
    app = page(draft=str(mine), step="publish")
    app.checkbox(key=f"leave_open_{mine}").check()
    app.text_area(key=f"note_{mine}").set_value("รอบมีนาคม")
    desk.publish(hers, mode="all", by="สมหญิง", leave_open=True, seen=None)
    press(app, "publish")
    assert "สมหญิง" in "".join(each.value for each in (*app.error, *app.warning))
    assert len(home.workspace().store.history("budget")) == 1
    assert "อีกไฟล์" in "".join(each.value for each in app.warning)


def test_a_viewer_neither_sees_drafts_nor_writes(
    begun: Begun, page: Page, logged_in: SignIn, empty_home: Path
) -> None:
    draft = begun()
    rules = '[access]\neditors = ["e@x.th"]\n'
    (empty_home / settings.FILE).write_text(rules, encoding="utf-8")
    logged_in("v@x.th")
    for app in (page(), page(draft=str(draft), step="publish")):
        assert not app.exception
        assert "งบสระบุรี.xlsx" not in texts(app)
        assert not [each for each in app.button if each.key in {"publish", f"go_on_{draft}"}]


def test_names_in_a_file_stay_text(begun: Begun, page: Page) -> None:
    more = ((ATTACK, ATTACK, ATTACK, 5),)
    draft = begun(f"{ATTACK}.xlsx", more=more)
    for step in Step:
        app = page(draft=str(draft), step=step)
        assert not app.exception
        bodies = [each.proto.body for each in app.get("html")]
        written = [each.value for each in (*app.markdown, *app.caption, *app.warning, *app.info)]
        assert not [text for text in (*bodies, *written) if "<img" in text]


def test_the_workspace_opens_the_same_draft_after_a_restart(
    begun: Begun, page: Page, empty_home: Path
) -> None:
    draft = begun()
    press(page(draft=str(draft)), "alike_accept")
    again = Workspace.open(settings.load(empty_home)).imports.work(draft)
    assert again.draft.counts()["matched"] == 5


@pytest.mark.usefixtures("at_the_machine")
def test_a_list_of_persons_becomes_a_draft_of_counts(page: Page, empty_home: Path) -> None:
    folder = empty_home / "lists"
    folder.mkdir()
    lines = "สระบุรี,วิหารแดง,เจริญธรรม,นายสมมุติ ทดสอบ,ปกติ\n" * 3
    heads = "จังหวัด,อำเภอ,ตำบล,ชื่อ-สกุล,สถานะ\n"
    (folder / "สมาชิก.csv").write_text(heads + lines, encoding="utf-8")
    app = page()
    app.selectbox(key="people_lying").select("สมาชิก.csv").run()
    app.text_input(key="people_source").input("กองทุนสระบุรี").run()
    app.selectbox(key="people_year").select(2566).run()
    press(app, "people_count")
    (kept,) = home.workspace().store.drafts.every()
    assert (kept.register, kept.source) == ("fund", "กองทุนสระบุรี")
    assert "สมมุติ".encode() not in home.workspace().store.drafts.content(kept.id)
    rows = home.workspace().imports.work(kept.id).draft.rows
    (area,) = rows[rows["status"] == "matched"].to_dict("records")
    assert (area["area_code"], area["members"], area["fiscal_year"]) == ("190406", 3, 2566)


def test_who_sits_elsewhere_is_told_how_large_lists_are_counted(
    page: Page, empty_home: Path, logged_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AREAMAP_EDITORS", "mali@example.org")
    logged_in("mali@example.org")
    (empty_home / "lists").mkdir()
    (empty_home / "lists" / "ของเรา.csv").write_text("ตำบล\n", encoding="utf-8")
    app = page()
    assert not app.exception
    assert any("areamap count" in each.value for each in app.caption)
    assert "ของเรา" not in told(app)
