"""The province of a row that is not joined to an area, as far as the row tells."""

from functools import cache
from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures._cells import among
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import bare

_CODES: Final = ("area_code", "tambon_code", "district_code", "province_code")
_DIGITS: Final = CODE_DIGITS[Level.PROVINCE]


def province_of(rows: DataFrame) -> Series:
    """
    Return the province of each row of a register.

    The province of its area; of a row without one, that of the first code that it gives, else the
    one that it names, else the one in which all its suggestions lie.

    Parameters
    ----------
    rows
        Rows of a publication: `area_code`, `suggested_codes` and, where the file had them,
        `tambon_code`, `district_code`, `province_code` and `province`.

    Returns
    -------
    province_code
        str, same index; missing where the row tells none, or only a larger area.
    """
    found = Series(index=rows.index, dtype="str", name="province_code")
    for name in _CODES:
        if name in rows.columns:
            found = found.fillna(_known(rows[name].astype("str").str.strip().str[:_DIGITS]))
    if "province" in rows.columns and found.isna().any():
        said = rows["province"].astype("str")
        told = {text: _named().get(bare(text)) for text in said.dropna().unique()}
        found = found.fillna(said.map(told).astype("str"))
    left = found.index[found.isna()]
    among = Series([_common(codes) for codes in rows.loc[left, "suggested_codes"]], index=left)
    return found.fillna(among.astype("str")).rename("province_code")


def _common(codes: tuple[str, ...]) -> str | None:
    provinces = {code[:_DIGITS] for code in codes}
    return provinces.pop() if len(provinces) == 1 else None


def _known(codes: Series) -> Series:
    return codes.where(among(codes, _provinces()))


@cache
def _provinces() -> Index:
    return gazetteer.areas(Level.PROVINCE).index


@cache
def _named() -> dict[str, str]:
    names = gazetteer.areas(Level.PROVINCE)
    pairs = pd.concat([names["name_th"], names["name_en"]])
    return {bare(str(text)): str(code) for code, text in pairs.items()}
