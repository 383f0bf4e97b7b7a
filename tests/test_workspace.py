from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from areamap.errors import FileError, PublishError, StoreError
from areamap.places.levels import Level
from areamap.settings import Settings
from areamap.workspace import THEMES, Workspace

COUNCILS = """จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้ง
สระบุรี,วิหารแดง,เจริญธรรม,15/3/2559
สระบุรี,วิหารแดง,หนองหมู,1/10/2560
"""
ONE_OPEN = COUNCILS + "กาญจนบุรี,เมือง,รั้วใหญ่,15/3/2559\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    home = tmp_path / "home"
    return Workspace.open(Settings(home=home, database_url=f"sqlite:///{home / 'a.sqlite3'}"))


def councils(folder: Path, text: str = COUNCILS) -> Path:
    path = folder / "councils.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_fresh_home_knows_nothing_and_says_unknown(workspace: Workspace) -> None:
    coverage = workspace.snapshot("council").coverage(Level.COUNTRY)
    assert coverage.loc["TH", "unknown"] == coverage.loc["TH", "areas"] == 7436
    assert pd.isna(coverage.loc["TH", "coverage_pct"])


def test_published_rows_are_on_the_map(workspace: Workspace, tmp_path: Path) -> None:
    publication = workspace.publish(
        workspace.check("council", councils(tmp_path)), by="k", note="n"
    )
    assert (publication.created_by, publication.note) == ("k", "n")
    states = workspace.snapshot("council").states("tambon", "1904")["state"]
    assert states["190406"] == "registered"
    assert (states == "registered").sum() == 2


def test_open_rows_refuse_publication_unless_left_open(
    workspace: Workspace, tmp_path: Path
) -> None:
    draft = workspace.check("council", councils(tmp_path, ONE_OPEN))
    with pytest.raises(PublishError):
        workspace.publish(draft)
    assert workspace.store.history() == []
    workspace.publish(draft, leave_open=True)
    found = workspace.snapshot("council").states("tambon", "72").loc["720102"]
    assert tuple(found) == ("unknown", "open_row")


def test_nothing_joined_is_not_published(workspace: Workspace, tmp_path: Path) -> None:
    nowhere = councils(tmp_path, "จังหวัด,อำเภอ,ตำบล\nโลก,พระจันทร์,แอตแลนติส\n")
    with pytest.raises(PublishError):
        workspace.publish(workspace.check("council", nowhere), leave_open=True)


