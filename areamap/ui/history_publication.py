"""One publication in full: what it was made from, what was decided, and the way back to it."""

from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.cleaned import cleaned
from areamap.briefs.cleaned_cells import cells_by_origin
from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import access, home
from areamap.ui.access import Role
from areamap.ui.gap_list import XLSX
from areamap.ui.history_list import PUBLICATION, baht, in_force, moment, replaced
from areamap.ui.import_steps import taken, totals, writing

if TYPE_CHECKING:
    from areamap.store import Publication

_DECISIONS = 200


def open_one(number: int, lang: Lang) -> "Publication":
    """Return a publication with the way back to the list; else say why not, and stop."""
    st.button(t("history.back", lang), key="back", on_click=_leave, icon=":material/arrow_back:")
    try:
        return home.workspace().store.publication(number)
    except AreamapError as error:
        st.error(writing.plain(error.text(lang)))
        st.stop()


def show(publication: "Publication", lang: Lang) -> None:
    """Show a publication: file, hash, counts and decisions; download it, roll back to it."""
    register = definitions.load(publication.register).label(lang)
    st.header(t("history.title", lang, number=publication.id, register=register), anchor=False)
    _show_facts(publication, lang)
    unread = publication.details.get("amounts_unread", {})
    totals.show(publication.counts, baht(publication), lang, unread=unread, of_file=False)
    if publication.is_cleared:
        st.info(t("history.cleared_help", lang))
        return
    with st.container(horizontal=True, key="ways_of_one"):
        _offer_workbook(publication, lang)
        _offer_roll_back(publication, lang)
    _show_decisions(publication, lang)


def _show_facts(publication: "Publication", lang: Lang) -> None:
    by = publication.created_by or "–"
    lines = [
        t("history.made", lang, moment=moment(publication, lang), by=by),
        t("history.file", lang, file=publication.file_name),
        t("history.hash", lang, hash=publication.file_sha256),
    ]
    if publication.note:
        lines.append(t("history.note", lang, note=publication.note))
    mode = publication.details.get("mode")
    if mode in {"all", "provinces", "add"}:
        lines.append(t("history.mode", lang, mode=t(f"importing.mode_{mode}", lang)))
    if publication.rolled_back_from:
        lines.append(t("history.rolled_back_from", lang, number=publication.rolled_back_from))
    with st.container(key="facts"):
        for line in lines:
            st.text(line)


def _offer_workbook(publication: "Publication", lang: Lang) -> None:
    def made() -> bytes:
        workspace = home.workspace()
        rows = workspace.rows(publication)
        cells = cells_by_origin(workspace.store, publication, rows)
        return cleaned(publication, rows, cells, lang)

    st.download_button(
        t("history.download", lang),
        made,
        file_name=workbook_name(publication),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="cleaned",
        help=t("history.download_help", lang),
    )


def workbook_name(publication: "Publication") -> str:
    """Return the name of the workbook to mend: that of its file, by which its source is known."""
    return f"{PurePath(publication.file_name).stem}-{publication.id}.xlsx"


def _offer_roll_back(publication: "Publication", lang: Lang) -> None:
    if publication.id in in_force():
        is_replaced = publication.id in replaced()
        st.caption(t("history.replaced" if is_replaced else "history.is_in_force", lang))
        return
    if not access.may(Role.ADMINISTRATOR):
        st.caption(t("history.administrators_roll_back", lang))
        return
    with st.popover(t("history.roll_back", lang), key="roll_back", icon=":material/undo:"):
        st.markdown(t("history.roll_back_sure", lang, number=publication.id))
        note = st.text_input(t("history.roll_back_note", lang), key="roll_back_note").strip()
        st.button(
            t("history.roll_back_yes", lang),
            key="roll_back_yes",
            type="primary",
            disabled=not note,
            on_click=_roll_back,
            args=(publication.id, note),
        )


def _roll_back(number: int, note: str) -> None:
    workspace = home.workspace()
    made = writing.attempt(
        lambda by: workspace.roll_back(number, by=by, note=note), Role.ADMINISTRATOR
    )
    if made is not None:
        writing.say("done", "history.rolled_back", older=number, number=made.id)
        st.query_params[PUBLICATION] = str(made.id)


def _show_decisions(publication: "Publication", lang: Lang) -> None:
    shelf = home.workspace().store.drafts
    draft = shelf.published_as(publication.rolled_back_from or publication.id)
    decisions = shelf.decisions(draft.id) if draft else []
    if not decisions:
        st.caption(t("history.no_decisions", lang))
        return
    with st.expander(t("importing.taken", lang, count=len(decisions))):
        for each in decisions[:_DECISIONS]:
            who = each.by or "–"
            st.text(f"{taken.said(each, publication.register, lang)} ({who})")
        if len(decisions) > _DECISIONS:
            st.caption(t("importing.taken_more", lang, count=len(decisions) - _DECISIONS))


def _leave() -> None:
    for name in (PUBLICATION, "with"):
        if name in st.query_params:
            del st.query_params[name]
