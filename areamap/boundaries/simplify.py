"""
Polygons for the screen: fewer vertices, and still no gap and no overlap.

A border is simplified once for both its sides (`coverage_simplify`: Visvalingam and Whyatt 1993 on
the edges of a coverage), so neighbours stay neighbours and no area is lost.
"""

from enum import StrEnum
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

Geometries = NDArray[np.object_]

TOLERANCE: Final = 0.0003
"""Root of the area of a corner that is cut, in degrees: some 33 m. A pixel where one is closest."""

GAP_WIDTH: Final = 0.0002
"""Slivers narrower than this many degrees (some 20 m) are drawing errors, not land."""

MOST_CHANGE: Final = 0.01
"""Share of all land that cleaning may give to another area and still have cleaned it."""

ROUNDS: Final = 3
"""How often borders that do not fit are cleaned: doing so can uncover others next to them."""

LEAST_LEFT: Final = 0.5
"""Share of its land that every area must keep."""


class Coverage(StrEnum):
    """How well the polygons of a file fit together."""

    EXACT = "exact"
    CLEANED = "cleaned"
    SEPARATE = "separate"


def screen_polygons(
    polygons: Geometries, tolerance: float = TOLERANCE
) -> tuple[Geometries, Coverage]:
    """
    Return polygons simplified for the screen.

    Parameters
    ----------
    polygons
        Valid polygons in degrees, none missing or empty.
    tolerance
        Root of the area of a corner that is cut, in degrees.

    Returns
    -------
    polygons
        As many, in the same order, none empty. Neighbours share exact vertices unless `SEPARATE`.
    Coverage
        `EXACT` where the file's polygons share their borders exactly; `CLEANED` where overlaps
        and slivers between them had to be closed first; `SEPARATE` where they overlap too much
        for that and each was simplified alone, so that fine gaps can show.
    """
    fitting, coverage = _fitted(polygons)
    if fitting is not None:
        simple = shapely.coverage_simplify(fitting, tolerance)
        if shapely.is_valid(simple).all():
            return simple, coverage
    return _each_alone(polygons, tolerance), Coverage.SEPARATE


def simpler(polygons: Geometries, tolerance: float, coverage: Coverage) -> Geometries:
    """
    Return polygons of `screen_polygons` simplified further, each vertex one that they had.

    Parameters
    ----------
    polygons
        Polygons in degrees.
    tolerance
        Root of the area of a corner that is cut, in degrees.
    coverage
        How they fit together.
    """
    if coverage is Coverage.SEPARATE:
        return _each_alone(polygons, tolerance)
    simple: Geometries = shapely.coverage_simplify(polygons, tolerance)
    return simple


def _fitted(polygons: Geometries) -> tuple[Geometries | None, Coverage]:
    """
    Return polygons that share their borders exactly, and what it took; None where it failed.

    Only areas along a border that does not fit are cleaned: cleaning all of Thailand in full
    resolution takes minutes and gigabytes, cleaning a few takes milliseconds.
    """
    fitting = polygons
    for _ in range(ROUNDS):
        edges = shapely.coverage_invalid_edges(fitting, gap_width=GAP_WIDTH)
        loose = ~shapely.is_empty(edges)
        if not loose.any():
            break
        fitting = fitting.copy()
        fitting[loose] = shapely.coverage_clean(fitting[loose], gap_width=GAP_WIDTH)
    if fitting is polygons:
        return polygons, Coverage.EXACT
    if not _is_same(polygons, fitting):
        return None, Coverage.SEPARATE
    # A narrow inlet of the sea looks like a sliver, and cleaning rightly leaves it as it is.
    untouched = _moved(polygons, fitting) == 0 and shapely.coverage_is_valid(polygons)
    return fitting, Coverage.EXACT if untouched else Coverage.CLEANED


def _is_same(polygons: Geometries, cleaned: Geometries) -> bool:
    """Return whether cleaning worked, moved little land and took no area much of its own."""
    if shapely.is_empty(cleaned).any() or not shapely.coverage_is_valid(cleaned):
        return False
    kept = shapely.area(cleaned) >= LEAST_LEFT * shapely.area(polygons)
    return bool(kept.all()) and _moved(polygons, cleaned) <= MOST_CHANGE


def _moved(polygons: Geometries, cleaned: Geometries) -> float:
    """Return the share of all land that went from one area to another, or came from a gap."""
    before, after = shapely.area(polygons), shapely.area(cleaned)
    return float(np.abs(after - before).sum() / before.sum())


def _each_alone(polygons: Geometries, tolerance: float) -> Geometries:
    simple: Geometries = shapely.simplify(polygons, tolerance, preserve_topology=True)
    lost = shapely.is_empty(simple) | ~shapely.is_valid(simple)
    simple[lost] = polygons[lost]
    return simple
