"""Lines of the table `publication`."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, delete, func, insert, select

from areamap.errors import StoreError
from areamap.measures.money import SATANG, satang
from areamap.store import _settings, tables
from areamap.store._rows import ORIGIN
from areamap.store.publications import Publication, PublishConflict, Submission, Unchecked

SAMPLE_CLEARED: Final = "sample_cleared_upto"
"""What is remembered when the sample is cleared: the number of the last publication then."""

_TICK: Final = timedelta(microseconds=1)


def add(connection: Connection, values: dict[str, Any]) -> Publication:
    """
    Add a publication and return it.

    Its time is later than that of every one before, even where a clock went back.
    """
    table = tables.publication
    before = connection.scalar(select(func.max(table.c.created_at)))
    now = datetime.now(UTC)
    moment = now if before is None else max(now, before + _TICK)
    adding = insert(table).values(**values, created_at=moment).returning(table)
    return publication(connection.execute(adding).one(), cleared_upto=0)


def in_force(
    connection: Connection, register: str, *, sample: bool, known_at: datetime | None = None
) -> Publication | None:
    """Return the publication in force; see `Store.in_force`."""
    table = tables.publication
    query = (
        select(table)
        .where(table.c.register == register, table.c.is_sample == sample)
        .order_by(table.c.id.desc())
        .limit(1)
    )
    if known_at is not None:
        query = query.where(table.c.created_at <= known_at)
    found = every(connection, query)
    return found[0] if found and not found[0].is_cleared else None


def every_in_force(connection: Connection) -> dict[tuple[str, bool], Publication]:
    """Return the publications in force, by register and whether they are of the sample."""
    table = tables.publication
    last = select(func.max(table.c.id)).group_by(table.c.register, table.c.is_sample)
    found = every(connection, select(table).where(table.c.id.in_(last)))
    return {(each.register, each.is_sample): each for each in found if not each.is_cleared}


def refuse_conflict(connection: Connection, submission: Submission) -> None:
    """
    Refuse a submission of an editor who saw another publication in force.

    Raises
    ------
    PublishConflict
        Carries those that were published since.
    """
    seen = submission.expected
    if isinstance(seen, Unchecked):
        return
    current = in_force(connection, submission.register, sample=submission.is_sample)
    if (current.id if current else None) == seen:
        return
    table = tables.publication
    query = select(table).where(
        table.c.register == submission.register,
        table.c.is_sample == submission.is_sample,
        table.c.id > (seen or 0),
    )
    raise PublishConflict(every(connection, query.order_by(table.c.id.desc())))


def refuse_origins(connection: Connection, submission: Submission) -> None:
    """
    Refuse rows that are said to come from the file of a publication that can't be theirs.

    Raises
    ------
    ValueError
        There is none of this number in the same register and world, or it was cleared; a mistake of
        ours.
    """
    if ORIGIN not in submission.rows.columns:
        return
    for number in submission.rows[ORIGIN].dropna().unique().tolist():
        found = line(connection, number)
        if (found.register, found.is_sample) != (submission.register, submission.is_sample):
            raise ValueError(f"publication {number} is of another register")


def line(connection: Connection, number: int) -> Row[Any]:
    """
    Return the line of a publication whose rows are there.

    Raises
    ------
    StoreError
        There is none of this number, or its rows were cleared.
    """
    if one(connection, number).is_cleared:
        raise StoreError("store_publication_cleared", id=number)
    table = tables.publication
    return connection.execute(select(table).where(table.c.id == number)).one()


def one(connection: Connection, number: int) -> Publication:
    """
    Return a publication, cleared or not.

    Raises
    ------
    StoreError
        There is none of this number.
    """
    table = tables.publication
    found = every(connection, select(table).where(table.c.id == number))
    if not found:
        raise StoreError("store_no_publication", id=number)
    return found[0]


def every(connection: Connection, query: Select[Any]) -> list[Publication]:
    """Return the publications that a query of their table finds."""
    upto = _cleared_upto(connection)
    return [publication(line, upto) for line in connection.execute(query)]


def clear_samples(connection: Connection) -> int:
    """Delete the rows of all sample publications so far and return how many are newly cleared."""
    table = tables.publication
    fresh = select(func.count()).where(table.c.is_sample, table.c.id > _cleared_upto(connection))
    count = connection.scalar(fresh)
    contents = select(table.c.content_id).where(table.c.is_sample)
    for held in (tables.cells, tables.row):
        connection.execute(delete(held).where(held.c.content_id.in_(contents)))
    last = connection.scalar(select(func.max(table.c.id)))
    _settings.put(connection, SAMPLE_CLEARED, str(last or 0))
    return int(count or 0)


def publication(line: Row[Any], cleared_upto: int) -> Publication:
    """Return a line as the value that people ask for."""
    return Publication(
        id=line.id,
        register=line.register,
        created_at=line.created_at,
        created_by=line.created_by,
        file_name=line.file_name,
        file_sha256=line.file_sha256,
        note=line.note,
        is_sample=line.is_sample,
        counts=json.loads(line.counts),
        baht={state: Decimal(amount) / SATANG for state, amount in json.loads(line.satang).items()},
        rolled_back_from=line.rolled_back_from,
        is_cleared=line.is_sample and line.id <= cleared_upto,
        details=json.loads(line.details),
    )


def totals(submission: Submission) -> tuple[dict[str, int], dict[str, int]]:
    """Return the rows and the satang of a submission by state."""
    states = submission.rows["status"].astype("str")
    counts = {str(state): int(count) for state, count in states.value_counts().items()}
    # A figure in the unit of its row is kept as an amount is, and is no baht.
    paid = (name for name, kind in submission.kinds.items() if kind == "amount")
    money = submission.main_amount or next((n for n in paid if n.endswith("_baht")), None)
    if money is None or money not in submission.rows.columns:
        return counts, {}
    sums = satang(submission.rows[money]).groupby(states).sum()
    return counts, {str(state): int(amount) for state, amount in sums.items()}


def _cleared_upto(connection: Connection) -> int:
    """Return the number of the last publication that the clearing of the sample reached."""
    return int(_settings.get(connection, SAMPLE_CLEARED) or 0)
