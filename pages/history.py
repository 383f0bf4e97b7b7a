"""Every publication there ever was: who, when, from what; what differs; and the way back."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import access, history_differences, history_list, history_publication, shell
from areamap.ui.import_steps import address, writing

lang = shell.configure()
shell.head(t("ui.page_history", lang), lang)
access.require(access.Role.VIEWER, lang)
writing.show_said(lang)
number = address.number(history_list.PUBLICATION)
if number is None:
    history_list.show(lang)
    st.stop()

publication = history_publication.open_one(number, lang)
history_publication.show(publication, lang)
history_differences.show(publication, lang)
