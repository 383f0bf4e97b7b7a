"""Small maps of hexagons, one for each tambon, as pictures that need no script."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

from pandas import DataFrame, Series

from areamap.draw.area_layer import Look

_HEXAGON: Final = "l1 1v2l-1 1-1-1v-2z"
"""From the northern corner, in half widths and half radii."""

_ROOM: Final = 2


def small_map(cells: DataFrame, placed: Series, palette: Sequence[Look]) -> str:
    """
    Return the tambons of one place as an SVG picture.

    Parameters
    ----------
    cells
        Cell of each tambon in the grid: `column` from the west, `row` from the north, as
        `boundaries.schematic.layout` gives them.
    placed
        Place in the palette of each tambon to draw.
    palette
        The looks; a mark becomes a pale fill with an edge, for a hatch can't be seen so small.
    """
    here = cells.loc[placed.index]
    x = (2 * here["column"] + (here["row"] & 1)).to_numpy()
    y = (3 * here["row"] - 2).to_numpy()
    numbers = placed.to_numpy()
    shapes = []
    for number in sorted(set(numbers.tolist())):
        own = numbers == number
        moves = "".join(
            f"M{column} {row}{_HEXAGON}" for column, row in zip(x[own], y[own], strict=True)
        )
        look = palette[number]
        edge = f' stroke="{look.ink}" stroke-width=".35"' if look.mark else ""
        shapes.append(f'<path fill="{look.fill}"{edge} d="{moves}"/>')
    left, right = int(x.min()) - _ROOM, int(x.max()) + _ROOM
    top, bottom = int(y.min()) - _ROOM, int(y.max()) + 4 + _ROOM
    wide = sqrt(3)
    box = f"{left * wide:.1f} {top} {(right - left) * wide:.1f} {bottom - top}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
        f'<g transform="scale({wide:.4f} 1)" stroke="#ffffff" stroke-width=".2">'
        f"{''.join(shapes)}</g></svg>"
    )
