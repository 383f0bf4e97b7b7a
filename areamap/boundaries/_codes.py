"""Columns of codes, whole or in pieces, and which of them make codes of areas."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import Final

import pandas as pd

from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level

PIECE_DIGITS: Final = 2
"""Each level adds two digits to a code."""

MAX_PIECES: Final = 8
"""Columns of small numbers that are tried as pieces, first columns first."""

_THAI_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_MOSTLY: Final = 0.5


@dataclass(frozen=True, slots=True)
class CodeColumns:
    """
    Columns that make codes of one level.

    Attributes
    ----------
    columns
        One column of whole codes, or its pieces from the top.
    codes
        The code of each row; missing where the row has none of this form.
    distinct
        How many different codes of today or retired ones they make.
    share
        Which part of the rows has such a code.
    """

    columns: tuple[str, ...]
    codes: "pd.Series[str]"
    distinct: int
    share: float


@cache
def known_codes(level: Level) -> frozenset[str]:
    """Return every code of a level that is or was in force."""
    retired = gazetteer.retired()
    return frozenset(gazetteer.areas(level).index) | frozenset(
        retired.index[retired["level"] == level]
    )


def digits(column: "pd.Series[str]") -> "pd.Series[str]":
    """
    Return the digits of a column of codes.

    Parameters
    ----------
    column
        Text such as `TH190406`, `th-19`, `190406.0`, `๑๙`.

    Returns
    -------
    Series
        Digits alone; missing where there is anything else.
    """
    text = column.str.translate(_THAI_DIGITS).str.replace(r"[\s-]", "", regex=True)
    return text.str.extract(r"^(?:[Tt][Hh])?(\d+)(?:\.0*)?$", expand=False)


def code_columns(attributes: pd.DataFrame, level: Level) -> CodeColumns | None:
    """
    Return the columns that make the most codes of a level.

    Parameters
    ----------
    attributes
        One row per feature, all columns text.
    level
        Tambon, district or province.

    Returns
    -------
    CodeColumns or None
        None where no column or sequence of columns makes known codes in half of the rows. Of two
        that make equally many the whole code wins over pieces, and earlier columns over later.
    """
    number = attributes.apply(digits)
    best: CodeColumns | None = None
    for columns, codes in _candidates(number, CODE_DIGITS[level]):
        known = codes.isin(known_codes(level))
        found = CodeColumns(columns, codes, codes[known].nunique(), float(known.mean()))
        if found.share >= _MOSTLY and (best is None or found.distinct > best.distinct):
            best = found
    return best


def _candidates(
    number: pd.DataFrame, length: int
) -> Iterator[tuple[tuple[str, ...], "pd.Series[str]"]]:
    for name in number.columns:
        yield (name,), number[name].where(number[name].str.len() == length)
    pieces = _pieces(number)
    for count in range(2, length // PIECE_DIGITS + 1):
        head = length - PIECE_DIGITS * (count - 1)
        for first in _of_length(number, pieces, head):
            others = [name for name in pieces if name != first]
            for rest in permutations(others, count - 1):
                codes = number[first].str.zfill(head)
                for name in rest:
                    codes = codes + number[name].str.zfill(PIECE_DIGITS)
                yield (first, *rest), codes


def _pieces(number: pd.DataFrame) -> list[str]:
    """Return the columns that hold numbers of one or two digits, and not one alone."""
    small = [
        str(name)
        for name in number.columns
        if number[name].notna().any() and number[name].str.len().max() <= PIECE_DIGITS
    ]
    return small[:MAX_PIECES]


def _of_length(number: pd.DataFrame, pieces: list[str], length: int) -> list[str]:
    """Return the columns that can stand at the head of a code."""
    if length == PIECE_DIGITS:
        return pieces
    lengths = {str(name): number[name].str.len() for name in number.columns}
    return [name for name, each in lengths.items() if (each == length).mean() >= _MOSTLY]
