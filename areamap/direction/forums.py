"""
When the last forum was: what people said it was, else a figure that was said at one.

Nobody keeps a register of forums. A day that a person states for an area is remembered in the data
home; a published figure whose source names a forum tells a day too. Where neither does, it is not
known, and nothing is guessed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.store import Store

SETTING: Final = "forums"
"""Name under which the store remembers the days, as JSON: ISO dates by code of the area."""

_WORDS: Final = "เวที|forum"
"""A source with one of them is a forum."""


class Told(StrEnum):
    """Who says that there was a forum."""

    PERSON = "person"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Forum:
    """
    A forum.

    Attributes
    ----------
    day
        Its day.
    area_code
        Whose forum it was.
    told
        Who says so.
    source
        What the source of the figure is called; empty where a person said it.
    """

    day: date
    area_code: str
    told: Told
    source: str = ""


def every(store: Store) -> dict[str, tuple[date, ...]]:
    """Return the days that people stated, oldest first, by code of the area."""
    found: Mapping[str, Sequence[str]] = json.loads(store.setting(SETTING) or "{}")
    return {code: tuple(sorted(map(date.fromisoformat, days))) for code, days in found.items()}


def remember(store: Store, area_code: str, day: date, by: str = "") -> None:
    """Remember the day of a forum of an area."""
    known = every(store)
    known[area_code] = tuple(sorted({*known.get(area_code, ()), day}))
    told = {code: [each.isoformat() for each in days] for code, days in known.items()}
    store.remember(SETTING, json.dumps(told, sort_keys=True), by)


def last(
    before: date,
    above: Sequence[str],
    known: Mapping[str, Sequence[date]],
    figures: DataFrame | None,
) -> Forum | None:
    """
    Return the last forum of an area before a day; None where none is known.

    Rule: the area's own forums first, then those of the areas that it lies in, nearest first; of
    one area the latest, and on the same day the one that a person stated.

    Parameters
    ----------
    before
        The day; a forum on it is not its own last one.
    above
        Code of the area, then those that it lies in, nearest first.
    known
        As `every` gives it.
    figures
        Rows of the register of published figures; None where there is none.
    """
    said = _said(figures)
    for code in above:
        own = [Forum(day, code, Told.PERSON) for day in known.get(code, ())]
        own += [each for each in said if each.area_code == code]
        own = [each for each in own if each.day < before]
        if own:
            return max(own, key=lambda each: (each.day, each.told == Told.PERSON))
    return None


def _said(figures: DataFrame | None) -> list[Forum]:
    if figures is None or not {"said_date", "source"} <= set(figures.columns):
        return []
    source = figures["source"].astype("str").fillna("")
    is_one = source.str.contains(_WORDS, case=False, regex=True) & (figures["status"] == "matched")
    own = figures[is_one & figures["said_date"].notna()]
    days = pd.to_datetime(own["said_date"]).dt.date
    places = own["area_code"].astype("str")
    return [
        Forum(day, code, Told.FIGURE, text)
        for day, code, text in zip(days, places, source[own.index], strict=True)
    ]
