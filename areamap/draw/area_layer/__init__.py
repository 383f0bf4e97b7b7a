"""
Areas on a map: scripts on Leaflet's canvas, and the view that they show.

The folium host is in `layer` and `small`, which whoever needs folium imports by name: it takes a
fifth of a second to load, and a page's own map does without.
"""

from areamap.draw.area_layer.names import names
from areamap.draw.area_layer.scripts import ASSETS, SCRIPTS
from areamap.draw.area_layer.view import OUTSIDE, Look, View, in_order

__all__ = ["ASSETS", "OUTSIDE", "SCRIPTS", "Look", "View", "in_order", "names"]
