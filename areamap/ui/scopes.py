"""The area looked at: which there are, how one goes down into one of them and up again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.errors import PlaceError
from areamap.i18n import Lang, t
from areamap.places import gazetteer, hierarchy, ladder
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE, Level
from areamap.ui import brief_offer, choices, home, loaders, moments
from areamap.ui.keeping import kept
from areamap.ui.place_names import with_level

if TYPE_CHECKING:
    from datetime import date

    from areamap.places.groupings import Groupings
    from areamap.ui.choices import Choices

LISTED: Final = (
    Level.COUNTRY,
    Level.CLUSTER,
    Level.PROVINCE,
    Level.REGION,
    Level.OFFICE,
    Level.ZONE,
)
"""Levels whose areas all stand in the list, in its order; smaller ones are gone down to."""


@dataclass(frozen=True, slots=True)
class Place:
    """An area that may be looked at: its level, its name without a word for it, and its code."""

    level: Level
    name: str
    code: str = ""

    def label(self, lang: Lang) -> str:
        """Return the name with the word for the level."""
        return with_level(self.name, self.level, lang, self.code)


def current(lang: Lang, on: "date") -> tuple[str, dict[str, Place]]:
    """
    Return the code of the area looked at, and the areas that stand in the list with it.

    A place that was asked for on the map comes first, then what `choices.current` takes.

    Parameters
    ----------
    lang
        Language of the names.
    on
        The day whose groups count.
    """
    places = dict(_listed(lang, on, home.workspace().groupings.all))
    for code in choices.wanted(choices.SCOPE):
        if gazetteer.level_of(code) in CODE_DIGITS:
            places.setdefault(code, _small(code, lang))
    scope = choices.current(choices.SCOPE, list(places), COUNTRY_CODE)
    asked = choices.asked_for()
    if asked is not None:
        event, code = asked
        is_group = event == "find" and gazetteer.level_of(code) is None and code in places
        target = code if is_group else _target(event, code, scope, on)
        if target not in places:
            places[target] = _small(target, lang)
        st.session_state[choices.widget_key(choices.SCOPE)] = target
        scope = choices.current(choices.SCOPE, list(places), scope)
    return scope, {code: place for code, place in places.items() if _stands(code, place, scope)}


def breadcrumbs(chosen: "Choices", on: "date") -> None:
    """
    Show the areas that the area looked at lies in, each a way up, and the way down.

    The day is told with them, where it is not today.

    Parameters
    ----------
    chosen
        What the viewer has chosen.
    on
        The day whose groups count.
    """
    groupings = home.workspace().groupings.all
    path = ladder.above(chosen.scope, groupings, on)
    with st.container(horizontal=True, vertical_alignment="center", key="breadcrumbs"):
        for area in path[:-1]:
            _step(area.code, _label(area, chosen.lang), "up")
        st.markdown(f"**{_label(path[-1], chosen.lang)}**")
        inside = loaders.tambons(chosen.scope, on)
        tambon = next((code for code in choices.selected()[-1:] if code in inside), None)
        if tambon is not None and tambon != chosen.scope:
            down = ladder.below(path[-1], tambon, groupings, on)
            area = hierarchy.find_area(down, groupings, on)
            label = t("ui.go_down", chosen.lang, place=_label(area, chosen.lang))
            _step(down, label, "down")
        brief_offer.show(chosen.scope, on, chosen.lang)
    moments.note(chosen.lang)


def _step(code: str, label: str, way: str) -> None:
    st.button(
        label,
        key=f"step_{way}_{code}",
        on_click=choices.choose,
        args=(choices.SCOPE, code),
        type="tertiary" if way == "up" else "secondary",
        icon=None if way == "up" else ":material/zoom_in_map:",
    )


def _target(event: str, code: str, scope: str, on: "date") -> str:
    """Return the area to look at after a place was gone into, or looked for, on the map."""
    groupings = home.workspace().groupings.all
    level = gazetteer.level_of(code)
    if level not in CODE_DIGITS:
        return scope
    if event == "enter":
        return ladder.below(hierarchy.find_area(scope, groupings, on), code, groupings, on)
    if level is not Level.TAMBON:
        return code
    choices.select((code,))
    return scope if code in loaders.tambons(scope, on) else code[: CODE_DIGITS[Level.PROVINCE]]


def _stands(code: str, place: Place, scope: str) -> bool:
    return place.level in LISTED or code == scope


@kept(16)
def _listed(lang: Lang, on: "date", groupings: "Groupings") -> dict[str, Place]:
    found: dict[str, Place] = {}
    for level in LISTED:
        names = hierarchy.area_names(level, groupings, on)[f"name_{lang}"]
        found |= {str(code): Place(level, str(name), str(code)) for code, name in names.items()}
    return found


def _small(code: str, lang: Lang) -> Place:
    level = gazetteer.level_of(code)
    return Place(level or Level.TAMBON, gazetteer.name(code, lang), code)


def _label(area: hierarchy.Area, lang: Lang) -> str:
    name = area.name_th if lang == "th" else area.name_en
    return Place(area.level, name, area.code).label(lang)


def name_of(code: str, on: "date", lang: Lang) -> str:
    """
    Return what an area of any level is called, with the word for its level.

    Parameters
    ----------
    code
        Its code; one that no area of the day bears, such as an authority's, is returned as it is.
    on
        The day whose groups count.
    lang
        Language of the name.
    """
    try:
        return _label(hierarchy.find_area(code, home.workspace().groupings.all, on), lang)
    except PlaceError:
        return code
