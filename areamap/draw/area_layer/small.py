"""A small map beside a text: a folium map that is only looked at."""

from areamap.draw.area_layer.layer import Address, AreaLayer, AreaMap, Shown
from areamap.draw.area_layer.view import View


def small(address: Address, view: View) -> AreaMap:
    """
    Return a map of a view without tools, as `st_folium` or a notebook takes it.

    Parameters
    ----------
    address
        Gives the address of a file of ours.
    view
        What to show.
    """
    shown = AreaMap(address, scrollWheelZoom=False)
    layer = AreaLayer(address, tools=False)
    layer.add_to(shown)
    Shown(layer, view).add_to(shown)
    return shown
