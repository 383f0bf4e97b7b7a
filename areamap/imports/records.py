"""
Records of two publications beside each other: which is which, and what differs.

They are compared column by column, as numbers that stand for values: 100,000 records as values of
Python would take 200 MB.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from areamap.calendar import BUDDHIST_OFFSET
from areamap.measures.money import SATANG, satang
from areamap.registers.definitions import Kind, Register

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLACE: Final = ("area_code", "authority_code")
_NAMING: Final = frozenset({"text", "choice", "year", "code"})

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
        Same index; `area_code`, `authority_code` and the register's own columns: amounts in whole
        satang and whole numbers as Int64, days as datetime64[s], all else as str. How a place is
        written is not a part of it.
    """
    kinds = {column.name: column.kind for column in register.columns}
    names = list(dict.fromkeys((*_PLACE, *kinds)))
    found = {name: _compact(rows, name, kinds.get(name, "text")) for name in names}
    return DataFrame(found, index=rows.index)


def _compact(rows: DataFrame, name: str, kind: Kind) -> Series:
    values = rows[name] if name in rows else Series(None, index=rows.index, dtype=object)
    if kind == "amount":
        return satang(values)
    if kind == "date":
        days = pd.to_datetime(values).to_numpy("datetime64[D]")
        return Series(days.astype("datetime64[s]"), index=rows.index)
    return values.astype("Int64" if kind == "integer" else "str")


def said(lines: DataFrame) -> Iterator[dict[str, Any]]:
    """
    Yield what each record says: its columns to their values.

    Parameters
    ----------
    lines
        Some of what `lines` gives.

    Yields
    ------
    dict
        Amounts as whole satang, days as `date`, missing as None.
    """
    columns = [_values(lines[name]) for name in lines]
    for values in zip(*columns, strict=True):
        yield dict(zip(lines.columns, values, strict=True))


def _values(column: Series) -> list[Any]:
    known = column.notna().tolist()
    if column.dtype.kind == "M":
        plain = column.to_numpy("datetime64[D]").astype(object).tolist()
    else:
        plain = column.astype(object).tolist()
    return [value if is_known else None for value, is_known in zip(plain, known, strict=True)]


def pair(
    before: DataFrame, after: DataFrame, register: Register, *, differing: bool = False
) -> list[Pair]:
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
    differing
        Leave out those that are equal.
    """
    by_key = list(key(register))
    names = [column.name for column in register.columns if column.type == "text"]
    steps = (list(before.columns), list(dict.fromkeys((*by_key, *names))), by_key)
    left, right = np.arange(len(before)), np.arange(len(after))
    pairs: list[Pair] = []
    for number, columns in enumerate(steps):
        one, other = equal(before[columns], after[columns], left, right)
        if number or not differing:
            pairs += zip(left[one].tolist(), right[other].tolist(), strict=True)
        left, right = np.delete(left, one), np.delete(right, other)
        if not len(left) or not len(right):
            break
    gone, come = left.tolist(), right.tolist()
    return [*pairs, *((each, None) for each in gone), *((None, each) for each in come)]


def equal(
    before: DataFrame, after: DataFrame, left: "NDArray[np.intp]", right: "NDArray[np.intp]"
) -> "tuple[NDArray[np.intp], NDArray[np.intp]]":
    """
    Return which lines say the same: the first of several before is the first of them after.

    Parameters
    ----------
    before, after
        Of the same columns, of the same types; what is missing in both is the same.
    left, right
        Positions of the lines that are looked at.

    Returns
    -------
    tuple
        Positions in `left`, and those in `right` of their partners, in the order of `right`.
    """
    numbers = _numbers(
        pd.concat([before[name].iloc[left], after[name].iloc[right]]) for name in before
    )
    one, other = (_one_each(part) for part in np.split(numbers, [len(left)]))
    found = pd.Index(one).get_indexer(pd.Index(other))
    partners = np.flatnonzero(found >= 0)
    return found[partners], partners


def _numbers(columns: Iterator[Series]) -> "NDArray[np.int64]":
    """Return a number for each line, the same for those that are equal in every column."""
    found: NDArray[np.int64] | None = None
    for column in columns:
        codes, different = pd.factorize(column)
        numbers = codes.astype(np.int64) + 1
        if found is not None:
            numbers = pd.factorize(found * (len(different) + 1) + numbers)[0].astype(np.int64)
        found = numbers
    return np.array([], dtype=np.int64) if found is None else found


def _one_each(numbers: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Return a number for each line that tells it from those that are the same before it."""
    before = Series(numbers).groupby(numbers).cumcount().to_numpy(np.int64)
    return (numbers << _BITS) + before


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
_BITS: Final = 31
"""More lines than a publication has have numbers of so many bits."""
