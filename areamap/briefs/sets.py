"""The documents of many areas at once, made by a few processes side by side."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, Final

from areamap.errors import BriefError
from areamap.i18n import Lang
from areamap.places import hierarchy
from areamap.places.groupings import Groupings
from areamap.places.hierarchy import Area
from areamap.places.levels import Level
from areamap.progress import Progress, quiet

KINDS: Final = {"slides": ".pptx", "report": ".docx", "workbook": ".xlsx"}
"""What is made of each area of a set."""

_WORKER: Final = ("-m", "areamap.cli.brief_worker")
_MOST: Final = 4
"""Processes; each holds the registers."""


@dataclass(frozen=True, slots=True)
class Made:
    """
    What became of a set.

    Attributes
    ----------
    files
        Those that were written, sorted.
    failed
        Names of those that were not, with what was said of each.
    """

    files: tuple[Path, ...]
    failed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """
    A set that is wanted.

    Attributes
    ----------
    home
        Folder of the data home.
    folder
        Where the files go; it is there.
    as_of
        The day; today where None.
    lang
        Language of the documents.
    """

    home: Path
    folder: Path
    as_of: date | None = None
    lang: Lang = "th"

    def file(self, area: Area, kind: str, suffix: str) -> Path:
        """Return where a document goes: code, name and kind, in letters that all systems take."""
        name = "".join(sign if sign.isalnum() else "-" for sign in area.name_en.lower())
        return self.folder / f"{area.code}-{name.strip('-')}-{kind}{suffix}"


def make(order: Order, areas: Sequence[Area], progress: Progress = quiet) -> Made:
    """
    Make slides, report and workbook of each area, in as many processes as there are cores.

    A document that can't be made does not stop the others.

    Parameters
    ----------
    order
        What is wanted.
    areas
        Of which areas.
    progress
        Told how far it is.
    """
    tasks: SimpleQueue[list[dict[str, str]]] = SimpleQueue()
    for area in areas:
        tasks.put([_task(order, area, kind, suffix) for kind, suffix in KINDS.items()])
    told = _Told(len(areas) * len(KINDS), progress)
    count = min(len(areas), os.cpu_count() or 1, _MOST)
    threads = [Thread(target=_work, args=(order, tasks, told)) for _ in range(count)]
    progress(0.0, "brief.doing_read")
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done = {Path(path) for path in told.done}
    return Made(tuple(sorted(done)), tuple(sorted(told.failed)))


def provinces(area: Area, groupings: Groupings, on: date) -> list[Area]:
    """
    Return the provinces of an area.

    Raises
    ------
    BriefError
        It is smaller than a province.
    """
    if area.level in {Level.TAMBON, Level.DISTRICT, Level.ZONE}:
        raise BriefError("brief_not_a_set", area=area.name_th)
    inside = hierarchy.tambons_of(area.code, groupings, on)
    codes = hierarchy.membership(Level.PROVINCE, groupings, on).reindex(inside).unique()
    return [hierarchy.find_area(str(code), groupings, on) for code in sorted(codes)]


def zipped(
    home: Path, areas: Sequence[Area], as_of: date, lang: Lang, progress: Progress = quiet
) -> bytes:
    """
    Return the documents of areas as one archive; the same data give the same bytes.

    Raises
    ------
    BriefError
        Some could not be made.
    """
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        made = make(Order(home, Path(folder), as_of, lang), areas, progress)
        told(made)
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for file in made.files:
                # Without a time of its own; what is in it is compressed already.
                archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
    return target.getvalue()


def told(made: Made) -> None:
    """
    Say which documents of a set could not be made.

    Raises
    ------
    BriefError
        Some could not.
    """
    if made.failed:
        files = "\n".join(f"{name}: {why}" for name, why in made.failed)
        raise BriefError("brief_set_failed", count=len(made.failed), files=files)


def _task(order: Order, area: Area, kind: str, suffix: str) -> dict[str, str]:
    path = order.file(area, kind, suffix)
    return {"area": area.code, "kind": kind, "path": str(path)}


class _Told:
    """What the workers told, and how far all are."""

    def __init__(self, all_: int, progress: Progress) -> None:
        self._all, self._progress, self._lock = all_, progress, Lock()
        self.done: list[str] = []
        self.failed: list[tuple[str, str]] = []

    def hear(self, answer: dict[str, Any]) -> None:
        with self._lock:
            if "why" in answer:
                self.failed.append((Path(answer["path"]).name, answer["why"]))
            else:
                self.done.append(answer["path"])
            share = (len(self.done) + len(self.failed)) / self._all
            self._progress(min(share, 1.0), "brief.doing_write")


def _work(order: Order, tasks: "SimpleQueue[list[dict[str, str]]]", told: _Told) -> None:
    """Hand the tasks to one process, one area after another."""
    command = [sys.executable, *_WORKER, str(order.home), order.lang]
    if order.as_of is not None:
        command.append(order.as_of.isoformat())
    with subprocess.Popen(  # noqa: S603 - our own module, with no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as worker:
        for area in _each(tasks):
            for task in area:
                told.hear(_asked(worker, task))
        if worker.stdin:
            worker.stdin.close()


def _each(tasks: "SimpleQueue[list[dict[str, str]]]") -> Iterator[list[dict[str, str]]]:
    while True:
        try:
            yield tasks.get_nowait()
        except Empty:
            return


def _asked(worker: "subprocess.Popen[str]", task: dict[str, str]) -> dict[str, Any]:
    """Return the answer to a task; a process that ended answers nothing more."""
    to, answers = worker.stdin, worker.stdout
    if to is None or answers is None:
        return task | {"why": "–"}
    try:
        to.write(json.dumps(task) + "\n")
        to.flush()
        answer: dict[str, Any] = json.loads(answers.readline())
    except (OSError, ValueError):
        return task | {"why": f"exit {worker.poll()}"}
    return answer
