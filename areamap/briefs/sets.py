"""The documents of many areas at once, made by a few processes side by side."""

import os
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

from areamap.briefs.workers import Answer, Task, Workers
from areamap.errors import BriefError
from areamap.i18n import Lang
from areamap.places import gazetteer, hierarchy
from areamap.places.groupings import Groupings
from areamap.places.hierarchy import Area
from areamap.places.levels import CODE_DIGITS, Level
from areamap.progress import Progress, quiet

KINDS: Final = {"slides": ".pptx", "report": ".docx", "workbook": ".xlsx"}
"""What is made of each area of a set."""

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

    @property
    def arguments(self) -> tuple[str, ...]:
        """What a process that makes some of it is told: see `areamap.cli.brief_worker`."""
        day = () if self.as_of is None else (self.as_of.isoformat(),)
        return str(self.home), self.lang, *day

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
    told = _Told(len(areas) * len(KINDS), progress)
    progress(0.0, "brief.doing_read")
    count = min(len(areas), os.cpu_count() or 1, _MOST)
    tasks = [
        [_task(order, area, kind, suffix) for kind, suffix in KINDS.items()]
        for area in _largest_first(areas)
    ]
    with Workers(order.arguments, tasks, count) as workers:
        # Heard here and not where they are asked: a page can be drawn from its own thread only.
        for answer in workers.answers():
            told.hear(answer)
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
) -> tuple[bytes, Made]:
    """
    Return the documents of areas as one archive; the same data give the same bytes.

    Returns
    -------
    tuple
        The archive, and what became of the set: what could not be made is not in it.

    Raises
    ------
    BriefError
        None could be made.
    """
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        made = make(Order(home, Path(folder), as_of, lang), areas, progress)
        if not made.files:
            told(made)
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for file in made.files:
                # Without a time of its own; what is in it is compressed already.
                archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
    return target.getvalue(), made


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


def _task(order: Order, area: Area, kind: str, suffix: str) -> Task:
    path = order.file(area, kind, suffix)
    return {"area": area.code, "kind": kind, "path": str(path)}


def _largest_first(areas: Sequence[Area]) -> list[Area]:
    """Return areas by their tambons, most first: the last one made is then soon done."""
    digits = CODE_DIGITS[Level.PROVINCE]
    tambons = Counter(code[:digits] for code in gazetteer.areas(Level.TAMBON).index)
    return sorted(areas, key=lambda area: (-tambons[area.code], area.code))


class _Told:
    """What the workers told, and how far all are."""

    def __init__(self, all_: int, progress: Progress) -> None:
        self._all, self._progress = all_, progress
        self.done: list[str] = []
        self.failed: list[tuple[str, str]] = []

    def hear(self, answer: Answer) -> None:
        if "why" in answer:
            self.failed.append((Path(answer["path"]).name, answer["why"]))
        else:
            self.done.append(answer["path"])
        share = (len(self.done) + len(self.failed)) / self._all
        self._progress(min(share, 1.0), "brief.doing_write")
