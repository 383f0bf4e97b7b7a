"""Where the money went, what it brought with it, and where it never came."""

from collections.abc import Mapping
from typing import Final, TypedDict

import numpy as np
from pandas import DataFrame, Index, Series

from areamap.measures import leverage
from areamap.measures.budget import AUTHORITY, budget
from areamap.measures.money import baht, satang
from areamap.places import hierarchy
from areamap.places.levels import GROUPED, Level
from areamap.snapshot import Snapshot

THIS_YEAR: Final = "this_year"
EARLIER: Final = "earlier"
MAYBE: Final = "maybe"
NEVER: Final = "never"
STATES: Final = (THIS_YEAR, EARLIER, MAYBE, NEVER)
"""How a tambon stands: money in the year asked for, in an earlier one, perhaps through an authority
of several tambons, in no line at all."""


_NO_LINES: Final = DataFrame(
    {
        **{name: Series(dtype="str") for name in ("status", "area_code", "authority_code")},
        "fiscal_year": Series(dtype="Int64"),
        **{name: Series(dtype="str") for name in leverage.CUTS},
        "amount_baht": Series(dtype="float64"),
    }
)


class _Ground(TypedDict):
    memberships: Mapping[Level, Series]
    within: Index | None
    pieces: DataFrame | None


def cut(snapshot: Snapshot, by: Level, within: str | None = None) -> DataFrame:
    """Return the budget broken down, of all years; see `measures.leverage.cut`."""
    return _cut(snapshot, _lines(snapshot), by, within)


def of_areas(
    snapshot: Snapshot, by: Level, *, within: str | None = None, fiscal_year: int | None = None
) -> DataFrame:
    """
    Return leverage by area; see `measures.leverage.leverage`.

    Returns
    -------
    DataFrame
        As the measure gives it, with `name_th` and `name_en` before, most of partners' baht first.
    """
    money = of_year(cut(snapshot, by, within), fiscal_year)
    found = leverage.leverage(money, by)
    names = snapshot.names(by)[["name_th", "name_en"]].reindex(found.index)
    joined = names.join(found).sort_values("partners_baht", ascending=False)
    joined.attrs = found.attrs
    return joined


def of_year(money: DataFrame, fiscal_year: int | None) -> DataFrame:
    """Return the rows of a Buddhist year; all where None."""
    if fiscal_year is None:
        return money
    return money[money["fiscal_year"].eq(fiscal_year).fillna(value=False).astype(bool)]


def reached(money: DataFrame, tambons: Index, pieces: DataFrame, fiscal_year: int) -> DataFrame:
    """
    Return how each tambon stands: with money in a year, before it, perhaps, never.

    Money that is known only of a district or more may have come to any tambon of it and says
    nothing of one.

    Parameters
    ----------
    money
        As `cut` gives it by tambon, of all years.
    tambons
        The tambons of the area looked at.
    pieces
        Which tambons an authority has, as `Ground.pieces`.
    fiscal_year
        Buddhist year; lines of later years do not count.

    Returns
    -------
    DataFrame
        Indexed by `area_code`, every tambon: `state` (one of `STATES`), `last_year` (Int64, BE:
        the last year up to the one asked for with a line of its own; missing where none),
        `amount_baht` (float64, of all years until then; missing where no line).
    """
    known = money[money["fiscal_year"].le(fiscal_year).fillna(value=False).astype(bool)]
    own = known[known["placed_at"] == Level.TAMBON]
    last = own.groupby("area_code")["fiscal_year"].max().reindex(tambons)
    sums = baht(satang(own["amount_baht"]).groupby(own["area_code"]).sum(min_count=1))
    wide = known.loc[known["placed_at"] == AUTHORITY, "area_code"]
    through = pieces.loc[pieces["authority_code"].isin(wide), "tambon_code"]
    is_now = last.eq(fiscal_year).fillna(value=False).to_numpy(bool)
    state = np.select(
        [is_now, last.notna().to_numpy(), tambons.isin(through)],
        [THIS_YEAR, EARLIER, MAYBE],
        NEVER,
    )
    return DataFrame(
        {
            "state": Series(state, index=tambons, dtype="str"),
            "last_year": last.astype("Int64"),
            "amount_baht": sums.reindex(tambons),
        }
    ).rename_axis("area_code")


def planned_and_spent(snapshot: Snapshot, within: str | None = None) -> DataFrame:
    """
    Return what was planned, granted and spent by fiscal year, each beside what it is seen against.

    Only lines that tell both are set against one another: `granted` of the lines whose plan is
    known, and of those whose spending is.

    Returns
    -------
    DataFrame
        Indexed by `fiscal_year` (BE): `granted_baht`, `lines` (of all lines); `planned_baht`,
        `granted_of_planned_baht`, `planned_lines`; `spent_baht`, `granted_of_spent_baht`,
        `spent_lines`. Missing where no line tells it.
    """
    rows = _lines(snapshot)

    def sums(lines: DataFrame, column: str) -> DataFrame:
        told = lines.assign(amount_baht=lines[column])
        # By year alone: to part it by agency and programme first takes three times as long.
        found = budget(told, Level.COUNTRY, **_ground(snapshot, Level.COUNTRY, within))
        groups = found.groupby("fiscal_year")
        amounts = baht(satang(found["amount_baht"]).groupby(found["fiscal_year"]).sum(min_count=1))
        return DataFrame({"baht": amounts, "lines": groups["lines"].sum()})

    every = sums(rows, "amount_baht")
    columns = {"granted_baht": every["baht"], "lines": every["lines"]}
    for kind in ("planned", "spent"):
        told = rows[rows[f"{kind}_baht"].notna()] if f"{kind}_baht" in rows else rows.iloc[:0]
        if told.empty:
            continue
        own = sums(told, f"{kind}_baht")
        columns |= {
            f"{kind}_baht": own["baht"],
            f"granted_of_{kind}_baht": sums(told, "amount_baht")["baht"],
            f"{kind}_lines": own["lines"],
        }
    return DataFrame(columns, index=every.index)


def _lines(snapshot: Snapshot) -> DataFrame:
    publication = snapshot.publications.get("budget")
    if publication is None:
        return _NO_LINES
    rows = snapshot.rows_of(publication)
    missing = {name: None for name in leverage.CUTS if name not in rows.columns}
    return rows.assign(**missing) if missing else rows


def _cut(snapshot: Snapshot, lines: DataFrame, by: Level, within: str | None) -> DataFrame:
    return leverage.cut(lines, by, **_ground(snapshot, by, within))


def _ground(snapshot: Snapshot, by: Level, within: str | None) -> _Ground:
    """Return what money is placed by, as `measures.budget.budget` takes it."""
    inside = None
    if within is not None:
        inside = hierarchy.tambons_of(within, snapshot.groupings, snapshot.as_of)
    return {
        "memberships": {level: snapshot.membership(level) for level in {by, *GROUPED}},
        "within": inside,
        "pieces": snapshot.ground.pieces if "authority" in snapshot.publications else None,
    }
