"""Which register a table looks like."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from areamap.registers import choosing, definitions
from areamap.registers.cells import Sheet, as_text, is_blank
from areamap.registers.choosing import Choices
from areamap.registers.definitions import Register
from areamap.registers.headers import Header
from areamap.registers.meanings import names
from areamap.registers.words import key, without_brackets

_ROWS_LOOKED_AT: Final = 40
_ROWS_READ: Final = 400
_MOST_TRIED: Final = 4
_READABLE: Final = 0.5
_NAMED: Final = 0.2
_HEADINGS: Final = 0.2
_COLUMNS: Final = 0.05
_REQUIRED: Final = 0.05
_LONG_NAME: Final = 12


def likely(sheet: Sheet) -> list[Register]:
    """
    Return the registers of which the top of a sheet has most headings, most first.

    It looks at words alone, which takes no time; a header is looked for in these few only.
    """
    words = set(_words(sheet))
    counts = {each: len(words & _aliases(each)) for each in definitions.ids()}
    ranked = sorted((each for each in counts if counts[each]), key=lambda each: -counts[each])
    return [definitions.load(each) for each in ranked[:_MOST_TRIED]]


def top(sheet: Sheet) -> Sheet:
    """Return the first rows of a sheet: enough to tell what it is, however long it is."""
    return replace(sheet, rows=sheet.rows[:_ROWS_READ])


def score(sheets: Iterable[Sheet], texts: Iterable[str] = ()) -> list[tuple[str, float]]:
    """
    Return the registers that a file can be, best first, each with how sure that is from 0 to 1.

    Half of it is that a record can be read at all. The rest is the share of the file's columns that
    the register knows, that of the register's own columns that the file has, whether the register
    asks for any of them, and whether titles, tabs or the name of the file name the register.

    Parameters
    ----------
    sheets
        The sheets of the file.
    texts
        What else may name the register, such as the name of the file.
    """
    best: dict[str, float] = {}
    said = list(texts)
    for sheet in map(top, sheets):
        for register in likely(sheet):
            header = choosing.nearest(sheet, register, Choices())
            if header is not None:
                titles = [*said, sheet.name, *_titles(sheet, header)]
                found = _likeness(header, register, titles)
                best[register.id] = max(best.get(register.id, 0.0), round(found, 3))
    return sorted(best.items(), key=lambda item: -item[1])


def _likeness(header: Header, register: Register, titles: Iterable[str]) -> float:
    named = set(header.columns)
    of_file = [each for each in header.headings if not each.text.startswith("(")]
    own = {column.name for column in register.columns}
    title = key(" ".join(titles))
    known = [len(each) for each in _names(register) if each in title]
    # The more letters of a name the title has, the less it is a chance: บ้าน is in many words.
    by_name = min(max(known, default=0) / _LONG_NAME, 1.0)
    return (
        _READABLE * header.fits
        + _HEADINGS * len(named) / max(len(of_file), 1)
        + _COLUMNS * len(named & own) / max(len(own), 1)
        + _REQUIRED * any(register.column(name).required for name in named)
        + _NAMED * by_name
    )


def _titles(sheet: Sheet, header: Header) -> Iterator[str]:
    for row in sheet.rows[: header.first]:
        yield from (as_text(cell) for cell in row if not is_blank(cell))


def _words(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows[:_ROWS_LOOKED_AT]:
        for cell in row:
            if isinstance(cell, str):
                yield key(cell)
                yield key(without_brackets(cell))


@cache
def _aliases(register_id: str) -> frozenset[str]:
    columns = definitions.load(register_id).all_columns
    return frozenset(key(name) for column in columns for name in names(column)) - {""}


def _names(register: Register) -> set[str]:
    texts = (register.id, register.label_th, register.label_en, *register.aliases)
    return {key(without_brackets(text)) for text in texts} - {""}
