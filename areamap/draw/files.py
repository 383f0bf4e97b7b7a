"""The files that a map is made of in a browser: Leaflet, our scripts and styles, fonts."""

from importlib.resources import files
from pathlib import Path
from typing import Final

_LAYER: Final = Path(__file__).parent / "area_layer"
_DECK: Final = Path(__file__).parent / "deck"
_LEAFLET: Final = Path(str(files("xstatic.pkg.leaflet"))) / "data"
_FONTS: Final = Path(str(files("fontpkg_sarabun"))) / "files"

FILES: Final = {
    "leaflet/leaflet.js": _LEAFLET / "leaflet.js",
    "leaflet/leaflet.css": _LEAFLET / "leaflet.css",
    "leaflet/images/layers.png": _LEAFLET / "images" / "layers.png",
    "leaflet/images/layers-2x.png": _LEAFLET / "images" / "layers-2x.png",
    **{f"layer/{file.name}": file for file in sorted((_LAYER / "script").glob("*.js"))},
    "layer/area_layer.css": _LAYER / "area_layer.css",
    **{f"deck/{file.name}": file for file in sorted((_DECK / "script").glob("*.js"))},
    "deck/style.css": _DECK / "deck.css",
    "fonts/Sarabun-Regular.ttf": _FONTS / "Sarabun-Regular.ttf",
    "fonts/Sarabun-SemiBold.ttf": _FONTS / "Sarabun-SemiBold.ttf",
    "fonts/Sarabun-Bold.ttf": _FONTS / "Sarabun-Bold.ttf",
}
"""Where each lies, by the path that it has for a browser."""

TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
"""Media types by ending."""
