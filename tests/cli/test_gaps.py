"""The terminal says of gaps what the page says, and sends nobody whom the page would not."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from areamap.cli import areamap
from areamap.measures.gaps import Rank
from areamap.ui import gaps_data, loaders
from tests.homes import filled_home, sample_home

__all__ = ["filled_home", "sample_home"]


def told(home: Path, *words: str) -> Result:
    return CliRunner().invoke(areamap, [*words, "--home", str(home)])


@pytest.mark.parametrize(("basis", "rank"), [("authority", "neighbours"), ("tambon", "vulnerable")])
def test_the_terminal_gives_the_figures_of_the_page(
    sample_home: Path, basis: str, rank: str
) -> None:
    words = ["gaps", "--theme", "fund", "--in", "สระบุรี", "--basis", basis, "--rank", rank]
    shown = told(sample_home, *words, "--mentors", "--format", "json")
    assert shown.exit_code == 0, shown.output
    lines = pd.DataFrame(json.loads(shown.stdout))
    key = loaders.asked("fund", None)
    page = gaps_data.found(gaps_data.asked(key), key, basis, "19")
    by = {"people": Rank.PEOPLE, "vulnerable": Rank.VULNERABLE, "neighbours": Rank.NEIGHBOURS}
    ranked = page.ranked(by[rank])
    assert lines["area_code"].tolist() == ranked.index.tolist()
    for column in ("population", "vulnerable", "neighbours", "neighbours_with"):
        assert lines[column].astype("Int64").tolist() == ranked[column].tolist()
    assert lines["neighbours_years"].tolist() == pytest.approx(
        ranked["neighbours_years"].tolist(), nan_ok=True
    )
    near = page.mentors[page.mentors["area_code"] == ranked.index[0]]
    assert lines["mentors"].iloc[0].count(";") == len(near) - 1
    assert lines["counterparts"].notna().all()


def test_somebody_is_sent_ticked_off_and_taken_back(sample_home: Path) -> None:
    code = json.loads(
        told(sample_home, "gaps", "--theme", "fund", "--in", "19", "--format", "json").stdout
    )[0]["area_code"]
    fund = ["--theme", "fund"]
    sent = told(sample_home, "assign", "to", code, "ทีม 1", "--due", "30/11/2569", *fund)
    assert sent.exit_code == 0, sent.output
    assert told(sample_home, "assign", "to", code, "ทีม 1", "--step", "done", *fund).exit_code == 0
    words = ["assign", "list", *fund, "--in", "19", "--format", "json"]
    line = json.loads(told(sample_home, *words).stdout)[0]
    assert (line["area_code"], line["assigned_to"], line["step"]) == (code, "ทีม 1", "done")
    assert line["due_on"] == date(2026, 11, 30).isoformat()
    assert told(sample_home, "assign", "take-back", code, *fund).exit_code == 0
    assert json.loads(told(sample_home, *words).stdout) == []
    again = told(sample_home, "assign", "take-back", code, *fund)
    assert again.exit_code != 0
    assert again.exception.key == "gaps_no_assignment"


def test_nobody_is_sent_where_there_is_one_and_no_person_anywhere(sample_home: Path) -> None:
    page = loaders.states(loaders.asked("fund", None), "tambon")["state"]
    has = str(page.index[page == "registered"][0])
    lacks = str(page.index[page == "none"][0])
    refused = told(sample_home, "assign", "to", has, "ทีม", "--theme", "fund")
    assert refused.exception.key == "gaps_not_a_gap"
    person = told(sample_home, "assign", "to", lacks, "นายสมชาย ใจดี", "--theme", "fund")
    assert person.exception.key == "assignment_person"


def test_a_list_goes_out_and_comes_back(sample_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    words = ["gaps", "--theme", "fund", "--in", "19", "--format", "xlsx", "-o", str(file)]
    assert told(sample_home, *words).exit_code == 0
    shown = told(sample_home, "assign", "read", str(file), "--theme", "fund", "--lang", "en")
    assert shown.exit_code == 0, shown.output
    assert "0 differ" in shown.stdout
    other = told(sample_home, "assign", "read", str(file), "--theme", "council")
    assert other.exception.key == "gaps_other_list"
