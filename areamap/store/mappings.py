"""Mappings: which column of a register a source means by a heading."""

from collections.abc import Mapping

from sqlalchemy import select, union

from areamap.store import _remembered, _settings, audit
from areamap.store._engine import reading, writing
from areamap.store._persons import refuse_person
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.tables import alias
from areamap.store.tables import mapping as table


class Mappings(Shelf):
    """The mappings of a database, reached as `Store.mappings`."""

    def remember(self, source: str, register: str, headings: Mapping[str, str], by: str) -> None:
        """
        Remember columns of headings, in place of what was remembered of the same ones.

        Parameters
        ----------
        source, register
            Whose file, as which register.
        headings
            Heading to column of the register; an empty one says that the heading means none. A
            heading with a citizen's number in it is not remembered.
        by
            Who decided so.

        Raises
        ------
        StoreError
            The source holds a citizen's number.
        """
        refuse_person(source)
        key = {"source": source, "register": register}
        with writing(self._engine) as connection:
            _settings.queue(connection)
            told = ("heading", "column_name", headings)
            count = _remembered.put(connection, table, key, told, by)
            if count:
                details = {"register": register, "headings": dict(headings)}
                audit.write(connection, Action.REMEMBER_MAPPING, source, by=by, details=details)

    def of(self, source: str, register: str) -> dict[str, str]:
        """Return the column by heading of one source for one register; empty means none."""
        query = (
            select(table.c.heading, table.c.column_name)
            .where(table.c.source == source, table.c.register == register)
            .order_by(table.c.heading)
        )
        with reading(self._engine) as connection:
            return {line.heading: line.column_name for line in connection.execute(query)}

    def sources(self) -> list[str]:
        """Return the sources of which anything is remembered, mappings or aliases, in order."""
        with reading(self._engine) as connection:
            found = connection.scalars(union(select(table.c.source), select(alias.c.source)))
            return sorted(found)
