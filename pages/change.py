"""What moved between two moments: gained, lost, corrected; by area, and why."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    change_charts,
    change_choice,
    change_views,
    change_words,
    chart,
    picked,
    scopes,
    shell,
    source,
)

lang = shell.configure()
compared = change_choice.offer(lang)
shell.head(f"{t('ui.page_change', lang)} · {compared.place.label(lang)}", lang)
change_choice.show(compared)
if compared.between is None:
    st.stop()
source.missing(compared.between.asked, compared.chosen)
scopes.breadcrumbs(compared.chosen, compared.between.second.day)
if not compared.editions:
    st.stop()

shown = change_words.gather(compared, compared.between)
change_words.show(shown)
change_views.show(shown)
areas = chart.kept("change", shown.cache_key, lambda: change_charts.areas(shown))
chart.show(areas, name="change", lang=lang, pick=picked.toggling(change_words.AT))
change_views.show_corrected(shown)
if compared.known == change_choice.DAYS:
    source.show(shown.between.asked, shown.chosen, shown.inside)
else:
    st.text(shown.source)
