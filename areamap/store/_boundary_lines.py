"""Lines of the table `boundary_set`."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from areamap.errors import StoreError
from areamap.store.boundary_sets import BoundarySet
from areamap.store.tables import boundary_set as table


def add(connection: Connection, *, report: dict[str, Any], **values: str) -> None:
    """Add a line; one of the same name must be of the same content, and stays as it is."""
    found = _line(connection, values["name"])
    if found is None:
        connection.execute(
            insert(table).values(
                **values, report=json.dumps(report, ensure_ascii=False), added_at=datetime.now(UTC)
            )
        )
    elif found.sha256 != values["sha256"]:
        raise StoreError("store_boundary_set_exists", name=values["name"])


def use(connection: Connection, name: str) -> None:
    """Put a set in use and the others of its level out of use."""
    level = one(connection, name).level
    connection.execute(
        update(table).where(table.c.level == level).values(in_use=table.c.name == name)
    )


def one(connection: Connection, name: str) -> BoundarySet:
    """Return the set of a name."""
    found = _line(connection, name)
    if found is None:
        raise StoreError("store_no_boundary_set", name=name)
    return _boundary_set(found)


def every(connection: Connection) -> list[BoundarySet]:
    """Return all sets, newest first."""
    lines = connection.execute(select(table).order_by(table.c.added_at.desc(), table.c.name))
    return [_boundary_set(line) for line in lines]


def _line(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(table).where(table.c.name == name)).first()


def _boundary_set(line: Row[Any]) -> BoundarySet:
    return BoundarySet(
        name=line.name,
        level=line.level,
        folder=line.folder,
        sha256=line.sha256,
        report=json.loads(line.report),
        added_at=line.added_at,
        in_use=line.in_use,
    )
