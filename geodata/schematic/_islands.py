"""Which areas are islands of their own, and the cells they get."""

from dataclasses import dataclass

import numpy as np
import shapely

from geodata.schematic._grid import Cells, Grid, neighbours
from geodata.schematic._outline import WEB_MERCATOR


@dataclass(frozen=True)
class Island:
    """
    An island with cells of its own, apart from the mainland.

    Attributes
    ----------
    name
        As people call it.
    area_codes
        Districts (4 digits) or province (2 digits) that lie on it as a whole.
    lon, lat
        Its middle.
    """

    name: str
    area_codes: tuple[str, ...]
    lon: float
    lat: float


ISLANDS = (
    Island("Phuket", ("83",), 98.342, 7.975),
    Island("Ko Samui", ("8404",), 100.0, 9.507),
    Island("Ko Pha-ngan and Ko Tao", ("8405",), 100.033, 9.742),
    Island("Ko Chang", ("2307",), 102.34, 12.049),
    Island("Ko Kut", ("2306",), 102.569, 11.66),
    Island("Ko Yao", ("8202",), 98.581, 8.011),
    Island("Ko Si Chang", ("2008",), 100.81, 13.153),
)
"""Districts that lie wholly on islands. Ko Lanta and the rest are drawn with their mainland."""


def place_islands(
    grid: Grid, mainland: Cells, shores: list[shapely.Polygon], sizes: list[int]
) -> list[Cells]:
    """
    Return the cells of each of `ISLANDS`.

    An island takes the cells nearest to its shore, leaving a strait of one cell to the mainland
    and to the other islands, so it grows out to sea where its tambons need more room than it has.

    Parameters
    ----------
    grid, mainland
        The grid and its cells on the mainland.
    shores
        Islands of the outline (EPSG:3857).
    sizes
        How many cells each of `ISLANDS` needs.
    """
    land = {tuple(cell) for cell in mainland.tolist()}
    placed = []
    for island, size in zip(ISLANDS, sizes, strict=True):
        middle = shapely.Point(WEB_MERCATOR.transform(island.lon, island.lat))
        near = [shore for shore in shores if shore.distance(middle) < grid.radius]
        shore = near[0] if near else middle
        sea = grid.inside(shore.buffer(12 * grid.radius))
        free = [
            tuple(cell)
            for cell in sea.tolist()
            if tuple(cell) not in land and land.isdisjoint(neighbours(*cell))
        ]
        points = shapely.points(grid.middles(np.array(free)))
        off = shapely.distance(points, shore) + 0.5 * shapely.distance(points, middle)
        cells = _compact([free[i] for i in np.argsort(off, kind="stable")], size)
        land.update(cells)
        placed.append(np.array(cells))
    return placed


def _compact(ordered: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """Return the first cells of an order that hang together."""
    chosen = [ordered[0]]
    while len(chosen) < size:
        around = {cell for own in chosen for cell in neighbours(*own)}
        chosen.append(next(cell for cell in ordered if cell in around and cell not in chosen))
    return chosen
