"""
Decisions about a row that is the same in the next file of a source.

An alias remembers what a place means. A row that was dropped, corrected or placed against its own
words is remembered by all of its cells: only a row that says the same in each of them, running
numbers aside, is decided as before.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from areamap.registers.drafts import Draft
from areamap.store import Publication

DETAIL: Final = "remembered"
"""Name in `Publication.details` under which decisions are carried on."""

Row = tuple[str, int]
"""A sheet and the number that Excel shows beside a row."""

_MAY_DIFFER: Final = "0123456789.,()- "


@dataclass(frozen=True, slots=True)
class Place:
    """
    What was decided about a row, by whom and on which day.

    Attributes
    ----------
    action, area_code, column, value, note
        As in `store.Decision`.
    by, on
        Who, and the day as text.
    """

    action: str
    area_code: str | None = None
    column: str | None = None
    value: str | None = None
    note: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What was decided about the same row of an earlier file."""

    row: Row
    told: Place


def fingerprints(draft: Draft) -> list[str]:
    """Return what tells each row by its own cells; the second of two equal rows has another."""
    unknown = [heading not in draft.columns for heading in draft.cells.columns]
    headings = [str(heading) for heading in draft.cells.columns]
    seen: Counter[str] = Counter()
    found = []
    for cells in draft.cells.itertuples(index=False, name=None):
        said = [
            f"{heading}\0{cell}"
            for heading, cell, new in zip(headings, cells, unknown, strict=True)
            if isinstance(cell, str) and not (new and not cell.strip(_MAY_DIFFER))
        ]
        digest = hashlib.sha256("\1".join(sorted(said)).encode("utf-8", "replace")).hexdigest()[:24]
        seen[digest] += 1
        found.append(f"{digest}-{seen[digest]}")
    return found


def to_remember(draft: Draft, told: Iterable[tuple[int, Place]]) -> list[dict[str, Any]]:
    """
    Return decisions as JSON can hold them, for `Publication.details`.

    Parameters
    ----------
    draft
        The file.
    told
        Position of a row and what was decided about it.
    """
    listed = list(told)
    if not listed:
        return []
    marks = fingerprints(draft)
    return [
        {"mark": marks[place]} | {name: value for name, value in asdict(each).items() if value}
        for place, each in listed
    ]


def carry(draft: Draft, history: Sequence[Publication], source: str) -> list[Carried]:
    """
    Return what was decided about rows of this file when the source's last one was published.

    Parameters
    ----------
    draft
        The file, read.
    history
        Publications of its register, newest first.
    source
        Whose file it is; nothing is carried where that is not said.
    """
    last = next((each for each in history if source and each.details.get("source") == source), None)
    entries = last.details.get(DETAIL, ()) if last else ()
    if not entries:
        return []
    rows = dict(
        zip(
            fingerprints(draft),
            zip(draft.rows["sheet"], draft.rows["row"], strict=True),
            strict=True,
        )
    )
    return [
        Carried((str(sheet), int(row)), _place(entry))
        for entry in entries
        if entry.get("mark") in rows
        for sheet, row in (rows[entry["mark"]],)
    ]


def as_json(carried: Iterable[Carried]) -> list[dict[str, Any]]:
    """Return what is carried as JSON can hold it, for the choices of a draft."""
    return [{"sheet": each.row[0], "row": each.row[1]} | asdict(each.told) for each in carried]


def from_json(entries: Iterable[Mapping[str, Any]]) -> list[Carried]:
    """Return what `as_json` wrote."""
    return [Carried((entry["sheet"], entry["row"]), _place(entry)) for entry in entries]


def _place(entry: Mapping[str, Any]) -> Place:
    names = ("action", "area_code", "column", "value", "note", "by", "on")
    return Place(**{name: entry[name] for name in names if entry.get(name) is not None})
