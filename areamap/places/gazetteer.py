"""
Today's provinces, districts and tambons, and the codes that were retired.

From the package `geothai`, whose codes, names and dates of abolition are those of the Department of
Provincial Administration (DOPA).
"""

from datetime import date
from functools import cache
from typing import Final

import geothai
import pandas as pd
from geothai.abolished import abolished_areas

from areamap.errors import PlaceError
from areamap.i18n import Lang
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE, Level

BANGKOK: Final = "10"
"""Province code of Bangkok, whose districts are เขต and whose tambons are แขวง."""

COUNTRY_NAMES: Final[dict[Lang, str]] = {"th": "ประเทศไทย", "en": "Thailand"}

_LEVELS: Final = {
    "province": Level.PROVINCE,
    "district": Level.DISTRICT,
    "subdistrict": Level.TAMBON,
}
_WORDS: Final[dict[tuple[Lang, bool], dict[Level, str]]] = {
    ("th", False): {Level.TAMBON: "ต.{}", Level.DISTRICT: "อ.{}", Level.PROVINCE: "จ.{}"},
    ("th", True): {Level.TAMBON: "แขวง{}", Level.DISTRICT: "เขต{}", Level.PROVINCE: "{}"},
    ("en", False): {Level.TAMBON: "{}", Level.DISTRICT: "{} District", Level.PROVINCE: "{}"},
    ("en", True): {Level.TAMBON: "Khwaeng {}", Level.DISTRICT: "Khet {}", Level.PROVINCE: "{}"},
}


@cache
def areas(level: Level) -> pd.DataFrame:
    """
    Return today's areas of a level.

    Parameters
    ----------
    level
        Tambon, district or province.

    Returns
    -------
    DataFrame
        One row per area, index `area_code` (str, sorted): `name_th` and `name_en` without a word
        for the level, and the codes of the areas above, `district_code` and `province_code`. No
        value is missing. It is shared: callers must not change it.

    Raises
    ------
    KeyError
        Areas of the level are not in the gazetteer; ask `hierarchy`.
    """
    build = {Level.TAMBON: _tambons, Level.DISTRICT: _districts, Level.PROVINCE: _provinces}
    frame = pd.DataFrame(build[level]())
    return frame.set_index("area_code").sort_index()


@cache
def retired() -> pd.DataFrame:
    """
    Return the codes of districts and tambons that are in force no more.

    Returns
    -------
    DataFrame
        One row per retired code, index `area_code` (str, sorted): `name_th`, `name_en` (missing
        where DOPA gives none), `level`, `successors` (tuple of today's codes, empty where nothing
        is known; more than one where the area was split), `basis` (`notice` where a notice in the
        Royal Gazette says so, `name` where it is the one area of the same name in the province,
        else missing) and `retired_on` (date, or None). Shared: callers must not change it.
    """
    rows = [
        {
            "area_code": area.code,
            "name_th": area.name_th,
            "name_en": area.name_en,
            "level": _LEVELS[area.level],
            "successors": area.successors,
            "basis": area.successors_basis,
            "retired_on": date.fromisoformat(area.abolished_on) if area.abolished_on else None,
        }
        for area in abolished_areas()
    ]
    return pd.DataFrame(rows).set_index("area_code").sort_index()


def level_of(area_code: str) -> Level | None:
    """Return the level of a code of today, or None where it is no such code."""
    if area_code == COUNTRY_CODE:
        return Level.COUNTRY
    for level, digits in CODE_DIGITS.items():
        if len(area_code) == digits and area_code in areas(level).index:
            return level
    return None


def name(area_code: str, lang: Lang) -> str:
    """
    Return the name of an area without a word for its level.

    Parameters
    ----------
    area_code
        Code of today's tambon, district or province, or `TH`.
    lang
        Which language.

    Raises
    ------
    PlaceError
        There is no such area today.
    """
    level = level_of(area_code)
    if level is None:
        raise PlaceError("places_no_area", text=area_code)
    if level is Level.COUNTRY:
        return COUNTRY_NAMES[lang]
    return _names(level, lang)[area_code]


@cache
def _names(level: Level, lang: Lang) -> dict[str, str]:
    """Return the names of the areas of a level; to look one up in a frame takes far longer."""
    return {str(code): str(text) for code, text in areas(level)[f"name_{lang}"].items()}


def full_name(area_code: str, lang: Lang) -> str:
    """
    Return the name of an area with those above it.

    Parameters
    ----------
    area_code
        Code of today's tambon, district or province, or `TH`.
    lang
        Which language.

    Returns
    -------
    str
        `ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี`, `แขวงดุสิต เขตดุสิต กรุงเทพมหานคร`, or
        `Charoen Tham, Wihan Daeng District, Saraburi`.

    Raises
    ------
    PlaceError
        There is no such area today.
    """
    if level_of(area_code) in {None, Level.COUNTRY}:
        return name(area_code, lang)
    words = _WORDS[lang, area_code.startswith(BANGKOK)]
    parts = [
        words[level].format(name(area_code[:digits], lang))
        for level, digits in sorted(CODE_DIGITS.items(), key=lambda item: -item[1])
        if digits <= len(area_code)
    ]
    return (" " if lang == "th" else ", ").join(parts)


def _provinces() -> list[dict[str, str]]:
    return [
        {"area_code": area.code, "name_th": area.name_th, "name_en": area.name_en}
        for area in geothai.provinces()
    ]


def _districts() -> list[dict[str, str]]:
    return [
        {
            "area_code": area.code,
            "name_th": area.name_th.removeprefix("เขต") if above == BANGKOK else area.name_th,
            "name_en": area.name_en,
            "province_code": above,
        }
        for above in areas(Level.PROVINCE).index
        for area in geothai.districts(above)
    ]


def _tambons() -> list[dict[str, str]]:
    return [
        {
            "area_code": area.code,
            "name_th": area.name_th,
            "name_en": area.name_en,
            "district_code": area.district_code,
            "province_code": area.province_code,
        }
        for above in areas(Level.DISTRICT).index
        for area in geothai.subdistricts(above)
    ]
