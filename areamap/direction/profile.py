"""Everything that is known about one tambon, as frames; what is not known is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.calendar import fiscal_year
from areamap.direction.same_ground import beside
from areamap.errors import PlaceError
from areamap.measures import states
from areamap.measures.basis import Basis
from areamap.measures.place_records import Through, fund_years, money_years, touching
from areamap.measures.population import population
from areamap.measures.states import Theme
from areamap.places import gazetteer, hierarchy, ladder
from areamap.places.levels import GROUPED, Level
from areamap.snapshot import Snapshot

REGISTERS: Final = (
    "council",
    "fund",
    "housing",
    "budget",
    "activity",
    "agreement",
    "plan",
    "vulnerable",
    "population",
    "authority",
)
"""The registers that say something of a tambon."""

INPUTS: Final = ("population", "authority")
"""Registers that say nothing of the work by themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """
    What is known about a tambon on a day.

    Attributes
    ----------
    code
        `area_code` of the tambon; in Bangkok of the khwaeng.
    as_of
        The day.
    is_sample
        Whether all of it is made-up data.
    path
        The areas that it lies in, from the country down to itself.
    states
        How it stands by council, fund and housing: indexed by theme, `state` (values of `State`)
        and `unknown_because`.
    authorities
        Local authorities that cover it, or a part of it: indexed by `authority_code`, `name_th`,
        `name_en`, `authority_type`, `whole` (bool); None without a register of authorities.
    people
        `population`, `households` (people and households; missing where not known) and
        `counted_date` (missing where not told).
    records
        The records that speak of it, by register, as `place_records.touching` gives them; a
        register that is not published is not there. Councils and funds carry `standing` (values of
        `Standing`) on the day.
    funds
        As `place_records.fund_years`, up to the day, of the funds of the tambon itself.
    money
        As `place_records.money_years`, of the lines that are known to the tambon.
    work_lines
        Its line of `Snapshot.integration`.
    retired
        Codes that are in force no more and whose area it took over, as `gazetteer.retired`.
    sources
        What each register was read from: indexed by register, `publication`, `file_name`,
        `published_on`; missing where none is published.
    """

    code: str
    as_of: date
    is_sample: bool
    path: tuple[hierarchy.Area, ...]
    states: DataFrame
    authorities: DataFrame | None
    people: "Series[Any]"
    records: Mapping[str, DataFrame]
    funds: DataFrame
    money: DataFrame
    work_lines: "Series[Any]"
    retired: DataFrame
    sources: DataFrame

    def tells_of(self, register: str) -> bool:
        """Return whether a register is published; nothing is known by one that is not."""
        return bool(self.sources["publication"].notna().to_dict()[register])

    def of(self, register: str, *through: Through) -> DataFrame:
        """Return the records of a register that speak of it in one of the ways; all for none."""
        found = self.records.get(register)
        if found is None:
            return DataFrame(columns=["through"])
        return found[found["through"].isin(through)] if through else found


def profile(snapshot: Snapshot, code: str) -> Profile:
    """
    Return everything that is known about a tambon.

    Parameters
    ----------
    snapshot
        Holds every register of one world that is in force, on the day asked about.
    code
        Code of a tambon or khwaeng of today, or one that was retired and has one successor.

    Raises
    ------
    PlaceError
        There is no such tambon today.
    """
    own = today(code)
    above = ladder.above(own, snapshot.groupings, snapshot.as_of)
    codes = {area.code for area in above[:-1]} | _groups(snapshot, own)
    pieces = snapshot.ground.pieces
    records = {
        name: touching(snapshot.rows_of(publication), own, pieces, codes)
        for name, publication in snapshot.publications.items()
        if name not in INPUTS
    }
    for theme in (Theme.COUNCIL, Theme.FUND):
        if theme in records:
            records[theme] = _standing(theme, records[theme], snapshot)
    return Profile(
        code=own,
        as_of=snapshot.as_of,
        is_sample=snapshot.is_sample,
        path=above,
        states=_states(snapshot, own),
        authorities=_authorities(snapshot, own),
        people=_people(snapshot, own),
        records=records,
        funds=_funds(records.get("fund"), snapshot.as_of),
        money=money_years(_own(records.get("budget"))),
        work_lines=_line(snapshot.integration(within=own)),
        retired=_retired(own),
        sources=_sources(snapshot),
    )


