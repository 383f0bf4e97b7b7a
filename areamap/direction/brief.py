"""All that a brief tells of one area of any level, as frames; what is not known is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year
from areamap.direction import gaps, money
from areamap.direction.brief_days import Moments, a_year_before
from areamap.direction.brief_records import Records, records
from areamap.direction.gaps import Gaps
from areamap.direction.headlines import UNTOLD, Moved
from areamap.measures import change, population
from areamap.measures.basis import Basis
from areamap.measures.change import Change
from areamap.measures.leverage import CODI, UNNAMED
from areamap.measures.money import baht, satang
from areamap.measures.nearness import Nearness
from areamap.places import hierarchy
from areamap.places.hierarchy import Area
from areamap.places.levels import Level
from areamap.snapshot import Snapshot

PARTS: Final[Mapping[Level, Level]] = {
    Level.COUNTRY: Level.CLUSTER,
    Level.REGION: Level.PROVINCE,
    Level.OFFICE: Level.PROVINCE,
    Level.CLUSTER: Level.PROVINCE,
    Level.ZONE: Level.DISTRICT,
    Level.PROVINCE: Level.DISTRICT,
    Level.DISTRICT: Level.TAMBON,
    Level.TAMBON: Level.TAMBON,
}
"""Level of the areas that a brief sets side by side, by the level of its own area."""

Counted = Mapping[tuple[str, str], DataFrame]
"""A frame by theme and basis."""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """
    What is known of an area on a day, by the registers of one world.

    Attributes
    ----------
    area
        The area.
    snapshot
        Every register of one world on the day.
    tambons
        Codes of its tambons.
    parts
        Level of the areas below it that are set side by side.
    bases
        Bases that can be counted by.
    whole
        The area's own line of `Snapshot.coverage`, by theme and basis.
    below
        The lines of the parts, by theme and basis.
    states
        State of each of its tambons, by theme; a theme that is not published is not there.
    gaps
        As `Snapshot.gaps` by tambon, by theme.
    moved
        What changed within a year, by theme.
    changes
        As `Snapshot.change` by tambon from a year before by what is known now, only the areas that
        differ, by theme.
    corrected
        How many tambons are told otherwise now, of the day a year before, than then; None where
        nothing was published then.
    money
        As `money.cut` at the level of the area, of the years up to the day, only what is known at
        the level or below it.
    money_below
        As `Snapshot.budget` by part.
    money_tambons
        Baht by tambon of the years up to the day; those without a line are not in it.
    spending
        As `money.planned_and_spent`.
    people
        `population` and `households` by tambon; None where not published.
    records
        Funds, housing, agencies, agreements and plans.
    helpers
        As `direction.gaps.gaps`, by theme: who near each gap can help, with whom one has to talk;
        empty where no map was given.
    assigned
        As `assignments.frame` gives them, by theme: who was sent to a tambon up to the day.
    """

    area: Area
    snapshot: Snapshot
    tambons: Index
    parts: Level
    bases: tuple[str, ...]
    whole: Counted
    below: Counted
    states: Mapping[str, Series]
    gaps: Mapping[str, DataFrame]
    moved: Mapping[str, Moved]
    changes: Mapping[str, DataFrame]
    corrected: Mapping[str, int | None]
    money: DataFrame
    money_below: DataFrame
    money_tambons: Series
    spending: DataFrame
    people: DataFrame | None
    records: Records
    helpers: Mapping[str, Gaps]
    assigned: Mapping[str, DataFrame] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The day."""
        return self.snapshot.as_of

    @property
    def year(self) -> int:
        """The fiscal year (BE) of the day."""
        return fiscal_year(self.as_of)

    @property
    def closed_year(self) -> int:
        """The last fiscal year (BE) that was over on the day."""
        return self.year if self.as_of.month == 9 and self.as_of.day == 30 else self.year - 1  # noqa: PLR2004 - 30 September

    def tells_of(self, register: str) -> bool:
        """Return whether a register is published; nothing is known by one that is not."""
        return register in self.snapshot.publications


