"""
What the columns of a sheet say of the status of a record: by their heading, or by their cells.

Offices ask สภาฯ? and tick; write มี and ไม่มี below สภาองค์กรชุมชน; keep มีสภา and ไม่มีสภา as two columns;
or put ยุบเลิก below a heading that nobody else uses. Each such column is a voice, and each row has
the status that its voices agree on. Words that could answer anything (มี, ✓) are a voice only
below a heading that asks for the record; below another one they leave the status open.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Literal

from areamap.registers import meanings, values
from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.definitions import Column, Register
from areamap.registers.headers import Header, Heading
from areamap.registers.values import NoRecord, Unreadable
from areamap.registers.words import is_missing, key, plain, without_brackets

NO_RECORD: Final = "no record"
_UNKNOWN: Final = "unknown"
_SHARE: Final = 0.5
_DATA: Final = Path(__file__).parent / "definitions" / "_answers.toml"


@dataclass(frozen=True, slots=True)
class Voice:
    """
    A column that says something of the status.

    Attributes
    ----------
    heading
        Which column.
    kind
        `answers`: every cell is the status of its row. `ticks`: a tick says what the heading says.
        `words`: only a cell that is wholly a word of this status and no other matter's speaks.
    value
        What a tick says.
    """

    heading: Heading
    kind: Literal["answers", "ticks", "words"]
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """
    Who speaks of the status in a sheet.

    Attributes
    ----------
    status
        The register's column of status.
    header
        The header with the meanings that the cells show.
    voices
        Columns that speak.
    by_heading
        One of them is named as the status.
    undecided
        Columns of answers to nobody knows what; the status is open while there are any.
    """

    status: Column
    header: Header
    voices: tuple[Voice, ...]
    by_heading: bool
    undecided: tuple[Heading, ...]

    @property
    def by_cells(self) -> tuple[Heading, ...]:
        """The columns, not named as the status, that speak of it by what their cells say."""
        renamed = {heading.position for heading in self.header.headings if heading.column}
        return tuple(
            voice.heading
            for voice in self.voices[self.by_heading :]
            if voice.kind != "words" or voice.heading.position not in renamed
        )

    def hear(self, row: Sequence[Cell]) -> dict[str, str]:
        """
        Return what the voices say of a row, each value with the text that says it.

        Raises
        ------
        Unreadable
            A cell of the status is no word of one.
        """
        said: dict[str, str] = {}
        for voice in self.voices:
            cell = row[voice.heading.position]
            try:
                value = _said(voice, cell, self.status)
            except Unreadable as problem:
                said_by = {"column": voice.heading.text, **problem.values}
                raise Unreadable(problem.key, **said_by) from problem
            if value is not None:
                text = voice.heading.text if voice.kind == "ticks" else plain(as_text(cell))
                said.setdefault(value, text)
        return said

    def is_doubted(self, row: Sequence[Cell]) -> bool:
        """Tell whether an undecided column says no, whatever it was asked."""
        said = (meaning(row[heading.position], self.status) for heading in self.undecided)
        return any(value not in {None, self.status.without_column} for value in said)

    def speaks(self, position: int, cell: Cell) -> bool:
        """Tell whether a cell of a column of dates or years is a word of the status instead."""
        return any(
            voice.heading.position == position and voice.kind == "words" for voice in self.voices
        ) and _is_own_word(cell, self.status)


def find(
    sheet: Sheet, header: Header, register: Register, dropped: Iterable[int] = ()
) -> Answers | None:
    """
    Return who speaks of the status in a sheet, or None where the register has none.

    Parameters
    ----------
    sheet
        The sheet.
    header
        Its header; a column of names that holds มี and ไม่มี loses its meaning.
    register
        What its rows record.
    dropped
        Positions of columns with persons, which are not asked.
    """
    status = next((column for column in register.columns if column.type == "status"), None)
    if status is None:
        return None
    cells = {
        heading.position: _answers_among(
            (row[heading.position] for row in sheet.rows[header.last + 1 :]), status
        )
        for heading in header.headings
        if heading.position not in set(dropped) and _may_speak(heading, register, status)
    }
    askable = [heading for heading in header.headings if cells.get(heading.position)]
    mistaken = {
        heading.position
        for heading in askable
        if heading.column and _is_mistaken(cells[heading.position], register, heading, status)
    }
    own = header.columns.get(status.name)
    voices = [Voice(own, "answers")] if own else []
    undecided: list[Heading] = []
    for heading in askable:
        voice = _voice(heading, cells[heading.position], status, heading.position in mistaken)
        if voice and (own is None or voice.kind == "ticks" or _is_named(heading, status)):
            voices.append(voice)
        elif voice is None and _asks_something(cells[heading.position], status):
            undecided.append(heading)
    answering = [voice for voice in voices if voice.kind != "words"]
    chosen = next((voice.heading.position for voice in voices if voice.kind == "answers"), None)
    return Answers(
        status=status,
        header=_renamed(header, mistaken, chosen, status),
        voices=tuple(voices),
        by_heading=own is not None,
        undecided=() if answering else tuple(undecided),
    )


def meaning(cell: Cell, status: Column) -> str | None:
    """Return what a cell says as a status: a choice, `no record` or `unknown`; None if nothing."""
    if is_blank(cell):
        return None
    try:
        value = values.read(cell, status)
    except NoRecord:
        return NO_RECORD
    except Unreadable:
        return None
    return _UNKNOWN if value is None else str(value)


def _answers_among(cells: Iterable[Cell], status: Column) -> list[Cell]:
    """Return the cells that are not missing, with None for each that means nothing as a status."""
    return [
        None if meaning(cell, status) is None else cell
        for cell in cells
        if not is_missing(plain(as_text(cell)))
    ]


def _said(voice: Voice, cell: Cell, status: Column) -> str | None:
    if voice.kind == "words":
        return meaning(cell, status) if _is_own_word(cell, status) else None
    if is_blank(cell) or is_missing(plain(as_text(cell))):
        return None
    value = meaning(cell, status)
    if value is None:
        values.read(cell, status)
    if voice.kind == "ticks":
        return voice.value if value == status.without_column else None
    return value


def _voice(heading: Heading, cells: Sequence[Cell], status: Column, mistaken: bool) -> Voice | None:
    """Return how a column that is not named as the status speaks of it."""
    keeps_meaning = heading.column is not None and not mistaken
    if keeps_meaning or not _mostly(cells, status) or key(heading.text) in _words("remarks"):
        speaks = any(_is_own_word(cell, status) for cell in cells)
        return Voice(heading, "words") if speaks else None
    label = without_brackets(heading.text.rpartition(" / ")[2])
    value = meaning(label, status)
    is_own = _is_own_word(label, status) or _is_about(heading.text, status)
    if value not in {None, _UNKNOWN, status.without_column} and is_own:
        return Voice(heading, "ticks", value)
    if heading.column or _is_about(heading.text, status):
        return Voice(heading, "answers")
    return Voice(heading, "answers") if any(_is_own_word(c, status) for c in cells) else None


def _may_speak(heading: Heading, register: Register, status: Column) -> bool:
    """Tell whether a column may turn out to be the status: unknown ones, names, days and years."""
    if heading.column is None:
        return True
    column = register.column(heading.column)
    return not column.place and (
        column.type == "text"
        or (column.type in {"date", "year"} and column.name in status.shown_by)
    )


def _is_named(heading: Heading, status: Column) -> bool:
    """Tell whether a column speaks beside the status: its days, or another one of its name."""
    name = key(without_brackets(heading.text.rpartition(" / ")[2]))
    return heading.column in status.shown_by or name in set(map(key, meanings.names(status)))


def _is_mistaken(
    cells: Sequence[Cell], register: Register, heading: Heading, status: Column
) -> bool:
    """Tell whether a column of names, days or years holds answers instead."""
    answers = sum(meaning(cell, status) is not None for cell in cells)
    if heading.column and register.column(heading.column).type != "text":
        return answers == len(cells)
    return answers > _SHARE * len(cells)


def _mostly(cells: Sequence[Cell], status: Column) -> bool:
    return sum(meaning(cell, status) is not None for cell in cells) > _SHARE * len(cells)


def _asks_something(cells: Sequence[Cell], status: Column) -> bool:
    """Tell whether a column holds answers, and no numbers of which some happen to be 1."""
    words = [cell for cell in cells if key(as_text(cell)) not in _words("figures")]
    return bool(words) and _mostly(words, status) and len(words) > _SHARE * len(cells)


def _is_own_word(cell: Cell, status: Column) -> bool:
    """Tell whether a cell is a word of this status and of no other matter: ยุบเลิก, not มี."""
    return meaning(cell, status) is not None and key(as_text(cell)) not in _words("plain")


def _is_about(text: str, status: Column) -> bool:
    """Tell whether a heading has no other words than those that ask for the record."""
    asked = key(without_brackets(text))
    if not any(key(word) in asked for word in status.about):
        return False
    known = sorted({*map(key, status.about), *_words("around")}, key=len, reverse=True)
    return bool(re.fullmatch(f"(?:{'|'.join(map(re.escape, known))}|[0-9])+", asked))


def _renamed(header: Header, mistaken: set[int], chosen: int | None, status: Column) -> Header:
    def headings() -> Iterator[Heading]:
        for heading in header.headings:
            if heading.position == chosen:
                yield replace(heading, column=status.name)
            elif heading.position in mistaken:
                yield replace(heading, column=None)
            else:
                yield heading

    return replace(header, headings=tuple(headings()))


@cache
def _words(group: str) -> frozenset[str]:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return frozenset(filter(None, map(key, table[group])))
