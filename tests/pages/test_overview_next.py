"""What the overview says beside its map, without a browser."""

from datetime import date
from pathlib import Path

import pytest

from areamap import settings
from areamap.calendar import fiscal_year
from areamap.places.levels import Level
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/overview.py")


def test_the_answer_and_the_ranking_are_those_of_the_workspace(
    sample_home: Path, page: Page
) -> None:
    app = page(scope="30", basis="authority")
    today = date.today()  # noqa: DTZ011
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("council", as_of=today)
    row = snapshot.coverage(Level.PROVINCE, basis="authority", within="30").loc["30"]
    said = texts(app)
    assert f"<b>{row['covered']:,} จาก {row['areas']:,} อปท.มีสภาองค์กรชุมชน</b>" in said
    below = snapshot.coverage(Level.DISTRICT, basis="authority", within="30")
    lowest = below[below["areas"] > 0].sort_values(["coverage_pct", "gap"], ascending=[True, False])
    code = lowest.index[0]
    label = app.button(key=f"rank_{code}").label.replace("\\", "")
    assert f"({lowest['covered'].iloc[0]}/{lowest['areas'].iloc[0]})" in label
    app.button(key=f"rank_{code}").click().run()
    assert told(app)["scope"] == code


def test_all_areas_are_ranked_when_asked_for(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert sum(str(each.key).startswith("rank_") for each in app.button) == 6
    app.checkbox(key="ranking_all_19").check().run()
    assert sum(str(each.key).startswith("rank_") for each in app.button) == 13


def test_money_has_an_answer_and_no_ranking(sample_home: Path, page: Page) -> None:
    app = page(scope="19", theme="budget", lang="en")
    assert "a budget of" in texts(app)
    assert not any(str(each.key).startswith("rank_") for each in app.button)


def test_nothing_published_has_an_answer_that_says_so(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert "<b>ยังไม่ทราบ</b>" in texts(app)


def test_a_year_that_runs_is_not_held_against_a_whole_one(sample_home: Path, page: Page) -> None:
    year = fiscal_year(date.today())  # noqa: DTZ011
    said = texts(page(scope="19", theme="budget", fy=str(year)))
    assert f"ปีงบประมาณ {year} ยังไม่สิ้นสุด" in said
    assert "เทียบกับปีงบประมาณ" not in said
