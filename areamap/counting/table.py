"""
The counts of a list as a small file of the register, with nobody in it.

It goes through the import page as any file does: there the places that are not joined are decided,
and what was decided is remembered for the next list. UTF-8 with a byte order mark, for Excel.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from areamap.counting.counts import Count
from areamap.errors import FileError
from areamap.registers.drafts import OPEN_STATES
from areamap.registers.report import guarded


def write(count: Count, path: Path) -> None:
    """
    Write the counts that are joined or wait for a person.

    Parameters
    ----------
    count
        The list, counted.
    path
        Where to; an existing file is replaced.

    Raises
    ------
    FileError
        The file can't be written there.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(map(guarded, line) for line in lines(count))
    except OSError as error:
        raise FileError(
            "registers_report_unwritable", file=path.name, reason=error.strerror
        ) from error


def lines(count: Count) -> Iterator[list[str]]:
    """
    Yield the register's name, by which the import page knows it, the headings, then each row.

    Columns without a value are left out.
    """
    yield [count.people.register.label_th]
    rows = count.draft.rows
    shown = rows[rows["status"].isin(["matched", *OPEN_STATES])].copy()
    # A tambon that was found is told by its code, so that the file needs no joining again.
    is_tambon = shown["area_code"].str.fullmatch(r"\d{6}") & shown["authority_code"].isna()
    shown["tambon_code"] = shown["tambon_code"].where(~is_tambon, shown["area_code"])
    columns = [
        column for column in count.people.register.all_columns if shown[column.name].notna().any()
    ]
    yield [column.label_th for column in columns]
    for values in shown[[column.name for column in columns]].itertuples(index=False, name=None):
        yield ["" if pd.isna(value) else str(value) for value in values]
