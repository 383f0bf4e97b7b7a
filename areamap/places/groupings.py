"""
Groups of provinces and districts: zones, clusters, regions and offices, as data with dates.

A group is a decision, so it holds from a day to a day and a user may bring her own in a CSV:
`level,group_code,name_th,name_en,member_code,valid_from,valid_to`. One line is one member; a member
is a province (2 digits) or a district (4 digits). Dates may be blank and both are included.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, reduce
from pathlib import Path

import pandas as pd

from areamap.places import _grouping_file
from areamap.places.levels import GROUPED, Level
from areamap.settings import geodata


@dataclass(frozen=True, eq=False)
class Groupings:
    """
    What is known about groups of areas.

    Attributes
    ----------
    rows
        One row per member of a group in a span of days: `level`, `group_code`, `name_th`,
        `name_en`, `member_code`, `valid_from` and `valid_to` (date or None), `is_default` (gives
        way as soon as another file speaks of the level on that day) and `rank` (a higher rank
        replaces a lower one, member by member).
    """

    rows: pd.DataFrame

    def members(self, level: Level | str, on: date) -> pd.DataFrame:
        """
        Return who belongs to which group on a day.

        Parameters
        ----------
        level
            Zone, cluster, region or office.
        on
            The day.

        Returns
        -------
        DataFrame
            One row per member, in the order of the files: `group_code`, `name_th`, `name_en`,
            `member_code`. A member stands once; a district may stand beside its own province and
            then belongs where it stands itself. Empty where nothing is grouped.
        """
        asked = (str(level), on)
        if asked not in self._found:
            self._found[asked] = self._members(level, on)
        return self._found[asked]

    @cached_property
    def _found(self) -> dict[tuple[str, date], pd.DataFrame]:
        return {}

    def _members(self, level: Level | str, on: date) -> pd.DataFrame:
        valid = self.rows[self._valid(level, on)]
        if not valid["is_default"].all():
            valid = valid[~valid["is_default"]]
        latest = valid.groupby("member_code")["rank"].transform("max")
        columns = ["group_code", "name_th", "name_en", "member_code"]
        return valid.loc[valid["rank"] == latest, columns].reset_index(drop=True)

    def levels(self, on: date) -> tuple[Level, ...]:
        """Return the levels that have a group on a day, smallest first."""
        return tuple(level for level in GROUPED if self._valid(level, on).any())

    def merged(self, other: "Groupings") -> "Groupings":
        """
        Return these groupings with another file laid over them.

        Parameters
        ----------
        other
            The file that wins: a member that it groups at a level leaves its earlier group on the
            days for which it speaks. The six default regions step aside as a whole on every day
            for which any other file has regions.
        """
        above = int(self.rows["rank"].max()) + 1 if len(self.rows) else 0
        later = other.rows.assign(rank=other.rows["rank"] + above)
        return Groupings(pd.concat([self.rows, later], ignore_index=True))

    def _valid(self, level: Level | str, on: date) -> "pd.Series[bool]":
        begun = self.rows["valid_from"].map(lambda day: day is None or day <= on)
        going = self.rows["valid_to"].map(lambda day: day is None or day >= on)
        return (self.rows["level"] == str(level)) & begun.astype(bool) & going.astype(bool)


@cache
def builtin() -> Groupings:
    """
    Return the groupings that come with the product.

    Returns
    -------
    Groupings
        The government's 18 provincial clusters with Bangkok alone, the six regions of the Royal
        Society as default of the level region, and CODI's Central and West office.
    """
    folder = geodata() / "groupings"
    files = [read(folder / f"{name}.csv") for name in ("clusters", "regions", "offices")]
    rows = reduce(Groupings.merged, files).rows
    return Groupings(rows.assign(is_default=rows["level"] == Level.REGION))


def read(path: Path | str) -> Groupings:
    """
    Return the groupings of a CSV file.

    Parameters
    ----------
    path
        UTF-8 or CP874, with the columns named above; `name_en`, `valid_from` and `valid_to` may be
        blank or left out. Dates in any form that `calendar.read_date` knows.

    Raises
    ------
    FileError
        The file can't be read, or a line breaks a rule: unknown level or member, a code that could
        be an area's, no name, two names of one group, or one member in two groups at a time.
    """
    rows = _grouping_file.read(Path(path))
    return Groupings(rows.assign(is_default=False, rank=0))
