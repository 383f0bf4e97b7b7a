"""Lines of the tables that remember what people taught: aliases and mappings."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, bindparam, delete, insert

from areamap.store._persons import holds_person


def put(
    connection: Connection,
    table: Table,
    key: dict[str, str],
    told: tuple[str, str, Mapping[str, str]],
    by: str,
) -> int:
    """
    Remember texts in place of what was remembered of the same ones.

    Writers must have queued up before (`_settings.queue`).

    Parameters
    ----------
    connection
        Of the write.
    table
        `alias` or `mapping`.
    key
        Columns that all lines share, with their values.
    told
        Name of the column of the texts, name of the column of what they mean, and which text means
        what.
    by
        Who taught it.

    Returns
    -------
    int
        How many were remembered: texts with a citizen's number are left out.
    """
    text_column, meaning_column, meanings = told
    now = datetime.now(UTC)
    lines = [
        {**key, text_column: text, meaning_column: meaning, "made_at": now, "made_by": by}
        for text, meaning in meanings.items()
        if not holds_person(text)
    ]
    if not lines:
        return 0
    same = [table.c[name] == value for name, value in key.items()]
    forgetting = delete(table).where(*same, table.c[text_column] == bindparam("told"))
    connection.execute(forgetting, [{"told": line[text_column]} for line in lines])
    connection.execute(insert(table), lines)
    return len(lines)
