"""What the lines of a budget are called; the plumbing of `snapshot`."""

from collections.abc import Callable

import pandas as pd
from pandas import DataFrame, Series

from areamap.i18n import Lang, t
from areamap.measures.budget import AUTHORITY
from areamap.places.levels import Level


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
