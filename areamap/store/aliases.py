"""Aliases: which area a source means by the place that it writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, select

from areamap.store import _remembered, _settings, audit
from areamap.store._engine import reading, writing
from areamap.store._persons import refuse_person
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.tables import alias as table


@dataclass(frozen=True, slots=True)
class Alias:
    """
    What a source means by a place.

    Attributes
    ----------
    area_code
        The area.
    by, at
        Who decided so, and when (UTC).
    source, register, key
        Whose file, as which register, and the place as it is written there, normalised.
    """

    area_code: str
    by: str
    at: datetime
    source: str
    register: str
    key: str


class Aliases(Shelf):
    """The aliases of a database, reached as `Store.aliases`."""

    def remember(self, source: str, register: str, places: Mapping[str, str], by: str) -> None:
        """
        Remember areas of places, in place of what was remembered of the same ones.

        Parameters
        ----------
        source, register
            Whose file, as which register.
        places
            Place, normalised, to code of its area. A place with a citizen's number in it is not
            remembered.
        by
            Who decided so.

        Raises
        ------
        StoreError
            The source holds a citizen's number.
        """
        with writing(self._engine) as connection:
            _settings.queue(connection)
            remember_aliases(connection, source, register, places, by)

    def of(self, source: str, register: str) -> dict[str, Alias]:
        """Return the aliases of one source for one register by place."""
        found = self._found(table.c.source == source, table.c.register == register)
        return {each.key: each for each in found}

    def every(self) -> list[Alias]:
        """Return all aliases by source, register and place."""
        return self._found()

    def forget(self, source: str, register: str, key: str, by: str) -> None:
        """Forget one alias; one that is not there stays so."""
        same = (table.c.source == source, table.c.register == register, table.c.key == key)
        with writing(self._engine) as connection:
            forgotten = connection.scalars(
                delete(table).where(*same).returning(table.c.area_code)
            ).first()
            if forgotten is not None:
                details = {"register": register, "place": key, "area_code": forgotten}
                audit.write(connection, Action.FORGET_ALIAS, source, by=by, details=details)

    def _found(self, *conditions: ColumnElement[bool]) -> list[Alias]:
        query = select(table).where(*conditions)
        order = (table.c.source, table.c.register, table.c.key)
        with reading(self._engine) as connection:
            return [_alias(line) for line in connection.execute(query.order_by(*order))]


def remember_aliases(
    connection: Connection, source: str, register: str, places: Mapping[str, str], by: str
) -> None:
    """Remember areas of places in a write that has queued up; see `Aliases.remember`."""
    refuse_person(source)
    told = ("key", "area_code", places)
    count = _remembered.put(connection, table, {"source": source, "register": register}, told, by)
    if count:
        details = {"register": register, "aliases": count}
        audit.write(connection, Action.REMEMBER_ALIASES, source, by=by, details=details)


def _alias(line: Row[Any]) -> Alias:
    return Alias(
        area_code=line.area_code,
        by=line.made_by,
        at=line.made_at,
        source=line.source,
        register=line.register,
        key=line.key,
    )
