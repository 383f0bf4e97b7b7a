"""Who does what where: one area, every work line; who is at them; what was agreed until when."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    chart,
    lines_agreements,
    lines_charts,
    lines_choice,
    lines_map,
    lines_matrix,
    lines_words,
    moments,
    picked,
    scopes,
    shell,
    source,
)

lang = shell.configure()
shown = lines_choice.offer(lang, moments.day())
shell.head(f"{t('ui.page_work_lines', lang)} · {shown.offered.place.label(lang)}", lang)
lines_choice.show(shown)
source.missing(shown.key, shown.chosen)
lines_words.missing(shown)
scopes.breadcrumbs(shown.chosen, shown.key.as_of)
lines_words.show(shown)
matrix = chart.kept("matrix", shown.cache_key, lambda: lines_matrix.matrix(shown))
chart.show(matrix, name="matrix", lang=lang, beside=False, pick=lines_choice.pick)
left, right = st.columns([3, 2], gap="medium")
with left:
    lines_map.show(shown)
with right:
    if not lines_words.is_one(shown):
        index = chart.kept("index", shown.cache_key, lambda: lines_charts.index(shown))
        chart.show(index, name="index", lang=lang, beside=False)
    lines_words.definition(shown)
presence = chart.kept("presence", shown.cache_key, lambda: lines_charts.presence(shown))
chart.show(presence, name="presence", lang=lang, pick=picked.toggling(lines_choice.AGENCY))
if shown.agency is None and not lines_words.is_one(shown):
    pairs = chart.kept("pairs", shown.cache_key, lambda: lines_charts.pairs(shown))
    chart.show(pairs, name="pairs", lang=lang)
lines_agreements.show(shown)
lines_words.onward(shown)
lines_words.sources(shown)
