"""The folium host of the layer: a map without any other machine, the layer, and what it shows."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.map import Layer
from folium.template import Template

from areamap.draw.area_layer.scripts import SCRIPTS
from areamap.draw.area_layer.view import View

THAILAND: Final = (13.1, 101.5)
"""Where a map looks before it is told what to show: latitude and longitude."""

Link = tuple[str, str]
Address = Callable[[str], str]


def in_script(message: dict[str, Any]) -> str:
    """
    Return a message as JSON that is safe within a script of folium.

    folium renders its scripts as templates twice, so `{{ ... }}` in a name would run on the server;
    and a page ends a script at `</script>`, wherever it stands.

    Parameters
    ----------
    message
        Anything that JSON can carry.

    Returns
    -------
    str
        JSON in which no text can end the script or begin a template.
    """
    told = json.dumps(message, ensure_ascii=True)
    for sign in "<>&":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return re.sub(r"\{(?=[{%#])", r"\\u007b", told)


class AreaMap(folium.Map):
    """
    A folium map whose every file comes from one address of ours.

    folium's own map asks four other hosts for ten files and draws tiles; this one does neither.

    Parameters
    ----------
    address
        Gives the address of a file, such as `leaflet/leaflet.js`.
    **options
        Options of `folium.Map` in the place of ours.
    """

    def __init__(self, address: Address, **options: Any) -> None:  # noqa: ANN401 - folium's own
        self.default_js: list[Link] = [("leaflet", address("leaflet/leaflet.js"))]
        self.default_css: list[Link] = [("leaflet_css", address("leaflet/leaflet.css"))]
        defaults: dict[str, Any] = {
            "location": THAILAND,
            "zoom_start": 5.5,
            "zoom_snap": 0.25,
            "zoom_control": False,
            "attribution_control": False,
            "tiles": None,
        }
        super().__init__(**(defaults | options))
        self._name = "Map"
        # folium keeps these two from the map and gives them to tiles only.
        self.options |= {"min_zoom": 4.5, "max_zoom": 14}


class AreaLayer(JSCSSMixin, Layer):
    """
    Areas drawn on Leaflet's canvas from a topology that the browser fetches once.

    Parameters
    ----------
    address
        Gives the address of a file: `layer/geometry.js` and the other `SCRIPTS`,
        `layer/area_layer.css`.
    name
        Name in a layer control.
    tools
        Whether there are buttons and a box to search in.
    alone
        Whether title and source stand on the map, because there is no page around it.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = areamap.areaLayer({{ this.settings }});
        {% endmacro %}
        """
    )

    def __init__(
        self, address: Address, name: str = "areas", *, tools: bool = True, alone: bool = False
    ) -> None:
        super().__init__(name=name, overlay=True, control=False)
        self._name = "AreaLayer"
        self.settings = in_script({"tools": tools, "alone": alone})
        self.default_js: list[Link] = [
            (f"areamap_{name}", address(f"layer/{name}.js")) for name in SCRIPTS
        ]
        self.default_css: list[Link] = [("areamap_layer_css", address("layer/area_layer.css"))]


class Shown(MacroElement):
    """
    A view that a layer is told to show.

    In a map it is shown at once; in the `feature_group_to_add` of streamlit-folium it changes what
    a map shows that is on the page already, and the map stays.

    Parameters
    ----------
    layer
        The layer, on a map that is rendered before this.
    view
        What to show.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            {{ this.layer.get_name() }}.show({{ this.message }});
        {% endmacro %}
        """
    )

    def __init__(self, layer: AreaLayer, view: View) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "Shown"
        self.layer = layer
        self.message = in_script(view.message())
