"""What people decided about the rows of a draft, applied to it: every row stays, in one state."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.errors import FileError, PlaceError
from areamap.imports.remembered import Carried, Place, Row
from areamap.registers import definitions
from areamap.registers.definitions import Register
from areamap.registers.drafts import OPEN_STATES, Draft
from areamap.registers.evidence import is_to_come
from areamap.registers.joining import is_area, level_in_files, spoken_day
from areamap.store import Decision

_RECORDS_AFTER_ALL: Final = frozenset(
    f"registers_{name}"
    for name in ("total_row", "sum_row", "sum_of_rows", "repeated_row", "section_row", "no_place")
)
"""Reasons for which a row is no record, where a person may know better and place it."""

_PLACING: Final = frozenset({"accept", "choose"})
_CHANGED: Final = ("status", "area_code", "authority_code", "suggested_codes")
_COLUMNS: Final = (*_CHANGED, "reason_key", "reason_values")


@dataclass(frozen=True, slots=True)
class Standing:
    """
    What stands of all decisions about a draft.

    Attributes
    ----------
    placed
        Row to what was decided about it as a whole.
    corrected
        Row to its corrected columns, to what was decided about each.
    """

    placed: dict[Row, Place] = field(default_factory=dict)
    corrected: dict[Row, dict[str, Place]] = field(default_factory=dict)

    def corrections(self) -> dict[str, dict[int, dict[str, str | None]]]:
        """Return the corrections as `Choices.corrections` takes them."""
        found: dict[str, dict[int, dict[str, str | None]]] = defaultdict(dict)
        for (sheet, row), columns in self.corrected.items():
            found[sheet][row] = {name: told.value for name, told in columns.items()}
        return dict(found)

    def by_position(self, rows: DataFrame) -> Iterator[tuple[int, Place]]:
        """Yield what stands with the position of its row; of rows that are there."""
        numbers = positions(rows)
        for row in {**self.corrected, **self.placed}:
            if row in numbers:
                for told in self.corrected.get(row, {}).values():
                    yield numbers[row], told
                if row in self.placed:
                    yield numbers[row], self.placed[row]


def standing(
    decisions: Iterable[Decision], carried: Iterable[Carried], register: Register
) -> Standing:
    """
    Return what stands of decisions: of two about one thing the later.

    Parameters
    ----------
    decisions
        Those of this draft, oldest first.
    carried
        Those of the same row in an earlier file of the source; any of this draft goes before.
    register
        A correction of one of its columns of places takes back what was decided about the row
        before, since the row is somewhere else now.
    """
    found = Standing()
    places = {column.name for column in register.place}
    for row, told in (*((each.row, each.told) for each in carried), *map(_told, decisions)):
        if told.action == "correct" and told.column is not None:
            found.corrected.setdefault(row, {})[told.column] = told
            if told.column in places:
                found.placed.pop(row, None)
        else:
            found.placed[row] = told
    return found


def _told(decision: Decision) -> tuple[Row, Place]:
    told = Place(
        action=decision.action,
        area_code=decision.area_code,
        column=decision.column,
        value=decision.value,
        note=decision.note,
        by=decision.by,
        on=spoken_day(decision.at) if decision.at else "",
    )
    return (decision.sheet, decision.row), told


def apply(draft: Draft, stands: Standing) -> Draft:
    """
    Return a draft with what people decided.

    A row that is accepted or placed is `matched`, one that is dropped `ignored`, each with a reason
    that names who and when; one that is left stays open. What does not fit the row any more, since
    it was read otherwise meanwhile, changes nothing.

    Parameters
    ----------
    draft
        The file, read with its corrections and joined.
    stands
        What was decided.
    """
    if not stands.placed and not stands.corrected:
        return draft
    register = definitions.load(draft.register)
    numbers = positions(draft.rows)
    said = {name: draft.rows[name].tolist() for name in _COLUMNS}
    for row, columns in stands.corrected.items():
        place = numbers.get(row)
        if place is not None and said["status"][place] == "matched":
            _say(said, place, "imports_corrected", list(columns.values())[-1], register, columns)
    decided = []
    for row, told in stands.placed.items():
        place = numbers.get(row)
        if place is not None and _applies(told, draft.rows, place, register):
            _decide(said, place, told)
            decided.append(place)
    _open_contradictions(said, draft.rows, register, decided)
    return replace(draft, rows=_frame(draft.rows, said))


def positions(rows: DataFrame) -> dict[Row, int]:
    """Return sheet and number of each row to its position."""
    return {
        (sheet, int(number)): place
        for place, (sheet, number) in enumerate(zip(rows["sheet"], rows["row"], strict=True))
    }


def check(draft: Draft, decisions: Iterable[Decision]) -> None:
    """
    Refuse decisions that do not fit their rows.

    Parameters
    ----------
    draft
        The file, read with its corrections and joined; what was decided before is taken back by
        what is decided now.
    decisions
        What is to be decided.

    Raises
    ------
    FileError
        There is no such row or column, or the row can't be decided so.
    PlaceError
        The register keeps no records at such a place, or there is none.
    """
    register = definitions.load(draft.register)
    numbers = positions(draft.rows)
    for each in decisions:
        place = numbers.get((each.sheet, each.row))
        if place is None:
            raise FileError("imports_no_row", sheet=each.sheet, row=each.row)
        if each.action == "drop" and not each.note.strip():
            raise FileError("imports_drop_needs_reason", row=each.row)
        if each.action in _PLACING:
            _check_place(each, draft.rows, place, register)


def _check_place(decision: Decision, rows: DataFrame, place: int, register: Register) -> None:
    code = decision.area_code or ""
    if not is_area(code):
        raise PlaceError("places_no_area", text=code)
    if not _keeps(register, code, rows["authority_code"].iloc[place]):
        raise PlaceError("imports_level", place=code, register=register.label_th, row=decision.row)
    if not _applies(_told(decision)[1], rows, place, register):
        raise FileError("imports_row_not_placed", row=decision.row)


def _keeps(register: Register, code: str, authority: object) -> bool:
    level = level_in_files(code, is_authority=isinstance(authority, str))
    return level in register.levels or level_in_files(code, is_authority=False) in register.levels


def _applies(told: Place, rows: DataFrame, place: int, register: Register) -> bool:
    """Tell whether a row is such that it can be decided so."""
    status = rows["status"].iloc[place]
    is_open = status in OPEN_STATES
    if told.action == "leave":
        return is_open
    if told.action == "drop":
        return str(status) != "ignored"
    if is_open:
        return told.action == "choose" or told.area_code in rows["suggested_codes"].iloc[place]
    if told.action == "accept":
        return False
    if status == "matched":
        return True
    reason = str(rows["reason_key"].iloc[place])
    return reason in _RECORDS_AFTER_ALL and _is_record(rows, place, register)


def _is_record(rows: DataFrame, place: int, register: Register) -> bool:
    """Tell whether a row that was no record has what one needs: see `registers.evidence`."""
    row = rows.iloc[place]
    today = date.today()  # noqa: DTZ011 - what has not come yet where the list is kept
    has_all = all(pd.notna(row[column.name]) for column in register.columns if column.required)
    told = [name for name in register.evidence if rows[name].notna().any()]
    shows = not told or any(pd.notna(row[name]) and row[name] for name in told)
    days = [row[column.name] for column in register.columns if column.past]
    return has_all and shows and not any(is_to_come(day, today) for day in days if pd.notna(day))


def _decide(said: Mapping[str, list[Any]], place: int, told: Place) -> None:
    if told.action == "drop":
        said["status"][place] = "ignored"
        said["area_code"][place] = None
        said["suggested_codes"][place] = ()
        said["reason_key"][place] = "imports_dropped"
    elif told.action == "leave":
        said["reason_key"][place] = "imports_left"
    else:
        known = {said["area_code"][place], *said["suggested_codes"][place]}
        if told.area_code not in known:
            said["authority_code"][place] = None
        said["status"][place] = "matched"
        said["area_code"][place] = told.area_code
        said["suggested_codes"][place] = ()
        said["reason_key"][place] = "imports_decided"
    said["reason_values"][place] = {"by": told.by or "–", "on": told.on, "note": told.note or "–"}


def _say(
    said: Mapping[str, list[Any]],
    place: int,
    reason: str,
    told: Place,
    register: Register,
    columns: Iterable[str],
) -> None:
    labels = ", ".join(register.column(name).label_th for name in columns)
    said["reason_key"][place] = reason
    said["reason_values"][place] = {"by": told.by or "–", "on": told.on, "columns": labels}


def _open_contradictions(
    said: Mapping[str, list[Any]], rows: DataFrame, register: Register, decided: Iterable[int]
) -> None:
    """Open rows again that share what no two records share, where a decision made them so."""
    if not register.unique:
        return
    columns = [said.get(name) or rows[name].tolist() for name in register.unique]
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, same in enumerate(zip(*columns, strict=True)):
        if said["status"][place] == "matched":
            groups[same].append(place)
    touched = set(decided)
    for group in groups.values():
        if len(group) > 1 and touched.intersection(group):
            numbers = ", ".join(str(rows["row"].iloc[place]) for place in group)
            for place in group:
                said["suggested_codes"][place] = (said["area_code"][place],)
                said["area_code"][place] = None
                said["status"][place] = "ambiguous"
                said["reason_key"][place] = "registers_contradiction"
                said["reason_values"][place] = {"rows": numbers}


def _frame(rows: DataFrame, said: Mapping[str, list[Any]]) -> DataFrame:
    objects = {"suggested_codes", "reason_values"}
    columns = {
        name: Series(values, index=rows.index, dtype=object if name in objects else "str")
        for name, values in said.items()
    }
    return rows.assign(**columns)
