"""Baht without rounding errors: sums are made in whole satang."""

from decimal import Decimal
from typing import Final

import numpy as np
import pandas as pd
from pandas import Series

SATANG: Final = 100
"""Satang of a baht."""


def satang(amounts: Series) -> Series:
    """
    Return amounts of baht as whole satang.

    Parameters
    ----------
    amounts
        Baht as float64, Int64 or Decimal; may be missing.

    Returns
    -------
    Series
        Int64, same index; missing where the amount is. A float64 below 45 billion baht that came
        from satang goes back to them exactly; parts of a satang are rounded half to even.

    Raises
    ------
    OverflowError
        An amount is above what 64 bits hold as satang, 92 thousand million million baht.
    """
    if amounts.dtype != object:
        scaled = (amounts.astype("Float64") * SATANG).round()
        if bool((scaled.abs() > np.iinfo("int64").max / 2).any()):
            raise OverflowError("an amount is too large to be baht")
        return scaled.astype("Int64")
    exact = [pd.NA if pd.isna(each) else round(Decimal(str(each)) * SATANG) for each in amounts]
    return Series(exact, index=amounts.index, dtype="Int64", name=amounts.name)


def baht(amounts: Series) -> Series:
    """Return whole satang as baht in float64: the nearest there is to the exact amount."""
    return amounts.astype("Float64").div(SATANG).astype("float64")


def total_baht(amounts: Series) -> Decimal:
    """
    Return the exact sum of amounts of baht.

    Parameters
    ----------
    amounts
        Baht as float64, Int64 or Decimal; what is missing adds nothing.
    """
    return Decimal(int(satang(amounts).dropna().sum())) / SATANG
