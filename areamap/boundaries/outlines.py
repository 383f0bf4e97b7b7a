"""The polygons of a map on paper: those for the screen, without loading geopandas."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq
import shapely
from pandas import Index, Series

_SCREEN: Final = "screen.parquet"
"""As `versions` writes it, whose import takes half a second."""


@lru_cache(maxsize=2)
def outlines(folder: Path | None) -> Series:
    """
    Return the polygons of all areas of a map.

    Parameters
    ----------
    folder
        Folder of a version of a boundary set; None for the hexagons of the schematic map.

    Returns
    -------
    Series
        shapely polygons in EPSG:4326 by `area_code`, none missing. Shared by all callers, so not to
        be changed.
    """
    if folder is None:
        # Half a second to load, and only for who has no boundary set.
        from areamap.boundaries import schematic  # noqa: PLC0415

        hexagons = schematic.polygons()
        return Series(hexagons.geometry.to_numpy(), index=hexagons.index, dtype="object")
    kept = pq.read_table(folder / _SCREEN, columns=["area_code", "geometry"])
    codes = Index(kept["area_code"].to_pylist(), dtype="str", name="area_code")
    polygons = shapely.from_wkb(kept["geometry"].to_numpy())
    return Series(polygons, index=codes, dtype="object")
