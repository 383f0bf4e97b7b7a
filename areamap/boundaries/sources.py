"""
What lies in a file that a person gives: the datasets that could hold boundaries.

A name proves nothing, so each dataset is known by its first bytes. Members of a zip are written
under names of our own into a folder of our own, counted as they are written.
"""

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import IO, Final

from areamap.boundaries._shapefile import is_whole, write_index
from areamap.errors import FileError
from areamap.settings import Settings


class Format(StrEnum):
    """A format of files with polygons."""

    SHAPEFILE = "shapefile"
    GEOPACKAGE = "geopackage"
    GEOJSON = "geojson"
    GEOPARQUET = "geoparquet"


@dataclass(frozen=True, slots=True)
class Source:
    """
    One dataset that can be opened.

    Attributes
    ----------
    path
        Where it lies; of a shapefile, its `.shp`.
    format
        Known by its first bytes.
    name
        What the person calls it, for messages.
    """

    path: Path
    format: Format
    name: str


MAX_MEMBERS: Final = 10_000
"""Most members that a zip may list."""

_SUFFIXES: Final = {
    ".shp": Format.SHAPEFILE,
    ".gpkg": Format.GEOPACKAGE,
    ".geojson": Format.GEOJSON,
    ".json": Format.GEOJSON,
    ".parquet": Format.GEOPARQUET,
    ".geoparquet": Format.GEOPARQUET,
}
_SIDECARS: Final = (".dbf", ".shx", ".prj", ".cpg")
_MAGIC: Final = {
    Format.SHAPEFILE: b"\x00\x00\x27\x0a",
    Format.GEOPACKAGE: b"SQLite format 3\x00",
    Format.GEOPARQUET: b"PAR1",
}
_ZIP_MAGIC: Final = b"PK\x03\x04"
_BOM: Final = b"\xef\xbb\xbf"
_HEAD_BYTES: Final = 512
_CHUNK: Final = 2**20
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,  # zipfile's word for a compression that it does not know
    EOFError,
    zlib.error,
)
_LOCKED: Final = 0x1
_NAMED_IN_UTF_8: Final = 0x800
_SHAPE_TYPE: Final = slice(32, 36)
_POLYGON_SHAPES: Final = {5, 15, 25}
"""Polygon, PolygonZ and PolygonM in the header of a `.shp` (ESRI's white paper of 1998)."""


def found(path: Path, folder: Path, settings: Settings) -> list[Source]:
    """
    Return the datasets in a file.

    Parameters
    ----------
    path
        A zip, `.shp` (with its `.dbf` beside it), GeoPackage, GeoJSON or GeoParquet.
    folder
        An empty folder to unpack into, which the caller removes.
    settings
        How large a file may be, and what it unpacks to.

    Returns
    -------
    list of Source
        At least one. Shapefiles of a zip that hold no polygons are left out if others do.

    Raises
    ------
    FileError
        The file is missing, empty, too large, broken, locked, or none of these formats.
    """
    _check_size(path, settings)
    head = _head(path)
    if head.startswith(_ZIP_MAGIC):
        return _in_zip(path, folder, settings)
    form = _format(head)
    if form is None:
        raise FileError("boundaries_not_a_format", file=path.name)
    return [
        Source(_with_index(path, folder) if form is Format.SHAPEFILE else path, form, path.name)
    ]


def _check_size(path: Path, settings: Settings) -> None:
    if not path.is_file():
        raise FileError("boundaries_no_file", file=path)
    size = path.stat().st_size
    if size == 0:
        raise FileError("boundaries_empty_file", file=path.name)
    if size > settings.max_file_bytes:
        raise FileError("boundaries_too_large", file=path.name, limit=_mb(settings.max_file_bytes))


def _mb(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD_BYTES)


def _format(head: bytes) -> Format | None:
    for form, magic in _MAGIC.items():
        if head.startswith(magic):
            return form
    if head.removeprefix(_BOM).lstrip().startswith(b"{"):
        return Format.GEOJSON
    return None


def _with_index(path: Path, folder: Path) -> Path:
    """Return a plain shapefile, or a copy in our folder with the index that it lacks."""
    beside = {
        each.suffix.lower(): each
        for each in path.parent.iterdir()
        if each.stem.lower() == path.stem.lower()
    }
    if ".dbf" not in beside:
        raise FileError("boundaries_no_dbf", file=path.name)
    if not is_whole(path, beside[".dbf"]):
        raise FileError("boundaries_unreadable", file=path.name)
    if ".shx" in beside:
        return path
    copy = folder / "copy.shp"
    for suffix in {".shp", ".dbf", ".prj"} & beside.keys():
        shutil.copyfile(beside[suffix], copy.with_suffix(suffix))
    write_index(copy)
    return copy


