"""How many of the seven work lines are at work in a tambon: one area integrates every work line."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from areamap.measures._cells import texts
from areamap.measures.coverage import COVERED, GAP
from areamap.measures.money import satang
from areamap.measures.states import Theme
from areamap.measures.work_lines import WorkLine, work_lines
from areamap.places.levels import CODE_DIGITS, Level

LINES: Final = tuple(WorkLine)
REGISTERS: Final = {
    WorkLine.COUNCIL: Theme.COUNCIL,
    WorkLine.WELFARE: Theme.FUND,
    WorkLine.HOUSING: Theme.HOUSING,
}
"""The lines that have a register of their own."""

BEGUN: Final = ("ongoing", "done")
"""Statuses of an activity by which its work line is at work."""

NOT_BEGUN: Final = ("planned", "stopped")
"""Statuses of an activity that says nothing of work that is done."""

_OPEN: Final = ("suggested", "ambiguous", "unmatched", "rejected")
_TAMBON: Final = CODE_DIGITS[Level.TAMBON]
_DISTRICT: Final = CODE_DIGITS[Level.DISTRICT]
_PROVINCE: Final = CODE_DIGITS[Level.PROVINCE]

_Grid = NDArray[np.bool_]


class Reach(StrEnum):
    """Whether a work line is at work in a tambon."""

    AT_WORK = "at_work"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Told:
    """What budget and activities say: `at_work`, `maybe` by tambon and line, `spoken` by tambon."""

    at_work: _Grid
    maybe: _Grid
    unnamed: NDArray[np.bool_]
    spoken: NDArray[np.bool_]


def integration(
    presence: Mapping[WorkLine, Series],
    lines: DataFrame | None,
    tambons: Index,
    fiscal_years: Collection[int] | None = None,
    activities: DataFrame | None = None,
) -> DataFrame:
    """
    Return which work lines are at work in each tambon, and how many.

    Formula: the index is the number of the seven work lines at work, 0 to 7. A line is

    1. at work where its own register covers the tambon (states registered, covered, partly), where
       its joined budget lines of the years sum to more than nothing there (money that went back is
       taken off; a line without an amount counts), or where an activity of the years is joined to
       it that goes on or is done;
    2. unknown where its own register does not know, where a budget line or an activity may mean the
       tambon (known to its district and no closer, waiting for a decision with the tambon among its
       suggestions, without a fiscal year, or an activity without a status), or where nothing
       speaks: for council, welfare and housing their own register, whatever the others hold; the
       other four are spoken of where budget or activities have a row of the years joined to a
       tambon of the province, and they are unknown also where the tambon has a row of which it is
       not known what work it is;
    3. none elsewhere.

    What is known only to the province or above says nothing of a tambon, and an activity that is
    planned or stopped nothing of work. A row of a local authority counts in the tambon that it is
    joined to and in no other. Worked by hand: a council and a fund, an activity for land that goes
    on, one for quality of life that is planned, no money: 3 of 7. What is unknown is
    never taken for none, so the index is a lower bound, and it is missing where no line is at work
    and not all seven are known to be absent.

    Source: CODI's principle "one area integrates every work line"; see `WorkLine` for the seven.

    Parameters
    ----------
    presence
        States by tambon (values of `State`) of the lines of `REGISTERS`; a line whose register was
        never published is left out and is unknown where no money says that it is at work.
    lines
        Rows of a publication of the budget register: `status`, `area_code`, `suggested_codes`,
        `work_line`, `programme` (read where no work line is named), `fiscal_year`, `amount_baht`;
        None where there is none.
    tambons
        The tambons to give a row each.
    fiscal_years
        Years, BE, whose budget lines and activities count; None for all.
    activities
        Rows of a publication of the register of activities: `status`, `area_code`,
        `suggested_codes`, `work_line`, `record_status`, `fiscal_year`; None where there is none.

    Returns
    -------
    integration
        Indexed by `area_code`, in the order of the tambons: a column for each line (values of
        `Reach`), `work_lines` (Int64, at least so many are at work; missing where it is not known
        whether any) and `unknown_lines` (int64).
    """
    told = _told(lines, activities, tambons, fiscal_years)
    at_work, unknown = told.at_work, told.maybe
    for place, line in enumerate(LINES):
        if line in REGISTERS:
            states = presence.get(line, Series(dtype="str")).reindex(tambons)
            at_work[:, place] |= states.isin(COVERED).to_numpy(bool)
            unknown[:, place] |= ~states.isin((*COVERED, *GAP)).to_numpy(bool)
        else:
            unknown[:, place] |= ~told.spoken | told.unnamed
    unknown &= ~at_work
    reach = np.select([at_work, unknown], [Reach.AT_WORK, Reach.UNKNOWN], default=Reach.NONE)
    frame = DataFrame(reach.astype(object), index=tambons, columns=[str(line) for line in LINES])
    frame = frame.astype("str").rename_axis("area_code")
    count = Series(at_work.sum(axis=1), index=frame.index, dtype="Int64")
    open_lines = Series(unknown.sum(axis=1), index=frame.index, dtype="int64")
    frame["work_lines"] = count.mask((count == 0) & (open_lines > 0))
    frame["unknown_lines"] = open_lines
    return frame


def by_place(found: DataFrame, membership: Series, codes: Index | None = None) -> DataFrame:
    """
    Return how many tambons of each place have how many work lines.

    Parameters
    ----------
    found
        As `integration` gives it.
    membership
        Place of each tambon; a tambon of no place is left out.
    codes
        The places to give a line each; None for every place of the membership.

    Returns
    -------
    by_place
        Indexed by `area_code` (sorted), int64: `areas` = `lines_0` + ... + `lines_7` + `unknown`
        (tambons by their index), then for each work line in how many tambons it is at work.
    """
    places = membership.reindex(found.index)
    wanted = Index(places.dropna().unique() if codes is None else codes.unique(), dtype="str")
    index = wanted.rename("area_code").sort_values()
    classes = {f"lines_{count}": found["work_lines"].eq(count) for count in range(len(LINES) + 1)}
    flags = DataFrame(
        {
            "areas": True,
            **classes,
            "unknown": found["work_lines"].isna(),
            **{str(line): found[str(line)] == Reach.AT_WORK for line in LINES},
        },
        index=found.index,
    )
    counted = flags.fillna(False).astype("int64").groupby(places).sum()
    return counted.reindex(index, fill_value=0)


def _told(
    lines: DataFrame | None,
    activities: DataFrame | None,
    tambons: Index,
    fiscal_years: Collection[int] | None,
) -> _Told:
    grid = (len(tambons), len(LINES))
    parts = []
    if lines is not None and len(lines):
        parts.append(_rows(lines, fiscal_years))
    if activities is not None and len(activities):
        parts.append(_work(activities, fiscal_years))
    if not parts:
        nowhere = np.zeros(len(tambons), dtype=bool)
        return _Told(np.zeros(grid, bool), np.zeros(grid, bool), nowhere, nowhere)
    rows = pd.concat(parts, ignore_index=True)
    placed = rows[(rows["status"] == "matched") & (rows["code"].str.len() == _TAMBON)]
    sure = placed[placed["dated"]]
    vague = pd.concat(
        [
            placed[~placed["dated"]],
            rows[(rows["status"] == "matched") & (rows["code"].str.len() == _DISTRICT)],
            _suggested(rows),
        ]
    )
    maybe, maybe_unnamed = _marks(vague, tambons)
    _, unnamed = _marks(sure, tambons)
    return _Told(
        at_work=_paid(sure, tambons),
        maybe=maybe,
        unnamed=unnamed | maybe_unnamed,
        spoken=tambons.str[:_PROVINCE].isin(sure["code"].str[:_PROVINCE].unique()),
    )


def _work(activities: DataFrame, fiscal_years: Collection[int] | None) -> DataFrame:
    """Return activities as lines without an amount; one without a status may not have begun."""
    state = texts(activities, "record_status")
    begun = activities[~state.isin(NOT_BEGUN)].assign(amount_baht=np.nan)
    rows = _rows(begun, fiscal_years)
    return rows.assign(dated=rows["dated"] & state.reindex(rows.index).isin(BEGUN))


def _rows(lines: DataFrame, fiscal_years: Collection[int] | None) -> DataFrame:
    """Return the lines of the years, or of no year: `code`, `line` (place in LINES, -1 unnamed)."""
    year = lines["fiscal_year"].astype("Float64").astype("float64")
    asked = np.ones(len(lines), bool) if fiscal_years is None else year.isin(list(fiscal_years))
    dated = np.asarray(asked, dtype=bool)
    chosen = dated | year.isna().to_numpy(bool)
    programme = lines.get("programme")
    told = work_lines(lines["work_line"], programme)
    rows = DataFrame(
        {
            "status": lines["status"].astype("str"),
            "code": lines["area_code"].astype("str"),
            "suggested": lines["suggested_codes"],
            "line": told.map(lambda each: tuple(LINES.index(line) for line in each) or (-1,)),
            "satang": satang(lines["amount_baht"]),
            "dated": dated,
        }
    )
    return rows[chosen].explode("line").astype({"line": "int64"})


def _suggested(rows: DataFrame) -> DataFrame:
    """Return a row for each place that a row waiting for a decision may mean."""
    waiting = rows[rows["status"].isin(_OPEN)].explode("suggested")
    return waiting.assign(code=waiting["suggested"].astype("str")).dropna(subset=["code"])


def _marks(rows: DataFrame, tambons: Index) -> tuple[_Grid, NDArray[np.bool_]]:
    """Return where the rows name a line in a tambon or its district, and where they name none."""
    marks = np.zeros((len(tambons), len(LINES) + 1), dtype=bool)
    for digits in (_TAMBON, _DISTRICT):
        here = rows[rows["code"].str.len() == digits]
        codes = Index(here["code"].unique())
        hits = np.zeros((len(codes) + 1, len(LINES) + 1), dtype=bool)
        hits[codes.get_indexer(Index(here["code"])), here["line"]] = True
        hits[-1] = False
        marks |= hits[codes.get_indexer(tambons.str[:digits])]
    return marks[:, :-1], marks[:, -1]


def _paid(rows: DataFrame, tambons: Index) -> _Grid:
    """Return where the rows of a named line sum to more than nothing, or hold no amount."""
    at = tambons.get_indexer(Index(rows["code"]))
    known = (at >= 0) & (rows["line"] >= 0).to_numpy(bool)
    where = (at[known], rows["line"].to_numpy()[known])
    amounts = rows["satang"][known]
    sums = np.zeros((len(tambons), len(LINES)), dtype="int64")
    np.add.at(sums, where, amounts.fillna(0).to_numpy("int64"))
    blank = np.zeros_like(sums, dtype=bool)
    np.logical_or.at(blank, where, amounts.isna().to_numpy(bool))
    paid: _Grid = (sums > 0) | blank
    return paid
