"""Lines of the table `cells`, and the way of a row back to its own."""

import json
from typing import Any

from pandas import DataFrame
from sqlalchemy import ColumnElement, Connection, Row, select

from areamap.errors import StoreError
from areamap.store import _cells, _ledger
from areamap.store.publications import Trace
from areamap.store.tables import cells as table
from areamap.store.tables import content, row


def cells(
    connection: Connection, content_id: int, condition: ColumnElement[bool] | None = None
) -> DataFrame:
    """Return the cells of a content, or of the lines of its table that a condition leaves."""
    kept = connection.scalar(select(content.c.headings).where(content.c.id == content_id))
    query = select(table.c.body).where(table.c.content_id == content_id).order_by(table.c.part)
    if condition is not None:
        query = query.where(condition)
    return _cells.frame(json.loads(kept or "null"), connection.scalars(query))


def trace(connection: Connection, publication_id: int, position: int) -> Trace:
    """Return where a row came from; see `History.trace`."""
    content_id = _ledger.line(connection, publication_id).content_id
    found = _row(connection, content_id, row.c.seq == position)
    if found is None:
        raise StoreError("store_no_row", id=publication_id, row=position)
    if found.origin is not None:
        publication_id = found.origin
        content_id = _ledger.line(connection, publication_id).content_id
        same = (row.c.sheet.is_not_distinct_from(found.sheet), row.c.origin.is_(None))
        found = _row(connection, content_id, row.c.row_number == found.row_number, *same) or found
    return Trace(
        publication=_ledger.one(connection, publication_id),
        sheet=found.sheet,
        row=found.row_number,
        cells=_cells_at(connection, content_id, found.seq) if found.origin is None else {},
    )


def _row(
    connection: Connection, content_id: int, *conditions: ColumnElement[bool]
) -> Row[*tuple[Any, ...]] | None:
    query = select(row.c.seq, row.c.sheet, row.c.row_number, row.c.origin)
    return connection.execute(query.where(row.c.content_id == content_id, *conditions)).first()


def _cells_at(connection: Connection, content_id: int, position: int) -> dict[str, str]:
    part = cells(connection, content_id, table.c.part == position // _cells.PART)
    if position not in part.index:
        return {}
    return {str(name): str(text) for name, text in part.loc[position].dropna().items()}
