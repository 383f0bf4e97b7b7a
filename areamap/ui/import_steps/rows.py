"""Step three: every row by its state; those that wait are decided here."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.registers import own_totals
from areamap.ui.import_steps import fall_map, grid, listing, reasons, taken, totals, writing
from areamap.ui.import_steps.totals import GROUPS, WAITING

if TYPE_CHECKING:
    from areamap.imports import Work

_NOTES: Final = 8
_TOTALS: Final = 3


def show(work: "Work", lang: Lang) -> None:
    """Show what became of the rows: sums on top, a map beside, then the rows themselves."""
    draft = work.draft
    counts = draft.counts()
    totals.show(counts, draft.baht(), lang, unread=draft.unread())
    _show_own_totals(work, lang)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        group = _pick(work, counts, lang)
        if group == WAITING:
            reasons.show(work, lang)
        else:
            listing.show(work, GROUPS[group], lang)
        if group != "ignored":
            grid.offer(work, GROUPS[group], lang, expanded=group == "rejected")
    with right:
        fall_map.show_falls(draft.rows, name="rows", lang=lang)
        taken.show(work, lang)
        _show_notes(work, lang)


def _show_own_totals(work: "Work", lang: Lang) -> None:
    """Say where the file's own total is not what its rows come to."""
    found = [writing.plain(each.text(lang)) for each in own_totals.differing(work.draft)]
    if not found:
        return
    with st.container(key="own_totals"):
        st.warning("  \n".join([f"**{t('own_totals.head', lang)}**", *found[:_TOTALS]]))
        if len(found) > _TOTALS:
            more = t("own_totals.head_more", lang, count=len(found) - _TOTALS)
            st.expander(more).markdown("  \n".join(found[_TOTALS:]))


def _pick(work: "Work", counts: dict[str, int], lang: Lang) -> str:
    """Return the group of states whose rows are shown; first those that wait, if any do."""
    sizes = {group: totals.of(counts, states) for group, states in GROUPS.items()}
    order = [WAITING, "rejected", "matched", "ignored"]
    first = next((group for group in order if sizes[group]), "matched")
    key = f"group_{work.kept.id}"
    # A group of which the last row was decided is done with; then the next one stands there.
    if not sizes.get(str(st.session_state.get(key)), 1):
        del st.session_state[key]
    chosen = st.segmented_control(
        t("importing.show_rows", lang),
        order,
        default=None if key in st.session_state else first,
        format_func=lambda group: f"{t(f'importing.group_{group}', lang)} ({sizes[group]:,})",
        key=key,
        label_visibility="collapsed",
        required=True,
    )
    return chosen or first


def _show_notes(work: "Work", lang: Lang) -> None:
    """Say what was decided while reading."""
    said = [note.text(lang) for note in work.draft.notes]
    if work.draft.dropped_columns:
        names = ", ".join(work.draft.dropped_columns)
        said.append(t("importing.columns_personal", lang, names=names))
    if not said:
        return
    with st.expander(t("importing.notes", lang, count=len(said)), expanded=len(said) <= _NOTES):
        for line in said:
            st.markdown(f"- {writing.plain(line)}")
