"""Leverage: how much other agencies pay beside CODI, whose money is meant to start cooperation."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures.budget import above_baht, budget
from areamap.measures.indicators import indicators
from areamap.measures.money import baht, satang
from areamap.measures.work_lines import work_lines
from areamap.places.levels import Level

CODI: Final = "codi"
"""Key of CODI among the agencies."""

UNNAMED: Final = ""
"""Key of lines that name no agency, or no work line that is known."""

SEVERAL: Final = "several"
"""Key of a line that serves several work lines: its baht are not split, nor counted twice."""

CUTS: Final = ["agency", "work_line", "programme"]
_BETWEEN: Final = "\x1f"


def agencies(words: Series) -> Series:
    """
    Return the key of the agency of each line.

    Rule: CODI is who begins with one of its names (`agencies` of the indicator `budget_codi` in
    `indicators.toml`, by which published figures are counted too); others stand under their own
    name, as written but for spaces around it.

    Parameters
    ----------
    words
        Column `agency`, str, may be missing.

    Returns
    -------
    agencies
        str, same index: `codi`, a name, or empty where the line names none.
    """
    named = words.astype("str").fillna("").str.strip()
    own = indicators()["budget_codi"].agencies
    return named.mask(named.str.startswith(own), CODI).rename("agency")


def lines_of(words: Series, programmes: Series) -> Series:
    """
    Return the key of the work line of each budget line: see `measures.work_lines`.

    Returns
    -------
    lines_of
        str, same index: a `WorkLine`, `several`, or empty where it is not known which.
    """
    told = work_lines(words, programmes)
    keys = [str(each[0]) if len(each) == 1 else SEVERAL if each else UNNAMED for each in told]
    return Series(keys, index=words.index, dtype="str", name="work_line")


def cut(
    lines: DataFrame,
    by: Level,
    memberships: Mapping[Level, Series],
    *,
    within: Index | None = None,
    pieces: DataFrame | None = None,
) -> DataFrame:
    """
    Return baht by area, year, agency, work line and programme: `measures.budget` broken down.

    Parameters
    ----------
    lines, by, memberships, within, pieces
        As for `measures.budget.budget`; the lines have `agency` and `work_line` besides.

    Returns
    -------
    cut
        One row per area and combination: `area_code`, `placed_at`, `fiscal_year` (Int64, BE),
        `agency`, `work_line`, `programme` (str, keys as above; programme empty where none is
        told), `lines` (int64), `amount_baht` (float64). Its sum is that of `budget`.
    """
    labels = DataFrame(
        {
            "agency": agencies(lines["agency"]),
            "work_line": lines_of(lines["work_line"], lines["programme"]),
            "programme": lines["programme"].astype("str").fillna("").str.strip(),
        }
    ).astype("str")
    label = labels["agency"] + _BETWEEN + labels["work_line"] + _BETWEEN + labels["programme"]
    marked = lines.assign(programme=label)
    found = budget(marked, by, memberships, within=within, pieces=pieces, programmes=True)
    parts = [str(each).split(_BETWEEN) for each in found["programme"]]
    told = DataFrame(parts, columns=CUTS, index=found.index).astype("str")
    kept = ["area_code", "placed_at", "fiscal_year"]
    return pd.concat([found[kept], told, found[["lines", "amount_baht"]]], axis=1)


def leverage(money: DataFrame, by: Level) -> DataFrame:
    """
    Return partners' baht per baht of CODI, by area.

    Formula: leverage_ratio = baht of all other agencies / baht of CODI, of the lines known at the
    level or below it. Lines known only above it are left out and counted in
    `attrs["unplaced_baht"]`; lines that name no agency are in neither and stand beside. Worked by
    hand: CODI pays 100,000 and 50,000, the local authority 60,000, nobody named 5,000 in one
    tambon: 60,000 / 150,000 = 0.40, and 5,000 are not known whose.

    Parameters
    ----------
    money
        As `cut` gives it, of the years wanted.
    by
        The level that it was cut to.

    Returns
    -------
    leverage
        Indexed by `area_code` (sorted): `codi_baht`, `partners_baht`, `unnamed_baht` (float64, 0
        where there is no line of them), `leverage_ratio` (float64, missing where CODI paid
        nothing).
    """
    own = money[money["placed_at"] == by]
    amounts = satang(own["amount_baht"]).fillna(0)
    is_codi, is_unnamed = own["agency"] == CODI, own["agency"] == UNNAMED
    parts = DataFrame(
        {
            "codi_baht": amounts.where(is_codi, 0),
            "partners_baht": amounts.where(~is_codi & ~is_unnamed, 0),
            "unnamed_baht": amounts.where(is_unnamed, 0),
        }
    )
    frame = parts.groupby(own["area_code"].astype("str")).sum().apply(baht)
    frame["leverage_ratio"] = ratio(frame["codi_baht"], frame["partners_baht"])
    frame.attrs["unplaced_baht"] = float(above_baht(money, by))
    return frame.rename_axis("area_code")


def ratio(codi: Series, partners: Series) -> Series:
    """Return partners' baht per baht of CODI; missing where CODI paid nothing, or took back."""
    return (partners / codi.where(codi > 0)).rename("leverage_ratio")
