"""Records of two publications beside each other: which is which, and what differs."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pandas as pd
from pandas import DataFrame

from areamap.calendar import BUDDHIST_OFFSET
from areamap.measures.money import SATANG, satang
from areamap.registers.definitions import Kind, Register

_PLACE: Final = ("area_code", "authority_code")
_NAMING: Final = frozenset({"text", "choice", "year", "code"})

Line = tuple[Hashable, ...]
Pair = tuple[int | None, int | None]
"""Positions of a record before and after; None where it was not there."""


def key(register: Register) -> tuple[str, ...]:
    """
    Return the columns that tell which record a row is.

    What no two records share where the register says so; else the place, the year of a record that
    is written once a year, and for registers of which a place has several records (budget lines,
    projects, activities) also what names one: its texts, choices, codes and years. A status, a day,
    a count and an amount never tell which record it is: they are what changes.
    """
    if register.unique:
        return register.unique
    if register.drop_repeated:
        years = [column.name for column in register.columns if column.name == "fiscal_year"]
        return tuple(dict.fromkeys((*_PLACE, *years, *filter(None, [register.yearly]))))
    naming = [column.name for column in register.columns if column.type in _NAMING]
    return (*_PLACE, *naming)


def lines(rows: DataFrame, register: Register) -> DataFrame:
    """
    Return rows as values that can be compared, whether they come from a file or from the store.

    Parameters
    ----------
    rows
        Rows of a draft or of a publication.
    register
        What they record.

    Returns
    -------
    DataFrame
        Same index; `area_code`, `authority_code` and the register's own columns as objects:
        amounts in whole satang, days as `date`, missing as None. How a place is written is not a
        part of it.
    """
    kinds = {column.name: column.kind for column in register.columns}
    names = list(dict.fromkeys((*_PLACE, *kinds)))
    found = {
        name: _plain(rows[name], kinds.get(name, "text")) if name in rows else [None] * len(rows)
        for name in names
    }
    return DataFrame(
        {name: pd.Series(values, index=rows.index, dtype=object) for name, values in found.items()}
    )


def _plain(values: pd.Series, kind: Kind) -> list[Any]:
    if kind == "amount":
        values = satang(values)
    elif kind == "date":
        days = pd.to_datetime(values).to_numpy("datetime64[D]").astype(object)
        return [None if day is None or day is pd.NaT else day for day in days.tolist()]
    elif kind == "integer":
        values = values.astype("Int64")
    known = values.notna().tolist()
    plain = values.astype(object).tolist()
    return [value if is_known else None for value, is_known in zip(plain, known, strict=True)]


def pair(before: DataFrame, after: DataFrame, register: Register) -> list[Pair]:
    """
    Return which record is which.

    Records that are equal go together first, then those of one key, those with the same names
    before the others, in their order; what is left is new, or gone.

    Parameters
    ----------
    before, after
        As `lines` gives them.
    register
        What they record.
    """
    by_key = list(key(register))
    names = [column.name for column in register.columns if column.type == "text"]
    steps = (list(before.columns), list(dict.fromkeys((*by_key, *names))), by_key)
    left, right = list(range(len(before))), list(range(len(after)))
    pairs: list[Pair] = []
    for columns in steps:
        found = _equal(_said(before, columns, left), _said(after, columns, right))
        pairs += [(left[one], right[other]) for one, other in found]
        gone, come = {one for one, _ in found}, {other for _, other in found}
        left = [each for place, each in enumerate(left) if place not in gone]
        right = [each for place, each in enumerate(right) if place not in come]
        if not left or not right:
            break
    return [*pairs, *((each, None) for each in left), *((None, each) for each in right)]


def _said(frame: DataFrame, columns: Sequence[str], places: Sequence[int]) -> list[Line]:
    part = frame.iloc[list(places)][list(columns)]
    return list(part.itertuples(index=False, name=None))


def _equal(before: Sequence[Line], after: Sequence[Line]) -> list[tuple[int, int]]:
    # From the last to the first: of 100,000 records each has a list, and a deque takes 600 bytes.
    waiting: dict[Line, list[int]] = defaultdict(list)
    for place in reversed(range(len(before))):
        waiting[before[place]].append(place)
    return [(waiting[line].pop(), place) for place, line in enumerate(after) if waiting.get(line)]


def spoken(value: object, kind: Kind) -> str:
    """Return a value of `lines` as text, the same in both languages; empty where it is missing."""
    if value is None:
        return ""
    if kind == "amount" and isinstance(value, int):
        return f"{Decimal(value) / SATANG:,.2f}"
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year + BUDDHIST_OFFSET}"
    return (
        f"{value:,}"
        if kind == "integer" and isinstance(value, int) and value > _YEARS
        else str(value)
    )


_YEARS: Final = 2999
