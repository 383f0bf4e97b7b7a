"""Copy the cells of a workbook, .xlsx or .xls; see `_cell_copy`, in whose process this runs."""

import html
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Final

import python_calamine

from areamap.errors import FileError
from areamap.registers import _old_hidden, _old_letters
from areamap.registers._cell_copy import OLE, Copy

_Range = tuple[tuple[int, int], tuple[int, int]]

_BROKEN: Final = (
    python_calamine.CalamineError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,  # zipfile's word for a compression that it does not know
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)
_CHUNK_BYTES: Final = 2**20
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_ATTRIBUTE: Final = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")


def copy(path: Path, to: Copy, only: str) -> None:
    """
    Copy every sheet of a workbook.

    Parameters
    ----------
    path
        The workbook.
    to
        Where its cells go.
    only
        Name or number (from 1) of the only sheet to read; all where it is empty or unknown.

    Raises
    ------
    FileError
        Locked, broken, or more than is allowed.
    """
    try:
        check_archive(path, to)
        _copy_sheets(path, to, only)
    except python_calamine.PasswordError as error:
        raise FileError("registers_workbook_locked", file=path.name) from error
    except _BROKEN as error:
        raise FileError("registers_workbook_broken", file=path.name) from error


def check_archive(path: Path, to: Copy) -> None:
    """
    Look at what an archive says that it holds, before anything is unpacked.

    Raises
    ------
    FileError
        It lists too many files, or unpacks to too much.
    """
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    expanded = sum(entry.file_size for entry in entries)
    if len(entries) > to.allowed.max_members or expanded > to.allowed.max_table_bytes:
        raise FileError("registers_workbook_too_heavy", file=path.name)


def _copy_sheets(path: Path, to: Copy, only: str) -> None:
    with python_calamine.load_workbook(str(path)) as workbook:
        parts = sheet_parts(str(path))
        is_old = _is_old(path)
        mend = _old_letters.mended if is_old else str
        hidden = _old_hidden.rows(path) if is_old else {}
        names = [sheet.name for sheet in workbook.sheets_metadata]
        for number, meta in enumerate(workbook.sheets_metadata, start=1):
            wanted = not _known(only, names) or only in {meta.name, str(number)}
            if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            head: dict[str, Any] = {
                "name": mend(meta.name),
                "number": number,
                "hidden": meta.visible != python_calamine.SheetVisibleEnum.Visible,
            }
            if not wanted:
                to.head(0, 0, **head)
                continue
            if meta.name in parts:
                head["hidden_rows"] = hidden_rows(str(path), parts[meta.name])
            elif number in hidden:
                head["hidden_rows"] = hidden[number]
            _copy_sheet(workbook.get_sheet_by_name(meta.name), head, to, is_old=is_old)


def sheet_parts(source: str) -> dict[str, str]:
    """Return each sheet's name to where it is in the file; nothing for another kind than .xlsx."""
    if not zipfile.is_zipfile(source):
        return {}
    with zipfile.ZipFile(source) as archive:
        inside = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= inside:
            return {}
        relations = _tags(_RELATION, archive.read("xl/_rels/workbook.xml.rels"))
        targets = {tag.get("Id"): tag.get("Target", "") for tag in relations}
        named = {
            tag["name"]: posixpath.join("/xl", targets.get(_relation(tag), ""))[1:]
            for tag in _tags(_SHEET, archive.read("xl/workbook.xml"))
            if "name" in tag
        }
    return {name: part for name, part in named.items() if part in inside}


def hidden_rows(source: str, part: str) -> list[int]:
    """Return the numbers of the rows that a sheet hides, by hand or by a filter."""
    numbers: list[int] = []
    with zipfile.ZipFile(source) as archive, archive.open(part) as file:
        rest = b""
        while chunk := file.read(_CHUNK_BYTES):
            whole, bracket, tail = (rest + chunk).rpartition(b"<")
            rest = bracket + tail
            numbers += [
                int(tag["r"])
                for tag in _tags(_ROW, whole)
                if tag.get("hidden") in {"1", "true"} and tag.get("r", "").isdecimal()
            ]
    return numbers


def _tags(pattern: re.Pattern[bytes], content: bytes) -> list[dict[str, str]]:
    """Return the attributes of each tag that a pattern finds."""
    return [
        {
            name.decode(): html.unescape(value.decode("utf-8", "replace"))
            for name, value in _ATTRIBUTE.findall(tag)
        }
        for tag in pattern.findall(content)
    ]


def _relation(tag: dict[str, str]) -> str | None:
    return next((value for name, value in tag.items() if name.endswith(":id")), None)


def _known(only: str, names: list[str]) -> bool:
    return only in names or (only.isdecimal() and 1 <= int(only) <= len(names))


def _is_old(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(OLE)) == OLE


def _copy_sheet(
    sheet: python_calamine.CalamineSheet, head: dict[str, Any], to: Copy, *, is_old: bool
) -> None:
    first, last = sheet.start or (0, 0), sheet.end or (-1, -1)
    height, width = last[0] - first[0] + 1, last[1] - first[1] + 1
    ranges = sheet.merged_cell_ranges or []
    if _covered(ranges, last) > (last[0] + 1) * (last[1] + 1):
        # Ranges that lie on one another, which no program writes, would be filled again and again.
        raise FileError("registers_workbook_broken", file=to.file)
    merged = [[*start, *end] for start, end in ranges]
    to.head(height, width, **head, first_row=first[0] + 1, first_column=first[1], merged=merged)
    if height > 0:
        # `iter_rows` starts at the top row of the sheet, but at the first column that is used.
        rows = islice(sheet.iter_rows(), first[0], None)
        to.rows(map(_old_letters.mended_row, rows) if is_old else rows)


def _covered(ranges: Iterable[_Range], last: tuple[int, int]) -> int:
    """Return how many cells merged ranges cover, as far as there are any."""
    return sum(
        max(0, min(end[0], last[0]) - start[0] + 1) * max(0, min(end[1], last[1]) - start[1] + 1)
        for start, end in ranges
    )
