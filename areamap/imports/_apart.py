"""
A long draft, read in a process of its own: the server never holds its cells, only what they mean.

A list of 100,000 rows takes half a gigabyte while it is read, and ten seconds in which nobody else
is served. What comes back is compact: the rows of the reading as Arrow, the rest as JSON.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pyarrow as pa
from pandas import DataFrame, Series
from pyarrow import feather

from areamap import sandbox
from areamap.errors import FileError
from areamap.imports import _content, looks, persons
from areamap.imports.handed_in import Incoming
from areamap.imports.looks import Look
from areamap.progress import Progress, quiet
from areamap.registers import definitions, reading
from areamap.registers.choosing import Choices
from areamap.registers.headers import Header, Heading
from areamap.registers.notes import Note
from areamap.registers.reading import Reading
from areamap.settings import Settings

if TYPE_CHECKING:
    from areamap.registers.workbooks import Workbook

MOST_HERE: Final = 150_000
"""Cells that are read in this process; more of them are read apart."""

_JOB: Final = "areamap.imports._apart:work"
_AMOUNT: Final = pa.decimal128(38, 2)
OUTPUT_BYTES: Final = 2**29
"""Size of each file that the other process may write."""


@dataclass(frozen=True, slots=True)
class File:
    """Which file it is: its name and the hash of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Read:
    """
    What another process made of a long file.

    Attributes
    ----------
    reading
        What it reads as.
    look
        What it looks like.
    content
        Its cells without persons, packed, and `cells`, how many; nothing where they were not to be
        masked.
    """

    reading: Reading
    look: Look
    content: bytes = b""
    cells: int = 0


def read(
    content: bytes,
    file: File,
    register: str,
    choices: Choices,
    *,
    settings: Settings,
    mask: Choices | None = None,
    progress: Progress = quiet,
) -> Read:
    """
    Return what a packed draft reads as, and what its file looks like.

    Parameters
    ----------
    content
        As `_content.pack` gives it.
    file
        Which file.
    register
        Id of the register.
    choices
        What people said of how to read it.
    settings
        What the other process may take.
    mask
        What people said when the register was chosen: persons are masked first as it tells; None
        where they are masked already.
    progress
        Told how far it is.

    Raises
    ------
    FileError
        It can't be read so, or takes more than is allowed.
    """
    with tempfile.TemporaryDirectory(prefix="areamap-") as name:
        folder = Path(name)
        source = folder / "draft"
        source.write_bytes(content)
        told = {
            "folder": name,
            "file": asdict(file),
            "register": register,
            "choices": _choices_told(choices),
            "mask": None if mask is None else _choices_told(mask),
        }
        try:
            answer = sandbox.run(
                _JOB,
                told,
                folder=folder,
                allowed=sandbox.limits(settings, output_bytes=OUTPUT_BYTES),
                progress=progress,
            )
        except (sandbox.OverLimitError, sandbox.FellOverError) as error:
            raise FileError("registers_workbook_too_heavy", file=file.name) from error
        rows = _rows(folder / "rows", definitions.load(register))
        cells = feather.read_feather(folder / "cells", memory_map=False)
        return Read(
            _reading(answer["reading"], file, register, rows, cells),
            looks.from_json(answer["look"]),
            b"" if mask is None else source.read_bytes(),
            answer["cells"],
        )


def work(
    folder: str,
    file: dict[str, str],
    register: str,
    choices: dict[str, Any],
    mask: dict[str, Any] | None,
    progress: Progress,
) -> dict[str, Any]:
    """Read a draft and leave its rows and cells in a folder: the job of the other process."""
    at = Path(folder)
    progress(0.1, "importing.doing_open")
    book: Workbook = _content.unpack((at / "draft").read_bytes())
    if mask is not None:
        progress(0.2, "importing.doing_mask")
        book = _masked(book, register, _choices(mask))
        (at / "draft").write_bytes(_content.pack(book))
    progress(0.3, "importing.doing_recognise")
    seen = looks.look(Incoming(file["name"], file["sha256"], book.sheets, book.encoding))
    progress(0.4, "importing.doing_read")
    read_so = reading.rows_of(
        book,
        definitions.load(register),
        _choices(choices),
        file_name=file["name"],
        file_sha256=file["sha256"],
        lenient=True,
    )
    progress(0.9, "importing.doing_read")
    _write(read_so.rows, at / "rows")
    feather.write_feather(pa.Table.from_pandas(read_so.cells, preserve_index=False), at / "cells")
    cells = sum(len(row) for sheet in book.sheets for row in sheet.rows)
    return {"reading": _told(read_so), "look": asdict(seen), "cells": cells}


