"""One place in a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from areamap import settings
from areamap.briefs.sentences import place
from areamap.cli import areamap
from areamap.workspace import Workspace
from tests.homes import filled_home

__all__ = ["filled_home"]


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, ["profile", *words, "--home", str(home)])


def test_it_tells_every_sentence_and_source(filled_home: Path) -> None:
    shown = run(filled_home, "190406")
    assert shown.exit_code == 0, shown.output
    found = Workspace.open(settings.load(filled_home)).direction.profile("190406")
    for sentences in place.said(found, "th").values():
        for each in sentences:
            assert each in shown.stdout
    assert "ข้อมูลตัวอย่าง" in shown.stderr
    assert "recipe.toml" in shown.stdout


def test_json_holds_the_figures(filled_home: Path) -> None:
    shown = run(filled_home, "ต.เจริญธรรม จ.สระบุรี", "--format", "json", "--lang", "en")
    assert shown.exit_code == 0, shown.output
    told = json.loads(shown.stdout)
    assert told["area_code"] == "190406"
    assert told["states"][0]["state"] == "registered"
    assert told["money"][0]["amount_baht"] == 73_250.0
    assert told["is_sample"] is True


@pytest.mark.parametrize("word", ["999999", "สระบุรี"])
def test_what_is_no_tambon_is_refused(filled_home: Path, word: str) -> None:
    shown = run(filled_home, word)
    assert shown.exit_code == 1
