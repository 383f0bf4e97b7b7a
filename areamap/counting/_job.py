"""What is done with a long list in the process that may read it: see `areamap.sandbox`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from areamap.counting import _engine, _heads, lists
from areamap.counting._bytes import Watched, chunks
from areamap.counting._engine import Source
from areamap.counting._heads import HOUSEHOLD, STATE, Head
from areamap.counting._lines import Lines, Tally
from areamap.counting._pipe import fed
from areamap.counting.lists import PeopleList
from areamap.errors import FileError
from areamap.progress import Progress
from areamap.registers import personal

MOST_LINES_TOLD: Final = 1000
"""Numbers of lines that are no record, of which so many are kept."""

_PARQUET: Final = b"PAR1"


@dataclass(frozen=True, slots=True)
class _Opened:
    """A list while it is read."""

    head: Head
    engine: duckdb.DuckDBPyConnection
    source: Source
    tally: Tally | None
    file: Watched


def groups(path: str, wanted: str, most_bytes: int, progress: Progress) -> dict[str, Any]:
    """
    Return what parts the lines of a list, and how many there are of each.

    Parameters
    ----------
    path
        The file.
    wanted
        Id of the kind of list.
    most_bytes
        How large it may be once unpacked.
    progress
        Is told how far it is.

    Returns
    -------
    dict
        `head` (see `Head`), `by` (names of the columns whose cells tell groups apart), `sums`
        (names of the columns that are summed), `groups` (see `_engine.groups`), `lines` (below the
        headings), `blank` and `continued` (of these no record of their own), `refused` (lines that
        are no record), `refused_lines` (the first of them), `sha256`, `bytes_as_letters`.

    Raises
    ------
    FileError
        It is no such list, or can't be counted.
    """
    kind = lists.find(wanted)
    with _opened(Path(path), kind, most_bytes, progress) as told:
        by, sums = _asked_for(told.head, kind)
        found = _engine.groups(told.engine, told.source, _at(told.head, by), _at(told.head, sums))
        refused, is_all = _engine.refused(told.engine) if told.tally else ([], True)
    _refuse_persons(found, by, told)
    counted = sum(group[len(by) + 1] for group in found)
    tally = told.tally or Tally(lines=counted)
    if tally.records < counted or (is_all and tally.records != counted + len(refused)):
        raise FileError("counting_does_not_add_up", file=Path(path).name)
    return {
        "head": asdict(told.head),
        "by": by,
        "sums": sums,
        "groups": found,
        "bytes_as_letters": told.source.bytes_as_letters,
        "lines": tally.lines,
        "blank": tally.blank,
        "continued": tally.continued,
        "refused": tally.records - counted,
        "refused_lines": [told.head.lines + tally.line(line) for line in refused[:MOST_LINES_TOLD]],
        "sha256": told.file.sha256,
    }


def households(
    path: str,
    wanted: str,
    most_bytes: int,
    kinds: Sequence[tuple[Sequence[str | None], int]],
    progress: Progress,
) -> dict[str, Any]:
    """
    Return how many different households there are in each of some sets of groups.

    Parameters
    ----------
    path, wanted, most_bytes, progress
        As `groups` takes them.
    kinds
        Cells of a group, as `groups` gives them, and the number of a set that it belongs to.

    Returns
    -------
    dict
        `counts` and `blank` (pairs of the number of a set and its different households, and its
        lines without such a number), `sha256`.
    """
    kind = lists.find(wanted)
    with _opened(Path(path), kind, most_bytes, progress) as told:
        by, _ = _asked_for(told.head, kind)
        counts, blank = _engine.households(
            told.engine, told.source, _at(told.head, by), told.head.columns[HOUSEHOLD], kinds
        )
    return {
        "counts": list(counts.items()),
        "blank": list(blank.items()),
        "sha256": told.file.sha256,
    }


@contextmanager
def _opened(path: Path, kind: PeopleList, most_bytes: int, progress: Progress) -> Iterator[_Opened]:
    with Watched(path, progress) as file:
        if file.start.startswith(_PARQUET):
            file.finish()
            with _engine.connected(str(path)) as engine:
                head = _heads.of_names(_engine.parquet_names(engine, path), path, kind)
                source = _engine.parquet_table(path, head.headings, head.columns.values())
                yield _Opened(head, engine, source, None, file)
            return
        head = _heads.read(path, kind)
        lines = Lines(head.delimiter, len(head.headings))
        letters = head.encoding == "cp874"
        blocks = lines.blocks(chunks(file, head.encoding, most_bytes), head.lines)
        with fed(blocks) as name, _engine.connected(name) as engine:
            source = _engine.text_table(
                name, len(head.headings), head.delimiter, bytes_as_letters=letters
            )
            yield _Opened(head, engine, source, lines.tally, file)


def _asked_for(head: Head, kind: PeopleList) -> tuple[list[str], list[str]]:
    """Return the names of the columns that part the lines, and of those that are summed."""
    parting = [column.name for column in (*kind.register.place, *kind.by)] + [STATE]
    by = [name for name in parting if name in head.columns]
    summed = [figure.column for figure in kind.figures if figure.of == "sum"]
    return by, [name for name in summed if name in head.columns]


def _at(head: Head, names: Sequence[str]) -> list[int]:
    return [head.columns[name] for name in names]


def _refuse_persons(found: list[list[Any]], by: list[str], told: _Opened) -> None:
    """Refuse a list whose column of places, years or states holds persons."""
    letters = told.source.bytes_as_letters
    for place, name in enumerate(by):
        texts = {_engine.written(group[place], bytes_as_letters=letters) for group in found}
        if personal.holds_persons(sorted(texts)):
            heading = told.head.headings[told.head.columns[name]]
            raise FileError("counting_persons", column=heading)
