"""What a publication would change against another one: rows, baht, provinces, closed years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year as year_of
from areamap.imports import records
from areamap.measures.money import SATANG, total_baht
from areamap.registers import definitions
from areamap.registers.definitions import Kind, Register
from areamap.store import Publication

YEAR: Final = "fiscal_year"
_MOST_NAMED: Final = 4
_PROVINCE_DIGITS: Final = 2
_Told = tuple[dict[str, Any], tuple[Any, ...]]
_PART: Final = 5_000
"""Lines that are made at once."""

_COLUMNS: Final = (
    *("change", "area_code", "columns", "before", "after", YEAR),
    *("amount_before", "amount_after", "sheet", "row", "province_code"),
)


@dataclass(frozen=True, slots=True)
class Changes:
    """
    What differs between what is in force and what would be.

    Attributes
    ----------
    rows
        One line per record that is `added`, `changed` or `gone` (column `change`): `area_code`,
        `columns` (tuple of the columns of the register that differ), `before` and `after` as text,
        `fiscal_year` (BE, Int64), `amount_before` and `amount_after` (Decimal baht of the
        register's money, None where there is none), `sheet` and `row` of the file that would say
        so (of the old one where it is gone), `province_code`. Only joined rows are records.
    by_province
        Index `province_code` (a cluster's code where a record stands for one): `added`, `changed`,
        `gone`, `baht_before`, `baht_after` (Decimal); provinces in which nothing differs are left
        out.
    closed_years
        The lines of `rows` of fiscal years that have ended. Empty where nothing is in force, since
        then no figure that was said changes.
    shrink_pct
        By how much rows or baht, whichever shrink more, become fewer, in percent of what is
        replaced: the register, or the province of which most goes; 0 where they don't.
    since
        What was published since the draft was begun, newest first.
    in_force
        Number of the publication compared against; None where there is none.
    """

    rows: DataFrame
    by_province: DataFrame
    closed_years: DataFrame
    shrink_pct: float
    since: list[Publication] = field(default_factory=list)
    in_force: int | None = None


def compare(
    before: DataFrame,
    after: DataFrame,
    register: Register,
    *,
    today: date,
    measured: Sequence[tuple[DataFrame, DataFrame]] | None = None,
    since: Sequence[Publication] = (),
    in_force: int | None = None,
) -> Changes:
    """
    Return what differs between rows.

    Parameters
    ----------
    before, after
        Rows of a publication or draft that may differ; those that are not joined are passed over.
    register
        What they record.
    today
        The day that says which fiscal years have ended.
    measured
        The rows before and after that shrinking is measured by, where they are others; what
        shrinks most counts.
    since, in_force
        See `Changes`.
    """
    old, new = (_records(rows, register) for rows in (before, after))
    found = _rows(old, new, register)
    closed = found[(found[YEAR] < year_of(today)).fillna(value=False).astype(bool)]
    return Changes(
        rows=found,
        by_province=_by_province(found, old, new, register),
        closed_years=closed if in_force is not None else closed.iloc[:0],
        shrink_pct=max(
            (_shrink(*pair, register) for pair in measured or [(before, after)]), default=0.0
        ),
        since=list(since),
        in_force=in_force,
    )


def province_of(area_code: object) -> str | None:
    """Return the province of an area; a group of provinces stands for itself."""
    if not isinstance(area_code, str):
        return None
    return area_code[:_PROVINCE_DIGITS] if area_code.isdecimal() else area_code


def _records(rows: DataFrame, register: Register) -> DataFrame:
    """Return the joined rows with what is compared of them: all else would be there twice."""
    compared = {"sheet", "row", "area_code", "authority_code", *_kinds(register.id)}
    return rows.loc[rows["status"] == "matched", [name for name in rows if name in compared]]


def _rows(old: DataFrame, new: DataFrame, register: Register) -> DataFrame:
    before, after = (_Side(rows, register) for rows in (old, new))
    pairs = _in_order(
        before, after, records.pair(before.lines, after.lines, register, differing=True)
    )
    # Part by part: the lines of 100,000 records as values of Python would take 150 MB.
    parts = [
        _frame(before, after, pairs[first : first + _PART], register)
        for first in range(0, max(len(pairs), 1), _PART)
    ]
    return pd.concat(parts, ignore_index=True)


def _in_order(before: "_Side", after: "_Side", pairs: list[records.Pair]) -> list[records.Pair]:
    """Return pairs by province and area; in each what is gone, what is changed, what is new."""
    codes = [side.lines["area_code"].tolist() for side in (before, after)]
    area = Series(
        [codes[0][one or 0] if other is None else codes[1][other] for one, other in pairs],
        dtype="str",
    )
    kind = Series([0 if other is None else 2 if one is None else 1 for one, other in pairs])
    keys = DataFrame({"province": area.map(province_of).astype("str"), "area": area, "kind": kind})
    ordered = keys.sort_values(["province", "area", "kind"], kind="stable").index
    return [pairs[place] for place in ordered.tolist()]


class _Side:
    """Rows before or after, as they are compared, with where each stands in its file."""

    def __init__(self, rows: DataFrame, register: Register) -> None:
        self.lines = records.lines(rows, register)
        self.marks = rows[["sheet", "row"]]

    def at(self, positions: Iterable[int | None]) -> list[_Told | None]:
        """Return what records say and where they stand, in the order that is asked for."""
        listed = list(positions)
        there = [each for each in listed if each is not None]
        marks = (self.marks[name].iloc[there].tolist() for name in self.marks)
        found = zip(records.said(self.lines.iloc[there]), zip(*marks, strict=True), strict=True)
        return [None if each is None else next(found) for each in listed]


def _frame(
    before: _Side, after: _Side, pairs: Sequence[records.Pair], register: Register
) -> DataFrame:
    """Return the lines of some records that differ."""
    was, now = before.at(one for one, _ in pairs), after.at(other for _, other in pairs)
    found = [_line(one, other, register) for one, other in zip(was, now, strict=True)]
    frame = DataFrame(found, columns=list(_COLUMNS))
    frame[YEAR] = frame[YEAR].astype("Int64")
    for name in ("change", "area_code", "before", "after", "sheet", "province_code"):
        frame[name] = frame[name].astype("str")
    return frame


def _line(before: _Told | None, after: _Told | None, register: Register) -> tuple[Any, ...]:
    """Return a line in the order of `_COLUMNS`."""
    was, now = (told and told[0] for told in (before, after))
    one, place = after or before or ({}, ("", 0))
    differing = tuple(name for name in one if was and now and was[name] != now[name])
    return (
        "changed" if was and now else "added" if now else "gone",
        one["area_code"],
        differing,
        _text(was, differing, register),
        _text(now, differing, register),
        _year(was, now),
        _amount(was, register),
        _amount(now, register),
        *place,
        province_of(one["area_code"]),
    )


@cache
def _kinds(register_id: str) -> dict[str, Kind]:
    return {column.name: column.kind for column in definitions.load(register_id).columns}


def _text(said: dict[str, Any] | None, names: Iterable[str], register: Register) -> str:
    """Return the values that differ, or the first ones of a record that is new or gone."""
    if said is None:
        return ""
    kinds = _kinds(register.id)
    listed = list(names)
    shown = listed or [name for name in kinds if said[name] is not None][:_MOST_NAMED]
    texts = [records.spoken(said[name], kinds.get(name, "text")) or "–" for name in shown]
    return " · ".join(texts)


def _year(was: dict[str, Any] | None, now: dict[str, Any] | None) -> int | None:
    """Return the earlier of two years, since a record that leaves a closed year changes it."""
    years = [said[YEAR] for said in (was, now) if said and said.get(YEAR) is not None]
    return min(years, default=None)


def _amount(said: dict[str, Any] | None, register: Register) -> Decimal | None:
    amount = said.get(register.money) if said and register.money else None
    return None if amount is None else Decimal(amount) / SATANG


def _by_province(found: DataFrame, old: DataFrame, new: DataFrame, register: Register) -> DataFrame:
    counts = pd.crosstab(found["province_code"], found["change"])
    codes = Index(sorted(set(found["province_code"])), name="province_code", dtype="str")
    frame = DataFrame(index=codes)
    for kind in ("added", "changed", "gone"):
        frame[kind] = counts.get(kind, Series(dtype="int64")).reindex(codes, fill_value=0)
    for name, rows in (("baht_before", old), ("baht_after", new)):
        sums = _baht(rows, register)
        frame[name] = Series([sums.get(code, Decimal(0)) for code in codes], codes, dtype=object)
    return frame


def _baht(rows: DataFrame, register: Register) -> dict[str, Decimal]:
    if register.money is None or rows.empty:
        return {}
    provinces = rows["area_code"].map(province_of)
    return {
        str(code): total_baht(amounts) for code, amounts in rows[register.money].groupby(provinces)
    }


def _shrink(before: DataFrame, after: DataFrame, register: Register) -> float:
    old, new = (rows["status"] == "matched" for rows in (before, after))
    sizes = [(Decimal(int(old.sum())), Decimal(int(new.sum())))]
    if register.money is not None:
        was, now = before.loc[old, register.money], after.loc[new, register.money]
        sizes.append((total_baht(was), total_baht(now)))
    shares = [float(100 * (was - now) / was) for was, now in sizes if was > max(now, Decimal(0))]
    return max(shares, default=0.0)
