"""The country of the sample: its people by tambon, its local authorities and what they cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers._sample_draws import apportioned
from areamap.registers._sample_recipe import Recipe, recipe
from areamap.registers._sample_towns import Plan, named, province_authorities


@dataclass(frozen=True, slots=True)
class Country:
    """
    What the other registers of the sample stand on.

    Attributes
    ----------
    tambons
        Index `area_code`: names, codes of the areas above, `population`, `households` (int64).
    authorities
        Index `authority_code`: `authority_type`, `name_th`, `name_en`, `province_code`,
        `tambon_codes`, `seat` (tambon code).
    meets
        One row per tambon and authority that meet: `tambon_code`, `authority_code`, `whole`.
    """

    tambons: pd.DataFrame
    authorities: pd.DataFrame
    meets: pd.DataFrame

    @property
    def people(self) -> pd.Series:
        """People by `authority_code` (int64); those of a shared tambon are shared equally."""
        sharers = self.meets.groupby("tambon_code")["authority_code"].transform("size")
        tambon_people = self.tambons["population"].reindex(self.meets["tambon_code"]).to_numpy()
        shared = pd.Series(tambon_people // sharers.to_numpy(), index=self.meets["authority_code"])
        return shared.groupby(level=0).sum()


@cache
def country() -> Country:
    """Return the country of the sample; it is shared, callers must not change it."""
    book = recipe()
    tambons = _peopled(gazetteer.areas(Level.TAMBON), book)
    rows = [row for plan in _plans(tambons, book) for row in province_authorities(plan, book)]
    authorities = pd.DataFrame(rows).set_index("authority_code").sort_index()
    meets = authorities["tambon_codes"].str.split(" ").explode()
    frame = pd.DataFrame(
        {
            "tambon_code": meets.str.rstrip("*").to_numpy(),
            "authority_code": meets.index,
            "whole": ~meets.str.endswith("*").to_numpy(dtype=bool),
        }
    )
    return Country(tambons, authorities, frame)


def tambon_label(area_code: object, name_th: str) -> str:
    """Return the name of a tambon as it stands in the name of a project: ต.X, in Bangkok แขวงX."""
    return f"แขวง{name_th}" if str(area_code).startswith(gazetteer.BANGKOK) else f"ต.{name_th}"


def _peopled(areas: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    section = book["population"]
    draws = book.draws("population", areas.index)
    bangkok = (areas["province_code"] == gazetteer.BANGKOK).to_numpy()
    capital = areas["district_code"].str.endswith("01").to_numpy(dtype=bool)
    rural = draws.lognormal("size", 1.0, section["sigma"])
    urban = draws.lognormal("size", section["median_bangkok"], section["sigma_bangkok"])
    median = np.where(capital, section["median_capital_district"], section["median_rural"])
    weights = np.where(bangkok, urban, rural * median)
    people = apportioned(section["total"], weights, floor=section["least"])
    persons = draws.between("persons", *section["persons_per_household"])
    return areas.assign(population=people, households=np.floor(people / persons).astype("int64"))


def _plans(tambons: pd.DataFrame, book: Recipe) -> Sequence[Plan]:
    section = book["authority"]
    outside = tambons[tambons["province_code"] != gazetteer.BANGKOK]
    groups = {str(code): frame for code, frame in outside.groupby("province_code")}
    by_hand = {code: book.set_for("authority", code) for code in groups}
    told = {code: _count(entry, book) for code, entry in by_hand.items() if entry}
    others = [code for code in groups if code not in told]
    factor = book.draws("authority", pd.Index(others)).between(
        "factor", *section["province_factor"]
    )
    sizes = np.array([float(len(groups[code])) for code in others])
    counts = apportioned(section["country"] - sum(told.values()), sizes * factor)
    counted = told | dict(zip(others, counts.tolist(), strict=True))
    return [
        Plan(
            code,
            named(frame),
            counted[code],
            _without_own(len(frame), counted[code], by_hand[code], section),
            by_hand[code].get("upgraded"),
        )
        for code, frame in groups.items()
    ]


def _count(entry: Mapping[str, Any], book: Recipe) -> int:
    return book.figure(entry["figure"]) if "figure" in entry else int(entry["count"])


def _without_own(
    tambons: int, count: int, entry: Mapping[str, Any], section: Mapping[str, Any]
) -> int:
    if "without_own" in entry:
        return int(entry["without_own"])
    # Fewer authorities than tambons: enough towns must be there to hold the tambons without own.
    lacking = tambons - count
    share: float = section["without_own"]
    return max(round(share * tambons), 4 * lacking + 2)
