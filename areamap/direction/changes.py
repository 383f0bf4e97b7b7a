"""
What moved between two moments: gained, lost, corrected, and money likewise.

A moment is a day by what is known now, or by what was known at some time. Between two days by what
is known now nothing is corrected; between two publications what the second says otherwise of the
first day is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any, Final

from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year
from areamap.direction.same_ground import beside
from areamap.errors import AreamapError
from areamap.measures.basis import Basis
from areamap.measures.change import change_by_place, explained, money_change
from areamap.measures.change_account import account, money_account
from areamap.measures.closed_years import Edition, changed_years
from areamap.measures.findings import Found
from areamap.places import gazetteer, hierarchy
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE, Level
from areamap.snapshot import Snapshot
from areamap.store import Publication

CORRECTED: Final = [
    "area_code", "name_th", "name_en", "fiscal_year", "before", "after", "unit", "publication",
    "published_date", "note",
]  # fmt: skip
"""Columns of `closed_years`."""


@dataclass(frozen=True, slots=True)
class Moment:
    """
    A day, by what was known at some time.

    Attributes
    ----------
    day
        The day.
    known_at
        By the publications in force at this moment (with its zone); None for now.
    """

    day: date
    known_at: datetime | None = None


def end_of(day: date) -> datetime:
    """Return the last moment of a day, where she is."""
    return datetime.combine(day, time.max).astimezone()


def pair(
    snapshot: Callable[..., Snapshot], theme: str, first: Moment, second: Moment
) -> tuple[Snapshot, Snapshot]:
    """
    Return a theme at two moments.

    Parameters
    ----------
    snapshot
        `Workspace.snapshot`.
    theme
        Id of the register asked about.
    first, second
        The moments.

    Raises
    ------
    AreamapError
        One of the two moments is of the sample, the other is not.
    """
    after = snapshot(theme, as_of=second.day, known_at=second.known_at)
    if first.known_at == second.known_at:
        return beside(after, as_of=first.day), after
    before = snapshot(theme, as_of=first.day, known_at=first.known_at)
    if before.publication is None:
        # Nothing was known, in whichever world.
        before = replace(before, is_sample=after.is_sample)
    if before.is_sample != after.is_sample:
        raise AreamapError("snapshot_two_worlds")
    return before, after


def moved(
    before: Snapshot, after: Snapshot, *, basis: str = "tambon", within: str | None = None
) -> DataFrame:
    """
    Return how each area differs between two moments, and why: see `measures.change.explained`.

    Parameters
    ----------
    before, after
        As `pair` gives them.
    basis
        `tambon` or `authority`.
    within
        Code or name of the area to look at; None for the country.
    """
    between = beside(after, as_of=before.as_of)
    return explained(*(each.states(basis, within)["state"] for each in (before, between, after)))


def counted(
    changes: DataFrame,
    after: Snapshot,
    by: Level | None,
    *,
    basis: str = "tambon",
    within: str | None = None,
) -> DataFrame:
    """
    Return the account of areas covered: see `measures.change_account.account`.

    Parameters
    ----------
    changes
        As `moved` gives it for the same basis and area.
    after
        The later of its two moments.
    by
        One line per area of this level, with its `name_th` and `name_en` first; None for one line
        of the area that is looked at.
    basis, within
        As for `moved`.
    """
    code = within or COUNTRY_CODE
    if by is None:
        return account(changes, Series(code, index=changes.index), Index([code]))
    level_of = after.membership(by)
    inside = level_of.reindex(hierarchy.tambons_of(code, after.groupings, after.as_of))
    places = after.ground.membership(Basis(basis), level_of)
    found = account(changes, places, Index(inside.dropna()))
    return _named(found, after, by)


def kinds(
    changes: DataFrame, after: Snapshot, by: Level, *, basis: str = "tambon", within: str
) -> DataFrame:
    """Return how many areas of each place differ in each way: see `change.change_by_place`."""
    level_of = after.membership(by)
    inside = level_of.reindex(hierarchy.tambons_of(within, after.groupings, after.as_of))
    places = after.ground.membership(Basis(basis), level_of)
    return change_by_place(changes["change"], places, Index(inside.dropna()))


def paid(
    before: Snapshot,
    after: Snapshot,
    by: Level,
    *,
    within: str | None = None,
    placed: bool = False,
) -> DataFrame:
    """
    Return the difference of baht by area and fiscal year: see `measures.change.money_change`.

    A budget is known by fiscal year, not by day: at each moment the years count that had begun.

    Parameters
    ----------
    before, after
        As `pair` gives them.
    by
        Level of the areas; money known only above it stands under its own area.
    within
        Code or name of the area to look at; None for the country.
    placed
        Whether to leave out what is not known to the level.
    """
    return money_change(*(_begun(each, by, within, placed=placed) for each in (before, after)))


def paid_account(changes: DataFrame, before: Snapshot) -> DataFrame:
    """Return the account of baht by area: see `measures.change_account.money_account`."""
    return money_account(changes, fiscal_year(before.as_of))


def closed_years(
    history: Sequence[Publication],
    rows_of: Callable[[Publication], DataFrame],
    after: Snapshot,
    since: datetime,
    within: str,
) -> DataFrame:
    """
    Return the closed fiscal years of which something else was published between two moments.

    Rule: each publication against the one before it, by province: see
    `measures.closed_years.changed_years`.

    Parameters
    ----------
    history
        Every publication of the register, newest first.
    rows_of
        Gives the rows of one.
    after
        The later moment; its publication is the last that is looked at.
    since
        The earlier moment: publications after it are looked at.
    within
        Code of the area to look at: the provinces that it lies in, or that lie in it.

    Returns
    -------
    DataFrame
        One row per province, year and publication: `CORRECTED`. `before` and `after` are baht or
        records (float64, missing where not told), `unit` is which of both, `note` what was said of
        the publication: empty where it was silent.
    """
    last = after.publication
    if last is None:
        return DataFrame(columns=CORRECTED)
    known = [
        each
        for each in history
        if each.is_sample == after.is_sample and not each.is_cleared and each.id <= last.id
    ]
    found: list[Found] = []
    for later, earlier in pairwise(known):
        if later.created_at > since:
            editions = (_edition(each, rows_of) for each in (earlier, later))
            found += changed_years(after.theme, *editions)
    inside = hierarchy.tambons_of(within, after.groupings, after.as_of)
    provinces = {str(code)[: CODE_DIGITS[Level.PROVINCE]] for code in inside} | {within}
    lines = [_line(each) for each in found if each.area_code in provinces or within == COUNTRY_CODE]
    return DataFrame(lines, columns=CORRECTED)


def _begun(snapshot: Snapshot, by: Level, within: str | None, *, placed: bool) -> Series:
    lines = snapshot.budget(by, within=within)
    if placed:
        lines = lines[lines["placed_at"] == by]
    begun = lines[lines["fiscal_year"].astype("Int64") <= fiscal_year(snapshot.as_of)]
    year = begun["fiscal_year"].astype("int64")
    found: Series = begun.groupby([begun.index.astype("str"), year])["amount_baht"].sum(min_count=1)
    return found.rename_axis(["area_code", "fiscal_year"])


def _named(found: DataFrame, snapshot: Snapshot, by: Level) -> DataFrame:
    names = snapshot.names(by).reindex(found.index)
    found.insert(0, "name_th", names["name_th"])
    found.insert(1, "name_en", names["name_en"])
    return found


def _edition(publication: Publication, rows_of: Callable[[Publication], DataFrame]) -> Edition:
    on = publication.created_at.astimezone().date()
    return Edition(publication.id, on, publication.note, rows_of(publication))


def _line(found: Found) -> dict[str, Any]:
    code = str(found.area_code)
    told = {name: found.told[name] for name in CORRECTED if name in found.told}
    unit = found.what.rpartition("_")[2]
    return {"area_code": code, **dict(_names(code)), **told, "unit": unit}


def _names(code: str) -> Iterator[tuple[str, str]]:
    is_known = gazetteer.level_of(code) is not None
    yield "name_th", gazetteer.name(code, "th") if is_known else code
    yield "name_en", gazetteer.name(code, "en") if is_known else code
