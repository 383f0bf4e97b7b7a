"""The list of gaps as it comes back from a spreadsheet, compared with what is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from areamap import calendar
from areamap.calendar import CalendarError
from areamap.direction.assignments import Step, Told, is_same, wanted
from areamap.errors import AreamapError, FileError
from areamap.i18n import LANGS, Lang, t
from areamap.measures.basis import Basis
from areamap.measures.states import Theme
from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.words import key
from areamap.store import Assignment, Wanted
from areamap.store.assignments import Place

WRITTEN: Final = ("assigned_to", "due", "note", "step")
"""Columns of a list that are read again, by the key of their heading below `gaps.column_`."""

_CODE: Final = "code"
_NEEDED: Final = (_CODE, "assigned_to")
_SEARCHED: Final = 40
_TICKS: Final = {"✓": Step.DONE, "✔": Step.DONE, "x": Step.DONE, "/": Step.DONE, "1": Step.DONE}


@dataclass(frozen=True, slots=True)
class Difference:
    """An assignment that a list would change: what is kept, None where nothing is, and what for."""

    before: Assignment | None
    after: Wanted


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that can't be taken in: the number that Excel shows, its code, and why."""

    row: int
    code: str
    why: AreamapError | CalendarError

    def text(self, lang: Lang) -> str:
        """Return the reason in a language."""
        return self.why.text(lang)


@dataclass(frozen=True, slots=True)
class Returned:
    """
    What a list that comes back says.

    Attributes
    ----------
    differences
        What it would change.
    refused
        Rows that can't be taken in.
    same
        How many rows say what is kept already.
    blank
        How many rows name nobody; what is kept of them stays.
    """

    differences: list[Difference] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    same: int = 0
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a list is held against.

    Attributes
    ----------
    theme, basis, is_sample
        Which gaps it is about.
    states
        State of every area of the basis, by its code.
    lacking
        The states that are gaps.
    kept
        The assignments, by code of their area.
    """

    theme: Theme
    basis: Basis
    is_sample: bool
    states: Mapping[str, str]
    lacking: frozenset[str]
    kept: Mapping[str, Assignment]


def mark(theme: str, basis: str, lang: Lang) -> str:
    """Return the line above a list that says which gaps it is about."""
    told = {"what": t(f"gaps.what_{theme}", lang), "basis": t(f"ui.basis_{basis}", lang)}
    return t("gaps.list_mark", lang, **told)


def heading(column: str, lang: Lang) -> str:
    """Return the heading of a column of the list."""
    return t(f"gaps.column_{column}", lang)


def compare(sheets: Sequence[Sheet], asked: Asked, file: str) -> Returned:
    """
    Return what a list would change; nothing is written.

    Parameters
    ----------
    sheets
        Of the file, as `imports.incoming.receive` gives them.
    asked
        What it is held against.
    file
        What the file is called.

    Raises
    ------
    FileError
        No sheet has the headings of the list, or it is a list of other gaps.
    """
    for sheet in sheets:
        found = _header(sheet)
        if found is not None:
            place, columns = found
            _refuse_other(sheet, place, asked, file)
            return _compared(sheet, place, columns, asked)
    told = ", ".join(heading(name, "th") for name in (*_NEEDED, "due", "note", "step"))
    raise FileError("gaps_no_header", file=file, headings=told)


def _header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the headings and the position of each column that is read."""
    known = {key(heading(name, lang)): name for name in (_CODE, *WRITTEN) for lang in LANGS}
    for place, row in enumerate(sheet.rows[:_SEARCHED]):
        words = [key(as_text(cell)) for cell in row]
        columns = {known[word]: position for position, word in enumerate(words) if word in known}
        if all(name in columns for name in _NEEDED):
            return place, columns
    return None


def _refuse_other(sheet: Sheet, header: int, asked: Asked, file: str) -> None:
    marks = {
        key(mark(theme, basis, lang)): (theme, basis)
        for theme in Theme
        for basis in Basis
        for lang in LANGS
    }
    for row in sheet.rows[:header]:
        for cell in row:
            told = marks.get(key(as_text(cell)))
            if told is not None and told != (asked.theme, asked.basis):
                raise FileError("gaps_other_list", file=file, list=as_text(cell))


def _compared(sheet: Sheet, header: int, columns: dict[str, int], asked: Asked) -> Returned:
    found = Returned()
    same = blank = 0
    seen: set[str] = set()
    for number, cells in _rows(sheet, header, columns):
        code = _code(cells[_CODE], asked)
        try:
            if not code:
                raise FileError("gaps_row_no_area", code=as_text(cells[_CODE])[:20])
            if is_blank(cells["assigned_to"]):
                blank += 1
                continue
            if code in seen:
                raise FileError("gaps_row_twice", code=code)
            seen.add(code)
            before = asked.kept.get(code)
            _refuse_closed(code, before, asked)
            place = Place(str(asked.theme), str(asked.basis), code, asked.is_sample)
            after = wanted(place, _told(cells), before)
        except (AreamapError, CalendarError) as why:
            found.refused.append(Refused(number, code or as_text(cells[_CODE])[:20], why))
            continue
        if before is not None and is_same(after, before):
            same += 1
        else:
            found.differences.append(Difference(before, after))
    return Returned(found.differences, found.refused, same, blank)


def _rows(
    sheet: Sheet, header: int, columns: dict[str, int]
) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Return the rows below the headings that say anything, with the number that Excel shows."""
    names = (_CODE, *WRITTEN)
    for place, row in enumerate(sheet.rows[header + 1 :], start=header + 1):
        cells: dict[str, Cell] = {
            name: row[columns[name]] if name in columns else None for name in names
        }
        if not all(map(is_blank, cells.values())):
            yield sheet.first_row + place, cells


def _code(cell: Cell, asked: Asked) -> str:
    """Return the code of an area of the basis; nothing where a cell holds none."""
    text = as_text(cell).strip()
    if text in asked.states:
        return text
    # Excel takes a code for a number and drops the zeros before it.
    longer = (text.zfill(digits) for digits in (6, 8))
    return next((code for code in longer if text.isdecimal() and code in asked.states), "")


def _refuse_closed(code: str, before: Assignment | None, asked: Asked) -> None:
    if before is None and asked.states[code] not in asked.lacking:
        raise FileError("gaps_row_closed", code=code)


def _told(cells: Mapping[str, Cell]) -> Told:
    return Told(
        assigned_to=as_text(cells["assigned_to"]),
        due_on=_day(cells["due"]),
        note=as_text(cells["note"]),
        step=_step(cells["step"]),
    )


def _day(cell: Cell) -> date | None:
    if is_blank(cell):
        return None
    if isinstance(cell, date):
        return calendar.read_date(cell)
    return calendar.read_date(as_text(cell))


def _step(cell: Cell) -> Step:
    if is_blank(cell):
        return Step.OPEN
    text = as_text(cell).strip()
    words = {key(t(f"gaps.step_{step}", lang)): step for step in Step for lang in LANGS}
    found = _TICKS.get(text.lower()) or words.get(key(text))
    if found is None:
        known = ", ".join(t(f"gaps.step_{step}", "th") for step in Step)
        raise FileError("gaps_row_step", text=text[:20], known=known)
    return found
