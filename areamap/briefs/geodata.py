"""Areas with all measures, for a geographic information system or a spreadsheet."""

from typing import TYPE_CHECKING, Final

import pandas as pd
from pandas import DataFrame

from areamap.i18n import t
from areamap.registers.report import guarded

if TYPE_CHECKING:
    from areamap.boundaries.exporting import Layers
    from areamap.briefs.content import Content, Terrain

_WITH_MARK: Final = "utf-8-sig"
"""Excel takes a CSV file for Thai only with the byte order mark."""

_BASES: Final = ("tambon", "authority")
_PARTS: Final = ("areas", "covered", "gap", "unknown", "coverage_pct")
_UNITS: Final = {"_pct": "percent", "_baht": "THB", "population": "people"}


def write(content: "Content", terrain: "Terrain", suffix: str) -> bytes:
    """
    Return the areas of a brief with all measures.

    Parameters
    ----------
    content
        The brief.
    terrain
        The polygons.
    suffix
        `.gpkg`, `.geojson`, or `.csv` for the tambons without polygons.
    """
    if suffix == ".csv":
        return _csv(content)
    # geopandas takes half a second to load, and no other kind needs it
    from areamap.boundaries import exporting  # noqa: PLC0415

    layers = _layers(content, terrain, exporting.Layers)
    made = exporting.geopackage if suffix == ".gpkg" else exporting.geojson
    return made(layers, terrain.folder)


def about(content: "Content", terrain: "Terrain") -> dict[str, str]:
    """Return what is said of the whole file, by the names that a machine reads."""
    told = {
        "TITLE": content.title,
        "ABSTRACT": content.subtitle,
        "WARNING": content.warning,
        "AREA_CODE": content.area.code,
        "AS_OF": content.as_of.isoformat(),
        "CRS": "EPSG:4326",
        "LANGUAGE": content.lang,
        "PUBLICATIONS": " ".join(f"{number}" for number in content.made_from),
        "POLYGONS": f"{terrain.source.title}: {terrain.source.file_name}",
        "POLYGONS_LICENCE": terrain.source.licence,
        "LICENCE": "; ".join(dict.fromkeys(each.licence for each in content.sources)),
        "GENERATOR": "areamap",
    }
    if terrain.kind == "schematic":
        told["SCHEMATIC"] = t("ui.map_note_schematic", content.lang)
    return {name: value for name, value in told.items() if value}


def fields(content: "Content") -> DataFrame:
    """Return one row per field: `layer`, `field`, `meaning`, `unit`, `source`."""
    rows = [
        {
            "layer": f"{level}s",
            "field": str(name),
            "meaning": meaning(str(name), content),
            "unit": next((unit for end, unit in _UNITS.items() if str(name).endswith(end)), ""),
            "source": _register(str(name)),
        }
        for level, frame in content.areas.items()
        for name in ("area_code", *frame.columns)
    ]
    return DataFrame(rows)


def meaning(field: str, content: "Content") -> str:
    """Return what a field holds, in the language of the brief."""
    lang = content.lang
    theme, _, rest = field.partition("_")
    basis, _, part = rest.partition("_")
    if basis in _BASES and part in _PARTS:
        key = "brief.field_areas" if part == "areas" else f"brief.column_{part}"
        counted = t(f"ui.basis_{basis}", lang)
        return f"{t(f'ui.theme_{theme}', lang)}: {t(key, lang)} ({counted})"
    return t(f"brief.field_{field}", lang)


def _layers(content: "Content", terrain: "Terrain", made: "type[Layers]") -> "Layers":
    return made(
        areas={level: _typed(frame) for level, frame in content.areas.items()},
        about=about(content, terrain),
        fields=fields(content),
        day=content.as_of,
    )


def _typed(frame: DataFrame) -> DataFrame:
    """Return columns of plain kinds: text, float64, or whole numbers that may be missing."""
    found = {}
    for name in frame.columns:
        column = frame[name]
        if pd.api.types.is_numeric_dtype(column) or column.isna().all():
            numbers = pd.to_numeric(column, errors="coerce").astype("Float64")
            whole = bool((numbers.dropna() % 1 == 0).all()) and not str(name).endswith(
                ("_baht", "_pct")
            )
            found[name] = numbers.astype("Int64") if whole else numbers.astype("float64")
        else:
            found[name] = column.astype("object").where(column.notna(), None)
    return DataFrame(found, index=frame.index)


def _csv(content: "Content") -> bytes:
    frame = next(iter(content.areas.values())).reset_index()
    texts = {
        name: frame[name].map(lambda cell: guarded(cell) if isinstance(cell, str) else cell)
        for name in frame.columns
        if frame[name].dtype.kind not in "iufbM"
    }
    return frame.assign(**texts).to_csv(index=False, lineterminator="\r\n").encode(_WITH_MARK)


def _register(field: str) -> str:
    known = ("council", "fund", "housing", "budget")
    if field in {"population", "households"}:
        return "population"
    return next((name for name in known if field.startswith(name)), "")
