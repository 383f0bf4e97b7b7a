"""
Which coordinate reference system a file is in, and how that is known.

Bounds tell degrees from metres and one UTM zone from the other, but not Indian 1975 from WGS 84:
the two lie some 600 m apart. Only the file, the user, or areas whose place is known exactly can
tell those, and nothing here guesses.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from areamap.boundaries import schematic
from areamap.errors import FileError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Geometries = NDArray[np.object_]

WGS_84: Final = "EPSG:4326"

CANDIDATES: Final = {
    "EPSG:4326": "WGS 84",
    "EPSG:4240": "Indian 1975",
    "EPSG:32647": "WGS 84 / UTM 47N",
    "EPSG:32648": "WGS 84 / UTM 48N",
    "EPSG:24047": "Indian 1975 / UTM 47N",
    "EPSG:24048": "Indian 1975 / UTM 48N",
    "EPSG:3857": "Web Mercator",
}
"""What Thai offices use, likeliest first, and what it is called."""

THAILAND: Final = (96.8, 5.1, 106.2, 21.0)
"""West, south, east and north of Thailand in degrees, with half a degree to spare."""

FARTHEST_KM: Final = 340
"""
Median distance to the schematic map beyond which areas lie in a wrong place.

The schematic displaces no province by more than 280 km; the wrong UTM zone displaces by 640 km.
"""

NEAR_M: Final = 200
"""Median shift from known areas within which a CRS fits; two datums differ by 580 m and more."""

APART_M: Final = 300
"""By how much the second best CRS must fit worse than the best."""

_ALL_BUT_STRAYS: Final = 0.99
_KM_PER_DEGREE: Final = 111.2
_M_PER_KM: Final = 1000


class CrsSource(StrEnum):
    """How the CRS of a file is known."""

    FILE = "file"
    GIVEN = "given"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class KnownCrs:
    """
    A CRS and how it is known.

    Attributes
    ----------
    crs
        Code of an authority such as `EPSG:32647`, else WKT.
    source
        Whether the file says so, the user, or a comparison with known areas.
    """

    crs: str
    source: CrsSource


def known_crs(
    geometries: Geometries,
    codes: "pd.Series[str]",
    *,
    file: str,
    stated: str | None,
    given: str | None,
    reference: "GeoDataFrame | None",
) -> KnownCrs:
    """
    Return the CRS of polygons.

    Parameters
    ----------
    geometries
        One per row of `codes`, as the file has them.
    codes
        `area_code` of each; missing where unknown.
    file
        What the person calls the file.
    stated
        What the file says, if anything. Not believed where its areas would not lie in Thailand, or
        far from their place.
    given
        What the user says, if anything; goes before what the file says.
    reference
        Polygons of a set in use to compare with, indexed by `area_code`, in EPSG:4326.

    Raises
    ------
    FileError
        The user's CRS is none, or puts the areas elsewhere; or nothing tells the CRS, and then the
        sentence names those that it could be.
    """
    if given is not None:
        if not _fits(_parsed(given), geometries, codes):
            raise FileError("boundaries_crs_elsewhere", file=file, crs=given)
        return KnownCrs(_label(_parsed(given)), CrsSource.GIVEN)
    if stated is not None:
        crs = _read(stated)
        if crs is not None and _fits(crs, geometries, codes):
            return KnownCrs(_label(crs), CrsSource.FILE)
    fitting = [name for name in CANDIDATES if _fits(CRS(name), geometries, codes)]
    if not fitting:
        raise FileError("boundaries_nowhere", file=file)
    nearest = _nearest(fitting, geometries, codes, reference) if reference is not None else None
    if nearest is None:
        shown = ", ".join(f"{name} ({CANDIDATES[name]})" for name in fitting)
        raise FileError("boundaries_ask_crs", file=file, candidates=shown, example=fitting[0])
    return KnownCrs(nearest, CrsSource.COMPARED)


def in_degrees(geometries: Geometries, crs: str) -> Geometries:
    """
    Return geometries in EPSG:4326.

    Parameters
    ----------
    geometries
        In `crs`; None where missing.
    crs
        Anything that PROJ takes.

    Returns
    -------
    array
        Longitude and latitude; equal vertices stay equal.
    """
    transformer = Transformer.from_crs(crs, WGS_84, always_xy=True)
    if CRS(crs) == CRS(WGS_84):
        return geometries
    moved: Geometries = shapely.transform(
        geometries, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
    )
    return moved


def _parsed(given: str) -> CRS:
    crs = _read(given)
    if crs is None:
        raise FileError("boundaries_no_such_crs", crs=given)
    return crs


def _read(text: str) -> CRS | None:
    try:
        return CRS.from_user_input(text)
    except CRSError:
        return None


def _label(crs: CRS) -> str:
    authority = crs.to_authority(min_confidence=70)
    return ":".join(authority) if authority else str(crs.to_wkt())


def _fits(crs: CRS, geometries: Geometries, codes: "pd.Series[str]") -> bool:
    """Return whether areas read in a CRS lie in Thailand, and about where they should."""
    centres = _centres(geometries, codes, crs)
    west, south, east, north = THAILAND
    inside = centres["lon"].between(west, east) & centres["lat"].between(south, north)
    if inside.mean() < _ALL_BUT_STRAYS:
        return False
    placed = centres[centres["code"].notna()]
    if placed.empty:
        return True
    expected = _schematic_centres(int(placed["code"].str.len().max())).reindex(placed["code"])
    shift = placed[["lon", "lat"]].to_numpy() - expected[["lon", "lat"]].to_numpy()
    shift = shift[~np.isnan(shift).any(axis=1)]
    distance = np.linalg.norm(shift, axis=1) * _KM_PER_DEGREE
    return len(distance) == 0 or bool(np.median(distance) <= FARTHEST_KM)


def _nearest(
    fitting: list[str],
    geometries: Geometries,
    codes: "pd.Series[str]",
    reference: "GeoDataFrame",
) -> str | None:
    """Return the one CRS in which areas lie where known ones do, or None where none stands out."""
    where = _centres(
        np.asarray(reference.geometry.array), reference.index.to_series().astype("str"), CRS(WGS_84)
    )
    shifts = sorted(
        (_shift(_centres(geometries, codes, CRS(name)), where), name) for name in fitting
    )
    best, name = shifts[0]
    second = shifts[1][0] if len(shifts) > 1 else np.inf
    return name if best <= NEAR_M and second - best >= APART_M else None


def _shift(centres: pd.DataFrame, where: pd.DataFrame) -> float:
    """Return by how many metres areas lie off known ones, as one shift of all."""
    length = min(int(frame["code"].str.len().max()) for frame in (centres, where))
    ours, known = (_by_prefix(frame, length) for frame in (centres, where))
    off = (ours - known).dropna()
    if off.empty:
        return np.inf
    east = off["lon"].median() * np.cos(np.radians(ours["lat"].median()))
    return float(np.hypot(east, off["lat"].median())) * _KM_PER_DEGREE * _M_PER_KM


def _centres(geometries: Geometries, codes: "pd.Series[str]", crs: CRS) -> pd.DataFrame:
    """Return the centroid of each geometry in degrees, and its area in the unit of its CRS."""
    xy = shapely.get_coordinates(shapely.centroid(geometries), include_z=False)
    some = ~(shapely.is_missing(geometries) | shapely.is_empty(geometries))
    transformer = Transformer.from_crs(crs, WGS_84, always_xy=True)
    lon, lat = transformer.transform(xy[:, 0], xy[:, 1])
    area = shapely.area(geometries)[some]
    return pd.DataFrame(
        {"code": codes.to_numpy()[some], "lon": lon, "lat": lat, "area": area}
    ).astype({"code": "str"})


def _by_prefix(centres: pd.DataFrame, length: int) -> pd.DataFrame:
    """Return the centroid of the areas that share the first digits of their codes."""
    weight = centres["area"].clip(lower=np.finfo(float).tiny)
    weighted = centres[["lon", "lat"]].mul(weight, axis=0).assign(weight=weight)
    sums = weighted.groupby(centres["code"].str[:length]).sum()
    return sums[["lon", "lat"]].div(sums["weight"], axis=0)


@cache
def _schematic_centres(length: int) -> pd.DataFrame:
    """Return about where areas lie, by code of so many digits."""
    hexagons = schematic.polygons()
    xy = shapely.get_coordinates(shapely.centroid(np.asarray(hexagons.geometry.array)))
    frame = pd.DataFrame(xy, columns=["lon", "lat"])
    return frame.groupby(hexagons.index.str[:length]).mean()
