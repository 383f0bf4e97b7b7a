"""People and households by tambon and, where it can be said, by local authority."""

from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.measures.basis import Basis, Ground
from areamap.places.levels import CODE_DIGITS, Level

COUNTS: Final = ["population", "households"]
"""The columns that are counted."""


def population(rows: DataFrame, ground: Ground, basis: Basis) -> DataFrame:
    """
    Return people and households by area of a basis.

    A tambon has the sum of its lines of the latest day counted (a list may hold a tambon twice, in
    and outside a municipality). An authority has the sum of its tambons if it covers each of them
    wholly and all are known; else it is missing, for the people of a tambon are never spread.

    Parameters
    ----------
    rows
        Rows of a publication of the population register: `status`, `area_code`, `population`,
        `households`, `counted_date`.
    ground
        The pieces.
    basis
        Which areas are asked for.

    Returns
    -------
    population
        Indexed by `area_code`, every area of the basis: `population` (people), `households`
        (Int64, missing where not known).

    Raises
    ------
    PlaceError
        The basis is `authority` and no register of local authorities is in force.
    """
    digits = rows["area_code"].astype("str").str.len()
    placed = rows[(rows["status"] == "matched") & (digits == CODE_DIGITS[Level.TAMBON])]
    if "counted_date" in placed.columns:
        counted = pd.to_datetime(placed["counted_date"])
        last = counted.groupby(placed["area_code"]).transform("max")
        placed = placed[(counted == last) | last.isna()]
    counts = placed.reindex(columns=COUNTS).astype("Int64")
    tambons = counts.groupby(placed["area_code"].astype("str")).sum(min_count=1)
    areas = ground.areas(basis)
    if basis is Basis.TAMBON:
        return tambons.reindex(areas)
    pieces = ground.pieces.dropna(subset=["authority_code"])
    each = tambons.reindex(pieces["tambon_code"]).set_axis(pieces.index)
    each = each.where(pieces["whole"].astype(bool))
    groups = each.groupby(pieces["authority_code"])
    complete = groups.count().eq(groups.size(), axis=0)
    return groups.sum(min_count=1).where(complete).reindex(areas).rename_axis("area_code")
