"""Two maps of one area side by side, and what differs between their moments."""

from dataclasses import replace

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    class_picker,
    compare,
    differences,
    gap_list,
    live_map,
    loaders,
    moments,
    scopes,
    shell,
    source,
    subjects,
)

lang = shell.configure()
pair = compare.offer(lang, moments.day())
place = pair.place.label(lang)
inside = loaders.tambons(pair.chosen.scope, pair.right.key.as_of)
shell.head(f"{t('ui.page_compare', lang)} · {place}", lang)
classing = class_picker.offer(pair.classed.chosen)
compare.show_common(pair, classing)
scopes.breadcrumbs(pair.chosen, pair.right.key.as_of)

halves = (pair.left, pair.right)
for half, column, view in zip(
    halves, st.columns(2, gap="small"), compare.views(pair, inside, classing), strict=True
):
    with column:
        compare.show_half(half)
        title = f"{subjects.label(half.subject, lang)} · {place}"
        told = replace(view, heading=title, source=source.line(half.key, half.chosen))
        live_map.show(told, name=half.name, link=compare.LINK, place=compare.PLACE[half.name])
        source.missing(half.key, half.chosen)
        source.show(half.key, half.chosen, inside, name=f"source_{half.name}")

st.header(t("compare.difference", lang), anchor=False)
if reason := differences.why_not(pair):
    st.info(reason)
    st.stop()
found = differences.difference(pair, inside)
title = f"{subjects.label(pair.left.subject, lang)} · {place}"
left, right = st.columns([3, 2], gap="medium")
with left:
    lines = source.line(pair.right.key, pair.right.chosen)
    live_map.show(replace(found.view, heading=title, source=lines), name="difference", place="free")
with right:
    st.markdown(f"**{found.moments}**")
    st.markdown(found.said)
    if found.table.empty:
        st.success(t("compare.nothing", lang))
        st.stop()
    gap_list.show(
        found.table,
        title=t("compare.list", lang),
        about=(title, found.moments, lines),
        name=f"compare-{pair.left.subject}-{pair.chosen.scope}",
        lang=lang,
        question=pair.question,
    )
