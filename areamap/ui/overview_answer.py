"""The answer of the overview in one sentence."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.sentences import standing
from areamap.measures.basis import Basis
from areamap.ui import loaders, subjects
from areamap.ui.answer import strong

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked
    from areamap.ui.scopes import Place


def show(key: "Asked", chosen: "Choices", place: "Place", money: "DataFrame | None") -> None:
    """
    Show the answer; nothing where the theme is more than one register's.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    place
        The area looked at.
    money
        As `loaders.budget` gives it, where the theme is money.
    """
    said = sentence(key, chosen, place, money)
    if said:
        st.html(f"<p class='areamap-standing' role='status'>{strong(said)}</p>")
    other = two_stories(key, chosen, place)
    if other:
        with st.container(key="two_stories"):
            st.text(other)


def two_stories(key: "Asked", chosen: "Choices", place: "Place") -> str:
    """Return where the two bases tell different stories; nothing where they do not."""
    if chosen.theme not in subjects.STATED or len(loaders.bases(key)) < len(Basis):
        return ""
    tambon, authority = (
        loaders.coverage(key, basis, chosen.scope, place.level)
        for basis in (str(Basis.TAMBON), str(Basis.AUTHORITY))
    )
    named, lang = place.label(chosen.lang), chosen.lang
    return standing.two_stories(tambon, authority, named, chosen.theme, lang)


def sentence(
    key: "Asked", chosen: "Choices", place: "Place", money: "DataFrame | None"
) -> str | None:
    """Return the answer in one sentence."""
    if money is not None and loaders.snapshot(key).publication is not None:
        is_placed = money["placed_at"] == "tambon"
        return standing.paid(
            float(money["amount_baht"].sum()),
            int(money.index[is_placed].nunique()),
            float(money.loc[~is_placed, "amount_baht"].sum()),
            place.name,
            chosen.lang,
        )
    if chosen.theme not in subjects.STATED:
        return None
    row = loaders.coverage(key, chosen.basis, chosen.scope, place.level)
    return standing.covered(row, place.name, chosen.theme, chosen.lang)
