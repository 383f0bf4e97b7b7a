"""Talks under a name: which slides in which order, and the moment that they show for good."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from areamap.errors import StoreError
from areamap.store import _settings, audit
from areamap.store._engine import reading, writing
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.talk_records import (
    Moment,
    Slide,
    Talk,
    moment_values,
    named,
    read,
    refuse,
    written,
)
from areamap.store.talk_tables import talk as table
from areamap.store.talk_tables import talk_photo as photos

MOST_BYTES: Final = 2**20
"""Of one photo."""


class Talks(Shelf):
    """The talks of a database, reached as `Store.talks`."""

    def keep(
        self,
        name: str,
        scope: str,
        moment: Moment,
        slides: Sequence[Slide],
        *,
        by: str,
        photos: Mapping[str, bytes] | None = None,
    ) -> Talk:
        """
        Keep a talk under a name that no other has.

        Parameters
        ----------
        name
            What it is called.
        scope
            Code of the area.
        moment
            What it shows for good.
        slides
            The slides in their order.
        by
            Who keeps it.
        photos
            The photos of its slides by digest, JPEG as we wrote it ourselves.

        Raises
        ------
        StoreError
            The name is empty or taken, a text is too long or holds a citizen's number, there are
            too many slides, or a photo is too large.
        """
        name = named(name)
        refuse(slides)
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            _settings.queue(connection)
            _refuse_taken(connection, name)
            values = {"name": name, "scope": scope, "version": 1, **moment_values(moment)}
            values |= {"slides": written(slides), **_when("made", by, now)}
            done = connection.execute(insert(table).values(values | _when("changed", by, now)))
            number = int(done.inserted_primary_key[0])  # type: ignore[index]  # it has one
            _put_photos(connection, number, slides, photos or {})
            details = {"name": name, "scope": scope, "made_from": list(moment.made_from)}
            _note(connection, Action.KEEP_TALK, number, by, details)
            return _one(connection, number)

    def change(
        self,
        talk: Talk,
        slides: Sequence[Slide],
        *,
        by: str,
        photos: Mapping[str, bytes] | None = None,
    ) -> Talk:
        """
        Keep other slides of a talk; the moment that it shows stays.

        Raises
        ------
        StoreError
            As for `keep`; `store_talk_changed` where somebody changed it since it was read.
        """
        refuse(slides)
        with writing(self._engine) as connection:
            _update(connection, talk, by, {"slides": written(slides)})
            _put_photos(connection, talk.id, slides, photos or {})
            _note(connection, Action.CHANGE_TALK, talk.id, by, {"name": talk.name})
            return _one(connection, talk.id)

    def renew(self, talk: Talk, moment: Moment, *, by: str) -> Talk:
        """
        Let a talk show another moment.

        Raises
        ------
        StoreError
            It is not there, or somebody changed it since it was read.
        """
        with writing(self._engine) as connection:
            _update(connection, talk, by, moment_values(moment))
            details = {"name": talk.name, "made_from": list(moment.made_from)}
            _note(connection, Action.RENEW_TALK, talk.id, by, details)
            return _one(connection, talk.id)

    def discard(self, talk: Talk, *, by: str) -> None:
        """Throw a talk away, with its photos; one that is not there stays so."""
        with writing(self._engine) as connection:
            _settings.queue(connection)
            connection.execute(delete(photos).where(photos.c.talk_id == talk.id))
            done = connection.execute(delete(table).where(table.c.id == talk.id))
            if done.rowcount:
                _note(connection, Action.DISCARD_TALK, talk.id, by, {"name": talk.name})

    def one(self, number: int) -> Talk:
        """
        Return a talk.

        Raises
        ------
        StoreError
            There is none of this number.
        """
        with reading(self._engine) as connection:
            return _one(connection, number)

    def every(self, scope: str | None = None) -> list[Talk]:
        """Return the talks of an area, or all, the last changed first."""
        query = select(table).order_by(table.c.changed_at.desc(), table.c.id.desc())
        if scope is not None:
            query = query.where(table.c.scope == scope)
        with reading(self._engine) as connection:
            return [read(line) for line in connection.execute(query)]

    def photos(self, number: int) -> dict[str, bytes]:
        """Return the photos of a talk by digest."""
        query = select(photos.c.digest, photos.c.body).where(photos.c.talk_id == number)
        with reading(self._engine) as connection:
            return {line.digest: line.body for line in connection.execute(query)}


def digest(body: bytes) -> str:
    """Return what a photo is called."""
    return sha256(body).hexdigest()[:32]


def _refuse_taken(connection: Connection, name: str) -> None:
    if connection.scalar(select(table.c.id).where(table.c.name == name)) is not None:
        raise StoreError("store_talk_taken", name=name)


def _update(connection: Connection, talk: Talk, by: str, values: dict[str, Any]) -> None:
    _settings.queue(connection)
    now = datetime.now(UTC)
    values = values | _when("changed", by, now) | {"version": talk.version + 1}
    own = (table.c.id == talk.id) & (table.c.version == talk.version)
    if not connection.execute(update(table).where(own).values(values)).rowcount:
        found = _one(connection, talk.id)
        raise StoreError("store_talk_changed", name=found.name, by=found.by)


def _put_photos(
    connection: Connection, number: int, slides: Sequence[Slide], given: Mapping[str, bytes]
) -> None:
    wanted = {slide.photo for slide in slides if slide.photo}
    others = photos.c.talk_id == number
    connection.execute(delete(photos).where(others, photos.c.digest.not_in(wanted)))
    there = set(connection.scalars(select(photos.c.digest).where(others)))
    for name in sorted(wanted - there):
        body = given.get(name)
        if body is None or digest(body) != name or len(body) > MOST_BYTES:
            raise StoreError("store_talk_photo")
        connection.execute(insert(photos).values(talk_id=number, digest=name, body=body))


def _when(what: str, by: str, now: datetime) -> dict[str, Any]:
    return {f"{what}_at": now, f"{what}_by": by}


def _note(
    connection: Connection, action: Action, number: int, by: str, details: dict[str, Any]
) -> None:
    audit.write(connection, action, f"talk {number}", by=by, details=details)


def _one(connection: Connection, number: int) -> Talk:
    line = connection.execute(select(table).where(table.c.id == number)).one_or_none()
    if line is None:
        raise StoreError("store_no_talk", id=number)
    return read(line)
