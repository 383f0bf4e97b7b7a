"""Long lists in pages."""

import streamlit as st
from pandas import DataFrame

from areamap.i18n import Lang, t


def page(found: DataFrame, size: int, *, name: str, lang: Lang) -> DataFrame:
    """
    Return the part of a list that is shown, and offer the others where there are any.

    Parameters
    ----------
    found
        The list.
    size
        How many lines a page has.
    name
        Names the pages.
    lang
        Language of the page.
    """
    pages = -(-len(found) // size)
    if pages <= 1:
        return found
    key = f"page_{name}"
    now = min(int(st.session_state.get(key, 0)), pages - 1)
    with st.container(horizontal=True, vertical_alignment="center", key=f"pages_{name}"):
        _turn(key, now - 1, "importing.page_before", lang, disabled=now == 0)
        first, last = now * size, min((now + 1) * size, len(found))
        st.text(t("importing.page_of", lang, first=first + 1, last=last, count=len(found)))
        _turn(key, now + 1, "importing.page_after", lang, disabled=now == pages - 1)
    return found.iloc[first:last]


def _turn(key: str, to: int, label: str, lang: Lang, *, disabled: bool) -> None:
    st.button(
        t(label, lang),
        key=f"{key}_{label}",
        on_click=_go,
        args=(key, to),
        disabled=disabled,
        type="tertiary",
    )


def _go(key: str, to: int) -> None:
    st.session_state[key] = to
