"""The map of a tambon among its neighbours, and the ways to them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st
from pandas import Index

from areamap.i18n import t
from areamap.places import gazetteer
from areamap.ui import (
    choices,
    controls,
    home,
    live_map,
    loaders,
    map_view,
    source,
    subjects,
    tambon_choice,
)

if TYPE_CHECKING:
    from areamap.ui.choices import Choices
    from areamap.ui.tambon_choice import Chosen

MAP: Final = "tambon"
"""Name of the map on its page."""


def show(page: "Chosen", code: str) -> None:
    """Show the tambon with those that share a border with it, in the colours of a theme."""
    lang = page.lang
    _controls(page)
    near = around(code, page)
    if near is None:
        st.info(t("tambon.neighbours_none", lang))
        _elsewhere(page.chosen)
        return
    chosen = replace(page.chosen, scope=code)
    key = loaders.asked(subjects.register(chosen), chosen.year)
    inside = Index([code, *near])
    view = map_view.of_states(
        key, chosen, inside, loaders.states(key, chosen.basis).reindex(inside)
    )
    heading = f"{subjects.named(chosen, lang)} · {gazetteer.full_name(code, lang)}"
    marked = tuple(each for each in view.selected if each in inside and each != code)
    view = replace(view, selected=(code, *marked[-1:]), focus=f"{code}/{chosen.map_kind}/near")
    live_map.show(
        replace(view, heading=heading, source=source.line(key, chosen)), name=MAP, place="free"
    )
    picked = next(iter(marked[-1:]), None)
    if picked is not None:
        name = tambon_choice.named(picked, lang)
        tambon_choice.go_to(picked, t("tambon.to_profile", lang, place=name), "picked")
    with st.container(key="source_map"):
        st.text(source.line(key, chosen))
    st.markdown(f"**{t('tambon.neighbours', lang)}**")
    with st.container(horizontal=True, key="near"):
        for each in near:
            tambon_choice.go_to(each, gazetteer.name(each, lang), "near")


def _elsewhere(chosen: "Choices") -> None:
    """Offer the schematic map, which has every tambon, where the true one lacks this."""
    if chosen.map_kind == "true":
        st.button(
            t("tambon.see_schematic", chosen.lang),
            key="see_schematic",
            on_click=choices.choose,
            args=(choices.MAP, "schematic"),
            icon=":material/hexagon:",
        )


def around(code: str, page: "Chosen") -> list[str] | None:
    """Return the tambons that share a border with one; None where the map does not hold it."""
    kind = page.chosen.map_kind
    if code not in home.topology(kind)[1]:
        return None
    # The shared borders of the country take a moment, which the first page does not wait for.
    from areamap.ui import neighbours  # noqa: PLC0415

    return sorted(neighbours.touching(*home.workspace().boundaries.topology(kind))[code])


def _controls(page: "Chosen") -> None:
    lang = page.lang
    with st.container(horizontal=True, key="map_controls"):
        themes = {theme: t(f"ui.theme_{theme}", lang) for theme in subjects.STATED}
        controls.buttons(choices.THEME, themes, t("ui.theme", lang), is_labelled=False)
        kinds = {str(kind): t(f"ui.map_{kind}", lang) for kind in home.map_kinds()}
        controls.buttons(choices.MAP, kinds, t("ui.map", lang), is_labelled=False)
