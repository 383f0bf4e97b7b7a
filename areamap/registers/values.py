"""Read one cell as what its column holds: numbers, money, dates, years, statuses, codes."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Final

from areamap.calendar import BUDDHIST_OFFSET, CalendarError, read_date, read_year
from areamap.registers.cells import Cell, as_text, is_blank
from areamap.registers.definitions import Column
from areamap.registers.units import Unit
from areamap.registers.words import is_missing, key, plain

Value = str | int | Decimal | date | None
"""What a cell means: missing is None."""

_SATANG: Final = Decimal("0.01")
_FLOAT_NOISE: Final = Decimal("0.00001")
_TOO_MUCH: Final = Decimal(10) ** 13
_LONGEST_SHOWN: Final = 80

_NUMBER: Final = re.compile(
    r"(?P<sign>[-−–+]?) ?(?:฿|THB)? ?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?: ?\.?-)? ?(?P<unit>[^\d\s,.%()-][^\d,%()]*)?",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(r"\((.+)\)(.*)")
_CODE: Final = re.compile(r"(?:TH)?(\d+)(?:\.0+)?")
_FOUR_DIGITS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FISCAL: Final = re.compile(r"งบ|fy", re.IGNORECASE)
_TAMBON_LIST: Final = re.compile(r"\d{6}\*?(?:[\s,;/]+\d{6}\*?)*")


class Unreadable(ValueError):  # noqa: N818  # it says what the cell is, like CalendarError's reasons
    """
    A cell that can't be read as what its column holds.

    Attributes
    ----------
    key
        Key of the reason below `reasons.` in the locale files.
    values
        What its placeholders stand for.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: dict[str, object] = values


class NoRecord(Exception):  # noqa: N818  # no error: the row says that there is nothing to record
    """The status of a row says that there is nothing to record."""


def read(cell: Cell, column: Column, factor: Decimal | None = None) -> Value:
    """
    Return what a cell means.

    Parameters
    ----------
    cell
        As the file has it.
    column
        What it should be.
    factor
        What the unit of its heading multiplies amounts by.

    Returns
    -------
    Value
        `str` for text, status and codes, `int` for integers and years (BE), `Decimal` baht for
        amounts, `date` (CE) for dates, None where the cell shows nothing or a dash.

    Raises
    ------
    Unreadable
        The cell is something else.
    NoRecord
        The status says that there is nothing to record.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, str) and is_missing(plain(cell)):
        return None
    if isinstance(cell, Decimal | float) and not Decimal(cell).is_finite():
        raise _not_read("registers_not_a_number", cell)
    return _READERS[column.type](cell, column, factor)


def attempt(cell: Cell, column: Column, factor: Decimal | None = None) -> Value | Unreadable:
    """Return what a cell means, or why it can't be read: see `read`."""
    try:
        return read(cell, column, factor)
    except Unreadable as problem:
        return problem


def _not_read(reason: str, cell: Cell) -> Unreadable:
    shown = plain(as_text(cell))
    return Unreadable(reason, value=shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:79]}…")


def _read_text(cell: Cell, column: Column, factor: Decimal | None) -> str:  # noqa: ARG001  # one form for all
    return " ".join(as_text(cell).split())


def _read_integer(cell: Cell, column: Column, factor: Decimal | None) -> int:  # noqa: ARG001
    number = _number(cell, column.unit, None)
    if number != number.to_integral_value():
        raise _not_read("registers_not_whole", cell)
    if number < 0 and not column.negative:
        raise _not_read("registers_negative", cell)
    return int(number)


def _read_amount(cell: Cell, column: Column, factor: Decimal | None) -> Decimal:
    number = _number(cell, column.unit, factor)
    amount = number.quantize(_SATANG)
    noise = _FLOAT_NOISE if isinstance(cell, float) else 0
    if abs(number - amount) > noise:
        raise _not_read("registers_finer_than_satang", cell)
    if amount < 0 and not column.negative:
        raise _not_read("registers_negative", cell)
    return amount


def _number(cell: Cell, unit: Unit | None, factor: Decimal | None) -> Decimal:
    """Return a number in the unit of its column; a unit in the cell goes before the heading's."""
    if isinstance(cell, bool | date):
        raise _not_read("registers_not_a_number", cell)
    if isinstance(cell, str):
        number, own = _number_in(plain(cell), cell, unit)
    else:
        number, own = Decimal(repr(cell) if isinstance(cell, float) else cell or 0), None
    by = own or factor
    number = number * by if by else number
    if abs(number) >= _TOO_MUCH:
        raise _not_read("registers_too_much", cell)
    return number


