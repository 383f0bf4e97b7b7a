"""TopoJSON back to polygons: what the browser does, for the tests to compare with."""

import json

import geopandas as gpd
import numpy as np
import shapely


def decode(encoded):
    topology = json.loads(encoded)
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    paths = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]
    geometries = topology["objects"]["areas"]["geometries"]
    return gpd.GeoDataFrame(
        geometry=[_shape(geometry, paths) for geometry in geometries],
        index=[geometry["id"] for geometry in geometries],
        crs=4326,
    )


def _shape(geometry, paths):
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    polygons = [
        shapely.Polygon(_ring(part[0], paths), [_ring(hole, paths) for hole in part[1:]])
        for part in parts
    ]
    return polygons[0] if geometry["type"] == "Polygon" else shapely.MultiPolygon(polygons)


def _ring(references, paths):
    pieces = [paths[i] if i >= 0 else paths[~i][::-1] for i in references]
    for before, after in zip(pieces, pieces[1:] + pieces[:1], strict=True):
        assert (before[-1] == after[0]).all(), "arcs of a ring do not meet"
    return np.vstack([piece[:-1] for piece in pieces] + [pieces[-1][-1:]])
