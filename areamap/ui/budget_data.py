"""What the page of the budget shows, kept by the publications that it was read from."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pandas as pd
from pandas import DataFrame, Index

from areamap.direction import money
from areamap.direction.clusters import BELOW
from areamap.i18n import Lang, t
from areamap.measures.leverage import CODI, SEVERAL, UNNAMED
from areamap.places.levels import Level
from areamap.ui import choices, loaders, picked, pickers, subjects
from areamap.ui.keeping import kept
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from areamap.ui.choices import Choices
    from areamap.ui.pickers import Offer

AGENCY: Final = "agency"
LINE: Final = "line"
PROGRAMME: Final = "programme"
AT: Final = "spot"
"""Names in the address of what is picked."""


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
    year
        The fiscal year looked at (BE).
    by
        Level of the areas among which money is shared out.
    every
        As `direction.money.cut` gives it by that level, of all years.
    inside
        Tambons of the area looked at.
    agency, line, programme, at
        Agency, work line, programme and area that are picked.
    """

    offered: "Offer"
    key: Asked
    year: int
    by: Level
    every: DataFrame
    inside: Index
    agency: str | None = None
    line: str | None = None
    programme: str | None = None
    at: str | None = None

    @property
    def chosen(self) -> "Choices":
        """What is chosen."""
        return self.offered.chosen

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.offered.chosen.lang

    @property
    def cache_key(self) -> tuple[object, ...]:
        """All that the charts depend on."""
        chosen = self.chosen
        told = (chosen.scope, self.year, chosen.lang)
        picks = (self.agency, self.line, self.programme, self.at)
        return (self.key, str(self.by), *told, *picks)

    @property
    def picked(self) -> DataFrame:
        """Lines of all years, of the agency, work line, programme and area that are picked."""
        found = self.every
        picks = {"agency": self.agency, "work_line": self.line, "programme": self.programme}
        for column, value in picks.items():
            if value is not None:
                found = found[found[column] == value]
        return found if self.at is None else found[self.is_at(found)]

    @property
    def now(self) -> DataFrame:
        """The same of the year looked at."""
        return money.of_year(self.picked, self.year)

    @property
    def before(self) -> DataFrame:
        """The same of the year before."""
        return money.of_year(self.picked, self.year - 1)

    def without(self, name: str) -> "Shown":
        """Return the same with one of `AGENCY`, `LINE`, `PROGRAMME`, `AT` not picked."""
        return {
            AGENCY: replace(self, agency=None),
            LINE: replace(self, line=None),
            PROGRAMME: replace(self, programme=None),
            AT: replace(self, at=None),
        }[name]

    def is_at(self, found: DataFrame) -> "pd.Series[bool]":
        """Return which rows are known in the area that is picked."""
        return (found["placed_at"] == self.by) & (found["area_code"] == self.at)


def offer(lang: Lang, today: date) -> "Offer":
    """Return what can be chosen, with money as the theme."""
    offered = pickers.offer(lang, today, (subjects.BUDGET,))
    choices.leave_out(choices.MONEY, choices.BASIS)
    return offered


def gather(offered: "Offer") -> Shown | None:
    """Return what the page shows of what is chosen; None where no budget is published."""
    chosen = offered.chosen
    key = loaders.asked(subjects.BUDGET, chosen.year)
    if loaders.snapshot(key).publication is None or chosen.year is None:
        return None
    by = BELOW.get(offered.place.level, (Level.TAMBON,))[0]
    every = cut(key, by, chosen.scope)
    inside = loaders.tambons(chosen.scope, key.as_of)
    shown = Shown(offered, key, chosen.year, by, every, inside)
    can = pickable(key, by, chosen.scope)
    return replace(
        shown,
        agency=picked.one(AGENCY, can[AGENCY]),
        line=picked.one(LINE, can[LINE]),
        programme=picked.one(PROGRAMME, can[PROGRAMME]),
        at=picked.one(AT, can[AT]),
    )


@kept(64)
def cut(key: Asked, by: Level, scope: str) -> DataFrame:
    """Return the budget broken down; see `direction.money.cut`."""
    return money.cut(loaders.snapshot(key), by, scope)


@kept(64)
def pickable(key: Asked, by: Level, scope: str) -> dict[str, frozenset[str]]:
    """Return what can be picked of the budget, by its name in the address."""
    every = cut(key, by, scope)
    here = every.loc[every["placed_at"] == by, "area_code"]
    columns = {AGENCY: "agency", LINE: "work_line", PROGRAMME: "programme"}
    found = {name: every[column] for name, column in columns.items()} | {AT: here}
    return {name: frozenset(values.unique()) for name, values in found.items()}


@kept(64)
def reached(key: Asked, scope: str, year: int) -> DataFrame:
    """Return how each tambon stands; see `direction.money.reached`."""
    found = loaders.snapshot(key)
    inside = loaders.tambons(scope, key.as_of)
    return money.reached(cut(key, Level.TAMBON, scope), inside, found.ground.pieces, year)


@kept(64)
def planned_and_spent(key: Asked, scope: str) -> DataFrame:
    """Return plan and spending; see `direction.money.planned_and_spent`."""
    return money.planned_and_spent(loaders.snapshot(key), scope)


@kept(32)
def names(key: Asked, level: Level, lang: Lang) -> dict[str, str]:
    """Return the names of the areas of a level."""
    found = loaders.snapshot(key).names(level)
    named = found[f"name_{lang}"].fillna(found["name_th"])
    return {str(code): str(name) for code, name in named.items()}


def agency_name(key: str, lang: Lang) -> str:
    """Return what an agency is called."""
    known = {CODI: "budget.codi", UNNAMED: "budget.unnamed"}
    return t(known[key], lang) if key in known else key


def programme_name(key: str, lang: Lang) -> str:
    """Return what a programme is called: as the register writes it."""
    return key or t("budget.no_programme", lang)


def line_name(key: str, lang: Lang) -> str:
    """Return what a work line is called."""
    known = {SEVERAL: "budget.several", UNNAMED: "budget.no_line"}
    return t(known.get(key, f"measures.work_line_{key}"), lang)
