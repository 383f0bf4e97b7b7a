"""
DuckDB, told to count: which columns of a list are read, and by what its lines are told apart.

It runs inside the process that may read the file and nothing else, in memory and without a disk to
spill to: what it can't hold is refused, never written down. Columns have the names `c0`, `c1`, ...;
no text of the file becomes a part of a question.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any, Final

import duckdb
from pandas import DataFrame

from areamap.errors import FileError
from areamap.registers.words import MISSING

MOST_GROUPS: Final = 300_000
"""Most different places, with what parts them, that a list may name."""

LONGEST_CELL: Final = 300
"""Letters of a cell that tell lines apart; no name of a place is longer."""

_MEMORY: Final = "1000MB"
_LONGEST_RECORD: Final = 2**17
_REFUSALS_KEPT: Final = 5_000
_PARTS: Final = 16
_THAI_DIGITS: Final = "๐๑๒๓๔๕๖๗๘๙"
_LETTERS: Final = "latin-1"
_BYTES: Final = "cp874"
# Between 0x80 and 0x9F, CP874 has only signs that no figure and no name of a place needs.
_PLAIN: Final = bytes.maketrans(bytes(range(0x80, 0xA0)), b"'" * 0x20)
_NUMBER: Final = r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2}0*)?"


@dataclass(frozen=True, slots=True)
class Source:
    """
    What is read.

    Attributes
    ----------
    table
        The table function of DuckDB that gives its lines.
    bytes_as_letters
        Each byte of a text came as one letter.
    """

    table: str
    bytes_as_letters: bool = False

    def seen(self, text: str) -> str:
        """Return text of ours as the engine sees that of the file."""
        if not self.bytes_as_letters:
            return text
        return as_bytes(text.encode(_BYTES, "replace")).decode(_LETTERS)


def as_bytes(block: bytes) -> bytes:
    """Return text in CP874 so that the engine can take each byte for a letter."""
    return block.translate(_PLAIN)


def written(cell: str | None, *, bytes_as_letters: bool) -> str:
    """Return a cell as it was written, from the letters that the engine saw."""
    if cell is None or not bytes_as_letters:
        return cell or ""
    return cell.encode(_LETTERS).decode(_BYTES, "replace")


@contextmanager
def connected(*paths: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """
    Open the engine with nothing in reach but some files.

    Raises
    ------
    duckdb.Error
        It can't be.
    """
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "temp_directory": "",
        "threads": min(2, os.cpu_count() or 1),
    }
    with duckdb.connect(":memory:", config=settings) as engine:
        engine.execute("SET preserve_insertion_order = false")
        # Else it may hold the lines of the list, whose number it can't know, against the places.
        engine.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        engine.execute("SET autoinstall_known_extensions = false")
        engine.execute("SET autoload_known_extensions = false")
        engine.execute("SET allowed_paths = ?", [list(paths)])
        engine.execute("SET enable_external_access = false")
        engine.execute("SET lock_configuration = true")
        yield engine


def text_table(name: str, columns: int, delimiter: str, *, bytes_as_letters: bool) -> Source:
    """Return delimited text without headings as a source."""
    kinds = ", ".join(f"'c{number}': 'VARCHAR'" for number in range(columns))
    encoding = "latin-1" if bytes_as_letters else "utf-8"
    return Source(
        f"read_csv({_quoted(name)}, auto_detect = false, header = false, columns = {{{kinds}}}, "
        f"delim = {_quoted(delimiter)}, quote = '\"', escape = '\"', encoding = '{encoding}', "
        f"max_line_size = {_LONGEST_RECORD}, store_rejects = true, "
        f"rejects_limit = {_REFUSALS_KEPT})",
        bytes_as_letters,
    )


def parquet_names(engine: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    """Return the names of the columns of a Parquet file."""
    rows = _asked(engine, f"DESCRIBE FROM read_parquet({_quoted(str(path))})")
    return [str(name) for name, *_ in rows]


def parquet_table(path: Path, headings: Sequence[str], wanted: Iterable[int]) -> Source:
    """Return a Parquet file as a source, of which only some columns are read."""
    columns = ", ".join(
        f'CAST("{headings[number].replace(chr(34), chr(34) * 2)}" AS VARCHAR) AS c{number}'
        for number in sorted(wanted)
    )
    return Source(f"(FROM read_parquet({_quoted(str(path))}) SELECT {columns})")


def groups(
    engine: duckdb.DuckDBPyConnection, source: Source, by: Sequence[int], sums: Sequence[int]
) -> list[list[Any]]:
    """
    Return what parts the lines of a source, with how many there are of each.

    Parameters
    ----------
    engine
        The engine.
    source
        What is read.
    by
        Columns whose cells tell lines apart.
    sums
        Columns that are summed.

    Returns
    -------
    list
        Per group: its cells as the engine sees them, the position in `sums` of the first column
        that is no number (-1 where all are), how many lines, and their sums as text, None where
        there is no number.

    Raises
    ------
    FileError
        There are too many different cells for a list of places.
    MemoryError
        It takes more than the engine may.
    """
    names = ", ".join(f"g{number}" for number in by)
    cells = ", ".join(f"left(c{number}, {LONGEST_CELL}) AS g{number}" for number in by)
    texts = "".join(f", trim(c{number}) AS t{number}" for number in sums)
    amounts = "".join(f", {_amount(f't{number}', source)} AS n{number}" for number in sums)
    unread = "".join(
        f"WHEN n{number} IS NULL AND {_is_filled(f't{number}', source)} THEN {place} "
        for place, number in enumerate(sums)
    )
    unread = f"CASE {unread}ELSE -1 END" if sums else "-1"
    totals = "".join(f", CAST(SUM(n{number}) FILTER (unread < 0) AS VARCHAR)" for number in sums)
    question = (
        f"FROM (FROM (FROM (FROM {source.table} SELECT {cells}{texts}) SELECT *{amounts}) "
        f"SELECT *, {unread} AS unread) "
        f"SELECT {names}, unread, COUNT(*){totals} "
        f"GROUP BY {names}, unread LIMIT {MOST_GROUPS + 1}"
    )
    found = _asked(engine, question)
    if len(found) > MOST_GROUPS:
        raise FileError("counting_too_many_places", most=MOST_GROUPS)
    return [list(row) for row in found]


def households(
    engine: duckdb.DuckDBPyConnection,
    source: Source,
    by: Sequence[int],
    household: int,
    kinds: Sequence[tuple[Sequence[str | None], int]],
) -> tuple[dict[int, int], dict[int, int]]:
    """
    Return how many different households there are in each of some sets of groups.

    Of a household's number, and of a place, only 64 bits of a hash are held and compared: with ten
    million households the odds are one in a hundred thousand that two are taken for one.

    Parameters
    ----------
    engine
        The engine.
    source
        What is read.
    by
        Columns whose cells tell lines apart.
    household
        Column with the household's number; lines without one are left out.
    kinds
        Cells of a group, as `groups` gives them, and the number of a set that it belongs to; a
        group may belong to several.

    Returns
    -------
    tuple
        Number of a set to its different households, and to its lines without such a number.
    """
    names = [f"g{number}" for number in by]
    listed = [[*texts, kind] for texts, kind in kinds]
    engine.execute(
        f"CREATE TEMP TABLE texts ({', '.join(f'{n} VARCHAR' for n in names)}, kind INTEGER)"
    )
    engine.append("texts", DataFrame(listed, columns=[*names, "kind"]))
    engine.execute(
        f"CREATE TEMP TABLE kinds AS FROM texts SELECT hash({', '.join(names)}) AS place, kind"
    )
    cells = ", ".join(f"left(c{number}, {LONGEST_CELL})" for number in by)
    number = _upper(f"trim(c{household})")
    _asked(
        engine,
        f"CREATE TEMP TABLE pairs AS FROM (FROM {source.table} "
        f"SELECT hash({cells}) AS place, {number} AS number) JOIN kinds USING (place) "
        f"SELECT kind, CASE WHEN number <> '' THEN hash(number) END AS household",
    )
    blank = _asked(engine, "FROM pairs SELECT kind, COUNT(*) WHERE household IS NULL GROUP BY kind")
    counts: dict[int, int] = {}
    for part in range(_PARTS):
        found = _asked(
            engine,
            f"FROM pairs SELECT kind, COUNT(DISTINCT household) "
            f"WHERE household % {_PARTS} = {part} GROUP BY kind",
        )
        for kind, count in found:
            counts[kind] = counts.get(kind, 0) + count
    return counts, dict(blank)


def refused(engine: duckdb.DuckDBPyConnection) -> tuple[list[int], bool]:
    """Return the lines that were no record, as the engine counts lines, and whether that is all."""
    rows = _asked(engine, "SELECT DISTINCT line FROM reject_errors ORDER BY line")
    ((kept,),) = _asked(engine, "SELECT COUNT(*) FROM reject_errors")
    return [line for (line,) in rows], kept < _REFUSALS_KEPT


def _asked(engine: duckdb.DuckDBPyConnection, question: str) -> list[tuple[Any, ...]]:
    try:
        return engine.execute(question).fetchall()
    except duckdb.OutOfMemoryException as error:
        raise MemoryError from error
    except duckdb.Error as error:
        # What the engine says holds lines of the file.
        raise FileError("counting_unreadable") from error


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _upper(text: str) -> str:
    # Where bytes came as letters, the engine's own upper() would change Thai letters too.
    return f"translate({text}, '{ascii_lowercase}', '{ascii_uppercase}')"


def _amount(text: str, source: Source) -> str:
    """Return the amount that a text says, NULL where it says none; most have Arabic digits."""

    def cast(digits: str, otherwise: str) -> str:
        return (
            f"CASE WHEN regexp_full_match({digits}, '{_NUMBER}') "
            f"THEN TRY_CAST(replace({digits}, ',', '') AS DECIMAL(18, 2)) ELSE {otherwise} END"
        )

    thai = f"translate({text}, '{source.seen(_THAI_DIGITS)}', '0123456789')"
    return cast(text, cast(thai, "NULL"))


def _is_filled(text: str, source: Source) -> str:
    blank = ", ".join(_quoted(source.seen(word.upper())) for word in sorted(MISSING))
    return f"COALESCE({_upper(text)}, '') NOT IN ({blank})"
