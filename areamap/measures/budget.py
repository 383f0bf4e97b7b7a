"""Money by area, fiscal year and programme; nothing is spread and nothing is counted twice."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from areamap.measures.money import baht, satang, total_baht
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE, Level

KEYS: Final = ("area_code", "placed_at", "fiscal_year")
"""What a line of `budget` is known by, with `programme` where it is asked for."""

AUTHORITY: Final = "authority"
"""`placed_at` of money that is known of a local authority with several tambons."""

_OF_AUTHORITY: Final = "authority "
_NOWHERE: Final = "unknown"
"""`placed_at` of a code that is in no grouping of the day: its money stays in the total."""


def budget(
    lines: DataFrame,
    by: Level,
    memberships: Mapping[Level, Series],
    *,
    within: Index | None = None,
    pieces: DataFrame | None = None,
    fiscal_year: int | None = None,
    programmes: bool = False,
) -> DataFrame:
    """
    Return the baht of each area by fiscal year, and by programme where asked for.

    Formula: the sum of `amount_baht` of the joined lines, made in whole satang. A line whose place
    lies in one single area of the level counts there: a tambon in its district, a province in its
    cluster, a local authority where all its tambons are. A line that is known only above the level
    (or that lies in no area of it) stands under the code of its own place and is never spread, so
    the sum over all lines of the frame is the total. Fiscal years are Buddhist; FY2566 runs from
    1 October 2565 to 30 September 2566.

    Parameters
    ----------
    lines
        Rows of a publication: `status`, `area_code`, `authority_code`, `fiscal_year`, `programme`,
        `amount_baht`; only matched rows are counted, see `unplaced_baht` for the others.
    by
        The level to sum to.
    memberships
        For each level, area code by tambon code, as `places.hierarchy.membership` gives it. It must
        hold `by` and every level of groups that lines may be placed at; tambon, district, province
        and country are read off the codes.
    within
        Tambons that the places have to lie in; None for all. A line that reaches beyond them, such
        as one of a cluster when a province is asked for, is left out.
    pieces
        As `Ground.pieces`: which tambons an authority has, so that money of one with several is
        not taken for its seat's; None without a register of local authorities.
    fiscal_year
        Only this year, BE; None for all.
    programmes
        Whether to break down by programme.

    Returns
    -------
    budget
        One row per area, year (and programme), sorted: `area_code`, `placed_at` (level at which the
        money is known: `by`, or the level above it, or `authority`, under whose code it stands),
        `fiscal_year`
        (Int64, BE), `programme` if asked for (missing where no line says), `lines` (int64),
        `amount_baht` (float64, the nearest to the exact sum; missing where no line has an amount).
    """
    chosen = _of_year(lines[lines["status"] == "matched"], fiscal_year)
    place = _place(chosen, pieces)
    known = _places(by, memberships, within, pieces).reindex(Index(place)).set_axis(chosen.index)
    frame = DataFrame(
        {
            "area_code": known["target"].fillna(place.str.removeprefix(_OF_AUTHORITY)),
            "placed_at": known["placed_at"].fillna(_NOWHERE),
            "fiscal_year": chosen["fiscal_year"].astype("Int64"),
            "programme": chosen["programme"].astype("str") if programmes else None,
            "amount": satang(chosen["amount_baht"]),
        }
    )
    keys = [*KEYS, "programme"] if programmes else [*KEYS]
    inside = known["inside"].eq(True) if within is not None else slice(None)
    groups = frame[inside].groupby(keys, dropna=False, sort=True)["amount"]
    sums = DataFrame({"lines": groups.size(), "amount": groups.sum(min_count=1)}).reset_index()
    sums["amount_baht"] = baht(sums.pop("amount"))
    return sums.astype({"lines": "int64"})


def above_baht(money: DataFrame, by: Level) -> Decimal:
    """
    Return the baht of a budget that stand above its level, under the code of a larger place.

    Parameters
    ----------
    money
        As `budget` gives it.
    by
        The level that it was summed to.
    """
    return total_baht(money.loc[money["placed_at"] != by, "amount_baht"])


def unplaced_baht(lines: DataFrame, fiscal_year: int | None = None) -> Decimal:
    """
    Return the baht of the lines that have no place yet: suggested, ambiguous and unmatched rows.

    Parameters
    ----------
    lines
        Rows of a publication, as for `budget`.
    fiscal_year
        Only this year, BE; None for all.
    """
    waiting = lines[lines["status"].isin(["suggested", "ambiguous", "unmatched"])]
    return total_baht(_of_year(waiting, fiscal_year)["amount_baht"])


def _of_year(lines: DataFrame, fiscal_year: int | None) -> DataFrame:
    if fiscal_year is None:
        return lines
    return lines[lines["fiscal_year"].eq(fiscal_year).fillna(False).astype(bool)]


def _place(lines: DataFrame, pieces: DataFrame | None) -> Series:
    """Return the place of each line: its area, or its authority where that has several tambons."""
    area = lines["area_code"].astype("str")
    if pieces is None or "authority_code" not in lines.columns:
        return area
    several = pieces.groupby("authority_code").size() > 1
    authority = lines["authority_code"].astype("str")
    is_wide = authority.isin(several.index[several])
    return area.where(~is_wide, _OF_AUTHORITY + authority)


def _places(
    by: Level, memberships: Mapping[Level, Series], within: Index | None, pieces: DataFrame | None
) -> DataFrame:
    """
    Return where money of a place counts, indexed by the place's code.

    Columns: `target` (the area of the level that holds all its tambons, missing where there is not
    exactly one), `placed_at`, `inside` (whether it lies within the tambons asked for).
    """
    target = memberships[by]
    tambons = Index(target.index)
    inside = np.ones(len(tambons), dtype=bool) if within is None else tambons.isin(within)
    number, names = pd.factorize(target)
    found = DataFrame({"number": number, "inside": inside}, index=tambons)
    tables = []
    for level in Level:
        code = _codes_at(level, tambons, memberships)
        if code is not None:
            tables.append(_targets(found, code, names, by, str(level)))
    if pieces is not None:
        parts = pieces.dropna()
        code = np.asarray(_OF_AUTHORITY + parts["authority_code"], dtype=object)
        of_parts = found.reindex(Index(parts["tambon_code"]))
        tables.append(_targets(of_parts, code, names, by, AUTHORITY))
    return pd.concat(tables)


def _targets(
    found: DataFrame, code: NDArray[np.object_], names: Index, by: Level, placed_at: str
) -> DataFrame:
    groups = found.groupby(code)
    first = groups["number"].min()
    # tambons of no area of the level have number -1
    one = (first == groups["number"].max()) & (first >= 0)
    target = Series(names.take(first.astype("int64").to_numpy()), index=first.index).where(one)
    table = DataFrame({"target": target})
    table["placed_at"] = np.where(one, by, placed_at)
    return table.assign(inside=groups["inside"].all())


def _codes_at(
    level: Level, tambons: Index, memberships: Mapping[Level, Series]
) -> NDArray[np.object_] | None:
    if level in CODE_DIGITS:
        return np.asarray(tambons.str[: CODE_DIGITS[level]], dtype=object)
    if level is Level.COUNTRY:
        return np.full(len(tambons), COUNTRY_CODE, dtype=object)
    if level in memberships:
        return memberships[level].reindex(tambons).to_numpy(object)
    return None
