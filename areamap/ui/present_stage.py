"""The deck on a page: over the whole screen, in the presenter's window, as small pictures."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from areamap.ui import assets, present_deck

if TYPE_CHECKING:
    from collections.abc import Callable

    from areamap.i18n import Lang

    Mount = Callable[..., Any]

SLIDE: Final = "slide"
"""Name in the address of the slide that is shown, counted from 1; without it there is no talk."""

VIEW: Final = "view"
PRESENTER: Final = "presenter"

_LOADER: Final = """
const layer = new URL("{layer}", window.location.origin).href;
const script = new URL("{deck}", window.location.origin).href;
export default async (told) => {{
  await import(layer);
  return (await import(script)).default(told);
}};
"""
_PLACE: Final = (
    '<link rel="stylesheet" href="{layer}"><link rel="stylesheet" href="{deck}">'
    '<div class="deck-host"></div>'
)
_ALONE: Final = "<style>[data-testid='stHeader']{display:none}</style>"


def is_on() -> bool:
    """Return whether the address asks for the talk itself."""
    return SLIDE in st.query_params


def is_presenter() -> bool:
    """Return whether the address asks for the presenter's window."""
    return st.query_params.get(VIEW) == PRESENTER


def begin(at: int = 1) -> None:
    """Begin the talk; only in a callback."""
    st.query_params[SLIDE] = str(at)


def stage(deck: Mapping[str, Any]) -> None:
    """Show a talk over the whole screen, until it is left."""
    st.html(_ALONE)
    _component()(key="deck_stage", data={**deck, "role": "stage"}, on_leave_change=_leave)


def presenter(lang: "Lang") -> None:
    """Show the presenter's window, which hears from the talk's own what is shown."""
    st.html(_ALONE)
    told = {"role": "presenter", "words": present_deck.words(lang)}
    _component()(key="deck_presenter", data=told)


def strip(deck: Mapping[str, Any]) -> None:
    """Show all slides as small pictures; a click begins there."""
    _component()(key="deck_strip", data={**deck, "role": "strip"}, on_open_change=_open)


@cache
def _component() -> "Mount":
    mount: Mount = st.components.v2.component(
        "areamap_deck",
        html=_PLACE.format(
            layer=assets.address(assets.STYLE), deck=assets.address(assets.DECK_STYLE)
        ),
        js=_LOADER.format(layer=assets.address(assets.SCRIPT), deck=assets.address(assets.DECK)),
    )
    return mount


def _leave() -> None:
    if SLIDE in st.query_params:
        del st.query_params[SLIDE]


def _open() -> None:
    message = st.session_state["deck_strip"].get("open")
    if isinstance(message, Mapping):
        begin(max(1, int(message["at"])))
