"""What the documents of many provinces cost, made in one go: `python -m bench.briefs`."""

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from areamap import settings
from areamap.workspace import Workspace
from bench import machine, table
from bench.figures import MEGABYTE
from bench.homes import REFERENCE, take_in

BEGIN: Final = "<!-- written by python -m bench.briefs -->"
END: Final = "<!-- end of what python -m bench.briefs writes -->"
AREA: Final = "codi-central-west"
"""Thirteen provinces."""
TO_REACH: Final = 90.0
"""Seconds on two cores."""

_PAPER: Final = Path(__file__).parents[1] / "docs" / "performance.md"
_QUIET: Final = 0.5
_PACKAGES: Final = ("matplotlib", "python-pptx", "python-docx", "pandas", "shapely")


@dataclass(frozen=True, slots=True)
class Cost:
    """
    What a set took.

    Attributes
    ----------
    documents, provinces, bytes_
        How many documents of how many provinces, and their size together.
    seconds, cpu_seconds
        Time on the clock and of the processor, all processes together.
    """

    documents: int
    provinces: int
    bytes_: int
    seconds: float
    cpu_seconds: float


def main() -> None:
    """Run as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench.briefs", description=__doc__)
    parser.add_argument("--area", default=AREA, help="whose provinces")
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    told = parser.parse_args()
    run(told.area, dry=told.dry)


def run(area: str = AREA, *, dry: bool = False) -> None:
    """Measure, print the table, and keep it in the docs unless dry."""
    with tempfile.TemporaryDirectory(prefix="areamap-bench-") as folder:
        is_true = filled(Path(folder) / "home")
        before = machine.load()
        cost = measure(area, Path(folder) / "home", Path(folder) / "set")
        after = machine.load()
    content = report(area, cost, (before, after), is_true=is_true)
    sys.stdout.write(content + "\n")
    if not dry:
        table.put(_PAPER, content, BEGIN, END)


def filled(home: Path) -> bool:
    """Fill a home with the sample registers and, where they are there, the true boundaries."""
    is_true = REFERENCE.is_file()
    if is_true:
        take_in(REFERENCE, home, "tha_admbnda_adm3")
    Workspace.open(settings.load(home)).load_sample()
    return is_true


def measure(area: str, home: Path, folder: Path) -> Cost:
    """
    Make slides, report and workbook of every province of an area, as people do.

    Raises
    ------
    RuntimeError
        A document could not be made.
    """
    command = (sys.executable, "-m", "areamap.cli", "briefs", area, "-o", str(folder))
    since = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            (*command, "--home", str(home)), stdout=subprocess.DEVNULL, stderr=said
        )
        # Of the process and of those that it waited for.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode:
            raise RuntimeError(f"briefs {area}: {said.read().decode(errors='replace')}")
    files = sorted(folder.iterdir())
    return Cost(
        documents=len(files),
        provinces=len({file.name[:2] for file in files}),
        bytes_=sum(file.stat().st_size for file in files),
        seconds=time.monotonic() - since,
        cpu_seconds=used.ru_utime + used.ru_stime,
    )


def report(area: str, cost: Cost, load: tuple[float, float], *, is_true: bool) -> str:
    """Return what a run found, as Markdown."""
    day = dt.datetime.now().astimezone().date()
    ground = "the true boundaries" if is_true else "the schematic map (no reference file)"
    held = "✓" if cost.seconds <= TO_REACH else "✗"
    rows = [
        [
            area,
            f"{cost.provinces}",
            f"{cost.documents}",
            f"{cost.bytes_ / MEGABYTE:.1f}",
            f"{cost.seconds:.0f} {held}",
            f"{cost.cpu_seconds:.0f}",
            f"{cost.cpu_seconds / cost.provinces:.1f}",
        ]
    ]
    head = ["area", "provinces", "documents", "MB", "s (≤ 90)", "CPU s", "CPU s per province"]
    done = (
        f"Sample registers, {ground}. Load of the machine in the minute before: {load[0]:.1f}, in "
        f"the last minute: {load[1]:.1f}, our own processes with it"
    )
    done += "." if load[0] < _QUIET else "; it was busy, so the seconds are not to be trusted."
    measured = f"Measured on {day}: {machine.description(packages=_PACKAGES)}"
    return "\n\n".join([measured, done, table.markdown(head, rows)])


if __name__ == "__main__":
    main()
