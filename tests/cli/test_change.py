"""What moved, in a terminal."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from areamap import settings
from areamap.cli import areamap
from areamap.workspace import Workspace
from tests.homes import filled_home

__all__ = ["filled_home"]

SINCE = ("--from", "1/10/2565", "--in", "19")


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, ["change", *words, "--home", str(home)])


def lines(home: Path, *words: str) -> list[dict[str, Any]]:
    shown = run(home, *words, "--format", "json")
    assert shown.exit_code == 0, shown.output
    found: list[dict[str, Any]] = json.loads(shown.stdout)
    return found


def test_the_areas_below_add_up_to_the_whole(filled_home: Path) -> None:
    whole = lines(filled_home, *SINCE)[0]
    below = lines(filled_home, *SINCE, "--by", "district")
    for name in ("areas", "before", "gained", "lost", "after"):
        assert sum(each[name] for each in below) == whole[name]


def test_the_last_column_is_what_coverage_says(filled_home: Path) -> None:
    snapshot = Workspace.open(settings.load(filled_home)).snapshot("council")
    whole = lines(filled_home, *SINCE, "--basis", "authority")[0]
    states = snapshot.states("authority", "19")["state"]
    assert whole["after"] == states.isin(["registered", "covered", "partly"]).sum()


def test_it_lists_what_differs(filled_home: Path) -> None:
    whole = lines(filled_home, *SINCE)[0]
    listed = lines(filled_home, *SINCE, "--list")
    assert [each["change"] for each in listed].count("gained") == whole["gained"]


def test_money_is_told_in_one_line_or_by_area(filled_home: Path) -> None:
    whole = lines(filled_home, *SINCE, "--theme", "budget")[0]
    below = lines(filled_home, *SINCE, "--theme", "budget", "--by", "district")
    assert whole["after"] == pytest.approx(sum(each["after"] for each in below), abs=0.005)
    assert lines(filled_home, *SINCE, "--theme", "budget", "--list")


def test_what_nobody_had_published_then_is_told(filled_home: Path) -> None:
    shown = run(filled_home, *SINCE, "--known", "then")
    assert shown.exit_code == 0, shown.output
    assert "ยังไม่มีการเผยแพร่" in shown.stderr


def test_closed_years_are_a_table_of_their_own(filled_home: Path) -> None:
    assert lines(filled_home, *SINCE, "--closed-years") == []


def test_what_is_no_day_is_refused(filled_home: Path) -> None:
    assert run(filled_home, "--from", "เมื่อวาน").exit_code == 2