def _in_zip(path: Path, folder: Path, settings: Settings) -> list[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(archive, path)
            budget = settings.max_expanded_bytes
            wanted = list(_wanted(archive, members))
            if sum(info.file_size for _, infos in wanted for info in infos) > budget:
                raise FileError("boundaries_bomb", file=path.name, limit=_mb(budget))
            sources = []
            for number, (stem, infos) in enumerate(wanted):
                base = folder / f"{number:04}"
                for info in infos:
                    target = base.with_suffix(PurePosixPath(info.filename).suffix.lower())
                    budget -= _unpack(archive, info, target, budget, path, settings)
                sources.append(_source(base, stem, path))
            return sources
    except _BROKEN as error:
        raise FileError("boundaries_broken_zip", file=path.name) from error


def _members(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """Return the members that could be part of a dataset."""
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise FileError("boundaries_too_many_members", file=path.name, limit=MAX_MEMBERS)
    known = {*_SUFFIXES, *_SIDECARS}
    members = [
        info
        for info in infos
        if PurePosixPath(info.filename).suffix.lower() in known
        and not PurePosixPath(info.filename).name.startswith("._")
    ]
    if any(info.flag_bits & _LOCKED for info in members):
        raise FileError("boundaries_locked_zip", file=path.name)
    if not any(PurePosixPath(info.filename).suffix.lower() in _SUFFIXES for info in members):
        raise FileError("boundaries_nothing_in_zip", file=path.name)
    return members


def _wanted(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]
) -> Iterator[tuple[str, list[zipfile.ZipInfo]]]:
    """Return each dataset of a zip as its name and its members, those of polygons if there are."""
    groups: dict[tuple[str, str], list[zipfile.ZipInfo]] = {}
    for info in members:
        name = PurePosixPath(info.filename)
        groups.setdefault((str(name.parent).lower(), name.stem.lower()), []).append(info)
    datasets = []
    for infos in groups.values():
        for info in infos:
            suffix = PurePosixPath(info.filename).suffix.lower()
            if suffix == ".shp":
                own = [i for i in infos if PurePosixPath(i.filename).suffix.lower() in _SIDECARS]
                datasets.append((_has_polygons(archive, info), _shown(info), [info, *own]))
            elif suffix in _SUFFIXES:
                datasets.append((True, _shown(info), [info]))
    some = any(polygons for polygons, _, _ in datasets)
    return ((name, infos) for polygons, name, infos in datasets if polygons or not some)


def _shown(info: zipfile.ZipInfo) -> str:
    """Return a member's name as its writer saw it: offices' zip programs write it in CP874."""
    name = PurePosixPath(info.filename).name
    if info.flag_bits & _NAMED_IN_UTF_8 or name.isascii():
        return name
    return name.encode("cp437", "replace").decode("cp874", "replace")


def _has_polygons(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    with archive.open(info) as stream:
        kind = stream.read(_SHAPE_TYPE.stop)[_SHAPE_TYPE]
    return int.from_bytes(kind, "little") in _POLYGON_SHAPES


def _unpack(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    target: Path,
    budget: int,
    path: Path,
    settings: Settings,
) -> int:
    """Write one member and return how large it was; what its zip claims is not believed."""
    with archive.open(info) as stream, target.open("wb") as out:
        written = _copy(stream, out, budget)
    if written > budget:
        raise FileError("boundaries_bomb", file=path.name, limit=_mb(settings.max_expanded_bytes))
    return written


def _copy(stream: IO[bytes], out: IO[bytes], budget: int) -> int:
    written = 0
    while written <= budget and (chunk := stream.read(_CHUNK)):
        written += len(chunk)
        out.write(chunk)
    return written


def _source(base: Path, name: str, path: Path) -> Source:
    shown = f"{path.name}/{name}"
    target = base.with_suffix(PurePosixPath(name).suffix.lower())
    form = _format(_head(target))
    if form is None or form is not _SUFFIXES[target.suffix]:
        raise FileError("boundaries_not_a_format", file=shown)
    if form is Format.SHAPEFILE:
        _complete(target, shown)
    return Source(target, form, shown)


def _complete(shp: Path, shown: str) -> None:
    """Make sure that an unpacked shapefile has all its files, whole."""
    if not shp.with_suffix(".dbf").exists():
        raise FileError("boundaries_no_dbf", file=shown)
    if not is_whole(shp, shp.with_suffix(".dbf")):
        raise FileError("boundaries_unreadable", file=shown)
    if not shp.with_suffix(".shx").exists():
        write_index(shp)
