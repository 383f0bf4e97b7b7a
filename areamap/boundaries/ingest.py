"""A file of boundaries becomes a set: the whole job, with a report of what was done."""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from areamap.boundaries import crs as reference_systems
from areamap.boundaries._named import agrees
from areamap.boundaries.crs import KnownCrs
from areamap.boundaries.identify import Identity, identity
from areamap.boundaries.reading import Geometries, Layer, layers, polygons
from areamap.boundaries.repair import areal, repaired
from areamap.boundaries.report import Renamed, Report
from areamap.boundaries.simplify import Coverage, screen_polygons
from areamap.boundaries.sources import found
from areamap.errors import FileError
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import bare
from areamap.progress import Progress, quiet
from areamap.settings import Settings


@dataclass(frozen=True, slots=True)
class BoundarySet:
    """
    Areas of one level as polygons.

    Attributes
    ----------
    level
        Tambon, district or province.
    polygons
        One row per area, index `area_code` (str, sorted), in full resolution, EPSG:4326, valid.
        `name_th`: its name in the file without a prefix, missing where it has none. `in_force`:
        False where the code is retired.
    screen
        The same rows simplified; neighbours share exact vertices.
    report
        What was done.
    """

    level: Level
    polygons: gpd.GeoDataFrame
    screen: gpd.GeoDataFrame
    report: Report


_MOST_PROVINCES: Final = 0.5
_FINENESS: Final = {Level.TAMBON: 2, Level.DISTRICT: 1, Level.PROVINCE: 0}


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The layer that is read, what its features are, and the names of layers that are not read."""

    layer: Layer
    known: Identity
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Areas:
    """Polygons by area, and what it took."""

    frame: gpd.GeoDataFrame
    mended: int
    empty: int
    merged: int


@dataclass(frozen=True, slots=True)
class _Screen:
    """The same for the screen, and how well neighbours fit."""

    frame: gpd.GeoDataFrame
    coverage: Coverage


def ingest(
    path: Path,
    *,
    settings: Settings,
    crs: str | None = None,
    reference: gpd.GeoDataFrame | None = None,
    progress: Progress = quiet,
) -> BoundarySet:
    """
    Return the areas in a file of boundaries.

    Parameters
    ----------
    path
        Shapefile (plain or zipped), GeoPackage, GeoJSON or GeoParquet. Of several layers the one
        of the finest level is taken.
    settings
        How large a file may be.
    crs
        Its CRS where the user knows it; goes before what the file says.
    reference
        Polygons of the set in use, indexed by `area_code`, to find out a CRS that the file does not
        tell.
    progress
        Is told how far the job is, and the key of a sentence on what is being done.

    Raises
    ------
    FileError
        The file can't be used; the sentence says why. Nothing was written.
    """
    progress(0.0, "boundaries.doing_read")
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        chosen = _best_layer(path, Path(folder), settings)
        geometries, closed = polygons(chosen.layer)
    if not areal(geometries).any():
        raise FileError("boundaries_no_polygons", file=path.name)
    progress(0.3, "boundaries.doing_place")
    system = reference_systems.known_crs(
        geometries,
        chosen.known.codes,
        file=path.name,
        stated=chosen.layer.crs,
        given=crs,
        reference=reference,
    )
    progress(0.4, "boundaries.doing_repair")
    degrees = reference_systems.in_degrees(geometries, system.crs)
    areas = _areas(degrees, chosen.known, closed, path)
    progress(0.5, "boundaries.doing_simplify")
    screen = _screen(areas.frame)
    report = _report(path, chosen, system, areas, screen)
    progress(1.0, "boundaries.doing_done")
    return BoundarySet(chosen.known.level, areas.frame, screen.frame, report)


def _best_layer(path: Path, folder: Path, settings: Settings) -> _Chosen:
    """Return the layer whose features are areas of the finest level, the most of them."""
    candidates = [
        layer for source in found(path, folder, settings) for layer in layers(source, settings)
    ]
    if not candidates:
        raise FileError("boundaries_no_polygons", file=path.name)
    identified = [(layer, known) for layer in candidates if (known := identity(layer.attributes))]
    if not identified:
        names = dict.fromkeys(str(name) for layer in candidates for name in layer.attributes)
        raise FileError(
            "boundaries_nothing_matched", file=path.name, columns=", ".join(names) or "-"
        )
    best, known = max(identified, key=lambda each: (_FINENESS[each[1].level], each[1].known))
    left_out = tuple(layer.name for layer in candidates if layer is not best)
    return _Chosen(best, known, left_out)


def _areas(degrees: Geometries, known: Identity, closed: int, path: Path) -> _Areas:
    """Return one valid polygon per area."""
    fixed = repaired(degrees)
    frame = gpd.GeoDataFrame(
        {"area_code": known.codes, "name_th": known.names}, geometry=fixed.polygons, crs=4326
    )
    frame = frame[frame["area_code"].notna() & frame.geometry.notna()]
    if frame.empty:
        raise FileError("boundaries_no_polygons", file=path.name)
    merged = int(frame["area_code"].duplicated().sum())
    if merged:
        frame = _dissolved(frame)
    frame = frame.set_index("area_code").sort_index()
    frame.insert(1, "in_force", frame.index.isin(gazetteer.areas(known.level).index))
    return _Areas(frame, fixed.mended + closed, fixed.empty, merged)


def _screen(areas: gpd.GeoDataFrame) -> _Screen:
    simple, coverage = screen_polygons(np.asarray(areas.geometry.array))
    frame = areas.set_geometry(gpd.GeoSeries(simple, index=areas.index, crs=areas.crs))
    return _Screen(frame, coverage)


def _dissolved(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the frame with the features of one area as one, under the first name."""
    twice = frame["area_code"].duplicated(keep=False)
    whole = frame[twice].dissolve("area_code", as_index=False, aggfunc="first", method="unary")
    joined = pd.concat([frame[~twice], whole[frame.columns]], ignore_index=True)
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=frame.crs)


