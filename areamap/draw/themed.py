"""A map with several themes to switch between, as parts of a page that asks nobody for anything."""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from areamap.draw.area_layer.names import names
from areamap.draw.area_layer.scripts import SCRIPTS
from areamap.draw.area_layer.view import View
from areamap.draw.files import FILES, TYPES
from areamap.i18n import Lang

_URL: Final = re.compile(r'url\("?(?!data:)([^")]+)"?\)')
_FONT: Final = "fonts/Sarabun-Regular.ttf"
_BOLD: Final = "fonts/Sarabun-Bold.ttf"
_PACKED: Final = "application/gzip"

_START: Final = """
"use strict";
(function () {
  const told = JSON.parse(document.getElementById("areamap-views").textContent);
  const host = document.getElementById("areamap-map");
  const map = L.map(host, {
    attributionControl: false, center: [13.1, 101.5], maxZoom: 16, minZoom: 4.5, zoom: 5.5,
    zoomControl: false, zoomSnap: 0.25,
  });
  const layer = areamap.areaLayer({ alone: false }).addTo(map);
  host.areamap = { map, layer };
  const buttons = Array.from(document.querySelectorAll("[data-theme]"));
  function choose(place) {
    buttons.forEach((each, at) => each.setAttribute("aria-pressed", String(at === place)));
    layer.show(Object.assign({}, told.views[place], told.shared));
  }
  buttons.forEach((each, at) => each.addEventListener("click", () => choose(at)));
  choose(0);
})();
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What a page is put together from.

    Attributes
    ----------
    style
        CSS: Leaflet's, the layer's, the fonts as addresses that hold them.
    scripts
        JavaScript in its order; a page has to have what `data` says and `#areamap-map` before it,
        and one button `[data-theme]` for each view.
    data
        JSON for `<script type="application/json" id="areamap-views">`, safe within it.
    """

    style: str
    scripts: tuple[str, ...]
    data: str


def parts(views: Sequence[View], topology: bytes, lang: Lang) -> Parts:
    """
    Return the parts of a page with a map of several themes.

    Parameters
    ----------
    views
        What to show, the first one first; each has classes in the order of the topology.
    topology
        The geometry: JSON as the layer reads it, not compressed, without details.
    lang
        Language of the names.

    Returns
    -------
    Parts
        All that the map needs: geometry and names once, however many themes there are.
    """
    shared = {
        "geometry": _held(gzip.compress(topology, 9, mtime=0), _PACKED),
        "names": _held(gzip.compress(names(lang), 9, mtime=0), _PACKED),
    }
    bare = [replace(each, geometry="", names="", groups="", basemap="") for each in views]
    messages = [_without(each.message(), shared) for each in bare]
    scripts = [FILES["leaflet/leaflet.js"], *(FILES[f"layer/{name}.js"] for name in SCRIPTS)]
    return Parts(
        style=_style(),
        scripts=(*(_script(each.read_text(encoding="utf-8")) for each in scripts), _START),
        data=in_page({"views": messages, "shared": shared}),
    )


def in_page(value: object) -> str:
    """Return JSON that no text in it can end the script around."""
    told = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return told


def _without(message: dict[str, Any], shared: dict[str, str]) -> dict[str, Any]:
    return {name: value for name, value in message.items() if name not in shared}


def _style() -> str:
    fonts = "".join(
        f'@font-face {{ font-family: "Sarabun"; font-weight: {weight}; '
        f'src: url("{_file(path)}"); }}\n'
        for path, weight in ((_FONT, 400), (_BOLD, 700))
    )
    leaflet = FILES["leaflet/leaflet.css"].read_text(encoding="utf-8")
    own = FILES["layer/area_layer.css"].read_text(encoding="utf-8")
    own = re.sub(r"@font-face \{[^}]*\}\n", "", own)
    # Pictures of Leaflet's own controls, which are not on this map, would be asked for.
    return fonts + _URL.sub("none", leaflet) + _URL.sub("none", own)


def _script(text: str) -> str:
    """Return a script without a link to its map of lines, which a browser would ask for."""
    return re.sub(r"//# sourceMappingURL=.*", "", text).replace("</script", "<\\/script")


def _file(path: str) -> str:
    file = FILES[path]
    return _held(file.read_bytes(), TYPES[file.suffix].replace(" ", ""))


def _held(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"
