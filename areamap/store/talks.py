"""Talks under a name: which slides in which order, and the moment that they show for good."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from areamap.errors import StoreError
from areamap.store import _settings, audit
from areamap.store._engine import reading, writing
from areamap.store._persons import refuse_person
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.talk_tables import talk as table
from areamap.store.talk_tables import talk_photo as photos

MOST_SLIDES: Final = 60
MOST_BYTES: Final = 2**20
"""Of one photo."""

_LONGEST: Final = {"heading": 120, "text": 700, "notes": 1500}
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Slide:
    """
    A slide of a talk.

    Attributes
    ----------
    id
        Names it: that of a slide that is made from the registers, or one that begins with `own`.
    heading, text, notes
        What an own slide says, and what only who speaks sees.
    photo
        Digest of its photo; nothing where it has none.
    """

    id: str
    heading: str = ""
    text: str = ""
    notes: str = ""
    photo: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a person wrote it."""
        return self.id.startswith("own")


@dataclass(frozen=True, slots=True)
class Moment:
    """
    What a talk shows for good.

    Attributes
    ----------
    as_of
        The day.
    known_at
        By the publications of this moment (UTC).
    made_from
        Numbers of the publications.
    is_sample
        Whether they are of the sample.
    """

    as_of: date
    known_at: datetime
    made_from: tuple[int, ...]
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """
    A talk that was kept.

    Attributes
    ----------
    id
        Its number.
    name
        What it is called; no other has this name.
    scope
        Code of the area.
    moment
        What it shows for good.
    slides
        The slides in their order.
    version
        One more with each change.
    by, at
        Who changed it last, and when (UTC).
    """

    id: int
    name: str
    scope: str
    moment: Moment
    slides: tuple[Slide, ...]
    version: int
    by: str
    at: datetime


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
        name = _named(name)
        refuse(slides)
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            _settings.queue(connection)
            _refuse_taken(connection, name)
            values = {"name": name, "scope": scope, "version": 1, **_moment(moment)}
            values |= {"slides": _written(slides), **_when("made", by, now)}
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
            _update(connection, talk, by, {"slides": _written(slides)})
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
            _update(connection, talk, by, _moment(moment))
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
            return [_read(line) for line in connection.execute(query)]

    def photos(self, number: int) -> dict[str, bytes]:
        """Return the photos of a talk by digest."""
        query = select(photos.c.digest, photos.c.body).where(photos.c.talk_id == number)
        with reading(self._engine) as connection:
            return {line.digest: line.body for line in connection.execute(query)}


def digest(body: bytes) -> str:
    """Return what a photo is called."""
    return sha256(body).hexdigest()[:32]


def _named(name: str) -> str:
    name = " ".join(name.split())
    refuse_person(name)
    if not name or len(name) > _LONGEST_NAME:
        raise StoreError("store_talk_name", longest=_LONGEST_NAME)
    return name


def refuse(slides: Sequence[Slide]) -> None:
    """
    Refuse slides that may not be kept.

    Raises
    ------
    StoreError
        There are none or too many, a text is too long or holds a citizen's number.
    """
    if not slides or len(slides) > MOST_SLIDES:
        raise StoreError("store_talk_slides", most=MOST_SLIDES)
    for slide in slides:
        refuse_person(slide.heading, slide.text, slide.notes)
        for name, longest in _LONGEST.items():
            if len(getattr(slide, name)) > longest:
                raise StoreError("store_talk_long", text=slide.heading[:40], longest=longest)


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


def _moment(moment: Moment) -> dict[str, Any]:
    return {**asdict(moment), "made_from": json.dumps(list(moment.made_from))}


def _when(what: str, by: str, now: datetime) -> dict[str, Any]:
    return {f"{what}_at": now, f"{what}_by": by}


def _written(slides: Sequence[Slide]) -> str:
    told = [{name: value for name, value in asdict(each).items() if value} for each in slides]
    return json.dumps(told, ensure_ascii=False)


def _note(
    connection: Connection, action: Action, number: int, by: str, details: dict[str, Any]
) -> None:
    audit.write(connection, action, f"talk {number}", by=by, details=details)


def _one(connection: Connection, number: int) -> Talk:
    line = connection.execute(select(table).where(table.c.id == number)).one_or_none()
    if line is None:
        raise StoreError("store_no_talk", id=number)
    return _read(line)


def _read(line: Any) -> Talk:  # noqa: ANN401 - a row of SQLAlchemy
    moment = Moment(line.as_of, line.known_at, tuple(json.loads(line.made_from)), line.is_sample)
    slides = tuple(Slide(**each) for each in json.loads(line.slides))
    return Talk(
        line.id,
        line.name,
        line.scope,
        moment,
        slides,
        line.version,
        line.changed_by,
        line.changed_at,
    )
