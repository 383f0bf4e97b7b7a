"""Datasets read: attributes as text, polygons as they stand, and how both were known."""

import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray

from areamap.boundaries._gdal import UNREADABLE, pyogrio
from areamap.boundaries.decoding import UTF_8, decoded
from areamap.boundaries.sources import Format, Source
from areamap.errors import FileError
from areamap.settings import Settings

Geometries = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Layer:
    """
    One layer of a dataset that may hold polygons.

    Attributes
    ----------
    source
        The dataset.
    layer
        Its name in a GeoPackage; None where a dataset has just one.
    attributes
        One row per feature in the order of the file, every column text, blank cells missing.
    crs
        What the file says, as an authority's code or WKT; None where it says nothing.
    encoding
        `utf-8` or `cp874`: how its text was written.
    """

    source: Source
    layer: str | None
    attributes: pd.DataFrame
    crs: str | None
    encoding: str

    @property
    def name(self) -> str:
        """What the person calls it."""
        return f"{self.source.name}/{self.layer}" if self.layer else self.source.name


_BYTEWISE: Final = "ISO-8859-1"
_NO_AREA: Final = ("Point", "LineString", "Curve", "None")


def layers(source: Source, settings: Settings) -> list[Layer]:
    """
    Return the layers of a dataset without their polygons.

    Parameters
    ----------
    source
        The dataset.
    settings
        How many rows and columns are read.

    Returns
    -------
    list of Layer
        Empty where no layer holds polygons.

    Raises
    ------
    FileError
        The dataset is broken, has no features, or is too large.
    """
    try:
        with _quiet():
            if source.format is Format.GEOPARQUET:
                return [_parquet_layer(source, settings)]
            found = (_layer(source, name, settings) for name in _layer_names(source))
            return [layer for layer in found if layer is not None]
    except (*UNREADABLE, sqlite3.DatabaseError, pa.ArrowException, IndexError) as error:
        raise FileError("boundaries_unreadable", file=source.name) from error


def polygons(layer: Layer) -> tuple[Geometries, int]:
    """
    Return the geometries of a layer.

    Parameters
    ----------
    layer
        As `layers` gave it.

    Returns
    -------
    geometries
        One per row of `layer.attributes`, without heights; None where a row has none, or one with
        a corner that is no place.
    closed
        How many had a ring that was not closed, and now is.

    Raises
    ------
    FileError
        The dataset is broken.
    """
    try:
        if layer.source.format is Format.GEOPARQUET:
            with _quiet():
                column = gpd.read_parquet(layer.source.path).geometry
            return _finite(shapely.force_2d(np.asarray(column.array))), 0
        with _quiet():
            _, _, wkb, _ = pyogrio.raw.read(layer.source.path, layer=layer.layer, columns=[])
    except (*UNREADABLE, pa.ArrowException, ValueError) as error:
        raise FileError("boundaries_unreadable", file=layer.source.name) from error
    with _quiet():
        geometries = shapely.from_wkb(wkb, on_invalid="ignore")
        broken = np.array([data is not None for data in wkb]) & shapely.is_missing(geometries)
        geometries[broken] = shapely.from_wkb(wkb[broken], on_invalid="fix")
    return _finite(shapely.force_2d(geometries)), int(broken.sum())


def _finite(geometries: Geometries) -> Geometries:
    """Return geometries without those that have a corner nowhere: NaN, or infinitely far."""
    corners, owner = shapely.get_coordinates(geometries, return_index=True)
    kept = geometries.copy()
    kept[np.unique(owner[~np.isfinite(corners).all(axis=1)])] = None
    return kept


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what GDAL mutters about odd files off the screen; what matters here is checked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        yield


def _layer_names(source: Source) -> list[str | None]:
    if source.format is not Format.GEOPACKAGE:
        return [None]
    return [*_feature_tables(source)]


def _feature_tables(source: Source) -> list[str]:
    """Return the tables of features; a view is left out, for it can run any function of GDAL."""
    query = (
        "SELECT c.table_name FROM gpkg_contents c JOIN sqlite_master m ON m.name = c.table_name "
        "WHERE c.data_type = 'features' AND m.type = 'table' ORDER BY c.table_name"
    )
    with closing(sqlite3.connect(f"{source.path.resolve().as_uri()}?mode=ro", uri=True)) as base:
        return [name for (name,) in base.execute(query)]


def _layer(source: Source, name: str | None, settings: Settings) -> Layer | None:
    info = pyogrio.read_info(source.path, layer=name, force_feature_count=True)
    _check_limits(source, info["features"], len(info["fields"]), settings)
    if str(info["geometry_type"]).removeprefix("Multi").removeprefix("2.5D ").startswith(_NO_AREA):
        return None
    bytewise = source.format is Format.SHAPEFILE
    meta, _, _, values = pyogrio.raw.read(
        source.path,
        layer=name,
        read_geometry=False,
        encoding=_BYTEWISE if bytewise else None,
        datetime_as_string=True,
    )
    frame = pd.DataFrame(dict(zip(meta["fields"], values, strict=True)))
    frame, encoding = decoded(frame) if bytewise else (frame, UTF_8)
    return Layer(source, name, _as_text(frame), meta["crs"] or None, encoding)


def _parquet_layer(source: Source, settings: Settings) -> Layer:
    with pq.ParquetFile(source.path) as file:
        metadata = file.metadata
        groups = (metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
        if sum(groups) > settings.max_expanded_bytes:
            raise FileError("boundaries_bomb", file=source.name, limit=settings.max_expanded_bytes)
        _check_limits(source, metadata.num_rows, metadata.num_columns, settings)
        if b"geo" not in (metadata.metadata or {}):
            raise FileError("boundaries_not_geoparquet", file=source.name)
    frame = gpd.read_parquet(source.path)
    attributes = pd.DataFrame(frame.drop(columns=frame.select_dtypes("geometry").columns))
    if frame.index.name:
        attributes.insert(0, frame.index.name, frame.index)
    crs = frame.crs.to_string() if frame.crs else None
    return Layer(source, None, _as_text(attributes.reset_index(drop=True)), crs, UTF_8)


def _check_limits(source: Source, rows: int, columns: int, settings: Settings) -> None:
    if rows == 0:
        raise FileError("boundaries_no_features", file=source.name)
    if rows > settings.max_rows or columns > settings.max_columns:
        raise FileError(
            "boundaries_too_many",
            file=source.name,
            rows=f"{settings.max_rows:,}",
            columns=settings.max_columns,
        )


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """Return every column as text; `190406.0` of a number becomes `190406`."""
    columns = {str(name): _column_as_text(frame[name]) for name in frame.columns}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(frame)))


def _column_as_text(column: "pd.Series[Any]") -> "pd.Series[str]":
    if pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all():
        text = column.astype("Int64").astype("str")
    else:
        text = column.map(str, na_action="ignore").astype("str")
    stripped = text.where(column.notna()).str.strip()
    return stripped.where(stripped != "")
