"""From a draft to a publication: what it would change, what has to be asked, what is handed in."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from pandas import DataFrame

from areamap.errors import PublishError
from areamap.imports import changes, merging, records
from areamap.imports.changes import Changes
from areamap.imports.merging import Merged, Mode
from areamap.imports.remembered import DETAIL
from areamap.imports.work import waiting
from areamap.registers import definitions
from areamap.registers.drafts import Draft
from areamap.store import Publication, Store, Submission, Unchecked

SHRINKS_FROM: Final = 20.0
"""Percent; what becomes smaller by more is asked about again."""

RowsOf = Callable[[Publication], DataFrame]


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be published, and what it would change."""

    merged: Merged
    changes: Changes


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What the editor says to a publication.

    Attributes
    ----------
    by, note
        Who, and why.
    leave_open
        Rows that wait may stay in the queue.
    confirm_shrink
        The register may become smaller by more than a fifth.
    """

    by: str = ""
    note: str = ""
    leave_open: bool = False
    confirm_shrink: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """
    What is written down beside a publication.

    Attributes
    ----------
    source
        Whose file it is.
    remembered
        Decisions that the source's next file is to find; see `remembered`.
    actions
        How many decisions there were of each kind.
    details
        What else there is to say of the file, as JSON holds it.
    """

    source: str = ""
    remembered: Sequence[Mapping[str, Any]] = ()
    actions: Mapping[str, int] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)


def plan(
    draft: Draft,
    mode: Mode,
    store: Store,
    rows_of: RowsOf,
    *,
    today: date,
    base: int | None = None,
) -> Plan:
    """
    Return what a draft would publish and change, against what is in force now.

    Parameters
    ----------
    draft
        The file, joined.
    mode
        What it replaces.
    store
        Where it would be published.
    rows_of
        Gives the rows of a publication.
    today
        The day that says which fiscal years have ended.
    base
        Number of the publication that was in force when the file was begun; what came later is
        told. None where none was.
    """
    register = definitions.load(draft.register)
    in_force = store.in_force(register.id, sample=False)
    rows = rows_of(in_force) if in_force else draft.rows.iloc[:0]
    merged = merging.merge(draft.rows, rows, in_force.id if in_force else None, register, mode)
    since = [
        each for each in store.history(register.id) if not each.is_sample and each.id > (base or 0)
    ]
    found = changes.compare(
        merged.replaced,
        draft.rows,
        register,
        today=today,
        measured=merged.measured,
        since=since,
        in_force=in_force.id if in_force else None,
    )
    return Plan(merged, found)


def check(draft: Draft, planned: Plan, answers: Answers) -> None:
    """
    Refuse a publication for which something has to be said first.

    Raises
    ------
    PublishError
        `workspace_rows_open`, `workspace_nothing_matched`, `imports_closed_year_needs_note` or
        `imports_shrinks`.
    """
    open_rows = waiting(draft)
    if open_rows and not answers.leave_open:
        raise PublishError("workspace_rows_open", count=open_rows)
    if not draft.counts()["matched"]:
        raise PublishError("workspace_nothing_matched")
    closed = planned.changes.closed_years
    if len(closed) and not answers.note.strip():
        years = ", ".join(str(year) for year in sorted(set(closed[changes.YEAR])))
        raise PublishError("imports_closed_year_needs_note", years=years, count=len(closed))
    if planned.changes.shrink_pct > SHRINKS_FROM and not answers.confirm_shrink:
        raise PublishError("imports_shrinks", percent=f"{planned.changes.shrink_pct:.0f}")


def submission(
    draft: Draft,
    planned: Plan,
    mode: Mode,
    answers: Answers,
    told: Told,
    expected: int | Unchecked | None,
) -> Submission:
    """Return what is handed to the store; its counts and baht are those of all its rows."""
    register = definitions.load(draft.register)
    closed = planned.changes.closed_years
    counts = Counter(planned.changes.rows["change"])
    details: dict[str, Any] = {
        **told.details,
        "mode": mode,
        "source": told.source,
        "file_counts": draft.counts(),
        "amounts_unread": draft.unread(),
        "changes": {name: int(count) for name, count in counts.items()},
        "decisions": dict(told.actions),
        "shrink_pct": round(planned.changes.shrink_pct, 1),
        "closed_years": sorted({int(year) for year in closed[changes.YEAR]}),
        "key": list(records.key(register)),
        DETAIL: [dict(each) for each in told.remembered],
    }
    rows = planned.merged.rows
    if rows[merging.ORIGIN].isna().all():
        rows = rows.drop(columns=merging.ORIGIN)
    return Submission(
        register=register.id,
        rows=rows,
        kinds=register.kinds,
        file_name=draft.file_name,
        file_sha256=draft.file_sha256,
        by=answers.by,
        note=answers.note,
        main_amount=register.money,
        cells=draft.cells,
        expected=expected,
        details=details,
    )
