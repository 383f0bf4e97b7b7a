"""The draft that the address names, as it stands."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps import address, how_far, writing

if TYPE_CHECKING:
    from areamap.imports import Work


def open_draft(number: int, lang: Lang) -> "Work":
    """Return a draft, read and joined with what was decided so far; else say why not, and stop."""
    try:
        with how_far.shown(lang) as tell:
            return home.workspace().imports.work(number, tell)
    except AreamapError as error:
        st.error(writing.plain(error.text(lang)))
        st.button(t("importing.back", lang), key="back", on_click=address.leave)
        st.stop()


def head(work: "Work", lang: Lang) -> None:
    """Say which draft it is, and offer the way back to all of them."""
    register = definitions.load(work.draft.register).label(lang)
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="draft_head",
    ):
        number, file = work.kept.id, work.kept.file_name
        st.text(t("importing.draft_head", lang, number=number, file=file, register=register))
        st.button(t("importing.back", lang), key="back", on_click=address.leave, type="tertiary")
