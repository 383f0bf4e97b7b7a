"""
GDAL with three vector drivers and no others.

A file can lie about what it is: a VRT named `.shp` makes GDAL open other files of the server and
fetch addresses. What is not registered can't be fooled into running, so every driver that areamap
does not need is switched off before GDAL is loaded. Whoever needs pyogrio takes it from here.
"""

import os
from typing import Final

SHAPEFILE: Final = "ESRI Shapefile"
GEOPACKAGE: Final = "GPKG"
GEOJSON: Final = "GeoJSON"

ALLOWED: Final = frozenset({SHAPEFILE, GEOPACKAGE, GEOJSON})
"""The drivers that stay."""

SWITCHED_OFF: Final = (
    *("ADBC", "AIVector", "AmigoCloud", "AVCBin", "AVCE00", "Carto", "CSV", "CSW", "DGN", "DXF"),
    *("EDIGEO", "EEDA", "Elasticsearch", "ESRIJSON", "FlatGeobuf", "GDALG", "GeoJSONSeq", "GeoRSS"),
    *("GML", "GPSBabel", "GPX", "GTFS", "HTTP", "Idrisi", "JML", "JSONFG", "KML", "LIBKML"),
    *("LVBAG", "MapInfo File", "MapML", "MBTiles", "MEM", "MiraMonVector", "MVT", "NGW"),
    *("OAPIF", "ODS", "OGCAPI", "OGR_GMT", "OGR_PDS", "OGR_VRT", "OpenFileGDB", "OSM", "PCIDSK"),
    *("PDF", "PDS4", "PGDUMP", "PLSCENES", "PMTiles", "S57", "Selafin", "SQLite", "SXF"),
    *("TopoJSON", "VDV", "VFK", "VICAR", "VRT", "WAsP", "WFS", "XLSX"),
)
"""Every other driver of the GDAL that pyogrio carries; a name unknown to it does no harm."""

os.environ["GDAL_SKIP"] = ",".join(SWITCHED_OFF)
os.environ["PROJ_NETWORK"] = "OFF"

import pyogrio  # noqa: E402 - GDAL reads the environment as it is loaded
import pyogrio.errors  # noqa: E402

_extra = set(pyogrio.list_drivers()) - ALLOWED
if _extra:
    raise RuntimeError(
        f"GDAL has drivers that are not allowed: {sorted(_extra)}. Either pyogrio was imported "
        "before areamap.boundaries, or a new GDAL has drivers that SWITCHED_OFF does not name."
    )

UNREADABLE: Final = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    pyogrio.errors.FieldError,
    pyogrio.errors.GeometryError,
    pyogrio.errors.CRSError,
)
"""What pyogrio raises on a file that GDAL can't make sense of."""

__all__ = ["ALLOWED", "GEOJSON", "GEOPACKAGE", "SHAPEFILE", "UNREADABLE", "pyogrio"]
