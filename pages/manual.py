"""The manual of the staff: one section for each page, and what to do when something goes wrong."""

import streamlit as st

from areamap.i18n import DEFAULT_LANG, t
from areamap.ui import manual, shell

lang = shell.configure()
shell.head(t("ui.page_manual", lang), lang)
if lang != DEFAULT_LANG:
    st.caption(t("manual.in_thai", lang))
manual.show(lang)
