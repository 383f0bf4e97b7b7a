"""What moved between two moments, kept by the publications that it was read from."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame

from areamap.direction import changes
from areamap.direction.changes import Moment
from areamap.direction.same_ground import beside
from areamap.i18n import Lang
from areamap.places.levels import Level
from areamap.ui import loaders, scopes
from areamap.ui.home import workspace
from areamap.ui.keeping import kept
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from areamap.snapshot import Snapshot
    from areamap.store import Publication


@dataclass(frozen=True, slots=True)
class Between:
    """
    Two moments of what is asked, as a key for what was found.

    Attributes
    ----------
    asked
        What is asked at the later one.
    first, second
        The moments.
    """

    asked: Asked
    first: Moment
    second: Moment


def at(key: Asked, day: date) -> Asked:
    """Return the same asked of another day."""
    return replace(key, as_of=day)


def editions(key: Asked) -> "tuple[Publication, ...]":
    """Return the publications of what is asked, of the world that is shown, newest first."""
    found = loaders.snapshot(key)
    return tuple(
        each
        for each in workspace().store.history(key.theme)
        if each.is_sample == found.is_sample and not each.is_cleared
    )


@kept(8)
def pair(between: Between) -> "tuple[Snapshot, Snapshot]":
    """Return the two moments; see `direction.changes.pair`."""
    if between.second.known_at is None:
        after = loaders.snapshot(between.asked)
        return beside(after, as_of=between.first.day), after
    theme = between.asked.theme
    return changes.pair(workspace().snapshot, theme, between.first, between.second)


@kept(32)
def moved(between: Between, basis: str, scope: str | None) -> DataFrame:
    """Return how each area differs, and why; see `direction.changes.moved`."""
    return changes.moved(*pair(between), basis=basis, within=scope)


@kept(64)
def counted(between: Between, by: Level | None, basis: str, scope: str) -> DataFrame:
    """Return the account of areas; see `direction.changes.counted`."""
    found = moved(between, basis, scope)
    return changes.counted(found, pair(between)[1], by, basis=basis, within=scope)


@kept(64)
def paid(between: Between, by: Level, scope: str) -> DataFrame:
    """Return the difference of baht by area and year; see `direction.changes.paid`."""
    return changes.paid(*pair(between), by, within=scope)


@kept(64)
def paid_account(between: Between, by: Level, scope: str) -> DataFrame:
    """Return the account of baht by area; see `direction.changes.paid_account`."""
    return changes.paid_account(paid(between, by, scope), pair(between)[0])


@kept(32)
def names(codes: tuple[str, ...], on: date, lang: Lang) -> dict[str, str]:
    """Return what areas of any level are called on a day."""
    return {code: scopes.name_of(code, on, lang) for code in codes}


@kept(32)
def by_tambon(between: Between, scope: str) -> DataFrame:
    """Return `before`, `after` and `difference` of baht by tambon, all years together."""
    found = changes.paid(*pair(between), Level.TAMBON, within=scope, placed=True)
    sums = found[["before_baht", "after_baht"]].groupby(level="area_code").sum(min_count=1)
    sums.columns = pd.Index(["before", "after"])
    # Float sums are a hair off; baht have two digits.
    return sums.assign(difference=sums["after"] - sums["before"]).round(2)


@kept(32)
def closed_years(between: Between, scope: str) -> DataFrame:
    """Return the corrections of closed years; see `direction.changes.closed_years`."""
    since = between.first.known_at or changes.end_of(between.first.day)
    after = pair(between)[1]
    until = between.second.known_at or changes.end_of(between.second.day)
    opened = workspace()
    history = [each for each in opened.store.history(after.theme) if each.created_at <= until]
    return changes.closed_years(history, opened.rows, after, since, scope)


def told_before(between: Between) -> bool:
    """Return whether anything was published of it at the first moment."""
    return pair(between)[0].publication is not None
