from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from areamap.errors import AreamapError, FileError, PlaceError, PublishError, StoreError
from areamap.i18n import LANGS, t
from areamap.imports import ImportDesk
from areamap.store import Decision, PublishConflict
from areamap.workspace import Workspace
from tests.imports.desks import COUNCILS, RUA_YAI, adds_up, begin, budget, open_home
from tests.registers import messy


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_home(tmp_path)


@pytest.fixture
def desk(workspace: Workspace) -> ImportDesk:
    return workspace.imports


def decision(row: int, action: str, **more: str | None) -> Decision:
    return Decision(sheet="สภา_สระบุรี", row=row, action=action, **more)


ACCEPT = decision(5, "accept", area_code=RUA_YAI)


@pytest.mark.parametrize(
    ("register", "lines", "merges"),
    [
        ("council", messy.COUNCILS, messy.COUNCIL_MERGES),
        ("budget", messy.BUDGET, messy.BUDGET_MERGES),
    ],
)
def test_desk_and_terminal_read_the_same(
    workspace: Workspace, tmp_path: Path, register: str, lines: list[messy.Line], merges: list[str]
) -> None:
    path = messy.write(tmp_path / "รายชื่อ.xlsx", lines, merges)
    (file,) = workspace.imports.receive(path.name, path)
    kept = workspace.imports.begin(file, by="", register=register)
    draft, checked = workspace.imports.work(kept.id).draft, workspace.check(register, path)
    pd.testing.assert_frame_equal(draft.rows, checked.rows)
    pd.testing.assert_frame_equal(draft.cells, checked.cells)
    assert (draft.columns, draft.dropped_columns) == (checked.columns, checked.dropped_columns)
    assert draft.notes == checked.notes
    assert draft.file_sha256 == checked.file_sha256


def test_draft_holds_no_persons(workspace: Workspace, tmp_path: Path) -> None:
    path = messy.write(tmp_path / "ก.xlsx", messy.COUNCILS, messy.COUNCIL_MERGES)
    desk = workspace.imports
    (file,) = desk.receive(path.name, path)
    kept = desk.begin(file, by="", register="council")
    mapping = desk.work(kept.id).mapping
    personal = mapping[mapping["is_personal"]]
    assert set(personal["heading"]) == set(messy.COUNCIL_DROPPED)
    assert personal["sample_values"].map(len).sum() == 0
    header = messy.COUNCILS[3].cells
    positions = [header.index(heading) for heading in messy.COUNCIL_DROPPED]
    persons = {
        str(line.cells[place])
        for line in messy.COUNCILS[6:]
        for place in positions
        if len(line.cells) > place and len(str(line.cells[place])) > 1
    } - set(messy.COUNCIL_DROPPED)
    assert persons
    shown = (
        repr(file.sheets) + repr(desk.look(file)) + repr(workspace.store.drafts.content(kept.id))
    )
    shown += repr(desk._shelf.book(kept).sheets)
    assert [person for person in persons if person in shown] == []


