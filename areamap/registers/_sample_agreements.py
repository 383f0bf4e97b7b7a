"""Agreements of the sample: who signed what for how long, and those that were told in public."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers._sample_draws import Draws
from areamap.registers._sample_places import Country, tambon_label
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import missing_where, working_day

_FEWEST_SCOPES = 2
_EPOCH = np.datetime64("1970-01-01", "D")
_EPOCH_ORDINAL = 719_163


def agreements(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the register of agreements: one row per agreement."""
    section = book["agreement"]
    told = [entry["area_code"] for entry in section["said"]]
    provinces = gazetteer.areas(Level.PROVINCE)
    provinces = provinces[~provinces.index.isin(told)]
    parts = []
    for level, areas in (("province", provinces), ("tambon", land.tambons)):
        draws = book.draws("agreement", areas.index)
        parts.append(areas[draws.uniform("any") < section[level]].assign(level=level))
    rows = pd.concat(parts).rename_axis("area_code").reset_index()
    drawn = _drawn(rows, book.draws("agreement", rows["area_code"]), book)
    return pd.concat([drawn, _said(book)]).sort_values("area_code", kind="stable")


def _drawn(rows: pd.DataFrame, draws: Draws, book: Recipe) -> pd.DataFrame:
    section = book["agreement"]
    of_tambon = (rows["level"] == "tambon").to_numpy(dtype=bool)
    first, last = (section[name].toordinal() for name in ("first_date", "last_date"))
    days = working_day(draws.integers("day", first, last))
    years = np.array(section["years"])[draws.chosen("years", section["years_weight"])]
    unknown = draws.uniform("term unknown") < section["term_unknown"]
    count = draws.integers("scopes", _FEWEST_SCOPES, len(section["scopes"]))
    signed = pd.Series(_dates(days))
    ends = [
        day + pd.DateOffset(years=int(n), days=-1) for day, n in zip(signed, years, strict=True)
    ]
    return rows.assign(
        agreement_name=[
            f"{section['name']} {_label(level, code, name)}"
            for level, code, name in zip(
                rows["level"], rows["area_code"], rows["name_th"], strict=True
            )
        ],
        parties=np.where(
            of_tambon,
            draws.words("tambon parties", dict.fromkeys(section["parties_tambon"], 1)),
            draws.words("parties", dict.fromkeys(section["parties"], 1)),
        ),
        signed_date=signed.to_numpy(),
        term_years=missing_where(years, unknown).array,
        ends_date=pd.Series(ends).mask(unknown).to_numpy(),
        scope_count=count,
        scopes=[" / ".join(section["scopes"][:number]) for number in count],
    )


def _said(book: Recipe) -> pd.DataFrame:
    """Return the agreements that were told in public, with no more than was told."""
    rows = []
    for entry in book["agreement"]["said"]:
        figure = entry.get("years_figure")
        years = book.figure(figure) if figure else None
        signed = pd.Timestamp(book.day_of(figure or entry["date_figure"]))
        ends = pd.NaT if years is None else signed + pd.DateOffset(years=years, days=-1)
        scopes = entry.get("scopes_figure")
        rows.append(
            {
                "area_code": entry["area_code"],
                "agreement_name": entry["name"],
                "parties": entry["parties"],
                "signed_date": signed,
                "term_years": years,
                "ends_date": ends,
                "scope_count": book.figure(scopes) if scopes else None,
                "scopes": None,
            }
        )
    whole = dict.fromkeys(("term_years", "scope_count"), "Int64")
    return pd.DataFrame(rows).astype(whole)


def _label(level: str, code: str, name: str) -> str:
    if level == "tambon":
        return tambon_label(code, name)
    return name if code == gazetteer.BANGKOK else f"จ.{name}"


def _dates(ordinals: NDArray[np.int64]) -> NDArray[np.datetime64]:
    return (ordinals - _EPOCH_ORDINAL).astype("datetime64[D]").astype("datetime64[s]")
