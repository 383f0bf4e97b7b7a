"""The records of one area as a brief tells them: funds, housing, agencies, agreements, plans."""

from dataclasses import dataclass

import pandas as pd
from pandas import DataFrame, Index, Series, Timestamp

from areamap.calendar import fiscal_year
from areamap.measures.money import baht, satang
from areamap.measures.place_records import fund_years
from areamap.measures.reach import Reach, located, reach
from areamap.measures.standing import Standing
from areamap.measures.states import Theme, standing
from areamap.measures.yearly import newest
from areamap.places.levels import Level
from areamap.snapshot import Snapshot

FUND_COLUMNS = ("members", "circulating_baht")
HOME_COLUMNS = ("households", "units", "amount_baht")


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """
    The records that lie in an area, up to a day; None where their register is not published.

    Attributes
    ----------
    funds
        The newest row of every fund that is active on the day.
    fund_years
        As `place_records.fund_years`, of every row up to the day.
    homes
        Housing projects of the fiscal years up to the day.
    activities, agreements, plans
        Rows of the registers; agreements and plans also of wider areas, with `is_wider` (bool).
    """

    funds: DataFrame | None
    fund_years: DataFrame | None
    homes: DataFrame | None
    activities: DataFrame | None
    agreements: DataFrame | None
    plans: DataFrame | None


def records(snapshot: Snapshot, code: str, tambons: Index) -> Records:
    """
    Return the records that lie in an area: a local authority's where its seat is.

    Parameters
    ----------
    snapshot
        Holds every register of one world that is in force, on the day asked about.
    code
        The area.
    tambons
        Its tambons.
    """
    levels = {str(level): snapshot.membership(level) for level in Level}
    reached = reach(code, tambons, levels, snapshot.ground)
    year = fiscal_year(snapshot.as_of)
    funds = _here(snapshot, "fund", reached)
    until = None if funds is None else _until(funds, year)
    return Records(
        funds=_active(snapshot, until, year),
        fund_years=None if until is None else fund_years(until),
        homes=_maybe(_here(snapshot, "housing", reached), year),
        activities=_maybe(_here(snapshot, "activity", reached), year),
        agreements=_signed(_wide(snapshot, "agreement", reached), snapshot),
        plans=_wide(snapshot, "plan", reached),
    )


def by_part(rows: DataFrame, parts: Series, columns: tuple[str, ...]) -> DataFrame:
    """
    Return records counted and added up by the part of the area that they lie in.

    Parameters
    ----------
    rows
        As in `Records`.
    parts
        Part of each tambon.
    columns
        What is added up; columns of baht in whole satang.

    Returns
    -------
    DataFrame
        Indexed by `area_code`, every part: `records` (int64, 0 where there is none) and the
        columns (float64, missing where no record tells).
    """
    place = rows["area_code"].astype("str").map(parts)
    index = Index(parts.dropna().unique(), dtype="str", name="area_code").sort_values()
    found = DataFrame({"records": place.value_counts().reindex(index, fill_value=0)})
    for name in columns:
        found[name] = _summed(rows, name, place).reindex(index)
    return found.astype({"records": "int64"}).rename_axis("area_code")


def programmes(homes: DataFrame) -> DataFrame:
    """Return housing by programme, most households first: projects, households, units, baht."""
    return _grouped(homes, homes["programme"].fillna(""), "programme", HOME_COLUMNS).sort_values(
        "households", ascending=False, kind="stable"
    )


def home_years(homes: DataFrame) -> DataFrame:
    """Return housing by fiscal year (BE): projects, households, units, baht."""
    known = homes[homes["fiscal_year"].notna()]
    return _grouped(known, known["fiscal_year"].astype("int64"), "fiscal_year", HOME_COLUMNS)


def agencies(activities: DataFrame) -> DataFrame:
    """
    Return who works in the area, most activities first.

    Returns
    -------
    DataFrame
        Indexed by `agency` (as written, without spaces around it; empty where none is named):
        `activities`, `tambons` (int64), `last_year` (Int64, BE).
    """
    named = activities["agency"].astype("str").fillna("").str.strip()
    groups = activities.groupby(named.rename("agency"))
    tambons = activities["area_code"].where(activities["area_code"].str.len() == 6)  # noqa: PLR2004 - digits of a tambon
    found = DataFrame(
        {
            "activities": groups.size(),
            "tambons": tambons.groupby(named.rename("agency")).nunique(),
            "last_year": groups["fiscal_year"].max().astype("Int64"),
        }
    )
    return found.sort_values("activities", ascending=False, kind="stable")


def _here(snapshot: Snapshot, register: str, reached: Reach) -> DataFrame | None:
    publication = snapshot.publications.get(register)
    if publication is None:
        return None
    rows = snapshot.rows_of(publication)
    return rows[located(rows, reached, by_seat=True)["here"]]


def _wide(snapshot: Snapshot, register: str, reached: Reach) -> DataFrame | None:
    """Return the rows of the area and of those that hold all of it."""
    publication = snapshot.publications.get(register)
    if publication is None:
        return None
    rows = snapshot.rows_of(publication)
    found = located(rows, reached, by_seat=True)
    own = rows[found["here"]].assign(is_wider=False)
    above = {
        str(codes.iloc[0])
        for codes in (snapshot.membership(level).reindex(reached.tambons) for level in Level)
        if len(set(codes)) == 1 and pd.notna(codes.iloc[0])
    } - reached.inside
    wider = rows[rows["area_code"].isin(above) & (rows["status"] == "matched")]
    return pd.concat([own, wider.assign(is_wider=True)])


def _until(rows: DataFrame, year: int) -> DataFrame:
    return rows[~rows["fiscal_year"].gt(year).fillna(value=False).astype(bool)]


def _maybe(rows: DataFrame | None, year: int) -> DataFrame | None:
    return None if rows is None else _until(rows, year)


def _active(snapshot: Snapshot, rows: DataFrame | None, year: int) -> DataFrame | None:
    if rows is None:
        return None
    published = snapshot.publications["fund"].created_at.astimezone().date()
    stands = standing(Theme.FUND, rows, as_of=snapshot.as_of, published_on=published)
    return rows[newest(rows, year).astype(bool) & (stands == Standing.ACTIVE)]


def _signed(rows: DataFrame | None, snapshot: Snapshot) -> DataFrame | None:
    """Leave out what is signed later than the day; the soonest to end comes first."""
    if rows is None:
        return None
    later = rows["signed_date"] > Timestamp(snapshot.as_of)
    return rows[~later.fillna(value=False)].sort_values("ends_date", kind="stable")


def _grouped(rows: DataFrame, by: Series, name: str, columns: tuple[str, ...]) -> DataFrame:
    key = by.rename(name)
    found = DataFrame({"projects": rows.groupby(key).size()})
    for column in columns:
        found[column] = _summed(rows, column, key)
    return found.sort_index()


def _summed(rows: DataFrame, name: str, by: Series) -> Series:
    values = rows[name]
    if name.endswith("_baht"):
        return baht(satang(values.astype("float64")).groupby(by).sum(min_count=1))
    return values.astype("Float64").groupby(by).sum(min_count=1).astype("float64")
