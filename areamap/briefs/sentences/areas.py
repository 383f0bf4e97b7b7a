"""What an area of any level is called in a sentence or a list."""

from typing import TYPE_CHECKING, Any

from areamap.i18n import Lang, t
from areamap.places import gazetteer
from areamap.places.levels import COUNTRY_CODE, Level

if TYPE_CHECKING:
    from pandas import Series

_SMALL = (Level.TAMBON, Level.DISTRICT)


def called(row: "Series[Any]", lang: Lang) -> str:
    """
    Return what the area of a row is called.

    Names of tambons and districts repeat, so those above stand with them; others have the word for
    their level, but for the country, and for Bangkok, which is a province without being called one.

    Parameters
    ----------
    row
        `area_code`, `name_th`, `name_en` and `level`.
    lang
        Language.
    """
    code, name = str(row["area_code"]), str(row[f"name_{lang}"])
    if gazetteer.level_of(code) in _SMALL:
        return gazetteer.full_name(code, lang)
    if code in {COUNTRY_CODE, gazetteer.BANGKOK}:
        return name
    return t("lines.agreement_of", lang, level=t(f"levels.{row['level']}", lang), name=name)
