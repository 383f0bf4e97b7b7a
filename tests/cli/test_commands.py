import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from areamap.cli import areamap

ROOT = Path(__file__).parents[2]


def commands(group: click.Group, *names: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *names, name)
        else:
            yield (*names, name)


@pytest.mark.parametrize("words", list(commands(areamap)), ids=" ".join)
def test_every_command_is_told_in_its_help_and_in_the_manual(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(areamap, [*words, "--help"])
    assert shown.exit_code == 0
    assert "--home" in shown.output
    manual = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert f"areamap {' '.join(words)}" in manual


@pytest.mark.parametrize("before", [True, False])
def test_home_may_stand_before_or_after_the_command(before: bool, tmp_path: Path) -> None:
    home = ["--home", str(tmp_path / "home")]
    words = ["history", "--format", "json"]
    shown = CliRunner().invoke(areamap, [*home, *words] if before else [*words, *home])
    assert shown.exit_code == 0, shown.output
    assert json.loads(shown.output) == []
    assert (tmp_path / "home" / "areamap.sqlite3").is_file()


def test_day_is_read_as_people_write_it(tmp_path: Path) -> None:
    words = ["coverage", "--theme", "council", "--by", "country", "--format", "json"]
    for day in ("2566-09-30", "30/9/2566", "30 ก.ย. 66", "2023-09-30"):
        shown = CliRunner().invoke(areamap, [*words, "--as-of", day, "--home", str(tmp_path)])
        assert shown.exit_code == 0, shown.output
    wrong = CliRunner().invoke(areamap, [*words, "--as-of", "someday", "--home", str(tmp_path)])
    assert wrong.exit_code == 2
    assert "someday" in wrong.output


def test_list_of_gaps_goes_into_a_workbook(tmp_path: Path) -> None:
    home = ["--home", str(tmp_path / "home")]
    assert CliRunner().invoke(areamap, ["sample", "load", *home]).exit_code == 0
    words = ["gaps", "--theme", "council", "--in", "72", "--format", "xlsx", *home]
    assert CliRunner().invoke(areamap, words).exit_code == 2
    shown = CliRunner().invoke(areamap, [*words, "-o", str(tmp_path / "gaps.xlsx")])
    assert shown.exit_code == 0, shown.output
    assert (tmp_path / "gaps.xlsx").read_bytes().startswith(b"PK")


def test_file_that_cannot_be_written_is_said_in_both_languages(tmp_path: Path) -> None:
    words = ["gaps", "--theme", "council", "--home", str(tmp_path / "home")]
    for more in (["-o", "/nowhere/a.csv"], ["--format", "xlsx", "-o", "/nowhere/a.xlsx"]):
        done = subprocess.run(
            [sys.executable, "-m", "areamap.cli", *words, *more],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "เปิดหรือเขียนไฟล์" in done.stderr
        assert "can't be opened or written" in done.stderr


@pytest.mark.parametrize(
    "words", [["coverage", "--by", "nonsense"], ["coverage"], ["--nonsense"], ["nonsense"]]
)
def test_a_command_that_is_written_wrong_is_told_in_thai_too(words: list[str]) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "areamap.cli", *words], capture_output=True, text=True, check=False
    )
    assert shown.returncode == 2
    assert "คำสั่งนี้เขียนไม่ถูก ดูวิธีใช้ด้วย areamap" in shown.stderr
    assert "Error: " in shown.stderr
    assert "Traceback" not in shown.stderr
