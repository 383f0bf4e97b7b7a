"""What is known about one place: everything on one page, in sentences that can be read aloud."""

from dataclasses import replace

import streamlit as st

from areamap.i18n import t
from areamap.ui import moments, scopes, shell, tambon_choice, tambon_data, tambon_map, tambon_said

lang = shell.configure()
page = tambon_choice.offer(lang, moments.day())
title = t("ui.page_tambon", lang) if page.code is None else tambon_choice.named(page.code, lang)
shell.head(title, lang)
tambon_choice.show(page)
scopes.breadcrumbs(replace(page.chosen, scope=page.code or page.chosen.scope), page.today)
if page.code is None:
    tambon_choice.nothing(page)
    st.stop()

found = tambon_data.profile(tambon_data.asked(page.today), page.code)
tambon_said.answer(found, lang)
left, right = st.columns([5, 4], gap="large")
with left:
    tambon_map.show(page, page.code)
    if len(found.funds) or len(found.money):
        # Plotly takes a moment to load, which a place without any years does not wait for.
        from areamap.ui import tambon_years

        tambon_years.show(found, lang)
with right:
    tambon_said.sentences(found, lang)
tambon_said.read_from(found, lang)
tambon_said.onward(found, lang)
