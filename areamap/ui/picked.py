"""What a click has picked on a page: in the address, a chip that shows it and takes it back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui import choices

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Chip:
    """What is picked: the name in the address and what is called so."""

    name: str
    label: str


def one(name: str, options: Collection[str]) -> str | None:
    """
    Return what is picked under a name; what is not among the options leaves the address.

    Parameters
    ----------
    name
        As it stands in the address.
    options
        What can be picked.
    """
    value = st.query_params.get(name)
    if value in options:
        return value
    choices.leave_out(name)
    return None


def toggle(name: str, value: str) -> None:
    """Pick a value, or take it back where it is picked; only in a callback."""
    if st.query_params.get(name) == value:
        choices.leave_out(name)
    else:
        st.query_params[name] = value


def toggling(name: str) -> "Callable[[str], None]":
    """Return `toggle` of a name, as a chart takes it."""
    return partial(toggle, name)


def show(chips: Sequence[Chip], lang: Lang) -> None:
    """Show what is picked; a click takes it back."""
    if not chips:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="chips"):
        st.text(t("charts.only", lang))
        for chip in chips:
            st.button(
                plain(chip.label),
                key=f"chip_{chip.name}",
                on_click=choices.leave_out,
                args=(chip.name,),
                icon=":material/close:",
                help=t("charts.take_back", lang),
            )


def plain(words: str) -> str:
    """Return words of other people as a button shows them letter by letter."""
    return "".join(
        f"\\{letter}" if letter in r"\`*_{}[]()<>#+-.!|$:~" else letter for letter in words
    )
