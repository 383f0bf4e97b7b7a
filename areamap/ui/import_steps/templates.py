"""Workbooks to fill in, for who has no list yet."""

import streamlit as st

from areamap.briefs.template import template
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui.gap_list import XLSX


def show(lang: Lang) -> None:
    """Offer the workbook of a register."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="template"):
        register = st.selectbox(
            t("importing.register", lang),
            definitions.ids(),
            format_func=lambda each: definitions.load(each).label(lang),
            key="template_register",
            width=340,
        )
        st.download_button(
            t("importing.template", lang),
            lambda: template(definitions.load(register), lang),
            file_name=f"{register}.xlsx",
            mime=XLSX,
            icon=":material/download:",
            key="template_download",
            on_click="ignore",
        )
    st.caption(t("importing.template_help", lang))
