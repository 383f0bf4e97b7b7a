"""What the page of clusters shows, kept by the publications that it was read from."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.direction import clusters
from areamap.direction.clusters import Measure
from areamap.i18n import Lang
from areamap.places.levels import Level
from areamap.ui import loaders
from areamap.ui.home import workspace
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from pandas import DataFrame, Series


YEARS: Final = 6
"""How many moments the trend of coverage has."""


@st.cache_data(max_entries=96, show_spinner=False)
def compared(
    key: Asked, measure: Measure, by: Level, basis: str, scope: str, year: int | None
) -> "DataFrame":
    """Return the areas of a level; see `direction.clusters.compared`."""
    return clusters.compared(
        loaders.snapshot(key), measure, by, basis=basis, within=scope, fiscal_year=year
    )


@st.cache_data(max_entries=32, show_spinner=False)
def whole(key: Asked, measure: Measure, basis: str, year: int | None) -> "Series":
    """Return the whole country; see `direction.clusters.whole`."""
    return clusters.whole(loaders.snapshot(key), measure, basis=basis, fiscal_year=year)


@st.cache_data(max_entries=16, show_spinner=False)
def placed(key: Asked, by: Level, parts: Level) -> "Series":
    """Return which area each part lies in; see `direction.clusters.placed`."""
    return clusters.placed(loaders.snapshot(key), by, parts)


@st.cache_data(max_entries=32, show_spinner=False)
def paid_by_year(key: Asked, measure: Measure, by: Level, scope: str) -> "DataFrame":
    """Return baht by fiscal year; see `direction.clusters.paid_by_year`."""
    return clusters.paid_by_year(loaders.snapshot(key), measure, by, scope)


@st.cache_resource(show_spinner=False)
def cells() -> "DataFrame":
    """Return the cell of each tambon in the grid of hexagons."""
    from areamap.boundaries import schematic  # noqa: PLC0415 - geopandas loads when it is needed

    return schematic.layout()


def aims(key: Asked, theme: str, basis: str, by: Level) -> "DataFrame":
    """Return what each area aims at; see `direction.clusters.targets`."""
    sample = loaders.snapshot(key).is_sample
    found = workspace().direction.publication("target", sample=sample)
    return _aims(key, theme, basis, by, None if found is None else found.id)


@st.cache_data(max_entries=16, show_spinner=False)
def _aims(key: Asked, theme: str, basis: str, by: Level, publication: int | None) -> "DataFrame":
    # Targets are no part of a theme, so that their publication is not among those of the key.
    del publication
    found = loaders.snapshot(key)
    rows = workspace().direction.rows("target", sample=found.is_sample)
    return clusters.targets(rows, theme, basis, clusters.placed(found, by, Level.PROVINCE))


def names(found: "DataFrame", lang: Lang) -> dict[str, str]:
    """Return the names of areas in a language, by code."""
    named = found[f"name_{lang}"].fillna(found["name_th"])
    return {str(code): str(name) for code, name in named.items()}
