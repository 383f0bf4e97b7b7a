"""What is said of the areas that are selected on the map: one in full, several as a sum."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st
from pandas import Series

from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.measures.coverage import coverage
from areamap.ui import area_card, choices, loaders, subjects
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from pandas import DataFrame, Index

    from areamap.draw.area_layer import View
    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked


def show(key: "Asked", chosen: "Choices", view: "View", money: "DataFrame | None" = None) -> None:
    """
    Show what is selected: the card of one area, or the sum of several.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    view
        What the map shows; what is selected outside it does not count.
    money
        Baht by tambon as `loaders.budget` gives it, where the theme is money.
    """
    selected = list(view.selected)
    if len(selected) < 2:  # noqa: PLR2004 - one area has a card of its own
        area_card.show(key, chosen, view)
        return
    with st.container(border=True, key="selection"):
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(t("ui.selected_areas", chosen.lang, count=f"**{len(selected):,}**"))
        right.button(
            t("ui.selected_clear", chosen.lang), on_click=choices.clear_selection, type="tertiary"
        )
        if chosen.theme in subjects.STATED:
            _covered(key, chosen, selected)
        elif money is not None:
            placed = money[money["placed_at"] == "tambon"]
            total = placed.loc[placed.index.isin(selected), "amount_baht"].sum()
            st.text(t("ui.selected_baht", chosen.lang, baht=f"{total:,.0f}"))
        st.caption(as_of_line(key, chosen))


def _covered(key: "Asked", chosen: "Choices", selected: list[str]) -> None:
    lang, basis = chosen.lang, Basis(chosen.basis)
    states = loaders.states(key, chosen.basis)["state"]
    areas = _areas(key, basis, selected).intersection(states.index)
    together = Series("selected", index=areas, dtype="str")
    row = coverage(states.loc[areas], together, basis, codes=pd.Index(["selected"])).iloc[0]
    rate = row["coverage_pct"]
    shown = t("ui.rate_unknown", lang) if pd.isna(rate) else f"{rate:.1f} %"
    counts = {name: f"{row[name]:,}" for name in ("covered", "areas", "gap", "unknown")}
    said = t("ui.rate_of", lang, basis=t(f"ui.basis_{basis}", lang), **counts)
    st.markdown(f"**{shown}** · {said}")
    st.text(
        f"{t(f'ui.gap_{chosen.theme}', lang)} {counts['gap']} · {t('ui.unknown', lang)} "
        f"{counts['unknown']}"
    )


def _areas(key: "Asked", basis: Basis, selected: list[str]) -> "Index":
    """Return the areas of the basis that the selected tambons are, or lie in."""
    if basis is Basis.TAMBON:
        return pd.Index(selected)
    pieces = loaders.snapshot(key).ground.pieces
    here = pieces["tambon_code"].isin(selected)
    found: Index = pd.Index(pieces.loc[here, "authority_code"].dropna().unique())
    return found
