"""Vulnerable households of the sample: how many were found, referred, helped and followed up."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.registers._sample_places import Country
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import missing_where


def vulnerable(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the register of vulnerable households: one row per tambon, year and source."""
    section = book["vulnerable"]
    by_tambon = book.draws("vulnerable", land.tambons.index)
    own = land.tambons["province_code"].isin(section["provinces"]).to_numpy(dtype=bool)
    rows = land.tambons[own | (by_tambon.uniform("any") < section["others"])]
    draws = book.draws("vulnerable", rows.index)
    households = rows["households"].to_numpy(dtype=np.int64)
    share = draws.lognormal("found", section["found"]["median"], section["found"]["sigma"])
    surveyed = _part(households, draws.between("surveyed", *section["surveyed"]))
    found = _part(surveyed, np.minimum(share, section["most_found"]))
    referred = _part(found, draws.between("referred", *section["referred"]))
    helped = _part(referred, draws.between("helped", *section["helped"]))
    followed = _part(helped, draws.between("followed", *section["followed_up"]))
    years = section["years"]
    unknown = draws.uniform("referred unknown") < section["referred_unknown"]
    unfollowed = draws.uniform("followed unknown") < section["followed_up_unknown"]
    return pd.DataFrame(
        {
            "area_code": rows.index,
            "fiscal_year": np.array(years)[draws.chosen("year", [1] * len(years))],
            "source": draws.words("source", section["sources"]),
            "households_surveyed": surveyed,
            "households_found": found,
            "households_referred": missing_where(referred, unknown),
            "households_helped": helped,
            "households_followed_up": missing_where(followed, unfollowed),
        }
    )


def _part(whole: NDArray[np.int64], share: NDArray[np.float64]) -> NDArray[np.int64]:
    part: NDArray[np.int64] = np.floor(whole * share).astype(np.int64)
    return part
