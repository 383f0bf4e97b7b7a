"""The list that is measured is what it says, and so is the table."""

import csv
from pathlib import Path

import pytest

from bench import counting, members
from bench.counting import Cost, Way


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_list_has_its_lines_and_nobody_on_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    members.write(path, 1000, encoding=encoding)
    with path.open(encoding=encoding, newline="") as file:
        head, *rows = csv.reader(file)
    assert tuple(head) == members.HEADINGS
    assert len(rows) == 1000
    assert all(len(row) == len(head) for row in rows)
    # No number of a citizen begins with 0.
    assert all(row[1].startswith("0") and len(row[1]) == 13 for row in rows)


def test_a_seed_makes_one_list(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        members.write(tmp_path / name, 500, seed=seed)
    one, same, other = ((tmp_path / name).read_bytes() for name in "abc")
    assert one == same != other


def test_members_of_one_household_live_in_one_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    members.write(path, 3000)
    with path.open(encoding="utf-8", newline="") as file:
        places = {(row[3], *row[4:7]) for row in list(csv.reader(file))[1:]}
    assert len(places) == len({household for household, *_ in places})


def test_the_table_tells_how_many_times_ours_each_way_takes() -> None:
    def cost(name: str, seconds: float, peak: int) -> Cost:
        return Cost(Way(name, (), "utf-8"), [seconds, seconds], [seconds], [peak])

    shown = counting.shown([cost("areamap count", 2.0, 10**8), cost("pandas", 5.0, 4 * 10**8)])
    _, _, ours, theirs = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in shown.splitlines()
    )
    assert ours[-2:] == ["1.00 ×", "1.00 ×"]
    assert theirs == ["pandas", "5.00 (5.00-5.00)", "5.00 (5.00-5.00)", "400", "2.50 ×", "4.00 ×"]


def test_the_paper_of_the_docs_has_a_place() -> None:
    paper = (Path(__file__).parents[2] / "docs" / "performance.md").read_text(encoding="utf-8")
    assert counting.BEGIN in paper.partition(counting.END)[0]
