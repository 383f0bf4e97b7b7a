"""Lines of the tables `draft`, `draft_content` and `decision`."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from areamap.errors import StoreError
from areamap.store._persons import masked_values
from areamap.store.drafts import Decision, KeptDraft
from areamap.store.tables import decision, draft, draft_content

_MOST: Final = 500
"""Numbers that are asked for at once."""


def add(connection: Connection, values: dict[str, Any], content: bytes) -> KeptDraft:
    """Add a draft with its content and return it."""
    now = datetime.now(UTC)
    choices = _json(values.pop("choices"))
    adding = insert(draft).values(
        **values,
        choices=choices,
        created_at=now,
        changed_at=now,
        changed_by=values["created_by"],
        version=1,
    )
    found = connection.execute(adding.returning(draft)).one()
    connection.execute(insert(draft_content).values(draft_id=found.id, body=content))
    return kept(found)


def touch(
    connection: Connection, number: int, by: str, seen: int | None = None, **values: object
) -> KeptDraft:
    """
    Change a draft that is in work, count its version on and return it.

    Parameters
    ----------
    connection
        Of the write that the change belongs to.
    number, by
        Which draft, and who changes it.
    seen
        The version that she changes; None for whichever it is.
    **values
        The draft's values in place of those before.

    Raises
    ------
    StoreError
        There is no such draft, it is finished, or it is of another version.
    """
    if "choices" in values:
        values["choices"] = _json(values["choices"])
    changing = update(draft).where(draft.c.id == number, draft.c.finished_at.is_(None))
    if seen is not None:
        changing = changing.where(draft.c.version == seen)
    now = datetime.now(UTC)
    changed = connection.execute(
        changing.values(
            **values, version=draft.c.version + 1, changed_at=now, changed_by=by
        ).returning(draft)
    ).first()
    if changed is None:
        raise _refused(connection, number)
    return kept(changed)


def replace_content(connection: Connection, number: int, content: bytes) -> None:
    """Keep a content in place of the one before."""
    changing = update(draft_content).where(draft_content.c.draft_id == number)
    connection.execute(changing.values(body=content))


def finish(
    connection: Connection, number: int, by: str, publication: int | None, seen: int | None = None
) -> KeptDraft:
    """Finish a draft, as published or thrown away; its content goes, its decisions stay."""
    done = touch(
        connection,
        number,
        by,
        seen,
        finished_at=datetime.now(UTC),
        publication_id=publication,
    )
    connection.execute(delete(draft_content).where(draft_content.c.draft_id == number))
    return done


def one(connection: Connection, number: int) -> KeptDraft:
    """Return a draft, finished or not."""
    found = connection.execute(select(draft).where(draft.c.id == number)).first()
    if found is None:
        raise StoreError("store_no_draft", id=number)
    return kept(found)


def content(connection: Connection, number: int) -> bytes:
    """Return the content of a draft in work."""
    query = select(draft_content.c.body).where(draft_content.c.draft_id == number)
    found = connection.scalar(query)
    if found is None:
        raise _refused(connection, number)
    return bytes(found)


def decide(connection: Connection, number: int, decisions: Sequence[Decision], by: str) -> None:
    """Add decisions to a draft."""
    now = datetime.now(UTC)
    connection.execute(
        insert(decision),
        [
            {
                "draft_id": number,
                "sheet": each.sheet,
                "row_number": each.row,
                "action": each.action,
                "area_code": each.area_code,
                "column_name": each.column,
                "value": each.value,
                "note": each.note,
                "made_at": now,
                "made_by": by,
            }
            for each in decisions
        ],
    )


def decisions(connection: Connection, number: int) -> list[Decision]:
    """Return the decisions of a draft that stand, oldest first."""
    query = select(decision).where(decision.c.draft_id == number, decision.c.undone_at.is_(None))
    return [_decision(line) for line in connection.execute(query.order_by(decision.c.id))]


def undo(connection: Connection, number: int, ids: Sequence[int], by: str) -> list[int]:
    """Undo decisions of a draft and return the numbers of those that stood till then."""
    undone: list[int] = []
    for start in range(0, len(ids), _MOST):
        changing = update(decision).where(
            decision.c.id.in_(ids[start : start + _MOST]),
            decision.c.draft_id == number,
            decision.c.undone_at.is_(None),
        )
        values = {"undone_at": datetime.now(UTC), "undone_by": by}
        undone += connection.scalars(changing.values(**values).returning(decision.c.id))
    return sorted(undone)


def count_decisions(connection: Connection, number: int) -> dict[str, int]:
    """Return how many decisions of each action stand."""
    query = select(decision.c.action, func.count()).where(
        decision.c.draft_id == number, decision.c.undone_at.is_(None)
    )
    counted = connection.execute(query.group_by(decision.c.action))
    return {action: int(count) for action, count in counted}


def kept(line: Row[Any]) -> KeptDraft:
    """Return a line as the value that people ask for."""
    return KeptDraft(
        id=line.id,
        register=line.register,
        source=line.source,
        file_name=line.file_name,
        file_sha256=line.file_sha256,
        created_at=line.created_at,
        created_by=line.created_by,
        changed_at=line.changed_at,
        changed_by=line.changed_by,
        version=line.version,
        base=line.base,
        choices=json.loads(line.choices),
        finished_at=line.finished_at,
        publication=line.publication_id,
    )


def _decision(line: Row[Any]) -> Decision:
    return Decision(
        sheet=line.sheet,
        row=line.row_number,
        action=line.action,
        area_code=line.area_code,
        column=line.column_name,
        value=line.value,
        note=line.note,
        by=line.made_by,
        at=line.made_at,
        id=line.id,
    )


def _refused(connection: Connection, number: int) -> StoreError:
    found = one(connection, number)
    if found.finished_at is not None:
        return StoreError("store_draft_finished", id=number, by=found.changed_by)
    return StoreError("store_draft_changed", id=number, by=found.changed_by)


def _json(choices: object) -> str:
    return json.dumps(masked_values(choices), ensure_ascii=False)
