"""Distances on land: a way from Ranong to Trat leads around the Gulf, not across it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from geodata.schematic._grid import Cells, Grid

_STEPS = ((0, 1), (1, 0), (1, 1), (1, -1), (1, 2), (2, 1), (1, -2), (2, -1))
"""Ways from a square, half of them; sixteen directions leave an error below 3 %."""

_AT_A_TIME = 64


@dataclass(frozen=True)
class Land:
    """
    Small squares that fill some cells, about a dozen to the cell.

    Attributes
    ----------
    number
        Number of each square, by row and column; -1 for the sea, which frames the whole.
    points
        Middles of the squares on land (EPSG:3857), by number.
    step
        Side of a square (metres).
    """

    number: NDArray[np.int64]
    points: NDArray[np.float64]
    step: float

    @classmethod
    def of(cls, grid: Grid, cells: Cells) -> "Land":
        """Return the land that cells of a grid make."""
        step = grid.half_width / 2
        middles = grid.middles(cells)
        west, south = middles.min(axis=0) - 2 * grid.radius
        east, north = middles.max(axis=0) + 2 * grid.radius
        x, y = np.meshgrid(np.arange(west, east, step), np.arange(south, north, step))
        points = np.column_stack([x.ravel(), y.ravel()])
        known = set(map(tuple, cells.tolist()))
        on_land = np.array([tuple(cell) in known for cell in grid.cells_at(points).tolist()])
        number = np.where(on_land, np.cumsum(on_land) - 1, -1).reshape(x.shape)
        return cls(number, points[on_land], step)

    @property
    def _ways(self) -> sparse.csr_array:
        starts, ends, lengths = [], [], []
        for down, right in _STEPS:
            there = np.roll(self.number, (-down, -right), axis=(0, 1))
            both = (self.number >= 0) & (there >= 0)
            starts.append(self.number[both])
            ends.append(there[both])
            lengths.append(np.full(both.sum(), self.step * np.hypot(down, right)))
        ends_of_ways = (np.concatenate(starts), np.concatenate(ends))
        size = len(self.points)
        return sparse.coo_array((np.concatenate(lengths), ends_of_ways), shape=(size, size)).tocsr()

    def distances(
        self, places: NDArray[np.float64], seats: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return the way on land from each place (rows) to each seat (columns), in metres."""
        squares = cKDTree(self.points)
        ways, ends = self._ways, squares.query(places)[1]
        starts = squares.query(seats)[1]
        blocks = [
            csgraph.dijkstra(ways, directed=False, indices=starts[first : first + _AT_A_TIME])
            for first in range(0, len(starts), _AT_A_TIME)
        ]
        return np.concatenate([block[:, ends] for block in blocks]).T

    def neighbours(self, seats: NDArray[np.float64]) -> NDArray[np.bool_]:
        """
        Return which seats' territories touch, as a square table.

        A territory is the land that is nearer to its seat than to any other: the best guess of who
        is whose neighbour that positions alone allow.
        """
        taken: dict[int, int] = {}
        for seat, order in enumerate(cKDTree(self.points).query(seats, k=30)[1].tolist()):
            taken[next(square for square in order if square not in taken)] = seat
        _, _, nearest = csgraph.dijkstra(
            self._ways,
            directed=False,
            indices=list(taken),
            min_only=True,
            return_predecessors=True,
        )
        owner = np.append([taken[square] for square in nearest.tolist()], -1)[self.number]
        touch = np.zeros((len(seats), len(seats)), dtype=bool)
        for one, other in ((owner[:, :-1], owner[:, 1:]), (owner[:-1], owner[1:])):
            both = (one >= 0) & (other >= 0) & (one != other)
            touch[one[both], other[both]] = True
        return touch | touch.T
