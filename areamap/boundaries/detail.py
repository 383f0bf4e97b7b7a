"""
Levels of detail: a light topology of all areas, and what a province has beyond it.

Every level has the same arcs between the same ends; a finer one has more points between them. So
the browser puts a finer arc in the place of a coarser one, for both areas beside it at once, and
whatever it has of whichever province, no border opens or overlaps.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from areamap.boundaries import topology
from areamap.boundaries._arcs import Arcs, Bools, Ints, Rings, rings_on_grid, shared_arcs
from areamap.boundaries.packing import Document, packed, steps
from areamap.boundaries.simplify import TOLERANCE, Coverage, simpler
from areamap.places.levels import CODE_DIGITS, Level

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

LIGHT: Final = 0.005
"""Tolerance of the light topology in degrees (see `simplify`): below a pixel before `LEVELS`."""

LEVELS: Final = ((9.0, 0.001), (10.5, TOLERANCE))
"""Zoom of Leaflet from which a level of detail is wanted, and its tolerance in degrees."""

FINER: Final = 5
"""Steps of the grid of details in one of the light one; odd, so that nothing lies half-way."""

_REACH: Final = 2**32


@dataclass(frozen=True, slots=True)
class Detailed:
    """
    A topology in levels.

    Attributes
    ----------
    light
        The topology of all areas, packed (see `packing`).
    details
        For each of `LEVELS`, by the code of the province: `arcs`, the numbers of the arcs that
        have more points than at the level before, each as the step from the one before it;
        `points`, how many each has between its ends; `x` and `y`, these points, each as the step
        from the point before it, the first from 0, 0; `transform` as in TopoJSON. A province that
        has nothing more is not there.
    """

    light: Document
    details: tuple[dict[str, Document], ...]


@dataclass(frozen=True, slots=True)
class _Points:
    """
    The points of all arcs, one after another.

    Attributes
    ----------
    xy
        Places on the grid of details.
    starts
        Where each arc begins; one more entry than arcs.
    is_end
        Whether a point is the first or last of its arc.
    """

    xy: Ints
    starts: Ints
    is_end: Bools

    def counted(self, kept: Bools) -> Ints:
        """Return how many of the points of each arc are kept, ends left out."""
        counts: Ints = np.add.reduceat((kept & ~self.is_end).astype(np.int64), self.starts[:-1])
        return counts


def detailed(polygons: "GeoDataFrame", coverage: Coverage) -> Detailed:
    """
    Return areas as a light topology and the details of each province.

    Parameters
    ----------
    polygons
        As `topology.encode` takes them, simplified for the closest zoom.
    coverage
        How they fit together.

    Raises
    ------
    ValueError
        As `topology.encode` does.
    """
    codes, finest = topology.ordered(polygons)
    levels = [finest]
    for _, tolerance in reversed(LEVELS[:-1]):
        levels.append(simpler(levels[-1], tolerance, coverage))
    levels.append(simpler(levels[-1], LIGHT, coverage))
    for step in topology.GRID_STEPS:
        found = _on_grid(codes, levels[::-1], step)
        if found is not None:
            return found
    raise ValueError("an area is too small for any grid")


def _on_grid(codes: list[str], levels: list[topology.Geometries], step: float) -> Detailed | None:
    """Return the levels, lightest first, on a grid; None where an area vanishes on it."""
    rings = rings_on_grid(levels[-1], step / FINER)
    arcs = shared_arcs(rings)
    points = _points(arcs)
    kept = [points.is_end | _among(points.xy, level, step / FINER) for level in levels[:-1]]
    kept.append(np.ones(len(points.xy), dtype=bool))
    paths = _light_paths(points, kept[0])
    if not _all_enclose(rings, arcs, paths, len(codes)):
        return None
    light = topology.document(codes, rings, arcs, paths, step)
    origin = np.min([path.min(axis=0) for path in paths], axis=0) * FINER
    moved = _Points(points.xy - origin, points.starts, points.is_end)
    transform = light["transform"] | {"scale": [step / FINER, step / FINER]}
    of_province = _arcs_by_province(codes, rings, arcs)
    details = tuple(
        {
            province: {"transform": transform, **told}
            for province, told in _beyond(moved, of_province, pair).items()
        }
        for pair in pairwise(kept)
    )
    return Detailed(packed(light), details)


def _points(arcs: Arcs) -> _Points:
    sizes = np.array([len(path) for path in arcs.paths])
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    is_end = np.zeros(starts[-1], dtype=bool)
    is_end[starts[:-1]] = is_end[starts[1:] - 1] = True
    return _Points(np.vstack(arcs.paths), starts, is_end)


def _among(xy: Ints, polygons: topology.Geometries, step: float) -> Bools:
    """Return which places are vertices of polygons too."""
    vertices = np.rint(shapely.get_coordinates(polygons) / step).astype(np.int64)
    return np.isin(_key(xy), _key(vertices))


def _key(xy: Ints) -> NDArray[np.int64]:
    key: Ints = xy[:, 0] * _REACH + xy[:, 1]
    return key


def _light_paths(points: _Points, kept: Bools) -> list[Ints]:
    """Return the arcs of the points that are kept, on the light grid, none twice in a row."""
    xy = (points.xy + FINER // 2) // FINER
    chosen = np.flatnonzero(kept)
    place, is_end = xy[chosen], points.is_end[chosen]
    again = np.zeros(len(chosen), dtype=bool)
    again[1:] = (place[1:] == place[:-1]).all(axis=1)
    again[:-1] |= again[1:] & is_end[1:]
    rest = chosen[is_end | ~again]
    return np.split(xy[rest], np.searchsorted(rest, points.starts[1:-1]))


def _all_enclose(rings: Rings, arcs: Arcs, paths: list[Ints], areas: int) -> bool:
    """Return whether every area encloses something when it is made of these paths."""
    cross = [int((path[:-1, 0] * path[1:, 1] - path[1:, 0] * path[:-1, 1]).sum()) for path in paths]
    signed = np.array(cross)
    forward = arcs.references >= 0
    arc = np.where(forward, arcs.references, ~arcs.references)
    area = np.repeat(rings.area, np.diff(arcs.starts))
    enclosed = np.zeros(areas, dtype=np.int64)
    np.add.at(enclosed, area, np.where(forward, signed[arc], -signed[arc]))
    return bool((enclosed != 0).all())


def _arcs_by_province(codes: list[str], rings: Rings, arcs: Arcs) -> dict[str, Ints]:
    arc = np.where(arcs.references >= 0, arcs.references, ~arcs.references)
    digits = CODE_DIGITS[Level.PROVINCE]
    provinces, number = np.unique([code[:digits] for code in codes], return_inverse=True)
    owner = number[np.repeat(rings.area, np.diff(arcs.starts))]
    return {str(province): np.unique(arc[owner == i]) for i, province in enumerate(provinces)}


def _beyond(
    points: _Points, of_province: dict[str, Ints], kept: tuple[Bools, Bools]
) -> dict[str, dict[str, Any]]:
    """Return what provinces have at a level beyond the one before it (see `Detailed.details`)."""
    before, now = (points.counted(each) for each in kept)
    wanted = {province: mine[(now > before)[mine]] for province, mine in of_province.items()}
    return {
        province: _between_ends(points, mine, kept[1])
        for province, mine in wanted.items()
        if len(mine)
    }


def _between_ends(points: _Points, arcs: Ints, kept: Bools) -> dict[str, Any]:
    sizes = np.diff(points.starts)[arcs]
    first = np.repeat(points.starts[arcs] - (np.cumsum(sizes) - sizes), sizes)
    mine = first + np.arange(sizes.sum())
    mine = mine[(kept & ~points.is_end)[mine]]
    return {
        "arcs": np.diff(arcs, prepend=0).tolist(),
        "points": points.counted(kept)[arcs].tolist(),
        **steps(points.xy[mine]),
    }
