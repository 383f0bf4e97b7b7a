"""What may be written of an assignment, and a list of them that comes back filled in."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from areamap import settings
from areamap.briefs import gap_lists, workbook
from areamap.briefs.sentences.gaps import Wording
from areamap.direction import assignment_lists, assignments
from areamap.direction import gaps as room
from areamap.direction.assignment_lists import Asked, heading, mark
from areamap.direction.assignments import Step, Told
from areamap.errors import FileError, StoreError
from areamap.imports.incoming import receive
from areamap.measures.basis import Basis
from areamap.measures.gaps import Rank
from areamap.measures.states import Theme
from areamap.registers.cells import Sheet
from areamap.store.assignments import Place
from areamap.workspace import Workspace

HERE = Place("council", "tambon", "190406", is_sample=False)
STATES = {"190406": "none", "190405": "dissolved", "190404": "registered", "061904": "none"}


def asked(**more) -> Asked:
    told = {
        "theme": Theme.COUNCIL,
        "basis": Basis.TAMBON,
        "is_sample": False,
        "states": STATES,
        "lacking": frozenset({"none", "dissolved"}),
        "kept": {},
    }
    return Asked(**told | more)


def sheet(*rows: list, lang: str = "th", above: tuple[str, ...] = ()) -> Sheet:
    names = [heading(name, lang) for name in ("name", "code", "assigned_to", "due", "note", "step")]
    lines = [*([text, *[None] * 5] for text in above), names, *rows]
    return Sheet(name="1", number=1, rows=lines)


def kept(store, **more):
    told = Told(**{"assigned_to": "ทีม 1", "due_on": date(2026, 12, 1)} | more)
    store.assignments.put([assignments.wanted(HERE, told, None)], "malee")
    return store.assignments.every("council", "tambon", is_sample=False)


@pytest.fixture
def store(empty_home: Path):
    return Workspace.open(settings.load(empty_home)).store


@pytest.mark.parametrize(
    "text",
    [
        "1101700203450",
        "1-1017-00203-45-0",
        "โทร 081-234-5678",
        "0812345678",
        "นายสมชาย ใจดี",
        "พบ นาง ทองดี",
        "น.ส.มาลี",
        "Mr Smith",
        "ทีม •••",
    ],
)
@pytest.mark.parametrize("field", ["assigned_to", "note"])
def test_no_person_is_kept(field: str, text: str) -> None:
    told = Told(**{"assigned_to": "ทีม", field: text})
    with pytest.raises(StoreError) as raised:
        assignments.wanted(HERE, told, None)
    assert raised.value.key == "assignment_person"
    assert "1101700203450" not in raised.value.text("th")


@pytest.mark.parametrize(
    "text", ["ทีมสระบุรี", "ส.ช.", "นายอำเภอวิหารแดง", "นายก อบต.", "หัวหน้ากลุ่ม 2", "อ.นางรอง", "Team A"]
)
def test_roles_units_and_initials_are(text: str) -> None:
    found = assignments.wanted(HERE, Told(f"  {text} "), None)
    assert (found.assigned_to, found.state, found.seen) == (text, "open", 0)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        (Told("  "), "assignment_nobody"),
        (Told("ก" * 61), "assignment_long"),
        (Told("ก", note="ก" * 501), "assignment_long"),
    ],
)
def test_what_says_nothing_or_too_much_is_refused(told: Told, key: str) -> None:
    with pytest.raises(StoreError) as raised:
        assignments.wanted(HERE, told, None)
    assert raised.value.key == key


def test_the_register_closes_what_it_knows_to_be_there(store) -> None:
    frame = assignments.frame(kept(store))
    states = room.DataFrame({"state": ["registered"]}, index=["190406"])
    assert assignments.closed_by_data(frame, states).index.tolist() == ["190406"]
    for state in ("none", "unknown"):
        assert assignments.closed_by_data(frame, states.assign(state=state)).empty


def test_what_is_done_is_never_late(store) -> None:
    frame = assignments.frame(kept(store))
    assert assignments.overdue(frame, date(2026, 12, 1)).empty
    assert len(assignments.overdue(frame, date(2026, 12, 2))) == 1
    assert assignments.overdue(frame.assign(step="done"), date(2027, 1, 1)).empty
    assert assignments.overdue(frame.assign(due_on=None), date(2027, 1, 1)).empty


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_list_of_the_page_comes_back_as_it_went(sample_home: Path, lang) -> None:
    opened = Workspace.open(settings.load(sample_home))
    snapshot = room.widened(opened.snapshot("fund"), opened.direction.publication)
    found = room.gaps(snapshot, room.around(snapshot), opened.boundaries.nearness(), within="19")
    ranked = found.ranked(Rank.PEOPLE)
    code = str(ranked.index[0])
    place = Place("fund", "tambon", code, is_sample=True)
    told = Told("=ทีม+1", date(2026, 11, 30), "พบ อบต.", Step.VISITED)
    opened.store.assignments.put([assignments.wanted(place, told, None)], "malee")
    own = opened.store.assignments.every("fund", "tambon", is_sample=True)
    table = gap_lists.gap_table(
        found, ranked, assignments.frame(own), Wording("fund", "tambon", lang)
    )
    title = mark("fund", "tambon", lang)
    content = workbook.workbook(table, sheet=title, title=title, about=("a", "b"))
    book = openpyxl.load_workbook(BytesIO(content))
    page = book.active
    where = next(row for row in page.iter_rows() if row[0].value == heading("rank", lang))
    column = {cell.value: cell.column for cell in where}
    first = where[0].row + 1
    assert page.cell(first, column[heading("assigned_to", lang)]).value == "=ทีม+1"
    page.cell(first + 1, column[heading("assigned_to", lang)]).value = "ทีม 2"
    page.cell(first + 1, column[heading("due", lang)]).value = date(2026, 12, 24)
    page.cell(first + 1, column[heading("step", lang)]).value = "✓"
    page.cell(first + 2, column[heading("assigned_to", lang)]).value = "นายสมชาย ใจดี"
    page.cell(first + 3, column[heading("assigned_to", lang)]).value = "ทีม 3"
    page.cell(first + 3, column[heading("due", lang)]).value = "วันไหนดี"
    back = BytesIO()
    book.save(back)
    received = receive("list.xlsx", back.getvalue(), opened.settings)
    told_states = {str(k): str(v) for k, v in found.states["state"].items()}
    returned = assignment_lists.compare(
        [each for file in received for each in file.sheets],
        asked(theme=Theme.FUND, is_sample=True, states=told_states, kept=own),
        "list.xlsx",
    )
    assert returned.same == 1
    assert returned.blank == len(ranked) - 4
    assert [each.code for each in returned.refused] == [str(ranked.index[2]), str(ranked.index[3])]
    assert "วันไหนดี" in returned.refused[1].text("th")
    after = returned.differences[0].after
    assert [after.place.area_code, after.assigned_to, after.due_on, after.state] == [
        str(ranked.index[1]),
        "ทีม 2",
        date(2026, 12, 24),
        "done",
    ]
    opened.store.assignments.put([each.after for each in returned.differences], "malee")
    assert len(opened.store.assignments.every("fund", "tambon", is_sample=True)) == 2


def test_differences_are_told_and_blank_rows_take_nothing_away(store) -> None:
    own = kept(store)
    rows = [
        ["ก", "190406", "ทีม 1", "1/12/2569", None, "ไปแล้ว"],
        ["ข", 190405, "ทีม 2", None, None, None],
        ["ค", "190404", None, None, None, None],
        [None] * 6,
    ]
    found = assignment_lists.compare([sheet(*rows)], asked(kept=own), "f")
    assert (found.same, found.blank, found.refused) == (0, 1, [])
    changed, made = found.differences
    assert (changed.before.state, changed.after.state, changed.after.seen) == ("open", "visited", 1)
    assert (made.before, made.after.place.area_code, made.after.seen) == (None, "190405", 0)
    same = [["ก", "190406", "ทีม 1", date(2026, 12, 1), "", "To do"]]
    assert assignment_lists.compare([sheet(*same)], asked(kept=own), "f").same == 1


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (["ก", "999999", "ทีม", None, None, None], "gaps_row_no_area"),
        (["ก", None, "ทีม", None, None, None], "gaps_row_no_area"),
        (["ก", "190404", "ทีม", None, None, None], "gaps_row_closed"),
        (["ก", "190406", "ทีม", None, None, "อะไรนะ"], "gaps_row_step"),
        (["ก", "190406", "โทร 0812345678", None, None, None], "assignment_person"),
        (["ก", "190406", "ทีม", "32/1/2569", None, None], "calendar_no_such_day"),
    ],
)
def test_a_row_with_a_mistake_is_told_and_the_good_ones_stay(row: list, key: str) -> None:
    good = ["ข", "190405", "ทีม 2", None, None, None]
    found = assignment_lists.compare([sheet(row, good)], asked(), "f")
    assert [(each.row, each.why.key) for each in found.refused] == [(2, key)]
    assert all(each.text(lang) for each in found.refused for lang in ("th", "en"))
    assert [each.after.place.area_code for each in found.differences] == ["190405"]


def test_one_area_twice_is_taken_once() -> None:
    rows = [["ก", "190406", f"ทีม {number}", None, None, None] for number in (1, 2)]
    found = assignment_lists.compare([sheet(*rows)], asked(), "f")
    assert [each.after.assigned_to for each in found.differences] == ["ทีม 1"]
    assert [each.why.key for each in found.refused] == ["gaps_row_twice"]


def test_a_code_that_excel_took_for_a_number_is_known_again() -> None:
    found = assignment_lists.compare([sheet(["ก", 61904, "ทีม", None, None, None])], asked(), "f")
    assert found.differences[0].after.place.area_code == "061904"


def test_a_list_of_other_gaps_is_refused() -> None:
    row = ["ก", "190406", "ทีม", None, None, None]
    own = sheet(row, lang="en", above=(mark("council", "tambon", "th"),))
    assert len(assignment_lists.compare([own], asked(), "f").differences) == 1
    for other in (mark("fund", "tambon", "th"), mark("council", "authority", "en")):
        with pytest.raises(FileError) as raised:
            assignment_lists.compare([sheet(row, above=("x", other))], asked(), "f")
        assert raised.value.key == "gaps_other_list"


def test_a_file_without_the_headings_says_which_are_needed() -> None:
    with pytest.raises(FileError) as raised:
        assignment_lists.compare([Sheet("1", 1, [["a", "b"], ["c", "d"]])], asked(), "f.xlsx")
    assert raised.value.key == "gaps_no_header"
    assert heading("code", "th") in raised.value.text("th")
