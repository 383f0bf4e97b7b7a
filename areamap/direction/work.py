"""Who does what where: work lines by tambon and area, who is at them, and what comes together."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year
from areamap.measures import presence
from areamap.measures.integration import LINES, Reach
from areamap.measures.money import baht, satang
from areamap.places import hierarchy
from areamap.places.levels import COUNTRY_CODE, Level
from areamap.snapshot import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """
    What is known of the work in an area on a day.

    Attributes
    ----------
    index
        As `Snapshot.integration` gives it; of one agency alone, as `of_agency` makes it.
    records
        As `measures.presence.records` gives them.
    """

    index: DataFrame
    records: DataFrame

    @property
    def tambons(self) -> Index:
        """The tambons looked at."""
        return self.index.index

    def at(self, tambons: Index) -> "Work":
        """Return the same of some of the tambons."""
        kept = self.tambons[self.tambons.isin(tambons)]
        own = self.records["area_code"].isin(kept)
        return replace(self, index=self.index.loc[kept], records=self.records[own])

    def of_agency(self, agency: str) -> "Work":
        """
        Return the same of one agency: where it has begun work on each line.

        What is not recorded of it is unknown and not none: nobody writes down where an agency is
        not. A council that is registered is nobody's work by itself, so registers do not count.
        """
        own = self.records[self.records["agency"] == agency]
        begun = presence.by_line(own[own["is_begun"]])
        frame = DataFrame(
            str(Reach.UNKNOWN), index=self.tambons, columns=[str(line) for line in LINES]
        ).astype("str")
        for line in LINES:
            here = begun.loc[begun["work_line"] == line, "area_code"].unique()
            frame.loc[frame.index.isin(here), str(line)] = str(Reach.AT_WORK)
        count = (frame == Reach.AT_WORK).sum(axis=1)
        frame["work_lines"] = count.astype("Int64").mask(count == 0)
        frame["unknown_lines"] = len(LINES) - count
        return Work(frame, own)


def work(snapshot: Snapshot, within: str | None = None) -> Work:
    """
    Return what is known of the work in an area.

    Parameters
    ----------
    snapshot
        Of the theme `integration`.
    within
        Code or name of the area to look at; None for the country.
    """
    index = snapshot.integration(within=within)
    publications = snapshot.publications
    told = {
        name: snapshot.rows_of(publications[name]) if name in publications else None
        for name in ("activity", "budget")
    }
    found = presence.records(
        told["activity"],
        told["budget"],
        index.index,
        snapshot.ground,
        fiscal_year(snapshot.as_of),
    )
    return Work(index, found)


def places(snapshot: Snapshot, by: Level, within: str | None = None) -> Series:
    """Return the area of a level of each tambon looked at; of a tambon, itself."""
    code = hierarchy.find_area(within or COUNTRY_CODE, snapshot.groupings, snapshot.as_of).code
    tambons = hierarchy.tambons_of(code, snapshot.groupings, snapshot.as_of)
    if by is Level.TAMBON:
        return Series(tambons, index=tambons, dtype="str")
    return snapshot.membership(by).reindex(tambons)


def cells(found: Work, membership: Series) -> DataFrame:
    """
    Return the work lines of each area: where each is at work, who is there, with what.

    Parameters
    ----------
    found
        As `work` gives it.
    membership
        Area of each tambon.

    Returns
    -------
    cells
        Indexed by `area_code` and `work_line` (every area with every line): `areas` (tambons),
        `at_work`, `none`, `unknown` (of them, by `Reach`), `activities` (that go on or are done),
        `planned`, `agencies` (different ones that have begun), int64; `amount_baht` (float64,
        missing where no amount is known to a tambon and to the line alone).
    """
    inside = membership.reindex(found.tambons)
    rows = []
    for line in LINES:
        state = found.index[str(line)]
        counted = DataFrame(
            {
                "areas": True,
                **{str(reach): state == reach for reach in (Reach.AT_WORK, Reach.NONE)},
                "unknown": state == Reach.UNKNOWN,
            }
        )
        sums = counted.astype("int64").groupby(inside).sum()
        rows.append(sums.rename_axis("area_code").assign(work_line=str(line)))
    grid = _stacked(rows)
    records = presence.by_line(found.records)
    records = records.assign(place=records["area_code"].map(inside))
    groups = ["place", "work_line"]
    begun = records[records["is_begun"]]
    acts = begun[begun["kind"] == presence.ACTIVITY]
    grid["activities"] = _at(acts.groupby(groups).size(), grid)
    grid["planned"] = _at(records[records["state"] == "planned"].groupby(groups).size(), grid)
    named = begun[begun["agency"] != ""]
    grid["agencies"] = _at(named.groupby(groups)["agency"].nunique(), grid)
    paid = satang(records["amount_baht"]).groupby([records["place"], records["work_line"]])
    grid["amount_baht"] = baht(paid.sum(min_count=1)).reindex(grid.index)
    return grid


def by_area(found: Work, membership: Series) -> DataFrame:
    """
    Return how many work lines the tambons of each area have.

    Returns
    -------
    by_area
        Indexed by `area_code`: `areas`, `known` (tambons of which it is known whether any line is
        at work), `all_lines`, `no_line` (int64), `mean_lines` (float64: the mean over the known,
        each counted with what is known to be at work; missing where none is).
    """
    inside = membership.reindex(found.tambons)
    lines = found.index["work_lines"].astype("Float64").astype("float64")
    groups = lines.groupby(inside)
    return DataFrame(
        {
            "areas": groups.size(),
            "known": groups.count(),
            "all_lines": (lines == len(LINES)).groupby(inside).sum(),
            "no_line": (lines == 0).groupby(inside).sum(),
            "mean_lines": groups.mean(),
        }
    ).rename_axis("area_code")


def _stacked(rows: list[DataFrame]) -> DataFrame:
    order = {str(line): place for place, line in enumerate(LINES)}
    every = pd.concat(rows).reset_index()
    every["_order"] = every["work_line"].map(order)
    sorted_ = every.sort_values(["area_code", "_order"], kind="stable").drop(columns="_order")
    return sorted_.set_index(["area_code", "work_line"])


def _at(counts: Series, grid: DataFrame) -> NDArray[np.int64]:
    found: NDArray[np.int64] = counts.reindex(grid.index).fillna(0).to_numpy("int64")
    return found
