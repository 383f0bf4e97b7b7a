"""What differs between two publications of one register."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui import home
from areamap.ui.history_list import moment
from areamap.ui.import_steps import address, changes

if TYPE_CHECKING:
    from areamap.store import Publication

WITH: Final = "with"
"""Name in the address of the publication that is compared with."""


def show(publication: "Publication", lang: Lang) -> None:
    """Show what differs between a publication and another of its register, by default the last."""
    others = {
        each.id: each
        for each in home.workspace().store.history(publication.register)
        if each.id != publication.id
        and each.is_sample == publication.is_sample
        and not each.is_cleared
    }
    if publication.is_cleared or not others:
        return
    st.header(t("history.differences", lang), anchor=False)
    wanted = address.number(WITH)
    before = next((number for number in others if number < publication.id), None)
    first = wanted if wanted in others else before or next(iter(others))
    options = list(others)
    chosen = st.selectbox(
        t("history.compare_with", lang),
        options,
        index=options.index(first),
        format_func=lambda number: _label(others[number], lang),
        key=f"with_{publication.id}",
        width=560,
    )
    st.query_params[WITH] = str(chosen)
    older, newer = sorted((chosen, publication.id))
    st.caption(t("history.from_to", lang, older=older, newer=newer))
    found = home.workspace().imports.differences(older, newer)
    changes.show_changes(found, publication.register, lang, name=f"{older}_{newer}")


def _label(each: "Publication", lang: Lang) -> str:
    by = each.created_by or "–"
    made = t("history.made", lang, moment=moment(each, lang), by=by)
    return f"{each.id} · {made} · {each.file_name}"