def today(code: str) -> str:
    """
    Return the tambon of today that a code means.

    Raises
    ------
    PlaceError
        No tambon bears it today, and not exactly one took it over.
    """
    if gazetteer.level_of(code) is Level.TAMBON:
        return code
    known = gazetteer.retired()
    successors: tuple[str, ...] = known["successors"].to_dict().get(code, ())
    if len(successors) == 1 and gazetteer.level_of(successors[0]) is Level.TAMBON:
        return successors[0]
    raise PlaceError("profile_no_tambon", text=code)


def _groups(snapshot: Snapshot, code: str) -> set[str]:
    found = (snapshot.membership(level).get(code) for level in GROUPED)
    return {str(group) for group in found if not pd.isna(group)}


def _states(snapshot: Snapshot, code: str) -> DataFrame:
    rows = {
        str(theme): beside(snapshot, theme=theme).states("tambon", code).loc[code]
        for theme in Theme
    }
    return DataFrame(rows).T.rename_axis("theme")


def _standing(theme: Theme, rows: DataFrame, snapshot: Snapshot) -> DataFrame:
    published = snapshot.publications[theme].created_at.astimezone().date()
    found = states.standing(theme, rows, as_of=snapshot.as_of, published_on=published)
    return rows.assign(standing=found)


def _authorities(snapshot: Snapshot, code: str) -> DataFrame | None:
    publication = snapshot.publications.get("authority")
    if publication is None:
        return None
    pieces = snapshot.ground.pieces
    here = pieces[(pieces["tambon_code"] == code) & pieces["authority_code"].notna()]
    named = snapshot.rows_of(publication).drop_duplicates("authority_code")
    columns = ["name_th", "name_en", "authority_type"]
    found = named.set_index("authority_code")[columns].reindex(here["authority_code"])
    found["whole"] = here["whole"].to_numpy(bool)
    return found.sort_values("whole", ascending=False, kind="stable")


def _people(snapshot: Snapshot, code: str) -> "Series[Any]":
    publication = snapshot.publications.get("population")
    if publication is None:
        return Series({"population": pd.NA, "households": pd.NA, "counted_date": pd.NaT})
    rows = snapshot.rows_of(publication)
    own = rows[rows["area_code"].astype("str") == code]
    counted = population(own, snapshot.ground, Basis.TAMBON)
    found = _line(counted.loc[[code]].astype(object))
    day = pd.to_datetime(own["counted_date"]).max() if "counted_date" in own.columns else pd.NaT
    found["counted_date"] = day
    return found


def _own(rows: DataFrame | None) -> DataFrame:
    if rows is None:
        return DataFrame(columns=["fiscal_year", "agency", "amount_baht"])
    return rows[rows["through"] == Through.TAMBON]


def _funds(rows: DataFrame | None, as_of: date) -> DataFrame:
    own = _own(rows)
    found = fund_years(own)
    return found[found.index <= fiscal_year(as_of)]


def _retired(code: str) -> DataFrame:
    known = gazetteer.retired()
    is_here = [code in successors for successors in known["successors"]]
    return known[is_here]


def _sources(snapshot: Snapshot) -> DataFrame:
    rows = {}
    for name in REGISTERS:
        found = snapshot.publications.get(name)
        rows[name] = {
            "publication": found.id if found else pd.NA,
            "file_name": found.file_name if found else None,
            "published_on": found.created_at.astimezone().date() if found else None,
        }
    frame = DataFrame.from_dict(rows, orient="index").rename_axis("register")
    return frame.astype({"publication": "Int64"})


def _line(frame: DataFrame) -> "Series[Any]":
    """Return the one line of a frame."""
    return frame.iloc[0].copy()
