"""The room itself: hands the frames of one world and one day to the modules that answer."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from pandas import DataFrame, Timestamp

from areamap.direction import agreements, assignments, plans, profile, targets
from areamap.direction import within as within_
from areamap.direction.profile import Profile
from areamap.measures.states import Theme
from areamap.snapshot import Snapshot
from areamap.store import Publication, Store

if TYPE_CHECKING:
    from areamap.direction.brief import Facts
    from areamap.direction.brief_days import Moments
    from areamap.measures.nearness import Nearness


class Direction:
    """
    The questions of a director; reached as `Workspace.direction`.

    It may be shared between threads; the frames must not be changed.

    Parameters
    ----------
    store
        The database.
    rows_of
        Gives the rows of a publication, read once.
    snapshot
        `Workspace.snapshot`.
    known_at
        By the publications in force at this moment; now where not given.
    """

    def __init__(
        self,
        store: Store,
        rows_of: Callable[[Publication], DataFrame],
        snapshot: Callable[..., Snapshot],
        known_at: datetime | None = None,
    ) -> None:
        self._store = store
        self._known_at = known_at
        self._rows_of = rows_of
        self._snapshot = snapshot
        self._moments: dict[Hashable, Moments] = {}

    def at(self, known_at: datetime) -> "Direction":
        """Return the room as it was at a moment, by the publications that were in force then."""
        snapshot = partial(self._snapshot, known_at=known_at)
        return Direction(self._store, self._rows_of, snapshot, known_at)

    def snapshot(self, theme: str, as_of: date | None = None) -> Snapshot:
        """Return a theme on a day, today where not given; see `Workspace.snapshot`."""
        return self._snapshot(theme, as_of=as_of)

    def publication(self, register: str, *, sample: bool) -> Publication | None:
        """
        Return the publication of any register in force, from one world.

        Parameters
        ----------
        register
            Id of the register.
        sample
            Which world: that of the snapshot it is set beside (`Snapshot.is_sample`).
        """
        return self._store.in_force(register, sample=sample, known_at=self._known_at)

    def rows(self, register: str, *, sample: bool) -> DataFrame | None:
        """Return the rows of `publication`; None where there is none."""
        found = self.publication(register, sample=sample)
        return None if found is None else self._rows_of(found)

    def everything(self, as_of: date | None = None) -> Snapshot:
        """
        Return every register that speaks of a tambon, from one world, on a day.

        Parameters
        ----------
        as_of
            The day; today where not given.
        """
        council = self.snapshot("council", as_of)
        said = [name for name in profile.REGISTERS if name not in profile.INPUTS]
        # Made-up figures beside real ones of the same place would be taken for real.
        sample = all(self.publication(name, sample=False) is None for name in said)
        found = {name: self.publication(name, sample=sample) for name in profile.REGISTERS}
        publications = {name: each for name, each in found.items() if each is not None}
        return replace(council, is_sample=sample and bool(publications), publications=publications)

    def profile(self, tambon: str, as_of: date | None = None) -> Profile:
        """
        Return everything that is known about a tambon: see `direction.profile.profile`.

        Raises
        ------
        PlaceError
            There is no such tambon today.
        """
        return profile.profile(self.everything(as_of), tambon)

    def facts(
        self, area: str, as_of: date | None = None, near: "Nearness | None" = None
    ) -> "Facts":
        """
        Return everything that a brief tells of an area of any level: see `direction.brief.facts`.

        Parameters
        ----------
        area
            Code or name of the area.
        as_of
            The day; today where not given.
        near
            As `BoundarySets.nearness` gives it; without it nobody is named who can help.

        Raises
        ------
        PlaceError
            There is no such area.
        """
        from areamap.direction import brief, brief_days  # noqa: PLC0415 - for documents only

        now = self.everything(as_of)
        key = (now.as_of, now.groupings, tuple(each.id for each in now.publications.values()))
        if key not in self._moments:
            since = Timestamp(brief_days.a_year_before(now.as_of)).to_pydatetime().astimezone()
            then = {
                str(theme): self._snapshot(str(theme), as_of=since.date(), known_at=since)
                for theme in brief_days.THEMES
            }
            self._moments = {key: brief_days.moments(now, then)}
        return brief.facts(self._moments[key], area, near, self._assigned(now))

    def _assigned(self, now: Snapshot) -> dict[str, DataFrame]:
        """
        Return who had been sent to which tambon on a day, by theme.

        Assignments are changed in place, so of an earlier moment nothing is known.
        """
        if self._known_at is not None:
            return {}
        kept = {
            str(theme): assignments.frame(
                self._store.assignments.every(str(theme), "tambon", is_sample=now.is_sample)
            )
            for theme in Theme
        }
        return {theme: each[each["assigned_on"] <= now.as_of] for theme, each in kept.items()}

    def agreements(self, within: str | None = None, as_of: date | None = None) -> DataFrame:
        """Return the agreements of an area, those that end soon first: see `agreements`."""
        snapshot = self.everything(as_of)
        rows = self.rows("agreement", sample=snapshot.is_sample)
        return agreements.agreements(snapshot, rows, within_.within(snapshot, within))

    def plans(self, within: str | None = None, as_of: date | None = None) -> DataFrame:
        """Return the people's plans of an area, those that are late first: see `plans`."""
        snapshot = self.everything(as_of)
        rows = self.rows("plan", sample=snapshot.is_sample)
        return plans.plans(snapshot, rows, within_.within(snapshot, within))

    def targets(self, within: str | None = None, as_of: date | None = None) -> DataFrame:
        """Return the targets of an area, those that are overdue first: see `targets`."""
        snapshot = self.everything(as_of)
        rows = self.rows("target", sample=snapshot.is_sample)
        area = within_.within(snapshot, within)
        return targets.targets(snapshot, targets.aims(snapshot, rows, area), area)
