"""The schematic map: one equal hexagon for each of today's tambons, near its true place."""

import tomllib
from functools import cache
from math import sqrt

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from areamap import settings

_CORNERS = np.array([(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)])
"""From the middle to each corner, in half widths and half radii, clockwise from the north."""


@cache
def layout() -> pd.DataFrame:
    """
    Return the cell of each tambon in the grid of hexagons.

    Computed once by `geodata/schematic/build.py`. Where inside its district a tambon stands is a
    convention; `docs/decisions/0003-schematic-hexagons.md` tells the rule.

    Returns
    -------
    layout
        Indexed by `area_code` (tambons, sorted), none missing: `column` from the west, `row` from
        the north (int64). Every other row is shifted half a cell to the east. Shared by all
        callers, so not to be changed.
    """
    table = pd.read_csv(settings.geodata() / "schematic" / "layout.csv", dtype={"code": str})
    return table.rename(columns={"code": "area_code"}).set_index("area_code").sort_index()


@cache
def polygons() -> gpd.GeoDataFrame:
    """
    Return the hexagon of each tambon.

    Returns
    -------
    polygons
        Indexed by `area_code` (tambons, sorted), none missing: `geometry` in EPSG:4326. Regular
        and equal in Web Mercator (EPSG:3857), so on a Leaflet screen; neighbours share their
        corners exactly, number for number. Shared by all callers, so not to be changed.
    """
    cells = layout()
    column, row = cells["column"].to_numpy(), cells["row"].to_numpy()
    # Corners lie on a lattice of whole numbers, so that equal corners are equal to the last bit.
    x_steps = (2 * column + (row & 1))[:, np.newaxis] + _CORNERS[:, 0]
    y_steps = (3 * row)[:, np.newaxis] + _CORNERS[:, 1]
    lon, lat = _lattice(x_steps, y_steps)
    return gpd.GeoDataFrame(
        geometry=shapely.polygons(np.stack([lon, lat], axis=-1)), index=cells.index, crs=4326
    )


def _lattice(x_steps: np.ndarray, y_steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the degrees of lattice points: steps of half a width east, half a radius south."""
    grid = tomllib.loads((settings.geodata() / "schematic" / "grid.toml").read_text("utf-8"))
    to_degrees = Transformer.from_crs(3857, 4326, always_xy=True)
    x_low, y_low = int(x_steps.min()), int(y_steps.min())
    x = grid["west"] + np.arange(x_low, x_steps.max() + 1) * (grid["radius"] * sqrt(3) / 2)
    y = grid["north"] - np.arange(y_low, y_steps.max() + 1) * (grid["radius"] / 2)
    lon, _ = to_degrees.transform(x, np.full_like(x, y[0]))
    _, lat = to_degrees.transform(np.full_like(y, x[0]), y)
    return lon[x_steps - x_low], lat[y_steps - y_low]
