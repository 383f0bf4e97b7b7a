"""The audit log: every write, by whom and when; no line of it is ever changed or deleted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from areamap.store._engine import reading
from areamap.store._persons import masked, masked_values
from areamap.store._shelf import Shelf
from areamap.store.tables import audit as table


class Action(StrEnum):
    """What an entry says was done; its name for people is `audit.<value>` in the locale files."""

    PUBLISH = "publish"
    ROLL_BACK = "roll_back"
    CLEAR_SAMPLE = "clear_sample"
    REMEMBER_SETTING = "remember_setting"
    ADD_BOUNDARY_SET = "add_boundary_set"
    USE_BOUNDARY_SET = "use_boundary_set"
    BEGIN_DRAFT = "begin_draft"
    CHANGE_DRAFT = "change_draft"
    FINISH_DRAFT = "finish_draft"
    DISCARD_DRAFT = "discard_draft"
    DECIDE = "decide"
    UNDO = "undo"
    REMEMBER_ALIASES = "remember_aliases"
    FORGET_ALIAS = "forget_alias"
    REMEMBER_MAPPING = "remember_mapping"
    EXPLAIN = "explain"
    WITHDRAW = "withdraw"
    ASSIGN = "assign"
    TAKE_BACK_ASSIGNMENT = "take_back_assignment"
    KEEP_TALK = "keep_talk"
    CHANGE_TALK = "change_talk"
    RENEW_TALK = "renew_talk"
    DISCARD_TALK = "discard_talk"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """
    One write.

    Attributes
    ----------
    id
        Its number; later entries have greater ones.
    at
        When, UTC.
    by
        Who; empty where nobody was named.
    action
        What was done, a value of `Action`.
    subject
        What it was done to: `publication 12`, `draft 3`, the name of a boundary set.
    details
        What else there is to say, as JSON can hold it; never persons.
    """

    id: int
    at: datetime
    by: str
    action: str
    subject: str
    details: dict[str, Any] = field(default_factory=dict)


class AuditLog(Shelf):
    """The entries of a database; each write of the store adds its own in the same transaction."""

    def entries(self, limit: int = 100, before: int | None = None) -> list[AuditEntry]:
        """
        Return entries, newest first.

        Parameters
        ----------
        limit
            How many at the most.
        before
            Only those with smaller numbers, to page on; None from the newest.
        """
        query = select(table).order_by(table.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(table.c.id < before)
        with reading(self._engine) as connection:
            return _entries(connection, query)


def of_subject(connection: Connection, subject: str, limit: int) -> list[AuditEntry]:
    """Return the entries about one thing, newest first."""
    query = select(table).where(table.c.subject == subject).order_by(table.c.id.desc())
    return _entries(connection, query.limit(limit))


def _entries(connection: Connection, query: Select[Any]) -> list[AuditEntry]:
    return [
        AuditEntry(
            id=line.id,
            at=line.made_at,
            by=line.made_by,
            action=line.action,
            subject=line.subject,
            details=json.loads(line.details),
        )
        for line in connection.execute(query)
    ]


def write(
    connection: Connection,
    action: Action,
    subject: str,
    *,
    by: str,
    details: Mapping[str, Any] | None = None,
) -> None:
    """
    Add an entry to the transaction of the write that it is about.

    A citizen's number in the subject or the details is made unreadable: what was done is noted
    whatever was typed.
    """
    connection.execute(
        insert(table).values(
            made_at=datetime.now(UTC),
            made_by=by,
            action=str(action),
            subject=masked(subject),
            details=json.dumps(masked_values(details or {}), ensure_ascii=False),
        )
    )
