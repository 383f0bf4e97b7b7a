"""Which tambon the page of one place shows, and the ways to another one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import streamlit as st

from areamap.i18n import Lang, t
from areamap.places import gazetteer, hierarchy, search
from areamap.places.levels import Level
from areamap.ui import (
    choices,
    controls,
    home,
    loaders,
    moments,
    place_names,
    scopes,
    subjects,
    years,
)
from areamap.ui.choices import Choices

if TYPE_CHECKING:
    from datetime import date

    from areamap.boundary_sets import MapKind
    from areamap.ui.scopes import Place

_BELOW = {
    Level.COUNTRY: Level.PROVINCE,
    Level.REGION: Level.PROVINCE,
    Level.OFFICE: Level.PROVINCE,
    Level.CLUSTER: Level.PROVINCE,
    Level.ZONE: Level.DISTRICT,
    Level.PROVINCE: Level.DISTRICT,
    Level.DISTRICT: Level.TAMBON,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """
    What the page shows.

    Attributes
    ----------
    chosen
        Language, area, theme and kind of the map.
    places
        The areas that stand in the list.
    code
        The tambon; None where the area looked at is none and none in it is selected.
    years
        Fiscal years at whose end it may be looked at, and the day itself.
    today
        The day that is looked at: the end of a fiscal year where one is chosen.
    """

    chosen: Choices
    places: "dict[str, Place]"
    code: str | None
    years: tuple[str, ...]
    today: "date"

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.chosen.lang


def offer(lang: Lang, today: "date") -> Chosen:
    """Return what the page shows, by address, widgets and session."""
    asked = st.session_state.get(choices.ASKED_FOR)
    if asked is not None and gazetteer.level_of(asked[1]) is Level.TAMBON:
        # On this page a tambon is gone to, whatever was looked at.
        choices.asked_for()
        choices.choose(choices.SCOPE, asked[1])
    scope, places = scopes.current(lang, today)
    kinds = tuple(home.map_kinds())
    kind = cast("MapKind", choices.current(choices.MAP, kinds, kinds[0]))
    theme = choices.current(choices.THEME, subjects.STATED, subjects.STATED[0])
    offered = years.of_theme(theme, today)
    year = choices.current(choices.YEAR, offered, years.usual(offered, today))
    number = None if year == choices.NOW else int(year)
    chosen = Choices(lang, scope, theme, "tambon", number, kind)
    return Chosen(chosen, places, _tambon(scope, today), offered, moments.day(number))


def show(page: Chosen) -> None:
    """Show the area looked at, and the search for another tambon."""
    lang = page.lang
    with controls.row():
        controls.scope(page.places, lang)
        controls.year(page.years, page.chosen.theme, lang)
        text = st.text_input(
            t("tambon.search", lang),
            key="find_tambon",
            placeholder=t("tambon.search_hint", lang),
            icon=":material/search:",
            width=360,
        )
    if text:
        _found(text, lang)


def nothing(page: Chosen) -> None:
    """Say that no tambon is looked at, and offer the areas inside, down to the tambons."""
    lang, scope = page.lang, page.chosen.scope
    place = page.places[scope]
    st.info(t("tambon.pick", lang, place=place.label(lang)), icon=":material/pin_drop:")
    below = _BELOW.get(place.level)
    if below is None:
        return
    inside = loaders.tambons(scope, page.today)
    membership = hierarchy.membership(below, home.workspace().groupings.all, page.today)
    codes = sorted(set(membership.reindex(inside).dropna()))
    key = "inside" if below is Level.TAMBON else "inside_areas"
    st.subheader(t(f"tambon.{key}", lang, place=place.label(lang)), anchor=False)
    with st.container(horizontal=True, key="inside"):
        for code in codes:
            go_to(str(code), gazetteer.name(str(code), lang), "inside")


def go_to(code: str, label: str, where: str) -> None:
    """Show a button that goes to an area."""
    st.button(label, key=f"{where}_{code}", on_click=_go, args=(code,))


def named(code: str, lang: Lang) -> str:
    """Return the name of an area with the word for its level."""
    level = gazetteer.level_of(code) or Level.TAMBON
    return place_names.with_level(gazetteer.name(code, lang), level, lang, code)


def _go(code: str) -> None:
    choices.choose(choices.SCOPE, code)
    choices.clear_selection()
    st.session_state["find_tambon"] = ""


def _found(text: str, lang: Lang) -> None:
    codes = search.search(text, levels=(Level.TAMBON,))
    if not codes:
        st.caption(t("tambon.search_nothing", lang))
        return
    with st.container(horizontal=True, key="found"):
        for code in codes:
            go_to(code, gazetteer.full_name(code, lang), "found")


def _tambon(scope: str, today: "date") -> str | None:
    if gazetteer.level_of(scope) is Level.TAMBON:
        return scope
    inside = loaders.tambons(scope, today)
    return next((code for code in choices.selected()[-1:] if code in inside), None)
