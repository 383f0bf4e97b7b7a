"""Where the data comes from, how each figure is made, and what the words mean."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import about, shell

lang = shell.configure()
shell.head(t("ui.page_about", lang), lang)
st.markdown(t("ui.about_intro", lang))

left, right = st.columns(2, gap="large")
with left:
    st.header(t("ui.about_measures", lang), anchor=False)
    about.show_entries("measure", about.MEASURES, lang)
with right:
    st.header(t("ui.about_terms", lang), anchor=False)
    about.show_entries("term", about.TERMS, lang)
st.header(t("ui.about_sources", lang), anchor=False)
about.show_sources(lang)
