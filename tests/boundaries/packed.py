"""Packed topologies back to TopoJSON: what the browser does, for the tests to compare with."""

from itertools import pairwise

import numpy as np

from areamap.boundaries.packing import codes_of


def unpack(told):
    """Return the TopoJSON of what `packing.packed` gave."""
    references, met = [], 0
    for step in told["arcs"]:
        references.append(~(met - step) if step > 0 else met + step)
        met += step == 0
    bounds = np.cumsum([0, *told["sizes"]])
    rings = [references[a:b] for a, b in pairwise(bounds)]
    paths = _paths(rings, told)
    first_ring, first_part, areas = 0, 0, []
    for code, count in zip(codes_of(told), told["parts"], strict=True):
        parts = []
        for size in told["rings"][first_part : first_part + count]:
            parts.append(rings[first_ring : first_ring + size])
            first_ring += size
        first_part += count
        kind = "Polygon" if count == 1 else "MultiPolygon"
        areas.append({"type": kind, "arcs": parts[0] if count == 1 else parts, "id": code})
    return {
        "type": "Topology",
        "transform": told["transform"],
        "objects": {"areas": {"type": "GeometryCollection", "geometries": areas}},
        "arcs": [np.diff(path, axis=0, prepend=0).tolist() for path in paths],
    }


def with_details(told, details):
    """Return a packed topology as TopoJSON, with some details in the place of its arcs."""
    finer = unpack(told)
    ratio = round(told["transform"]["scale"][0] / details[0]["transform"]["scale"][0])
    paths = [np.cumsum(arc, axis=0) * ratio for arc in finer["arcs"]]
    for detail in details:
        points = np.cumsum(np.column_stack([detail["x"], detail["y"]]), axis=0)
        bounds = np.cumsum([0, *detail["points"]])
        for arc, a, b in zip(np.cumsum(detail["arcs"]), bounds, bounds[1:], strict=False):
            paths[arc] = np.vstack([paths[arc][:1], points[a:b], paths[arc][-1:]])
    finer["arcs"] = [np.diff(path, axis=0, prepend=0).tolist() for path in paths]
    finer["transform"] = details[0]["transform"]
    return finer


def _paths(rings, told):
    stream = iter(np.cumsum(np.column_stack([told["x"], told["y"]]), axis=0))
    paths = []

    def begin(reference):
        return paths[reference][0] if reference >= 0 else paths[~reference][-1]

    for ring in rings:
        for place, reference in enumerate(ring):
            if reference != len(paths):
                continue
            known = max(ring[-1], ~ring[-1]) < len(paths)
            start = next(stream) if not place and not known else begin(~ring[place - 1])
            path = [start, *(next(stream) for _ in range(told["points"][reference]))]
            if place + 1 == len(ring):
                path.append(begin(ring[0]) if place else start)
            else:
                after = ring[place + 1]
                path.append(begin(after) if max(after, ~after) < len(paths) else next(stream))
            paths.append(np.array(path))
    assert next(stream, None) is None
    return paths
