"""Where is nobody: the areas without, who lives there, who near them can help, and who goes."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    gaps_back,
    gaps_choice,
    gaps_closed,
    gaps_list,
    gaps_map,
    gaps_shown,
    gaps_words,
    moments,
    shell,
    source,
)
from areamap.ui.import_steps import writing

lang = shell.configure()
page = gaps_choice.offer(lang, moments.day())
shell.head(f"{t(f'gaps.title_{page.chosen.theme}', lang)} · {page.place.label(lang)}", lang)
with st.container(key="said"):
    # Always there, so that what stands below keeps its place, and what is typed in it stays.
    writing.show_said(lang)
gaps_choice.show(page)
source.missing(page.key, page.chosen)
shown = gaps_shown.gather(page)
gaps_words.answer(shown)
gaps_words.chips(shown)
left, right = st.columns([11, 9], gap="medium")
with left:
    gaps_map.show(shown)
with right:
    if len(shown.picked) == 1:
        gaps_words.one(shown, shown.picked[0])
    else:
        gaps_list.show(shown)
gaps_list.table(shown)
gaps_closed.unknown(shown)
left, right = st.columns(2, gap="large")
with left:
    gaps_closed.show(shown)
with right:
    gaps_back.show(page)
