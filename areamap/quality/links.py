"""The rows that a finding links to: of which publication, file, sheet and row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.quality.world import World
from areamap.store import Publication

WHERE: Final = ["publication", "file_name", "sheet", "row"]
"""Columns that say where a row stands in a file."""


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """
    Rows of one publication that a finding links to.

    Attributes
    ----------
    register
        Id of the register.
    publication
        The publication that they are looked at in.
    rows
        In their order: `publication` (number of the one whose file the row came from), `file_name`,
        `sheet`, `row` (the number that Excel shows), then the columns of the register's rows.
    """

    register: str
    publication: Publication
    rows: DataFrame


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """
    The publications of a world, for looking up rows.

    Attributes
    ----------
    world
        The world.
    rows_of
        Gives the rows of a publication.
    """

    world: World
    rows_of: Callable[[Publication], DataFrame]

    def rows(self, links: Mapping[str, tuple[int, ...]]) -> list[Linked]:
        """
        Return the rows that links lead to, one entry per publication.

        Parameters
        ----------
        links
            As `measures.findings.Found.rows`.
        """
        return [self._linked(source, labels) for source, labels in links.items() if labels]

    def supplied_on(self, register: str) -> Series:
        """
        Return the day on which each row of a register in force came in, as datetime64.

        A row that was kept from an older publication, or brought back by a roll back, came in with
        the publication whose file it is of.
        """
        publication = self.world.in_force[register]
        days = {
            each.id: pd.Timestamp(each.created_at.astimezone().date())
            for each in self.world.editions[register]
        }
        numbers = self._origins(publication, self.rows_of(publication))
        supplied = numbers.map(days).astype("datetime64[us]")
        return supplied.fillna(days[self.world.first_of(publication).id])

    def _linked(self, source: str, labels: tuple[int, ...]) -> Linked:
        register, _, number = source.partition("#")
        editions = self.world.editions[register]
        publication = next((each for each in editions if str(each.id) == number), editions[0])
        every = self.rows_of(publication)
        rows = every.loc[list(labels)].drop(columns="origin", errors="ignore")
        origins = self._origins(publication, every).loc[rows.index]
        files = {each.id: each.file_name for each in editions}
        rows.insert(0, "file_name", origins.map(files).fillna(publication.file_name))
        rows.insert(0, "publication", origins)
        others = [name for name in rows.columns if name not in WHERE]
        return Linked(register, publication, rows[[*WHERE, *others]])

    def _origins(self, publication: Publication, rows: DataFrame) -> Series:
        """Return the number of the publication whose file each row is of."""
        own = self.world.first_of(publication).id
        if "origin" not in rows.columns:
            return Series(own, index=rows.index, dtype="int64")
        return rows["origin"].fillna(own).astype("int64")
