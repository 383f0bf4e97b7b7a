"""Measure, print the tables, keep them in `docs/performance.md`: `python -m bench`."""

import argparse
import datetime as dt
import tempfile
from pathlib import Path
from typing import Final

from bench import counting, pages, table
from bench.run import Outcome, Plan, run

_QUIET: Final = 0.5
_PAPER: Final = Path(__file__).parents[1] / "docs" / "performance.md"


def main() -> None:
    """Run as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="times that every app is opened")
    parser.add_argument("--changes", type=int, default=4, help="changes of theme per round")
    parser.add_argument("--viewers", type=int, default=8, help="further viewers for the memory")
    parser.add_argument(
        "--schematic",
        action="store_true",
        help="hexagons for all, as where the reference file is missing",
    )
    parser.add_argument(
        "--people", type=int, default=counting.ROWS, help="lines of the list of persons"
    )
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    told = parser.parse_args()
    plan = Plan(told.rounds, told.changes, told.viewers, reference=not told.schematic)
    with tempfile.TemporaryDirectory(prefix="areamap-bench-") as folder:
        outcome = run(plan, Path(folder))
    content = report(outcome, plan)
    print(content)
    if not told.dry:
        table.put(_PAPER, content)
    pages.run(told.rounds, dry=told.dry)
    counting.run(told.people, told.rounds, dry=told.dry)


def report(outcome: Outcome, plan: Plan) -> str:
    """Return everything that a run found, as Markdown."""
    day = dt.datetime.now().astimezone().date()
    areas = (
        "Areas: the tambons of the reference file."
        if outcome.is_reference
        else "The reference file of boundaries was missing: all maps show the hexagons."
    )
    done = (
        f"{plan.rounds} rounds, {plan.changes} changes of theme in each, {plan.viewers} further "
        f"viewers. {areas} Load of the machine in the minute before: {outcome.load:.1f}"
    )
    done += "." if outcome.load < _QUIET else "; it was busy, so the seconds are not to be trusted."
    parts = [
        f"Measured on {day}: {outcome.machine}",
        done,
        "### Figures to reach",
        table.targets(outcome.naive, outcome.empty, outcome.ours),
        "### Figures",
        table.figures([outcome.empty, outcome.component, outcome.naive, *outcome.ours]),
        "### Taking boundary files in",
        table.intakes(outcome.intakes),
    ]
    return "\n\n".join(parts)


if __name__ == "__main__":
    main()
