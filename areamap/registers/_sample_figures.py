"""What was said in public and what is aimed at: the published figures and the targets."""

import numpy as np
import pandas as pd

from areamap.places.levels import COUNTRY_CODE
from areamap.registers._sample_places import Country
from areamap.registers._sample_recipe import Recipe

_SATANG = 100
_ROUND_BAHT = 100_000


def published(_: Country, book: Recipe) -> pd.DataFrame:
    """
    Return the register of published figures: one row per figure, as it was said.

    A part of a total that is no area of the product, such as a region of CODI in 2557, stands at
    the country with its name as the part.
    """
    figures = book.figures
    return pd.DataFrame(
        {
            "area_code": figures["area_code"].fillna(COUNTRY_CODE),
            "indicator": figures["indicator"],
            "part": figures["part_th"],
            "value": figures["value"] * _SATANG,
            "out_of": figures["out_of"] * _SATANG,
            "unit": figures["unit"],
            "qualifier": figures["qualifier"],
            "basis": figures["basis"],
            "said_date": figures["date"],
            "first_year": figures["first_year"],
            "last_year": figures["last_year"],
            "source": figures["source_th"],
            "note": figures["note_th"],
        }
    )


def targets(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the register of targets: one row per indicator, area and year; unknown stays so."""
    section = book["target"]
    tambons = land.tambons.groupby("province_code").size()
    provinces = pd.Index(section["provinces"])
    draws = book.draws("target", provinces)
    baht = draws.between("baht", *section["budget_partners"])
    unknown = draws.uniform("unknown") < section["unknown"]
    rows = pd.DataFrame(
        {
            "area_code": [*provinces, *provinces],
            "indicator": np.repeat(["councils", "budget_partners"], len(provinces)),
            "target_year": section["year"],
            "value": [
                *(tambons.reindex(provinces) * _SATANG),
                *(np.floor(baht / _ROUND_BAHT).astype(np.int64) * _ROUND_BAHT * _SATANG),
            ],
            "unit": np.repeat(["councils", "baht"], len(provinces)),
            "basis": np.repeat(["tambon", None], len(provinces)),
            "source": section["source"],
            "note": None,
        }
    ).astype({"value": "Int64"})
    rows["value"] = rows["value"].mask(np.append(np.zeros(len(provinces), dtype=bool), unknown))
    return pd.concat([_said(book), rows])


def _said(book: Recipe) -> pd.DataFrame:
    """Return the targets that were told in public; one without a number has none here."""
    told = book.figures.loc[book["target"]["figures"]]
    return pd.DataFrame(
        {
            "area_code": told["area_code"],
            "indicator": told["indicator"],
            "target_year": told["last_year"],
            "value": told["value"] * _SATANG,
            "unit": told["unit"],
            "basis": told["basis"],
            "source": told["source_th"],
            "note": told["note_th"],
        }
    )
