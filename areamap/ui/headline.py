"""The figures that a director reads first, each with its basis and its day."""

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from areamap.i18n import t
from areamap.ui import loaders
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked


def of_coverage(key: "Asked", chosen: "Choices", row: "pd.Series[Any]") -> None:
    """
    Show how much of an area is covered.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    row
        The area's line of `Snapshot.coverage`.
    """
    lang = chosen.lang
    rate = row["coverage_pct"]
    unknown = t("ui.rate_unknown", lang)
    # Of areas of which nothing is known it is not known either how many have none.
    is_known = not pd.isna(rate)
    shown = f"{rate:.1f} %" if is_known else unknown
    basis = t(f"ui.basis_{chosen.basis}", lang)
    counts = {"covered": f"{row['covered']:,}", "areas": f"{row['areas']:,}"}
    with st.container(key="rate"):
        st.metric(t(f"ui.rate_{chosen.theme}", lang), shown, help=t("ui.rate_help", lang))
        if is_known:
            st.markdown(t("ui.rate_of", lang, basis=basis, **counts))
    st.caption(as_of_line(key, chosen))
    one, two, three = st.columns(3)
    with one.container(key="gap"):
        gap = f"{row['gap']:,}" if is_known else unknown
        st.metric(t(f"ui.gap_{chosen.theme}", lang), gap)
    two.metric(t("ui.unknown", lang), f"{row['unknown']:,}", help=t("ui.unknown_help", lang))
    partly = f"{row['partly']:,}" if is_known else unknown
    three.metric(t("ui.partly", lang), partly, help=t("ui.partly_help", lang))


def of_budget(key: "Asked", chosen: "Choices", money: "DataFrame") -> None:
    """
    Show how much money an area has, and what is only known above the tambon.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    money
        As `Snapshot.budget` gives it by tambon.
    """
    lang = chosen.lang
    placed = money["placed_at"] == "tambon"
    is_there = loaders.snapshot(key).publication is not None

    def told(count: float) -> str:
        return f"{count:,.0f}" if is_there else t("ui.rate_unknown", lang)

    with st.container(key="rate"):
        st.metric(t("ui.money_total", lang), told(money["amount_baht"].sum()))
    st.caption(as_of_line(key, chosen))
    one, two, three = st.columns(3)
    one.metric(t("ui.money_lines", lang), told(money["lines"].sum()))
    two.metric(t("ui.money_tambons", lang), told(money.index[placed].nunique()))
    above = money.loc[~placed, "amount_baht"].sum()
    three.metric(t("ui.money_higher", lang), told(above), help=t("ui.money_higher_help", lang))
