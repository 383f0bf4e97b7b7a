"""What the overview shows beside its map: the change of a year, what needs attention, the areas."""

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from areamap.briefs.sentences import standing
from areamap.direction.headlines import Attention, Concern, attention
from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.ui import (
    change_forums,
    choices,
    loaders,
    overview_data,
    overview_money,
    picked,
    place_names,
    subjects,
    ways,
)

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.headlines import Moved
    from areamap.i18n import Lang
    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked
    from areamap.ui.scopes import Place

FEW: Final = 6
"""So many areas stand in the ranking before all are asked for."""

_PAGES: Final = {
    Concern.LOST: ("change", "see_change", ":material/history:"),
    Concern.LARGEST: ("tambon", "see_place", ":material/pin_drop:"),
    Concern.UNKNOWN: ("quality", "see_quality", ":material/fact_check:"),
}


def show(key: "Asked", chosen: "Choices", place: "Place") -> None:
    """
    Show what changed, what needs attention and the areas below, where the theme has a rate.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    place
        The area looked at.
    """
    if loaders.snapshot(key).publication is None:
        return
    if chosen.theme == subjects.BUDGET:
        overview_money.show(key, chosen)
    if chosen.theme not in subjects.STATED:
        return
    lang = chosen.lang
    change = overview_data.moved(key, chosen.basis, chosen.scope)
    _moved(change, key, chosen)
    label, icon = t("present.this_area", lang), ":material/slideshow:"
    ways.link("present", label, icon=icon, scope=chosen.scope, lang=lang)
    level = overview_data.BELOW.get(place.level)
    if level is None:
        return
    below = overview_data.below(key, chosen.basis, chosen.scope, level)
    row = loaders.coverage(key, chosen.basis, chosen.scope, place.level)
    gaps = loaders.gaps(key, chosen.basis, chosen.scope)
    found = attention(row, below, gaps, change)
    if found:
        with st.container(border=True, key="attention"):
            st.markdown(f"**{t('standing.attention', lang)}**")
            for each in found:
                _concern(each, chosen, below, gaps, level)
            if len(gaps):
                label, icon = t("gaps.see_all", lang), ":material/person_pin_circle:"
                ways.link("gaps", label, icon=icon, scope=chosen.scope, lang=lang)
    _ranking(below, chosen, level)


def _moved(change: "Moved", key: "Asked", chosen: "Choices") -> None:
    """Say what changed within a year and since the last forum, each with the way to see it."""
    lang = chosen.lang
    forum = change_forums.last(chosen.scope, key.as_of)
    with st.container(key="moved"):
        told = [(standing.moved(change, lang), change.since)]
        if forum is not None:
            since = overview_data.moved(key, chosen.basis, chosen.scope, forum.day)
            told.append((standing.moved(since, lang, forum=True), forum.day))
        for said, day in told:
            icon, since_ = ":material/history:", day.isoformat()
            ways.link("change", said, icon=icon, scope=chosen.scope, lang=lang, since=since_)


def _concern(
    each: Attention, chosen: "Choices", below: "DataFrame", gaps: "DataFrame", level: Level
) -> None:
    lang = chosen.lang
    name = ""
    if each.concern is Concern.LARGEST:
        name = _largest(gaps, chosen)
    elif each.concern is Concern.LOWEST:
        name = _name(below, str(each.code), level, chosen)
        name = place_names.with_level(name, level, lang, str(each.code))
    said = standing.concern(each, name, chosen.theme, chosen.basis, lang)
    with st.container(key=f"concern_{each.concern}"):
        st.text(said)
        if each.concern is Concern.LOWEST:
            _down(str(each.code), t("standing.see", lang), "low", level, chosen)
            _send(str(each.code), lang)
            return
        page, label, icon = _PAGES[each.concern]
        scope = each.code or chosen.scope
        if each.code is None or chosen.basis == Basis.TAMBON:
            ways.link(page, t(f"standing.{label}", lang), icon=icon, scope=scope, lang=lang)


def _send(scope: str, lang: "Lang") -> None:
    """Show the way to the page from which somebody is sent."""
    ways.link("gaps", t("standing.send", lang), icon=":material/send:", scope=scope, lang=lang)


def _ranking(below: "DataFrame", chosen: "Choices", level: Level) -> None:
    lang = chosen.lang
    word = place_names.level_word(level, lang, chosen.scope)
    st.markdown(f"**{t('standing.ranking', lang, level=word)}**")
    key = f"ranking_all_{chosen.scope}"
    is_all = len(below) <= FEW or st.session_state.get(key, False)
    rows = below if is_all else below.head(FEW)
    with st.container(key="ranking"):
        st.html(_bars(rows))
        for code, row in rows.iterrows():
            known = not pd.isna(row["coverage_pct"])
            unknown = t("standing.ranking_unknown", lang)
            told = {
                "name": _name(below, str(code), level, chosen),
                "rate": f"{row['coverage_pct']:.1f} %" if known else unknown,
                "covered": f"{row['covered']:,}",
                "areas": f"{row['areas']:,}",
            }
            label = t("standing.ranking_one", lang, **told)
            _down(str(code), label, "rank", level, chosen)
    if not is_all:
        st.checkbox(t("standing.ranking_all", lang, count=len(below)), key=key)


def _bars(rows: "DataFrame") -> str:
    """Return the styles that make the buttons of the ranking bars."""
    styles = "".join(
        f".st-key-rank_{code} button{{--share:{0 if pd.isna(rate) else rate:.1f}%}}"
        for code, rate in rows["coverage_pct"].items()
    )
    return f"<style>{styles}</style>"


def _down(code: str, label: str, where: str, level: Level, chosen: "Choices") -> None:
    """Show what goes down into an area: the page of a tambon, else this page."""
    if level is Level.TAMBON:
        icon = ":material/pin_drop:"
        ways.link("tambon", label, icon=icon, scope=code, lang=chosen.lang)
        return
    st.button(
        picked.plain(label),
        key=f"{where}_{code}",
        on_click=choices.choose,
        args=(choices.SCOPE, code),
        type="tertiary",
        width="stretch" if where == "rank" else "content",
    )


def _largest(gaps: "DataFrame", chosen: "Choices") -> str:
    first = gaps.iloc[0]
    if chosen.basis == Basis.TAMBON:
        return gazetteer.full_name(str(gaps.index[0]), chosen.lang)
    name = first[f"name_{chosen.lang}"]
    return str(first["name_th"] if pd.isna(name) else name)


def _name(below: "DataFrame", code: str, level: Level, chosen: "Choices") -> str:
    name = str(below.loc[code, f"name_{chosen.lang}"])
    return place_names.with_level(name, level, chosen.lang) if level is Level.CLUSTER else name
