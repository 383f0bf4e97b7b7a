"""The days that a brief speaks of: its own, the day a year before, and what was known then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pandas as pd

from areamap.direction import gaps
from areamap.direction.gaps import Around
from areamap.direction.same_ground import beside
from areamap.measures.states import Theme
from areamap.snapshot import Snapshot

THEMES: Final = (Theme.COUNCIL, Theme.FUND, Theme.HOUSING)
"""What a brief tells the standing of."""


@dataclass(frozen=True, slots=True)
class Moments:
    """
    The days that briefs of one day speak of; whoever makes several keeps them, as they are slow.

    Attributes
    ----------
    now
        As `Direction.everything` gives it.
    of
        The same by theme that is published.
    before
        The day a year before by what is published now, by theme.
    then
        The day a year before by what was published then, by theme.
    known
        What `around` found out.
    """

    now: Snapshot
    of: Mapping[str, Snapshot]
    before: Mapping[str, Snapshot]
    then: Mapping[str, Snapshot]
    known: dict[str, Around] = field(default_factory=dict)

    def around(self, theme: str) -> Around:
        """Return what the whole country has of a theme, found out once."""
        if theme not in self.known:
            self.known[theme] = gaps.around(self.of[theme])
        return self.known[theme]


def moments(now: Snapshot, then: Mapping[str, Snapshot]) -> Moments:
    """Return the days that briefs of a day speak of."""
    since = a_year_before(now.as_of)
    of = {str(each): beside(now, theme=each) for each in THEMES if each in now.publications}
    before = {theme: beside(each, as_of=since) for theme, each in of.items()}
    return Moments(now, of, before, then)


def a_year_before(day: date) -> date:
    """Return the same day of the year before."""
    return (pd.Timestamp(day) - pd.DateOffset(years=1)).date()
