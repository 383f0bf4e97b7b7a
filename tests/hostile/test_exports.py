"""No export writes a live formula from data: one test over every one there is."""

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import areamap
from areamap import settings
from areamap.briefs import documents
from areamap.briefs.cleaned import cleaned
from areamap.briefs.cleaned_cells import cells_by_origin
from areamap.briefs.template import template
from areamap.briefs.workbook import workbook
from areamap.cli import output
from areamap.counting import table as counted
from areamap.registers import definitions, report
from areamap.registers.drafts import Draft
from areamap.workspace import Workspace
from tests.briefs.conftest import Make
from tests.briefs.test_documents import hostile
from tests.counting.people import person, write
from tests.counting.test_counts import count
from tests.hostile.workbook_files import GOOD, HEADINGS

FORMULAS = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/?"&A1,"x")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "=1+1\nx",
    "http://127.0.0.1/",
    "mailto:x@y.example",
    "internal:A1",
)
WRITERS = {
    "briefs/cleaned.py": "workbook",
    "briefs/data_workbook.py": "workbook",
    "briefs/geodata.py": "text",
    "briefs/template.py": "workbook",
    "briefs/workbook.py": "workbook",
    "cli/output.py": "text",
    "counting/table.py": "text",
    "registers/report.py": "text",
    # Not for people: a file of the data home, and what a hash is made of.
    "own_groupings.py": "",
    "boundaries/versions.py": "",
}
"""Every module that writes tables; one that is not tested below may not be added."""

_WRITES = re.compile(
    r"csv\.(?:writer|DictWriter)\(|\.to_csv\(|\.to_excel\(|xlsxwriter\.Workbook\(|openpyxl\.Workbook\("
)
_LIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[\d,.]+%?")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.open(settings.load(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def draft(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """A list of councils with a formula in each kind of cell, and in its headings."""
    path = tmp_path_factory.mktemp("in") / "=1+1.csv"
    # Not below itself, where it would be a line of headings again.
    others = [*FORMULAS[1:], FORMULAS[0]]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*HEADINGS, *FORMULAS])
        writer.writerow([*GOOD, *others])
        for text in FORMULAS:
            writer.writerow([*GOOD[:2], text, text, text, *others])
            writer.writerow([text, text, GOOD[2], GOOD[3], GOOD[4], *others])
    return workspace.check("council", path)


def cells_of_text(content: str) -> Iterator[str]:
    for line in csv.reader(StringIO(content.removeprefix("\ufeff"), newline="")):
        yield from line


def assert_no_live_text(content: str, *, told: bool = True) -> None:
    cells = list(cells_of_text(content))
    live = [each for each in cells if each.startswith(_LIVE) and not _NUMBER.fullmatch(each)]
    assert live == []
    # What was disarmed is there all the same.
    assert not told or any("cmd|" in each for each in cells)


def assert_no_live_cell(content: bytes, *, told: bool = True) -> None:
    cells = [
        cell
        for sheet in openpyxl.load_workbook(BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert not [each.value for each in cells if each.data_type == "f" or each.hyperlink]
    assert not told or any("cmd|" in str(each.value) for each in cells)


def test_every_module_that_writes_tables_is_known() -> None:
    root = Path(areamap.__file__).parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if _WRITES.search(path.read_text(encoding="utf-8"))
    }
    assert found == set(WRITERS)


def test_the_report_of_a_check(draft: Draft, tmp_path: Path) -> None:
    report.write(draft, tmp_path / "out.csv", "th")
    assert_no_live_text((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))


def test_the_counts_of_a_list(tmp_path: Path) -> None:
    members = [person((text, text, text)) for text in FORMULAS]
    found = count(write(tmp_path, members), "fund")
    counted.write(found, tmp_path / "out.csv")
    assert_no_live_text((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))


def test_lists_of_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame({"name": FORMULAS}, index=pd.Index(FORMULAS, name="code"))
    output.write_csv(frame, tmp_path / "out.csv")
    assert_no_live_text((tmp_path / "out.csv").read_bytes().decode("utf-8-sig"))
    output.show_frame(frame, "csv")
    assert_no_live_text(capsys.readouterr().out)


def test_lists_as_workbooks() -> None:
    table = pd.DataFrame(dict.fromkeys(FORMULAS, FORMULAS))
    content = workbook(table, sheet=FORMULAS[0], title=FORMULAS[0], about=FORMULAS)
    assert_no_live_cell(content)


def test_the_cleaned_workbook(workspace: Workspace, draft: Draft) -> None:
    made = workspace.publish(draft, by=FORMULAS[0], note=FORMULAS[1], leave_open=True)
    rows = workspace.rows(made)
    for lang in ("th", "en"):
        content = cleaned(made, rows, cells_by_origin(workspace.store, made, rows), lang)
        assert_no_live_cell(content)


@pytest.mark.parametrize("text", FORMULAS)
def test_the_workbook_and_the_list_of_a_brief(make: Make, text: str) -> None:
    content, terrain = make("1904")
    assert_no_live_cell(documents.write(hostile(content, text), terrain, ".xlsx"), told=False)
    written = documents.write(hostile(content, text), terrain, ".csv").decode("utf-8-sig")
    assert_no_live_text(written, told=False)
    assert any(text.strip().splitlines()[0] in cell for cell in cells_of_text(written))


@pytest.mark.parametrize("register", definitions.ids())
def test_templates(register: str) -> None:
    assert_no_live_cell(template(definitions.load(register)), told=False)