def test_a_row_refused_for_its_day_does_not_speak_of_its_tambon(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = councils(tmp_path, COUNCILS + "สระบุรี,หนองแค,โคกแย้,15/3/2650\n")
    workspace.publish(workspace.check("council", path))
    states = workspace.snapshot("council").states("tambon", "19")
    assert states.loc["190305", ["state", "unknown_because"]].tolist() == ["unknown", "open_row"]
    assert states.loc["190304", "state"] == "none"


def test_unknown_register_and_missing_file_are_said(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        workspace.check("councillors", councils(tmp_path))
    with pytest.raises(FileError):
        workspace.check("council", tmp_path / "nothing.xlsx")
    with pytest.raises(StoreError):
        workspace.roll_back(99)


def test_as_of_is_about_the_world(workspace: Workspace, tmp_path: Path) -> None:
    workspace.publish(workspace.check("council", councils(tmp_path)))
    before = workspace.snapshot("council", as_of=datetime(2017, 1, 1, tzinfo=UTC).date())
    states = before.states("tambon", "1904")["state"]
    assert states["190406"] == "registered"
    assert states["190401"] == "none"


def test_known_at_is_about_what_was_published(workspace: Workspace, tmp_path: Path) -> None:
    first = workspace.publish(workspace.check("council", councils(tmp_path)))
    fewer = councils(tmp_path, COUNCILS.splitlines()[0] + "\nสระบุรี,วิหารแดง,เจริญธรรม,15/3/2559\n")
    with pytest.raises(PublishError):
        workspace.publish(workspace.check("council", fewer))
    workspace.publish(workspace.check("council", fewer), confirm_shrink=True)
    now = workspace.snapshot("council").coverage(Level.DISTRICT, within="1904")
    then = workspace.snapshot("council", known_at=first.created_at)
    assert now.loc["1904", "covered"] == 1
    assert then.coverage(Level.DISTRICT, within="1904").loc["1904", "covered"] == 2


def test_roll_back_is_a_publication_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    first = workspace.publish(workspace.check("council", councils(tmp_path)))
    again = workspace.roll_back(first.id, by="k")
    assert again.rolled_back_from == first.id
    assert workspace.history()["rolled_back_from"].iloc[0] == first.id
    pd.testing.assert_frame_equal(workspace.rows(first), workspace.rows(again))


def test_first_look_has_a_sample_and_it_ends(workspace: Workspace) -> None:
    workspace.ensure_content()
    assert all(workspace.is_sample(theme) for theme in THEMES)
    coverage = workspace.snapshot("council").coverage(Level.PROVINCE, within="19")
    assert coverage.loc["19", "covered"] == 111
    workspace.clear_sample()
    assert not any(workspace.is_sample(theme) for theme in THEMES)
    workspace.ensure_content()
    assert not any(workspace.is_sample(theme) for theme in THEMES)


def test_sample_and_real_never_mix(workspace: Workspace, tmp_path: Path) -> None:
    workspace.ensure_content()
    workspace.publish(workspace.check("council", councils(tmp_path)))
    council, fund = workspace.snapshot("council"), workspace.snapshot("fund")
    assert not council.is_sample
    assert fund.is_sample
    assert set(council.publications) == {"council"}
    assert [str(basis) for basis in council.ground.bases] == ["tambon"]
    assert council.gaps(within="1904")["population"].isna().all()
    assert set(fund.publications) == {"fund", "authority", "population"}


def test_sample_of_every_register_ends_with_its_real_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.load_sample()
    others = ("activity", "agreement", "plan", "vulnerable", "published", "target")
    assert all(workspace.is_sample(register) for register in others)
    baht = {each.register: each.baht for each in workspace.store.history()}
    assert baht["published"] == baht["target"] == {}  # figures are no baht
    assert baht["fund"]["matched"] > 0
    path = tmp_path / "plans.csv"
    path.write_text("จังหวัด,แผน,ช่วงปี\nสระบุรี,แผนจังหวัด,2565-2569\n", encoding="utf-8")
    real = workspace.publish(workspace.check("plan", path))
    assert not workspace.is_sample("plan")
    assert workspace.is_sample("activity")
    found = workspace.store.in_force("plan", sample=False)
    assert found is not None
    assert found.id == real.id
    assert workspace.rows(found)["last_year"].dropna().tolist() == [2569]


def test_sample_does_not_come_by_itself_into_a_home_in_use(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.publish(workspace.check("council", councils(tmp_path)))
    workspace.ensure_content()
    assert not workspace.is_sample("fund")


def test_money_adds_up_whatever_the_level(workspace: Workspace) -> None:
    workspace.ensure_content()
    snapshot = workspace.snapshot("budget")
    totals = {
        level: snapshot.budget(level, within="19", fiscal_year=2566)["amount_baht"].sum()
        for level in (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)
    }
    assert {round(total, 2) for total in totals.values()} == {6_749_210.00}


def test_money_known_only_above_the_level_says_so(workspace: Workspace) -> None:
    workspace.ensure_content()
    money = workspace.snapshot("budget").budget(Level.TAMBON, within="19", fiscal_year=2566)
    above = money[money["placed_at"] == "province"]
    assert list(above.index) == ["19"]
    assert above["name_th"].iloc[0].startswith("สระบุรี (")


def test_integration_is_read_from_all_registers_of_one_world(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.ensure_content()
    sample = workspace.snapshot("integration")
    assert sample.is_sample
    lines = sample.integration(within="19")["work_lines"]
    assert lines.max() >= 2
    workspace.publish(workspace.check("council", councils(tmp_path)))
    real = workspace.snapshot("integration")
    assert not real.is_sample
    assert set(real.publications) == {"council"}
    assert real.integration(within="1904").loc["190406", "work_lines"] == 1


def test_part_of_an_area_is_not_taken_for_all_of_it(workspace: Workspace) -> None:
    workspace.ensure_content()
    snapshot = workspace.snapshot("council")
    cluster = snapshot.coverage(Level.CLUSTER, within="19")
    assert cluster.loc["upper-central", "areas"] == 111
    assert cluster.loc["upper-central", "name_th"] == "ภาคกลางตอนบน (เฉพาะในสระบุรี)"
    whole = snapshot.coverage(Level.PROVINCE, within="upper-central")
    assert whole.loc["19", "name_th"] == "สระบุรี"
