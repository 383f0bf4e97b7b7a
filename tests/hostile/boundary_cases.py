"""Hostile files of boundaries: lying headers, bombs, databases, and what makes GDAL read others."""

import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import geopandas as gpd

from tests.boundaries.files import in_pieces, tambons, write_shapefile
from tests.hostile import geojson_cases, packing
from tests.hostile.cases import FOREIGN, Case, cut, foreign, of, spoilt
from tests.hostile.packing import raw_zip, swollen, zipped

SUFFIXES = (".shp", ".zip", ".gpkg", ".geojson", ".parquet")


def cases() -> Iterator[Case]:
    """Return every hostile file of boundaries."""
    for suffix in (".gpkg", ".geojson", ".parquet", ".zip"):
        good = files()[suffix]
        yield of("a good one", f"good{suffix}", good, reads=True)
        yield from cut("boundaries", f"cut{suffix}", good, 8)
        yield from spoilt("boundaries", f"spoilt{suffix}", good, 8)
    yield from geojson_cases.cases()
    yield from _shapefiles()
    yield from _archives()
    yield from _databases()
    yield from foreign("strange", SUFFIXES)


@cache
def files() -> dict[str, bytes]:
    """Return a good file of each kind."""
    frame = tambons().head(6)
    plain = frame[["name_th", "geometry"]].reset_index()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain.to_file(folder / "a.gpkg", driver="GPKG")
        plain.to_file(folder / "a.geojson", driver="GeoJSON")
        plain.to_parquet(folder / "a.parquet")
        told = {
            each: (folder / f"a{each}").read_bytes() for each in (".gpkg", ".geojson", ".parquet")
        }
        return told | {".zip": zipped(shapefile(frame))}


def shapefile(frame: gpd.GeoDataFrame | None = None) -> dict[str, bytes]:
    """Return the members of a good shapefile."""
    frame = tambons().head(6) if frame is None else frame
    with tempfile.TemporaryDirectory() as name:
        path = write_shapefile(Path(name) / "t.shp", frame.geometry, in_pieces(frame))
        return {each.name: each.read_bytes() for each in sorted(path.parent.iterdir())}


def _shapefiles() -> Iterator[Case]:
    good = shapefile()

    def with_changed(
        name: str, change: Callable[[bytearray], object], reads: bool | None = None
    ) -> bytes:
        data = bytearray(good[name])
        change(data)
        return zipped(good | {name: bytes(data)})

    def put(at: int, form: str, *values: int) -> Callable[[bytearray], object]:
        return lambda data: struct.pack_into(form, data, at, *values)

    first = 108
    for name, member, change in (
        ("a length that lies", "t.shp", put(24, ">i", 2**31 - 1)),
        ("a length below zero", "t.shp", put(24, ">i", -5)),
        ("a shape of a kind unknown", "t.shp", put(first, "<i", 99)),
        ("two thousand million parts", "t.shp", put(first + 36, "<i", 2**31 - 1)),
        ("parts below zero", "t.shp", put(first + 36, "<i", -1)),
        ("two thousand million corners", "t.shp", put(first + 40, "<i", 2**31 - 1)),
        ("a part that begins beyond the end", "t.shp", put(first + 44, "<i", 10**6)),
        ("a record of no length", "t.shp", put(104, ">i", 0)),
        ("a record longer than the file", "t.shp", put(104, ">i", 2**30)),
        ("NaN for corners", "t.shp", put(first + 48, "<4Q", *[0x7FF8 << 48] * 4)),
        ("an index that points beyond the end", "t.shx", put(100, ">2i", 2**30, 50)),
        ("an index that points to itself", "t.shx", put(100, ">2i", 0, 0)),
        ("four thousand million rows", "t.dbf", put(4, "<I", 2**32 - 1)),
        ("no rows", "t.dbf", put(4, "<I", 0)),
        ("a header longer than the file", "t.dbf", put(8, "<H", 65535)),
        ("a header of no length", "t.dbf", put(8, "<H", 0)),
        ("rows of no length", "t.dbf", put(10, "<H", 0)),
        ("a column wider than a row", "t.dbf", put(48, "<B", 255)),
        ("a column of a kind unknown", "t.dbf", put(43, "<B", 0xFF)),
    ):
        yield of(name, "lying.zip", with_changed(member, change), reads=None)
    for member in good:
        without = {name: content for name, content in good.items() if name != member}
        yield of(f"without {member}", "part.zip", zipped(without), reads=None)
        for kind in ("nothing", "noise", "zeros", "another computer's files"):
            strange = zipped(good | {member: FOREIGN[kind]})
            yield of(f"{kind} for {member}", "part.zip", strange, reads=None)
    for name, text in (
        ("elsewhere", "/vsicurl/http://127.0.0.1:1/x"),
        ("of the server", "../../../../etc/passwd"),
        ("endless", "PROJCS[" * 50_000),
        ("of words", "x" * 100_000),
    ):
        system = zipped(good | {"t.prj": text.encode()})
        yield of(f"a system {name}", "prj.zip", system, reads=None)
        coding = zipped(good | {"t.cpg": text.encode()})
        yield of(f"an encoding {name}", "cpg.zip", coding, reads=None)
    yield of("a shape without its table", "alone.shp", good["t.shp"])


