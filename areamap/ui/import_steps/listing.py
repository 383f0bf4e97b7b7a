"""The rows of some states as a list: as the file has them, with their area and the reason."""

from typing import TYPE_CHECKING, Final

import streamlit as st
from pandas import DataFrame

from areamap.i18n import Lang, t
from areamap.ui.html_table import html_table
from areamap.ui.import_steps import deciding, paging, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.imports import Work

_PAGE: Final = 50


def show(work: "Work", states: "Sequence[str]", lang: Lang) -> None:
    """
    Show the rows of some states, and let one of them be decided otherwise.

    Parameters
    ----------
    work
        The draft as it stands.
    states
        Which states.
    lang
        Language of the page.
    """
    draft = work.draft
    found = draft.rows[draft.rows["status"].isin(states)]
    if found.empty:
        st.caption(t("importing.no_rows", lang))
        return
    shown = paging.page(found, _PAGE, name=f"list_{work.kept.id}_{states[0]}", lang=lang)
    several = wording.several_sheets(draft)
    lines = [
        {
            t("importing.column_row", lang): wording.number(row, lang, several=several),
            t("importing.column_told", lang): wording.place_told(row),
            t("importing.column_area", lang): _area(row, lang),
            t("importing.column_baht", lang): wording.baht(row, draft.register, lang),
            t("importing.column_reason", lang): wording.reason(row, lang),
        }
        for row in shown.itertuples()
    ]
    table = DataFrame(lines)
    filled = [name for name in table.columns if table[name].ne("").any()]
    with st.container(key="listing"):
        st.html(html_table(table[filled], t("importing.show_rows", lang)))
    _offer_mending(work, list(shown.itertuples()), lang, several=several)


def _offer_mending(work: "Work", rows: list[wording.Row], lang: Lang, *, several: bool) -> None:
    chosen = st.selectbox(
        t("importing.mend", lang),
        range(len(rows)),
        index=None,
        format_func=lambda place: " · ".join(
            part
            for part in (
                wording.number(rows[place], lang, several=several),
                wording.place_told(rows[place]),
            )
            if part
        ),
        key=f"mend_{work.kept.id}_{work.kept.version}_{rows[0].Index}",
        placeholder=t("importing.mend_choose", lang),
        width=480,
    )
    if chosen is not None:
        deciding.mend(work, rows[chosen], lang)


def _area(row: wording.Row, lang: Lang) -> str:
    return wording.area(row.area_code, lang) if isinstance(row.area_code, str) else ""
