"""What counting a list of persons costs, beside the usual way: `python -m bench.counting`."""

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from bench import machine, members, processes, table
from bench.figures import MEGABYTE

BEGIN: Final = "<!-- written by python -m bench.counting -->"
END: Final = "<!-- end of what python -m bench.counting writes -->"
ROWS: Final = 2_000_000
"""Lines of the list in a run of everything; as many as the usual way can take."""

_PAPER: Final = Path(__file__).parents[1] / "docs" / "performance.md"
_EVERY: Final = 0.05
_OURS: Final = "areamap count"
# The usual way knows no name that is cut off.
_SAME: Final = 0.995


@dataclass(frozen=True, slots=True)
class Way:
    """
    A way of counting.

    Attributes
    ----------
    name
        As shown.
    command
        Counts a list.
    encoding
        Of the list that it counts.
    """

    name: str
    command: tuple[str, ...]
    encoding: str


@dataclass(slots=True)
class Cost:
    """
    What a way took, one entry per run.

    Attributes
    ----------
    way
        Which.
    seconds, cpu_seconds
        Time on the clock and of the processor.
    peak_bytes
        Most memory of the process and its children together.
    members
        How many were counted.
    """

    way: Way
    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    peak_bytes: list[int] = field(default_factory=list)
    members: int = 0


def main() -> None:
    """Run as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench.counting", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="lines of the list")
    parser.add_argument("--rounds", type=int, default=3, help="times that it is counted")
    parser.add_argument("--alone", action="store_true", help="without the usual way")
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    told = parser.parse_args()
    run(told.rows, told.rounds, usual=not told.alone, dry=told.dry)


def run(rows: int, rounds: int, *, usual: bool = True, dry: bool = False) -> None:
    """Measure, print the table, and keep it in the docs unless dry."""
    load = machine.load()
    with tempfile.TemporaryDirectory(prefix="areamap-bench-") as folder:
        costs = measure(rows, rounds, Path(folder), usual=usual)
        sizes = [path.stat().st_size / MEGABYTE for path in sorted(Path(folder).glob("*.csv"))]
    day = dt.datetime.now().astimezone().date()
    weight = " and ".join(f"{size:,.0f} MB" for size in sizes)
    busy = f"Load of the machine in the minute before: {load:.1f}."
    content = "\n\n".join(
        [
            f"Measured on {day}: {machine.description(packages=('duckdb', 'pandas'))}",
            f"A list of {rows:,} lines ({weight}), {rounds} rounds. {busy}",
            shown(costs),
        ]
    )
    sys.stdout.write(content + "\n")
    if not dry:
        table.put(_PAPER, content, BEGIN, END)


def measure(rows: int, rounds: int, folder: Path, *, usual: bool = True) -> list[Cost]:
    """
    Count one list in every way, round by round so that a busy minute hits all.

    Parameters
    ----------
    rows
        How long the list is.
    rounds
        How often it is counted.
    folder
        Where the lists are written.
    usual
        Whether to count in the usual way too.

    Raises
    ------
    RuntimeError
        A way failed, or two ways count differently.
    """
    ways = _ways(folder, usual=usual)
    for encoding in dict.fromkeys(way.encoding for way in ways):
        members.write(_list(folder, encoding), rows, encoding=encoding)
    costs = [Cost(way) for way in ways]
    for _ in range(rounds):
        for cost in costs:
            _count(cost)
    found = [cost.members for cost in costs]
    if min(found) < _SAME * max(found):
        raise RuntimeError(f"not the same: {[(cost.way.name, cost.members) for cost in costs]}")
    return costs


def shown(costs: Sequence[Cost]) -> str:
    """Return one row per way, with how many times our time and memory it takes."""
    ours = next(cost for cost in costs if cost.way.name == _OURS)
    rows = [
        [
            cost.way.name,
            table.spread(cost.seconds),
            table.spread(cost.cpu_seconds),
            f"{median(cost.peak_bytes) / MEGABYTE:,.0f}",
            f"{median(cost.seconds) / median(ours.seconds):.2f} ×",
            f"{median(cost.peak_bytes) / median(ours.peak_bytes):.2f} ×",
        ]
        for cost in costs
    ]
    head = ["way", "s", "CPU s", "peak memory, MB", "time to ours", "memory to ours"]
    return table.markdown(head, rows)


def _ways(folder: Path, *, usual: bool) -> list[Way]:
    def ours(name: str, encoding: str) -> Way:
        command = (sys.executable, "-m", "areamap.cli", "count", "fund")
        asked = (str(_list(folder, encoding)), "--json", "--home", str(folder / "home"))
        return Way(name, (*command, *asked), encoding)

    def pandas(name: str, how: str) -> Way:
        script = str(Path(__file__).with_name("naive_count.py"))
        return Way(
            name, (sys.executable, script, str(_list(folder, "utf-8")), how, "utf-8"), "utf-8"
        )

    ways = [ours(_OURS, "utf-8"), ours(f"{_OURS}, CP874", "cp874")]
    if usual:
        ways += [pandas("pandas", "all"), pandas("pandas, only the columns", "columns")]
    return ways


def _list(folder: Path, encoding: str) -> Path:
    return folder / f"members-{encoding}.csv"


def _count(cost: Cost) -> None:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        since = time.monotonic()
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
        process = subprocess.Popen(cost.way.command, stdout=out, stderr=said, env=environment)
        peak = 0
        while True:
            peak = max(peak, _resident(process.pid))
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(_EVERY)
        cost.seconds.append(time.monotonic() - since)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said.seek(0)
        if process.returncode:
            raise RuntimeError(f"{cost.way.name}: {said.read().decode(errors='replace')}")
        told = json.loads(out.read())
    cost.cpu_seconds.append(used.ru_utime + used.ru_stime)
    cost.peak_bytes.append(peak)
    cost.members = told["members"] if "members" in told else told["lines_by_state"]["matched"]


def _resident(pid: int) -> int:
    try:
        return processes.resident_bytes(pid)
    except (FileNotFoundError, ProcessLookupError, IndexError):
        # One of them has just ended.
        return 0


if __name__ == "__main__":
    main()
