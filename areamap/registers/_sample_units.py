"""What councils and funds of the sample are registered at, and in which order they came."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers._sample_draws import ranked
from areamap.registers._sample_places import Country
from areamap.registers._sample_recipe import Recipe

_MILLION = 1_000_000
_OF_MUNICIPALITY = {
    "ThesabanTambon": "เทศบาลตำบล",
    "ThesabanMueang": "เทศบาลเมือง",
    "ThesabanNakhon": "เทศบาลนคร",
}


def units(land: Country, book: Recipe, register: str) -> pd.DataFrame:
    """
    Return every area at which a register could have a record, by the recipe.

    A tambon, where nothing else is said; the authority or the khet where the recipe says so for a
    province; here and there an authority over several tambons in their stead.

    Returns
    -------
    DataFrame
        Index `unit` (the code that chance hangs on), in order: `area_code`, `authority_code`
        (missing where the unit is none), `province_code`, `district_code`, `name_th` (with the
        word for its kind), `people`.
    """
    told = {entry["code"]: entry.get("unit") for entry in book[register]["province"]}
    spanning = _spanning(land, book, register, told)
    taken = land.meets.loc[land.meets["authority_code"].isin(spanning), "tambon_code"]
    tambons = land.tambons
    kind = tambons["province_code"].map(told)
    own = tambons[kind.isna().to_numpy() & ~tambons.index.isin(taken)]
    authorities = land.authorities
    named = authorities["province_code"].map(told).eq("authority").to_numpy(dtype=bool)
    at_authority = authorities[named | authorities.index.isin(spanning)]
    khets = gazetteer.areas(Level.DISTRICT)
    khets = khets[khets["province_code"].map(told).eq("district").to_numpy(dtype=bool)]
    parts = [_tambon_units(own), _authority_units(at_authority, land), _khet_units(khets, tambons)]
    return pd.concat(parts).sort_index().rename_axis("unit")


def order_of_coming(
    places: pd.DataFrame, book: Recipe, register: str, district_pull: float
) -> pd.Series:
    """Return the place of each unit in its province, first come first; districts pull together."""
    late = book.draws(register, places["district_code"]).uniform("district late")
    key = district_pull * late + (1 - district_pull) * book.draws(register, places.index).uniform(
        "late"
    )
    order = np.zeros(len(places), dtype=np.int64)
    for rows in places.groupby("province_code").indices.values():
        order[rows] = ranked(key[rows])
    return pd.Series(order, index=places.index)


def grown(
    position: NDArray[np.float64], start: date, growth: Sequence[tuple[date, float]]
) -> NDArray[np.int64]:
    """
    Return the day (ordinal) on which a growing number reached each position.

    Parameters
    ----------
    position
        Of [0, 1): how many of all had come before.
    start
        The first day.
    growth
        Last day of each step and the share that had come by then; the last share is 1.

    Returns
    -------
    ndarray
        Ordinals of working days; integer arithmetic, so the same everywhere.
    """
    days = np.array([start.toordinal(), *(day.toordinal() for day, _ in growth)], dtype=np.int64)
    shares = np.array([0, *(round(share * _MILLION) for _, share in growth)], dtype=np.int64)
    at = np.floor(position * _MILLION).astype(np.int64)
    step = np.searchsorted(shares, at, side="right") - 1
    into = (at - shares[step]) * (days[step + 1] - days[step])
    ordinals = days[step] + into // (shares[step + 1] - shares[step])
    reached: NDArray[np.int64] = np.maximum(working_day(ordinals), days[0])
    return reached


def working_day(ordinals: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the Friday before for a Saturday or Sunday."""
    weekday = (ordinals - 1) % 7
    return ordinals - np.maximum(weekday - 4, 0)


def sizes(
    draws_of: NDArray[np.float64], least: int, most: int | NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return drawn sizes as whole numbers between the two."""
    return np.clip(np.floor(draws_of).astype(np.int64), least, most)


def missing_where(values: NDArray[np.int64], unknown: NDArray[np.bool_]) -> pd.Series:
    """Return whole numbers, missing where nobody knows."""
    return pd.Series(values).astype("Int64").mask(unknown)


def _spanning(land: Country, book: Recipe, register: str, told: Mapping[str, Any]) -> pd.Index:
    share: float = book[register].get("at_spanning_authority", 0.0)
    authorities = land.authorities[~land.authorities["province_code"].isin(list(told))]
    several = authorities[authorities["tambon_codes"].str.contains(" ", regex=False)]
    chosen: pd.Index = several.index[
        book.draws(register, several.index).uniform("spanning") < share
    ]
    return chosen


def _tambon_units(tambons: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area_code": tambons.index,
            "authority_code": pd.Series(pd.NA, index=tambons.index, dtype="str"),
            "province_code": tambons["province_code"],
            "district_code": tambons["district_code"],
            "name_th": "ตำบล" + tambons["name_th"],
            "people": tambons["population"],
        },
        index=tambons.index,
    )


def _authority_units(authorities: pd.DataFrame, land: Country) -> pd.DataFrame:
    kind = authorities["authority_type"].map(_OF_MUNICIPALITY).fillna("ตำบล")
    return pd.DataFrame(
        {
            "area_code": _namesakes(authorities, land),
            "authority_code": authorities.index,
            "province_code": authorities["province_code"],
            "district_code": authorities["seat"].str[:4],
            "name_th": kind + authorities["name_th"],
            "people": land.people.reindex(authorities.index),
        },
        index=authorities.index,
    )


def _namesakes(authorities: pd.DataFrame, land: Country) -> pd.Series:
    """Return the tambon that bears an authority's name among those it covers, else its seat."""
    meets = land.meets[land.meets["authority_code"].isin(authorities.index)]
    names = meets["tambon_code"].map(land.tambons["name_th"])
    own = meets["authority_code"].map(authorities["name_th"])
    same = meets[(names == own).to_numpy(dtype=bool)].drop_duplicates("authority_code")
    found = same.set_index("authority_code")["tambon_code"].reindex(authorities.index)
    return found.fillna(authorities["seat"])


def _khet_units(khets: pd.DataFrame, tambons: pd.DataFrame) -> pd.DataFrame:
    people = tambons.groupby("district_code")["population"].sum()
    return pd.DataFrame(
        {
            "area_code": khets.index,
            "authority_code": pd.Series(pd.NA, index=khets.index, dtype="str"),
            "province_code": khets["province_code"],
            "district_code": khets.index,
            "name_th": "เขต" + khets["name_th"],
            "people": people.reindex(khets.index),
        },
        index=khets.index,
    )
