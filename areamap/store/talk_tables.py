"""The tables of kept talks; `tables` has the others, `migrations/` makes all of them."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Table, Text

from areamap.store.tables import Moment, metadata

talk: Final = Table(
    "talk",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("scope", String, nullable=False, comment="code of the area"),
    Column("as_of", Date, nullable=False),
    Column("known_at", Moment, nullable=False, comment="by the publications of this moment"),
    Column("made_from", Text, nullable=False, comment="JSON: numbers of the publications"),
    Column("is_sample", Boolean, nullable=False),
    Column("slides", Text, nullable=False, comment="JSON: in their order, own ones with texts"),
    Column("version", Integer, nullable=False, comment="one more with each change"),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String, nullable=False),
    sqlite_autoincrement=True,
)
"""Talks that were kept, each with the moment that it shows for good."""

talk_photo: Final = Table(
    "talk_photo",
    metadata,
    Column("talk_id", ForeignKey(talk.c.id), primary_key=True, autoincrement=False),
    Column("digest", String, primary_key=True, comment="of the body"),
    Column("body", LargeBinary, nullable=False, comment="JPEG, as we wrote it ourselves"),
)
"""The photos of a talk."""
