"""What is published: the file's rows, and in two of three modes rows that stay from before."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from areamap.imports import records
from areamap.imports.changes import province_of
from areamap.measures.money import SATANG, satang
from areamap.registers.definitions import Register

Mode = Literal["all", "provinces", "add"]
"""
What a file replaces.

all: everything. provinces: the records of the provinces that it has records of. add: nothing; a
record that is there already is brought up to date, the others stay.
"""

MODES: Final[tuple[Mode, ...]] = ("all", "provinces", "add")
ORIGIN: Final = "origin"


@dataclass(frozen=True, slots=True)
class Merged:
    """
    The rows of a publication.

    Attributes
    ----------
    rows
        The file's rows, with their own index, then those that stay; `origin` (Int64) is the number
        of the publication whose file a row is of, missing for this one.
    replaced
        Rows that do not stay.
    measured
        Rows before and after that shrinking is measured by: those of each province that is
        replaced, since each is a list of its own, else all; of those by province only what is
        measured.
    """

    rows: DataFrame
    replaced: DataFrame
    measured: tuple[tuple[DataFrame, DataFrame], ...]


def merge(
    rows: DataFrame, in_force: DataFrame, number: int | None, register: Register, mode: Mode
) -> Merged:
    """
    Return what would be published.

    Parameters
    ----------
    rows
        The rows of a draft.
    in_force
        The rows in force, as the store gives them; empty where there are none.
    number
        Number of the publication that they are of.
    register
        What they record.
    mode
        See `Mode`.
    """
    if mode == "all" or number is None or in_force.empty:
        return Merged(_with_origin(rows), in_force, ((in_force, rows),))
    if mode == "provinces":
        told = {province_of(code) for code in rows.loc[rows["status"] == "matched", "area_code"]}
        stays = _outside(in_force, told, number)
        merged = _joined(rows, in_force[stays], number, register)
        return Merged(merged, in_force[~stays], tuple(_by_province(told, in_force, rows, register)))
    stays = ~in_force.index.to_series().isin(_brought_up_to_date(rows, in_force, register))
    merged = _joined(rows, in_force[stays], number, register)
    return Merged(merged, in_force[~stays], ((in_force, merged),))


def _by_province(
    told: set[str | None], in_force: DataFrame, rows: DataFrame, register: Register
) -> Iterator[tuple[DataFrame, DataFrame]]:
    """Yield the joined rows of each province that is told of, before and after."""
    old, new = (each["area_code"].map(province_of) for each in (in_force, rows))
    measured = ["status", *filter(None, [register.money])]
    for province in sorted(filter(None, told)):
        yield in_force.loc[old == province, measured], rows.loc[new == province, measured]


def _outside(in_force: DataFrame, told: set[str | None], number: int) -> Series:
    """
    Tell which rows stay when some provinces are replaced.

    A row that is not joined goes with the province of its best suggestion; one without any with its
    file: it stays as long as a joined row of that file does.
    """
    guessed = [
        code if isinstance(code, str) else (codes[0] if codes else None)
        for code, codes in zip(in_force["area_code"], in_force["suggested_codes"], strict=True)
    ]
    provinces = Series([province_of(code) for code in guessed], index=in_force.index, dtype=object)
    file = _origin(in_force, number)
    stays = provinces.notna() & ~provinces.isin(told)
    alive = set(file[stays & (in_force["status"] == "matched")])
    return stays | (provinces.isna() & file.isin(alive))


def _brought_up_to_date(rows: DataFrame, in_force: DataFrame, register: Register) -> set[Any]:
    """
    Return the rows in force that the file has anew.

    Those are records that it has too, by the register's key; and rows that say the same in every
    word, whatever became of them: decided meanwhile, or placed elsewhere.
    """
    old, new = (each[each["status"] == "matched"] for each in (in_force, rows))
    said = [records.lines(each, register) for each in (old, new)]
    pairs = records.pair(said[0], said[1], register)
    gone = {old.index[one] for one, other in pairs if one is not None and other is not None}
    had = {new.index[other] for one, other in pairs if one is not None and other is not None}
    moved = _same(old.drop(index=list(gone)), new.drop(index=list(had)), register)
    had |= set(moved.values())
    waiting = in_force[in_force["status"] != "matched"]
    return gone | set(moved) | set(_same(waiting, rows.drop(index=list(had)), register))


def _same(before: DataFrame, after: DataFrame, register: Register) -> dict[Any, Any]:
    """Return the rows before of which each has one of its own after that says the same, and it."""
    old, new = (_everything(rows, register) for rows in (before, after))
    told = [np.flatnonzero(each.notna().any(axis="columns")) for each in (old, new)]
    one, other = records.equal(old, new, *told)
    kept, anew = before.index[told[0][one]], after.index[told[1][other]]
    return dict(zip(kept, anew, strict=True))


def _everything(rows: DataFrame, register: Register) -> DataFrame:
    """Return what rows say, places as they are written."""
    own = records.lines(rows, register).drop(columns=["area_code", "authority_code"])
    places = [each.name for each in register.place if each.name not in own]
    return pd.concat([rows.reindex(columns=places).astype("str"), own], axis="columns")


def _with_origin(rows: DataFrame) -> DataFrame:
    return rows.assign(**{ORIGIN: Series(pd.NA, index=rows.index, dtype="Int64")})


def _origin(in_force: DataFrame, number: int) -> Series:
    if ORIGIN not in in_force:
        return Series(number, index=in_force.index, dtype="Int64")
    return in_force[ORIGIN].fillna(number)


def _joined(rows: DataFrame, stays: DataFrame, number: int, register: Register) -> DataFrame:
    """Return the file's rows and those that stay, in the form of a draft."""
    new = _with_origin(rows)
    kept = stays.assign(**{ORIGIN: _origin(stays, number)})
    kinds = register.kinds
    for name in new.columns:
        kind = kinds.get(name)
        if name not in kept:
            kept[name] = Series(None, index=kept.index, dtype=new[name].dtype)
        elif kind == "amount":
            kept[name] = Series(
                [
                    None if pd.isna(each) else Decimal(int(each)) / SATANG
                    for each in satang(kept[name])
                ],
                index=kept.index,
                dtype=object,
            )
        elif kind == "date":
            kept[name] = Series(
                [None if pd.isna(each) else each.date() for each in kept[name]],
                index=kept.index,
                dtype=object,
            )
        else:
            kept[name] = kept[name].astype(new[name].dtype)
    joined = pd.concat([new, kept[list(new.columns)]], ignore_index=True)
    return joined.assign(row=joined["row"].astype("Int64"))
