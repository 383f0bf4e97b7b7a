"""The lists beside the map, on the screen and as a workbook."""

from collections.abc import Hashable
from typing import Final

import streamlit as st
from pandas import DataFrame

from areamap.briefs.lists import gap_table, money_table
from areamap.briefs.workbook import workbook
from areamap.i18n import Lang, t
from areamap.ui.html_table import html_table
from areamap.ui.keeping import Keeping

__all__ = ["gap_table", "money_table", "show"]

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN: Final = 60
"""Most rows on the screen: a list of the country would weigh thirty times the map's change."""

_LISTS: Final = Keeping[str](128)


def show(
    table: DataFrame,
    *,
    title: str,
    about: tuple[str, ...],
    name: str,
    lang: Lang,
    unknown: int = 0,
    nothing: str = "",
    question: Hashable = None,
) -> None:
    """
    Show a list and offer it as a workbook.

    Parameters
    ----------
    table
        The list with its headings.
    title
        Its title.
    about
        Lines that the workbook carries below its title.
    name
        Name of the file, without its ending.
    lang
        Language of the page.
    unknown
        How many areas may belong to the list without being in it.
    nothing
        What is said of an empty list; else that nothing is missing.
    question
        All that the list depends on, so that it is written once; None where it is written anew.
    """
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.subheader(title, anchor=False)
    right.download_button(
        t("ui.download", lang),
        lambda: workbook(table, sheet=title, title=title, about=about),
        file_name=f"{name}.xlsx",
        mime=XLSX,
        disabled=table.empty,
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
    )
    if unknown:
        st.warning(t("ui.list_unknown", lang, count=f"{unknown:,}"))
    if table.empty:
        if not unknown:
            st.success(nothing or t("ui.no_gaps", lang))
        return
    if question is None:
        st.html(_written(table, title, lang))
    else:
        st.html(_LISTS.get((name, title, lang, question), lambda: _written(table, title, lang)))
    if len(table) > SHOWN:
        said = t("ui.list_cut", lang, shown=SHOWN, count=f"{len(table):,}")
        st.caption(said)


def _written(table: DataFrame, title: str, lang: Lang) -> str:
    code = t("ui.column_code", lang)
    on_screen = [column for column in table.columns if column != code]
    return html_table(table.head(SHOWN)[on_screen], title)
