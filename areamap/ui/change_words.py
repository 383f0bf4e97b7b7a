"""What the page of change says first: the answer, its sum, the last forum, what is picked."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.sentences import change as said
from areamap.calendar import fiscal_year
from areamap.direction.clusters import BELOW
from areamap.i18n import t
from areamap.places.levels import COUNTRY_CODE, Level
from areamap.ui import answer as answers
from areamap.ui import (
    change_data,
    choices,
    loaders,
    map_view,
    moments,
    picked,
    scopes,
    source,
    ways,
)
from areamap.ui.picked import Chip

if TYPE_CHECKING:
    from datetime import date

    from pandas import DataFrame, Index

    from areamap.i18n import Lang
    from areamap.ui.change_choice import Compared
    from areamap.ui.change_data import Between
    from areamap.ui.choices import Choices

AT = "spot"
"""Name in the address of the area that is picked."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """
    What the page shows.

    Attributes
    ----------
    compared
        What is compared.
    between
        The two moments.
    by
        Level of the areas below.
    below
        The account by those areas.
    names
        What they are called, by code.
    at
        The area that is picked.
    chosen
        What is chosen, with the area that is picked in the place of the one looked at.
    inside
        Tambons of that area.
    """

    compared: "Compared"
    between: "Between"
    by: Level
    below: "DataFrame"
    names: dict[str, str]
    at: str | None
    chosen: "Choices"
    inside: "Index"

    @property
    def lang(self) -> "Lang":
        """Language of the page."""
        return self.chosen.lang

    @property
    def place(self) -> str:
        """What the area is called that the page is narrowed to."""
        return self.names[self.at] if self.at else self.compared.place.label(self.lang)

    @property
    def source(self) -> str:
        """File, basis, day and kind of map as one line; of two publications both."""
        asked, lang = self.between.asked, self.lang
        if self.between.second.known_at is None:
            return source.line(asked, self.chosen)
        told = [
            t("change.from_publication", lang, file=each.file_name, number=each.id)
            for snapshot in change_data.pair(self.between)
            if (each := snapshot.publication) is not None
        ]
        return "  ·  ".join([" → ".join(told), map_view.as_of_line(asked, self.chosen)])

    @property
    def cache_key(self) -> tuple[object, ...]:
        """All that the charts depend on."""
        chosen = self.compared.chosen
        told = (chosen.theme, chosen.basis, chosen.scope, chosen.lang, self.at)
        return (self.between, str(self.by), *told)


def gather(compared: "Compared", between: "Between") -> Shown:
    """Return what the page shows of what is compared."""
    chosen = compared.chosen
    by = BELOW.get(compared.place.level, (Level.TAMBON,))[0]
    if compared.is_money:
        below = change_data.paid_account(between, by, chosen.scope)
    else:
        below = change_data.counted(between, by, chosen.basis, chosen.scope)
    on = between.second.day
    names = _names(below, on, chosen.lang)
    at = picked.one(AT, set(names))
    chosen = chosen if at is None else replace(chosen, scope=at)
    inside = loaders.tambons(chosen.scope, on)
    return Shown(compared, between, by, below, names, at, chosen, inside)


def show(shown: Shown) -> None:
    """Show the answer, what is picked, and the last forum."""
    lang, between = shown.lang, shown.between
    first, second = between.first.day, between.second.day
    closed = said.closed(change_data.closed_years(between, shown.chosen.scope), lang)
    answer, total = _account(shown)
    told = [answer, f"{said.between(first, second, lang)}: {total}", closed]
    holds = map_view.as_of_line(between.asked, shown.chosen)
    answers.show(t("change.question", lang), told, holds)
    if not change_data.told_before(between):
        st.warning(t("change.nothing_then", lang))
    if shown.compared.is_money and fiscal_year(first) == fiscal_year(second):
        st.caption(t("change.same_year", lang))
    forum = shown.compared.forum
    place = shown.compared.place.label(lang)
    if forum is not None:
        place = scopes.name_of(forum.area_code, second, lang)
    with st.container(key="forum"):
        is_year_ago = first == moments.year_before(second)
        st.text(said.last_forum(forum, place, lang, is_year_ago=is_year_ago))
    if shown.at is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="ways"):
            picked.show([Chip(AT, shown.place)], lang)
            _go_in(shown)


def _account(shown: Shown) -> tuple[str, str]:
    """Return the answer, and the sum that it can be checked by."""
    lang, between, chosen = shown.lang, shown.between, shown.chosen
    if shown.compared.is_money:
        line = change_data.paid_account(between, Level.TAMBON, chosen.scope).sum()
        return said.paid(line, shown.place, lang), said.sum_of_baht(line, lang)
    line = change_data.counted(between, None, chosen.basis, chosen.scope).iloc[0]
    return (
        said.counted(line, shown.place, chosen.theme, chosen.basis, lang),
        said.sum_of_areas(line, lang),
    )


def _go_in(shown: Shown) -> None:
    lang, at = shown.lang, str(shown.at)
    label = t("change.go_in", lang, place=picked.plain(shown.place))
    if shown.by is Level.TAMBON:
        ways.link("tambon", label, icon=":material/pin_drop:", scope=at, lang=lang)
        return
    st.button(label, key="go_in", on_click=_enter, args=(at,), icon=":material/zoom_in_map:")


def _enter(code: str) -> None:
    choices.leave_out(AT)
    choices.choose(choices.SCOPE, code)


def _names(below: "DataFrame", on: "date", lang: "Lang") -> dict[str, str]:
    """Return what areas are called; money known only above the level keeps its own area's name."""
    if f"name_{lang}" in below.columns:
        found = below[f"name_{lang}"].fillna(below["name_th"])
        return {str(code): str(name) for code, name in found.items()}
    codes = tuple(str(code) for code in below.index if str(code) != COUNTRY_CODE)
    return change_data.names(codes, on, lang)
