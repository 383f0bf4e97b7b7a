"""Where did the money go, and what did it bring with it."""

from functools import partial

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    budget_charts,
    budget_data,
    budget_map,
    budget_words,
    chart,
    choices,
    moments,
    picked,
    scopes,
    shell,
    source,
)

lang = shell.configure()
offered = budget_data.offer(lang, moments.day())
shell.head(f"{t('ui.page_budget', lang)} · {offered.place.label(lang)}", lang)
budget_words.show_controls(offered)
shown = budget_data.gather(offered)
if shown is None:
    st.info(t("budget.nothing", lang))
    st.stop()

source.missing(shown.key, shown.chosen)
scopes.breadcrumbs(shown.chosen, shown.key.as_of)
budget_words.show(shown)
chart.show(budget_charts.of(shown, "flows"), name="flows", lang=lang, beside=False)
for name, column in zip(
    (budget_data.AGENCY, budget_data.LINE), st.columns(2, gap="medium"), strict=True
):
    with column:
        told = budget_charts.of(shown, name)
        chart.show(told, name=name, lang=lang, beside=False, pick=picked.toggling(name))
name = budget_data.PROGRAMME
chart.show(budget_charts.of(shown, name), name=name, lang=lang, pick=picked.toggling(name))
pick = picked.toggling(budget_data.AT)
chart.show(budget_charts.of(shown, "areas"), name="areas", lang=lang, pick=pick)
budget_map.show(shown)
years = budget_charts.of(shown, "years")
chart.show(years, name="years", lang=lang, pick=partial(choices.choose, choices.YEAR))
chart.show(budget_charts.of(shown, "plan"), name="plan", lang=lang)
source.show(shown.key, shown.chosen, shown.inside)
