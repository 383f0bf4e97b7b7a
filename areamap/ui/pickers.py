"""What can be chosen above the map, and the row of controls in which it is."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui import choices, controls, home, loaders, scopes, subjects, years
from areamap.ui.choices import Choices
from areamap.ui.scopes import Place
from areamap.workspace import INTEGRATION, PAIRS

if TYPE_CHECKING:
    from collections.abc import Callable

    from areamap.boundary_sets import MapKind


@dataclass(frozen=True, slots=True)
class Offer:
    """
    What can be chosen with the data there is, and what is.

    Attributes
    ----------
    chosen
        What is chosen.
    places
        Every area that may be looked at, by its code.
    bases
        Bases that can be counted by.
    years
        Values of the fiscal year, `choices.NOW` among them where the theme has a today.
    kinds
        Kinds of map.
    ways
        Ways of showing money.
    """

    chosen: Choices
    places: dict[str, Place]
    bases: tuple[str, ...]
    years: tuple[str, ...]
    kinds: tuple[str, ...]
    ways: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The area looked at."""
        return self.places[self.chosen.scope]


def offer(lang: Lang, today: date, themes: tuple[str, ...] = subjects.SHOWN) -> Offer:
    """
    Return what can be chosen and what is, by address, widgets and session.

    Parameters
    ----------
    lang
        Language of the page.
    today
        The day that is looked at.
    themes
        Themes that the page offers, the usual one first.
    """
    scope, places = scopes.current(lang, today)
    theme = choices.current(choices.THEME, themes, themes[0])
    kinds = tuple(home.map_kinds())
    kind = cast("MapKind", choices.current(choices.MAP, kinds, kinds[0]))
    pair = _only(choices.PAIR, tuple(PAIRS), is_asked=theme == subjects.TWO)
    ways = money_ways()
    way = _only(choices.MONEY, ways, is_asked=theme == subjects.BUDGET)
    first = Choices(lang, scope, theme, "", None, kind, pair, way)
    bases = theme_bases(first)
    basis = choices.current(choices.BASIS, bases, bases[0])
    offered = years.of_theme(theme, today)
    year = choices.current(choices.YEAR, offered, years.usual(offered, today))
    chosen = replace(first, basis=basis, year=None if year == choices.NOW else int(year))
    return Offer(chosen, places, bases, offered, kinds, ways)


def money_ways() -> tuple[str, ...]:
    """Return the ways of showing money; not per head where nobody says how many heads."""
    key = loaders.asked(subjects.BUDGET, None)
    has_people = "population" in dict(key.publications)
    return tuple(way for way in subjects.MONEY if has_people or way != subjects.HEAD)


def theme_bases(chosen: Choices) -> tuple[str, ...]:
    """Return the bases that a theme can be counted by; work lines are known by tambon only."""
    if chosen.theme == INTEGRATION:
        return ("tambon",)
    key = loaders.asked(subjects.register(chosen), None)
    return tuple(str(base) for base in loaders.bases(key))


def show(offered: Offer, beside: "Callable[[], None] | None" = None) -> None:
    """
    Show the controls.

    Parameters
    ----------
    offered
        What can be chosen and what is.
    beside
        Shows what stands in the same row after them.
    """
    lang = offered.chosen.lang
    theme = offered.chosen.theme
    is_money = theme == subjects.BUDGET
    alone = len(offered.bases) == 1 and theme != INTEGRATION
    with controls.row():
        controls.scope(offered.places, lang)
        _buttons(choices.THEME, subjects.SHOWN, lang)
        if theme == subjects.TWO:
            _buttons(choices.PAIR, tuple(PAIRS), lang)
        if is_money:
            _buttons(choices.MONEY, offered.ways, lang)
        elif theme != INTEGRATION:
            tip = "ui.basis_why_not" if alone else "ui.basis_help"
            controls.basis(offered.bases, lang, tip=tip)
        controls.year(offered.years, theme, lang)
        controls.kind(offered.kinds, lang)
        if beside is not None:
            beside()
    if alone and not is_money:
        st.caption(t("ui.basis_why_not", lang))


def _only(name: str, options: tuple[str, ...], *, is_asked: bool) -> str:
    """Return the value of a name that only one theme asks for."""
    if is_asked:
        return choices.current(name, options, options[0])
    choices.leave_out(name)
    return options[0]


def _buttons(name: str, options: tuple[str, ...], lang: Lang) -> None:
    named = {option: t(f"ui.{name}_{option}", lang) for option in options}
    controls.buttons(name, named, t(f"ui.{name}", lang))