def _number_in(text: str, cell: Cell, unit: Unit | None) -> tuple[Decimal, Decimal | None]:
    minus = _IN_BRACKETS.fullmatch(text)
    found = _NUMBER.fullmatch(f"{minus[1]}{minus[2]}" if minus else text)
    if found is None or (minus and found["sign"]):
        percent = "%" in text or "ร้อยละ" in text
        raise _not_read("registers_percent" if percent else "registers_not_a_number", cell)
    number = Decimal(found["digits"].replace(",", "") + (found["part"] or ""))
    if minus or found["sign"] in {"-", "−", "–"}:
        number = -number
    if not found["unit"]:
        return number, None
    factors = _unit_factors(unit)
    if key(found["unit"]) not in factors:
        raise _not_read("registers_other_unit", cell)
    return number, factors[key(found["unit"])]


def _unit_factors(unit: Unit | None) -> Mapping[str, Decimal]:
    return _factors_of(unit.words, tuple(unit.factors.items())) if unit else {}


@cache
def _factors_of(
    words: tuple[str, ...], factors: tuple[tuple[str, Decimal], ...]
) -> dict[str, Decimal]:
    return {key(word): Decimal(1) for word in words} | {key(word): by for word, by in factors}


def _read_date(cell: Cell, column: Column, factor: Decimal | None) -> date:  # noqa: ARG001
    try:
        return read_date(cell if isinstance(cell, date) else as_text(cell))
    except CalendarError as error:
        if column.year_to is None and year_alone(cell) is not None:
            raise _not_read("registers_year_alone", cell) from error
        raise Unreadable(error.key, **error.values) from error


def year_alone(cell: Cell) -> int | None:
    """Return the year (BE) that a cell of days holds instead of a day; None where it does not."""
    if is_blank(cell) or isinstance(cell, date | bool):
        return None
    text = plain(as_text(cell))
    if _FISCAL.search(text) or not _FOUR_DIGITS.search(text):
        return None
    try:
        return read_year(text)
    except CalendarError:
        return None


def _read_year(cell: Cell, column: Column, factor: Decimal | None) -> int:  # noqa: ARG001
    """Return a year, BE; a whole date gives its year."""
    try:
        if isinstance(cell, date):
            return read_date(cell).year + BUDDHIST_OFFSET
        return read_year(plain(as_text(cell)) if isinstance(cell, float) else as_text(cell))
    except CalendarError as error:
        try:
            return read_date(as_text(cell)).year + BUDDHIST_OFFSET
        except CalendarError:
            raise Unreadable(error.key, **error.values) from error


def _read_status(cell: Cell, column: Column, factor: Decimal | None) -> str | None:  # noqa: ARG001
    said = key(as_text(cell))
    if said in _meanings(column.no_record):
        raise NoRecord
    if said in _meanings(column.unknown):
        return None
    return _chosen(cell, column)


def _read_choice(cell: Cell, column: Column, factor: Decimal | None) -> str:  # noqa: ARG001
    return _chosen(cell, column)


def _chosen(cell: Cell, column: Column) -> str:
    """Return the choice that a word means, or the word itself where others are kept."""
    said = key(as_text(cell))
    for value, words in column.choices.items():
        if said in _meanings((value, *words)):
            return value
    if column.others:
        return " ".join(as_text(cell).split())
    shown = _not_read("registers_other_word", cell).values["value"]
    first = ", ".join(words[0] for words in column.choices.values())
    raise Unreadable("registers_other_word", value=shown, known=first)


@cache
def _meanings(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(key, words)))


def _read_code(cell: Cell, column: Column, factor: Decimal | None) -> str:  # noqa: ARG001
    found = _CODE.fullmatch(plain(as_text(cell)).upper())
    if found is None or isinstance(cell, bool | datetime):
        raise _not_read("registers_not_a_code", cell)
    return found[1].zfill(column.digits or 0)


def _read_codes(cell: Cell, column: Column, factor: Decimal | None) -> str:  # noqa: ARG001
    text = plain(as_text(cell))
    if not _TAMBON_LIST.fullmatch(text):
        raise _not_read("registers_not_codes", cell)
    codes = dict.fromkeys(re.split(r"[\s,;/]+", text))
    if len({code.rstrip("*") for code in codes}) < len(codes):
        raise _not_read("registers_code_twice", cell)
    return " ".join(codes)


_READERS: Final[Mapping[str, Callable[[Cell, Column, Decimal | None], Value]]] = {
    "text": _read_text,
    "integer": _read_integer,
    "amount": _read_amount,
    "number": _read_amount,
    "date": _read_date,
    "year": _read_year,
    "status": _read_status,
    "choice": _read_choice,
    "code": _read_code,
    "codes": _read_codes,
}
