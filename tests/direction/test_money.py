"""Where money came, and where it never did; the terminal and the page say the same."""

from pathlib import Path

from click.testing import CliRunner
from pandas import DataFrame, Index

from areamap import settings
from areamap.cli import areamap
from areamap.direction import money
from areamap.places.levels import Level
from areamap.workspace import Workspace


def test_how_a_tambon_stands_by_hand() -> None:
    cut = DataFrame(
        {
            "area_code": ["190101", "190101", "190102", "A1", "19", "190104"],
            "placed_at": ["tambon", "tambon", "tambon", "authority", "province", "tambon"],
            "fiscal_year": [2565, 2566, 2564, 2565, 2566, 2567],
            "amount_baht": [10.0, 5.5, 1.0, 3.0, 9.0, 2.0],
        }
    ).astype({"fiscal_year": "Int64"})
    pieces = DataFrame(
        {"tambon_code": ["190103", "190102", "190104"], "authority_code": ["A1", "A1", "A2"]}
    )
    tambons = Index(["190101", "190102", "190103", "190104", "190105"], name="area_code")
    found = money.reached(cut, tambons, pieces, 2566)
    # 190104 has money only later; 190103 lies in an authority that has some.
    assert found["state"].tolist() == ["this_year", "earlier", "maybe", "never", "never"]
    assert found.loc["190101", "amount_baht"] == 15.5
    assert found["last_year"].tolist()[:2] == [2566, 2564]
    assert found["last_year"].isna().tolist()[2:] == [True, True, True]


def test_sums_are_those_of_the_budget(sample_home: Path) -> None:
    snapshot = Workspace.open(settings.load(sample_home)).snapshot("budget")
    whole = snapshot.budget(Level.PROVINCE, within="upper-central", fiscal_year=2566)
    found = money.of_areas(snapshot, Level.PROVINCE, within="upper-central", fiscal_year=2566)
    parts = found[["codi_baht", "partners_baht", "unnamed_baht"]].sum().sum()
    above = whole.loc[whole["placed_at"] != "province", "amount_baht"].sum()
    assert round(parts + found.attrs["unplaced_baht"], 2) == round(whole["amount_baht"].sum(), 2)
    assert round(found.attrs["unplaced_baht"], 2) == round(above, 2)
    # What was said at the forum of Saraburi: all of it is CODI's.
    assert found.loc["19", "codi_baht"] == 6_749_210
    assert found.loc["19", "leverage_ratio"] == 0
    spent = money.planned_and_spent(snapshot, "19").loc[2566]
    assert spent["granted_baht"] == 6_749_210
    assert spent["granted_of_spent_baht"] <= 6_749_210
    assert spent["spent_lines"] <= spent["lines"]


def test_the_terminal_gives_it(sample_home: Path) -> None:
    home = ["--home", str(sample_home)]
    told = CliRunner().invoke(
        areamap,
        [*home, "leverage", "--in", "ภาคกลางตอนบน", "--fiscal-year", "2566", "--format", "csv"],
    )
    assert told.exit_code == 0, told.output
    assert "6749210" in told.stdout.replace(",", "").replace(".00", "")
    side = CliRunner().invoke(
        areamap, [*home, "compare", "budget", "--per", "head", "--by", "cluster"]
    )
    assert side.exit_code == 0, side.output
    assert "upper-central" in side.stdout
