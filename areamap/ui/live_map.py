"""The map on a page: colours change, the map stays, what is done on it comes back."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, Literal

import streamlit as st

from areamap.draw.area_layer import View
from areamap.ui import assets, basemap, choices

if TYPE_CHECKING:
    from collections.abc import Callable

    Mount = Callable[..., Any]

_LOADER: Final = """
const script = new URL("{address}", window.location.origin).href;
export default (told) => import(script).then((map) => map.default(told));
"""
"""Sent at every run, so it only says where the script is; the browser has that for good."""

_PLACE: Final = '<link rel="stylesheet" href="{address}"><div class="areamap-host"></div>'


def show(
    view: View,
    *,
    name: str = "areas",
    link: str = "",
    place: Literal["kept", "read", "free"] = "kept",
) -> None:
    """
    Show a view.

    What is selected on the map is what `choices.selected` gives at the next run, and a
    double click changes the area looked at.

    Parameters
    ----------
    view
        What to show.
    name
        Names the map on its page; while it stays the same, the map stays.
    link
        Maps of a page with the same link move together.
    place
        Where the map looks: `kept` in the address of the page, only `read` from it because a linked
        map keeps it, or `free` of it.
    """
    tiles = basemap.chosen()
    # Behind a schematic map they would lie about where things are.
    if tiles is not None and view.scale:
        view = replace(view, basemap=tiles.url, basemap_credit=tiles.credit)
    turn = st.session_state.get(_turn_key(name), 0)
    with st.container(key=f"map_{name}"):
        _component()(
            key=name,
            data=view.packed(map=name, link=link, turn=turn, place=place),
            on_select_change=partial(_select, name),
            on_enter_change=partial(_go, name, "enter"),
            on_find_change=partial(_go, name, "find"),
        )


@cache
def _component() -> "Mount":
    mount: Mount = st.components.v2.component(
        "areamap_map",
        html=_PLACE.format(address=assets.address(assets.STYLE)),
        js=_LOADER.format(address=assets.address(assets.SCRIPT)),
    )
    return mount


def _select(name: str) -> None:
    codes = _told(name, "select")
    if codes is not None:
        choices.select(codes)


def _go(name: str, event: str) -> None:
    codes = _told(name, event)
    if codes:
        choices.ask(event, codes[0])


def _told(name: str, event: str) -> tuple[str, ...] | None:
    """Return the codes that an event of the map tells, and remember that it was heard."""
    message = st.session_state[name].get(event)
    if not isinstance(message, Mapping):
        return None
    st.session_state[_turn_key(name)] = int(message["turn"])
    return tuple(str(code) for code in message["codes"])


def _turn_key(name: str) -> str:
    return f"heard_{name}"
