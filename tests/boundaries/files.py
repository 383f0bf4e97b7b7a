"""Boundary files as offices pass them on, made from hexagons in place of surveyed polygons."""

import struct
import zipfile

import geopandas as gpd

from areamap.boundaries import schematic
from areamap.boundaries._gdal import pyogrio
from areamap.places import gazetteer
from areamap.places.levels import Level

SARABURI = "19"


def tambons(province=SARABURI):
    """Return one row per tambon with code, names of all levels, pieces of the code, a hexagon."""
    names = gazetteer.areas(Level.TAMBON)
    frame = names[names["province_code"] == province].copy()
    frame["district_th"] = frame["district_code"].map(gazetteer.areas(Level.DISTRICT)["name_th"])
    frame["district_en"] = frame["district_code"].map(gazetteer.areas(Level.DISTRICT)["name_en"])
    frame["province_th"] = frame["province_code"].map(gazetteer.areas(Level.PROVINCE)["name_th"])
    frame["province_en"] = frame["province_code"].map(gazetteer.areas(Level.PROVINCE)["name_en"])
    frame["amphoe"] = frame.index.str[2:4]
    frame["tambon"] = frame.index.str[4:]
    hexagons = schematic.polygons().loc[frame.index].geometry
    return gpd.GeoDataFrame(frame, geometry=hexagons, crs=4326)


def in_pieces(frame):
    """Return the columns of a provincial office: pieces of the code, names with prefixes."""
    return {
        "PROV_CODE": frame["province_code"],
        "PROV_NAM_T": "จ." + frame["province_th"],
        "AMP_CODE": frame["amphoe"],
        "AMP_NAM_T": "อ." + frame["district_th"],
        "TAM_CODE": frame["tambon"],
        "TAM_NAM_T": "ต." + frame["name_th"],
    }


def write_shapefile(path, geometry, columns, *, encoding="utf-8", cpg=None, width=None, language=0):
    """Write a shapefile whose DBF holds text byte for byte, with or without a `.cpg` and `.prj`."""
    pyogrio.write_dataframe(
        gpd.GeoDataFrame({"n": range(len(geometry))}, geometry=geometry.values, crs=geometry.crs),
        path,
        driver="ESRI Shapefile",
    )
    path.with_suffix(".dbf").write_bytes(_dbf(columns, encoding, width, language))
    path.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg:
        path.with_suffix(".cpg").write_text(cpg)
    return path


def write_zip(path, source, *, folder="", stem=None, without=()):
    """Zip the files of a shapefile; a stem in bytes of CP874 is stored as old programs do."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(source.parent.glob(f"{source.stem}.*")):
            if file.suffix not in {".zip", *without}:
                name = f"{folder}{stem or source.stem}{file.suffix}"
                archive.writestr(name, file.read_bytes())
    return path


def _dbf(columns, encoding, width, language):
    cells = {
        name: [str(value).encode(encoding)[:width] for value in values]
        for name, values in columns.items()
    }
    widths = {name: max(map(len, values)) or 1 for name, values in cells.items()}
    rows = len(next(iter(cells.values())))
    fields = b"".join(
        name.encode(encoding)[:10].ljust(11, b"\0") + b"C" + bytes(4) + bytes([size, 0]) + bytes(14)
        for name, size in widths.items()
    )
    head = struct.pack(
        "<4BIHH20B",
        *(3, 126, 11, 20, rows, 33 + len(fields), 1 + sum(widths.values())),
        *(language if place == 17 else 0 for place in range(20)),
    )
    body = b"".join(
        b" " + b"".join(cells[name][row].ljust(size, b" ") for name, size in widths.items())
        for row in range(rows)
    )
    return head + fields + b"\r" + body + b"\x1a"
