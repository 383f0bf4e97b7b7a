"""What was decided in a draft, newest first; each can be undone."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps import wording, writing

if TYPE_CHECKING:
    from areamap.imports import Work
    from areamap.store import Decision

_SHOWN: Final = 20


def show(work: "Work", lang: Lang) -> None:
    """Show the latest decisions of a draft, with a way to undo each, and all."""
    if not work.decisions:
        return
    newest = list(reversed(work.decisions))
    with st.expander(t("importing.taken", lang, count=len(newest)), icon=":material/history:"):
        ids = [each.id for each in newest if each.id is not None]
        for each in newest[:_SHOWN]:
            _show_one(work, each, lang)
        if len(newest) > _SHOWN:
            st.caption(t("importing.taken_more", lang, count=len(newest) - _SHOWN))
        st.button(
            t("importing.undo_all", lang),
            key="undo_all",
            on_click=_undo,
            args=(work.kept.id, ids),
            type="tertiary",
        )


def said(decision: "Decision", register: str, lang: Lang) -> str:
    """Return a decision as one line."""
    place = wording.area(decision.area_code, lang) if decision.area_code else ""
    column = ""
    if decision.column:
        column = definitions.load(register).column(decision.column).label(lang)
    return t(
        f"importing.taken_{decision.action}",
        lang,
        row=decision.row,
        place=place,
        column=column,
        value=decision.value or "–",
        note=decision.note or "–",
    )


def _show_one(work: "Work", decision: "Decision", lang: Lang) -> None:
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.text(said(decision, work.draft.register, lang))
    right.button(
        t("importing.undo", lang),
        key=f"undo_{decision.id}",
        on_click=_undo,
        args=(work.kept.id, [decision.id]),
        type="tertiary",
    )


def _undo(draft: int, ids: list[int]) -> None:
    desk = home.workspace().imports
    if writing.done(lambda by: desk.undo(draft, ids, by=by)):
        writing.say("done", "importing.undone", count=len(ids))
