"""People's plans: which hold today, which are late, and where there is none."""

from typing import Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year
from areamap.direction.within import Within, named
from areamap.measures._cells import days, numbers, texts
from areamap.measures.terms import HOLDS, PlanState, plan_states
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level
from areamap.snapshot import Snapshot

COLUMNS: Final = [
    "area_code", "name_th", "name_en", "level", "relation", "plan_name", "first_year", "last_year",
    "record_status", "submitted_date", "submitted_to", "state", "is_late",
]  # fmt: skip
"""Columns of `plans`, one row per plan."""

ABOVE: Final = (Level.CLUSTER, Level.PROVINCE, Level.DISTRICT)
"""Levels above the tambon that have plans of their own."""

_KHET: Final = CODE_DIGITS[Level.DISTRICT]


def plans(snapshot: Snapshot, rows: DataFrame | None, area: Within) -> DataFrame:
    """
    Return the plans of an area: its own, those of areas inside it, and those around it.

    Rule: as for `direction.agreements`; how they stand in the fiscal year of the day is
    `measures.terms.plan_states`. The level is that of the row, else that of its place. A plan of a
    place that is over is late only where the place has no other that holds or is ahead.

    Returns
    -------
    DataFrame
        `COLUMNS`, late ones first, then by level and place; what is not told is missing.
    """
    if rows is None:
        return DataFrame(columns=COLUMNS)
    matched = rows[rows["status"] == "matched"]
    relation = matched["area_code"].astype("str").map(area.relation)
    own = matched[relation.notna()]
    if own.empty:
        return DataFrame(columns=COLUMNS)
    code = own["area_code"].astype("str")
    places = {each: named(snapshot, each) for each in code.unique()}
    told = texts(own, "plan_level")
    found = DataFrame(
        {
            "area_code": code,
            "name_th": code.map(lambda each: places[each][0]),
            "name_en": code.map(lambda each: places[each][1]),
            "level": told.where(told != "", code.map(lambda each: str(places[each][2]))),
            "relation": relation[relation.notna()],
            "plan_name": texts(own, "plan_name"),
            "first_year": numbers(own, "first_year").astype("Int64"),
            "last_year": numbers(own, "last_year").astype("Int64"),
            "record_status": texts(own, "record_status"),
            "submitted_date": days(own, "submitted_date"),
            "submitted_to": texts(own, "submitted_to"),
        }
    ).join(plan_states(own, fiscal_year(snapshot.as_of)))
    found["is_late"] &= ~_followed(found, own)
    order = {str(level): place for place, level in enumerate((*ABOVE, Level.TAMBON))}
    keys = found.assign(_late=~found["is_late"], _level=found["level"].map(order))
    ordered = keys.sort_values(["_late", "_level", "area_code"], kind="stable", ignore_index=True)
    return ordered[COLUMNS]


def by_tambon(snapshot: Snapshot, rows: DataFrame | None, tambons: Index) -> DataFrame:
    """
    Return how each tambon stands by its own plans.

    Rule: of the plans of a tambon the one that is farthest on counts, in the order of `PlanState`.
    A plan of a local authority is one of every tambon that lies in it as a whole, and of a tambon
    that lies in it in part it is known only that a part has one. In Bangkok the plan of a khet is
    that of its khwaeng. Where there is no row there is none on record, which is not known to be
    none.

    Returns
    -------
    by_tambon
        Indexed by `area_code`: `state` (values of `PlanState`), `is_late` (of the plan that
        counts), `last_year` (Int64, BE; missing where not known).
    """
    order = {str(state): place for place, state in enumerate(PlanState)}
    index = tambons.rename("area_code")
    found = DataFrame({"state": str(PlanState.NOT_RECORDED), "is_late": False}, index=index)
    found = found.astype({"state": "str"}).assign(last_year=pd.array([pd.NA] * len(index), "Int64"))
    if rows is None or rows.empty:
        return found
    matched = rows[rows["status"] == "matched"]
    stands = plan_states(matched, fiscal_year(snapshot.as_of))
    stands["last_year"] = numbers(matched, "last_year").astype("Int64")
    where = pd.concat([_tambons_of(matched, snapshot), _maybe(rows)], ignore_index=True)
    every = where.join(stands, on="row")
    every["state"] = every["state"].mask(
        (every["how"] == PlanState.PARTLY) & every["state"].isin(HOLDS), str(PlanState.PARTLY)
    )
    every["state"] = every["state"].fillna(str(PlanState.MAYBE))
    every["is_late"] = every["is_late"].astype("boolean").fillna(value=False).astype(bool)
    every["_place"] = every["state"].map(order)
    ordered = every.sort_values(["_place", "last_year"], ascending=[True, False], kind="stable")
    best = ordered.drop_duplicates("area_code").set_index("area_code").reindex(index)
    found["state"] = best["state"].fillna(str(PlanState.NOT_RECORDED)).astype("str")
    found["is_late"] = best["is_late"].astype("boolean").fillna(value=False).astype(bool)
    found["last_year"] = best["last_year"].astype("Int64")
    return found


