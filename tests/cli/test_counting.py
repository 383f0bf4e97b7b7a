"""Lists of persons on the command line: counted, reported, published."""

import json
from pathlib import Path

from click.testing import CliRunner

from areamap.cli import areamap
from tests.counting import people
from tests.counting.people import person


def run(tmp_path: Path, *words: str) -> str:
    shown = CliRunner().invoke(areamap, [*words, "--home", str(tmp_path / "home")])
    assert shown.exit_code == 0, shown.output
    return shown.stdout


def test_count_tells_what_became_of_every_line_and_publishes_nothing(tmp_path: Path) -> None:
    path = people.write(
        tmp_path, [*[person()] * 3, person(people.RUA_YAI), person(state="ตาย"), ["x"]]
    )
    report, table = tmp_path / "report.csv", tmp_path / "table.csv"
    words = ["--json", "--report", str(report), "--table", str(table)]
    told = json.loads(run(tmp_path, "count", "fund", str(path), *words))
    assert told["lines"] == told["records"] == 6
    assert told["lines_by_state"] == {
        "matched": 3,
        "suggested": 1,
        "ambiguous": 0,
        "unmatched": 0,
        "rejected": 1,
        "ignored": 1,
    }
    assert told["lines_refused"] == [7]
    assert told["dropped_columns"] == ["เลขประจำตัวประชาชน", "ชื่อ-สกุล"]
    assert "สมมุติ" not in report.read_text(encoding="utf-8-sig")
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 4
    assert json.loads(run(tmp_path, "history", "--format", "json")) == []


def test_counts_are_published_only_when_every_place_is_decided(tmp_path: Path) -> None:
    path = people.write(tmp_path, [*[person()] * 3, person(people.RUA_YAI)])
    words = ["publish", "fund", str(path), "--count", "--fiscal-year", "2566"]
    home = ["--home", str(tmp_path / "home")]
    refused = CliRunner().invoke(areamap, [*words, *home])
    assert refused.exit_code != 0
    run(tmp_path, *words, "--leave-open")
    (publication,) = json.loads(run(tmp_path, "history", "--format", "json"))
    assert publication["counts"] == "matched=1 suggested=1"


def test_the_counts_are_said_in_both_languages(tmp_path: Path) -> None:
    path = people.write(tmp_path, [person()])
    for lang, said in (("th", "รายชื่อสมาชิกกองทุน"), ("en", "Members of welfare funds")):
        words = ["count", "fund", str(path), "--lang", lang, "--home", str(tmp_path / "home")]
        assert said in CliRunner().invoke(areamap, words).stderr
