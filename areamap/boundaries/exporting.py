"""Areas with their figures as files for other programs: GeoPackage and GeoJSON."""

import json
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely
from pandas import DataFrame

from areamap.boundaries import packing, topology, versions
from areamap.boundaries._gdal import GEOPACKAGE, pyogrio
from areamap.boundaries.outlines import outlines
from areamap.boundaries.repair import repaired
from areamap.places.levels import CODE_DIGITS, Level

_CRS: Final = "EPSG:4326"
_DATE: Final = "OGR_CURRENT_DATE"
_AROUND: Final = 0.8
"""How far the areas around reach, in widths of the area: beyond the edge of a screen."""
_DECIMALS: Final = 6
"""Of degrees in GeoJSON: 11 cm, as RFC 7946 advises."""


@dataclass(frozen=True, slots=True)
class Layers:
    """
    What a file of areas holds.

    Attributes
    ----------
    areas
        Figures by `area_code`, by level (`tambon`, `district`, `province`).
    about
        What is said of the whole file, by name: title, day, licence.
    fields
        One row per field: `layer`, `field`, `meaning`, `unit`, `source`.
    day
        The day that is written as that of the last change, so that the same figures give the same
        file.
    """

    areas: Mapping[str, DataFrame]
    about: Mapping[str, str]
    fields: DataFrame
    day: date


def geopackage(layers: Layers, folder: Path | None) -> bytes:
    """
    Return areas as a GeoPackage: a layer for each level, and tables of fields and metadata.

    Parameters
    ----------
    layers
        What it holds.
    folder
        Folder of a boundary version, whose full resolution is written; None for the hexagons.

    Returns
    -------
    bytes
        GeoPackage 1.2 or later in EPSG:4326; the same input gives the same bytes. An area without a
        polygon is in the figures of its district and province and in no layer of polygons.
    """
    polygons = _whole(folder)
    with tempfile.TemporaryDirectory(prefix="areamap-") as scratch:
        path = Path(scratch) / "areas.gpkg"
        moment = f"{layers.day.isoformat()}T00:00:00.000Z"
        pyogrio.set_gdal_config_options({_DATE: moment})
        try:
            for level, figures in layers.areas.items():
                placed = _placed(figures, polygons, Level(level), Level(_lowest(layers)))
                _write(placed, path, f"{level}s", layers.about)
            about = DataFrame({"name": list(layers.about), "value": list(layers.about.values())})
            _write(about, path, "about", {})
            _write(layers.fields, path, "fields", {})
        finally:
            pyogrio.set_gdal_config_options({_DATE: None})
        return path.read_bytes()


def geojson(layers: Layers, folder: Path | None) -> bytes:
    """
    Return the tambons as GeoJSON (RFC 7946), with what is said of the file as foreign members.

    The polygons are those for the screen: full resolution would be ten times as large.

    Returns
    -------
    bytes
        UTF-8; rings as RFC 7946 wants them, six decimals, missing values as null.
    """
    level = _lowest(layers)
    placed = _placed(layers.areas[level], outlines(folder), Level(level), Level(level))
    shapes = shapely.orient_polygons(shapely.set_precision(placed.geometry.array, 10**-_DECIMALS))
    rows = placed.drop(columns="geometry").astype(object)
    rows = rows.where(rows.notna(), None)
    features = [
        {
            "type": "Feature",
            "id": row["area_code"],
            "properties": _plain(row),
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for row, shape in zip(rows.to_dict("records"), shapes, strict=True)
    ]
    document = {
        "type": "FeatureCollection",
        "name": f"{level}s",
        "about": dict(layers.about),
        "fields": layers.fields[layers.fields["layer"] == f"{level}s"].to_dict("records"),
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def topology_around(folder: Path | None, codes: Collection[str]) -> bytes:
    """
    Return some areas and those around them for the browser, in the detail of the screen.

    Parameters
    ----------
    folder
        Folder of a boundary version; None for the hexagons.
    codes
        The areas that are looked at; those around them reach beyond the edge of a screen.

    Returns
    -------
    bytes
        As `packing.packed` gives it: JSON, not compressed.
    """
    every = outlines(folder)
    own = every[every.index.isin(list(codes))]
    left, bottom, right, top = shapely.total_bounds(own.to_numpy())
    wide, high = _AROUND * (right - left), _AROUND * (top - bottom)
    left, bottom, right, top = left - wide, bottom - high, right + wide, top + high
    boxes = shapely.bounds(every.to_numpy())
    near = (boxes[:, 0] <= right) & (boxes[:, 2] >= left)
    near &= (boxes[:, 1] <= top) & (boxes[:, 3] >= bottom)
    shown = gpd.GeoDataFrame(geometry=every[near].to_numpy(), index=every.index[near], crs=4326)
    return topology.as_json(packing.packed(topology.topojson(shown)))


def _lowest(layers: Layers) -> str:
    return next(iter(layers.areas))


def _whole(folder: Path | None) -> "pd.Series[Any]":
    if folder is None:
        return outlines(None)
    polygons = versions.read_areas(folder)
    return pd.Series(polygons.geometry.to_numpy(), index=polygons.index, dtype="object")


def _placed(
    figures: DataFrame, polygons: "pd.Series[Any]", level: Level, lowest: Level
) -> gpd.GeoDataFrame:
    """Return figures with their polygons; those of a higher level from all of its tambons."""
    digits = CODE_DIGITS[level]
    if level is lowest:
        known = polygons.reindex(figures.index).dropna()
    else:
        inside = polygons[polygons.index.str[:digits].isin(figures.index)]
        known = inside.groupby(inside.index.str[:digits]).agg(shapely.union_all)
    shapes = repaired(known.to_numpy()).polygons
    kept = figures.reindex(known.index).rename_axis("area_code").reset_index()
    return gpd.GeoDataFrame(kept, geometry=shapes, crs=_CRS)


def _write(frame: DataFrame, path: Path, layer: str, about: Mapping[str, str]) -> None:
    told: dict[str, Any] = {}
    if isinstance(frame, gpd.GeoDataFrame):
        # One kind of geometry: a program that meets two asks which one to open.
        told = {"layer_metadata": dict(about), "promote_to_multi": True}
    pyogrio.write_dataframe(
        frame, path, layer=layer, driver=GEOPACKAGE, append=path.exists(), **told
    )


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(name): getattr(value, "item", lambda value=value: value)()
        for name, value in row.items()
    }
