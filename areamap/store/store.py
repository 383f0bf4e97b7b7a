"""The store: publish, roll back, and the way to all that the database keeps."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from areamap.store import (
    _backup,
    _draft_lines,
    _integrity,
    _ledger,
    _look,
    _packing,
    _settings,
    audit,
)
from areamap.store._engine import connect, reading, writing
from areamap.store._persons import refuse_person
from areamap.store._schema import migrate
from areamap.store.aliases import Aliases, remember_aliases
from areamap.store.assignments import Assignments
from areamap.store.audit import Action, AuditLog
from areamap.store.boundary_shelf import BoundaryShelf
from areamap.store.draft_shelf import DraftShelf
from areamap.store.explanations import Explanations
from areamap.store.history import History
from areamap.store.mappings import Mappings
from areamap.store.publications import Publication, Submission
from areamap.store.talks import Talks

_LONG: Final = 20
"""Items of a list among the details of a publication from which on the log only counts them."""


class Store(History, BoundaryShelf):
    """
    The database of a data home; opening it brings its tables up to date.

    Real and sample publications are two worlds: each is in force by itself, and no call mixes them.
    Each write leaves an entry in the audit log, in its own transaction.

    Parameters
    ----------
    database_url
        SQLAlchemy address; the folder of an SQLite file is made.

    Raises
    ------
    StoreError
        By every method too: the database is locked, read-only, full, damaged, newer or away.
    """

    def __init__(self, database_url: str) -> None:
        super().__init__(connect(database_url))
        migrate(self._engine)

    def looking(self) -> AbstractContextManager[None]:
        """Return a block in which what is in force is read once; see `_look.looking`."""
        return _look.looking()

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    @cached_property
    def drafts(self) -> DraftShelf:
        """Files in work and the decisions about their rows."""
        return DraftShelf(self._engine)

    @cached_property
    def aliases(self) -> Aliases:
        """Which area a source means by a place."""
        return Aliases(self._engine)

    @cached_property
    def mappings(self) -> Mappings:
        """Which column a source means by a heading."""
        return Mappings(self._engine)

    @cached_property
    def explanations(self) -> Explanations:
        """Why findings of the quality page are as they should be."""
        return Explanations(self._engine)

    @cached_property
    def assignments(self) -> Assignments:
        """Who was asked to go where."""
        return Assignments(self._engine)

    @cached_property
    def talks(self) -> Talks:
        """Talks under a name."""
        return Talks(self._engine)

    @cached_property
    def audit(self) -> AuditLog:
        """Every write, by whom and when."""
        return AuditLog(self._engine)

    def publish(
        self,
        submission: Submission,
        finishes: int | None = None,
        aliases: Mapping[str, str] | None = None,
        *,
        seen: int | None = None,
    ) -> Publication:
        """
        Make an immutable publication of a submission, in one transaction.

        Killed at any moment, the database holds either all of it or nothing, and what was in force
        before stands.

        Parameters
        ----------
        submission
            What is to be published.
        finishes
            Number of the draft that it was made from; it is finished with it.
        aliases
            Places, normalised, to codes of their areas, to be remembered for the draft's source and
            the submission's register; see `Aliases.remember`.
        seen
            Version of the draft that the rows were made from; None where any will do.

        Returns
        -------
        Publication
            In force from now on for its register and world.

        Raises
        ------
        PublishConflict
            Another publication is in force than the editor saw; see `Submission.expected`.
        PublishError
            A text of the rows holds what can be a citizen's number.
        StoreError
            The note does, or the draft is not there, is finished already (`store_draft_finished`)
            or was changed since (`store_draft_changed`).
        """
        if aliases and finishes is None:
            raise ValueError("aliases are remembered for the source of a draft")
        packed = _packing.pack(submission)
        with writing(self._engine) as connection:
            _settings.queue(connection)
            _ledger.refuse_conflict(connection, submission)
            _ledger.refuse_origins(connection, submission)
            content_id = _packing.put(connection, packed)
            published = _ledger.add(connection, {"content_id": content_id, **packed.publication})
            details = {"draft": finishes, "counts": published.counts} | submission.details
            _note_publication(connection, Action.PUBLISH, published, details)
            if finishes is not None:
                _finish(connection, finishes, seen, published, aliases or {})
            return published

    def roll_back(self, publication_id: int, by: str, note: str = "") -> Publication:
        """
        Put the content of an earlier publication in force again, as a new publication.

        Parameters
        ----------
        publication_id
            The earlier one; its register and world stay.
        by, note
            Who does so, and what she says about it.

        Raises
        ------
        StoreError
            There is none of this number, its rows were cleared with the sample data, or the note
            holds a citizen's number.
        """
        refuse_person(note)
        with writing(self._engine) as connection:
            _settings.queue(connection)
            found = _ledger.line(connection, publication_id)
            kept = found._asdict()
            del kept["id"], kept["created_at"], kept["details"]
            again = {"created_by": by, "note": note, "rolled_back_from": publication_id}
            published = _ledger.add(connection, kept | again)
            details = {"rolled_back_from": publication_id}
            _note_publication(connection, Action.ROLL_BACK, published, details)
            return published

    def clear_sample(self, by: str = "") -> int:
        """
        End the sample: its rows are deleted, its publications stay in the history as cleared.

        It is remembered, so that the sample is not loaded again by itself (`sample_cleared`).

        Returns
        -------
        int
            How many publications were cleared.
        """
        with writing(self._engine) as connection:
            _settings.queue(connection)
            count = _ledger.clear_samples(connection)
            details = {"publications": count}
            audit.write(connection, Action.CLEAR_SAMPLE, "sample", by=by, details=details)
            return count

    def sample_cleared(self) -> bool:
        """Tell whether the sample was ever cleared here."""
        return self.setting(_ledger.SAMPLE_CLEARED) is not None

    def setting(self, name: str) -> str | None:
        """Return what is remembered under a name; None where nothing is."""

        def read() -> str | None:
            with reading(self._engine) as connection:
                return _settings.get(connection, name)

        return _look.found(self._engine, ("setting", name), read)

    def remember(self, name: str, value: str, by: str = "") -> None:
        """Remember a value under a name."""
        refuse_person(value)
        with writing(self._engine) as connection:
            _settings.put(connection, name, value)
            details = {"value": value}
            audit.write(connection, Action.REMEMBER_SETTING, name, by=by, details=details)

    def check_integrity(self) -> None:
        """
        Look through the database: its pages, its references, and whether what it says adds up.

        Raises
        ------
        StoreError
            `store_damaged` where the file is, `store_not_whole` where a publication lacks rows or
            rows lack their publication.
        """
        with reading(self._engine) as connection:
            _integrity.check(connection)

    def back_up(self, path: Path) -> None:
        """
        Write a copy of the database as it is at this moment, while others work on.

        The file is there whole or not at all; one of the same name is replaced.

        Raises
        ------
        StoreError
            `store_backup_elsewhere`: the database is no file but a server, which has its own way.
        """
        _backup.back_up(self._engine, path)


def _note_publication(
    connection: Connection, action: Action, published: Publication, details: dict[str, Any]
) -> None:
    # a long list stands in the publication's own details
    short = {
        name: len(value) if isinstance(value, list) and len(value) > _LONG else value
        for name, value in details.items()
    }
    told = {"register": published.register, "is_sample": published.is_sample} | short
    told |= {"file_name": published.file_name, "note": published.note}
    subject = f"publication {published.id}"
    audit.write(connection, action, subject, by=published.created_by, details=told)


def _finish(
    connection: Connection,
    draft_id: int,
    seen: int | None,
    published: Publication,
    places: Mapping[str, str],
) -> None:
    by = published.created_by
    draft = _draft_lines.finish(connection, draft_id, by, published.id, seen)
    if places:
        remember_aliases(connection, draft.source, published.register, places, by)
