"""Marking a finding as explained, with a note; an editor may, everyone sees who did."""

from typing import Any

import pandas as pd
import streamlit as st

from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.ui import access, home
from areamap.ui.access import Role
from areamap.ui.import_steps import writing


def told(line: dict[Any, Any], lang: Lang) -> None:
    """Show the explanation that a finding has, if any."""
    if not line["note"]:
        return
    day = format_date(pd.Timestamp(line["explained_at"]).tz_convert(None).date(), lang)
    st.caption(t("quality.explain_by", lang, by=writing.plain(line["explained_by"]), day=day))
    st.text(line["note"])


def show(key: str, line: dict[Any, Any], lang: Lang) -> None:
    """Offer to explain a finding, and to take an explanation back."""
    if not access.may(Role.EDITOR):
        st.caption(t("quality.editors_explain", lang))
        return
    field = f"explain_note_{key}"
    is_explained = bool(line["note"])
    with st.form(f"explain_{key}", border=False):
        st.text_area(
            t("quality.explain_note", lang),
            value=line["note"] or "",
            key=field,
            max_chars=1000,
            height=80,
        )
        st.form_submit_button(
            t("quality.explain_again" if is_explained else "quality.explain", lang),
            on_click=_explain,
            args=(key, field),
            type="primary",
            icon=":material/check:",
        )
    if is_explained:
        st.button(
            t("quality.withdraw", lang),
            key=f"withdraw_{key}",
            on_click=_withdraw,
            args=(key,),
            type="tertiary",
            icon=":material/undo:",
        )


def _explain(key: str, field: str) -> None:
    note = str(st.session_state.get(field, "")).strip()
    if not note:
        writing.say("warning", "quality.explain_needs_note")
        return
    explanations = home.workspace().store.explanations
    if writing.attempt(lambda by: explanations.explain(key, note, by)) is not None:
        writing.say("success", "quality.explain_said")


def _withdraw(key: str) -> None:
    explanations = home.workspace().store.explanations

    def job(by: str) -> bool:
        explanations.withdraw(key, by)
        return True

    if writing.attempt(job):
        writing.say("success", "quality.withdrawn_said")
