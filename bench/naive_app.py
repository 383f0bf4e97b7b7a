"""
The usual way: every tambon inline in a `folium.Choropleth`, shown by `st_folium` as it comes.

Run by Streamlit. Two things are not as they come, both to this app's advantage: Leaflet comes from
a machine as near as the app, and neither tiles nor folium's legend are drawn, since both are
fetched from other hosts. `BENCH_AREAS` names the file of areas, `BENCH_LEAFLET` where Leaflet is.
"""

import os
from typing import Any, Final

import folium
import geopandas as gpd
import numpy as np
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

THEMES: Final = ("council", "fund", "housing", "budget")


@st.cache_data
def areas() -> gpd.GeoDataFrame:
    """Return the areas of the file, read once."""
    return gpd.read_file(os.environ["BENCH_AREAS"], encoding="utf-8")


@st.cache_data
def figures(count: int) -> pd.DataFrame:
    """Return a number for each area and theme; which ones does not matter to the time they take."""
    drawn = np.random.default_rng(7).gamma(2.0, size=(count, len(THEMES)))
    return pd.DataFrame(drawn, columns=list(THEMES))


def choropleth(shapes: gpd.GeoDataFrame, theme: str) -> folium.Map:
    """Return the map of a theme."""
    code = shapes.columns[0]
    shown = folium.Map(location=(13.1, 101.5), zoom_start=5, tiles=None)
    coloured = folium.Choropleth(
        geo_data=shapes,
        data=figures(len(shapes)).assign(code=shapes[code]),
        columns=["code", theme],
        key_on=f"feature.properties.{code}",
        fill_color="YlGnBu",
    )
    # The legend asks another host for d3, and the map stays blank where that can't be had.
    for name in [name for name in coloured._children if name.startswith("color_map")]:  # noqa: SLF001 - folium has no other way
        del coloured._children[name]  # noqa: SLF001 - as above
    coloured.add_to(shown)
    return shown


def leaflet_from(address: str) -> None:
    """Let folium take Leaflet and jQuery from an address, and nothing from anywhere else."""
    maps: Any = folium.folium.Map
    maps.default_js = [(name, f"{address}/{name}.js") for name in ("leaflet", "jquery")]
    maps.default_css = [("leaflet_css", f"{address}/leaflet.css")]


leaflet_from(os.environ["BENCH_LEAFLET"])
st.set_page_config(layout="wide")
left, right = st.columns([1, 4])
chosen = left.selectbox("Theme", THEMES)
with right:
    st_folium(choropleth(areas(), chosen), width=900, height=560)
