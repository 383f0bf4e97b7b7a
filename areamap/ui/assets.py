"""Files that the browser fetches from us: scripts, styles, fonts, names; compressed beforehand."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from areamap.draw.files import FILES, TYPES
from areamap.i18n import Lang

ROOT: Final = "/areamap"
"""Address below which everything of ours lies."""

_PAGE_STYLE: Final = Path(__file__).with_name("style.css")
_ICON: Final = Path(__file__).with_name("icon.svg")
_LEVEL: Final = 6
"""Of compression: the highest takes three times as long at a start and saves three percent."""

SCRIPT: Final = "layer/map.js"
STYLE: Final = "layer/map.css"
"""Leaflet and the layer in one file each, for the map of a page."""

DECK: Final = "deck/deck.js"
"""All scripts of the deck in one file; it needs the layer's."""

DECK_STYLE: Final = "deck/style.css"

ICON: Final = "icon.svg"
"""What stands on the browser's tab."""

PAGE: Final = "page.css"
"""How the page around the map looks."""

FIRST: Final = (SCRIPT, STYLE, "names-th.json")
"""Files that the first page needs."""

FONTS: Final = tuple(name for name in FILES if name.startswith("fonts/"))
"""The weights of the font, all of which a page shows."""

NAMES: Final[dict[str, Lang]] = {"names-th.json": "th", "names-en.json": "en"}
"""The names of all areas, by language."""


@dataclass(frozen=True, slots=True)
class Packed:
    """
    A file as it goes out.

    Attributes
    ----------
    body
        Its bytes, compressed with gzip.
    tag
        The first digits of the hash of its content, which stand in its address too.
    kind
        Its media type.
    """

    body: bytes
    tag: str
    kind: str


@cache
def packed(path: str) -> Packed | None:
    """
    Return a file of ours.

    Parameters
    ----------
    path
        Such as `layer/layer.js`, or `names-th.json`.

    Returns
    -------
    Packed | None
        None where we have no such file: nothing is looked up on the disk by what a browser says.
    """
    if path in NAMES:
        return pack(_names(path), ".json")
    if path == PAGE:
        return pack(_PAGE_STYLE.read_bytes(), ".css")
    if path == ICON:
        return pack(_ICON.read_bytes(), ".svg")
    if path in {SCRIPT, STYLE, DECK}:
        return pack(_together(path), Path(path).suffix)
    file = FILES.get(path)
    return None if file is None else pack(file.read_bytes(), file.suffix)


def address(path: str) -> str:
    """
    Return the address of a file of ours, which changes with its content.

    Parameters
    ----------
    path
        As in `packed`.

    Raises
    ------
    KeyError
        We have no such file.
    """
    found = packed(path)
    if found is None:
        raise KeyError(path)
    return f"{ROOT}/{path}?v={found.tag}"


def geometry_address(digest: str) -> str:
    """Return the address of a topology, by the hash of its content."""
    return f"{ROOT}/geometry/{digest}.json"


def groups_address(digest: str) -> str:
    """Return the address of which group each province is in, by the hash of its content."""
    return f"{ROOT}/groups/{digest}.json"


def _names(path: str) -> bytes:
    # The server is to listen before it has loaded what only a page needs.
    from areamap.draw.area_layer import names  # noqa: PLC0415

    others = tuple(f"{ROOT}/{other}" for other in NAMES if other != path)
    return names(NAMES[path], others)


def _together(path: str) -> bytes:
    from areamap.draw.area_layer import SCRIPTS  # noqa: PLC0415 - as in `_names`
    from areamap.draw.deck import SCRIPTS as DECK_SCRIPTS  # noqa: PLC0415

    if path == STYLE:
        parts = ["leaflet/leaflet.css", "layer/area_layer.css"]
    elif path == DECK:
        parts = [f"deck/{name}.js" for name in (*DECK_SCRIPTS, "component")]
    else:
        parts = ["leaflet/leaflet.js", *(f"layer/{name}.js" for name in (*SCRIPTS, "component"))]
    whole = b"\n".join(FILES[part].read_bytes() for part in parts)
    for font in FONTS:
        whole = whole.replace(f"../{font}".encode(), address(font).encode())
    return whole


def pack(content: bytes, suffix: str) -> Packed:
    """
    Return a file as it goes out.

    Parameters
    ----------
    content
        Its bytes.
    suffix
        Its ending, which tells its media type.
    """
    tag = hashlib.sha256(content).hexdigest()[:16]
    return Packed(gzip.compress(content, _LEVEL, mtime=0), tag, TYPES[suffix])
