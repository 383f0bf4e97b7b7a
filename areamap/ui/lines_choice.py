"""What the page of work lines looks at: which area, which rows, of which year; what is picked."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.measures.integration import LINES
from areamap.places.levels import Level
from areamap.ui import choices, controls, lines_data, loaders, picked, pickers, place_names
from areamap.workspace import INTEGRATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandas import Index

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked

BY: Final = "rows"
"""Name in the address of the level whose areas are rows."""

AT: Final = "spot"
LINE: Final = "line"
AGENCY: Final = "agency"
"""Names in the address of what is picked."""

EVERY: Final = "every"
"""Row or column of the matrix that is the whole."""

FEW: Final = 130
"""Up to so many tambons each has a row at first."""

ROWS: Final["Mapping[Level, tuple[Level, ...]]"] = {
    Level.COUNTRY: (Level.CLUSTER, Level.REGION, Level.PROVINCE),
    Level.REGION: (Level.PROVINCE, Level.CLUSTER, Level.DISTRICT),
    Level.OFFICE: (Level.PROVINCE, Level.CLUSTER, Level.DISTRICT),
    Level.CLUSTER: (Level.PROVINCE, Level.DISTRICT),
    Level.PROVINCE: (Level.DISTRICT, Level.TAMBON),
    Level.ZONE: (Level.DISTRICT, Level.TAMBON),
    Level.DISTRICT: (Level.TAMBON,),
    Level.TAMBON: (Level.TAMBON,),
}
"""Levels whose areas can be rows within an area of a level."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """
    What the page shows.

    Attributes
    ----------
    offered
        What can be chosen, and what is.
    key
        What is asked.
    by, levels
        Level of the rows, and those that can be chosen.
    inside
        Tambons of the area looked at.
    at, line, agency
        Area, work line and agency that are picked.
    """

    offered: pickers.Offer
    key: "Asked"
    by: Level
    levels: tuple[Level, ...]
    inside: "Index"
    at: str | None = None
    line: str | None = None
    agency: str | None = None

    @property
    def chosen(self) -> "Choices":
        """What is chosen."""
        return self.offered.chosen

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.offered.chosen.lang

    @property
    def scope(self) -> str:
        """Code of the area looked at."""
        return self.offered.chosen.scope

    @property
    def cache_key(self) -> tuple[object, ...]:
        """All that the charts depend on."""
        told = (self.scope, self.lang, str(self.by), self.at, self.line, self.agency)
        return (self.key, *told)

    @property
    def names(self) -> dict[str, str]:
        """What the rows are called, by code."""
        return lines_data.names(self.key, self.by, self.lang)

    @property
    def place(self) -> str:
        """What the area looked at is called; the one that is picked, where one is."""
        if self.at is None:
            return self.offered.place.label(self.lang)
        return place_names.with_level(self.names[self.at], self.by, self.lang, self.at)


def offer(lang: Lang, today: date) -> Shown:
    """Return what is shown, by address, widgets and session."""
    offered = pickers.offer(lang, today, (INTEGRATION,))
    choices.leave_out(choices.MONEY, choices.BASIS)
    chosen = offered.chosen
    key = lines_data.asked(chosen.year)
    inside = loaders.tambons(chosen.scope, key.as_of)
    levels = ROWS[offered.place.level]
    small = Level.TAMBON in levels and len(inside) <= FEW
    usual = Level.TAMBON if small else levels[0]
    by = Level(choices.current(BY, [str(level) for level in levels], str(usual)))
    shown = Shown(offered, key, by, levels, inside)
    rows, agencies = lines_data.offered(key, by, chosen.scope)
    return replace(
        shown,
        at=picked.one(AT, rows) if len(inside) > 1 else None,
        line=picked.one(LINE, {str(line) for line in LINES}),
        agency=picked.one(AGENCY, agencies),
    )


def show(shown: Shown) -> None:
    """Show the controls."""
    lang, offered = shown.lang, shown.offered
    with controls.row():
        controls.scope(offered.places, lang)
        if len(shown.levels) > 1:
            named = {
                str(level): place_names.level_word(level, lang, shown.scope)
                for level in shown.levels
            }
            controls.buttons(BY, named, t("lines.by", lang))
        _agency(shown)
        controls.year(offered.years, INTEGRATION, lang)
        controls.kind(offered.kinds, lang)


def pick(code: str) -> None:
    """Pick row and column of a cell, or take them back where both are; only in a callback."""
    row, _, column = code.partition("|")
    wanted = {AT: row, LINE: column}
    told = {name: value for name, value in wanted.items() if value != EVERY}
    if all(st.query_params.get(name) == value for name, value in told.items()):
        choices.leave_out(*(told or wanted))
        return
    for name, value in told.items():
        st.query_params[name] = value


def _agency(shown: Shown) -> None:
    """Offer the agencies in a list: a bar may be far down the page."""
    every = ""
    _, agencies = lines_data.offered(shown.key, shown.by, shown.scope)
    options = [every, *agencies]
    key = "lines_agency"
    # What the address holds is what is picked, also by a click on a bar.
    st.session_state[key] = shown.agency or every
    st.selectbox(
        t("lines.agency", shown.lang),
        options,
        format_func=lambda each: (
            lines_data.agency_name(each, shown.lang)
            if each
            else t("lines.all_agencies", shown.lang)
        ),
        key=key,
        width=190,
        on_change=_chosen,
        args=(key,),
    )


def _chosen(key: str) -> None:
    value = st.session_state[key]
    if value:
        st.query_params[AGENCY] = value
    else:
        choices.leave_out(AGENCY)
