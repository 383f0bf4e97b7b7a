"""What was found in the data home, kept by the publications that it was read from."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap import settings
from areamap.measures import first_record as first
from areamap.measures.basis import Basis
from areamap.measures.budget import AUTHORITY
from areamap.measures.population import population
from areamap.places import hierarchy
from areamap.places.levels import Level
from areamap.ui import moments
from areamap.ui.home import workspace
from areamap.ui.keeping import Keeping, kept

if TYPE_CHECKING:
    from pandas import DataFrame, Index, Series

    from areamap.direction.within import Within
    from areamap.snapshot import Snapshot

_GROUNDS: Final = Keeping[Any](4)
_WITHIN: Final = Keeping[Any](64)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What is asked of the data home, as a key for what was found.

    Attributes
    ----------
    home
        The data home.
    publications
        Register and number of every publication that the answer is read from.
    theme
        As `Workspace.snapshot` knows it.
    as_of
        The day.
    """

    home: str
    publications: tuple[tuple[str, int], ...]
    theme: str
    as_of: date


def asked(theme: str, year: int | None) -> Asked:
    """
    Return the key of a theme at the end of a fiscal year.

    Parameters
    ----------
    theme
        As `Workspace.snapshot` knows it.
    year
        Fiscal year (BE), seen as of its last day; None for the day that the pages look at, today
        unless another was chosen (`moments.day`). That day also counts where it comes first.
    """
    day = moments.day(year)
    found = workspace().snapshot(theme, as_of=day).publications
    numbers = tuple(sorted((name, publication.id) for name, publication in found.items()))
    return Asked(str(settings.load().home), numbers, theme, day)


@kept(16)
def snapshot(key: Asked) -> "Snapshot":
    """Return a theme on a day, with the frames that it has read so far."""
    return grounded(workspace().snapshot(key.theme, as_of=key.as_of))


def grounded(found: "Snapshot") -> "Snapshot":
    """Return a snapshot on the ground of the same authorities, which takes a while to cut."""
    question = (str(settings.load().home), _authority(found))
    # As `direction.same_ground.beside`: what a cached property would find, it is given.
    vars(found)["ground"] = _GROUNDS.get(question, lambda: found.ground)
    return found


def within(found: "Snapshot", scope: str) -> "Within":
    """Return an area with those inside and around it; see `direction.within.within`."""
    # loads what the first page does without
    from areamap.direction import within as areas  # noqa: PLC0415

    world = (str(settings.load().home), _authority(found), found.groupings)
    area: Within = _WITHIN.get((world, found.as_of, scope), lambda: areas.within(found, scope))
    return area


def _authority(found: "Snapshot") -> int | None:
    publication = found.publications.get("authority")
    return None if publication is None else publication.id


@kept(32)
def states(key: Asked, basis: str) -> "DataFrame":
    """Return how each area of the country stands; see `Snapshot.states`."""
    return snapshot(key).states(basis)


def bases(key: Asked) -> tuple["Basis", ...]:
    """Return the bases that a theme can be counted by."""
    return snapshot(key).ground.bases


@kept(64)
def states_in(key: Asked, basis: str, scope: str) -> "DataFrame":
    """Return how each area within another stands."""
    return snapshot(key).states(basis, scope)


@kept(64)
def coverage(key: Asked, basis: str, scope: str, level: Level) -> "Series":
    """Return the coverage of one area: its line of `Snapshot.coverage`."""
    found = snapshot(key).coverage(level, basis=basis, within=scope)
    return found.loc[[scope]].iloc[0]


@kept(64)
def tambons(scope: str, on: date) -> "Index":
    """Return the codes of the tambons that lie in an area."""
    return hierarchy.tambons_of(scope, workspace().groupings.all, on)


@kept(64)
def gaps(key: Asked, basis: str, scope: str) -> "DataFrame":
    """Return the areas without; see `Snapshot.gaps`."""
    return snapshot(key).gaps(basis=basis, within=scope)


@kept(64)
def budget(key: Asked, scope: str, year: int | None) -> "DataFrame":
    """
    Return baht by tambon, or by the larger place where no closer one is known.

    Returns
    -------
    DataFrame
        As `Snapshot.budget` gives it, with `name_en`, and plain names.
    """
    found = snapshot(key)
    money = found.budget(Level.TAMBON, within=scope, fiscal_year=year)
    levels = [Level(level) for level in money["placed_at"].unique() if level in set(Level)]
    named = pd.concat([found.names(level) for level in (Level.TAMBON, *levels)])
    named = named[~named.index.duplicated()].reindex(money.index)
    # An authority may bear the code of one of its tambons; it keeps the name it came with.
    own = money["placed_at"] == AUTHORITY
    return money.assign(
        name_en=named["name_en"].mask(own, money["name_th"]),
        name_th=named["name_th"].mask(own, money["name_th"]),
    )


def by_tambon(money: "DataFrame") -> "Series":
    """Return the sum of baht by tambon, of money that is known to the tambon."""
    own = money.loc[money["placed_at"] == "tambon", "amount_baht"]
    return own.groupby(level=0).sum()


@kept(64)
def side(key: Asked, register: str, basis: str, scope: str | None = None) -> "Series":
    """Return the states of one register of a theme that is read from several."""
    found = replace(snapshot(key), theme=register).states(basis, scope)
    return found["state"]


@kept(64)
def integration(key: Asked, scope: str) -> "DataFrame":
    """Return the work lines at work in each tambon of an area; see `Snapshot.integration`."""
    return snapshot(key).integration(within=scope)


@kept(4)
def people(key: Asked) -> "Series | None":
    """Return people by tambon; None where no register says."""
    found = snapshot(key)
    publication = found.publications.get("population")
    if publication is None:
        return None
    rows = workspace().rows(publication)
    return population(rows, found.ground, Basis.TAMBON)["population"]


@kept(8)
def labels(key: Asked, basis: str) -> "DataFrame":
    """Return the names of each area of a basis; see `Snapshot.labels`."""
    return snapshot(key).labels(basis)


@kept(4)
def authority_names(key: Asked) -> "DataFrame":
    """Return `name_th` and `name_en` of the local authorities, by `authority_code`."""
    publication = snapshot(key).publications["authority"]
    register = workspace().rows(publication).drop_duplicates("authority_code")
    return register.set_index("authority_code")[["name_th", "name_en"]]


@kept(16)
def first_record(key: Asked, register: str) -> "date | None":
    """Return the first day that a register tells of; None where it is not published."""
    publication = snapshot(key).publications.get(register)
    return None if publication is None else first.first_record(workspace().rows(publication))


def fiscal_years() -> list[int]:
    """Return the fiscal years that the budget register speaks of, newest first."""
    return _fiscal_years(asked("budget", None))


@kept(16)
def _fiscal_years(key: Asked) -> list[int]:
    return snapshot(key).fiscal_years()
