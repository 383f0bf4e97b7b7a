"""A long draft is read in a process of its own, and reads there as it does here."""

from pathlib import Path

import pytest
import xlsxwriter

from areamap import settings
from areamap.errors import FileError
from areamap.imports import _apart, _content, looks
from areamap.imports.handed_in import Incoming, Packed
from areamap.registers import definitions, reading, workbooks
from areamap.registers.choosing import Choices
from areamap.registers.workbooks import Workbook
from areamap.workspace import Workspace
from tests.imports.desks import budget

FILE = _apart.File("งบ.xlsx", "0" * 64)


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    path = tmp_path / FILE.name
    heads = ("จังหวัด", "อำเภอ", "ตำบล", "ปีงบประมาณ", "หน่วยงาน", "งบประมาณ (พันบาท)", "โทร.")
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ก")
        sheet.write_row(0, 0, ("งบประมาณ ปี 2566",))
        sheet.write_row(1, 0, heads)
        sheet.write_row(2, 0, ("สระบุรี", "วิหารแดง", "เจริญธรรม", 2566, "พอช.", 73.25, "081-234-5678"))
        sheet.write_row(3, 0, ("สระบุรี", "วิหารแดง", "หนองหมู", "ปีหน้า", "พอช.", 10))
        sheet.write_row(4, 0, ("สระบุรี", "วิหารแดง", "บ้านลำ", 2566, "พอช.", "หมื่น"))
        sheet.write_row(5, 0, ("รวมทั้งสิ้น", None, None, None, None, 83.25))
        sheet.set_row(3, None, None, {"hidden": True})
    return workbooks.read(path, settings.load(tmp_path))


@pytest.mark.parametrize("register", ["budget", "council"])
def test_it_reads_as_it_does_here(book: Workbook, tmp_path: Path, register: str) -> None:
    choices = Choices(corrections={"ก": {5: {"amount_baht": "9000"}}}, columns={"โทร.": ""})
    told: list[float] = []
    found = _apart.read(
        _content.pack(book),
        FILE,
        register,
        choices,
        settings=settings.load(tmp_path),
        progress=lambda done, _: told.append(done),
    )
    apart, look = found.reading, found.look
    here = reading.rows_of(
        book,
        definitions.load(register),
        choices,
        file_name=FILE.name,
        file_sha256=FILE.sha256,
        lenient=True,
    )
    assert apart.rows.dtypes.to_dict() == here.rows.dtypes.to_dict()
    for name in here.rows:
        assert apart.rows[name].equals(here.rows[name]), name
    assert apart.cells.equals(here.cells)
    others = ("sheet", "columns", "notes", "headers", "hidden", "dropped_columns")
    assert [getattr(apart, name) for name in others] == [getattr(here, name) for name in others]
    assert look == looks.look(Incoming(FILE.name, FILE.sha256, book.sheets, book.encoding))
    assert told == sorted(told)
    assert told


def test_a_reading_over_its_limit_is_a_sentence(book: Workbook, tmp_path: Path) -> None:
    tight = settings.Settings(tmp_path, "", reader_memory_bytes=2**26)
    with pytest.raises(FileError, match=r"registers_workbook_too_heavy|งบ\.xlsx"):
        _apart.read(_content.pack(book), FILE, "budget", Choices(), settings=tight)


def test_a_draft_in_work_is_the_same_read_apart(
    book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    incoming = Incoming(FILE.name, FILE.sha256, book.sheets)
    here, apart = (Workspace.open(settings.load(tmp_path / name)).imports for name in "ab")
    works = [here.work(here.begin(incoming, by="มะลิ", register="budget", source="ก").id)]
    monkeypatch.setattr(_apart, "MOST_HERE", 10)
    works.append(apart.work(apart.begin(incoming, by="มะลิ", register="budget", source="ก").id))
    one, other = works
    assert one.draft.rows.equals(other.draft.rows)
    assert (one.look, one.mapping.values.tolist()) == (other.look, other.mapping.values.tolist())
    assert one.draft.counts() == {**dict.fromkeys(one.draft.counts(), 0)} | {
        "matched": 1,
        "rejected": 2,
        "ignored": 3,
    }


def test_a_long_file_comes_in_as_a_short_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, apart = (Workspace.open(settings.load(tmp_path / name)).imports for name in "ab")
    text = budget(*(("วิหารแดง", "หนองหมู", f"โครงการ {n} โทร 081-234-5678", n) for n in range(9)))
    found = []
    for desk in (here, apart):
        (file,) = desk.receive("งบ_ปี66.csv", text.encode("cp874"))
        done: list[float] = []
        kept = desk.begin(file, by="มะลิ", progress=lambda share, _, to=done: to.append(share))
        mapping = {"โครงการ": "", "อำเภอ": "district"}
        again = desk.reread(kept.id, by="มะลิ", seen=kept.version, mapping=mapping)
        works = [desk.work(kept.id)]
        again = desk.reread(kept.id, by="มะลิ", seen=again.version, register="activity")
        works.append(desk.work(again.id))
        found.append(
            [
                (file.sheets, file.cells, file.encoding, desk.look(file), done == sorted(done)),
                [(each.look, each.kept.choices, each.draft.notes) for each in works],
                [each.draft.rows.to_dict("records") for each in works],
                [each.draft.cells.to_dict("records") for each in works],
            ]
        )
        monkeypatch.setattr(_apart, "MOST_HERE", 10)
    assert isinstance(file.held, Packed)
    assert file.encoding == "cp874"
    assert "081" not in repr(found)
    assert found[0] == found[1]