def _masked(book: "Workbook", register: str, choices: Choices) -> "Workbook":
    sheets = persons.masked(book.sheets, definitions.load(register), choices)
    return replace(book, sheets=sheets)


def _write(rows: DataFrame, path: Path) -> None:
    """Write rows with their reasons as JSON and their amounts in whole satang."""
    kept: dict[str, Any] = {}
    for name, values in rows.items():
        if name == "reason_values":
            kept[name] = pa.array([json.dumps(each, default=str) for each in values], pa.string())
        elif values.dtype != object:
            kept[str(name)] = pa.array(values, from_pandas=True)
        elif any(isinstance(each, Decimal) for each in values):
            kept[str(name)] = pa.array(values, _AMOUNT)
        else:
            kept[str(name)] = pa.array(values, from_pandas=True)
    feather.write_feather(pa.table(kept), path)


def _rows(path: Path, register: definitions.Register) -> DataFrame:
    table = feather.read_table(path, memory_map=False)
    found: dict[str, Series] = {}
    for name in table.column_names:
        column = table.column(name)
        kind = register.kinds.get(name)
        if name == "reason_values":
            found[name] = Series([_values(each) for each in column.to_pylist()], dtype=object)
        elif name == "row":
            found[name] = column.to_pandas().astype("int64")
        elif kind == "integer":
            found[name] = Series(pd.array(column.to_pylist(), dtype="Int64"))
        elif kind in {"amount", "date"}:
            found[name] = Series(column.to_pylist(), dtype=object)
        else:
            found[name] = column.cast(pa.large_string()).to_pandas().astype("str")
    return DataFrame(found)


def _values(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {} if text == "{}" else json.loads(text)
    return found


def _told(found: Reading) -> dict[str, Any]:
    return {
        "sheet": found.sheet,
        "dropped": found.dropped_columns,
        "columns": found.columns,
        "notes": [[note.key, note.values] for note in found.notes],  # noqa: PD011 - no frame
        "headers": [
            [sheet, {**asdict(header), "by_values": sorted(header.by_values)}]
            for sheet, header in found.headers
        ],
        "hidden": {sheet: list(numbers) for sheet, numbers in found.hidden.items()},
    }


def _reading(
    told: Mapping[str, Any], file: File, register: str, rows: DataFrame, cells: DataFrame
) -> Reading:
    return Reading(
        register=definitions.load(register),
        file_name=file.name,
        file_sha256=file.sha256,
        sheet=told["sheet"],
        rows=rows,
        cells=cells.astype("str"),
        dropped_columns=tuple(told["dropped"]),
        columns=told["columns"],
        notes=tuple(Note(key, values) for key, values in told["notes"]),
        headers=tuple((sheet, _header(header)) for sheet, header in told["headers"]),
        hidden={sheet: tuple(numbers) for sheet, numbers in told["hidden"].items()},
    )


def _header(told: Mapping[str, Any]) -> Header:
    headings = tuple(map(_heading, told["headings"]))
    others = {"missing": tuple(told["missing"]), "by_values": frozenset(told["by_values"])}
    return Header(**{**told, "headings": headings, **others})


def _heading(told: Mapping[str, Any]) -> Heading:
    factor = told["factor"]
    return Heading(**{**told, "factor": None if factor is None else Decimal(factor)})


def _choices_told(choices: Choices) -> dict[str, Any]:
    corrections = {
        sheet: [[row, dict(columns)] for row, columns in rows.items()]
        for sheet, rows in choices.corrections.items()
    }
    told = replace(choices, corrections={}, columns=dict(choices.columns))
    return {**asdict(told), "corrections": corrections}


def _choices(told: Mapping[str, Any]) -> Choices:
    found: Mapping[str, Sequence[Any]] = told["corrections"]
    return Choices(**{**told, "corrections": {sheet: dict(rows) for sheet, rows in found.items()}})
