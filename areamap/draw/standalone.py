"""A map as one file: everything that it needs lies in it, and it asks nobody for anything."""

import gzip
import html
import json
import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from areamap.draw.area_layer.layer import AreaLayer, AreaMap, Shown
from areamap.draw.area_layer.names import names
from areamap.draw.area_layer.view import View
from areamap.draw.files import FILES, TYPES
from areamap.i18n import DEFAULT_LANG, Lang

if TYPE_CHECKING:
    from branca.element import Figure

_GZIP: Final = "application/gzip"
_FONT: Final = re.compile(r'url\("\.\./(fonts/[\w-]+\.ttf)"\)')


def standalone(view: View, topology: bytes, *, lang: Lang = DEFAULT_LANG) -> AreaMap:
    """
    Return a map whose `save` gives a page that opens from a folder, without a server or a net.

    Parameters
    ----------
    view
        What to show; its addresses and its tiles are not used.
    topology
        The geometry that the view was made for: JSON as the layer reads it, gzipped.
    lang
        Language of the names.

    Returns
    -------
    AreaMap
        A folium map; `save(path)` writes about a megabyte for the whole country.
    """
    geometry = json.loads(gzip.decompress(topology))
    # What is finer would have to be fetched.
    geometry.pop("details", None)
    plain = json.dumps(geometry, separators=(",", ":")).encode()
    alone = replace(
        view,
        geometry=_in_line(gzip.compress(plain, 9, mtime=0), _GZIP),
        names=_in_line(gzip.compress(names(lang), 9, mtime=0), _GZIP),
        basemap="",
    )
    shown = AreaMap(address)
    cast("Figure", shown.get_root()).title = html.escape(view.heading or view.title)
    layer = AreaLayer(address, alone=True)
    layer.add_to(shown)
    Shown(layer, alone).add_to(shown)
    return shown


@cache
def address(path: str) -> str:
    """
    Return a file of `FILES` as an address that holds the file itself.

    Raises
    ------
    KeyError
        There is no such file.
    """
    file = FILES[path]
    content = file.read_bytes()
    if file.suffix == ".css":
        told = _FONT.sub(lambda found: f'url("{address(found[1])}")', content.decode())
        content = told.encode()
    return _in_line(content, TYPES[file.suffix].replace(" ", ""))


def _in_line(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"
