"""Read a file of an office as rows of a register, typed but not yet joined to areas."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from pandas import DataFrame, Series

from areamap import settings as app_settings
from areamap.registers import choosing, forms, tables, workbooks
from areamap.registers.cells import hidden_below
from areamap.registers.choosing import Choices
from areamap.registers.definitions import Kind, Register
from areamap.registers.headers import Header
from areamap.registers.notes import Note, hidden_rows, told
from areamap.registers.repeats import ignore_repeated
from areamap.registers.tables import Table
from areamap.registers.workbooks import Workbook
from areamap.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A file, read as a register.

    Attributes
    ----------
    register
        What its rows record.
    file_name, file_sha256
        Which file.
    sheet
        Names of the sheets that were read.
    rows
        One line per row of these sheets, index 0, 1, ...: `sheet`, `row` (the number that Excel
        shows), `status` (`ignored`, `rejected` or missing: a record), `reason_key`,
        `reason_values`; then the register's place columns as text and its own columns: amounts as
        Decimal baht, dates as `date`, integers and years (BE) as Int64.
    cells
        The rows' own cells as text by the file's own headings, same index; columns with persons
        are not among them.
    dropped_columns
        Headings of the columns with persons.
    columns
        The file's heading to the column of the register that it means.
    notes
        What was decided on the way.
    headers
        Name of each sheet that was read, and its header.
    hidden
        Name of a sheet to the numbers of its rows that Excel does not show.
    """

    register: Register
    file_name: str
    file_sha256: str
    sheet: str
    rows: DataFrame
    cells: DataFrame
    dropped_columns: tuple[str, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    headers: tuple[tuple[str, Header], ...] = ()
    hidden: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def read(
    path: Path,
    register: Register,
    *,
    sheet: str | None = None,
    settings: Settings | None = None,
    choices: Choices | None = None,
) -> Reading:
    """
    Return the rows of a file: see `rows_of` for which of its sheets.

    Parameters
    ----------
    path
        An .xlsx, .xls, .csv, .tsv or .parquet file.
    register
        What its rows record.
    sheet
        Name or number (from 1) of the only sheet to read.
    settings
        How large a file may be.
    choices
        What a person said of how to read it, in place of `sheet`.

    Raises
    ------
    FileError
        The file or the sheet can't be read, or has no headings of the register.
    """
    said = choices or Choices(sheet=sheet or "")
    book = workbooks.read(path, settings or app_settings.load(), sheet=said.sheet or None)
    return rows_of(book, register, said, file_name=path.name, file_sha256=_sha256(path))


def rows_of(
    book: Workbook,
    register: Register,
    choices: Choices,
    *,
    file_name: str,
    file_sha256: str,
    lenient: bool = False,
) -> Reading:
    """
    Return the rows of a file whose cells were read.

    Without a name, every visible sheet is read whose headings have what the register needs, so
    that a workbook with one sheet per province is read whole. Left out, and said so: hidden sheets,
    sheets that only know larger areas than another one does, and summaries beside the sheets that
    they sum up. A sheet that is named is read as it is.

    Parameters
    ----------
    book
        Its sheets.
    register
        What its rows record.
    choices
        What a person said of sheet, header and columns.
    file_name, file_sha256
        Which file.
    lenient
        Read the nearest sheet where none has what the register needs: its rows are rejected with
        what they lack.

    Raises
    ------
    FileError
        There is no such sheet, or none has headings of the register.
    """
    kept = choosing.choose(book.sheets, register, choices, file_name=file_name, lenient=lenient)
    read_tables = [
        tables.read(each, header, register, choices.corrections.get(each.name, {}))
        for each, header in kept
    ]
    if register.drop_repeated:
        ignore_repeated(read_tables, register)
    names = {each.name for each, _ in kept}
    others = [each for each in book.sheets if each.rows and each.name not in names]
    left = [each.name for each in others if not forms.is_about(each)]
    return Reading(
        register=register,
        file_name=file_name,
        file_sha256=file_sha256,
        sheet=", ".join(table.sheet for table in read_tables),
        rows=_rows(read_tables, register),
        cells=_cells(read_tables),
        dropped_columns=tuple(
            dict.fromkeys(name for table in read_tables for name in table.dropped)
        ),
        columns={
            heading.text: name
            for table in read_tables
            for name, heading in table.header.columns.items()
        },
        notes=(*hidden_rows(kept), *told(book.encoding, left, read_tables)),
        headers=tuple((table.sheet, table.header) for table in read_tables),
        hidden={
            each.name: tuple(numbers)
            for each, header in kept
            if (numbers := hidden_below(each, header.last))
        },
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rows(read_tables: Sequence[Table], register: Register) -> DataFrame:
    verdicts = [
        table.verdicts.get(row) for table in read_tables for row in range(len(table.numbers))
    ]
    frame: dict[str, Any] = {
        "sheet": _text(table.sheet for table in read_tables for _ in table.numbers),
        "row": [number for table in read_tables for number in table.numbers],
        "status": _text(verdict and verdict.status for verdict in verdicts),
        "reason_key": _text(verdict and verdict.reason_key for verdict in verdicts),
        "reason_values": Series(
            [dict(verdict.reason_values) if verdict else {} for verdict in verdicts], dtype=object
        ),
    }
    for name, kind in register.kinds.items():
        values = [value for table in read_tables for value in table.columns[name]]
        frame[name] = _series(values, kind)
    return DataFrame(frame)


def _series(values: list[Any], kind: Kind) -> Series:
    if kind == "integer":
        return Series(pd.array(values, dtype="Int64"))
    if kind in {"amount", "date"}:
        return Series(values, dtype=object)
    return _text(values)


def _text(values: Any) -> Series:  # noqa: ANN401  # whatever iterates over texts and None
    return Series(list(values), dtype="str")


def _cells(read_tables: Sequence[Table]) -> DataFrame:
    frames = [DataFrame(table.cells, columns=table.headings, dtype="str") for table in read_tables]
    return pd.concat(frames, ignore_index=True)
