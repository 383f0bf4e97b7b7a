"""What lists of persons and households are counted, and into which register: `lists/*.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from areamap.errors import FileError
from areamap.i18n import Lang
from areamap.registers import definitions
from areamap.registers.definitions import Column, Register
from areamap.registers.words import is_missing, key, plain

Of = Literal["rows", "households", "sum"]
"""What is counted: lines, different households, or the amounts of a column."""

_FOLDER: Final = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class State:
    """
    The column that says what became of a person or household.

    Attributes
    ----------
    aliases
        Its headings.
    words
        State to the words that mean it.
    blank
        State of a line whose cell is blank; None where nobody can say.
    without_column
        State of every line where the file has no such column; None where the file is refused.
    """

    aliases: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    blank: str | None = None
    without_column: str | None = None

    def of(self, text: str) -> str | None:
        """Return the state that a word means, None where it is not known."""
        said = key(text)
        if not said or is_missing(plain(text)):
            return self.blank
        for state, words in self.words.items():
            if said in {key(word) for word in (state, *words)}:
                return state
        return None


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One figure per area.

    Attributes
    ----------
    column
        Column of the register that it goes into.
    of
        What is counted.
    states
        States whose lines count; empty for every line.
    aliases
        Headings of the column that is summed.
    optional
        Left out where the file has no such column; else the file is refused.
    """

    column: str
    of: Of
    states: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class PeopleList:
    """
    A kind of list of persons or households.

    Attributes
    ----------
    id
        Such as `"fund-members"`.
    register
        The register that the counts become.
    figures
        What is counted.
    by
        Columns of the register that part the counts of one place, such as its year.
    state
        The column of states, or None where every line counts.
    household
        Headings of the column that numbers households.
    aliases
        Other names that people type.
    """

    id: str
    register: Register
    label_th: str
    label_en: str
    figures: tuple[Figure, ...]
    by: tuple[Column, ...] = ()
    state: State | None = None
    household: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    order: int = 0

    def label(self, lang: Lang) -> str:
        """Return the label in one language."""
        return self.label_th if lang == "th" else self.label_en

    def counting(self, state: str | None) -> tuple[Figure, ...]:
        """Return the figures that take a line of a state in; None is a list without states."""
        return tuple(each for each in self.figures if not each.states or state in each.states)


@cache
def every() -> tuple[PeopleList, ...]:
    """Return all kinds of lists, in the order in which they are shown."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in _FOLDER.glob("*.toml")]
    return tuple(sorted(map(_people_list, tables), key=lambda each: each.order))


def find(text: str) -> PeopleList:
    """
    Return the kind of list that a person means.

    Parameters
    ----------
    text
        Its id, label or alias, or any name of the register that its counts become.

    Raises
    ------
    FileError
        No list has that name; the sentence lists those there are.
    """
    wanted = key(text)
    for each in every():
        register = each.register
        names = (each.id, each.label_th, each.label_en, *each.aliases)
        names += (register.id, register.label_th, register.label_en, *register.aliases)
        if wanted in map(key, names):
            return each
    raise FileError(
        "counting_unknown", text=text, known=", ".join(one.register.id for one in every())
    )


def _people_list(table: Mapping[str, Any]) -> PeopleList:
    told = dict(table)
    register = definitions.load(told.pop("register"))
    state = told.pop("state", None)
    return PeopleList(
        register=register,
        by=tuple(register.column(name) for name in told.pop("by", ())),
        state=state and _state(state),
        figures=tuple(Figure(**_frozen(figure)) for figure in told.pop("counts")),
        **_frozen(told),
    )


def _state(table: Mapping[str, Any]) -> State:
    words = {state: tuple(words) for state, words in table["words"].items()}
    return State(**_frozen({**table, "words": words}))


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in table.items()}
