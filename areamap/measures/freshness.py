"""How old what is known is, by province and register."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd
from pandas import DataFrame, Series, Timestamp

from areamap.measures._cells import days, numbers
from areamap.measures.whereabouts import province_of

COLUMNS: Final = [
    "province_code", "register", "rows", "supplied_on", "age_days", "newest_day", "newest_year"
]  # fmt: skip
"""Columns of `freshness`."""

_YEARS: Final = ("fiscal_year", "registered_year", "founded_year", "last_year", "target_year")


def freshness(
    registers: Mapping[str, DataFrame], supplied: Mapping[str, Series], today: date
) -> DataFrame:
    """
    Return the age of the newest row of each province in each register.

    Formula: age = today - the day of the publication with whose file the newest joined row of the
    province came in, in days. A register that is published for one province only leaves the other
    provinces as old as they were, and rolling back brings the age back, too. Beside it stands the
    newest day and year that the rows themselves tell of; days that are still to come do not count.

    Parameters
    ----------
    registers
        Rows in force by register, of one world.
    supplied
        By register, the day on which each row came in (datetime64, same index as its rows).
    today
        The day that ages are counted to.

    Returns
    -------
    freshness
        One row per province and register that has a joined row there, sorted: `province_code`,
        `register` (str), `rows` (int64), `supplied_on` (datetime64), `age_days` (int64),
        `newest_day` (datetime64, missing where the rows tell of no day), `newest_year` (Int64, BE).
    """
    parts = [_of(name, rows, supplied[name], today) for name, rows in registers.items()]
    known = [part for part in parts if len(part)]
    if not known:
        return DataFrame(columns=COLUMNS)
    return pd.concat(known).sort_values(["province_code", "register"], ignore_index=True)[COLUMNS]


def _of(register: str, rows: DataFrame, supplied: Series, today: date) -> DataFrame:
    matched = rows[rows["status"] == "matched"]
    told = DataFrame(
        {
            "province_code": province_of(matched),
            "supplied_on": supplied.reindex(matched.index),
            "newest_day": _newest_day(matched, today),
            "newest_year": _newest_year(matched),
        }
    ).dropna(subset=["province_code"])
    groups = told.groupby("province_code")
    found = groups.max().assign(rows=groups.size(), register=register).reset_index()
    age = (Timestamp(today) - found["supplied_on"]).dt.days
    return found.assign(
        age_days=age.astype("int64"), newest_year=found["newest_year"].astype("Int64")
    )


def _newest_day(rows: DataFrame, today: date) -> Series:
    names = [name for name in rows.columns if pd.api.types.is_datetime64_any_dtype(rows[name])]
    every = DataFrame({name: days(rows, name) for name in names}, index=rows.index)
    past = every.where(every <= Timestamp(today))
    return past.max(axis=1) if names else days(rows, "newest_day")


def _newest_year(rows: DataFrame) -> Series:
    every = DataFrame({name: numbers(rows, name) for name in _YEARS if name in rows.columns})
    return every.max(axis=1) if len(every.columns) else numbers(rows, "newest_year")
