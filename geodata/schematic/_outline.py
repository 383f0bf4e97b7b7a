"""The outline of Thailand, in Web Mercator."""

import json
import sqlite3
import zlib
from importlib.resources import files

import numpy as np
import shapely
from pyproj import Transformer

WEB_MERCATOR = Transformer.from_crs(4326, 3857, always_xy=True)


def outline() -> tuple[shapely.Polygon, list[shapely.Polygon]]:
    """
    Return the mainland and the islands of Thailand (EPSG:3857), the largest island first.

    Natural Earth 1:10m, from `pyworldatlas-mapdata-standard` (CC0).
    """
    database = files("pyworldatlas_mapdata_standard").joinpath("data/maps.sqlite3")
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        (payload,) = connection.execute(
            "SELECT payload FROM country_map WHERE alpha2 = 'TH'"
        ).fetchone()
    parts = [
        shapely.make_valid(shapely.Polygon(_project(ring)), method="structure")
        for ring in json.loads(zlib.decompress(payload))["boundary"]
    ]
    mainland, *islands = sorted(parts, key=lambda part: -part.area)
    return mainland, islands


def _project(ring: list[list[float]]) -> np.ndarray:
    return np.column_stack(WEB_MERCATOR.transform(*np.asarray(ring).T))
