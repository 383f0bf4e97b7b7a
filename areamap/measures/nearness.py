"""What lies near an area: those with a common border, and the distance to all others."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

Floats = NDArray[np.float64]

EARTH_KM: Final = 6371.0088
"""Mean radius of the Earth (IUGG)."""

MOST: Final = 3
"""So many mentors are named for each gap."""

_NEAREST: Final = 16
"""Tambons looked at by distance for each tambon of a gap: a council may lie on several."""

_AT_ONCE: Final = 512
"""Rows of the table of distances that is made at once: 30 MB against the whole country."""


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """
    Where the tambons of a map are and which share a border.

    Attributes
    ----------
    middles
        Indexed by tambon code: `x`, `y`, `z` (float64), the middle of each tambon as a point of a
        ball of radius 1; on the schematic map a point of its plane, whose unit means nothing.
    borders
        One row per tambon and neighbour, in both directions: `one`, `other` (codes).
    is_true
        Whether distances mean something: not so on the schematic map.
    """

    middles: DataFrame
    borders: DataFrame
    is_true: bool


def neighbours(places: DataFrame, near: Nearness, has: "pd.Index", years: Series) -> DataFrame:
    """
    Return how the tambons around each area stand, and for how long.

    Formula: `neighbours` counts the tambons that share a border with one of the area's tambons and
    are none of its own; `neighbours_with` those of them that have what the area lacks;
    `neighbours_years` is the middle (median) of the years since those began, of those that tell.

    Parameters
    ----------
    places
        Tambons of each area: `area_code`, `tambon_code`, as `on_tambons.places` gives them.
    near
        The map.
    has
        Codes of the tambons that have what is asked about.
    years
        As `strength.years_by_tambon` gives it.

    Returns
    -------
    neighbours
        Indexed by `area_code`, every area of `places`: `neighbours`, `neighbours_with` (Int64,
        missing where the map does not hold the area) and `neighbours_years` (float64, missing where
        no neighbour tells).
    """
    pairs = places.merge(near.borders, left_on="tambon_code", right_on="one")
    own = pairs[["area_code", "other"]].merge(
        places, left_on=["area_code", "other"], right_on=["area_code", "tambon_code"], how="left"
    )
    around = own.loc[own["tambon_code"].isna(), ["area_code", "other"]].drop_duplicates()
    around["has"] = around["other"].isin(has)
    around["years"] = years.reindex(around["other"]).where(around["has"].to_numpy()).to_numpy()
    groups = around.groupby("area_code")
    found = DataFrame(
        {
            "neighbours": groups.size(),
            "neighbours_with": groups["has"].sum(),
            "neighbours_years": groups["years"].median(),
        }
    )
    areas = pd.Index(places["area_code"].unique(), name="area_code")
    on_map = places.loc[places["tambon_code"].isin(near.middles.index), "area_code"].unique()
    counts = found.reindex(areas)[["neighbours", "neighbours_with"]].astype("Int64")
    counts[areas.isin(on_map)] = counts[areas.isin(on_map)].fillna(0)
    return counts.assign(neighbours_years=found["neighbours_years"].reindex(areas))


def mentors(
    places: DataFrame, candidates: DataFrame, near: Nearness, most: int = MOST
) -> DataFrame:
    """
    Return the councils nearest to each gap: those across a border first, then by distance.

    Formula: a council touches an area where one of its tambons shares a border with one of the
    area's, or is one of them. The distance is that between the middles of the two nearest tambons,
    along the Earth: 2 asin(chord / 2) x 6371.0088 km.

    Parameters
    ----------
    places
        Tambons of each area: `area_code`, `tambon_code`.
    candidates
        Tambons of each council that may be named: `record`, `tambon_code`.
    near
        The map.
    most
        How many to name for each area.

    Returns
    -------
    mentors
        Sorted by area, then as said above: `area_code`, `rank` (int64 from 1), `record`,
        `tambon_code` (of the council, the nearest to the area), `shares_border` (bool),
        `distance_km` (float64; missing on the schematic map).
    """
    known = candidates[candidates["tambon_code"].isin(near.middles.index)]
    own = places[places["tambon_code"].isin(near.middles.index)]
    pairs = pd.concat([_across(own, known, near), _nearest(own, known, near)])
    pairs["distance"] = _apart(
        near.middles.loc[pairs["from"]].to_numpy(),
        near.middles.loc[pairs["tambon_code"]].to_numpy(),
    )
    pairs = pairs.sort_values(["area_code", "record", "distance"], kind="stable")
    touches = pairs.groupby(["area_code", "record"])["shares_border"].transform("any")
    best = pairs.assign(shares_border=touches).drop_duplicates(["area_code", "record"])
    best = best.assign(far=~best["shares_border"])
    best = best.sort_values(["area_code", "far", "distance", "record"], ignore_index=True)
    best["rank"] = best.groupby("area_code").cumcount() + 1
    chosen = best[best["rank"] <= most].reset_index(drop=True)
    kilometres = 2 * np.arcsin(np.minimum(chosen["distance"] / 2, 1)) * EARTH_KM
    chosen["distance_km"] = kilometres if near.is_true else np.nan
    return chosen[
        ["area_code", "rank", "record", "tambon_code", "shares_border", "distance_km"]
    ].astype({"rank": "int64", "shares_border": bool})


def _across(own: DataFrame, known: DataFrame, near: Nearness) -> DataFrame:
    """Return areas and councils that share a border or a tambon."""
    places = own.rename(columns={"tambon_code": "from"})
    beside = places.merge(near.borders, left_on="from", right_on="one")
    beside = beside.merge(known, left_on="other", right_on="tambon_code")
    inside = places.merge(known, left_on="from", right_on="tambon_code")
    columns = ["area_code", "from", "record", "tambon_code"]
    return pd.concat([beside[columns], inside[columns]]).assign(shares_border=True)


def _nearest(own: DataFrame, known: DataFrame, near: Nearness) -> DataFrame:
    """Return the councils on the tambons nearest to each tambon of an area."""
    targets = known["tambon_code"].unique()
    columns = ["area_code", "from", "record", "tambon_code"]
    if not len(targets) or own.empty:
        return (
            DataFrame(columns=columns).assign(shares_border=False).astype({"shares_border": bool})
        )
    points = near.middles.loc[targets].to_numpy()
    count = min(_NEAREST, len(targets))
    starts = own["tambon_code"].unique()
    found = []
    for first in range(0, len(starts), _AT_ONCE):
        here = near.middles.loc[starts[first : first + _AT_ONCE]].to_numpy()
        square = (here**2).sum(axis=1)[:, None] + (points**2).sum(axis=1) - 2 * here @ points.T
        found.append(np.argpartition(square, count - 1, axis=1)[:, :count])
    order = np.concatenate(found)
    pairs = DataFrame(
        {"from": np.repeat(starts, count), "tambon_code": np.asarray(targets)[order.ravel()]}
    )
    places = own.rename(columns={"tambon_code": "from"})
    return (
        places.merge(pairs, on="from")
        .merge(known, on="tambon_code")[columns]
        .assign(shares_border=False)
    )


def _apart(one: Floats, other: Floats) -> Floats:
    apart: Floats = np.sqrt(((one - other) ** 2).sum(axis=1))
    return apart
