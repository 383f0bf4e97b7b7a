"""Counts of a list are published like any register, and its persons nowhere."""

from pathlib import Path

from areamap import settings as app_settings
from areamap.counting import table
from areamap.workspace import Workspace
from tests.counting import people
from tests.counting.people import person

NAME, NUMBER = "สมมุติ", "0123456789012"


def list_of_members(folder: Path) -> Path:
    return people.write(
        folder,
        [*[person(saved="10")] * 3, *[person(people.RUA_YAI)] * 2, person(state="ลาออก"), ["x"]],
    )


def test_counts_are_published_and_say_what_list_they_are_of(tmp_path: Path) -> None:
    home = Workspace.open(app_settings.load(tmp_path / "home"))
    counted = home.counting.count("fund", list_of_members(tmp_path), fiscal_year=2566)
    publication = home.publish(counted.draft, by="ก", leave_open=True, details=counted.details())
    assert publication.details["list"] == "fund-members"
    assert publication.details["lines"] == 7
    assert publication.details["lines_by_state"] == counted.states
    rows = home.rows(publication).set_index("area_code")
    assert rows.loc["190406", "members"] == 3
    assert rows.loc["190406", "fiscal_year"] == 2566
    assert rows.loc["190406", "from_members_baht"] == 30
    assert sorted(rows["status"]) == ["ignored", "matched", "rejected", "suggested"]
    for file in (tmp_path / "home").rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert NAME.encode() not in content, file
            assert NUMBER.encode() not in content, file


def test_a_source_that_people_taught_needs_no_decision(tmp_path: Path) -> None:
    home = Workspace.open(app_settings.load(tmp_path / "home"))
    key = "province=กาญจนบุรี / tambon=รั้วใหญ่"
    home.store.aliases.remember("พมจ.", "fund", {key: "720102"}, "สมศรี")
    path = list_of_members(tmp_path)
    assert home.counting.count("fund", path).states["suggested"] == 2
    taught = home.counting.count("fund", path, source="พมจ.")
    assert taught.states["suggested"] == 0
    assert "720102" in set(taught.draft.rows["area_code"])


def test_the_table_comes_back_as_the_same_register(tmp_path: Path) -> None:
    home = Workspace.open(app_settings.load(tmp_path / "home"))
    counted = home.counting.count("fund", list_of_members(tmp_path), fiscal_year=2566)
    table.write(counted, tmp_path / "table.csv")
    again = home.check("fund", tmp_path / "table.csv")
    columns = ["status", "area_code", "members", "from_members_baht", "fiscal_year"]
    first = counted.draft.rows[counted.draft.rows["status"].isin(["matched", "suggested"])]
    read = again.rows[again.rows["status"] != "ignored"]
    assert read[columns].astype(str).to_numpy().tolist() == (
        first[columns].astype(str).to_numpy().tolist()
    )
    text = (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    assert NAME not in text


def test_the_import_page_knows_the_table_for_what_it_is(tmp_path: Path) -> None:
    home = Workspace.open(app_settings.load(tmp_path / "home"))
    members = people.write(tmp_path, [*[person()] * 3, person(people.RUA_YAI)])
    table.write(home.counting.count("fund", members), tmp_path / "counted.csv")
    (file,) = home.imports.receive("counted.csv", tmp_path / "counted.csv")
    assert home.imports.look(file).registers[0][0] == "fund"
    kept = home.imports.begin(file, by="สมศรี")
    counts = home.imports.work(kept.id).draft.counts()
    assert (counts["matched"], counts["suggested"], counts["rejected"]) == (1, 1, 0)
