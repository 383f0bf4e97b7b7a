"""Tiles behind the areas: none, those of a folder or a server of one's own, OSM's or CARTO's."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from areamap import settings
from areamap.errors import FileError
from areamap.ui.assets import ROOT

TILES: Final = f"{ROOT}/tiles"
"""Address below which the tiles of a folder lie."""

_OSM: Final = "© OpenStreetMap contributors"
_KNOWN: Final = {
    "osm": ("https://tile.openstreetmap.org/{z}/{x}/{y}.png", _OSM),
    "carto": ("https://basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png", f"{_OSM} © CARTO"),
}
_ADDRESS: Final = re.compile(r"https?://[\w.-]+(:\d+)?/[^\s;,'\"<>]*")
_PLACES: Final = ("{z}", "{x}", "{y}")


@dataclass(frozen=True, slots=True)
class Basemap:
    """
    Tiles that may be laid behind the areas.

    Attributes
    ----------
    url
        Their address, with `{z}`, `{x}` and `{y}`.
    credit
        Whose they are.
    origin
        The other machine that the browser may ask for them; nothing where they are ours.
    folder
        Where they lie on this machine, as `z/x/y.png`; or None.
    """

    url: str
    credit: str = ""
    origin: str = ""
    folder: Path | None = None


def chosen() -> Basemap | None:
    """
    Return the tiles of the settings (`AREAMAP_BASEMAP`); None where there are none.

    Raises
    ------
    FileError
        The setting is neither a name we know, nor a folder, nor an address with `{z}/{x}/{y}`.
    """
    return _read(settings.load().basemap)


def tile(zoom: int, column: int, row: int) -> bytes | None:
    """Return a tile of the folder; None where there is no such tile or no folder."""
    found = chosen()
    if found is None or found.folder is None:
        return None
    file = found.folder / str(zoom) / str(column) / f"{row}.png"
    return file.read_bytes() if file.is_file() else None


@cache
def _read(told: str) -> Basemap | None:
    if told in {"", "none"}:
        return None
    if (folder := Path(told)).is_dir():
        return Basemap(f"{TILES}/{'/'.join(_PLACES)}.png", folder=folder)
    url, credit = _KNOWN.get(told, (told, ""))
    if not _ADDRESS.fullmatch(url) or not all(place in url for place in _PLACES):
        raise FileError("ui_basemap", told=told)
    parts = urlsplit(url)
    return Basemap(url, credit, f"{parts.scheme}://{parts.netloc}")
