"""The places of tambons inside their district, which no package tells."""

from math import atan2, pi

import numpy as np
from numpy.typing import NDArray

from geodata.schematic._grid import Cells, Grid, Patch


def order_from_the_middle(grid: Grid, cells: Cells) -> NDArray[np.int64]:
    """
    Return the order in which a district's cells take its tambons by code.

    The first code is most often the seat's, so it stands in the middle; the others follow ring by
    ring, clockwise from the north, as numbers are dealt out around a town. A convention, not
    geography: inside a district the position of a hexagon says nothing.
    """
    middles = grid.middles(cells)
    start = int(np.linalg.norm(middles - middles.mean(axis=0), axis=1).argmin())
    rings = _steps_from(Patch(cells).ring.tolist(), start)

    def turn(cell: int) -> float:
        east, north = middles[cell] - middles[start]
        return round(atan2(east, north) % (2 * pi), 6)

    return np.array(sorted(range(len(cells)), key=lambda cell: (rings[cell], turn(cell))))


def _steps_from(ring: list[list[int]], start: int) -> dict[int, int]:
    steps, queue = {start: 0}, [start]
    for cell in queue:
        for other in ring[cell]:
            if other >= 0 and other not in steps:
                steps[other] = steps[cell] + 1
                queue.append(other)
    return steps
