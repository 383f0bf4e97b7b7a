"""Explanations: why a finding of the quality page is as it should be."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from areamap.store import _settings, audit
from areamap.store._engine import reading, writing
from areamap.store._persons import refuse_person
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.tables import explanation as table


@dataclass(frozen=True, slots=True)
class Explanation:
    """
    Why a finding is as it should be.

    Attributes
    ----------
    note
        The reason, as it was typed.
    by, at
        Who gave it, and when (UTC).
    """

    note: str
    by: str
    at: datetime


class Explanations(Shelf):
    """The explanations of a database, reached as `Store.explanations`."""

    def explain(self, finding_key: str, note: str, by: str) -> Explanation:
        """
        Explain a finding, in place of an explanation before.

        Raises
        ------
        StoreError
            The note holds a citizen's number.
        """
        refuse_person(note)
        given = Explanation(note=note, by=by, at=datetime.now(UTC))
        with writing(self._engine) as connection:
            _settings.queue(connection)
            _forget(connection, finding_key)
            connection.execute(
                insert(table).values(
                    finding_key=finding_key, note=note, made_by=by, made_at=given.at
                )
            )
            details = {"note": note}
            audit.write(connection, Action.EXPLAIN, finding_key, by=by, details=details)
        return given

    def withdraw(self, finding_key: str, by: str) -> None:
        """Take an explanation back; one that is not there stays so."""
        with writing(self._engine) as connection:
            if _forget(connection, finding_key):
                audit.write(connection, Action.WITHDRAW, finding_key, by=by)

    def every(self) -> dict[str, Explanation]:
        """Return the explanations by key of their finding."""
        with reading(self._engine) as connection:
            return {
                line.finding_key: Explanation(note=line.note, by=line.made_by, at=line.made_at)
                for line in connection.execute(select(table).order_by(table.c.finding_key))
            }


def _forget(connection: Connection, finding_key: str) -> bool:
    done = connection.execute(delete(table).where(table.c.finding_key == finding_key))
    return done.rowcount > 0
