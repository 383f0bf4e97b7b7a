"""The rows that wait, by the reason why: decided one by one, or all of one reason at once."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.registers.drafts import OPEN_STATES
from areamap.ui.import_steps import deciding, paging, wording, writing

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.imports import Work

_PAGE: Final = 8
LEFT: Final = "imports_left"
"""Reason of rows that a person left open."""


def show(work: "Work", lang: Lang) -> None:
    """Show the reasons why rows wait, and the rows of the one that is chosen."""
    waiting = work.draft.rows[work.draft.rows["status"].isin(OPEN_STATES)]
    if waiting.empty:
        st.success(t("importing.nothing_waits", lang))
        return
    reason = _pick(work, lang)
    found = waiting[waiting["reason_key"].fillna("") == reason]
    _offer_alike(work, reason, found, lang)
    several = wording.several_sheets(work.draft)
    name = f"reason_{work.kept.id}_{reason}"
    for row in paging.page(found, _PAGE, name=name, lang=lang).itertuples():
        _show_row(work, row, lang, several=several)


def _pick(work: "Work", lang: Lang) -> str:
    """Return the reason whose rows are shown: the one chosen, else the first that is left."""
    found = work.open_by_reason[work.open_by_reason["status"].isin(OPEN_STATES)]
    counts = found.groupby("reason_key", sort=False)["rows"].sum()
    # What was left open before comes last: it has been looked at.
    options = sorted(map(str, counts.index), key=lambda each: each == LEFT)
    states = dict(zip(found["reason_key"], found["status"], strict=True))
    key = f"reason_{work.kept.id}"
    # A reason of which the last row was decided is gone; then the next one stands there.
    if st.session_state.get(key) not in options:
        st.session_state.pop(key, None)
    chosen = st.pills(
        t("importing.why", lang),
        options,
        default=None if key in st.session_state else options[0],
        format_func=lambda each: f"{wording.trouble(each, states[each], lang)} ({counts[each]:,})",
        key=key,
    )
    return chosen or options[0]


def _offer_alike(work: "Work", reason: str, found: "DataFrame", lang: Lang) -> None:
    """Offer to decide all rows of one reason at once."""
    if len(found) == 1:
        return
    suggested = found["status"].eq("suggested").all()
    with st.container(horizontal=True, key="alike"):
        if suggested:
            st.button(
                t("importing.alike_accept", lang, count=len(found)),
                key="alike_accept",
                icon=":material/done_all:",
                on_click=deciding.decide_alike,
                args=(work.kept.id, reason, "accept"),
            )
        if reason != LEFT:
            st.button(
                t("importing.alike_leave", lang, count=len(found)),
                key="alike_leave",
                on_click=deciding.decide_alike,
                args=(work.kept.id, reason, "leave"),
            )
        with st.popover(t("importing.alike_drop", lang, count=len(found)), key="alike_drop"):
            deciding.offer_drop(
                "alike",
                lambda note: deciding.decide_alike(work.kept.id, reason, "drop", note),
                lang,
            )


def _show_row(work: "Work", row: wording.Row, lang: Lang, *, several: bool) -> None:
    name = f"{work.kept.id}_{row.Index}"
    with st.container(border=True, key=f"row_{name}"):
        head = [
            wording.number(row, lang, several=several),
            wording.place_told(row),
            wording.baht(row, work.draft.register, lang),
        ]
        st.text("   ".join(part for part in head if part))
        st.caption(writing.plain(wording.reason(row, lang)))
        deciding.show(work, row, lang)
