"""Where councils, funds and houses are and where not, and where the money is: one area, one map."""

from dataclasses import replace

import streamlit as st

from areamap.ui import (
    class_picker,
    gap_list,
    live_map,
    loaders,
    map_view,
    moments,
    overview_answer,
    overview_next,
    overview_start,
    pickers,
    scopes,
    selection,
    shell,
    source,
    subjects,
    theme_page,
)

lang = shell.configure()
offered = pickers.offer(lang, moments.day())
chosen, place = offered.chosen, offered.place
key = loaders.asked(subjects.register(chosen), chosen.year)
inside = loaders.tambons(chosen.scope, key.as_of)
classing = class_picker.offer(chosen)
title = f"{subjects.named(chosen, lang)} · {place.label(lang)}"
# In one place, however much a theme has to say: else the map below is taken away and made anew.
with st.container():
    shell.head(title, lang)
    pickers.show(offered, beside=lambda: class_picker.show(chosen, classing))
    source.missing(key, chosen)
    overview_start.show(lang)
    told = theme_page.tell(key, chosen, inside, place.level, classing)
    overview_answer.show(key, chosen, place, told.money)
left, right = st.columns([2, 1], gap="medium")
with right:
    told.headline()
with left:
    scopes.breadcrumbs(chosen, key.as_of)
    live_map.show(replace(told.view, heading=title, source=source.line(key, chosen)))
    source.show(key, chosen, inside)
with right:
    selection.show(key, chosen, told.view, told.money)
    overview_next.show(key, chosen, place)
    gap_list.show(
        told.table,
        title=told.title,
        about=(place.label(lang), map_view.as_of_line(key, chosen)),
        name=f"{subjects.register(chosen)}-{chosen.scope}-{key.as_of}",
        lang=lang,
        unknown=told.unknown,
        question=(key, chosen),
    )
