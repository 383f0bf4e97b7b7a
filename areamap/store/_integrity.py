"""Whether the database is whole: its pages, its references, and whether what it says adds up."""

import json

from sqlalchemy import Connection, func, select

from areamap.errors import StoreError
from areamap.store import _ledger, tables


def check(connection: Connection) -> None:
    """Raise where anything is not as it was written; see `Store.check_integrity`."""
    if connection.dialect.name == "sqlite":
        _check_pages(connection)
    _check_rows(connection)
    _check_contents(connection)
    _check_drafts(connection)


def _check_pages(connection: Connection) -> None:
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if found != ["ok"]:
        raise StoreError("store_damaged", database=connection.engine.url.database)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise StoreError("store_not_whole", what=f"{broken[0]} {broken[1]}")


def _check_rows(connection: Connection) -> None:
    """Each publication has as many rows as it counted when it was made."""
    row = tables.row
    counting = select(row.c.content_id, func.count().label("rows")).group_by(row.c.content_id)
    held = {line.content_id: line.rows for line in connection.execute(counting)}
    publication = tables.publication.c
    contents = connection.execute(select(publication.id, publication.content_id))
    content_of = {line.id: line.content_id for line in contents}
    for each in _ledger.every(connection, select(tables.publication)):
        counted = 0 if each.is_cleared else sum(each.counts.values())
        if held.get(content_of[each.id], 0) != counted:
            raise StoreError("store_not_whole", what=f"publication {each.id}")


def _check_contents(connection: Connection) -> None:
    """Each content was published."""
    published = select(tables.publication.c.content_id)
    query = select(tables.content.c.id).where(tables.content.c.id.not_in(published))
    lost = connection.scalars(query).first()
    if lost is not None:
        raise StoreError("store_not_whole", what=f"content {lost}")


def _check_drafts(connection: Connection) -> None:
    """Each draft in work has its content, no finished one does, and its choices can be read."""
    content = tables.draft_content.c.draft_id
    query = (
        select(tables.draft, content.label("held"))
        .outerjoin(tables.draft_content, content == tables.draft.c.id)
        .order_by(tables.draft.c.id)
    )
    for line in connection.execute(query):
        if (line.held is None) != (line.finished_at is not None) or not _is_json(line.choices):
            raise StoreError("store_not_whole", what=f"draft {line.id}")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
