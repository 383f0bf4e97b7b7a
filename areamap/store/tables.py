"""The tables of the database; `migrations/` makes and changes them."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, also where the database knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as UTC; without its zone for SQLite, which keeps none."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

content: Final = Table(
    "content",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kinds", Text, nullable=False, comment="JSON: column to kind, in the columns' order"),
    Column("headings", Text, nullable=True, comment="JSON: of the file's own cells, where kept"),
    sqlite_autoincrement=True,
)
"""What was published; a roll back is a second publication of one content."""

row: Final = Table(
    "row",
    metadata,
    Column("content_id", ForeignKey(content.c.id), primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("sheet", String, nullable=True),
    Column("row_number", Integer, nullable=True, comment="the number that Excel shows"),
    Column("status", String, nullable=False),
    Column("area_code", String, nullable=True),
    Column("authority_code", String, nullable=True),
    Column("suggested_codes", Text, nullable=True, comment="best first, separated by spaces"),
    Column("reason_key", String, nullable=True),
    Column("reason_values", Text, nullable=True, comment="JSON"),
    Column("payload", Text, nullable=False, comment="JSON: column to value, missing absent"),
    Column("origin", ForeignKey("publication.id"), comment="whose file; null: its own"),
)
"""The rows of a content, each as it came out of its file."""

cells: Final = Table(
    "cells",
    metadata,
    Column("content_id", ForeignKey(content.c.id), primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False, comment="see `_cells`"),
)
"""The cells that the rows of a content were read from, a thousand rows in each line."""

publication: Final = Table(
    "publication",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content_id", ForeignKey(content.c.id), nullable=False),
    Column("register", String, nullable=False),
    Column("is_sample", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("file_sha256", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("counts", Text, nullable=False, comment="JSON: state to rows"),
    Column("satang", Text, nullable=False, comment="JSON: state to whole satang"),
    Column("rolled_back_from", ForeignKey("publication.id"), nullable=True),
    Column("details", Text, nullable=False, server_default="{}", comment="JSON"),
    Index(None, "register", "is_sample", "id"),
    sqlite_autoincrement=True,
)
"""Who published what and when; a line is never changed."""

boundary_set: Final = Table(
    "boundary_set",
    metadata,
    Column("name", String, primary_key=True),
    Column("level", String, nullable=False),
    Column("folder", String, nullable=False, comment="inside the data home"),
    Column("sha256", String, nullable=False),
    Column("report", Text, nullable=False, comment="JSON"),
    Column("added_at", Moment, nullable=False),
    Column("in_use", Boolean, nullable=False, server_default=false()),
)
"""Polygons that were added; the files lie in the data home."""

setting: Final = Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
"""What is remembered of a data home, such as that its sample data was cleared."""

draft: Final = Table(
    "draft",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("register", String, nullable=True),
    Column("source", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("file_sha256", String, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String, nullable=False),
    Column("version", Integer, nullable=False, comment="one more with each change"),
    Column("base", Integer, nullable=True, comment="publication in force when it was begun"),
    Column("choices", Text, nullable=False, comment="JSON"),
    Column("finished_at", Moment, nullable=True),
    Column("publication_id", ForeignKey(publication.c.id), nullable=True),
    Index(None, "publication_id"),
    sqlite_autoincrement=True,
)
"""Files in work; a finished draft stays as a line, published or thrown away."""

draft_content: Final = Table(
    "draft_content",
    metadata,
    Column("draft_id", ForeignKey(draft.c.id), primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)
"""What was read from the file of a draft; gone when the draft is finished."""

decision: Final = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft_id", ForeignKey(draft.c.id), nullable=False),
    Column("sheet", String, nullable=False),
    Column("row_number", Integer, nullable=False, comment="the number that Excel shows"),
    Column("action", String, nullable=False),
    Column("area_code", String, nullable=True),
    Column("column_name", String, nullable=True),
    Column("value", Text, nullable=True),
    Column("note", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
    Column("undone_at", Moment, nullable=True),
    Column("undone_by", String, nullable=True),
    Index(None, "draft_id"),
    sqlite_autoincrement=True,
)
"""What people decided about rows of a draft; an undone decision stays as a line."""

alias: Final = Table(
    "alias",
    metadata,
    Column("source", String, primary_key=True),
    Column("register", String, primary_key=True),
    Column("key", String, primary_key=True, comment="a place as the source writes it"),
    Column("area_code", String, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
)
"""Which area a source means by a text."""

mapping: Final = Table(
    "mapping",
    metadata,
    Column("source", String, primary_key=True),
    Column("register", String, primary_key=True),
    Column("heading", String, primary_key=True),
    Column("column_name", String, nullable=False, comment="empty: the heading means no column"),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
)
"""Which column of a register a source means by a heading."""

explanation: Final = Table(
    "explanation",
    metadata,
    Column("finding_key", String, primary_key=True),
    Column("note", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
)
"""Why a finding of the quality page is as it should be."""

assignment: Final = Table(
    "assignment",
    metadata,
    Column("theme", String, primary_key=True),
    Column("basis", String, primary_key=True),
    Column("area_code", String, primary_key=True),
    Column("is_sample", Boolean, primary_key=True),
    Column("assigned_to", String, nullable=False, comment="a role, unit or initials"),
    Column("due_on", Date, nullable=True),
    Column("note", Text, nullable=False),
    Column("state", String, nullable=False, comment="open, visited or done"),
    Column("version", Integer, nullable=False, comment="one more with each change"),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String, nullable=False),
)
"""Who was asked to go to an area that lacks something; what it was before stands in `audit`."""

audit: Final = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("made_by", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("details", Text, nullable=False, comment="JSON"),
    sqlite_autoincrement=True,
)
"""Every write, by whom and when; triggers of the database refuse to change or delete a line."""
