"""The controls that the director's pages share, each made in one way."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui import choices, moments, years

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from areamap.ui.scopes import Place


def row(key: str = "pickers") -> "DeltaGenerator":
    """Return the row in which controls stand side by side."""
    return st.container(horizontal=True, vertical_alignment="bottom", key=key)


def scope(places: "Mapping[str, Place]", lang: Lang) -> None:
    """Offer the areas that may be looked at."""
    st.selectbox(
        t("ui.scope", lang),
        list(places),
        format_func=lambda code: places[code].label(lang),
        key=choices.widget_key(choices.SCOPE),
        width=200,
    )


def year(
    offered: Sequence[str], theme: str, lang: Lang, *, name: str = choices.YEAR, day: bool = True
) -> None:
    """
    Offer the fiscal years of a theme, and any other day beside them.

    Parameters
    ----------
    offered
        As `years.of_theme` gives them.
    theme
        What is looked at.
    lang
        Language of the page.
    name
        Name of the choice in the address.
    day
        Whether a day may be chosen beside it.
    """
    named = {each: years.label(each, theme, lang) for each in offered}
    st.selectbox(
        t("ui.fy", lang),
        offered,
        format_func=lambda each: named[each],
        key=choices.widget_key(name),
        width=150,
        help=t("ui.fy_help", lang),
    )
    if day:
        moments.pick(lang, offered)


def buttons(
    name: str,
    named: Mapping[str, str],
    label: str,
    *,
    tip: str | None = None,
    is_labelled: bool = True,
) -> None:
    """
    Offer a few values as buttons.

    Parameters
    ----------
    name
        Name of the choice in the address.
    named
        What each value is called.
    label
        What is chosen.
    tip
        What is to be known before choosing.
    is_labelled
        Whether the label is seen, or only read out.
    """
    st.segmented_control(
        label,
        list(named),
        format_func=lambda option: named[option],
        key=choices.widget_key(name),
        help=tip,
        required=True,
        label_visibility="visible" if is_labelled else "collapsed",
        wrap=True,
    )


def basis(offered: Sequence[str], lang: Lang, *, tip: str = "ui.basis_help") -> None:
    """Offer what is counted by."""
    named = {each: t(f"ui.basis_{each}", lang) for each in offered}
    buttons(choices.BASIS, named, t("ui.basis", lang), tip=t(tip, lang))


def kind(offered: Sequence[str], lang: Lang) -> None:
    """Offer the kinds of map."""
    named = {each: t(f"ui.map_{each}", lang) for each in offered}
    buttons(choices.MAP, named, t("ui.map", lang), tip=t("ui.map_help", lang))
