"""Step five: publish, with a note; what asks again is asked here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import Lang, t
from areamap.imports import SHRINKS_FROM
from areamap.imports.work import waiting as open_rows
from areamap.places.levels import COUNTRY_CODE
from areamap.registers import definitions
from areamap.themes import THEMES
from areamap.ui import choices, home, ways
from areamap.ui.history_list import baht
from areamap.ui.import_steps import address, changes, totals, writing

if TYPE_CHECKING:
    from areamap.imports import Changes, Mode, Work
    from areamap.store import Publication

PUBLISHED = "import_published"
"""Session key of the publication that was just made, which the next run tells of."""


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What the editor answered before she publishes.

    Attributes
    ----------
    note
        Why.
    leave_open
        Rows that wait may stay in the queue.
    confirm_shrink
        The register may become a good deal smaller.
    saw_others
        She saw what others published since.
    """

    note: str
    leave_open: bool
    confirm_shrink: bool
    saw_others: bool


def show(work: "Work", lang: Lang) -> None:
    """Show what is about to be published, ask what has to be asked, and publish."""
    mode = changes.pick_mode(work, lang)
    found = home.workspace().imports.changes(work.kept.id, mode)
    seen = _seen(work, mode, found)
    _sum_up(work, found, lang)
    answers = _ask(work, found, lang)
    label = t(
        "importing.publish",
        lang,
        register=definitions.load(work.draft.register).label(lang),
        rows=work.draft.counts()["matched"],
    )
    if st.button(label, type="primary", key="publish", icon=":material/publish:"):
        missing = _missing(work, found, answers)
        if missing:
            st.error(t(f"importing.needs_{missing}", lang))
            return
        with st.spinner(t("importing.publishing", lang)):
            _publish(work, mode, seen, answers)
        st.rerun()


def show_published(lang: Lang) -> None:
    """Tell of the publication that was just made, and where to go from there."""
    made: Publication | None = st.session_state.pop(PUBLISHED, None)
    if made is None:
        return
    register = definitions.load(made.register).label(lang)
    with st.container(border=True, key="published"):
        st.success(t("importing.published", lang, register=register, number=made.id))
        totals.show(made.counts, baht(made), lang, of_file=False)
        if made.register in THEMES:
            label, icon = t("importing.to_map", lang), ":material/map:"
            scope = choices.shared().get(choices.SCOPE, COUNTRY_CODE)
            ways.link("overview", label, icon=icon, scope=scope, lang=lang, theme=made.register)
        link = f"<a href='history?publication={made.id}&amp;lang={lang}'>"
        st.html(f"<p class='areamap-link'>{link}{t('importing.to_history', lang)}</a></p>")


def _seen(work: "Work", mode: "Mode", found: "Changes") -> int | None:
    """Return which publication she saw in force: that of the run that showed her the page."""
    key = f"seen_{work.kept.id}_{mode}"
    seen: int | None = st.session_state.get(key, found.in_force)
    st.session_state[key] = found.in_force
    return seen


def _sum_up(work: "Work", found: "Changes", lang: Lang) -> None:
    draft = work.draft
    totals.show(draft.counts(), draft.baht(), lang, unread=draft.unread())
    counts = found.rows["change"].value_counts()
    told = {kind: f"**{int(counts.get(kind, 0)):,}**" for kind in changes.KINDS}
    st.markdown(t("importing.change_sum", lang, **told))
    rejected = work.draft.counts()["rejected"]
    if rejected:
        st.warning(t("importing.rejected_stay", lang, count=rejected))


def _ask(work: "Work", found: "Changes", lang: Lang) -> Answers:
    waiting = open_rows(work.draft)
    leave_open = confirm = saw = False
    if waiting:
        leave_open = st.checkbox(
            t("importing.leave_open", lang, count=waiting), key=f"leave_open_{work.kept.id}"
        )
    if found.shrink_pct > SHRINKS_FROM:
        share = f"{found.shrink_pct:.0f}"
        confirm = st.checkbox(
            t("importing.confirm_shrink", lang, share=share), key=f"shrink_{work.kept.id}"
        )
    if found.since:
        changes.show_since(found, lang)
        newest = found.since[0].id
        saw = st.checkbox(t("importing.saw_others", lang), key=f"saw_{work.kept.id}_{newest}")
    is_closed = len(found.closed_years) > 0
    if is_closed:
        years = changes.years_of(found.closed_years, lang)
        st.warning(t("importing.closed_note", lang, years=years))
    note = st.text_area(
        t("importing.note_needed" if is_closed else "importing.note", lang),
        key=f"note_{work.kept.id}",
        placeholder=t("importing.note_example", lang),
        height=90,
        max_chars=1000,
    )
    return Answers(note.strip(), leave_open, confirm, saw)


def _missing(work: "Work", found: "Changes", answers: Answers) -> str | None:
    """Return what has to be answered first; None where nothing is."""
    waiting = open_rows(work.draft)
    asked = {
        "leave_open": waiting and not answers.leave_open,
        "shrink": found.shrink_pct > SHRINKS_FROM and not answers.confirm_shrink,
        "others": found.since and not answers.saw_others,
        "note": len(found.closed_years) and not answers.note,
    }
    return next((name for name, is_missing in asked.items() if is_missing), None)


def _publish(work: "Work", mode: "Mode", seen: int | None, answers: Answers) -> None:
    desk = home.workspace().imports
    made = writing.attempt(
        lambda by: desk.publish(
            work.kept.id,
            mode=mode,
            by=by,
            note=answers.note,
            leave_open=answers.leave_open,
            confirm_shrink=answers.confirm_shrink,
            seen=seen,
        )
    )
    if made is not None:
        st.session_state[PUBLISHED] = made
        address.leave()
