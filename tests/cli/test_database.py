import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from areamap.cli import areamap
from areamap.errors import StoreError
from areamap.store import Store
from tests.store.submissions import submission


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = Store(f"sqlite:///{tmp_path / 'home' / 'areamap.sqlite3'}")
    store.publish(submission())
    store.remember("lang", "th", by="malee")
    store.close()
    return tmp_path / "home"


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, ["database", *words, "--home", str(home)])


def test_a_whole_database_is_said_to_be_whole(home: Path) -> None:
    shown = run(home, "check", "--lang", "en")
    assert shown.exit_code == 0, shown.output
    assert "whole: 1 publications, 0 drafts" in shown.output


def test_a_database_that_is_not_whole_is_said_not_to_be(home: Path) -> None:
    connection = sqlite3.connect(home / "areamap.sqlite3")
    with connection:
        connection.execute('DELETE FROM "row" WHERE seq = 0')
    connection.close()
    shown = run(home, "check")
    assert shown.exit_code == 1
    assert isinstance(shown.exception, StoreError)
    assert shown.exception.key == "store_not_whole"


def test_a_backup_is_a_home_of_its_own(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "other" / "areamap.sqlite3"
    shown = run(home, "backup", str(file))
    assert shown.exit_code == 0, shown.output
    assert str(file) in shown.output
    assert run(file.parent, "check").exit_code == 0


def test_the_log_names_who_did_what(home: Path) -> None:
    shown = run(home, "log", "--format", "json", "--lang", "en")
    entries = json.loads(shown.output)
    assert [(each["by"], each["action"], each["subject"]) for each in entries] == [
        ("malee", "Changed a setting", "lang"),
        ("somchai", "Published", "publication 1"),
    ]
    assert json.loads(entries[1]["details"])["file_name"] == "สภา.xlsx"
    older = json.loads(run(home, "log", "--format", "json", "--before", "2").output)
    assert [each["id"] for each in older] == [1]
    assert [
        each["id"]
        for each in json.loads(run(home, "log", "--format", "json", "--limit", "1").output)
    ] == [2]
    assert "เผยแพร่" in run(home, "log").output
