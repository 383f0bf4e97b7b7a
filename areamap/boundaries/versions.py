"""
Boundary sets as files: immutable versions in the data home.

    boundaries/<name>/<version>/areas.parquet        polygons in full resolution
                                screen.parquet       polygons for the screen
                                topology.json.gz     light ones for the browser, compressed
                                details.zip          what each province has beyond these
                                report.json          what was done, and what the version is

A version is named by the beginning of a hash of what it says, so the same set always has the same
version and a changed set another. It is written beside its place and moved there whole. Which
version is in use is not written here: the database tells.
"""

import gzip
import hashlib
import json
import re
import shutil
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely

from areamap.boundaries import detail, topology
from areamap.boundaries.ingest import BoundarySet
from areamap.boundaries.simplify import Coverage
from areamap.places.levels import Level

FOLDER: Final = "boundaries"
"""Folder of the data home that holds all versions."""

AREAS: Final = "areas.parquet"
SCREEN: Final = "screen.parquet"
TOPOLOGY: Final = "topology.json.gz"
DETAILS: Final = "details.zip"
REPORT: Final = "report.json"

_INCOMING: Final = ".incoming-"
_NOT_IN_NAME: Final = re.compile(r"[^0-9A-Za-zก-๙_-]+")
_LONGEST_NAME: Final = 48
_VERSION_DIGITS: Final = 16
_DETAIL_DIGITS: Final = 16
_ROW_GROUP: Final = 10_000
_LONG_AGO_S: Final = 86_400
_READ_ONLY: Final = 0o444
_OPEN_FOLDER: Final = 0o755


@dataclass(frozen=True, slots=True)
class BoundaryVersion:
    """
    A version of a boundary set on disk.

    Attributes
    ----------
    folder
        Its folder, relative to the data home, with `/` on every system.
    path
        The same where it lies now.
    sha256
        Hash of what the set says: level, codes, names and every coordinate.
    report
        What was done when the file was taken in (see `report.Report`).
    """

    folder: str
    path: Path
    sha256: str
    report: dict[str, Any]

    @property
    def level(self) -> Level:
        """The level of its areas."""
        return Level(self.report["level"])


def name_from(text: str) -> str:
    """Return a name that a folder can have: letters (Thai or Latin), digits, `-` and `_`."""
    return _NOT_IN_NAME.sub("-", text).strip("-_")[:_LONGEST_NAME] or "boundaries"


def write(boundary_set: BoundarySet, home: Path, name: str) -> BoundaryVersion:
    """
    Write a set as a version, whole or not at all.

    Parameters
    ----------
    boundary_set
        What `ingest` made of a file.
    home
        The data home.
    name
        What people call it. The folder's name is made from it (see `name_from`).

    Returns
    -------
    BoundaryVersion
        The version; where the same set was written before under this name, that one, untouched.
    """
    digest = _content_hash(boundary_set)
    target = home / FOLDER / name_from(name) / digest[:_VERSION_DIGITS]
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(home / FOLDER)
        incoming = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=home / FOLDER))
        try:
            _fill(incoming, boundary_set, digest)
            incoming.chmod(_OPEN_FOLDER)
            _move(incoming, target)
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
    return read_version(target)


def read_version(path: Path) -> BoundaryVersion:
    """Return the version in a folder."""
    kept = json.loads((path / REPORT).read_text(encoding="utf-8"))
    folder = "/".join(path.parts[-3:])
    return BoundaryVersion(folder, path, kept["content_sha256"], kept["report"])


def listing(home: Path) -> list[BoundaryVersion]:
    """Return all versions in a data home, by folder."""
    return [read_version(file.parent) for file in sorted((home / FOLDER).glob(f"[!.]*/*/{REPORT}"))]


def codes(path: Path) -> "pd.Index[str]":
    """Return the codes of the areas of a version, sorted, without reading a polygon."""
    column = pq.read_table(path / AREAS, columns=["area_code"])["area_code"]
    index: pd.Index[str] = pd.Index(column.to_pylist(), dtype="str", name="area_code")
    return index


