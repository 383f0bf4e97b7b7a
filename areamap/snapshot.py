"""
What was true on a day, by the publications of one world (real or sample), as tables by area.

A snapshot hands the frames of registers and places to the measures; nothing of it is stored.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from pandas import DataFrame, Index, Series

from areamap._names import MONEY_COLUMNS, labels, money_names, no_money
from areamap.calendar import fiscal_year as year_of
from areamap.errors import AreamapError
from areamap.i18n import DEFAULT_LANG, Lang, t
from areamap.measures import basis as bases
from areamap.measures import budget as money
from areamap.measures import change as changes
from areamap.measures import coverage, gaps, integration, population, states
from areamap.measures.basis import Basis, Ground
from areamap.measures.states import Theme
from areamap.places import authorities, gazetteer, hierarchy
from areamap.places.groupings import Groupings
from areamap.places.levels import GROUPED, Level
from areamap.store import Publication

COVERAGE_COLUMNS: Final = [
    "name_th", "areas", "covered", "unknown", "gap", "coverage_pct", "basis", "partly"
]  # fmt: skip
"""Columns of `Snapshot.coverage`, after its index `area_code`."""


@dataclass(frozen=True)
class Snapshot:
    """
    One theme on one day, from one world.

    Attributes
    ----------
    theme
        Id of the register asked about: council, fund, housing or budget.
    as_of
        The day.
    is_sample
        Whether every frame comes from the sample world; the two never mix.
    publications
        The publications in force, by register; a register without one is not there.
    groupings
        Clusters, regions and zones.
    rows_of
        Gives the rows of a publication.
    """

    theme: str
    as_of: date
    is_sample: bool
    publications: Mapping[str, Publication]
    groupings: Groupings
    rows_of: Callable[[Publication], DataFrame]

    @property
    def publication(self) -> Publication | None:
        """The publication that the theme is read from; None before the first."""
        return self.publications.get(self.theme)

    @cached_property
    def ground(self) -> Ground:
        """The pieces of tambons and authorities that both bases stand on."""
        register = self._authorities()
        tambons = gazetteer.areas(Level.TAMBON).index
        if register is None:
            return bases.ground(authorities.pieces(None, tambons))
        return bases.ground(authorities.pieces(register, tambons), authorities.seat(register))

    def states(self, basis: str, within: str | None = None) -> DataFrame:
        """
        Return how each area stands: see `measures.states.states`.

        Parameters
        ----------
        basis
            `tambon` or `authority`.
        within
            Code or name of the area to look at; None for the country.

        Returns
        -------
        DataFrame
            Indexed by `area_code`: `state`, `unknown_because`. Everything is unknown before the
            first publication.

        Raises
        ------
        PlaceError
            There is no such area, or no register of authorities for the basis `authority`.
        """
        kind = Basis(basis)
        found = self._states(self.theme, kind)
        if within is None:
            return found
        inside = self.ground.areas_within(kind, self._tambons_in(within))
        # Ten times as quick as `isin`, which makes a list of its codes.
        return found[inside.get_indexer(found.index) >= 0]

    def coverage(self, by: Level, *, basis: str = "tambon", within: str | None = None) -> DataFrame:
        """
        Return coverage by area of a level: see `measures.coverage.coverage`.

        Parameters
        ----------
        by
            One line per area of this level.
        basis
            The denominator, `tambon` or `authority`.
        within
            Code or name of the area to look at; None for the country.

        Returns
        -------
        DataFrame
            Indexed by `area_code`: `name_th`, `areas`, `covered`, `unknown`, `gap`,
            `coverage_pct`, `basis`, `partly`; the name of an area only partly within says so.

        Raises
        ------
        PlaceError
            As for `states`.
        """
        kind = Basis(basis)
        level_of = self.membership(by)
        counted_in = self.ground.membership(kind, level_of)
        places = level_of if within is None else level_of.reindex(self._tambons_in(within))
        frame = coverage.coverage(
            self.states(basis, within)["state"], counted_in, kind, codes=Index(places.dropna())
        )
        names = self.names(by)["name_th"].reindex(frame.index)
        inside = places.value_counts().reindex(frame.index)
        cut = inside < level_of.value_counts().reindex(frame.index)
        # Part of an area must not be taken for all of it.
        remark = " " + t("measures.only_in", area=self._area(within).name_th) if within else ""
        frame.insert(0, "name_th", names.mask(cut, names + remark))
        return frame[COVERAGE_COLUMNS]

    def change(
        self, before: "Snapshot", *, basis: str = "tambon", within: str | None = None
    ) -> DataFrame:
        """
        Return how each area differs from an earlier moment, and why: see `change.explained`.

        Raises
        ------
        AreamapError
            One of the two moments is of the sample, the other is not.
        """
        if before.is_sample != self.is_sample:
            raise AreamapError("snapshot_two_worlds")
        moments = (before, replace(before, publications=self.publications), self)
        return changes.explained(*(each.states(basis, within)["state"] for each in moments))

    def integration(self, *, within: str | None = None) -> DataFrame:
        """Return the work lines at work in each tambon to this day: see `measures.integration`."""
        presence = {
            line: self._states(theme, Basis.TAMBON)["state"]
            for line, theme in integration.REGISTERS.items()
            if theme in self.publications
        }
        years = range(year_of(self.as_of) + 1)
        tambons = self.ground.areas(Basis.TAMBON) if within is None else self._tambons_in(within)
        lines, work = self._rows("budget"), self._rows("activity")
        return integration.integration(presence, lines, tambons, years, work)

    def gaps(self, *, basis: str = "tambon", within: str | None = None) -> DataFrame:
        """Return the areas without, most people first: see `measures.gaps.gaps`."""
        return gaps.gaps(self.states(basis, within), self.labels(basis), self._people(basis))

    def not_known(self, *, basis: str = "tambon", within: str | None = None) -> DataFrame:
        """Return the areas that can't be told, and why: see `measures.gaps.not_known`."""
        return gaps.not_known(self.states(basis, within), self.labels(basis), self._people(basis))

    def budget(
        self,
        by: Level,
        *,
        within: str | None = None,
        fiscal_year: int | None = None,
        programme: str | None = None,
        lang: Lang = DEFAULT_LANG,
    ) -> DataFrame:
        """
        Return baht by area and fiscal year: see `measures.budget.budget`.

        Parameters
        ----------
        by
            One line per area of this level and year.
        within
            Code or name of the area to look at; None for the country.
        fiscal_year
            Only this Buddhist year.
        programme
            Only this programme, as the register names it.
        lang
            Language of the remark on money that is known only above the level.

        Returns
        -------
        DataFrame
            Indexed by `area_code`: `name_th` (money known only above the level says so),
            `fiscal_year`, `amount_baht` (float64), `placed_at`, `lines`.

        Raises
        ------
        PlaceError
            There is no such area.
        """
        lines = self._rows("budget")
        if lines is None:
            return no_money()
        if programme is not None:
            lines = lines[lines["programme"] == programme]
        frame = money.budget(
            lines,
            by,
            {level: self.membership(level) for level in {by, *GROUPED}},
            within=None if within is None else self._tambons_in(within),
            pieces=None if self._authorities() is None else self.ground.pieces,
            fiscal_year=fiscal_year,
        )
        known = self._authorities()
        named = money_names(frame, by, lang, names=self.names, authorities=known)
        frame.insert(1, "name_th", named)
        return frame.set_index("area_code")[MONEY_COLUMNS]

    def fiscal_years(self) -> list[int]:
        """Return the Buddhist years that the budget register speaks of, newest first."""
        lines = self._rows("budget")
        if lines is None:
            return []
        return sorted({int(year) for year in lines["fiscal_year"].dropna()}, reverse=True)

    def membership(self, level: Level) -> Series:
        """Return the area of a level that each tambon lies in, by tambon code."""
        return hierarchy.membership(level, self.groupings, self.as_of)

    def names(self, level: Level) -> DataFrame:
        """Return `name_th` and `name_en` of the areas of a level, by `area_code`."""
        return hierarchy.area_names(level, self.groupings, self.as_of)

    @cached_property
    def _known_states(self) -> dict[tuple[str, Basis], DataFrame]:
        return {}

    def _states(self, theme: str, kind: Basis) -> DataFrame:
        asked = (theme, kind)
        if asked not in self._known_states:
            self._known_states[asked] = self._states_anew(theme, kind)
        return self._known_states[asked]

    def _states_anew(self, theme: str, kind: Basis) -> DataFrame:
        if (publication := self.publications.get(theme)) is None:
            return states.nothing_known(self.ground.areas(kind))
        return states.states(
            Theme(theme),
            self.rows_of(publication),
            self.ground,
            kind,
            as_of=self.as_of,
            published_on=publication.created_at.astimezone().date(),
        )

    def _rows(self, register: str) -> DataFrame | None:
        publication = self.publications.get(register)
        return None if publication is None else self.rows_of(publication)

    def _authorities(self) -> DataFrame | None:
        rows = self._rows("authority")
        return None if rows is None else rows[rows["status"] == "matched"]

    def _area(self, within: str) -> hierarchy.Area:
        return hierarchy.find_area(within, self.groupings, self.as_of)

    def _tambons_in(self, within: str) -> Index:
        code = self._area(within).code
        tambons: Index = hierarchy.tambons_of(code, self.groupings, self.as_of)
        return tambons

    def labels(self, basis: str) -> DataFrame:
        """Return the names of each area of a basis: see `measures.gaps.labels`."""
        return labels(self.ground, Basis(basis), self._authorities())

    def _people(self, basis: str) -> DataFrame | None:
        rows = self._rows("population")
        return None if rows is None else population.population(rows, self.ground, Basis(basis))
