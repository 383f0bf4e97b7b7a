"""Step one of a draft: which file it is, and how it is read; changeable at any time."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui import home
from areamap.ui.import_steps import address, how_far, reading_choice, waiting, writing
from areamap.ui.import_steps.address import Step
from areamap.ui.import_steps.reading_choice import Reading

if TYPE_CHECKING:
    from areamap.imports import Work


def show(work: "Work", lang: Lang) -> None:
    """Show the file of a draft and how it is read."""
    kept = work.kept
    st.text(t("importing.file_is", lang, file=kept.file_name, hash=kept.file_sha256[:12]))
    now = _now(work)
    chosen = reading_choice.choose(work.look, lang, name=f"{kept.id}_{kept.version}", now=now)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        read = st.button(
            t("importing.reread", lang),
            key="reread",
            type="primary",
            disabled=chosen is None or chosen == now,
        )
        waiting.offer_discard(kept, lang)
    if read and chosen is not None:
        with how_far.shown(lang) as tell:
            desk = home.workspace().imports
            done = writing.attempt(
                lambda by: desk.reread(
                    kept.id, by=by, seen=kept.version, progress=tell, **chosen.told()
                )
            )
        if done is not None:
            writing.say("done", "importing.reread_done")
            address.go(kept.id, Step.ROWS)
        st.rerun()


def _now(work: "Work") -> Reading:
    told = work.kept.choices
    return Reading(
        register=work.draft.register,
        sheet=told.get("sheet", ""),
        header_row=told.get("header_row", 0),
        source=work.kept.source,
    )
