"""Records that are written once a year: which row of each tells how it stands on a day."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

_TODAY: Final = np.inf


def newest(
    rows: DataFrame,
    fiscal_year: int | None = None,
    *,
    year: str = "fiscal_year",
    record: tuple[str, ...] = ("area_code", "authority_code", "fund_name"),
) -> Series:
    """
    Return which rows tell of their record, where a record has one row a year.

    Rule: of the rows of one record the newest that is not of a later year; where all are of later
    years the oldest; a row without a year speaks of today and goes before all. A row that is not
    joined to an area stands for itself. Two rows of one record and year both stay: which of them is
    right is for a person to say.

    Parameters
    ----------
    rows
        Rows of a publication.
    fiscal_year
        Up to which year (BE) it is asked; None for the newest there are.
    year
        Column of years (BE).
    record
        Columns that say which record a row is of; those that the rows lack do not count.

    Returns
    -------
    Series
        bool, same index. All True where there is no column of years or places.
    """
    if year not in rows.columns or "area_code" not in rows.columns:
        return Series(data=True, index=rows.index, name="newest")
    told = rows[year].astype("Float64").astype("float64")
    rank = told if fiscal_year is None else told.where(told <= fiscal_year, -told)
    numbers = _numbered([rows[name] for name in record if name in rows.columns])
    best = rank.fillna(_TODAY).groupby(numbers).transform("max")
    return ((rank.fillna(_TODAY) == best) | rows["area_code"].isna()).rename("newest")


def _numbered(columns: Iterable[Series]) -> NDArray[np.int64]:
    """Return one number per row, the same for rows of one record whatever blanks are around it."""
    numbers: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
    for column in columns:
        codes, texts = pd.factorize(column)
        names = pd.factorize(Series(texts, dtype="str").str.strip())[0]
        # Missing has code -1, and is one value as any other.
        here = np.append(names, -1)[codes] + 1
        numbers = here if not numbers.size else pd.factorize(numbers * (len(names) + 1) + here)[0]
    return numbers