def read_areas(path: Path) -> gpd.GeoDataFrame:
    """Return the polygons of a version in full resolution (see `ingest.BoundarySet.polygons`)."""
    return gpd.read_parquet(path / AREAS)


def read_screen(path: Path) -> gpd.GeoDataFrame:
    """Return the polygons of a version for the screen (see `ingest.BoundarySet.screen`)."""
    return gpd.read_parquet(path / SCREEN)


def read_topology(path: Path) -> bytes:
    """
    Return the light topology of a version, gzipped as it is sent.

    Returns
    -------
    bytes
        JSON: what `packing.packed` gives, with `details`: one entry per level of detail, with the
        zoom `from` which it is wanted, and `files`, province to the name of what it has beyond the
        levels before (see `read_detail`). Sets that were taken in by an earlier version of the
        product are plain TopoJSON without details.
    """
    return (path / TOPOLOGY).read_bytes()


def read_detail(path: Path, name: str) -> bytes | None:
    """
    Return what a province has at a level of detail, gzipped as it is sent.

    Parameters
    ----------
    path
        Folder of the version.
    name
        Hash of the content, as the topology tells it.

    Returns
    -------
    bytes | None
        JSON (see `detail.Detailed`); None where the version has nothing of this name.
    """
    try:
        with zipfile.ZipFile(path / DETAILS) as kept:
            return kept.read(name)
    except (FileNotFoundError, KeyError):
        return None


def _fill(folder: Path, boundary_set: BoundarySet, digest: str) -> None:
    for name, frame in ((AREAS, boundary_set.polygons), (SCREEN, boundary_set.screen)):
        frame.to_parquet(folder / name, compression="zstd", row_group_size=_ROW_GROUP)
    _fill_for_browser(folder, boundary_set)
    kept = {"content_sha256": digest, "report": boundary_set.report.as_dict()}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    (folder / REPORT).write_text(text, encoding="utf-8")
    for file in folder.iterdir():
        file.chmod(_READ_ONLY)


def _fill_for_browser(folder: Path, boundary_set: BoundarySet) -> None:
    levels = detail.detailed(boundary_set.screen, Coverage(boundary_set.report.coverage))
    bodies = {}
    told = []
    for (zoom, _), of_province in zip(detail.LEVELS, levels.details, strict=True):
        files = {}
        for province, found in of_province.items():
            body = _compressed(found)
            files[province] = hashlib.sha256(body).hexdigest()[:_DETAIL_DIGITS]
            bodies[files[province]] = body
        told.append({"from": zoom, "files": files})
    with zipfile.ZipFile(folder / DETAILS, "w") as kept:
        for name, body in bodies.items():
            # Without a time of its own, the same set gives the same file.
            kept.writestr(zipfile.ZipInfo(name), body)
    (folder / TOPOLOGY).write_bytes(_compressed(levels.light | {"details": told}))


def _compressed(document: dict[str, Any]) -> bytes:
    return gzip.compress(topology.as_json(document), compresslevel=9, mtime=0)


def _sweep(folder: Path) -> None:
    """Remove what runs that were killed long ago left behind."""
    for left in folder.glob(f"{_INCOMING}*"):
        if time.time() - left.stat().st_mtime > _LONG_AGO_S:
            shutil.rmtree(left, ignore_errors=True)


def _move(incoming: Path, target: Path) -> None:
    """Put a finished version in its place; another run may have put the same there first."""
    try:
        incoming.rename(target)
    except OSError:
        if not (target / REPORT).exists():
            raise


def _content_hash(boundary_set: BoundarySet) -> str:
    """Return a hash of level, codes, names and every coordinate."""
    digest = hashlib.sha256(boundary_set.level.value.encode())
    for frame in (boundary_set.polygons, boundary_set.screen):
        rows = frame.drop(columns="geometry").reset_index().to_csv(index=False)
        digest.update(rows.encode())
        for wkb in shapely.to_wkb(np.asarray(frame.geometry.array), byte_order=1):
            digest.update(wkb)
    return digest.hexdigest()
