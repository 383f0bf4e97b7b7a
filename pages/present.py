"""The area as a talk: slides from what is known, over the whole screen, without a network."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    present_choice,
    present_data,
    present_edit,
    present_kept,
    present_stage,
    shell,
)

lang = shell.configure()
if present_stage.is_presenter():
    present_stage.presenter(lang)
    st.stop()

chosen = present_choice.offer(lang)
if present_stage.is_on():
    present_stage.stage(present_data.talk(chosen).deck)
    st.stop()

place = chosen.places[chosen.scope].label(lang)
shell.head(f"{t('ui.page_present', lang)} · {place}", lang)
present_choice.show(chosen)
present_choice.begin(chosen)
# All that is known of a cluster takes a moment at first; what is asked can be changed meanwhile.
with st.spinner(t("present.making", lang)):
    made = present_data.talk(chosen)
present_stage.strip(made.deck)
left, right = st.columns([3, 2], gap="large")
with left:
    present_edit.order(made.offered, made.plan, lang)
with right:
    present_kept.show(chosen, made.plan)
    present_edit.own(made.plan, lang)
