"""What is handed in: files, archives of files, and cells pasted from a spreadsheet."""

import hashlib
import re
import tempfile
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Final

from areamap.errors import FileError
from areamap.imports import _apart, _archives, _long, persons
from areamap.imports._archives import Members
from areamap.imports.handed_in import Incoming, Received
from areamap.registers import personal, workbooks
from areamap.settings import Settings

__all__ = ["PASTED", "Incoming", "Received", "pasted", "receive", "safe_name"]

PASTED: Final = "pasted.tsv"
"""File name of what was pasted."""

_OWN_FAULTS: Final = frozenset(
    {
        "registers_empty_file",
        "registers_encoding",
        "registers_not_a_table",
        "registers_parquet_broken",
        "registers_text_broken",
        "registers_web_page",
        "registers_workbook_broken",
        "registers_workbook_locked",
    }
)
"""Why a file of an archive is left out alone; one that takes too much spoils the whole archive."""

_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST_STEM: Final = 60
_LONGEST_SUFFIX: Final = 12


def receive(name: str, data: bytes | Path, settings: Settings) -> Received:
    """
    Return what a file holds: one table file, or each table file of an archive.

    A file of an archive that is broken or locked is left out and told, where another one is read.

    Parameters
    ----------
    name
        Name of the file, as its sender calls it.
    data
        Its bytes, or where they lie.
    settings
        How large a file, and what an archive holds, may be.

    Raises
    ------
    FileError
        It can't be read, is over a limit, is an archive inside an archive, or holds no table, or
        none that can be read.
    """
    plain = safe_name(name)
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        path = data if isinstance(data, Path) else _written(Path(folder), plain, data, settings)
        members = _archives.members(path, settings, Path(folder))
        if members is None:
            return Received((_read(plain, path, settings),))
        return _each(members, plain, settings)


def _each(members: Members, archive: str, settings: Settings) -> Received:
    """Read the files of an archive, which together may hold as many cells as one alone."""
    left = settings.max_cells
    files: list[Incoming] = []
    refused = [
        FileError(reason, file=archive, member=safe_name(name)) for name, reason in members.refused
    ]
    for each in members.files:
        name = safe_name(each.name)
        # Under its own name, which is what a person is told.
        own = each.path.with_suffix(".folder")
        own.mkdir()
        path = each.path.rename(own / name)
        try:
            found = _read(name, path, replace(settings, max_cells=left))
        except FileError as error:
            if left < settings.max_cells and error.key == "registers_sheet_too_large":
                raise FileError("imports_archive_too_large", file=archive) from error
            if error.key not in _OWN_FAULTS:
                raise
            refused.append(error)
            continue
        files.append(found)
        # At least one: nothing is left where the next has any cell at all.
        left = max(left - found.cells, 1)
    if not files:
        raise refused[0]
    return Received(tuple(files), tuple(refused))


def pasted(text: str, settings: Settings) -> Incoming:
    """
    Return cells pasted from a spreadsheet: one line per row, a tab between cells.

    Raises
    ------
    FileError
        There is nothing, or more than may be.
    """
    content = text.encode("utf-8", "replace")
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        return _read(PASTED, _written(Path(folder), PASTED, content, settings), settings)


def safe_name(name: str) -> str:
    """Return the name of a file without folders, persons and hidden signs, and not too long."""
    last = _UNPRINTABLE.sub("", PureWindowsPath(name.replace("\0", "")).name).strip(" .")
    last = personal.mask(last)
    stem, dot, suffix = last.rpartition(".")
    if not stem or len(suffix) > _LONGEST_SUFFIX:
        stem, dot, suffix = last, "", ""
    return f"{stem[:_LONGEST_STEM] or 'file'}{dot}{suffix}"


def _written(folder: Path, name: str, data: bytes, settings: Settings) -> Path:
    if len(data) > settings.max_file_bytes:
        raise FileError(
            "registers_file_too_large",
            file=name,
            megabytes=round(len(data) / 2**20),
            most=settings.max_file_bytes // 2**20,
        )
    path = folder / name
    path.write_bytes(data)
    return path


def _read(name: str, path: Path, settings: Settings) -> Incoming:
    with workbooks.copied(path, settings) as lines:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if lines.cells > _apart.MOST_HERE:
            return _long.take(lines, name, sha256, settings)
        book = lines.book()
    return Incoming(name, sha256, tuple(map(persons.masked_in_any, book.sheets)), book.encoding)
