"""The grid of equal hexagons: which cells make the mainland, which an island."""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
import shapely
from numpy.typing import NDArray

Cells = NDArray[np.int64]
"""One row per cell: column, row."""


@dataclass(frozen=True)
class Grid:
    """
    A grid of hexagons with a corner up, every other row shifted half a cell to the east.

    Attributes
    ----------
    west, north
        Middle of the cell of column 0, row 0 (EPSG:3857, metres). Rows count southwards.
    radius
        From the middle to a corner (EPSG:3857, metres).
    """

    west: float
    north: float
    radius: float

    @property
    def half_width(self) -> float:
        """Half the distance between the middles of neighbours."""
        return self.radius * sqrt(3) / 2

    def middles(self, cells: Cells) -> NDArray[np.float64]:
        """Return the middles of cells as x, y (EPSG:3857)."""
        column, row = cells.T
        x = self.west + (2 * column + (row & 1)) * self.half_width
        return np.column_stack([x, self.north - row * 1.5 * self.radius])

    def cells_at(self, points: NDArray[np.float64]) -> Cells:
        """Return the cell in which each point lies."""
        south = (self.north - points[:, 1]) / (1.5 * self.radius)
        best = np.zeros((len(points), 2), dtype=np.int64)
        best_distance = np.full(len(points), np.inf)
        for step in (0, 1):
            row = np.floor(south).astype(np.int64) + step
            east = (points[:, 0] - self.west) / self.half_width
            cells = np.column_stack([np.rint((east - (row & 1)) / 2).astype(np.int64), row])
            distance = np.linalg.norm(self.middles(cells) - points, axis=1)
            nearer = distance < best_distance
            best[nearer], best_distance[nearer] = cells[nearer], distance[nearer]
        return best

    def inside(self, area: shapely.Geometry) -> Cells:
        """Return the cells whose middle lies inside an area, from the north-west by rows."""
        west, south, east, north = area.bounds
        first, last = self.cells_at(np.array([[west, north], [east, south]]))
        first, last = first - 1, last + 2
        columns, rows = np.meshgrid(np.arange(first[0], last[0]), np.arange(first[1], last[1]))
        cells = np.column_stack([columns.ravel(), rows.ravel()])
        is_inside: NDArray[np.bool_] = shapely.contains_xy(area, *self.middles(cells).T)
        return cells[is_inside]


@dataclass(frozen=True)
class Patch:
    """
    Cells and who touches whom.

    Attributes
    ----------
    cells
        Column and row of each cell.
    """

    cells: Cells

    @cached_property
    def ring(self) -> NDArray[np.int64]:
        """For each cell its six neighbours in turn, by place in `cells`; -1 where there is none."""
        place = {(c, r): i for i, (c, r) in enumerate(self.cells.tolist())}
        return np.array(
            [[place.get(cell, -1) for cell in neighbours(c, r)] for c, r in self.cells.tolist()],
            dtype=np.int64,
        ).reshape(-1, 6)


def neighbours(column: int, row: int) -> list[tuple[int, int]]:
    """Return the six cells around a cell, clockwise from the east."""
    shift = row & 1
    return [
        (column + 1, row),
        (column + shift, row + 1),
        (column + shift - 1, row + 1),
        (column - 1, row),
        (column + shift - 1, row - 1),
        (column + shift, row - 1),
    ]


def components(ring: NDArray[np.int64], members: list[int]) -> list[list[int]]:
    """Return the connected pieces of some cells, the largest first."""
    left, pieces = dict.fromkeys(members), []
    while left:
        piece = [next(iter(left))]
        del left[piece[0]]
        for cell in piece:
            for other in ring[cell].tolist():
                if other in left:
                    del left[other]
                    piece.append(other)
        pieces.append(piece)
    return sorted(pieces, key=len, reverse=True)


def fit(mainland: shapely.Geometry, count: int) -> tuple[Grid, Cells]:
    """
    Return the grid of which exactly `count` cells have their middle on the mainland.

    Of several positions of the grid the one is taken whose cells are in one piece and have the
    most neighbours, so that the narrow peninsula is as little broken as can be.
    """
    best, best_score = None, -1
    start = sqrt(mainland.area / count / (1.5 * sqrt(3)))
    west, _, _, north = mainland.bounds
    for shift in np.ndindex(4, 4):
        low, high = start * 0.98, start * 1.02
        for _ in range(40):
            radius = (low + high) / 2
            grid = Grid(
                west + shift[0] / 4 * radius * sqrt(3), north - shift[1] / 4 * radius * 3, radius
            )
            cells = grid.inside(mainland)
            if len(cells) == count:
                break
            low, high = (radius, high) if len(cells) > count else (low, radius)
        if len(cells) != count:
            continue
        ring = Patch(cells).ring
        if len(components(ring, list(range(count)))) == 1 and (ring >= 0).sum() > best_score:
            best, best_score = (grid, cells), int((ring >= 0).sum())
    if best is None:
        raise ArithmeticError(f"no grid has exactly {count} cells in one piece")
    return best
