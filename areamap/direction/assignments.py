"""Sending somebody to a gap: what may be written of it, and what the register says of it since."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.errors import StoreError
from areamap.measures.coverage import COVERED
from areamap.registers import personal
from areamap.store import Assignment, Wanted
from areamap.store.assignments import Place

LONGEST_WHO: Final = 60
LONGEST_NOTE: Final = 500
_SHOWN: Final = 40


class Step(StrEnum):
    """How far an assignment is."""

    OPEN = "open"
    VISITED = "visited"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Told:
    """
    What is written of an assignment.

    Attributes
    ----------
    assigned_to
        A role, a unit or initials that the office chooses; no person.
    due_on
        The day by which; None where none was said.
    note
        What else there is to say; no person.
    step
        How far it is.
    """

    assigned_to: str
    due_on: date | None = None
    note: str = ""
    step: Step = Step.OPEN


def wanted(place: Place, told: Told, before: Assignment | None) -> Wanted:
    """
    Return an assignment as it may be kept.

    Parameters
    ----------
    place
        What somebody is sent for.
    told
        What was written.
    before
        As it was seen; None where there was none.

    Raises
    ------
    StoreError
        Nobody is named, a text is too long, or holds a person's number or name.
    """
    who, note = " ".join(told.assigned_to.split()), told.note.strip()
    if not who:
        raise StoreError("assignment_nobody")
    for text, most in ((who, LONGEST_WHO), (note, LONGEST_NOTE)):
        if len(text) > most:
            raise StoreError("assignment_long", most=most)
        if personal.MASK in text or personal.is_told_in(text):
            raise StoreError("assignment_person", text=personal.mask(text)[:_SHOWN])
    seen = before.version if before else 0
    return Wanted(place, who, told.due_on, note, str(told.step), seen)


def is_same(one: Wanted, other: Assignment) -> bool:
    """Return whether an assignment is wanted as it is."""
    names = ("assigned_to", "due_on", "note", "state")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def frame(kept: dict[str, Assignment]) -> DataFrame:
    """
    Return assignments as a table.

    Returns
    -------
    frame
        Indexed by `area_code`: `assigned_to`, `due_on` (date or None), `note`, `step` (values of
        `Step`), `assigned_on` (date), `changed_by`.
    """
    rows = [
        {
            "area_code": code,
            "assigned_to": each.assigned_to,
            "due_on": each.due_on,
            "note": each.note,
            "step": each.state,
            "assigned_on": each.made_at.astimezone().date(),
            "changed_by": each.changed_by,
        }
        for code, each in kept.items()
    ]
    columns = ["area_code", "assigned_to", "due_on", "note", "step", "assigned_on", "changed_by"]
    return DataFrame(rows, columns=columns, dtype="object").set_index("area_code")


def closed_by_data(kept: DataFrame, states: DataFrame) -> DataFrame:
    """
    Return the assignments whose area has by the register what it lacked.

    Parameters
    ----------
    kept
        As `frame` gives it.
    states
        State of each area looked at, as `Snapshot.states` gives them.
    """
    has = states.index[states["state"].isin([str(each) for each in COVERED])]
    return kept[kept.index.isin(has)]


def overdue(kept: DataFrame, on: date) -> DataFrame:
    """Return the assignments that are not done and whose day has passed."""
    is_late = [due is not None and not pd.isna(due) and due < on for due in kept["due_on"]]
    return kept[pd.Series(is_late, index=kept.index, dtype=bool) & (kept["step"] != Step.DONE)]
