"""
TopoJSON for the wire: the same topology in half the bytes.

Two ends of most arcs are told by the arcs before and after them in a ring, and most arcs of a ring
are the next new one, so neither needs to be written. `script/packing.js` of the area layer turns it
back.

    codes    the ids in order, by a space; one of the length of that before it is written as the
             digits at its end that differ, any other as `=` and itself
    parts    per area, how many polygons it has
    rings    per polygon, how many rings
    sizes    per ring, how many arcs
    arcs     all rings' arcs: 0 is the next new arc; n > 0 the arc met n new arcs ago, backwards;
             n < 0 the one met -n ago, forwards
    points   per arc, how many points it has between its ends
    x, y     the points that nothing tells, each as the step from the point before it
"""

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from areamap.boundaries._arcs import Ints

Document = dict[str, Any]

_LESS: Final = ("type", "objects", "arcs")
_ENDS: Final = 2


def packed(document: Document) -> Document:
    """
    Return a topology in the form in which it is sent.

    Parameters
    ----------
    document
        TopoJSON with one object `areas`, as `topology.document` gives it: quantised, and arcs in
        the order in which the rings first meet them, at first forwards.

    Returns
    -------
    dict
        What JSON can carry; members other than the geometry are kept.
    """
    geometries = document["objects"]["areas"]["geometries"]
    areas = [_parts(geometry) for geometry in geometries]
    rings = [ring for parts in areas for part in parts for ring in part]
    kept = {name: value for name, value in document.items() if name not in _LESS}
    return kept | {
        "codes": packed_codes([geometry["id"] for geometry in geometries]),
        "parts": [len(parts) for parts in areas],
        "rings": [len(part) for parts in areas for part in parts],
        "sizes": [len(ring) for ring in rings],
        "arcs": _references(rings),
        "points": [len(arc) - _ENDS for arc in document["arcs"]],
        **_coordinates(rings, [np.cumsum(arc, axis=0).tolist() for arc in document["arcs"]]),
    }


def packed_codes(codes: list[str]) -> str:
    """Return codes as one text (see `codes` above)."""
    words, before = [], ""
    for code in codes:
        same = 0
        while same < min(len(code), len(before)) - 1 and code[same] == before[same]:
            same += 1
        words.append(code[same:] if len(code) == len(before) else f"={code}")
        before = code
    return " ".join(words)


def codes_of(document: Document) -> list[str]:
    """Return the ids of a topology, packed or as TopoJSON, in their order."""
    if "codes" not in document:
        return [geometry["id"] for geometry in document["objects"]["areas"]["geometries"]]
    codes: list[str] = []
    for word in document["codes"].split():
        told = word.startswith("=")
        codes.append(word[1:] if told else codes[-1][: -len(word)] + word)
    return codes


def arcs_by_area(document: Document) -> dict[str, frozenset[int]]:
    """Return the numbers of the arcs around each area of a topology, packed or as TopoJSON."""
    if "codes" not in document:
        return {
            geometry["id"]: frozenset(_flat(geometry.get("arcs", [])))
            for geometry in document["objects"]["areas"]["geometries"]
        }
    met, arcs = 0, []
    for told in document["arcs"]:
        arcs.append(met - abs(told))
        met += told == 0
    of_part = np.add.reduceat(document["sizes"], _begins(document["rings"]))
    of_area = np.add.reduceat(of_part, _begins(document["parts"]))
    pieces = np.split(np.array(arcs), np.cumsum(of_area)[:-1])
    return {
        code: frozenset(piece.tolist())
        for code, piece in zip(codes_of(document), pieces, strict=True)
    }


def steps(points: "list[list[int]] | Ints") -> dict[str, list[int]]:
    """Return points as steps from each to the next, the first from 0, 0: lists `x` and `y`."""
    moved = np.diff(np.array(points, dtype=np.int64).reshape(-1, 2), axis=0, prepend=0)
    return {"x": moved[:, 0].tolist(), "y": moved[:, 1].tolist()}


def _begins(sizes: list[int]) -> "Ints":
    begins: Ints = np.cumsum([0, *sizes[:-1]])
    return begins


def _flat(nested: list[Any]) -> list[int]:
    if nested and isinstance(nested[0], int):
        return [_arc(reference) for reference in nested]
    return [arc for inner in nested for arc in _flat(inner)]


def _parts(geometry: Document) -> list[list[list[int]]]:
    arcs: Any = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else arcs


def _references(rings: list[list[int]]) -> list[int]:
    met, told = 0, []
    for reference in chain.from_iterable(rings):
        arc = _arc(reference)
        if arc == met:
            told.append(0)
            met += 1
        else:
            told.append(met - arc if reference < 0 else arc - met)
    return told


def _coordinates(rings: list[list[int]], paths: list[list[list[int]]]) -> dict[str, list[int]]:
    told: list[list[int]] = []
    met = 0
    for ring in rings:
        for place, reference in enumerate(ring):
            if reference != met:
                continue
            path = paths[met]
            # The first arc of a ring begins where the last ends, where that is known by now.
            if place == 0 and _arc(ring[-1]) >= met:
                told.append(path[0])
            told.extend(path[1:-1])
            if place + 1 < len(ring) and _arc(ring[place + 1]) >= met:
                told.append(path[-1])
            met += 1
    return steps(told)


def _arc(reference: int) -> int:
    return reference if reference >= 0 else ~reference
