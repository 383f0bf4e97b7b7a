"""The tables: every figure of every app, judged against naive and floor."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import table
from bench.figures import TARGETS, Figures
from bench.film import Repaint
from bench.homes import Intake

EMPTY = Figures(
    app="empty page",
    cold=(1.0, 3.0, 2.0),
    warm=(0.4,),
    changes=(Repaint(0.2, 0.0, 0),),
    server_first=2.0,
    server_change=0.2,
    first_bytes=2e6,
    change_bytes=2e3,
    change_cpu=0.002,
    viewer_bytes=1e5,
)
NAIVE = replace(
    EMPTY,
    app="naive",
    cold=(9.0,),
    changes=(Repaint(6.0, 2.0, 4),),
    first_bytes=12e6,
    change_bytes=6e6,
    change_cpu=2.0,
    viewer_bytes=2e7,
    keeps_view=False,
)
GOOD = replace(
    EMPTY,
    app="true map",
    changes=(Repaint(0.22, 0.0, 0), Repaint(0.24, 0.0, 0)),
    first_bytes=2.5e6,
    change_bytes=2.5e4,
    change_cpu=0.01,
    viewer_bytes=8e5,
    keeps_view=True,
    own_bytes=4e5,
    paint=0.03,
)


def lines(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]


def test_every_target_is_judged_for_every_app() -> None:
    head, _, *rows = lines(table.targets(NAIVE, EMPTY, [GOOD, NAIVE]))
    assert head == ["figure", "to reach", "true map", "naive"]
    assert len(rows) == len(TARGETS)
    assert all(row[2].endswith("✓") for row in rows), rows
    lost = [row[0] for row in rows if row[3].endswith("✗")]
    assert "view at a change" in lost
    assert "changes with a blank map" in lost
    assert "change of theme" in lost


def test_ratios_are_what_they_say() -> None:
    rows = {(row[0], row[1]): row[2] for row in lines(table.targets(NAIVE, EMPTY, [GOOD]))}
    assert rows["change of theme", "≥ 25 × faster than naive"] == "26.1 × ✓"
    without_paint = "change of theme, without the paint of the canvas"
    assert rows[without_paint, "≤ 1.3 × empty page"] == "1.00 × ✓"
    assert rows["first map, cold", "≥ 4 × faster than naive"] == "4.5 × ✓"
    above = "bytes at the first load above the empty page"
    assert rows[above, "≤ 7 % of naive"] == "5.00 % ✓"
    ours = "bytes at the first load, geometry and all else of ours"
    assert rows[ours, "≤ 7 % of naive"] == "4.00 % ✓"


def test_figures_are_medians_with_their_spread() -> None:
    head, _, *rows = lines(table.figures([EMPTY, NAIVE, GOOD]))
    cells = {row[0]: row[1:] for row in rows}
    assert head[1:] == ["empty page", "naive", "true map"]
    assert cells["first map, cold browser, s"][0] == "2.00 (1.00-3.00)"
    assert cells["view kept at a change"] == ["–", "no", "yes"]
    assert cells["changes with a blank map"] == ["0 of 1", "1 of 1", "0 of 2"]


def test_intakes_stand_with_their_units() -> None:
    told = Intake("full", 2_500_000, 90_000, 40_000_000, 900_000_000, 12.34, 11.0)
    head, _, row = lines(table.intakes([told]))
    assert row == ["full", "2,500,000", "40.0", "12.3", "11.0", "900", "90,000"]
    assert len(head) == len(row)


def test_only_what_stands_between_the_marks_is_replaced(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", encoding="utf-8")
    table.put(paper, "new")
    table.put(paper, "newer")
    text = paper.read_text(encoding="utf-8")
    assert text == f"before\n{table.BEGIN}\n\nnewer\n\n{table.END}\nafter\n"


def test_a_paper_without_a_place_is_left_alone(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("nothing here", encoding="utf-8")
    with pytest.raises(ValueError, match="place"):
        table.put(paper, "new")
    assert paper.read_text(encoding="utf-8") == "nothing here"


def test_the_paper_of_the_docs_has_a_place() -> None:
    paper = (Path(__file__).parents[2] / "docs" / "performance.md").read_text(encoding="utf-8")
    assert table.BEGIN in paper.partition(table.END)[0]
