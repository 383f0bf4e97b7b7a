"""Assignments: who was asked to go to an area that lacks something, by when, and whether done."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from areamap.errors import StoreError
from areamap.store import _settings, audit
from areamap.store._engine import reading, writing
from areamap.store._persons import refuse_person
from areamap.store._shelf import Shelf
from areamap.store.audit import Action, AuditEntry
from areamap.store.tables import assignment as table


@dataclass(frozen=True, slots=True)
class Place:
    """
    What somebody is sent for.

    Attributes
    ----------
    theme
        Id of the register in which the area lacks a record.
    basis
        `tambon` or `authority`.
    area_code
        The area.
    is_sample
        Whether the gap is one of the sample world.
    """

    theme: str
    basis: str
    area_code: str
    is_sample: bool

    @property
    def subject(self) -> str:
        """What the audit log calls it."""
        world = "sample " if self.is_sample else ""
        return f"{world}assignment {self.theme} {self.basis} {self.area_code}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    An assignment as it is to be.

    Attributes
    ----------
    place
        What somebody is sent for.
    assigned_to
        A role, a unit or initials; no person.
    due_on
        The day by which; None where none was said.
    note
        What else there is to say; no person.
    state
        `open`, `visited` or `done`.
    seen
        Version that was seen when it was decided; 0 where there was none.
    """

    place: Place
    assigned_to: str
    due_on: date | None
    note: str
    state: str
    seen: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """
    An assignment as it is kept.

    Attributes
    ----------
    place
        What somebody is sent for.
    assigned_to, due_on, note, state
        As in `Wanted`.
    version
        Grows by one with each change.
    made_at, made_by
        When it was first made (UTC), and by whom.
    changed_at, changed_by
        The same of the last change.
    """

    place: Place
    assigned_to: str
    due_on: date | None
    note: str
    state: str
    version: int
    made_at: datetime
    made_by: str
    changed_at: datetime
    changed_by: str


class Assignments(Shelf):
    """The assignments of a database, reached as `Store.assignments`."""

    def put(self, wanted: Sequence[Wanted], by: str) -> None:
        """
        Make or change assignments, all of them or none; each leaves an entry in the audit log.

        Raises
        ------
        StoreError
            A text holds a citizen's number; or an assignment was made, changed or taken back by
            somebody else since it was seen.
        """
        for each in wanted:
            refuse_person(each.assigned_to, each.note)
        with writing(self._engine) as connection:
            _settings.queue(connection)
            for each in wanted:
                _put(connection, each, by)

    def take_back(self, place: Place, by: str) -> None:
        """Take an assignment back; one that is not there stays so."""
        with writing(self._engine) as connection:
            _settings.queue(connection)
            before = _line(connection, place)
            if before is None:
                return
            connection.execute(delete(table).where(_is(place)))
            details = {"before": _told(before)}
            audit.write(
                connection, Action.TAKE_BACK_ASSIGNMENT, place.subject, by=by, details=details
            )

    def every(self, theme: str, basis: str, *, is_sample: bool) -> dict[str, Assignment]:
        """Return the assignments of a theme and basis in one world, by code of their area."""
        asked = (
            (table.c.theme == theme) & (table.c.basis == basis) & (table.c.is_sample == is_sample)
        )
        query = select(table).where(asked).order_by(table.c.area_code)
        with reading(self._engine) as connection:
            return {line.area_code: _assignment(line) for line in connection.execute(query)}

    def history(self, place: Place, limit: int = 20) -> list[AuditEntry]:
        """Return what was done to an assignment, newest first."""
        with reading(self._engine) as connection:
            return audit.of_subject(connection, place.subject, limit)


def _put(connection: Connection, wanted: Wanted, by: str) -> None:
    before = _line(connection, wanted.place)
    if (before.version if before else 0) != wanted.seen:
        who = before.changed_by if before else "–"
        raise StoreError("store_assignment_changed", code=wanted.place.area_code, by=who)
    now = datetime.now(UTC)
    told = {
        "assigned_to": wanted.assigned_to,
        "due_on": wanted.due_on,
        "note": wanted.note,
        "state": wanted.state,
        "version": wanted.seen + 1,
        "changed_at": now,
        "changed_by": by,
    }
    if before is None:
        made = {"made_at": now, "made_by": by}
        connection.execute(insert(table).values(**asdict(wanted.place), **told, **made))
    else:
        connection.execute(update(table).where(_is(wanted.place)).values(**told))
    details = {"after": _told(wanted)} | ({"before": _told(before)} if before else {})
    audit.write(connection, Action.ASSIGN, wanted.place.subject, by=by, details=details)


def _told(line: Assignment | Wanted) -> dict[str, str]:
    """Return what an entry of the log says of an assignment."""
    return {
        "assigned_to": line.assigned_to,
        "due_on": line.due_on.isoformat() if line.due_on else "",
        "note": line.note,
        "state": line.state,
    }


def _is(place: Place) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in asdict(place).items()))


def _line(connection: Connection, place: Place) -> Assignment | None:
    found = connection.execute(select(table).where(_is(place))).one_or_none()
    return None if found is None else _assignment(found)


def _assignment(line: Any) -> Assignment:  # noqa: ANN401 - a line of the table
    own = line._asdict()
    place = Place(*(own.pop(name) for name in ("theme", "basis", "area_code", "is_sample")))
    return Assignment(place=place, **own)
