"""The rows that a finding links to: publication, file, sheet and row, with what they say."""

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st
from pandas import DataFrame, Series

from areamap.calendar import format_date, format_year
from areamap.i18n import Lang, t
from areamap.places import gazetteer
from areamap.quality import words
from areamap.quality.links import WHERE
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.html_table import html_table

if TYPE_CHECKING:
    from areamap.quality.links import Linked
    from areamap.registers.columns import Column
    from areamap.ui.quality_choice import Chosen

_MOST: Final = 100


def show(key: str, chosen: "Chosen") -> None:
    """Show the rows of a finding, register by register."""
    lang = chosen.lang
    linked = home.workspace().quality.links(key, today=chosen.today)
    if not linked:
        st.caption(t("quality.rows_none", lang))
    for each in linked:
        st.text(
            t(
                "quality.rows_of",
                lang,
                register=words.register(each.register, lang),
                publication=each.publication.id,
                file=each.publication.file_name,
            )
        )
        st.html(html_table(rows_table(each, lang), words.register(each.register, lang)))
        if len(each.rows) > _MOST:
            count = f"{len(each.rows):,}"
            st.caption(t("quality.rows_cut", lang, shown=_MOST, count=count))


def rows_table(linked: "Linked", lang: Lang) -> DataFrame:
    """Return rows as people read them: where they stand, their area, then what they say."""
    rows = linked.rows.head(_MOST)
    told: dict[str, Series] = {}
    if rows["publication"].ne(linked.publication.id).any():
        told[t("quality.column_publication", lang)] = rows["publication"].astype(str)
    told[t("quality.column_sheet", lang)] = rows["sheet"]
    told[t("quality.column_row", lang)] = rows["row"].astype("str")
    told[t("ui.scope", lang)] = rows["area_code"].map(lambda code: _place(code, lang))
    told[t("quality.column_state", lang)] = rows["status"].map(
        lambda state: t(f"registers.state_{state}", lang)
    )
    register = definitions.load(linked.register)
    for column in register.all_columns:
        values = rows.get(column.name)
        if values is not None and column.name not in WHERE and values.notna().any():
            told.setdefault(column.label(lang), _shown(values, column, lang))
    return DataFrame(told)


def _shown(values: Series, column: "Column", lang: Lang) -> Series:
    if column.type == "date":
        days = pd.to_datetime(values)
        return days.map(lambda day: None if pd.isna(day) else format_date(day.date(), lang))
    if column.type == "year":
        return values.map(lambda year: None if pd.isna(year) else format_year(int(year), lang))
    if column.choices and lang == "th":
        # The first word of a choice is the one that templates offer.
        return values.map(lambda value: column.choices.get(value, (value,))[0])
    return values


def _place(code: object, lang: Lang) -> str | None:
    if not isinstance(code, str):
        return None
    return gazetteer.full_name(code, lang) if gazetteer.level_of(code) else code
