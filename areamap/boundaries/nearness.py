"""What lies near what on a map: middles and shared borders of its areas, without geopandas."""

import gzip
import json
from collections import defaultdict
from functools import lru_cache
from itertools import permutations
from math import sqrt
from pathlib import Path

import numpy as np
import pandas as pd
from pandas import DataFrame, Index

from areamap import settings
from areamap.boundaries.packing import arcs_by_area
from areamap.measures.nearness import Nearness

_AXES = ["x", "y", "z"]


@lru_cache(maxsize=2)
def borders(body: bytes) -> dict[str, frozenset[str]]:
    """
    Return the areas that share a border with each area; the same for all who ask.

    Parameters
    ----------
    body
        A topology as `BoundarySets.topology` gives it, in which a shared border is a shared arc.
    """
    areas = arcs_by_area(json.loads(gzip.decompress(body)))
    owners: dict[int, set[str]] = defaultdict(set)
    for code, arcs in areas.items():
        for arc in arcs:
            owners[arc].add(code)
    found: dict[str, set[str]] = {code: set() for code in areas}
    for both in owners.values():
        for one, other in permutations(both, 2):
            found[one].add(other)
    return {code: frozenset(others) for code, others in found.items()}


@lru_cache(maxsize=2)
def nearness(body: bytes, folder: Path | None) -> Nearness:
    """
    Return what lies near what on a map; the same for all who ask.

    Parameters
    ----------
    body
        Its topology.
    folder
        Folder of the version of the boundary set it is drawn from; None for the schematic map.
    """
    pairs = [(one, other) for one, around in borders(body).items() for other in sorted(around)]
    return Nearness(
        middles=_hexagons() if folder is None else _on_the_ball(folder),
        borders=DataFrame(pairs, columns=["one", "other"], dtype="str"),
        is_true=folder is not None,
    )


def _on_the_ball(folder: Path) -> DataFrame:
    """Return the middle (centroid) of each area of a boundary set as a point of the unit ball."""
    import shapely  # noqa: PLC0415 - a tenth of a second, only for who asks what is near

    from areamap.boundaries.outlines import outlines  # noqa: PLC0415 - the same

    polygons = outlines(folder)
    middles = shapely.centroid(polygons.to_numpy())
    lon, lat = np.radians(shapely.get_x(middles)), np.radians(shapely.get_y(middles))
    flat = np.cos(lat)
    points = np.column_stack([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)])
    return DataFrame(points, index=Index(polygons.index), columns=_AXES)


def _hexagons() -> DataFrame:
    """Return the middle of each hexagon in the plane of the schematic map, in radii of one."""
    layout = settings.geodata() / "schematic" / "layout.csv"
    cells = pd.read_csv(layout, dtype={"code": "str"}).set_index("code").sort_index()
    x = (2 * cells["column"] + (cells["row"] & 1)) * (sqrt(3) / 2)
    return DataFrame({"x": x, "y": 1.5 * cells["row"], "z": 0.0}).rename_axis("area_code")