def _report(
    path: Path, chosen: _Chosen, system: KnownCrs, areas: _Areas, screen: _Screen
) -> Report:
    known = chosen.known
    frame = areas.frame
    provinces = tuple(sorted(set(frame.index.str[: CODE_DIGITS[Level.PROVINCE]])))
    missing = _missing(frame.index[frame["in_force"]], provinces, known.level)
    renamed, cut = _renamed(frame, known.level)
    return Report(
        file=path.name,
        sha256=_hash(path),
        level=known.level.value,
        features=len(known.codes),
        matched=int(frame["in_force"].sum()),
        retired=int((~frame["in_force"]).sum()),
        missing=len(missing),
        crs=system.crs,
        crs_source=system.source.value,
        encoding=chosen.layer.encoding,
        repaired=areas.mended,
        unknown=int(known.codes.isna().sum()),
        merged=areas.merged,
        empty=areas.empty,
        told=known.told.value,
        columns=known.columns,
        provinces=provinces,
        retired_codes=tuple(frame.index[~frame["in_force"]]),
        missing_codes=missing,
        renamed=renamed,
        cut_names=cut,
        coverage=screen.coverage.value,
        layer=chosen.layer.name,
        left_out=chosen.left_out,
        vertices=_vertices(frame),
        screen_vertices=_vertices(screen.frame),
    )


def _vertices(frame: gpd.GeoDataFrame) -> int:
    return int(shapely.get_num_coordinates(np.asarray(frame.geometry.array)).sum())


def _missing(present: pd.Index, provinces: tuple[str, ...], level: Level) -> tuple[str, ...]:
    """Return today's areas that have no polygon where the file could be expected to have one."""
    every = gazetteer.areas(level).index
    if len(provinces) <= _MOST_PROVINCES * len(gazetteer.areas(Level.PROVINCE)):
        every = every[every.str[: CODE_DIGITS[Level.PROVINCE]].isin(provinces)]
    return tuple(every.difference(present))


def _renamed(frame: gpd.GeoDataFrame, level: Level) -> tuple[tuple[Renamed, ...], int]:
    """Return the areas whose name differs from the gazetteer's, and how many names are cut."""
    official = gazetteer.areas(level)["name_th"]
    named = frame.loc[frame["in_force"] & frame["name_th"].notna(), "name_th"]
    pairs = [
        (str(code), text, official[code])
        for code, text in named.items()
        if bare(text) != bare(official[code])
    ]
    renamed = tuple(Renamed(*pair) for pair in pairs if not agrees(*pair[1:]))
    return renamed, len(pairs) - len(renamed)


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
