"""
A submission on its way into the database: all that can be made before the lock is taken.

Rows wait as compressed blocks: 100,000 of them as lines of Python would take 200 MB.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pandas import DataFrame
from sqlalchemy import Connection, insert

from areamap.store import _cells, _ledger, _rows, tables
from areamap.store._persons import masked, masked_values, refuse_person
from areamap.store.publications import Kind, Submission

_BLOCK: Final = 5_000
"""Rows that wait in one block."""

_LEVEL: Final = 1


@dataclass(frozen=True, slots=True)
class Packed:
    """
    A submission as lines of the tables.

    Attributes
    ----------
    content
        Line of `content`.
    rows
        Lines of `row` without their content's id, as blocks that `_opened` reads.
    cells
        Lines of `cells`, without their content's id.
    publication
        Line of `publication`, without its content's id and moment.
    """

    content: dict[str, Any]
    rows: list[bytes]
    cells: list[dict[str, Any]]
    publication: dict[str, Any]


def pack(submission: Submission) -> Packed:
    """
    Check a submission and return it as lines of the tables.

    Raises
    ------
    PublishError, StoreError
        A text holds what can be a citizen's number.
    """
    refuse_person(submission.note)
    kinds = _rows.kinds_of(submission.rows, submission.kinds)
    counts, sums = _ledger.totals(submission)
    headings = _cells.headings(submission.cells)
    cells = submission.cells
    return Packed(
        content={
            "kinds": json.dumps(kinds),
            "headings": None if headings is None else json.dumps(headings),
        },
        rows=list(_blocks(submission.rows, kinds)),
        cells=[] if cells is None else _cells.pack(cells, submission.rows.index),
        publication={
            "register": submission.register,
            "is_sample": submission.is_sample,
            "created_by": submission.by,
            "file_name": masked(submission.file_name),
            "file_sha256": submission.file_sha256,
            "note": submission.note,
            "counts": json.dumps(counts),
            "satang": json.dumps(sums),
            "details": json.dumps(masked_values(submission.details), ensure_ascii=False),
        },
    )


def put(connection: Connection, packed: Packed) -> int:
    """Write content, rows and cells, and return the number of the content."""
    adding = insert(tables.content).values(**packed.content).returning(tables.content.c.id)
    content_id: int = connection.execute(adding).scalar_one()
    for block in packed.rows:
        lines = [{"content_id": content_id, **each} for each in _opened(block)]
        connection.execute(insert(tables.row), lines)
    if packed.cells:
        lines = [{"content_id": content_id, **each} for each in packed.cells]
        connection.execute(insert(tables.cells), lines)
    return content_id


def _blocks(rows: DataFrame, kinds: Mapping[str, Kind]) -> Iterator[bytes]:
    for first in range(0, len(rows), _BLOCK):
        lines = _rows.records(rows.iloc[first : first + _BLOCK], kinds, first)
        yield zlib.compress(json.dumps(lines, ensure_ascii=False).encode(), _LEVEL)


def _opened(block: bytes) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads(zlib.decompress(block))
    return lines
