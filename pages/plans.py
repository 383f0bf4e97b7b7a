"""Are we on course: targets with the pace needed and the present, plans that hold or are late."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    chart,
    moments,
    picked,
    plans_charts,
    plans_choice,
    plans_data,
    plans_lists,
    plans_map,
    plans_words,
    scopes,
    shell,
)

lang = shell.configure()
shown = plans_choice.offer(lang, moments.day())
shell.head(f"{t('ui.page_plans', lang)} · {shown.offered.place.label(lang)}", lang)
plans_choice.show(shown)
plans_words.missing(shown)
scopes.breadcrumbs(shown.chosen, shown.key.as_of)
plans_words.show(shown)
progress = chart.kept("progress", shown.cache_key, lambda: plans_charts.progress(shown))
chart.show(progress, name="progress", lang=lang, pick=picked.toggling(plans_choice.TARGET))
number = shown.target
if number is None:
    number = plans_charts.first(plans_data.targets(shown.key, shown.scope))
if number is not None:
    drawn = number
    way = chart.kept("course", shown.cache_key, lambda: plans_charts.course(shown, drawn))
    chart.show(way, name="course", lang=lang)
    plans_words.worked(shown, number)
if plans_data.publication(shown.key, plans_data.PLAN) is not None:
    coverage = chart.kept("plans", shown.cache_key, lambda: plans_charts.coverage(shown))
    if coverage is not None:
        pick = picked.toggling(plans_choice.AT)
        chart.show(coverage, name="coverage", lang=lang, beside=False, pick=pick)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        plans_map.show(shown)
    with right:
        plans_lists.without(shown)
    plans_lists.show(shown)
plans_words.onward(shown)
plans_words.sources(shown)
