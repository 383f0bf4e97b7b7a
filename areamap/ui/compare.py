"""Two maps side by side: what each shows, by address, widgets and presets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, cast

import pandas as pd
import streamlit as st

from areamap.draw.symbols import symbols
from areamap.i18n import Lang, t
from areamap.ui import (
    choices,
    class_picker,
    controls,
    home,
    loaders,
    map_view,
    moments,
    pickers,
    scopes,
    subjects,
    theme_views,
    years,
)
from areamap.ui.choices import Choices
from areamap.ui.keeping import Keeping

if TYPE_CHECKING:
    from pandas import Index

    from areamap.boundary_sets import MapKind
    from areamap.draw.area_layer import View
    from areamap.ui.class_picker import Classing
    from areamap.ui.loaders import Asked
    from areamap.ui.scopes import Place

LEFT: Final = "left"
RIGHT: Final = "right"
LINK: Final = "compare"
PLACE: Final[dict[str, Literal["kept", "read"]]] = {LEFT: "kept", RIGHT: "read"}
"""Which of the linked maps keeps in the address where both look."""

SUBJECT: Final = "subject"
PRESETS: Final = ("years", "themes", "bases")
_VIEWS: Final = Keeping["tuple[View, View]"](16)
APART: Final = 3
"""How many fiscal years back the earlier of two moments lies at first."""


@dataclass(frozen=True, slots=True)
class Half:
    """
    One of the two maps.

    Attributes
    ----------
    name
        `left` or `right`, which stands before its names in the address.
    subject
        Theme of `subjects.ALL`.
    chosen
        What it shows.
    bases, years
        What may be chosen for it.
    key
        What is asked of the data home.
    """

    name: str
    subject: str
    chosen: Choices
    bases: tuple[str, ...]
    years: tuple[str, ...]
    key: "Asked"

    @property
    def moment(self) -> tuple[date, int]:
        """What tells the earlier of two maps: the day, then the fiscal year."""
        return self.key.as_of, self.chosen.year or 9999


@dataclass(frozen=True, slots=True)
class Pair:
    """
    Both maps, and what they have in common.

    Attributes
    ----------
    left, right
        The maps.
    places
        Every area that may be looked at, by its code.
    kinds
        Kinds of map.
    """

    left: Half
    right: Half
    places: "dict[str, Place]"
    kinds: tuple[str, ...]

    @property
    def chosen(self) -> Choices:
        """What is chosen for both: language, area, kind of map."""
        return self.left.chosen

    @property
    def question(self) -> tuple[object, ...]:
        """All that both maps and what differs between them depend on, but for their classes."""
        halves = (self.left, self.right)
        return tuple((half.key, half.subject, half.chosen) for half in halves)

    @property
    def classed(self) -> Half:
        """The map whose classes can be chosen: the left one if it has any."""
        is_right = not class_picker.has_classes(self.left.chosen)
        return self.right if is_right and class_picker.has_classes(self.right.chosen) else self.left

    @property
    def place(self) -> "Place":
        """The area looked at."""
        return self.places[self.chosen.scope]


def offer(lang: Lang, today: date) -> Pair:
    """Return what can be chosen and what is, by address, widgets and session."""
    scope, places = scopes.current(lang, today)
    kinds = tuple(home.map_kinds())
    kind = cast("MapKind", choices.current(choices.MAP, kinds, kinds[0]))
    common = Choices(lang, scope, subjects.STATED[0], "tambon", None, kind)
    left = _half(LEFT, common, today)
    return Pair(left, _half(RIGHT, common, today), places, kinds)


def show_common(pair: Pair, classing: "Classing") -> None:
    """Show what is chosen for both maps, their classes and colours, and the presets."""
    lang = pair.chosen.lang
    with controls.row():
        controls.scope(pair.places, lang)
        controls.kind(pair.kinds, lang)
        moments.pick(lang)
        for preset in PRESETS:
            st.button(
                t(f"compare.preset_{preset}", lang),
                key=f"preset_{preset}",
                on_click=_PRESET[preset],
                args=(pair,),
            )
        class_picker.show(pair.classed.chosen, classing)


def show_half(half: Half) -> None:
    """Show what is chosen for one map."""
    lang = half.chosen.lang
    with controls.row(f"half_{half.name}"):
        st.selectbox(
            t("ui.theme", lang),
            _offered(),
            format_func=lambda subject: subjects.label(subject, lang),
            key=choices.widget_key(_name(half.name, SUBJECT)),
            width=250,
        )
        name = _name(half.name, choices.YEAR)
        controls.year(half.years, half.chosen.theme, lang, name=name, day=False)
        if half.chosen.theme != subjects.BUDGET and len(half.bases) > 1:
            named = {basis: t(f"ui.basis_{basis}", lang) for basis in half.bases}
            controls.buttons(_name(half.name, choices.BASIS), named, t("ui.basis", lang))


def views(pair: Pair, inside: "Index", classing: "Classing") -> "tuple[View, View]":
    """Return what `drawn` gives, made once, with what is selected on the maps now."""
    how = (classing.scheme, classing.count, classing.palette.name, classing.breaks)
    question = (pair.question, map_view.drawn_on(pair.chosen), how)
    left, right = _VIEWS.get(question, lambda: drawn(pair, inside, classing))
    return map_view.with_selected(left, pair.chosen), map_view.with_selected(right, pair.chosen)


def drawn(pair: Pair, inside: "Index", classing: "Classing") -> "tuple[View, View]":
    """
    Return what both maps show; the same colours and circles mean the same on both.

    Parameters
    ----------
    pair
        The maps.
    inside
        Tambons of the area looked at.
    classing
        How the numbers of `pair.classed` are classed and coloured. The other map has the same
        palette, and the same classes where it shows the same.
    """
    halves = (pair.left, pair.right)
    is_same = pair.left.subject == pair.right.subject
    if not is_same or pair.left.chosen.theme != subjects.BUDGET:
        left, right = (
            theme_views.view(half.key, half.chosen, inside, _classing(half, pair, classing))
            for half in halves
        )
        return left, right
    amounts = [theme_views.amounts(half.key, half.chosen) for half in halves]
    found = [
        theme_views.money_values(half.key, half.chosen, inside, amount)[0]
        for half, amount in zip(halves, amounts, strict=True)
    ]
    left, right = (
        theme_views.view(half.key, half.chosen, inside, replace(classing, beside=other))
        for half, other in zip(halves, reversed(found), strict=True)
    )
    if left.symbols is not None and right.symbols is not None:
        both = symbols(pd.concat([amount.reindex(inside) for amount in amounts]))
        told = None if both is None else both.message()
        return replace(left, symbols=told), replace(right, symbols=told)
    return left, right


def _classing(half: Half, pair: Pair, classing: "Classing") -> "Classing":
    """Return how a map is classed beside one that shows something else."""
    chosen = pair.classed.chosen
    if (half.chosen.theme, half.chosen.money) == (chosen.theme, chosen.money):
        return classing
    return replace(class_picker.usual(half.chosen.money), palette=classing.palette)


def _half(name: str, common: Choices, today: date) -> Half:
    offered = _offered()
    subject = choices.current(_name(name, SUBJECT), offered, offered[0])
    first = subjects.with_subject(common, subject)
    bases = pickers.theme_bases(first)
    basis = choices.current(_name(name, choices.BASIS), bases, bases[0])
    offered_years = years.of_theme(first.theme, today)
    usual = dict(zip((LEFT, RIGHT), _two_moments(offered_years, today), strict=True))
    year = choices.current(_name(name, choices.YEAR), offered_years, usual[name])
    number = None if year == choices.NOW else int(year)
    chosen = replace(first, basis=basis, year=number)
    key = loaders.asked(subjects.register(chosen), number)
    return Half(name, subject, chosen, bases, offered_years, key)


def _two_moments(offered: tuple[str, ...], today: date) -> tuple[str, str]:
    """Return the moments that are set against each other at first: a year and the one before."""
    if offered[0] == choices.NOW:
        return offered[min(APART, len(offered) - 1)], offered[0]
    over = [year for year in offered if not years.is_running(int(year), today)]
    newest = (over or [*offered])[:2]
    return newest[-1], newest[0]


def _offered() -> tuple[str, ...]:
    ways = pickers.money_ways()
    left_out = [f"{subjects.BUDGET}-{way}" for way in subjects.MONEY if way not in ways]
    return tuple(subject for subject in subjects.ALL if subject not in left_out)


def _name(half: str, name: str) -> str:
    return f"{half}_{name}"


def _choose(half: str, **values: str) -> None:
    for name, value in values.items():
        choices.choose(_name(half, name), value)


def _two_years(pair: Pair) -> None:
    """Show the theme of the left map at two moments."""
    half = pair.left
    subject = half.subject
    basis = half.chosen.basis
    today = moments.day()
    offered = years.of_theme(subjects.with_subject(half.chosen, subject).theme, today)
    before, after = _two_moments(offered, today)
    _choose(LEFT, subject=subject, basis=basis, fy=before)
    _choose(RIGHT, subject=subject, basis=basis, fy=after)


def _two_themes(pair: Pair) -> None:
    """Show councils and funds at the same moment."""
    basis = pair.left.chosen.basis
    for half, subject in zip((LEFT, RIGHT), subjects.STATED, strict=False):
        _choose(half, subject=subject, basis=basis, fy=choices.NOW)


def _two_bases(pair: Pair) -> None:
    """Show the theme of the left map by tambon and by local authority."""
    subject = pair.left.subject if pair.left.subject in subjects.STATED else subjects.STATED[0]
    _choose(LEFT, subject=subject, basis="tambon", fy=choices.NOW)
    _choose(RIGHT, subject=subject, basis="authority", fy=choices.NOW)


_PRESET: Final[dict[str, Callable[[Pair], None]]] = {
    "years": _two_years,
    "themes": _two_themes,
    "bases": _two_bases,
}
