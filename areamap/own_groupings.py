"""The groupings of a data home: what is ours to ship, and the files that the user laid over it."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.places import groupings
from areamap.places.groupings import Groupings
from areamap.places.levels import GROUPED

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
        rows = groupings.read(path).rows
        self._folder.mkdir(parents=True, exist_ok=True)
        kept = sorted(self._folder.glob("*.csv"))
        same = [each for each in kept if each.stem.partition("-")[2] == path.stem]
        target = same[0] if same else self._folder / f"{len(kept) + 1:03d}-{path.stem}.csv"
        part = target.with_suffix(".part")
        rows[COLUMNS].to_csv(part, index=False)
        part.replace(target)
        self.__dict__.pop("all", None)
        return len(rows)

    def members(self) -> DataFrame:
        """Return who belongs to which group today, indexed by `level`."""
        today = date.today()  # noqa: DTZ011 - the day where she is
        found = {str(level): self.all.members(level, today) for level in GROUPED}
        return pd.concat(found, names=["level", None]).droplevel(1)
