"""Two themes at once: one colour for what an area is in both, and a legend that can be read."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from areamap.draw.area_layer import Look
from areamap.draw.classes import Classes, Kind
from areamap.draw.palettes import APART_LOOKS
from areamap.i18n import Lang, t
from areamap.measures.coverage import GAP
from areamap.measures.states import State

LEVELS: Final = 3
"""The most levels of a side: nine colours can be told apart in pairs, sixteen can't."""

COLOURS: Final = (
    ("#edede0", "#a2b7d4", "#4484c8"),
    ("#cfb17e", "#8a847c", "#3e5976"),
    ("#a6791b", "#68542a", "#2b322d"),
)
"""
Colour of each row and column, from low to high: ochre for the rows, blue for the columns.

The four corners were searched for, the rest lies between them in CIELAB (the scheme is Trumbo's of
1981: lightness tells how much, hue of which). Any two of the nine stay 17 apart by CIEDE2000, to
usual eyes and with protanopia, deuteranopia and tritanopia; published sets stay below 10.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """
    One of the two themes.

    Attributes
    ----------
    title
        What it is, with its unit.
    labels
        Its levels from low to high, two or three.
    level
        Level of each area from 0, Int64 by `area_code`; missing where it has none.
    """

    title: str
    labels: tuple[str, ...]
    level: Series


@dataclass(frozen=True, slots=True, eq=False)
class Bivariate:
    """
    Two themes at once.

    Attributes
    ----------
    rows, columns
        The themes.
    colours
        Colour of each row and column, low to high both.
    counts
        Areas of each row (index) and column, both from 0; the last row and the last column,
        labelled -1, hold the areas of which that side is not known.
    places
        Place of each area in `legend`, int64 by `area_code`, none missing: row x columns + column,
        and one more for areas of which a side is not known.
    """

    rows: Side
    columns: Side
    colours: tuple[tuple[str, ...], ...]
    counts: DataFrame
    places: Series


def of_classes(classes: Classes, title: str) -> Side:
    """
    Return a side of numbers in classes.

    Parameters
    ----------
    classes
        Two or three of them, zero among the numbers: `classify(..., 3, zero_is_none=False)`.
    title
        What it is, with its unit.

    Raises
    ------
    ValueError
        There are more classes or fewer, or zero is kept apart.
    """
    if classes.apart[Kind.NONE]:
        raise ValueError("zero must be a number here: classify with zero_is_none=False")
    return _checked(Side(title, classes.labels, classes.number))


def of_states(states: Series, title: str, lang: Lang) -> Side:
    """
    Return a side of what an area has: not, partly, wholly; what is unknown has no level.

    Parameters
    ----------
    states
        Values of `State` by `area_code`. Without any that is partly there are two levels.
    title
        What it is.
    lang
        Language of the levels.
    """
    partly = bool((states == State.PARTLY).any())
    levels = dict.fromkeys(GAP, 0) | {State.PARTLY: 1}
    levels |= dict.fromkeys((State.REGISTERED, State.COVERED), 1 + partly)
    number = {str(state): level for state, level in levels.items()}
    keys = ["without", *(["partly"] if partly else []), "with"]
    labels = tuple(t(f"measures.side_{key}", lang) for key in keys)
    return Side(title, labels, states.astype("str").map(number).astype("Int64"))


def bivariate(rows: Side, columns: Side) -> Bivariate:
    """
    Return two themes at once, over the areas that either knows.

    Parameters
    ----------
    rows, columns
        As `of_classes` and `of_states` give them.

    Raises
    ------
    ValueError
        A side does not have two or three levels.
    """
    _checked(rows)
    _checked(columns)
    areas = rows.level.index.union(columns.level.index)
    row, column = rows.level.reindex(areas), columns.level.reindex(areas)
    high, wide = len(rows.labels), len(columns.labels)
    place = (row * wide + column).fillna(high * wide)
    counts = pd.crosstab(row.fillna(-1).astype("int64"), column.fillna(-1).astype("int64"))
    counts = counts.reindex(index=[*range(high), -1], columns=[*range(wide), -1], fill_value=0)
    chosen = tuple(tuple(COLOURS[at][across] for across in _levels(wide)) for at in _levels(high))
    return Bivariate(
        rows=rows,
        columns=columns,
        colours=chosen,
        counts=counts.rename_axis(index="row", columns="column"),
        places=place.astype("int64").rename_axis("area_code"),
    )


def legend(both: Bivariate, lang: Lang) -> tuple[Look, ...]:
    """
    Return the look of each row and column, then of what is not known, in the order of `places`.

    A legend is drawn from `Bivariate.colours` and `counts` as a square with the titles and labels
    of both sides along it; these looks are what the areas are drawn and called by.

    Parameters
    ----------
    both
        As `bivariate` gives it.
    lang
        Language of what is not known.
    """
    wide = len(both.columns.labels)
    counts = both.counts.to_numpy()
    looks = [
        Look(
            colour,
            f"{both.rows.title}: {both.rows.labels[at]} · "
            f"{both.columns.title}: {both.columns.labels[across]}",
            count=f"{counts[at, across]:,}",
        )
        for at, colours in enumerate(both.colours)
        for across, colour in enumerate(colours)
    ]
    unknown = int(np.sum(counts) - np.sum(counts[:-1, :wide]))
    label = t("measures.class_no_data", lang)
    look = APART_LOOKS[Kind.NO_DATA]
    return (*looks, look.named(label, f"{unknown:,}") if unknown else look)


def _checked(side: Side) -> Side:
    if not LEVELS - 1 <= len(side.labels) <= LEVELS:
        raise ValueError(f"two or three levels, not {len(side.labels)}")
    return side


def _levels(count: int) -> tuple[int, ...]:
    """Return which of three levels stand for so many: both ends, and the middle for three."""
    return (0, 1, 2) if count == LEVELS else (0, 2)
