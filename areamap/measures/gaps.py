"""The areas that have none: where somebody has to be sent, largest first."""

from enum import StrEnum
from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures.basis import Basis, Ground
from areamap.measures.change import Change, change
from areamap.measures.coverage import GAP
from areamap.measures.population import COUNTS
from areamap.measures.states import State

LABELS: Final = [
    "name_th",
    "name_en",
    "district_code",
    "district_th",
    "district_en",
    "province_code",
    "province_th",
    "province_en",
]
"""Columns that say where an area is."""


class Rank(StrEnum):
    """What gaps are ranked by; the name of the column."""

    PEOPLE = "population"
    VULNERABLE = "vulnerable"
    NEIGHBOURS = "neighbours_years"


def labels(
    ground: Ground,
    basis: Basis,
    *,
    tambons: DataFrame,
    districts: DataFrame,
    provinces: DataFrame,
    authorities: DataFrame | None = None,
) -> DataFrame:
    """
    Return the names of each area of a basis with its district and province.

    Parameters
    ----------
    ground
        The pieces.
    basis
        Which areas are asked for.
    tambons, districts, provinces
        As `places.gazetteer.areas` gives them.
    authorities
        The register of local authorities; needed for the basis `authority`.

    Returns
    -------
    labels
        Indexed by `area_code`, every area of the basis; the columns of `LABELS` (str), and
        `authority_type` for authorities, whose district is that of the seat.
    """
    areas = ground.areas(basis)
    own = ["name_th", "name_en"]
    seat = areas if basis is Basis.TAMBON else ground.seats.reindex(areas)
    frame = tambons.reindex(pd.Index(seat)).set_axis(areas)
    if basis is Basis.AUTHORITY and authorities is not None:
        named = authorities.drop_duplicates("authority_code").set_index("authority_code")
        frame[own] = named[own].reindex(areas)
        frame["authority_type"] = named["authority_type"].reindex(areas)
    for level, above in (("district", districts), ("province", provinces)):
        names = above.reindex(pd.Index(frame[f"{level}_code"]))
        frame[f"{level}_th"] = names["name_th"].to_numpy()
        frame[f"{level}_en"] = names["name_en"].to_numpy()
    kind = ["authority_type"] if "authority_type" in frame.columns else []
    return frame[[*LABELS, *kind]]


def gaps(states: DataFrame, labels: DataFrame, population: DataFrame | None = None) -> DataFrame:
    """
    Return the areas without: one row per area whose state is none or dissolved.

    Parameters
    ----------
    states
        As `states.states` gives them, cut to the areas asked for.
    labels
        As `labels` gives them.
    population
        As `population.population` gives it; None where no such register is in force.

    Returns
    -------
    gaps
        Indexed by `area_code`: the labels, `state`, `population` (people) and `households` (Int64,
        missing where not known). Most people first, then by code; areas whose population is not
        known come last.
    """
    return listed(
        states[states["state"].isin(GAP)].drop(columns="unknown_because"), labels, population
    )


def not_known(
    states: DataFrame, labels: DataFrame, population: DataFrame | None = None
) -> DataFrame:
    """
    Return the areas of which it can't be said whether they have one, each with the reason.

    Parameters
    ----------
    states, labels, population
        As for `gaps`.

    Returns
    -------
    not_known
        As `gaps`, with `unknown_because` (see `states.states`).
    """
    return listed(states[states["state"] == State.UNKNOWN], labels, population)


def ranked(found: DataFrame, by: Rank) -> DataFrame:
    """
    Return gaps in the order in which somebody should go.

    Rule: most first by what is asked, what is not known last; equal ones by people, then by code.

    Parameters
    ----------
    found
        As `gaps` gives it, with the column that is asked for.
    by
        What they are ranked by.
    """
    columns = list(dict.fromkeys([str(by), str(Rank.PEOPLE)]))
    in_order = found.sort_index()
    return in_order.sort_values(columns, ascending=False, na_position="last", kind="stable")


def closed(before: Series, now: Series) -> Index:
    """
    Return the areas that lacked it at an earlier moment and have it now.

    Rule: `change.change` says gained: none or dissolved before, registered, covered or partly now.

    Parameters
    ----------
    before, now
        State of each area at both moments.

    Returns
    -------
    closed
        Codes, sorted.
    """
    kinds = change(before, now)
    gained: Index = kinds.index[kinds == Change.GAINED].sort_values()
    return gained


def listed(chosen: DataFrame, labels: DataFrame, population: DataFrame | None) -> DataFrame:
    """Return areas with their names and people, most people first; see `gaps`."""
    frame = labels.reindex(chosen.index).join(chosen)
    counts = DataFrame(columns=COUNTS) if population is None else population[COUNTS]
    frame[COUNTS] = counts.reindex(chosen.index).astype("Int64")
    by_code = frame.rename_axis("area_code").sort_index()
    return by_code.sort_values("population", ascending=False, na_position="last", kind="stable")
