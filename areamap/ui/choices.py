"""
What the viewer has chosen: one value per name, the same in the address, the session and the widget.

The address wins where it has changed since we wrote it (a shared link, the browser's back button),
then the widget, then what was chosen before on another page. What is not among the options is not
taken, wherever it comes from.

Where something was done on the page, the address says nothing new: a browser that is asked twice
in quick succession still tells the address from before its first answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, cast

import streamlit as st

from areamap.boundary_sets import MapKind
from areamap.i18n import DEFAULT_LANG, LANGS, Lang
from areamap.ui import shared_selection

LANG: Final = "lang"
SCOPE: Final = "scope"
THEME: Final = "theme"
BASIS: Final = "basis"
YEAR: Final = "fy"
AS_OF: Final = "as_of"
MAP: Final = "map"
PAIR: Final = "pair"
MONEY: Final = "money"

SHARED: Final = (SCOPE, YEAR, BASIS, MAP)
"""What the director's pages have in common, beside the language and the day (`moments`)."""

AREAS: Final = "areas"
"""Name of the areas that are selected on the map, as `shared_selection` writes them."""

SELECTED: Final = "selected_areas"
"""Session key of the codes of the areas that are selected on the map."""

ASKED_FOR: Final = "asked_for"
"""Session key of what was asked of the map: `enter` or `find`, and a code."""

_WRITTEN: Final = f"written_{AREAS}"
_SELECTING: Final = "selecting"
"""Session key of whether areas were selected since the last run."""
_NAMES: Final = "names_chosen"
"""Session key of the names that have been chosen so far."""

NOW: Final = "now"
"""Value of `YEAR` for today instead of the end of a fiscal year."""


@dataclass(frozen=True, slots=True)
class Choices:
    """
    What the page is to show.

    Attributes
    ----------
    lang
        Language of the page.
    scope
        `area_code` of the area looked at.
    theme
        One of `subjects.SHOWN`.
    basis
        `tambon` or `authority`.
    year
        Fiscal year (BE), or None for today.
    map_kind
        `true` or `schematic`.
    pair
        Which two registers are meant, where the theme is two at once.
    money
        One of `subjects.MONEY`: how baht are shown.
    """

    lang: Lang
    scope: str
    theme: str
    basis: str
    year: int | None
    map_kind: MapKind
    pair: str = "council-fund"
    money: str = "sum"


def widget_key(name: str) -> str:
    """Return the key of the widget in which a name is chosen."""
    return f"pick_{name}"


def wanted(name: str) -> tuple[str, ...]:
    """Return what may have been chosen for a name: in the address, the widget, before."""
    state = st.session_state
    found = (st.query_params.get(name), state.get(widget_key(name)), state.get(_kept(name)))
    return tuple(str(value) for value in found if value)


def _kept(name: str) -> str:
    return f"kept_{name}"


def choose(name: str, value: str) -> None:
    """Choose a value in the place of the viewer; only in a callback, before the widget is made."""
    st.session_state[widget_key(name)] = value


def current(name: str, options: Sequence[str], default: str) -> str:
    """
    Return the value of a name; call it before its widget is made, with `widget_key` as its key.

    What was chosen elsewhere and is none of the options here is kept for the pages that offer it;
    the default stands in for it.

    Parameters
    ----------
    name
        One of the names above, as it stands in the address.
    options
        What may be chosen.
    default
        What holds where nothing else does.

    Returns
    -------
    str
        One of the options, or the default. Session and address hold it from now on.
    """
    written, kept, widget = f"written_{name}", _kept(name), widget_key(name)
    stood_in = f"stood_in_{name}"
    in_address = st.query_params.get(name)
    state = st.session_state
    told = in_address if in_address != state.get(written) and not acted() else None
    before = state.get(kept)
    by_hand = state.get(widget) if state.get(widget) != state.get(stood_in) else None
    wanted = told or by_hand or before
    value = str(wanted) if wanted in options else default
    if wanted in options or before is None or (told and told != before):
        state[kept] = value
        state.pop(stood_in, None)
    else:
        state[stood_in] = value
    state[widget] = state[written] = value
    state.setdefault(_NAMES, set()).add(name)
    if in_address != value:
        st.query_params[name] = value
    return value


def shared() -> dict[str, str]:
    """Return what the director's pages have in common, as it is to stand in a link."""
    state = st.session_state
    found = {name: state.get(_kept(name)) for name in (LANG, *SHARED, AS_OF)}
    return {name: str(value) for name, value in found.items() if value}


def leave_out(*names: str) -> None:
    """Take names out of the address that say nothing here; what was chosen stays in the session."""
    for name in names:
        if name in st.query_params:
            del st.query_params[name]


def acted() -> bool:
    """
    Return whether this run answers something that was done on the page.

    What the address says is then what was before, where it differs from what we wrote.
    """
    state = st.session_state
    if state.get(_SELECTING) or ASKED_FOR in state:
        return True
    names = state.get(_NAMES, set())
    return any(_is_moved(state.get(widget_key(name)), name) for name in names)


def _is_moved(value: object, name: str) -> bool:
    return value is not None and value != st.session_state.get(f"written_{name}")


def selected() -> tuple[str, ...]:
    """
    Return the codes of the areas that are selected on the map.

    The address wins where it has changed since we wrote it; session and address hold the same from
    now on. An address that says nothing of our names yet keeps what was selected before.
    """
    state = st.session_state
    in_address, before = st.query_params.get(AREAS, ""), state.get(_WRITTEN)
    is_told = in_address != (before or "") and (in_address or before is not None)
    if is_told and not acted():
        state[SELECTED] = shared_selection.read(in_address)
    state.pop(_SELECTING, None)
    codes = tuple(state.get(SELECTED, ()))
    state[_WRITTEN] = shared_selection.written(codes)
    if state[_WRITTEN] != in_address:
        if state[_WRITTEN]:
            st.query_params[AREAS] = state[_WRITTEN]
        else:
            leave_out(AREAS)
    return codes


def select(codes: Iterable[str]) -> None:
    """Select areas in the place of the viewer; before `selected` is asked in a run."""
    st.session_state[SELECTED] = tuple(codes)
    st.session_state[_SELECTING] = True


def clear_selection() -> None:
    """Select nothing; only in a callback."""
    select(())


def ask(event: str, code: str) -> None:
    """Keep what was asked of the map until the next run knows what lies where."""
    st.session_state[ASKED_FOR] = (event, code)


def asked_for() -> tuple[str, str] | None:
    """Return what was asked of the map, once."""
    found: tuple[str, str] | None = st.session_state.pop(ASKED_FOR, None)
    return found


def language() -> Lang:
    """Return the language of the page; call it first, with the address as it came."""
    if LANG not in st.query_params:
        st.session_state.pop(_WRITTEN, None)
    return cast("Lang", current(LANG, LANGS, DEFAULT_LANG))
