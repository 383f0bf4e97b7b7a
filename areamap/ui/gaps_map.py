"""The map of the gaps: outlined, and marked where somebody was sent."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import streamlit as st

from areamap.draw.area_layer import Look
from areamap.i18n import t
from areamap.ui import home, live_map, loaders, map_view, scopes, source

if TYPE_CHECKING:
    from areamap.draw.area_layer import View
    from areamap.ui.gaps_shown import Shown

_SENT: Final = Look("#f2703d", mark="hatch", ink="#ffffff", weight=2.0, gap=True)
"""A gap to which somebody was sent: the colour of a gap, with lines across."""


def show(shown: "Shown") -> None:
    """Show the map, the way up and down, and where its figures come from."""
    page = shown.page
    chosen, lang = page.chosen, page.lang
    inside = loaders.tambons(chosen.scope, page.key.as_of)
    scopes.breadcrumbs(chosen, page.key.as_of)
    states = shown.gaps.states
    view = map_view.of(
        "gaps",
        shown.key,
        chosen,
        lambda: _marked(map_view.of_states(page.key, chosen, inside, states), shown),
    )
    heading = f"{t(f'gaps.title_{chosen.theme}', lang)} · {page.place.label(lang)}"
    told = source.line(page.key, chosen)
    live_map.show(replace(view, heading=heading, source=told, outlined=True))
    source.show(page.key, chosen, inside)
    if not len(shown.picked):
        st.caption(t("gaps.one_pick", lang))


def _marked(view: "View", shown: "Shown") -> "View":
    """Return the map with the gaps to which somebody was sent apart from the others."""
    sent = shown.gaps.found.index.intersection(shown.frame.index)
    if not len(sent):
        return view
    places = shown.gaps.places
    tambons = places.loc[places["area_code"].isin(sent), "tambon_code"]
    codes = home.topology(shown.page.chosen.map_kind)[1]
    is_gap = np.array([look.gap for look in view.palette])[view.classes.astype("int64")]
    here = codes.isin(tambons) & is_gap
    look = _SENT.named(t("gaps.look_sent", shown.page.lang), f"{len(sent):,}")
    classes = np.where(here, len(view.palette), view.classes)
    return replace(view, classes=classes, palette=(*view.palette, look))
