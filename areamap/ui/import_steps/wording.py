"""Rows in words: where the file says that they are, how much they are about, why they wait."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap.briefs import row_reasons
from areamap.errors import PlaceError
from areamap.i18n import Lang, sentences, t
from areamap.places import gazetteer, hierarchy
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps.totals import shown
from areamap.ui.place_names import with_level

if TYPE_CHECKING:
    from areamap.registers.drafts import Draft

Row = Any
"""A row of a draft, as `DataFrame.itertuples` gives it."""

_PLACES: Final = ("authority", "tambon", "district", "province", "cluster")


def area(code: str, lang: Lang) -> str:
    """Return the name of an area of any level with those above it; its code where none has it."""
    if gazetteer.level_of(code) is not None:
        return gazetteer.full_name(code, lang)
    today = date.today()  # noqa: DTZ011 - the day where she is
    try:
        found = hierarchy.find_area(code, home.workspace().groupings.all, today)
    except PlaceError:
        return code
    name = found.name_th if lang == "th" else found.name_en
    return with_level(name, found.level, lang)


def place_told(row: Row) -> str:
    """Return where the file says that a row is, in its own words."""
    names = (*_PLACES, "tambon_code", "authority_code")
    told = (getattr(row, name, None) for name in names)
    return " · ".join(text.strip() for text in told if isinstance(text, str) and text.strip())


def several_sheets(draft: "Draft") -> bool:
    """Tell whether the rows of a draft are of more than one sheet."""
    sheets = draft.rows["sheet"]
    return bool((sheets != sheets.iloc[0]).any()) if len(sheets) else False


def number(row: Row, lang: Lang, *, several: bool) -> str:
    """Return which row of the file it is; its sheet too where there are several."""
    if several:
        return t("importing.row_in_sheet", lang, row=row.row, sheet=row.sheet)
    return t("importing.row", lang, row=row.row)


def baht(row: Row, register: str, lang: Lang) -> str:
    """Return the main money of a row; nothing where it has none."""
    money = definitions.load(register).money
    amount = getattr(row, money, None) if money else None
    if amount is None or pd.isna(amount):
        return ""
    return t("importing.baht", lang, baht=shown(amount))


def reason(row: Row, lang: Lang) -> str:
    """Return why a row is in its state; nothing where that needs no words."""
    return row_reasons.reason(row.reason_key, row.reason_values, lang)


def trouble(reason_key: object, status: str, lang: Lang) -> str:
    """Return what all rows of one reason have in common, in a few words."""
    known = f"importing.trouble_{reason_key}"
    return t(known if known in sentences(lang) else f"registers.state_{status}", lang)
