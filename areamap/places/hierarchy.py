"""Which area lies in which, on a day, and finding an area by what a person types."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from areamap.errors import PlaceError
from areamap.places._lexicon import today
from areamap.places.gazetteer import COUNTRY_NAMES, areas, level_of, name
from areamap.places.groupings import Groupings
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE, GROUPED, Level
from areamap.places.names import Kind, normalise, split_prefix

_KINDS: Final = {
    Kind.TAMBON: (Level.TAMBON,),
    Kind.DISTRICT: (Level.DISTRICT,),
    Kind.PROVINCE: (Level.PROVINCE,),
    Kind.CLUSTER: (Level.CLUSTER,),
}
_ORDER: Final = (
    Level.COUNTRY,
    Level.PROVINCE,
    Level.CLUSTER,
    Level.REGION,
    Level.OFFICE,
    Level.ZONE,
    Level.DISTRICT,
    Level.TAMBON,
)


@dataclass(frozen=True, slots=True)
class Area:
    """
    An area of any level.

    Attributes
    ----------
    code
        `area_code`: DOPA digits, a group's code, or `TH`.
    level
        Its level.
    name_th, name_en
        Its names, without a word for the level.
    """

    code: str
    level: Level
    name_th: str
    name_en: str


@lru_cache(maxsize=64)
def membership(level: Level, groupings: Groupings, on: date) -> "pd.Series[str]":
    """
    Return the area of a level in which each tambon lies.

    Parameters
    ----------
    level
        Any level.
    groupings
        Groups of provinces and districts.
    on
        The day whose groups count.

    Returns
    -------
    Series
        `area_code` of the level (str, missing where the tambon is in no group), indexed by the
        codes of all of today's tambons, sorted.
    """
    tambons = areas(Level.TAMBON).index.to_series()
    if level is Level.COUNTRY:
        return _series(tambons.map(lambda _: COUNTRY_CODE), level)
    if level in CODE_DIGITS:
        return _series(tambons.str[: CODE_DIGITS[level]], level)
    members = groupings.members(level, on).set_index("member_code")["group_code"]
    by_district = tambons.str[: CODE_DIGITS[Level.DISTRICT]].map(members)
    by_province = tambons.str[: CODE_DIGITS[Level.PROVINCE]].map(members)
    return _series(by_district.where(by_district.notna(), by_province), level)


def area_names(level: Level, groupings: Groupings, on: date) -> pd.DataFrame:
    """
    Return the areas of a level with their names.

    Returns
    -------
    DataFrame
        Index `area_code`: `name_th`, `name_en`. DOPA's areas sorted by code, groups in the order
        of their files.
    """
    if level is Level.COUNTRY:
        names = {f"name_{lang}": [text] for lang, text in COUNTRY_NAMES.items()}
        return pd.DataFrame(names, index=pd.Index([COUNTRY_CODE], name="area_code"))
    if level in CODE_DIGITS:
        return areas(level)[["name_th", "name_en"]]
    groups = groupings.members(level, on).drop_duplicates("group_code")
    named = groups.set_index("group_code")[["name_th", "name_en"]]
    return named.rename_axis("area_code")


def tambons_of(code: str, groupings: Groupings, on: date) -> pd.Index:
    """
    Return today's tambons that lie in an area.

    Parameters
    ----------
    code
        `area_code` of any level, or a group's code.

    Raises
    ------
    PlaceError
        There is no such area on that day.
    """
    area = _by_code(code, groupings, on)
    if area is None:
        raise PlaceError("places_no_area", text=code)
    inside = membership(area.level, groupings, on)
    return inside.index[inside == area.code]


def find_area(text: str, groupings: Groupings, on: date) -> Area:
    """
    Return the area that a person means.

    Parameters
    ----------
    text
        A code (`19`, `190406`, `upper-central`, `TH`) or a name in Thai or English with or without
        its prefix (`สระบุรี`, `จ.สระบุรี`, `ภาคกลางตอนบน`, `Saraburi`). A name is looked for in
        the largest areas first; tambons and districts need a name that only one of them has.

    Raises
    ------
    PlaceError
        No area has the code or name, or several have the name.
    """
    typed = normalise(text) if normalise(text).isdigit() else text.strip()
    if area := _by_code(typed, groupings, on):
        return area
    found = _by_name(text, groupings, on)
    if not found:
        raise PlaceError("places_no_area", text=text)
    if len(found) > 1:
        raise PlaceError(
            "places_ambiguous_area", text=text, codes=", ".join(area.code for area in found)
        )
    return found[0]


def _series(codes: "pd.Series[str]", level: Level) -> "pd.Series[str]":
    return codes.astype("str").rename(level.value).rename_axis("tambon_code")


def _by_code(code: str, groupings: Groupings, on: date) -> Area | None:
    level = level_of(code)
    if level is not None:
        return Area(code, level, name(code, "th"), name(code, "en"))
    for group_level in GROUPED:
        groups = area_names(group_level, groupings, on)
        if code in groups.index:
            return Area(code, group_level, *groups.loc[code, ["name_th", "name_en"]])
    return None


def _by_name(text: str, groupings: Groupings, on: date) -> list[Area]:
    kind, rest = split_prefix(text)
    tries = [(rest, _KINDS[kind])] if kind in _KINDS else []
    for words, levels in [*tries, (text, _ORDER)]:
        for level in levels:
            codes = _codes(normalise(words), level, groupings, on)
            if codes:
                return [area for code in codes if (area := _by_code(code, groupings, on))]
    return []


def _codes(key: str, level: Level, groupings: Groupings, on: date) -> list[str]:
    if level in CODE_DIGITS:
        return list(today(level).find("", key))
    named = area_names(level, groupings, on)
    return list(named.index[named.map(normalise).isin([key]).any(axis=1)])
