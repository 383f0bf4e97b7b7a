"""Where an agency is: in how many tambons of how many, with what."""

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures._cells import among, texts
from areamap.measures.basis import Ground
from areamap.measures.integration import BEGUN, NOT_BEGUN
from areamap.measures.leverage import agencies
from areamap.measures.money import baht, satang
from areamap.measures.work_lines import work_lines

ACTIVITY = "activity"
BUDGET = "budget"
_TAMBON = 6
COLUMNS = ["area_code", "agency", "lines", "kind", "is_begun", "state", "amount_baht"]


def records(
    activities: DataFrame | None,
    lines: DataFrame | None,
    tambons: Index,
    ground: Ground,
    last_year: int,
) -> DataFrame:
    """
    Return who does what in each tambon: the activities and budget lines that are joined to it.

    Rule: as `measures.integration` counts: matched rows of the years up to the one asked for, a row
    of a local authority in the tambon that it is joined to. The baht of an authority that covers
    several tambons are known only to the authority and are missing here; so are those of a line
    that serves several work lines, once they are looked at by line (`by_line`).

    Parameters
    ----------
    activities, lines
        Rows of the registers of activities and of the budget; None where there is none.
    tambons
        The tambons looked at.
    ground
        Tells which authorities cover several tambons.
    last_year
        Fiscal year (BE).

    Returns
    -------
    records
        One row per record: `area_code`, `agency` (as `leverage.agencies`), `lines` (tuple of
        `WorkLine`, empty where it is not known which), `kind` (`activity` or `budget`), `is_begun`
        (an activity that goes on or is done; a budget line of more than nothing or without an
        amount), `state` (`planned`, `ongoing`, `done`, `stopped` of an activity, else empty),
        `amount_baht` (float64, missing for activities).
    """
    parts = [
        _activities(_here(activities, tambons, last_year)),
        _lines(_here(lines, tambons, last_year), ground),
    ]
    known = [part for part in parts if len(part)]
    if not known:
        return DataFrame({name: Series(dtype="object") for name in COLUMNS}).astype(
            {"is_begun": "bool", "amount_baht": "float64", "agency": "str", "area_code": "str"}
        )
    return pd.concat(known, ignore_index=True)[COLUMNS]


def by_line(found: DataFrame) -> DataFrame:
    """
    Return a row for each work line of each record, with `work_line` (empty where not known which).

    The baht of a record of several lines are missing: they are not split, nor counted twice.
    """
    several = found["lines"].map(len) > 1
    told = found.assign(amount_baht=found["amount_baht"].mask(several.astype(bool)))
    rows = told.explode("lines", ignore_index=True).rename(columns={"lines": "work_line"})
    return rows.assign(work_line=rows["work_line"].astype("str").fillna(""))


def presence(found: DataFrame, tambons: Index) -> DataFrame:
    """
    Return in how many tambons each agency is, by what has begun.

    Formula: share = tambons with an activity of the agency that goes on or is done, or with a
    budget line that it pays / tambons looked at. The basis is the tambon. A tambon in which nothing
    of it is recorded is not known to be without it.

    Parameters
    ----------
    found
        As `records` gives it.
    tambons
        The tambons looked at.

    Returns
    -------
    presence
        Indexed by `agency` (the unnamed, "", last), most tambons first: `tambons`, `of` (int64),
        `share` (float64), `activities`, `planned`, `budget_lines` (int64), `amount_baht` (float64,
        missing where no amount is known to a tambon).
    """
    here = found[among(found["area_code"].astype("str"), tambons)]
    begun = here[here["is_begun"]]
    is_work = here["kind"] == ACTIVITY
    frame = DataFrame(
        {
            "tambons": begun.groupby("agency")["area_code"].nunique(),
            "activities": begun[begun["kind"] == ACTIVITY].groupby("agency").size(),
            "planned": here[is_work & (here["state"] == "planned")].groupby("agency").size(),
            "budget_lines": here[~is_work].groupby("agency").size(),
        }
    )
    counts = frame.fillna(0).astype("int64").rename_axis("agency")
    sums = satang(here["amount_baht"]).groupby(here["agency"]).sum(min_count=1)
    counts["amount_baht"] = baht(sums).reindex(counts.index)
    counts.insert(1, "of", len(tambons))
    counts.insert(2, "share", counts["tambons"] / max(len(tambons), 1))
    counts["_named"] = counts.index != ""
    ordered = counts.sort_values(
        ["_named", "tambons", "activities"], ascending=False, kind="stable"
    )
    return ordered.drop(columns="_named")


def _here(rows: DataFrame | None, tambons: Index, last_year: int) -> DataFrame | None:
    if rows is None:
        return None
    code = rows["area_code"].astype("str")
    year = rows["fiscal_year"].astype("Float64").astype("float64")
    matched = (rows["status"] == "matched") & (code.str.len() == _TAMBON)
    return rows[
        matched.fillna(value=False).astype(bool) & among(code, tambons) & (year <= last_year)
    ]


def _activities(rows: DataFrame | None) -> DataFrame:
    if rows is None or rows.empty:
        return DataFrame()
    state = texts(rows, "record_status")
    return DataFrame(
        {
            "area_code": rows["area_code"].astype("str"),
            "agency": agencies(rows["agency"]),
            "lines": work_lines(rows["work_line"]),
            "kind": ACTIVITY,
            "is_begun": state.isin(BEGUN),
            "state": state.where(state.isin((*BEGUN, *NOT_BEGUN)), ""),
            "amount_baht": Series(float("nan"), index=rows.index),
        }
    )


def _lines(rows: DataFrame | None, ground: Ground) -> DataFrame:
    if rows is None or rows.empty:
        return DataFrame()
    spread = ground.pieces["authority_code"].value_counts()
    wide = Index(spread.index[spread > 1].astype("str"))
    amounts = rows["amount_baht"].astype("Float64").astype("float64")
    is_wide = among(rows["authority_code"].astype("str"), wide)
    return DataFrame(
        {
            "area_code": rows["area_code"].astype("str"),
            "agency": agencies(rows["agency"]),
            "lines": work_lines(rows["work_line"], rows.get("programme")),
            "kind": BUDGET,
            "is_begun": ~(amounts <= 0),
            "state": "",
            "amount_baht": amounts.mask(is_wide),
        }
    )
