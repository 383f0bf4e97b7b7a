"""Who does what where, by hand; the terminal and the page say the same."""

from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from pandas import DataFrame, Index, Series

from areamap import settings
from areamap.briefs.sentences import work_lines as words
from areamap.cli import areamap
from areamap.direction import work as works
from areamap.direction.work import Work
from areamap.measures.integration import LINES
from areamap.measures.presence import COLUMNS
from areamap.places.levels import Level
from areamap.workspace import Workspace
from tests.quality.homes import council, publish

TAMBONS = Index(["190101", "190102", "190201"], name="area_code")
PLACES = Series(["1901", "1901", "1902"], index=TAMBONS)


def found() -> Work:
    """A council in two tambons, CODI's work for welfare in one, nothing known of land."""
    index = DataFrame("none", index=TAMBONS, columns=[str(line) for line in LINES])
    index["council"] = ["at_work", "at_work", "none"]
    index.loc["190101", "welfare"] = "at_work"
    index["land"] = "unknown"
    index["work_lines"] = pd.array([2, 1, pd.NA], dtype="Int64")
    index["unknown_lines"] = 1
    records = DataFrame(
        [
            ("190101", "codi", ("welfare",), "activity", True, "ongoing", None),
            ("190101", "codi", ("welfare", "council"), "budget", True, "", 100.0),
            ("190102", "codi", ("council",), "budget", True, "", 50.25),
            ("190201", "พมจ.", ("welfare",), "activity", False, "planned", None),
            ("190201", "", (), "activity", True, "done", None),
        ],
        columns=COLUMNS,
    ).astype({"amount_baht": "float64", "agency": "str", "area_code": "str"})
    return Work(index, records)


def test_cells_by_hand() -> None:
    grid = works.cells(found(), PLACES)
    assert len(grid) == 2 * len(LINES)
    council_ = grid.loc[("1901", "council")]
    assert council_[["areas", "at_work", "none", "unknown", "agencies"]].tolist() == [2, 2, 0, 0, 1]
    # the baht of a line of several work lines are of neither
    assert council_["amount_baht"] == 50.25
    welfare = grid.loc[("1901", "welfare")]
    assert welfare[["at_work", "activities", "planned", "agencies"]].tolist() == [1, 1, 0, 1]
    assert pd.isna(welfare["amount_baht"])
    assert grid.loc[("1902", "welfare"), ["activities", "planned", "agencies"]].tolist() == [
        0,
        1,
        0,
    ]
    assert grid.loc[("1902", "land"), "unknown"] == 1


def test_areas_by_hand() -> None:
    areas = works.by_area(found(), PLACES)
    assert areas.loc["1901", ["areas", "known", "no_line"]].tolist() == [2, 2, 0]
    assert areas.loc["1901", "mean_lines"] == 1.5
    assert areas["known"].tolist() == [2, 0]
    assert areas["mean_lines"].isna().tolist() == [False, True]


def test_what_is_not_recorded_of_an_agency_is_not_none() -> None:
    own = found().of_agency("codi").index
    assert own["work_lines"].tolist()[:2] == [2, 1]
    assert own["work_lines"].isna().tolist() == [False, False, True]
    assert own.loc["190102", "welfare"] == "unknown"
    assert found().of_agency("พมจ.").index["work_lines"].isna().all()


def test_sentences_by_hand() -> None:
    said = words.answer("จ.ก", found(), "th")
    assert "เฉลี่ย **1.5 จาก 7** ต่อตำบล (2 จาก 3 ตำบลที่ทราบ)" in said
    assert "**สภาองค์กรชุมชน** ใน 2 ตำบล" in said
    assert "**codi** is recorded at work in **2 of 3 tambons**" in words.of_agency(
        "A", "codi", found().of_agency("codi"), "en"
    )
    assert "not known" in words.of_line("A", "land", found().index, "en")
    worked = words.worked("ก", found().index.iloc[0], "en")
    assert worked[-1] == "Together: ก has at least 2 of 7 work lines (1 more not known)"
    assert "Economy and community capital: not recorded" in worked


def test_an_activity_counts_in_the_index_of_a_real_home(tmp_path: Path) -> None:
    opened = Workspace.open(settings.load(tmp_path))
    publish(opened.store, "council", council("190406"))
    before = opened.snapshot("integration").integration(within="1904")
    assert before.loc["190406", "work_lines"] == 1
    told = {"area_code": "190406", "agency": "พอช.", "work_line": "ที่ดินทำกิน"}
    publish(opened.store, "activity", {**told, "fiscal_year": 2568, "record_status": "done"})
    after = Workspace.open(settings.load(tmp_path)).snapshot("integration")
    assert after.integration(within="1904").loc["190406", "work_lines"] == 2
    assert after.integration(within="1904").loc["190405", "land"] == "none"


@pytest.fixture(scope="session")
def opened(filled_home: Path) -> Workspace:
    """Open the sample, which these tests only read."""
    return Workspace.open(settings.load(filled_home))


def told(home: Path, *words_: str) -> DataFrame:
    shown = CliRunner().invoke(areamap, ["--home", str(home), *words_, "--format", "csv"])
    assert shown.exit_code == 0, shown.output
    return pd.read_csv(StringIO(shown.stdout), dtype={"area_code": "str"})


def test_the_terminal_gives_what_the_page_shows(filled_home: Path, opened: Workspace) -> None:
    snapshot = opened.snapshot("integration")
    own = works.work(snapshot, "19")
    lines = told(filled_home, "integration", "--in", "สระบุรี").set_index("area_code")
    assert lines["work_lines"].sum() == own.index["work_lines"].sum()
    cells = works.cells(own, works.places(snapshot, Level.DISTRICT, "19"))
    by = told(filled_home, "integration", "--in", "19", "--by", "district")
    assert by["at_work"].tolist() == cells["at_work"].tolist()
    agencies = told(filled_home, "integration", "--in", "19", "--of", "agencies")
    assert agencies.loc[0, "agency"] == "codi"
    assert len(told(filled_home, "integration", "--in", "19", "--of", "pairs")) == 21
    codi = told(filled_home, "integration", "--in", "19", "--agency", "codi")
    assert int(codi["work_lines"].notna().sum()) <= int(agencies.loc[0, "tambons"])


def test_the_terminal_gives_agreements_plans_and_targets(
    filled_home: Path, opened: Workspace
) -> None:
    assert told(filled_home, "agreements", "--in", "19")["area_code"].tolist() == (
        opened.direction.agreements("19")["area_code"].tolist()
    )
    late = told(filled_home, "plans", "--in", "19")
    assert bool(late["is_late"].iloc[0])
    goals = told(filled_home, "targets", "--in", "19")
    assert goals["course"].tolist() == opened.direction.targets("19")["course"].tolist()
