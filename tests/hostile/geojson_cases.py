"""Hostile GeoJSON: broken geometry, and documents that say what nobody expects."""

import json
from collections.abc import Iterator
from typing import Any

from tests.hostile.cases import Case, of

SQUARE = [[101, 14.5], [101.1, 14.5], [101.1, 14.6], [101, 14.6], [101, 14.5]]
CODE = {"TAM_CODE": "190401"}


def cases() -> Iterator[Case]:
    """Return every hostile GeoJSON."""
    yield from _shapes()
    yield from _documents()


def collection(*geometries: Any, properties: Any = None, **more: Any) -> str:
    """Return a GeoJSON of some geometries, all of one tambon."""
    told = CODE if properties is None else properties
    features = [{"type": "Feature", "properties": told, "geometry": each} for each in geometries]
    return json.dumps({"type": "FeatureCollection", **more, "features": features})


def polygon(*rings: Any) -> dict[str, Any]:
    """Return a polygon of some rings."""
    return {"type": "Polygon", "coordinates": list(rings)}


def _shapes() -> Iterator[Case]:
    nan, far = float("nan"), float("inf")
    tie = [[101, 14], [102, 15], [102, 14], [101, 15], [101, 14]]
    away = [[each[0] + 3, each[1]] for each in SQUARE]
    star = [[101 + (n * 7 % 10) / 10, 14 + (n * 3 % 10) / 10] for n in range(11)]
    shapes: dict[str, Any] = {
        "NaN in a corner": polygon([[101, 14], [nan, 14], [102, 15], [101, 14]]),
        "infinity in a corner": polygon([[101, 14], [far, 14], [102, 15], [101, 14]]),
        "only NaN": polygon([[nan, nan]] * 5),
        "huge numbers": polygon([[1e300, 1e300], [-1e300, 1e300], [0, -1e300], [1e300, 1e300]]),
        "tiny numbers": polygon([[1e-300, 0], [0, 1e-300], [0, 0], [1e-300, 0]]),
        "a bow tie": polygon(tie),
        "a star over itself": polygon(star),
        "a spike": polygon([*SQUARE[:2], [150, 14.5], *SQUARE[1:]]),
        "one point": polygon([[101, 14]]),
        "one point again and again": polygon([[101, 14]] * 50),
        "a line there and back": polygon([[101, 14], [102, 15], [101, 14], [102, 15], [101, 14]]),
        "an empty ring": polygon([]),
        "no rings": polygon(),
        "a hole without": polygon(SQUARE, away),
        "a hole over all": polygon(SQUARE, SQUARE),
        "ten thousand holes": polygon(SQUARE, *[SQUARE] * 10_000),
        "not closed": polygon(SQUARE[:-1]),
        "one number per corner": polygon([[101], [102], [103], [101]]),
        "words for numbers": polygon([["a", "b"]] * 4),
        "null corners": polygon([None, None, None, None]),
        "five numbers per corner": polygon([[101, 14, 1, 2, 3]] * 4),
        "no geometry": None,
        "an unknown geometry": {"type": "Sphere", "coordinates": []},
        "a number": 5,
        "points": {"type": "Point", "coordinates": [101, 14]},
        "an empty collection": {"type": "GeometryCollection", "geometries": []},
        "a comb that crosses itself": polygon(
            [[101 + n / 1000, 14 + (n % 2)] for n in range(2000)]
            + [[103 - n / 1000, 14.5 + (n % 2) / 10] for n in range(2000)]
            + [[101, 14]]
        ),
    }
    for name, shape in shapes.items():
        yield of(name, "shape.geojson", collection(shape), reads=None)
        yield of(
            f"{name} among good ones",
            "shape.geojson",
            collection(polygon(SQUARE), shape),
            reads=None,
        )
    nested = '{"type":"GeometryCollection","geometries":[' * 500 + "]}" * 500
    deep = collection(None).replace("null", nested)
    yield of("a collection in itself", "deep.geojson", deep, reads=None)
    rings = collection(None).replace(
        "null", '{"type":"Polygon","coordinates":' + "[" * 200_000 + "]" * 200_000 + "}"
    )
    yield of("brackets two hundred thousand deep", "deep.geojson", rings, reads=None)


def _documents() -> Iterator[Case]:
    good = polygon(SQUARE)
    for code in (
        "EPSG:999999",
        "http://127.0.0.1:1/crs",
        "/vsicurl/http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "urn:ogc:def:crs:EPSG::" + "9" * 5000,
        "",
    ):
        system = {"type": "name", "properties": {"name": code}}
        yield of(f"a system {code[:20]}", "crs.geojson", collection(good, crs=system), reads=None)
    link = {"type": "link", "properties": {"href": "http://127.0.0.1:1/x", "type": "proj4"}}
    yield of("a system elsewhere", "crs.geojson", collection(good, crs=link), reads=None)
    wide = {f"c{n}": n for n in range(1000)} | CODE
    yield of("a thousand columns", "wide.geojson", collection(good, properties=wide))
    vast = {f"c{n}": 1 for n in range(200_000)} | CODE
    yield of("two hundred thousand columns", "wide.geojson", collection(good, properties=vast))
    for name, told in (
        ("nothing told", {}),
        ("lists told", {"TAM_CODE": ["190401"], "x": {"y": [1]}}),
        ("a right-to-left mark", {"TAM_CODE": "190401", "name": "\u202eมรรธ"}),
        ("signs that are not shown", {"TAM_CODE": "190401\x00\x07", "name": "\x1b[31m"}),
        ("a name of 10 MB", {"TAM_CODE": "190401", "name": "ก" * 3_500_000}),
        ("a script", {"TAM_CODE": "190401", "name": "<img src=x onerror=alert(1)>"}),
        ("a formula", {"TAM_CODE": "=190401", "name": "=cmd|' /C calc'!A0"}),
        ("a code that is a number", {"TAM_CODE": 1e400}),
        ("two of one name", {"TAM_CODE": "190401", "tam_code": "190402"}),
    ):
        yield of(name, "told.geojson", collection(good, properties=told), reads=None)
    features = json.loads(collection(good))["features"]
    for name, text in (
        ("no features", '{"type":"FeatureCollection","features":[]}'),
        ("features that are none", '{"type":"FeatureCollection","features":[1,null,"x"]}'),
        ("features told twice", '{"type":"FeatureCollection","features":[],"features":[]}'),
        ("TopoJSON", '{"type":"Topology","objects":{},"arcs":[]}'),
        ("ESRI's own JSON", '{"geometryType":"esriGeometryPolygon","features":[]}'),
        (
            "an address for features",
            '{"type":"FeatureCollection","features":"http://127.0.0.1:1/"}',
        ),
        ("one feature alone", json.dumps(features[0])),
        ("one feature per line", "\n".join([json.dumps(features[0])] * 3)),
        ("in UTF-16", collection(good).encode("utf-16").decode("latin-1")),
        ("comments", "{/* x */" + collection(good)[1:]),
    ):
        yield of(name, "document.geojson", text, reads=None)
    many = collection(*[polygon(SQUARE)] * 20_000)
    yield of("one area twenty thousand times", "same.geojson", many, reads=None)
