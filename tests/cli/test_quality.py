"""The quality room in a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from areamap.cli import areamap
from tests.quality.homes import troubled


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trouble")
    troubled(folder)
    return folder


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, [*words, "--home", str(home)])


def test_figures_are_held_against_the_registers(home: Path) -> None:
    shown = run(home, "reconcile", "--in", "สระบุรี", "--format", "json")
    assert shown.exit_code == 0, shown.output
    councils, money = json.loads(shown.stdout)
    assert (councils["said"], councils["counted"], councils["verdict"]) == (6.0, 5.0, "differs")
    assert "รอการตัดสินใจ" in councils["causes"]
    assert councils["said_on"] == "2023-03-15"
    assert (money["verdict"], money["difference"], money["said_on"]) == ("fits", 0.0, None)


@pytest.mark.parametrize("form", ["table", "csv"])
def test_figures_print_in_every_form(home: Path, form: str) -> None:
    shown = run(home, "reconcile", "--format", form, "--lang", "en")
    assert shown.exit_code == 0, shown.output
    assert "3,933,383 people" in shown.output


def test_an_area_without_figures_says_so(home: Path) -> None:
    shown = run(home, "reconcile", "--in", "30", "--format", "json")
    assert json.loads(shown.stdout) == []
    assert "ยังไม่มีตัวเลขที่เผยแพร่" in shown.stderr


def test_an_area_that_there_is_not_is_refused(home: Path) -> None:
    shown = run(home, "reconcile", "--in", "nowhere")
    assert shown.exit_code == 1
    assert shown.exception.key == "places_no_area"  # type: ignore[union-attr]


def test_findings_are_listed_worst_first(home: Path) -> None:
    shown = run(home, "quality", "--in", "19", "--format", "json", "--lang", "en")
    assert shown.exit_code == 0, shown.output
    severities = [each["severity"] for each in json.loads(shown.stdout)]
    assert severities == sorted(severities, key=["wrong", "doubt", "note"].index)
    assert "before the Community Organization Council Act" in shown.output


def test_findings_of_one_severity_and_without_the_explained(tmp_path: Path) -> None:
    workspace = troubled(tmp_path)
    doubtful = json.loads(
        run(tmp_path, "quality", "--severity", "doubt", "--format", "json").stdout
    )
    assert {each["severity"] for each in doubtful} == {"doubt"}
    workspace.store.explanations.explain(doubtful[0]["key"], "รู้แล้ว", "somsri")
    words = ("quality", "--severity", "doubt", "--format", "json")
    assert len(json.loads(run(tmp_path, *words).stdout)) == len(doubtful) - 1
    everything = json.loads(run(tmp_path, *words, "--explained").stdout)
    assert everything[0]["note"] == "รู้แล้ว"
