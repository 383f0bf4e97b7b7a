"""The drafts in work: each can be gone on with, after a restart too, or thrown away."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps import address, writing
from areamap.ui.import_steps.address import Step

if TYPE_CHECKING:
    from areamap.store import KeptDraft


def show(lang: Lang) -> None:
    """Show the drafts that are not published, the newest first; nothing where there is none."""
    kept = home.workspace().store.drafts.every()
    if not kept:
        return
    st.header(t("importing.drafts", lang), anchor=False)
    for draft in kept:
        _show_one(draft, lang)


def _show_one(draft: "KeptDraft", lang: Lang) -> None:
    with st.container(border=True, key=f"waiting_{draft.id}"):
        left, right = st.columns([3, 2], vertical_alignment="center")
        with left:
            st.text(draft.file_name)
            changed = draft.changed_at.astimezone()
            moment = f"{format_date(changed.date(), lang)} {changed:%H:%M}"
            st.caption(
                writing.plain(
                    t(
                        "importing.draft_line",
                        lang,
                        number=draft.id,
                        register=_register(draft.register, lang),
                        by=draft.changed_by or "–",
                        moment=moment,
                    )
                )
            )
        with right.container(horizontal=True, horizontal_alignment="right"):
            st.button(
                t("importing.go_on", lang),
                key=f"go_on_{draft.id}",
                type="primary",
                on_click=address.go,
                args=(draft.id, Step.ROWS),
            )
            offer_discard(draft, lang)


def offer_discard(draft: "KeptDraft", lang: Lang) -> None:
    """Offer to throw a draft away, which asks again."""
    with st.popover(t("importing.discard", lang), key=f"discard_{draft.id}"):
        st.text(t("importing.discard_sure", lang, file=draft.file_name))
        st.button(
            t("importing.discard_yes", lang),
            key=f"discard_yes_{draft.id}",
            on_click=_discard,
            args=(draft.id, draft.file_name),
        )


def _discard(draft: int, file_name: str) -> None:
    desk = home.workspace().imports
    if writing.done(lambda by: desk.discard(draft, by=by)):
        writing.say("done", "importing.discarded", file=file_name)
        address.leave()


def _register(register: str | None, lang: Lang) -> str:
    if register is None:
        return t("importing.no_register", lang)
    return definitions.load(register).label(lang)
