"""What is remembered under a name, and the line at which writers queue up."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, insert, select, update

from areamap.store.tables import setting

_WRITER: Final = "writer"


def queue(connection: Connection) -> None:
    """
    Wait until no other publication is on its way, so that numbers and times follow one another.

    PostgreSQL locks the line; SQLite has one writer at a time anyway.
    """
    connection.execute(select(setting.c.name).where(setting.c.name == _WRITER).with_for_update())


def get(connection: Connection, name: str) -> str | None:
    """Return a value; None where nothing is remembered."""
    return connection.scalar(select(setting.c.value).where(setting.c.name == name))


def put(connection: Connection, name: str, value: str) -> None:
    """Remember a value in place of the one before."""
    values = {"value": value, "changed_at": datetime.now(UTC)}
    done = connection.execute(update(setting).where(setting.c.name == name).values(**values))
    if not done.rowcount:
        connection.execute(insert(setting).values(name=name, **values))