def by_area(found: DataFrame, membership: Series) -> DataFrame:
    """
    Return how many tambons of each area stand how.

    Returns
    -------
    by_area
        Indexed by `area_code`, int64: `areas`, then a column for each `PlanState`.
    """
    inside = membership.reindex(found.index)
    flags = DataFrame({"areas": True}, index=found.index)
    for state in PlanState:
        flags[str(state)] = (found["state"] == state).to_numpy(bool)
    return flags.astype("int64").groupby(inside).sum().rename_axis("area_code")


def without(snapshot: Snapshot, rows: DataFrame | None, area: Within, level: Level) -> DataFrame:
    """
    Return the areas of a level inside an area that have no plan of their own on record.

    Returns
    -------
    without
        Indexed by `area_code`: `name_th`, `name_en`.
    """
    names = snapshot.names(level)
    inside = names[names.index.isin(list(area.inside))]
    if rows is None:
        return inside
    has = rows.loc[rows["status"] == "matched", "area_code"].astype("str").unique()
    return inside[~inside.index.isin(has)]


def _followed(found: DataFrame, rows: DataFrame) -> Series:
    """Return which plans that are over have another of the same place that is not."""
    place = found["area_code"] + "/" + texts(rows, "authority_code")
    lives = found["state"].isin([*HOLDS, PlanState.AHEAD])
    followed: Series = lives.groupby(place).transform("any") & (found["state"] == PlanState.EXPIRED)
    return followed


def _tambons_of(rows: DataFrame, snapshot: Snapshot) -> DataFrame:
    """Return the tambons of each plan: `row`, `area_code`, `how`."""
    code, authority = texts(rows, "area_code"), texts(rows, "authority_code")
    pieces = snapshot.ground.pieces.dropna(subset=["authority_code"])
    named_ = DataFrame({"row": rows.index, "authority_code": authority.to_numpy()})
    wide = named_.merge(pieces, on="authority_code")
    how = np.where(wide["whole"].astype(bool), "whole", str(PlanState.PARTLY))
    of_authorities = DataFrame({"row": wide["row"], "area_code": wide["tambon_code"], "how": how})
    # An authority that the register does not know is where its row was joined to.
    alone = ~rows.index.isin(wide["row"])
    own = rows.index[alone & (code.str.len() == CODE_DIGITS[Level.TAMBON]).to_numpy(bool)]
    of_tambons = DataFrame({"row": own, "area_code": code.loc[own].to_numpy(), "how": "whole"})
    khet = (code.str.len() == _KHET) & code.str.startswith(gazetteer.BANGKOK)
    here = code[khet.to_numpy(bool) & alone]
    district = snapshot.membership(Level.DISTRICT)
    khwaeng = DataFrame({"area_code": district.index, "khet": district.to_numpy()})
    of_khet = DataFrame({"row": here.index, "khet": here.to_numpy()}).merge(khwaeng, on="khet")
    parts = [of_authorities, of_tambons, of_khet[["row", "area_code"]].assign(how="whole")]
    return pd.concat([part for part in parts if len(part)] or [of_tambons], ignore_index=True)


def _maybe(rows: DataFrame) -> DataFrame:
    """Return the tambons that rows which wait for a decision may mean."""
    waiting = rows[rows["status"].isin(["suggested", "ambiguous", "unmatched", "rejected"])]
    told = waiting["suggested_codes"].explode().dropna().astype("str")
    told = told[told.str.len() == CODE_DIGITS[Level.TAMBON]]
    return DataFrame({"row": told.index, "area_code": told.to_numpy(), "how": "maybe"})
