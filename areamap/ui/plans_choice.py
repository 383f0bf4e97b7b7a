"""What the page of plans and targets looks at: which area, on which day; what is picked."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from areamap.direction.clusters import BELOW
from areamap.i18n import Lang, t
from areamap.places.levels import Level
from areamap.ui import (
    choices,
    controls,
    lines_data,
    loaders,
    picked,
    pickers,
    place_names,
    plans_data,
)
from areamap.workspace import INTEGRATION

if TYPE_CHECKING:
    from pandas import Index

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked

BY: Final = "rows"
AT: Final = "spot"
TARGET: Final = "target"
"""Names in the address of the level of the rows, and of what is picked."""


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
        Level of the areas in which tambons are counted, and those that can be chosen; None where
        the area looked at is a tambon.
    inside
        Tambons of the area looked at, or of the one that is picked in it.
    at
        Area that is picked.
    target
        Number of the target that is picked.
    """

    offered: pickers.Offer
    key: "Asked"
    by: Level | None
    levels: tuple[Level, ...]
    inside: "Index"
    at: str | None = None
    target: int | None = None

    @property
    def chosen(self) -> "Choices":
        """What is chosen."""
        return self.offered.chosen

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.offered.chosen.lang

    @property
    def whole(self) -> str:
        """Code of the area looked at."""
        return self.offered.chosen.scope

    @property
    def scope(self) -> str:
        """Code of the area that is picked, or of that looked at."""
        return self.at or self.whole

    @property
    def cache_key(self) -> tuple[object, ...]:
        """All that the charts depend on."""
        return (self.key, self.whole, self.lang, str(self.by), self.at, self.target)

    @property
    def names(self) -> dict[str, str]:
        """What the rows are called, by code."""
        if self.by is None:
            return {}
        key = loaders.asked(INTEGRATION, self.chosen.year)
        return lines_data.names(key, self.by, self.lang)

    @property
    def place(self) -> str:
        """What the area that is picked is called, or that looked at."""
        if self.at is None or self.by is None:
            return self.offered.place.label(self.lang)
        return place_names.with_level(self.names[self.at], self.by, self.lang, self.at)


def offer(lang: Lang, today: date) -> Shown:
    """Return what is shown, by address, widgets and session."""
    offered = pickers.offer(lang, today, (INTEGRATION,))
    choices.leave_out(choices.MONEY, choices.BASIS)
    chosen = offered.chosen
    key = plans_data.asked(chosen.year)
    levels = BELOW.get(offered.place.level, ())
    if offered.place.level is Level.DISTRICT:
        levels = (Level.TAMBON,)
    by = None
    if levels:
        by = Level(choices.current(BY, [str(level) for level in levels], str(levels[0])))
    shown = Shown(offered, key, by, levels, loaders.tambons(chosen.scope, key.as_of))
    if by is not None:
        rows = plans_data.by_area(key, by, chosen.scope).index
        shown = replace(shown, at=picked.one(AT, {str(code) for code in rows}))
    if shown.at is not None:
        own = loaders.tambons(shown.at, key.as_of)
        shown = replace(shown, inside=shown.inside.intersection(own))
    return replace(shown, target=_target(shown))


def show(shown: Shown) -> None:
    """Show the controls."""
    lang, offered = shown.lang, shown.offered
    with controls.row():
        controls.scope(offered.places, lang)
        if len(shown.levels) > 1:
            named = {
                str(level): place_names.level_word(level, lang, shown.whole)
                for level in shown.levels
            }
            controls.buttons(BY, named, t("plans.by", lang))
        controls.year(offered.years, INTEGRATION, lang)
        controls.kind(offered.kinds, lang)


def _target(shown: Shown) -> int | None:
    found = plans_data.targets(shown.key, shown.scope)
    told = picked.one(TARGET, {str(number) for number in found.index})
    return None if told is None else int(told)
