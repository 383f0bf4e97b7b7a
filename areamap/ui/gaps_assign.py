"""Sending somebody to a gap: who, by when, how far it is; an editor may, everyone sees it."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.calendar import CalendarError, format_date, read_date
from areamap.direction import assignments
from areamap.direction.assignments import LONGEST_NOTE, LONGEST_WHO, Step, Told
from areamap.errors import StoreError
from areamap.i18n import Lang, t
from areamap.store.assignments import Place
from areamap.ui import access, gaps_data, home, loaders
from areamap.ui.access import Role
from areamap.ui.import_steps import writing

if TYPE_CHECKING:
    from areamap.store import Assignment
    from areamap.ui.gaps_choice import Page
    from areamap.ui.gaps_shown import Shown


def show(shown: "Shown", code: str) -> None:
    """Show who was sent to a gap, and offer to send somebody."""
    page, kept = shown.page, shown.kept.get(code)
    lang = page.lang
    with st.container(border=True, key="assignment"):
        st.markdown(f"**{t('gaps.assign', lang)}**")
        st.text(said(kept, lang) or t("gaps.assign_none", lang))
        if kept is not None and kept.note:
            st.text(kept.note)
        if access.may(Role.EDITOR):
            _steps(page, code, kept)
            _form(page, code, kept)
        else:
            st.caption(t("gaps.assign_editors", lang))
        if kept is not None:
            _history(page, code)


def said(kept: "Assignment | None", lang: Lang) -> str:
    """Return who was sent, by when, and how far it is; nothing where nobody was."""
    if kept is None:
        return ""
    told = {"who": kept.assigned_to, "step": t(f"gaps.step_{kept.state}", lang)}
    if kept.due_on is None:
        return t("gaps.assign_now", lang, **told)
    return t("gaps.assign_now_due", lang, due=format_date(kept.due_on, lang), **told)


def place_of(page: "Page", code: str) -> Place:
    """Return what somebody is sent for."""
    is_sample = loaders.snapshot(page.key).is_sample
    return Place(page.chosen.theme, page.chosen.basis, code, is_sample)


def _form(page: "Page", code: str, kept: "Assignment | None") -> None:
    lang = page.lang
    # What is kept fills the fields anew with each change of it.
    fields = f"{page.chosen.theme}_{page.chosen.basis}_{code}_{kept.version if kept else 0}"
    due = "" if kept is None or kept.due_on is None else format_date(kept.due_on, lang)
    with st.form(f"assign_{fields}", border=False):
        st.text_input(
            t("gaps.assign_who", lang),
            value=kept.assigned_to if kept else "",
            key=f"assign_who_{fields}",
            max_chars=LONGEST_WHO,
            help=t("gaps.assign_who_help", lang),
        )
        st.text_input(t("gaps.assign_due", lang), value=due, key=f"assign_due_{fields}")
        st.text_area(
            t("gaps.assign_note", lang),
            value=kept.note if kept else "",
            key=f"assign_note_{fields}",
            max_chars=LONGEST_NOTE,
            height=70,
        )
        st.form_submit_button(
            t("gaps.assign_save", lang),
            on_click=_save,
            args=(page, code, fields),
            type="primary",
            icon=":material/person_pin_circle:",
        )


def _steps(page: "Page", code: str, kept: "Assignment | None") -> None:
    """Offer to tick an assignment off, or to take it back."""
    if kept is None:
        return
    lang = page.lang
    with st.container(horizontal=True, key="assign_steps"):
        for step in Step:
            if step != kept.state:
                st.button(
                    t(f"gaps.step_{step}", lang),
                    key=f"assign_step_{step}",
                    on_click=_tick,
                    args=(page, code, step),
                    icon=":material/check:" if step is Step.DONE else None,
                )
        st.button(
            t("gaps.assign_take_back", lang),
            key="assign_take_back",
            on_click=_take_back,
            args=(page, code),
            type="tertiary",
            icon=":material/undo:",
        )


def _history(page: "Page", code: str) -> None:
    lang = page.lang
    entries = home.workspace().store.assignments.history(place_of(page, code))
    with st.expander(t("gaps.history", lang)):
        for each in entries:
            after = each.details.get("after", {})
            what = [t(f"audit.{each.action}", lang)]
            if after:
                what += [after["assigned_to"], t(f"gaps.step_{after['state']}", lang)]
            day = format_date(each.at.astimezone().date(), lang)
            told = {"day": day, "by": each.by or "–", "what": " · ".join(what)}
            st.text(t("gaps.history_line", lang, **told))


def _save(page: "Page", code: str, fields: str) -> None:
    state = st.session_state
    who, due, note = (str(state.get(f"assign_{n}_{fields}", "")) for n in ("who", "due", "note"))
    kept = gaps_data.assigned(page.key, page.chosen.basis).get(code)

    def job(by: str) -> None:
        step = Step(kept.state) if kept else Step.OPEN
        try:
            day = read_date(due) if due.strip() else None
        except CalendarError as error:
            raise StoreError("assignment_day", text=error.values["text"]) from error
        _put(page, code, Told(who, day, note, step), kept, by)

    if writing.done(job):
        writing.say("done", "gaps.assign_saved")


def _tick(page: "Page", code: str, step: Step) -> None:
    kept = gaps_data.assigned(page.key, page.chosen.basis).get(code)
    if kept is None:
        return

    def job(by: str) -> None:
        _put(page, code, Told(kept.assigned_to, kept.due_on, kept.note, step), kept, by)

    if writing.done(job):
        writing.say("done", "gaps.assign_saved")


def _put(page: "Page", code: str, told: Told, kept: "Assignment | None", by: str) -> None:
    wanted = assignments.wanted(place_of(page, code), told, kept)
    home.workspace().store.assignments.put([wanted], by)


def _take_back(page: "Page", code: str) -> None:
    store = home.workspace().store.assignments
    if writing.done(lambda by: store.take_back(place_of(page, code), by)):
        writing.say("done", "gaps.assign_taken_back")
