"""What the overview says beside its rate: what changed in a year, and what needs attention."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.direction.same_ground import beside
from areamap.measures.change import Change, change
from areamap.snapshot import Snapshot

MOST: Final = 3
"""So many things are said to need attention."""

UNTOLD: Final = (Change.BECAME_KNOWN, Change.BECAME_UNKNOWN, Change.UNKNOWN)
"""Changes of which it can't be told what they were."""


@dataclass(frozen=True, slots=True)
class Moved:
    """
    How many areas differ from an earlier day.

    Attributes
    ----------
    since
        The earlier day.
    gained, lost
        Areas that had none then and have one now, and the other way round.
    untold
        Areas that are not known at one of the two days, so that no change can be told.
    """

    since: date
    gained: int
    lost: int
    untold: int


class Concern(StrEnum):
    """What needs attention."""

    LOST = "lost"
    """Areas that had one a year before and have none now."""
    LARGEST = "largest"
    """The area without in which most people live."""
    LOWEST = "lowest"
    """The area below whose rate is lowest."""
    UNKNOWN = "unknown"
    """Areas of which it is not known."""


@dataclass(frozen=True, slots=True)
class Attention:
    """
    One thing that needs attention.

    Attributes
    ----------
    concern
        What it is.
    code
        Code of the area that it is about; None where it is about several.
    count
        How many areas, or people in the area; per cent of the lowest rate.
    """

    concern: Concern
    code: str | None
    count: float


def moved(
    snapshot: Snapshot,
    *,
    basis: str = "tambon",
    within: str | None = None,
    since: date | None = None,
) -> Moved:
    """
    Return how many areas differ from an earlier day, by what is published now.

    Rule: `measures.change.change` of the states on the earlier day and on the day, both by the
    publications in force now, so that no correction is taken for a change.

    Parameters
    ----------
    snapshot
        Of the register on the day.
    basis
        `tambon` or `authority`.
    within
        Code or name of the area to look at; None for the country.
    since
        The earlier day; None for a year before.
    """
    since = since or (pd.Timestamp(snapshot.as_of) - pd.DateOffset(years=1)).date()
    then = beside(snapshot, as_of=since).states(basis, within)["state"]
    kinds = change(then, snapshot.states(basis, within)["state"]).value_counts()

    def count(*which: Change) -> int:
        return sum(int(kinds.get(str(each), 0)) for each in which)

    return Moved(since, count(Change.GAINED), count(Change.LOST), count(*UNTOLD))


def attention(
    row: "Series[Any]", below: DataFrame, gaps: DataFrame, change_: Moved
) -> list[Attention]:
    """
    Return what needs attention most, at most three things.

    Rule, in this order: areas that lost theirs within a year; the area without in which most people
    live; the area below whose rate is lowest, where one has gaps and they differ; areas of which it
    is not known.

    Parameters
    ----------
    row
        The area's line of `Snapshot.coverage`.
    below
        The lines of the areas below it.
    gaps
        As `Snapshot.gaps` gives it for the area.
    change_
        As `moved` gives it.
    """
    found = []
    if change_.lost:
        found.append(Attention(Concern.LOST, None, change_.lost))
    peopled = gaps[gaps["population"].notna()]
    if len(peopled):
        first = str(peopled.index[0])
        found.append(Attention(Concern.LARGEST, first, float(peopled["population"].iloc[0])))
    rates = below["coverage_pct"].where(below["gap"] > 0).dropna()
    if len(rates) and below["coverage_pct"].min() < below["coverage_pct"].max():
        found.append(Attention(Concern.LOWEST, str(rates.idxmin()), float(rates.min())))
    if row["unknown"]:
        found.append(Attention(Concern.UNKNOWN, None, int(row["unknown"])))
    return found[:MOST]
