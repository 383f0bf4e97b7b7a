"""
Our map alone on a page, with a selectbox for the theme, as the usual way has it beside it.

Run by `bench/map_server.py`. The themes, the measures and the map are those of the product; only
the rest of its page is left out. `BENCH_KIND` names the map: true or schematic.
"""

import os
from datetime import date
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from areamap.ui import class_picker, live_map, loaders, theme_views
from areamap.ui.choices import Choices

if TYPE_CHECKING:
    from areamap.boundary_sets import MapKind

THEMES: Final = ("council", "fund", "housing", "budget")

st.set_page_config(layout="wide")
left, right = st.columns([1, 4])
theme = left.selectbox("Theme", THEMES)
kind = cast("MapKind", os.environ["BENCH_KIND"])
chosen = Choices("th", "TH", theme, "tambon", None, kind)
inside = loaders.tambons(chosen.scope, date.today())  # noqa: DTZ011 - as the product's own page
with right:
    view = theme_views.view(loaders.asked(theme, None), chosen, inside, class_picker.offer(chosen))
    live_map.show(view)