def test_accepted_row_joins_and_says_who(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    assert desk.work(kept.id).draft.counts()["suggested"] == 1
    desk.decide(kept.id, [ACCEPT], "สมชาย")
    work = desk.work(kept.id)
    row = work.draft.rows.iloc[4]
    assert (row["status"], row["area_code"], row["reason_key"]) == (
        "matched", RUA_YAI, "imports_decided",
    )  # fmt: skip
    assert row["reason_values"]["by"] == "สมชาย"
    assert adds_up(work, 5)
    assert work.open_by_reason.empty
    desk.undo(kept.id, [work.decisions[0].id or 0], "สมชาย")
    assert desk.work(kept.id).draft.counts()["suggested"] == 1


def test_same_file_next_month_needs_no_decision(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS, name="สภา_สระบุรี_มี.ค.66.csv")
    sheet = desk.work(kept.id).draft.sheet
    place = Decision(sheet=sheet, row=5, action="accept", area_code=RUA_YAI)
    drop = Decision(sheet=sheet, row=3, action="drop", note="อยู่ในรายชื่อของเทศบาล")
    desk.decide(kept.id, [place, drop], "สมศรี")
    desk.publish(kept.id, mode="all", by="สมศรี", seen=None)
    again = begin(desk, COUNCILS, name="สภา_สระบุรี_เม.ย.66.csv", by="สมชาย")
    work = desk.work(again.id)
    assert work.kept.source == "สภา สระบุรี"
    assert work.draft.counts() == {
        "matched": 3, "suggested": 0, "ambiguous": 0, "unmatched": 0, "rejected": 0, "ignored": 2,
    }  # fmt: skip
    assert work.draft.rows["reason_key"].iloc[2] == "imports_dropped"
    assert work.draft.rows["reason_values"].iloc[2]["by"] == "สมศรี"
    assert desk.changes(again.id, "all").rows.empty


def test_place_is_remembered_for_other_rows_of_the_source(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    desk.decide(kept.id, [ACCEPT], "สมศรี")
    desk.publish(kept.id, mode="all", by="สมศรี", seen=None)
    other_day = COUNCILS.replace("รั้วใหญ่,15/3/2559", "ต. รั้วใหญ่,20/3/2559")
    other_day = other_day.replace("ต. รั้วใหญ่", "รั้วใหญ่")
    row = desk.work(begin(desk, other_day).id).draft.rows.iloc[4]
    assert (row["status"], row["area_code"]) == ("matched", RUA_YAI)
    assert (row["reason_key"], row["reason_values"]["by"]) == ("imports_by_alias", "สมศรี")
    stranger = desk.work(begin(desk, other_day, source="คนอื่น").id).draft.rows.iloc[4]
    assert stranger["status"] == "suggested"


def test_correction_reads_the_row_again(desk: ImportDesk) -> None:
    text = budget(
        ["วิหารแดง", "เจริญธรรม", "ทอเสื่อ", "ประมาณ 73250"], ["วิหารแดง", "หนองหมู", "บ้าน", 100]
    )
    kept = begin(desk, text, register="budget", name="งบ.csv")
    before = desk.work(kept.id)
    assert before.draft.counts()["rejected"] == 1
    mend = Decision(sheet="งบ", row=2, action="correct", column="งบประมาณ", value="73,250 บาท")
    desk.decide(kept.id, [mend], "สมศรี")
    work = desk.work(kept.id)
    assert work.draft.baht()["matched"] == Decimal("73350.00")
    assert work.draft.rows["reason_key"].iloc[1] == "imports_corrected"
    assert work.draft.cells["งบประมาณ"].iloc[1] == "ประมาณ 73250"
    worse = Decision(sheet="งบ", row=3, action="correct", column="amount_baht", value="มาก")
    desk.decide(kept.id, [worse], "สมศรี")
    assert desk.work(kept.id).draft.counts()["rejected"] == 1
    place = Decision(sheet="งบ", row=2, action="correct", column="tambon", value="หนองหมู")
    desk.decide(kept.id, [place], "สมศรี")
    row = desk.work(kept.id).draft.rows.iloc[1]
    assert (row["status"], row["area_code"]) == ("matched", "190401")


def test_correction_of_a_column_that_the_file_has_not(desk: ImportDesk) -> None:
    text = "จังหวัด,อำเภอ,ตำบล,งบประมาณ\nสระบุรี,วิหารแดง,เจริญธรรม,100\nสระบุรี,วิหารแดง,หนองหมู,200\n"
    kept = begin(desk, text, register="budget", name="งบ.csv")
    assert desk.work(kept.id).draft.counts()["rejected"] == 2
    desk.decide(
        kept.id,
        [
            Decision(sheet="งบ", row=row, action="correct", column="fiscal_year", value="2566")
            for row in (2, 3)
        ],
        "สมศรี",
    )
    work = desk.work(kept.id)
    assert work.draft.counts()["matched"] == 2
    assert set(work.draft.rows["fiscal_year"].dropna()) == {2566}


def test_corrected_amount_is_in_baht_whatever_the_heading_says(desk: ImportDesk) -> None:
    text = "จังหวัด,อำเภอ,ตำบล,งบประมาณ (ล้านบาท),ปีงบประมาณ\nสระบุรี,วิหารแดง,เจริญธรรม,1.5,2566\n"
    kept = begin(desk, text, register="budget", name="งบ.csv")
    assert desk.work(kept.id).draft.baht()["matched"] == Decimal(1_500_000)
    mend = Decision(sheet="งบ", row=2, action="correct", column="amount_baht", value="1600000.00")
    desk.decide(kept.id, [mend], "")
    assert desk.work(kept.id).draft.baht()["matched"] == Decimal(1_600_000)


def test_merged_number_is_settled_when_each_row_has_its_own(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = messy.write(tmp_path / "งบ.xlsx", messy.BUDGET, messy.BUDGET_MERGES)
    desk = workspace.imports
    (file,) = desk.receive(path.name, path)
    kept = desk.begin(file, by="", register="budget")
    shared = desk.work(kept.id).draft.rows
    numbers = shared.loc[shared["reason_key"] == "registers_shared_number", "row"].tolist()
    parts = [
        Decision(sheet="รายชื่อ", row=row, action="correct", column="amount_baht", value=value)
        for row, value in zip(numbers, ("60000", "40000"), strict=True)
    ]
    desk.decide(kept.id, parts[:1], "")
    assert desk.work(kept.id).draft.counts()["rejected"] == 5
    desk.decide(kept.id, parts[1:], "")
    work = desk.work(kept.id)
    assert work.draft.counts()["rejected"] == 3
    assert sum(work.draft.baht().values()) == sum(map(Decimal, messy.BUDGET_BAHT.values()))


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (decision(99, "leave"), FileError),
        (decision(5, "drop"), FileError),
        (decision(5, "drop", note="  "), FileError),
        (decision(5, "choose", area_code="999999"), PlaceError),
        (decision(5, "choose", area_code="72"), PlaceError),
        (decision(2, "accept", area_code="190406"), FileError),
        (decision(1, "choose", area_code="190406"), FileError),
        (decision(5, "correct", column="ไม่มี", value="1"), FileError),
    ],
)
def test_decision_that_does_not_fit_its_row_is_refused(
    desk: ImportDesk, wrong: Decision, error: type[AreamapError]
) -> None:
    kept = begin(desk, COUNCILS)
    with pytest.raises(error) as refused:
        desk.decide(kept.id, [wrong], "สมศรี")
    assert refused.value.text("th") != refused.value.text("en")
    assert desk.work(kept.id).decisions == []


def test_alike_rows_are_decided_at_once(desk: ImportDesk) -> None:
    text = COUNCILS + "กาญจนบุรี,เมืองกาญจนบุรี,โพธิ์พระยา,1/1/2560\n"
    kept = begin(desk, text)
    reasons = desk.work(kept.id).open_by_reason
    (reason,) = reasons["reason_key"]
    assert reasons["rows"].sum() == 2
    assert desk.decide_alike(kept.id, reason, "leave", "สมศรี") == 2
    assert desk.work(kept.id).draft.counts()["suggested"] == 2
    with pytest.raises(FileError):
        desk.decide_alike(kept.id, "imports_left", "drop", "สมศรี")
    assert desk.decide_alike(kept.id, "imports_left", "accept", "สมศรี") == 2
    work = desk.work(kept.id)
    assert work.draft.counts()["matched"] == 5
    assert adds_up(work, 6)


def test_persons_in_what_is_typed_are_masked(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    desk.decide(
        kept.id,
        [
            decision(5, "drop", note="แจ้งโดย นายสมชาย ใจดี 081-234-5678"),
            decision(2, "correct", column="council_name", value="ของนางสาวสมหญิง ใจงาม"),
        ],
        "สมศรี",
    )
    told = repr(desk.work(kept.id).decisions)
    assert "ใจดี" not in told
    assert "5678" not in told
    assert "ใจงาม" not in told


def test_rows_that_are_left_do_not_wait(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    with pytest.raises(PublishError):
        desk.publish(kept.id, mode="all", by="", seen=None)
    desk.decide(kept.id, [decision(5, "leave")], "สมศรี")
    assert desk.publish(kept.id, mode="all", by="", seen=None).counts["suggested"] == 1
    with pytest.raises(StoreError):
        desk.publish(kept.id, mode="all", by="", seen=1)


def test_headings_that_nobody_knows_are_chosen_once(desk: ImportDesk) -> None:
    text = "ก,ข,ค,เท่าไร,เมื่อไร\n" + "".join(
        f"สระบุรี,วิหารแดง,{name},{amount},2566\n"
        for name, amount in (("เจริญธรรม", 900), ("หนองหมู", 800), ("บ้านลำ", 700), ("หนองสรวง", 600))
    )
    kept = begin(desk, text, register="budget", name="งบ.csv", source="จังหวัด")
    work = desk.work(kept.id)
    guessed = work.mapping.set_index("heading")
    assert dict(guessed["column"]) == {
        "ก": "province", "ข": "district", "ค": "tambon", "เท่าไร": "", "เมื่อไร": "fiscal_year",
    }  # fmt: skip
    assert set(guessed["guessed_by"]) == {"values", ""}
    assert work.draft.counts()["rejected"] == 4
    told = {**guessed["column"], "เท่าไร": "amount_baht"}
    kept = desk.reread(kept.id, by="", seen=kept.version, mapping=told)
    work = desk.work(kept.id)
    assert work.draft.baht()["matched"] == Decimal(3000)
    assert work.mapping.set_index("heading")["guessed_by"]["เท่าไร"] == "chosen"
    desk.publish(kept.id, mode="all", by="", seen=None)
    again = desk.work(begin(desk, text, register="budget", name="งบ.csv", source="จังหวัด").id)
    assert again.draft.counts()["matched"] == 4
    assert again.mapping.set_index("heading")["guessed_by"]["เท่าไร"] == "remembered"


@pytest.mark.parametrize(
    "mapping",
    [
        {"ไม่มี": "tambon"},
        {"อำเภอ": "ไม่มี"},
        {"อำเภอ": "tambon"},
    ],
)
def test_mapping_that_can_not_be_is_refused(desk: ImportDesk, mapping: dict[str, str]) -> None:
    kept = begin(desk, COUNCILS)
    with pytest.raises(FileError):
        desk.reread(kept.id, by="", seen=kept.version, mapping=mapping)
    assert desk.work(kept.id).kept == kept


def test_column_of_persons_can_not_be_chosen(desk: ImportDesk) -> None:
    text = COUNCILS.replace("วันที่จดแจ้ง\n", "วันที่จดแจ้ง,ประธานสภา\n").replace(
        "2559\n", "2559,สมชาย ใจดี\n"
    )
    text = text.replace("2560\n", "2560,สมหญิง ใจงาม\n")
    kept = begin(desk, text)
    assert desk.work(kept.id).draft.dropped_columns == ("ประธานสภา",)
    with pytest.raises(FileError, match="ประธานสภา"):
        desk.reread(kept.id, by="", seen=kept.version, mapping={"ประธานสภา": "council_name"})


@pytest.mark.parametrize(
    "more", [{"register": "fund"}, {"mapping": {"วันที่จดแจ้ง": ""}}, {"sheet": "", "header_row": 1}]
)
def test_reading_again_tells_its_steps_as_beginning_does(
    desk: ImportDesk, more: dict[str, Any]
) -> None:
    first: list[tuple[float, str]] = []
    again: list[tuple[float, str]] = []
    (file,) = desk.receive("สภา_สระบุรี.csv", COUNCILS.encode())
    kept = desk.begin(file, by="", register="council", progress=lambda *told: first.append(told))
    desk.reread(
        kept.id, by="", seen=kept.version, progress=lambda *told: again.append(told), **more
    )
    assert {doing for _, doing in again} >= {doing for _, doing in first}
    assert [done for done, _ in again] == sorted(done for done, _ in again)
    assert again[0][0] == 0.0
    assert again[-1][0] < 1.0
    assert all(t(doing, lang) for _, doing in again for lang in LANGS)


def test_two_editors_of_one_draft(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    desk.reread(kept.id, by="a", seen=kept.version, source="อื่น")
    with pytest.raises(StoreError):
        desk.reread(kept.id, by="b", seen=kept.version, register="fund")


def test_header_row_and_sheet_can_be_told(desk: ImportDesk) -> None:
    text = "รายงาน,ตำบล,อำเภอ,จังหวัด\n" + COUNCILS
    (file,) = desk.receive("ก.csv", text.encode())
    look = desk.look(file)
    assert look.sheets[0].header_row == 2
    kept = desk.begin(file, by="", register="council", header_row=2, sheet="1")
    assert desk.work(kept.id).draft.counts()["matched"] == 3
    wrong = desk.reread(kept.id, by="", seen=kept.version, header_row=1)
    assert desk.work(wrong.id).draft.rows["reason_key"].iloc[1] != "registers_header_row"
    assert adds_up(desk.work(wrong.id), 6)
    right = desk.reread(kept.id, by="", seen=desk.work(kept.id).kept.version, header_row=0)
    assert desk.work(right.id).draft.counts()["matched"] == 3


def test_second_to_publish_is_told(desk: ImportDesk) -> None:
    mine, hers = begin(desk, COUNCILS), begin(desk, COUNCILS, source="คนอื่น")
    for kept in (mine, hers):
        desk.decide(kept.id, [ACCEPT], "")
    published = desk.publish(hers.id, mode="all", by="สมหญิง", seen=None)
    with pytest.raises(PublishConflict) as conflict:
        desk.publish(mine.id, mode="all", by="สมศรี", seen=None)
    assert [each.id for each in conflict.value.since] == [published.id]
    changes = desk.changes(mine.id, "all")
    assert (changes.in_force, [each.id for each in changes.since]) == (published.id, [published.id])
    assert desk.publish(mine.id, mode="all", by="สมศรี", seen=published.id).id > published.id


def test_closed_year_needs_a_note(desk: ImportDesk) -> None:
    def published(text: str, **more: object) -> None:
        kept = begin(desk, text, register="budget", name="งบ.csv")
        seen = desk.changes(kept.id, "all").in_force
        desk.publish(kept.id, mode="all", by="", seen=seen, **more)

    lines = [["วิหารแดง", "เจริญธรรม", "ทอเสื่อ", 73250]]
    published(budget(*lines))
    published(budget(*lines))
    more = budget(*lines, ["วิหารแดง", "หนองหมู", "บ้าน", 100])
    with pytest.raises(PublishError) as refused:
        published(more)
    assert refused.value.key == "imports_closed_year_needs_note"
    assert "2566" in refused.value.text("th")
    published(more, note="จังหวัดส่งเพิ่ม")


def test_shrinking_asks_again(desk: ImportDesk) -> None:
    lines = [["วิหารแดง", "เจริญธรรม", f"โครงการ {n}", 100] for n in range(5)]
    first = begin(desk, budget(*lines, year=2599), register="budget", name="งบ.csv")
    desk.publish(first.id, mode="all", by="", seen=None)
    fifth = begin(desk, budget(*lines[:4], year=2599), register="budget", name="งบ.csv")
    assert desk.changes(fifth.id, "all").shrink_pct == 20
    two = begin(desk, budget(*lines[:3], year=2599), register="budget", name="งบ.csv")
    with pytest.raises(PublishError) as refused:
        desk.publish(two.id, mode="all", by="", seen=1)
    assert refused.value.key == "imports_shrinks"
    desk.publish(two.id, mode="all", by="", seen=1, confirm_shrink=True)
    desk.publish(fifth.id, mode="all", by="", seen=2)


def test_discarded_draft_is_gone(desk: ImportDesk, workspace: Workspace) -> None:
    kept = begin(desk, COUNCILS)
    desk.discard(kept.id, "")
    assert workspace.store.drafts.every() == []
    with pytest.raises(StoreError):
        desk.work(kept.id)


def test_draft_stands_in_another_process(desk: ImportDesk, tmp_path: Path) -> None:
    kept = begin(desk, COUNCILS)
    desk.decide(kept.id, [ACCEPT], "สมศรี")
    again = open_home(tmp_path).imports.work(kept.id)
    pd.testing.assert_frame_equal(again.draft.rows, desk.work(kept.id).draft.rows)


def test_differences_between_two_publications(desk: ImportDesk) -> None:
    numbers = []
    for text in (COUNCILS, COUNCILS.replace("1/10/2560\nส", "2/10/2560\nส")):
        kept = begin(desk, text)
        seen = desk.changes(kept.id, "all").in_force
        numbers.append(desk.publish(kept.id, mode="all", by="", seen=seen, leave_open=True).id)
    found = desk.differences(*numbers)
    (line,) = found.rows.itertuples()
    assert (line.change, line.area_code, line.columns) == (
        "changed",
        "190401",
        ("registered_date",),
    )
    assert (line.before, line.after) == ("1/10/2560", "2/10/2560")
    assert found.by_province.loc["19", "changed"] == 1
    assert desk.differences(numbers[1], numbers[1]).rows.empty


def unreadable(desk: ImportDesk) -> object:
    return desk.receive("ก.pdf", b"%PDF-1.7 not a table")


def nothing_known(desk: ImportDesk) -> object:
    (file,) = desk.receive("ก.csv", b"a,b\n1,2\n")
    return desk.begin(file, by="")


@pytest.mark.parametrize("wrong", [unreadable, nothing_known])
def test_what_is_no_list_is_said(desk: ImportDesk, wrong: Callable[[ImportDesk], object]) -> None:
    with pytest.raises(FileError):
        wrong(desk)


def test_a_draft_that_can_not_be_read_so_stays_as_it_was(desk: ImportDesk) -> None:
    kept = begin(desk, COUNCILS)
    before = desk.work(kept.id).draft
    with pytest.raises(FileError, match="9"):
        desk.reread(kept.id, by="สมศรี", seen=kept.version, header_row=9)
    after = desk.work(kept.id)
    assert after.draft.rows.equals(before.rows)
    assert after.kept.choices == kept.choices
    desk.discard(kept.id, "สมศรี")
