"""What the page of clusters compares: which areas, by what, of which year; and what is picked."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from areamap.direction.clusters import BELOW, Measure
from areamap.i18n import Lang, t
from areamap.places.levels import Level
from areamap.ui import choices, controls, loaders, pickers, place_names, subjects

if TYPE_CHECKING:
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
    offered = pickers.offer(lang, today, THEMES)
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
    with controls.row():
        controls.scope(offered.places, lang)
        if compared.levels:
            code = compared.chosen.scope
            named = {
                str(each): place_names.level_word(each, lang, code) for each in compared.levels
            }
            controls.buttons(BY, named, t("clusters.by", lang))
        themes = {theme: t(f"ui.theme_{theme}", lang) for theme in THEMES}
        controls.buttons(choices.THEME, themes, t("clusters.of", lang))
        if compared.is_money:
            per = [str(each) for each in _PER if each is not Measure.HEAD or "head" in offered.ways]
            named = {each: t(f"clusters.per_{each}", lang) for each in per}
            controls.buttons(PER, named, t("clusters.per", lang))
        else:
            controls.basis(offered.bases, lang)
        controls.year(offered.years, compared.chosen.theme, lang)
