import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from areamap.cli import areamap
from areamap.errors import PublishError
from areamap.settings import load
from areamap.workspace import Workspace
from tests.imports.desks import COUNCILS, begin, budget


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, [*words, "--home", str(home)])


def file(folder: Path, text: str) -> str:
    path = folder / "งบ.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_terminal_publishes_by_the_rules_of_the_desk(home: Path, tmp_path: Path) -> None:
    lines = [["วิหารแดง", "เจริญธรรม", f"โครงการ {n}", 100] for n in range(4)]
    whole = file(tmp_path, budget(*lines, year=2599))
    assert run(home, "publish", "budget", whole).exit_code == 0
    part = file(tmp_path, budget(*lines[:2], year=2599))
    refused = run(home, "publish", "budget", part)
    assert isinstance(refused.exception, PublishError)
    assert refused.exception.key == "imports_shrinks"
    added = run(home, "publish", "budget", part, "--mode", "add")
    assert added.exit_code == 0
    shown = run(home, "publish", "budget", part, "--confirm-shrink", "--note", "ตัดออก")
    assert shown.exit_code == 0, shown.output
    listed = json.loads(run(home, "differences", "2", "3", "--format", "json").stdout)
    assert [line["change"] for line in listed] == ["gone", "gone"]
    assert {line["amount_before"] for line in listed} == {100.0}
    shown = run(home, "differences", "2", "3", "--by-province", "--format", "json")
    sums = json.loads(shown.stdout)
    assert sums == [
        {
            "province_code": "19", "added": 0, "changed": 0, "gone": 2,
            "baht_before": 400.0, "baht_after": 200.0,
        }
    ]  # fmt: skip


def test_files_in_work_are_listed(home: Path) -> None:
    assert json.loads(run(home, "drafts", "--format", "json").stdout) == []
    kept = begin(Workspace.open(load(home)).imports, COUNCILS)
    (listed,) = json.loads(run(home, "drafts", "--format", "json").stdout)
    assert (listed["draft"], listed["source"]) == (kept.id, "สภา สระบุรี")
