"""Where the data comes from, how each figure is made, and what the words mean."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import about, shell

lang = shell.configure()
shell.head(t("ui.page_about", lang), lang)
st.markdown(t("ui.about_intro", lang))

st.header(t("about.registers", lang), anchor=False)
about.show_registers(lang)
about.show_boundaries(lang)
st.header(t("ui.about_measures", lang), anchor="formulas")
about.show_formulas(lang)
st.header(t("ui.about_terms", lang), anchor="terms")
about.show_terms(lang)
st.header(t("ui.about_sources", lang), anchor="sources")
about.show_sources(lang)
