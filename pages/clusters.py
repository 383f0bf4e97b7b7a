"""How do clusters and provinces compare: which has most, how far apart, what lies inside."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    chart,
    clusters_charts,
    clusters_choice,
    clusters_maps,
    clusters_words,
    moments,
    picked,
    scopes,
    shell,
    source,
)

lang = shell.configure()
compared = clusters_choice.offer(lang, moments.day())
shell.head(f"{t('ui.page_clusters', lang)} · {compared.place.label(lang)}", lang)
clusters_choice.show(compared)
source.missing(compared.key, compared.chosen)
scopes.breadcrumbs(compared.chosen, compared.key.as_of)
if compared.by is None:
    clusters_words.nothing_below(compared)
    st.stop()

shown = clusters_words.gather(compared)
clusters_words.show(shown)
chart.show(
    chart.kept("ranking", shown.key, lambda: clusters_charts.ranking(shown)),
    name="ranking",
    lang=lang,
    pick=picked.toggling(clusters_choice.AT),
)
clusters_maps.show(shown)
spread = chart.kept("spread", shown.key, lambda: clusters_charts.spread(shown))
if spread is not None:
    chart.show(spread, name="spread", lang=lang, pick=picked.toggling(clusters_choice.AT))
trend = chart.kept("trend", shown.key, lambda: clusters_charts.trend(shown))
chart.show(trend, name="trend", lang=lang)
source.show(compared.key, compared.chosen, shown.inside)
