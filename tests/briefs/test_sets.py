"""A set of documents: shared out among processes, heard by whoever waits, kept when one fails."""

import zipfile
from io import BytesIO
from pathlib import Path
from threading import get_ident

import pytest

from areamap.briefs import sets, workers
from areamap.briefs.workers import Workers
from areamap.errors import BriefError
from areamap.places.hierarchy import Area
from areamap.places.levels import Level

DAY = sets.date(2026, 3, 31)

WORKER = """
import json, os, pathlib, sys, time
for line in sys.stdin:
    task = json.loads(line)
    if task["area"] == "17":
        os._exit(3)
    if task["area"] == "23" and task["kind"] == "report":
        task["why"] = "no paper"
    elif task["area"] == "99":
        time.sleep(3600)
    else:
        pathlib.Path(task["path"]).write_text(task["kind"])
    print(json.dumps(task), flush=True)
"""
"""Makes nothing of worth, ends over one area, fails over another and never ends over a third."""


@pytest.fixture(autouse=True)
def _worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_WORKER", ("-c", WORKER))


def area(code: str) -> Area:
    return Area(code, Level.PROVINCE, code, f"P {code}")


def test_what_fails_is_told_and_the_others_are_kept(tmp_path: Path) -> None:
    told: list[tuple[float, int]] = []
    order = sets.Order(tmp_path, tmp_path, DAY)
    made = sets.make(
        order,
        [area(code) for code in ("17", "23", "19", "16")],
        lambda share, _: told.append((share, get_ident())),
    )
    assert [file.name for file in made.files] == [
        "16-p-16-report.docx",
        "16-p-16-slides.pptx",
        "16-p-16-workbook.xlsx",
        "19-p-19-report.docx",
        "19-p-19-slides.pptx",
        "19-p-19-workbook.xlsx",
        "23-p-23-slides.pptx",
        "23-p-23-workbook.xlsx",
    ]
    assert made.failed == (
        ("17-p-17-report.docx", "exit 3"),
        ("17-p-17-slides.pptx", "exit 3"),
        ("17-p-17-workbook.xlsx", "exit 3"),
        ("23-p-23-report.docx", "no paper"),
    )
    assert [share for share, _ in told] == [pytest.approx(done / 12) for done in range(13)]
    # A page can only be drawn from the thread that runs it.
    assert {thread for _, thread in told} == {get_ident()}


def test_an_archive_holds_what_could_be_made(tmp_path: Path) -> None:
    body, made = sets.zipped(tmp_path, [area("17"), area("19")], DAY, "th")
    names = zipfile.ZipFile(BytesIO(body)).namelist()
    assert names == ["19-p-19-report.docx", "19-p-19-slides.pptx", "19-p-19-workbook.xlsx"]
    assert len(made.failed) == 3
    assert sets.zipped(tmp_path, [area("17"), area("19")], DAY, "th")[0] == body


def test_an_archive_of_nothing_is_none(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="exit 3") as caught:
        sets.zipped(tmp_path, [area("17")], DAY, "th")
    assert "17-p-17-slides.pptx: exit 3" in caught.value.text("th")


def test_the_largest_come_first(tmp_path: Path) -> None:
    # Nakhon Ratchasima has ten times the tambons of Samut Songkhram.
    assert [each.code for each in sets._largest_first([area("75"), area("30")])] == ["30", "75"]


def test_whoever_wants_no_more_leaves_no_process_behind(tmp_path: Path) -> None:
    tasks = [
        [{"area": code, "kind": "slides", "path": str(tmp_path / code)}] for code in ("19", "99")
    ]
    with Workers(("home", "th"), tasks, 2) as made:
        heard = next(made.answers())
        assert heard["area"] == "19"
    assert all(process.poll() is not None for process in made._running)
    assert made._running
