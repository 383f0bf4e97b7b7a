"""The room itself: what is found, what fits, and how old it is, by area; kept by publications."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from pandas import DataFrame

from areamap.measures.reach import Reach
from areamap.places.groupings import Groupings
from areamap.quality.frames import figures_frame, findings_frame
from areamap.quality.links import Linked, Links
from areamap.quality.moment import PUBLISHED, Moment, Seen, seen
from areamap.quality.unrun import Unrun, unrun
from areamap.quality.world import World, world
from areamap.store import Publication, Store

_KEPT: Final = 4


class Quality:
    """
    The checks of a data home; reached as `Workspace.quality`.

    What is found is kept by the publications that it was found in. It may be shared between
    threads; the frames must not be changed.

    Parameters
    ----------
    store
        The database.
    rows_of
        Gives the rows of a publication, read once.
    groupings
        Gives the clusters, regions and zones of now.
    """

    def __init__(
        self,
        store: Store,
        rows_of: Callable[[Publication], DataFrame],
        groupings: Callable[[], Groupings],
    ) -> None:
        self._store = store
        self._rows_of = rows_of
        self._groupings = groupings
        # The cache of a method would hold every room for good.
        self._seen = lru_cache(maxsize=_KEPT)(lambda moment: seen(moment, rows_of))

    def world(self) -> World:
        """Return the publications of the world that is looked at: see `quality.world`."""
        return world(self._store.history())

    def unrun(self) -> list[Unrun]:
        """Return the checks that can't run for want of a register: see `quality.unrun`."""
        return unrun(self.world().in_force)

    def findings(self, scope: str | None = None, *, today: date | None = None) -> DataFrame:
        """
        Return what the checks find, worst first.

        Parameters
        ----------
        scope
            Code or name of an area: what is found in it, and what has no place; None for all.
        today
            The day on which records have to stand; today where not given.

        Returns
        -------
        DataFrame
            Indexed by `key` (stable, see `measures.findings.Found.key`): `check`, `severity`,
            `register` (str), `area_code`, `name_th`, `name_en` (missing where nothing tells the
            place), `what` (key of the sentence below `quality.what_`) and `told` (dict) of it,
            `rows` (how many are linked), `links` (as `links` takes them), `note`, `explained_by`,
            `explained_at` (missing where nobody has explained it).

        Raises
        ------
        PlaceError
            There is no such area.
        """
        moment = self._moment(today)
        known = self._seen(moment)
        reached = _reached(known, scope)
        found = [
            each
            for each in known.found
            if reached is None or each.area_code is None or each.area_code in reached.inside
        ]
        return findings_frame(found, moment, self._store.explanations.every())

    def reconciliation(self, scope: str | None = None, *, today: date | None = None) -> DataFrame:
        """
        Return every published figure held against the registers: see `measures.reconciliation`.

        Parameters
        ----------
        scope
            Code or name of an area: figures of places in it; None for all.
        today
            The day of figures that name none.

        Returns
        -------
        DataFrame
            One row per figure, indexed by `row` (its label in the register of published figures):
            `area_code`, `name_th`, `name_en`, `indicator` (id), `said`, `out_of` (float64), `unit`,
            `qualifier`, `said_on` (date, missing where only years were said), `as_of` (date that it
            is counted on), `first_year`, `last_year` (Int64, BE), `counted` (float64, missing where
            the registers hold nothing), `difference` (counted - said), `verdict`, `causes` (tuple
            of `measures.reconciliation.Cause`), `register` (that it is counted from), `source`,
            `said_note`, `finding` (key, missing where nothing is found).

        Raises
        ------
        PlaceError
            There is no such area.
        """
        moment = self._moment(today)
        known = self._seen(moment)
        reached = _reached(known, scope)
        held = [each for each in known.held if reached is None or each.area_code in reached.inside]
        publication = moment.world.in_force.get(PUBLISHED)
        rows = None if publication is None else self._rows_of(publication)
        return figures_frame(held, rows, moment)

    def freshness(self, scope: str | None = None, *, today: date | None = None) -> DataFrame:
        """
        Return the age of the newest row by province and register: see `measures.freshness`.

        Parameters
        ----------
        scope
            Code or name of an area: the provinces in it, or those that it lies in; None for all.
        today
            The day that ages are counted to.

        Raises
        ------
        PlaceError
            There is no such area.
        """
        known = self._seen(self._moment(today))
        reached = _reached(known, scope)
        if reached is None:
            return known.ages
        near = [
            code in reached.inside or code in reached.across for code in known.ages["province_code"]
        ]
        return known.ages[near]

    def links(self, finding: str, *, today: date | None = None) -> list[Linked]:
        """
        Return the rows that a finding links to, one entry per publication.

        Parameters
        ----------
        finding
            Its key.
        today
            As for `findings`.

        Returns
        -------
        list of Linked
            Empty where there is no such finding any more.
        """
        moment = self._moment(today)
        links = Links(moment.world, self._rows_of)
        for each in self._seen(moment).found:
            if each.key(sample=moment.is_sample) == finding:
                return links.rows(each.rows)
        return []

    def _moment(self, today: date | None) -> Moment:
        now = self.world()
        day = today or date.today()  # noqa: DTZ011 - the day where she is
        return Moment(now.is_sample, now.key, day, self._groupings(), now)


def _reached(known: Seen, scope: str | None) -> Reach | None:
    return None if scope is None else known.reach_of(scope)
