"""A file that was read and joined, waiting to be looked at and published."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from pandas import DataFrame

from areamap.registers.definitions import load
from areamap.registers.notes import Note

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

    def counts(self) -> dict[str, int]:
        """Return how many rows ended in each state; they add up to the rows of the sheets."""
        found = self.rows["status"].value_counts()
        return {state: int(found.get(state, 0)) for state in STATES}

    def baht(self) -> dict[str, Decimal]:
        """
        Return the register's main money by state, in baht.

        The states add up to the column of the file as far as it can be read; subtotals are among
        the ignored. Empty where the register has no money.
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

    @property
    def open_rows(self) -> DataFrame:
        """The rows that wait for a person."""
        return self.rows[self.rows["status"].isin(OPEN_STATES)]
