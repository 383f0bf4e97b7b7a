"""The small map beside the card of a tambon: the tambon among its neighbours."""

from typing import TYPE_CHECKING, Final

import numpy as np

from areamap.boundaries.nearness import borders
from areamap.draw.area_layer import OUTSIDE, View
from areamap.draw.area_layer.small import small
from areamap.ui import assets, home

if TYPE_CHECKING:
    from collections.abc import Mapping

    from areamap.boundary_sets import MapKind

HEIGHT: Final = 230


def show(view: View, code: str, kind: "MapKind") -> None:
    """
    Show a tambon with those that share a border with it, in the colours of the map beside.

    Parameters
    ----------
    view
        What the map beside shows.
    code
        `area_code` of the tambon.
    kind
        The kind of map.
    """
    _, codes = home.topology(kind)
    if code not in codes or view.classes[codes.get_loc(code)] == OUTSIDE:
        return
    around = touching(*home.workspace().boundaries.topology(kind))[code]
    near = codes.isin([code, *around])
    # Half a second to load, which who only asks for the neighbours does not wait for.
    from streamlit_folium import st_folium  # noqa: PLC0415

    shown = small(assets.address, view.only(np.asarray(near), focus=f"{kind}/{code}", marked=code))
    st_folium(shown, key="neighbours", height=HEIGHT, use_container_width=True, returned_objects=[])


def touching(_digest: str, body: bytes) -> "Mapping[str, frozenset[str]]":
    """Return the areas that share a border with each area; see `boundaries.nearness.borders`."""
    return borders(body)
