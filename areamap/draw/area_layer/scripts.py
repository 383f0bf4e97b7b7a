"""The scripts of the layer, and their order. Apart from its folium host, which loads slowly."""

from pathlib import Path
from typing import Final

ASSETS: Final = Path(__file__).parent
"""Folder of the scripts and the style sheet."""

SCRIPTS: Final = (
    "packing",
    "geometry",
    "details",
    "messages",
    "names",
    "fetching",
    "elements",
    "painting",
    "symbols",
    "grid",
    "morph",
    "furniture",
    "pointing",
    "keyboard",
    "finder",
    "tools",
    "screen",
    "framing",
    "layer",
)
"""The scripts of the layer in the order in which they are loaded, after Leaflet."""
