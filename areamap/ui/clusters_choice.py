"""What the page of clusters compares: which areas, by what, of which year; and what is picked."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.direction.clusters import BELOW, Measure
from areamap.i18n import Lang, t
from areamap.places.levels import Level
from areamap.ui import choices, loaders, pickers, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked
    from areamap.ui.scopes import Place

BY: Final = "by"
"""Name in the address of the level whose areas are compared."""

PER: Final = "per"
"""Name in the address of what baht are divided by."""

AT: Final = "spot"
"""Name in the address of the area that is picked."""

THEMES: Final = (*subjects.STATED, subjects.BUDGET)
_PER: Final = (Measure.TAMBON, Measure.HEAD, Measure.SUM)


@dataclass(frozen=True, slots=True)
class Compared:
    """
    What is compared.

    Attributes
    ----------
    offered
        What can be chosen, and what is, as on all pages.
    key
        What is asked.
    measure
        What areas are compared by.
    by
        Level of the areas; None where the area looked at has none below that can be compared.
    levels
        Levels that can be chosen.
    """

    offered: pickers.Offer
    key: "Asked"
    measure: Measure
    by: Level | None
    levels: tuple[Level, ...]

    @property
    def chosen(self) -> "Choices":
        """What is chosen."""
        return self.offered.chosen

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.offered.chosen.lang

    @property
    def place(self) -> "Place":
        """The area looked at."""
        return self.offered.place

    @property
    def is_money(self) -> bool:
        """Whether baht are compared."""
        return self.measure is not Measure.COVERAGE


def offer(lang: Lang, today: date) -> Compared:
    """Return what is compared, by address, widgets and session."""
    choices.current(choices.THEME, THEMES, THEMES[0])
    offered = pickers.offer(lang, today)
    choices.leave_out(choices.MONEY, choices.MAP)
    chosen = offered.chosen
    levels = BELOW.get(offered.place.level, ())
    by = None
    if levels:
        by = Level(choices.current(BY, [str(level) for level in levels], str(levels[0])))
    measure = Measure.COVERAGE
    if chosen.theme == subjects.BUDGET:
        choices.leave_out(choices.BASIS)
        per = [str(each) for each in _PER if each is not Measure.HEAD or "head" in offered.ways]
        measure = Measure(choices.current(PER, per, per[0]))
    else:
        choices.leave_out(PER)
    key = loaders.asked(subjects.register(chosen), chosen.year)
    return Compared(offered, key, measure, by, levels)


def show(compared: Compared) -> None:
    """Show the controls."""
    lang, offered = compared.lang, compared.offered
    with st.container(horizontal=True, vertical_alignment="bottom", key="pickers"):
        st.selectbox(
            t("ui.scope", lang),
            list(offered.places),
            format_func=lambda code: offered.places[code].label(lang),
            key=choices.widget_key(choices.SCOPE),
            width=230,
        )
        if compared.levels:
            names = {str(level): t(f"levels.{level}", lang) for level in compared.levels}
            _buttons(BY, t("clusters.by", lang), names)
        _buttons(
            choices.THEME,
            t("clusters.of", lang),
            {theme: t(f"ui.theme_{theme}", lang) for theme in THEMES},
        )
        if compared.is_money:
            per = [str(each) for each in _PER if each is not Measure.HEAD or "head" in offered.ways]
            _buttons(PER, t("clusters.per", lang), {p: t(f"clusters.per_{p}", lang) for p in per})
        else:
            named = {basis: t(f"ui.basis_{basis}", lang) for basis in offered.bases}
            _buttons(choices.BASIS, t("ui.basis", lang), named, t("ui.basis_help", lang))
        st.selectbox(
            t("ui.fy", lang),
            offered.years,
            format_func=lambda year: pickers.year_label(year, compared.chosen.theme, lang),
            key=choices.widget_key(choices.YEAR),
            width=165,
            help=t("ui.fy_help", lang),
        )


def _buttons(name: str, label: str, named: dict[str, str], tip: str | None = None) -> None:
    options: Sequence[str] = list(named)
    st.segmented_control(
        label,
        options,
        format_func=lambda option: named[option],
        key=choices.widget_key(name),
        help=tip,
        wrap=True,
    )
