"""A file that was read and joined, waiting to be looked at and published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from pandas import DataFrame, Series

from areamap.registers.definitions import load
from areamap.registers.notes import Note
from areamap.registers.words import is_missing, plain

STATES: Final = ("matched", "suggested", "ambiguous", "unmatched", "rejected", "ignored")
"""What a row of a file ends as; each row in exactly one."""

OPEN_STATES: Final = ("suggested", "ambiguous", "unmatched")
"""States of rows that wait for a person."""


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A file as rows of a register, joined to areas; nothing of it is published yet.

    Attributes
    ----------
    register
        Id of the register.
    file_name, file_sha256
        Which file.
    sheet
        Names of the sheets that were read.
    rows
        One line per row of these sheets, index 0, 1, ...: `sheet`, `row` (the number that Excel
        shows), `status` (one of `STATES`), `area_code` (missing unless matched), `authority_code`
        (the local authority that the row is about, missing where none), `suggested_codes` (tuple,
        best first), `reason_key` and `reason_values` (dict) of the sentence below `reasons.`; then
        the register's other place columns as text and its own columns: amounts as Decimal baht,
        dates as `date`, integers and years (BE) as Int64. Rows that are ignored or rejected keep
        what could be read of them.
    cells
        The rows' own cells as text by the file's own headings, same index; columns with persons
        are not among them.
    dropped_columns
        Headings of the columns with persons.
    columns
        The file's heading to the column of the register that it means.
    notes
        What was decided while reading.
    hidden
        Name of a sheet to the numbers of its rows that Excel does not show; they are read.
    """

    register: str
    file_name: str
    file_sha256: str
    sheet: str
    rows: DataFrame
    cells: DataFrame
    dropped_columns: tuple[str, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    hidden: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Return how many rows ended in each state; they add up to the rows of the sheets."""
        found = self.rows["status"].value_counts()
        return {state: int(found.get(state, 0)) for state in STATES}

    def baht(self) -> dict[str, Decimal]:
        """
        Return the register's main money by state, in baht.

        The states add up to the column of the file as far as it can be read; subtotals are among
        the ignored. Empty where the register has no money. What can't be read adds nothing: see
        `unread`.
        """
        money = load(self.register).money
        if money is None:
            return {}
        return {
            state: sum(
                self.rows.loc[self.rows["status"] == state, money].dropna(), start=Decimal(0)
            )
            for state in STATES
        }

    def unread(self) -> dict[str, int]:
        """
        Return how many rows of each state have an amount that nobody can read: unknown, not 0.

        Rows that are no data are not asked. Empty where the register has no money.
        """
        money = load(self.register).money
        if money is None:
            return {}
        found = self.rows["status"][self.unread_in(money)].value_counts()
        return {state: int(found.get(state, 0)) for state in STATES}

    def unread_in(self, column: str) -> Series:
        """
        Tell which rows have no readable value in a column, though they should or the cell says one.

        Parameters
        ----------
        column
            Of the register.

        Returns
        -------
        unread
            bool, index of `rows`; never for rows that are no data, nor for those that share one
            merged number, which its first row has.
        """
        rows = self.rows
        asked = rows[column].isna() & rows["status"].ne("ignored")
        asked &= rows["reason_key"].ne("registers_shared_number").fillna(value=True)
        if load(self.register).column(column).required:
            return asked.astype(bool)
        said = Series(data=False, index=rows.index)
        for heading, name in self.columns.items():
            if name == column and heading in self.cells:
                cells = self.cells.loc[asked, heading].dropna()
                filled = cells.map(lambda cell: not is_missing(plain(cell)))
                said.loc[filled.index[filled.astype(bool)]] = True
        return said & asked

    @property
    def open_rows(self) -> DataFrame:
        """The rows that wait for a person."""
        return self.rows[self.rows["status"].isin(OPEN_STATES)]
