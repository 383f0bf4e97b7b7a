"""The groupings of a data home: what is ours to ship, and the files that the user laid over it."""

import shutil
import tempfile
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap import sandbox
from areamap.errors import FileError
from areamap.places import groupings
from areamap.places.groupings import Groupings
from areamap.places.levels import GROUPED
from areamap.sandbox import Limits

COLUMNS: Final = [
    "level",
    "group_code",
    "name_th",
    "name_en",
    "member_code",
    "valid_from",
    "valid_to",
]
"""Columns of a file of groups."""

_REWRITE: Final = "areamap.own_groupings:rewrite"
_ALLOWED: Final = Limits(memory_bytes=2**31, seconds=60, output_bytes=2**26)


class OwnGroupings:
    """
    The groupings of one data home.

    Parameters
    ----------
    home
        The data home.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "groupings"

    @cached_property
    def all(self) -> Groupings:
        """Everything that is known about groups; a later file wins over an earlier one."""
        found = groupings.builtin()
        for path in sorted(self._folder.glob("*.csv")):
            found = found.merged(groupings.read(path))
        return found

    def add(self, path: Path) -> int:
        """
        Keep a grouping of the user, laid over those before it, and return how many lines it has.

        A file of the same name takes the place of the earlier one.

        Raises
        ------
        FileError
            The file is no grouping; what is in use stays.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        kept = sorted(self._folder.glob("*.csv"))
        same = [each for each in kept if each.stem.partition("-")[2] == path.stem]
        target = same[0] if same else self._folder / f"{len(kept) + 1:03d}-{path.stem}.csv"
        part = target.with_suffix(".part")
        lines = _checked(path, part)
        part.replace(target)
        self.__dict__.pop("all", None)
        return lines

    def members(self) -> DataFrame:
        """Return who belongs to which group today, indexed by `level`."""
        today = date.today()  # noqa: DTZ011 - the day where she is
        found = {str(level): self.all.members(level, today) for level in GROUPED}
        return pd.concat(found, names=["level", None]).droplevel(1)


def rewrite(source: str, target: str) -> int:
    """Write a grouping that somebody gave as we write it: the job of the other process."""
    rows = groupings.read(Path(source)).rows
    rows[COLUMNS].to_csv(target, index=False)
    return len(rows)


def _checked(path: Path, target: Path) -> int:
    """Have a file from outside read where it can harm nothing, and return how many lines it has."""
    with tempfile.TemporaryDirectory(prefix="areamap-") as name:
        told = {"source": str(path.resolve()), "target": str(Path(name) / "grouping.csv")}
        try:
            lines: int = sandbox.run(_REWRITE, told, folder=Path(name), allowed=_ALLOWED)
        except (sandbox.OverLimitError, sandbox.FellOverError) as error:
            raise FileError("places_grouping_unreadable", file=path.name) from error
        shutil.copyfile(told["target"], target)
    return lines
