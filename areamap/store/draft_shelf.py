"""The drafts of a database: they survive the browser's closing and the server's restart."""

from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from sqlalchemy import select

from areamap.store import _draft_lines, audit
from areamap.store._engine import reading, writing
from areamap.store._persons import masked, refuse_content, refuse_person
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.drafts import Decision, KeptDraft
from areamap.store.tables import draft as table


class Changes(TypedDict, total=False):
    """What of a draft can be changed; what is not named stays."""

    register: str | None
    source: str
    choices: dict[str, Any]
    content: bytes
    base: int | None


class DraftShelf(Shelf):
    """
    The drafts of a database, reached as `Store.drafts`.

    Raises
    ------
    StoreError
        By each method that is given the number of a draft: there is none, or (by what changes it)
        it is finished; by what takes text: it holds a citizen's number.
    """

    def add(
        self,
        register: str | None,
        source: str,
        file_name: str,
        file_sha256: str,
        by: str,
        content: bytes,
        choices: dict[str, Any],
        base: int | None,
    ) -> KeptDraft:
        """
        Keep a draft.

        Parameters
        ----------
        register, source, file_name, file_sha256, by, choices, base
            See `KeptDraft`.
        content
            What was read from the file, persons masked: text, JSON (also as gzip) or Parquet, so
            that the guard can look into it.
        """
        refuse_person(source)
        refuse_content(content, file_name)
        values = {
            "register": register,
            "source": source,
            "file_name": masked(file_name),
            "file_sha256": file_sha256,
            "created_by": by,
            "choices": choices,
            "base": base,
        }
        with writing(self._engine) as connection:
            kept = _draft_lines.add(connection, values, content)
            details = {"register": register, "source": source, "file_name": file_name}
            audit.write(connection, Action.BEGIN_DRAFT, subject(kept.id), by=by, details=details)
        return kept

    def change(self, draft_id: int, *, by: str, seen: int, **changes: Unpack[Changes]) -> KeptDraft:
        """
        Change a draft.

        Parameters
        ----------
        draft_id, by
            Which, and who.
        seen
            The version that she saw.
        **changes
            See `Changes`.

        Raises
        ------
        StoreError
            `store_draft_changed`: it was changed since.
        """
        values: dict[str, Any] = {**changes}
        content = values.pop("content", None)
        refuse_person(changes.get("source"))
        if content is not None:
            refuse_content(content, self.one(draft_id).file_name)
        with writing(self._engine) as connection:
            kept = _draft_lines.touch(connection, draft_id, by, seen, **values)
            if content is not None:
                _draft_lines.replace_content(connection, draft_id, content)
            told = {name: value for name, value in changes.items() if name != "content"}
            details = told | {"version": kept.version, "content": content is not None}
            audit.write(connection, Action.CHANGE_DRAFT, subject(draft_id), by=by, details=details)
        return kept

    def one(self, draft_id: int) -> KeptDraft:
        """Return a draft, also a finished one."""
        with reading(self._engine) as connection:
            return _draft_lines.one(connection, draft_id)

    def every(self) -> list[KeptDraft]:
        """Return the drafts in work, newest first."""
        query = select(table).where(table.c.finished_at.is_(None)).order_by(table.c.id.desc())
        with reading(self._engine) as connection:
            return [_draft_lines.kept(line) for line in connection.execute(query)]

    def published_as(self, publication_id: int) -> KeptDraft | None:
        """Return the draft that became a publication; None where it came another way."""
        query = select(table).where(table.c.publication_id == publication_id)
        with reading(self._engine) as connection:
            found = connection.execute(query).first()
            return None if found is None else _draft_lines.kept(found)

    def content(self, draft_id: int) -> bytes:
        """Return what was read from the file, as it was handed in; gone once it is finished."""
        with reading(self._engine) as connection:
            return _draft_lines.content(connection, draft_id)

    def finish(self, draft_id: int, by: str, publication: int | None) -> KeptDraft:
        """
        Finish a draft; its content goes, its decisions stay.

        Parameters
        ----------
        draft_id, by
            Which, and who.
        publication
            Number of the publication that it became; None where it is thrown away. `Store.publish`
            finishes a draft by itself, in its own transaction.
        """
        with writing(self._engine) as connection:
            kept = _draft_lines.finish(connection, draft_id, by, publication)
            action = Action.DISCARD_DRAFT if publication is None else Action.FINISH_DRAFT
            details = {"publication": publication, "file_name": kept.file_name}
            audit.write(connection, action, subject(draft_id), by=by, details=details)
        return kept

    def decide(self, draft_id: int, decisions: Sequence[Decision], by: str) -> KeptDraft:
        """
        Add decisions about rows, and return the draft with its new version.

        Of two decisions about the same thing the later one holds; the earlier stays in the list.
        """
        if not decisions:
            return self.one(draft_id)
        for each in decisions:
            refuse_person(each.value, each.note)
        with writing(self._engine) as connection:
            kept = _draft_lines.touch(connection, draft_id, by)
            _draft_lines.decide(connection, draft_id, decisions, by)
            details = {"decisions": len(decisions), "version": kept.version}
            audit.write(connection, Action.DECIDE, subject(draft_id), by=by, details=details)
        return kept

    def decisions(self, draft_id: int) -> list[Decision]:
        """Return the decisions that stand, oldest first; also those of a finished draft."""
        with reading(self._engine) as connection:
            _draft_lines.one(connection, draft_id)
            return _draft_lines.decisions(connection, draft_id)

    def undo(self, draft_id: int, decision_ids: Sequence[int], by: str) -> KeptDraft:
        """
        Undo decisions, and return the draft with its new version.

        Numbers of other drafts, and of decisions that another undid before, are passed over.
        """
        with writing(self._engine) as connection:
            kept = _draft_lines.touch(connection, draft_id, by)
            undone = _draft_lines.undo(connection, draft_id, decision_ids, by)
            details = {"decisions": undone, "version": kept.version}
            audit.write(connection, Action.UNDO, subject(draft_id), by=by, details=details)
        return kept


def subject(draft_id: int) -> str:
    """Return what the audit log calls a draft."""
    return f"draft {draft_id}"
