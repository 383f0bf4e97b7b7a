"""Counts and baht in proportion, per head, household or tambon: what a map may be filled with."""

from typing import Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures.basis import Basis, Ground
from areamap.measures.money import baht, satang
from areamap.places.levels import CODE_DIGITS, Level

HEAD: Final = 1
HUNDRED: Final = 100
THOUSAND: Final = 1_000

_TAMBON: Final = CODE_DIGITS[Level.TAMBON]


def intensity(values: Series, denominators: Series, per: int = HEAD) -> Series:
    """
    Return values in proportion to people, households or whatever they are set against.

    Formula: value / denominator x per. Baht per head is `intensity(amounts, population)`, fund
    members per hundred people `intensity(members, population, HUNDRED)`, houses per thousand
    households `intensity(units, households, THOUSAND)`.

    Parameters
    ----------
    values
        A count or baht by `area_code`.
    denominators
        People, households or tambons by `area_code`.
    per
        How many of the denominator.

    Returns
    -------
    intensity
        float64, index of the values; missing where the value or the denominator is, and where the
        denominator is 0: nothing is known of nobody.
    """
    below = denominators.reindex(values.index).astype("Float64").astype("float64")
    above = values.astype("Float64").astype("float64")
    return (above / below.where(below > 0) * per).rename("intensity")


def intensity_by_place(
    values: Series,
    denominators: Series,
    membership: Series,
    per: int = HEAD,
) -> DataFrame:
    """
    Return values in proportion by place of a higher level.

    Formula: sum of the values / sum of the denominators x per, over all areas of the place. It is
    missing where any area's denominator is: a province of which one tambon was not counted would
    otherwise seem to get more for each head than it does. An area without a value adds nothing,
    but a place in which no area has one has none either.

    Parameters
    ----------
    values
        A count or baht by `area_code`; areas without one may be left out.
    denominators
        People, households or tambons by `area_code`.
    membership
        Place of each area; every area of a place must be in it.
    per
        How many of the denominator.

    Returns
    -------
    intensity_by_place
        Indexed by `area_code` of the places (sorted): `value`, `denominator`, `intensity` (float64,
        the last two missing as said), `areas`, `areas_without_value`,
        `areas_without_denominator` (int64).
    """
    parts = DataFrame(
        {
            "value": values.reindex(membership.index).astype("Float64").astype("float64"),
            "denominator": denominators.reindex(membership.index).astype("Float64"),
        }
    ).astype("float64")
    groups = parts.groupby(membership.rename("area_code").astype("str"))
    areas = groups.size()
    known = groups.count()
    sums = groups.sum(min_count=1)
    sums["denominator"] = sums["denominator"].where(known["denominator"] == areas)
    sums["intensity"] = intensity(sums["value"], sums["denominator"], per)
    sums["areas"] = areas
    sums["areas_without_value"] = areas - known["value"]
    sums["areas_without_denominator"] = areas - known["denominator"]
    return sums


def per_tambon(values: Series, membership: Series) -> Series:
    """
    Return values per tambon of each place: how much there is for each on average.

    Parameters
    ----------
    values
        A count or baht by place, such as `budget` by province gives it.
    membership
        Place of each tambon.

    Returns
    -------
    per_tambon
        float64, index of the values; missing where the value is or the place has no tambon.
    """
    tambons = membership.dropna().astype("str").value_counts()
    return intensity(values, tambons).rename("per_tambon")


def recorded(rows: DataFrame, column: str, ground: Ground, basis: Basis) -> Series:
    """
    Return what the records of a register hold by area of a basis; nothing is spread.

    A record of a tambon counts in the tambon, one of an authority in the authority. On the other
    basis it counts where it can lie in one area only: an authority inside one tambon, a tambon
    inside one authority. Every area that such a record may lie in otherwise is missing, and so is
    one of whose records any has no number: its sum would be too small. Khet, districts and larger
    places count nowhere.

    Parameters
    ----------
    rows
        Rows of a publication that may be added up (of one year where the register has years):
        `status`, `area_code`, `authority_code` and the column. Only matched rows count.
    column
        Members, households, units or baht.
    ground
        The pieces.
    basis
        Which areas are asked for.

    Returns
    -------
    recorded
        float64 indexed by `area_code`, every area of the basis; missing where no record is or where
        it can't be told. Baht are summed in satang.

    Raises
    ------
    PlaceError
        The basis is `authority` and no register of local authorities is in force.
    """
    areas = ground.areas(basis)
    placed = rows[rows["status"] == "matched"]
    here = _in_areas(placed, ground, basis)
    numbers = satang(placed[column]).reindex(Index(here["row"]))
    found = DataFrame({"number": numbers.to_numpy(), "shared": here["shared"].to_numpy()})
    groups = found.groupby(here["area"].to_numpy())
    told = ~groups["shared"].any() & (groups["number"].count() == groups.size())
    sums = baht(groups["number"].sum(min_count=1).where(told))
    return sums.reindex(areas).rename(column).rename_axis("area_code")


def _in_areas(rows: DataFrame, ground: Ground, basis: Basis) -> DataFrame:
    """Return the areas that each row may lie in: `row`, `area`, `shared` (there are several)."""
    area, authority = rows["area_code"].astype("str"), rows["authority_code"].astype("str")
    is_authority = authority.notna()
    is_tambon = ~is_authority & (area.str.len() == _TAMBON).to_numpy(bool)
    own, other = (area, is_tambon), (authority, is_authority)
    names = ["tambon_code", "authority_code"]
    if basis is Basis.AUTHORITY:
        own, other = other, own
        names.reverse()
    direct = DataFrame({"row": rows.index[own[1]], "area": own[0][own[1]], "shared": False})
    beside = DataFrame({"row": rows.index[other[1]], names[1]: other[0][other[1]]})
    met = beside.merge(ground.pieces[names].dropna().drop_duplicates(), on=names[1])
    met["shared"] = met["row"].duplicated(keep=False)
    indirect = met.rename(columns={names[0]: "area"})[["row", "area", "shared"]]
    return pd.concat([direct, indirect], ignore_index=True).astype({"shared": np.bool_})
