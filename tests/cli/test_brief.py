"""Documents in the terminal: brief, briefs, and the figures in them."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from areamap import settings
from areamap.briefs import sets
from areamap.cli import areamap
from areamap.places import hierarchy
from areamap.workspace import Workspace
from tests.homes import filled_home

__all__ = ["filled_home"]

DAY = ("--as-of", "2026-03-31")


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, [*words, "--home", str(home)])


def test_a_document_is_written_by_the_name_of_a_place(filled_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "สระบุรี.xlsx"
    words = ["brief", "อ.วิหารแดง", "--kind", "workbook", "-o", str(file), *DAY, "--lang", "en"]
    shown = run(filled_home, *words)
    assert shown.exit_code == 0, shown.output
    assert "not real figures" in shown.stderr
    assert "Wihan Daeng" in shown.stdout
    book = openpyxl.load_workbook(file)
    assert book.sheetnames[0] == "Contents"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("area", "kind", "name", "said"),
    [
        ("19", "slides", "a.pdf", ".pptx"),
        ("19", "report", "a.pptx", ".docx, .pdf"),
        ("ไม่มีที่นี่", "page", "a.html", "ไม่มีที่นี่"),
    ],
)
def test_what_can_not_be_made_is_said(
    area: str, kind: str, name: str, said: str, filled_home: Path, tmp_path: Path
) -> None:
    shown = run(filled_home, "brief", area, "--kind", kind, "-o", str(tmp_path / name))
    assert shown.exit_code != 0
    assert said in str(shown.exception)
    assert not list(tmp_path.iterdir())


def test_a_set_is_of_provinces(filled_home: Path, tmp_path: Path) -> None:
    shown = run(filled_home, "briefs", "1904", "-o", str(tmp_path / "set"))
    assert shown.exit_code != 0
    assert "วิหารแดง" in str(shown.exception)
    assert not (tmp_path / "set").exists()


def test_a_set_is_made_by_processes_of_its_own(
    filled_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sets, "KINDS", {"workbook": ".xlsx", "page": ".html", "none": ".none"})
    opened = Workspace.open(settings.load(filled_home))
    day = date(2026, 3, 31)
    provinces = [hierarchy.find_area(code, opened.groupings.all, day) for code in ("17", "23")]
    told: list[float] = []
    order = sets.Order(filled_home, tmp_path, day)
    made = sets.make(order, provinces, lambda share, _: told.append(share))
    names = [file.name for file in made.files]
    assert names == [
        "17-sing-buri-page.html",
        "17-sing-buri-workbook.xlsx",
        "23-trat-page.html",
        "23-trat-workbook.xlsx",
    ]
    assert [name for name, _ in made.failed] == ["17-sing-buri-none.none", "23-trat-none.none"]
    assert told[0] == 0
    assert told[-1] == pytest.approx(1.0)
    assert told == sorted(told)
    assert sorted(file.name for file in tmp_path.iterdir()) == names


def test_figures_are_printed(filled_home: Path) -> None:
    shown = run(filled_home, "figures", "19", "--of", "fund-years", *DAY, "--format", "json")
    assert shown.exit_code == 0, shown.output
    years = [line["fiscal_year"] for line in json.loads(shown.stdout)]
    assert years == sorted(years)
    assert max(years) <= 2569