def facts(
    days: Moments,
    code: str,
    near: Nearness | None = None,
    assigned: Mapping[str, DataFrame] | None = None,
) -> Facts:
    """
    Return everything that a brief tells of an area.

    Parameters
    ----------
    days
        The day and those it is set against.
    code
        Code or name of an area of any level.
    near
        The map, as `BoundarySets.nearness` gives it, by which helpers are found.
    assigned
        Who was sent where; see `Facts`.

    Raises
    ------
    PlaceError
        There is no such area on the day.
    """
    now = days.now
    area = hierarchy.find_area(code, now.groupings, now.as_of)
    tambons = hierarchy.tambons_of(area.code, now.groupings, now.as_of)
    bases = tuple(str(each) for each in now.ground.bases)
    year = fiscal_year(now.as_of)
    changes = {theme: _changes(days, theme, area.code) for theme in days.of}
    return Facts(
        area=area,
        snapshot=now,
        tambons=tambons,
        parts=PARTS[area.level],
        bases=bases,
        whole=_covered(days, area.level, area.code, bases),
        below=_covered(days, PARTS[area.level], area.code, bases),
        states={
            theme: each.states("tambon", area.code)["state"] for theme, each in days.of.items()
        },
        gaps={theme: each.gaps(within=area.code) for theme, each in days.of.items()},
        moved={theme: _moved(days, found) for theme, found in changes.items()},
        changes={theme: each[each["before"] != each["after"]] for theme, each in changes.items()},
        corrected={theme: _corrected(days, theme, area.code) for theme in days.of},
        money=_until(_own(money.cut(now, area.level, area.code), area), year),
        money_below=_until(now.budget(PARTS[area.level], within=area.code), year),
        money_tambons=paid_by_tambon(now, area.code, year),
        spending=_spending(now, area.code, year),
        people=_people(now, tambons),
        records=records(now, area.code, tambons),
        helpers={
            theme: gaps.gaps(each, days.around(theme), near, within=area.code)
            for theme, each in days.of.items()
        }
        if near
        else {},
        assigned=assigned or {},
    )


def by_year(paid: DataFrame) -> DataFrame:
    """
    Return baht by fiscal year and by who pays.

    Parameters
    ----------
    paid
        As `Facts.money`.

    Returns
    -------
    DataFrame
        Indexed by `fiscal_year` (BE): `codi_baht`, `partners_baht`, `unnamed_baht`, `amount_baht`
        (float64, 0 where no line).
    """
    amounts = satang(paid["amount_baht"]).fillna(0)
    is_codi, is_unnamed = paid["agency"] == CODI, paid["agency"] == UNNAMED
    parts = DataFrame(
        {
            "codi_baht": amounts.where(is_codi, 0),
            "partners_baht": amounts.where(~is_codi & ~is_unnamed, 0),
            "unnamed_baht": amounts.where(is_unnamed, 0),
            "amount_baht": amounts,
        }
    )
    found = parts.groupby(paid["fiscal_year"].astype("int64")).sum().apply(baht)
    return found.rename_axis("fiscal_year")


def sums(paid: DataFrame, by: str) -> DataFrame:
    """Return `amount_baht` and `lines` by a column of `Facts.money`, most baht first."""
    amounts = baht(satang(paid["amount_baht"]).groupby(paid[by]).sum(min_count=1))
    found = DataFrame({"amount_baht": amounts, "lines": paid.groupby(by)["lines"].sum()})
    return found.sort_values("amount_baht", ascending=False, kind="stable")


def _own(paid: DataFrame, area: Area) -> DataFrame:
    return paid[(paid["area_code"] == area.code) & (paid["placed_at"] == area.level)]


def _until(paid: DataFrame, year: int) -> DataFrame:
    return paid[paid["fiscal_year"].le(year).fillna(value=False).astype(bool)]


def paid_by_tambon(snapshot: Snapshot, code: str, year: int) -> Series:
    """Return baht by tambon of an area, up to a year; those without a line are not in it."""
    found = _until(snapshot.budget(Level.TAMBON, within=code), year)
    own = found[found["placed_at"] == Level.TAMBON]
    return baht(satang(own["amount_baht"]).groupby(level="area_code").sum(min_count=1))


def _spending(snapshot: Snapshot, code: str, year: int) -> DataFrame:
    found = money.planned_and_spent(snapshot, code)
    return found[found.index <= year]


def _people(snapshot: Snapshot, tambons: Index) -> DataFrame | None:
    publication = snapshot.publications.get("population")
    if publication is None:
        return None
    rows = snapshot.rows_of(publication)
    return population.population(rows, snapshot.ground, Basis.TAMBON).reindex(tambons)


def _covered(days: Moments, level: Level, code: str, bases: tuple[str, ...]) -> Counted:
    return {
        (theme, basis): each.coverage(level, basis=basis, within=code)
        for theme, each in days.of.items()
        for basis in bases
    }


def _changes(days: Moments, theme: str, code: str) -> DataFrame:
    """Return how each tambon differs from a year before, by what is published now."""
    before = days.before[theme].states("tambon", code)["state"]
    after = days.of[theme].states("tambon", code)["state"]
    return change.explained(before, before, after)


def _moved(days: Moments, changes: DataFrame) -> Moved:
    kinds = changes["change"]
    gained, lost = (int((kinds == str(each)).sum()) for each in (Change.GAINED, Change.LOST))
    return Moved(a_year_before(days.now.as_of), gained, lost, int(kinds.isin(UNTOLD).sum()))


def _corrected(days: Moments, theme: str, code: str) -> int | None:
    then, now = days.then.get(theme), days.before[theme]
    if then is None or theme not in then.publications or then.is_sample != now.is_sample:
        return None
    told = then.states("tambon", code)["state"]
    return int((told != now.states("tambon", code)["state"].reindex(told.index)).sum())
