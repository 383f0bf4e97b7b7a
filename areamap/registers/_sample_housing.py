"""Housing projects of the sample: programme, year, households and money by tambon."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.registers._sample_draws import Draws, apportioned, ranked
from areamap.registers._sample_places import Country, tambon_label
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import missing_where

_SATANG = 100
_ROUND_BAHT = 100


def housing(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the housing register: one row per project; money in whole satang."""
    projects = _projects(_tambons(land, book), book)
    return pd.concat([projects, _told(land, book)]).sort_values(
        ["area_code", "fiscal_year"], kind="stable"
    )


def _tambons(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the tambons with a project, with the most households that their projects may have."""
    section = book["housing"]
    alone = [entry["area_code"] for entry in section["only"]]
    tambons = land.tambons[~land.tambons.index.isin(alone)]
    chance = book.draws("housing", tambons.index).uniform("tambon")
    chosen = np.zeros(len(tambons), dtype=bool)
    groups = tambons.groupby("province_code").indices
    share = book.draws("housing", map(str, groups)).between("tambons", *section["tambons"])
    for one, (code, rows) in zip(share, groups.items(), strict=True):
        entry = book.set_for("housing", str(code))
        number = book.figure(entry["tambons_figure"]) if entry else int(one * len(rows))
        chosen[rows] = ranked(chance[rows]) < number
    found = tambons[chosen]
    most = np.floor(found["households"] * section["most_of_households"]).astype("int64")
    return found.assign(most=np.maximum(most, 1))


def _projects(tambons: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    section = book["housing"]
    number = book.draws("housing", tambons.index).chosen("projects", section["projects"]) + 1
    number = np.minimum(number, tambons["most"])
    rows = tambons.loc[tambons.index.repeat(number)].rename_axis("area_code").reset_index()
    nth = rows.groupby("area_code").cumcount()
    rows["most"] //= rows.groupby("area_code")["area_code"].transform("size")
    draws = book.draws("housing", rows["area_code"] + "/" + nth.astype("str"))
    names = list(section["programme"])
    kind = draws.chosen("programme", [section["programme"][name]["weight"] for name in names])
    rows["programme"] = np.array(names, dtype=object)[kind]
    for name in ("fiscal_year", "project_name", "units"):
        rows[name] = None
    rows["households"] = _households(rows, draws, book)
    rows["amount_baht"] = 0
    for name in names:
        here = (rows["programme"] == name).to_numpy(dtype=bool)
        _fill(rows, here, draws, book, section["programme"][name])
    unknown = draws.uniform("amount unknown") < section["amount_unknown"]
    few = draws.uniform("units unknown") < section["units_unknown"]
    return rows.assign(
        amount_baht=missing_where(rows["amount_baht"].to_numpy(dtype=np.int64), unknown),
        units=missing_where(rows["units"].to_numpy(dtype=np.int64), few),
        fiscal_year=rows["fiscal_year"].astype("int64"),
    )


def _households(rows: pd.DataFrame, draws: Draws, book: Recipe) -> NDArray[np.int64]:
    programmes = book["housing"]["programme"]
    how = {name: table["households"] for name, table in programmes.items()}
    drawn = np.zeros(len(rows))
    for name, one in how.items():
        here = (rows["programme"] == name).to_numpy(dtype=bool)
        size = draws.lognormal(f"households {name}", one["median"], one["sigma"])
        drawn[here] = np.maximum(size[here], one["least"])
    most = rows["most"].to_numpy(dtype=np.int64)
    households: NDArray[np.int64] = np.minimum(np.floor(drawn).astype(np.int64), most)
    for entry in book["housing"]["province"]:
        here = (rows["province_code"] == entry["code"]).to_numpy(dtype=bool)
        total = book.figure(entry["households_figure"])
        households[here] = apportioned(total, drawn[here], floor=1, caps=most[here])
    return households


def _fill(
    rows: pd.DataFrame,
    here: NDArray[np.bool_],
    draws: Draws,
    book: Recipe,
    programme: Mapping[str, Any],
) -> None:
    """Put year, name, houses and money of one programme into its rows."""
    section = book["housing"]
    last = {entry["code"]: entry["last_year"] for entry in section["province"]}
    end = rows["province_code"].map(last).fillna(section["last_year"]).to_numpy(dtype=np.int64)
    first = programme["first_year"]
    years = first + np.floor(draws.uniform("year") * (end - first + 1)).astype(np.int64)
    households = rows["households"].to_numpy(dtype=np.int64)
    built = np.floor(households * draws.between("built", *programme["unit_share"]))
    rounded = np.floor(households * _per_household(draws, programme) / _ROUND_BAHT)
    rows.loc[here, "fiscal_year"] = years[here]
    rows.loc[here, "units"] = np.maximum(built, 1).astype(np.int64)[here]
    rows.loc[here, "amount_baht"] = rounded.astype(np.int64)[here] * _ROUND_BAHT * _SATANG
    rows.loc[here, "project_name"] = [
        f"{programme['project']} {tambon_label(code, name)}"
        for code, name in zip(rows.loc[here, "area_code"], rows.loc[here, "name_th"], strict=True)
    ]


def _per_household(draws: Draws, programme: Mapping[str, Any]) -> NDArray[np.float64]:
    return draws.between("per household", *programme["baht_per_household"])


def _told(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the projects of which a figure was published: all that their tambon has."""
    rows = []
    for entry in book["housing"]["only"]:
        code = entry["area_code"]
        programme = book["housing"]["programme"][entry["programme"]]
        houses = book.figure(entry["figure"])
        each = _per_household(book.draws("housing", [code]), programme)[0]
        tambon = land.tambons.loc[code]
        rows.append(
            {
                "area_code": code,
                "province_code": tambon["province_code"],
                "programme": entry["programme"],
                "project_name": f"{programme['project']} {tambon_label(code, tambon['name_th'])}",
                "fiscal_year": entry["fiscal_year"],
                "households": houses,
                "units": houses,
                "amount_baht": int(houses * each / _ROUND_BAHT) * _ROUND_BAHT * _SATANG,
            }
        )
    return pd.DataFrame(rows)
