"""Polygons that can be drawn and measured: broken rings mended, everything else put aside."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

Geometries = NDArray[np.object_]

_AREAL: Final = [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON]
_COLLECTION: Final = shapely.GeometryType.GEOMETRYCOLLECTION


@dataclass(frozen=True, slots=True)
class Repaired:
    """
    Geometries after repair.

    Attributes
    ----------
    polygons
        Valid polygons and multipolygons, one per geometry; None where nothing was left of it.
    mended
        How many had rings that crossed or touched themselves.
    empty
        How many enclosed nothing, or were no polygons.
    """

    polygons: Geometries
    mended: int
    empty: int


def areal(geometries: Geometries) -> NDArray[np.bool_]:
    """Return which geometries are polygons or hold some."""
    kinds = shapely.get_type_id(geometries)
    return np.isin(kinds, [*_AREAL, _COLLECTION])


def repaired(geometries: Geometries) -> Repaired:
    """
    Return geometries as valid polygons.

    Parameters
    ----------
    geometries
        Any, one per feature; None where the feature has none.

    Returns
    -------
    Repaired
        Invalid ones mended so that what their rings enclose is kept (`make_valid`, method
        structure); lines and points that come out of it are dropped.
    """
    polygons = geometries.copy()
    polygons[~areal(polygons)] = None
    broken = ~shapely.is_valid(polygons) & ~shapely.is_missing(polygons)
    polygons[broken] = shapely.make_valid(
        polygons[broken], method="structure", keep_collapsed=False
    )
    mixed = np.flatnonzero(shapely.get_type_id(polygons) == _COLLECTION)
    for place in mixed:
        polygons[place] = _polygons_of(polygons[place])
    polygons[shapely.is_empty(polygons) | (shapely.area(polygons) == 0)] = None
    return Repaired(polygons, int(broken.sum()), int(shapely.is_missing(polygons).sum()))


def _polygons_of(collection: shapely.GeometryCollection) -> shapely.Geometry:
    """Return what is areal in a collection as one geometry."""
    parts = shapely.get_parts(shapely.get_parts(collection))
    return shapely.union_all(parts[areal(parts)])
