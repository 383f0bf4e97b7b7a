"""
Polygons for the browser: TopoJSON in which a border between two areas is one arc.

The browser draws the borders of districts and provinces as the arcs between areas whose codes
differ in the first four or two digits; that needs each shared edge to be stored once.
"""

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from areamap.boundaries._arcs import Arcs, Ints, Rings, rings_on_grid, shared_arcs, twice_enclosed

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Geometries = NDArray[np.object_]

GRID_STEPS: Final = (1e-4, 1e-5, 1e-6, 1e-7)
"""Widths of the grid in degrees, coarsest first: 11 m, then finer where an area would vanish."""


def encode(polygons: "GeoDataFrame") -> bytes:
    """
    Return polygons as TopoJSON with shared edges as shared arcs.

    Parameters
    ----------
    polygons
        One row per area, indexed by `area_code`; polygons or multipolygons in EPSG:4326, none
        missing or empty. Neighbours share exact vertices where their border is to be one arc.

    Returns
    -------
    bytes
        UTF-8 JSON of a `Topology` with one object `areas`, its geometries sorted by code, each
        with `id` = `area_code`. Coordinates are whole steps of a grid (see `transform`). The
        same polygons always give the same bytes.

    Raises
    ------
    ValueError
        An area code occurs twice, or a geometry is missing, empty or not a polygon.
    """
    return as_json(topojson(polygons))


def topojson(polygons: "GeoDataFrame") -> dict[str, Any]:
    """Return what `encode` writes, as JSON can carry it."""
    codes, geometries = ordered(polygons)
    step, rings = _coarsest_that_keeps_all(geometries)
    arcs = shared_arcs(rings)
    return document(codes, rings, arcs, arcs.paths, step)


def document(
    codes: list[str], rings: Rings, arcs: Arcs, paths: list[Ints], step: float
) -> dict[str, Any]:
    """
    Return a topology as TopoJSON (see `encode`).

    Parameters
    ----------
    codes
        Id of each area, in the order of `rings.area`.
    rings, arcs
        How the areas are put together.
    paths
        Points of each arc in steps of the grid: those of `arcs`, or fewer between the same ends.
    step
        Width of the grid of `paths` in degrees.
    """
    origin = np.min([path.min(axis=0) for path in paths], axis=0)
    return {
        "type": "Topology",
        "transform": {
            "scale": [step, step],
            "translate": [round(float(value) * step, 7) for value in origin],
        },
        "objects": {
            "areas": {"type": "GeometryCollection", "geometries": _geometries(codes, rings, arcs)}
        },
        "arcs": [_deltas(path - origin) for path in paths],
    }


def as_json(told: dict[str, Any]) -> bytes:
    """Return what JSON can carry in as few bytes as it can be said."""
    return json.dumps(told, separators=(",", ":")).encode()


def ordered(polygons: "GeoDataFrame") -> tuple[list[str], Geometries]:
    """
    Return the codes of areas and their polygons, sorted by code, rings in one direction.

    Raises
    ------
    ValueError
        An area code occurs twice, or a geometry is missing, empty or not a polygon.
    """
    by_code = polygons.sort_index()
    codes = [str(code) for code in by_code.index]
    return codes, shapely.orient_polygons(shapely.force_2d(_checked(codes, by_code)))


def _checked(codes: list[str], polygons: "GeoDataFrame") -> Geometries:
    geometries: Geometries = np.asarray(polygons.geometry.array)
    if len(set(codes)) != len(codes):
        raise ValueError("an area code occurs twice")
    kinds = shapely.get_type_id(geometries)
    polygonal = np.isin(kinds, [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON])
    if not len(codes) or not polygonal.all() or shapely.is_empty(geometries).any():
        raise ValueError("every area needs a polygon")
    return geometries


def _coarsest_that_keeps_all(geometries: Geometries) -> tuple[float, Rings]:
    """Return the widest grid on which every area still encloses something, and its rings."""
    for step in GRID_STEPS:
        rings = rings_on_grid(geometries, step)
        enclosed = np.bincount(rings.area, twice_enclosed(rings), minlength=len(geometries))
        if (enclosed > 0).all():
            return step, rings
    raise ValueError("an area is too small for any grid")


def _geometries(codes: list[str], rings: Rings, arcs: Arcs) -> list[dict[str, Any]]:
    """Return one TopoJSON geometry per area: rings grouped into parts, parts into areas."""
    references = arcs.references.tolist()
    bounds = arcs.starts.tolist()
    parts: list[dict[int, list[list[int]]]] = [{} for _ in codes]
    for ring, (area, part) in enumerate(zip(rings.area.tolist(), rings.part.tolist(), strict=True)):
        members = references[bounds[ring] : bounds[ring + 1]]
        parts[area].setdefault(part, []).append(members)
    return [
        _geometry(code, list(of_area.values())) for code, of_area in zip(codes, parts, strict=True)
    ]


def _geometry(code: str, parts: list[list[list[int]]]) -> dict[str, Any]:
    if len(parts) == 1:
        return {"type": "Polygon", "arcs": parts[0], "id": code}
    return {"type": "MultiPolygon", "arcs": parts, "id": code}


def _deltas(path: Ints) -> list[list[int]]:
    """Return a path as its first point and the steps from point to point."""
    steps: list[list[int]] = np.diff(path, axis=0, prepend=0).tolist()
    return steps