def _archives() -> Iterator[Case]:
    good = shapefile()
    whole = zipped(good)
    others = {name: packing.packed(content) for name, content in good.items()}
    yield of("3 GB of zeros", "bomb.zip", raw_zip(others | swollen("t.shp", 3000, b"\0")))
    small = raw_zip(others | swollen("t.shp", 500, b"\0"))
    yield of("a bomb that says it is small", "bomb.zip", packing.claiming(small, 900))
    yield of("500 MB of zeros", "bomb.zip", small)
    for size in (2**31, 2**32 - 2, 2**32 - 1, 0):
        for mark in (b"PK\x01\x02", b"PK\x03\x04"):
            lying = packing.claiming(whole, size, where=mark)
            yield of(f"members of {size} bytes by {mark[2:].hex()}", "lie.zip", lying, reads=None)
    for folder in ("../../", "/", "C:\\", "..\\..\\", "a/../../../", "~/", "./" * 500):
        slipped = zipped({f"{folder}{name}": content for name, content in good.items()})
        yield of(f"members in {folder[:12]!r}", "slip.zip", slipped, reads=None)
    yield of("members that are links", "link.zip", packing.linked("t.shp", "/etc/passwd"))
    yield of("twenty thousand members", "crowd.zip", packing.crowded(20_000, "{:07}.shp"))
    yield of("three hundred thousand members", "crowd.zip", packing.crowded(300_000))
    yield of(
        "members on one another", "over.zip", packing.overlapping(zipped({"t.shp": b"x"}), 9000)
    )
    yield of("a password", "locked.zip", packing.flagged(whole, 1))
    yield of("a zip in a zip", "nested.zip", zipped({"t.zip": whole}))
    yield of("no members", "empty.zip", zipped({}))
    yield of("only a text", "text.zip", zipped({"readme.txt": b"x"}))
    yield of("a workbook", "book.zip", zipped({"xl/workbook.xml": b"<x/>"}))
    yield of("only hidden files", "hidden.zip", zipped({f"__MACOSX/._{n}": b"x" for n in good}))
    for method in (1, 9, 12, 14, 93, 99):
        yield of(
            f"packed by method {method}", "method.zip", packing.packed_by(whole, method), reads=None
        )
    vrt = {"t.shp": FOREIGN["another computer's files"], "t.dbf": good["t.dbf"]}
    yield of("another computer's files as a shapefile", "vrt.zip", zipped(vrt))


def _databases() -> Iterator[Case]:
    for name, script in (
        ("no features listed", "DELETE FROM gpkg_contents"),
        ("no list of features", "DROP TABLE gpkg_contents"),
        ("features without a table", "UPDATE gpkg_contents SET table_name = 'none'"),
        (
            "a table called by a command",
            "UPDATE gpkg_contents SET table_name = '\"; DROP TABLE a; --'",
        ),
        ("shapes that are none", "UPDATE a SET geom = x'0102030405'"),
        ("shapes of 100 MB", "UPDATE a SET geom = zeroblob(100000000) WHERE fid = 1"),
        ("shapes that are words", "UPDATE a SET geom = 'POLYGON((0 0,1 1,1 0,0 0))'"),
        ("a system that is none", "UPDATE gpkg_geometry_columns SET srs_id = 77"),
        (
            "a system of words",
            "UPDATE gpkg_spatial_ref_sys SET definition = 'x', organization = 'y'",
        ),
        ("a table that is a view", VIEW),
        ("a table that counts for ever", ENDLESS),
        ("a trigger", "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END"),
        (
            "an extension",
            "INSERT INTO gpkg_extensions VALUES ('a', NULL, 'x', 'http://127.0.0.1:1/', 'scope')",
        ),
        ("six hundred columns", f"BEGIN;{COLUMNS}COMMIT"),
    ):
        yield Case(name, "base.gpkg", _changed(script), None)


COLUMNS = "".join(f"ALTER TABLE a ADD COLUMN c{n} TEXT;" for n in range(600))
VIEW = (
    "CREATE VIEW v AS SELECT * FROM a; UPDATE gpkg_contents SET table_name = 'v';"
    "UPDATE gpkg_geometry_columns SET table_name = 'v'"
)
ENDLESS = (
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i AS fid, geom, '190401' AS c FROM n, a; UPDATE gpkg_contents SET table_name = 'v';"
    "UPDATE gpkg_geometry_columns SET table_name = 'v'"
)


def _changed(script: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        path.write_bytes(files()[".gpkg"])
        with closing(sqlite3.connect(path)) as base:
            # The functions of GDAL that the triggers of a GeoPackage call are not there.
            for table in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
                base.create_function(table, 1, lambda _: None)
            base.executescript(script)

    return write
