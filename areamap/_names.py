"""What areas, and the places that money is known at, are called; the plumbing of `snapshot`."""

from collections.abc import Callable
from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.i18n import Lang, t
from areamap.measures import gaps
from areamap.measures.basis import Basis, Ground
from areamap.measures.budget import AUTHORITY
from areamap.places import gazetteer
from areamap.places.levels import Level

MONEY_COLUMNS: Final = ["name_th", "fiscal_year", "amount_baht", "placed_at", "lines"]
"""Columns of `Snapshot.budget`, after its index `area_code`."""


def no_money() -> DataFrame:
    """Return what `Snapshot.budget` is without a register of budget lines."""
    return DataFrame(columns=MONEY_COLUMNS, index=Index([], dtype="str", name="area_code"))


def money_names(
    money: DataFrame,
    by: Level,
    lang: Lang,
    *,
    names: Callable[[Level], DataFrame],
    authorities: DataFrame | None,
) -> Series:
    """
    Return the Thai name of each line's place; money known only above the level says so.

    Parameters
    ----------
    money
        As `measures.budget.budget` gives it.
    by
        The level that it was summed to.
    lang
        Language of the remark.
    names
        Gives `name_th` of the areas of a level, by `area_code`.
    authorities
        The register of local authorities, or None.
    """
    levels = [Level(place) for place in money["placed_at"].unique() if place in set(Level)]
    known = pd.concat([names(level)["name_th"] for level in levels or [by]])
    plain = money["area_code"].map(known)
    if authorities is not None:
        register = authorities.drop_duplicates("authority_code").set_index("authority_code")
        own = t("levels.of_authority", lang) + register["name_th"]
        plain = plain.mask(money["placed_at"] == AUTHORITY, money["area_code"].map(own))
    remark = " (" + t("measures.above_level", lang, level=t(f"levels.{by}", lang)) + ")"
    return plain.where(money["placed_at"] == by, plain + remark)


def labels(ground: Ground, basis: Basis, authorities: DataFrame | None) -> DataFrame:
    """Return the names of each area of a basis, by the gazetteer: see `measures.gaps.labels`."""
    return gaps.labels(
        ground,
        basis,
        tambons=gazetteer.areas(Level.TAMBON),
        districts=gazetteer.areas(Level.DISTRICT),
        provinces=gazetteer.areas(Level.PROVINCE),
        authorities=authorities,
    )
