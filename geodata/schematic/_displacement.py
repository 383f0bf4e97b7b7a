"""How far the layout moves people from where they live."""

import numpy as np
import pandas as pd
from pyproj import Geod, Transformer

from geodata.schematic._grid import Grid

_EARTH = Geod(ellps="WGS84")
_TO_DEGREES = Transformer.from_crs(3857, 4326, always_xy=True)
_COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def displacement(layout: pd.DataFrame, grid: Grid, positions: pd.DataFrame) -> pd.DataFrame:
    """
    Return by province how far cells lie from the places that they stand for.

    Measured on the ground from the position of a tambon's district, the finest that is known, to
    the middle of its cell.

    Parameters
    ----------
    layout
        Indexed by tambon code: `column`, `row`.
    grid
        The grid of the layout.
    positions
        Indexed by district code: `lon`, `lat`.

    Returns
    -------
    displacement
        Indexed by province code: `tambons` (count), `median_km`, `max_km` over its tambons,
        `middle_km` and `towards` (one of eight points of the compass) for its middle as a whole.
    """
    here = positions.loc[layout.index.str[:4], ["lon", "lat"]].to_numpy()
    there = _degrees(grid.middles(layout[["column", "row"]].to_numpy()))
    by_tambon = pd.DataFrame(
        np.column_stack([here, there]), columns=["lon", "lat", "cell_lon", "cell_lat"]
    )
    by_tambon["km"] = _EARTH.inv(*here.T, *there.T)[2] / 1000
    provinces = by_tambon.groupby(layout.index.str[:2].to_numpy())
    middle = provinces[["lon", "lat", "cell_lon", "cell_lat"]].mean()
    azimuth, _, metres = _EARTH.inv(*middle.to_numpy().T)
    return pd.DataFrame(
        {
            "tambons": provinces.size(),
            "median_km": provinces["km"].median().round(1),
            "max_km": provinces["km"].max().round(1),
            "middle_km": np.round(np.asarray(metres) / 1000, 1),
            "towards": [_COMPASS[round(angle / 45) % 8] for angle in azimuth],
        }
    ).rename_axis("province_code")


def _degrees(middles: np.ndarray) -> np.ndarray:
    return np.column_stack(_TO_DEGREES.transform(*middles.T))
