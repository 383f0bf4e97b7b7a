"""The area as a talk: slides from what is known, over the whole screen, without a network."""

import streamlit as st

from areamap.briefs import talk
from areamap.i18n import t
from areamap.ui import (
    chart,
    present_choice,
    present_data,
    present_deck,
    present_edit,
    present_kept,
    present_plan,
    present_stage,
    shell,
)

lang = shell.configure()
if present_stage.is_presenter():
    present_stage.presenter(lang)
    st.stop()

chosen = present_choice.offer(lang)
key = present_data.asked(chosen)
content = present_data.content(key, lang)
offered = talk.slides(content)
plan = present_plan.current(chosen.scope, offered, chosen.kept)
deck = chart.kept(
    "deck",
    (key, lang, chosen.kind, plan.slides, chosen.frozen),
    lambda: present_deck.deck(content, offered, plan, kind=chosen.kind, frozen=chosen.frozen),
)
if present_stage.is_on():
    present_stage.stage(deck)
    st.stop()

shell.head(f"{t('ui.page_present', lang)} · {content.place}", lang)
present_choice.show(chosen)
present_choice.begin(chosen)
present_stage.strip(deck)
left, right = st.columns([3, 2], gap="large")
with left:
    present_edit.order(offered, plan, lang)
with right:
    present_kept.show(chosen, plan)
    present_edit.own(plan, lang)
