"""Where is nobody, who lives there, who near it can help, and with whom one has to talk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pandas import DataFrame, Index, Series

from areamap.calendar import BUDDHIST_OFFSET, fiscal_year
from areamap.direction.same_ground import beside
from areamap.measures import gaps as lists
from areamap.measures import states, strength
from areamap.measures import vulnerable as households
from areamap.measures.basis import Basis
from areamap.measures.counterparts import counterparts
from areamap.measures.gaps import Rank
from areamap.measures.nearness import Nearness, mentors, neighbours
from areamap.measures.on_tambons import on_tambons, places
from areamap.measures.population import population
from areamap.measures.states import State, Theme
from areamap.snapshot import Snapshot
from areamap.store import Publication

REGISTERS: Final = ("council", "fund", "housing", "plan", "vulnerable", "population", "authority")
"""The registers that say something of a gap or of who is near it."""


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """
    What the whole country has of a theme: whoever is near a gap is one of these.

    Attributes
    ----------
    has
        Codes of the tambons that have it, their own or by another's that covers them whole.
    years
        Years since it began, by tambon: see `strength.years_by_tambon`.
    strength
        As `strength.strength` gives it, with `council_name`; of all active councils.
    candidates
        Tambons of each strong council that has what is lacking: `record`, `tambon_code`.
    vulnerable
        As `measures.vulnerable` gives it, by basis.
    middle_groups
        Middle number of member groups of the active councils that tell; missing where none does.
    """

    has: Index
    years: Series
    strength: DataFrame
    candidates: DataFrame
    vulnerable: Mapping[Basis, DataFrame]
    middle_groups: float


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """
    The gaps of an area on a day.

    Attributes
    ----------
    states
        How each area of the basis stands: `state`, `unknown_because`.
    found
        One row per gap, most people first, indexed by `area_code`: as `measures.gaps.gaps`, with
        `vulnerable` and `vulnerable_year` (see `measures.vulnerable`), `neighbours`,
        `neighbours_with` and `neighbours_years` (see `measures.nearness.neighbours`).
    unknown
        Areas of which it can't be told, each with the reason: see `measures.gaps.not_known`.
    mentors
        As `measures.nearness.mentors`, with the columns of `Around.strength`.
    counterparts
        As `measures.counterparts.counterparts`.
    places
        Tambons of each gap: `area_code`, `tambon_code`.
    has_authorities
        Whether a register of local authorities is in force.
    """

    states: DataFrame
    found: DataFrame
    unknown: DataFrame
    mentors: DataFrame
    counterparts: DataFrame
    places: DataFrame
    has_authorities: bool

    def ranked(self, by: Rank) -> DataFrame:
        """Return the gaps in the order in which somebody should go."""
        return lists.ranked(self.found, by)

    def count(self, *which: State) -> int:
        """Return how many areas are in one of the states."""
        return int(self.states["state"].isin([str(each) for each in which]).sum())

    @property
    def areas(self) -> int:
        """How many areas there are."""
        return len(self.states)


def widened(snapshot: Snapshot, publication: Callable[..., Publication | None]) -> Snapshot:
    """
    Return a theme with every register that says something of its gaps, from the same world.

    Parameters
    ----------
    snapshot
        Of the theme.
    publication
        `Direction.publication`.
    """
    others = {name: publication(name, sample=snapshot.is_sample) for name in REGISTERS}
    found = {name: each for name, each in others.items() if each is not None}
    wide = replace(snapshot, publications=found | dict(snapshot.publications))
    if wide.publications.get("authority") == snapshot.publications.get("authority"):
        # It takes most of a second to cut, and is cut from the authorities alone.
        vars(wide)["ground"] = snapshot.ground
    return wide


def around(snapshot: Snapshot) -> Around:
    """
    Return what the country has of a theme, and which councils are strong enough to help.

    Parameters
    ----------
    snapshot
        As `widened` gives it.
    """
    theme = Theme(snapshot.theme)
    stands = _tambons(snapshot, theme)
    has = stands.index[stands.isin([State.REGISTERED, State.COVERED])]
    found, on = _strength(snapshot)
    strong = on[on["record"].isin(found.index[found["is_strong"]])]
    if theme is not Theme.COUNCIL:
        helpers = strong.loc[strong["tambon_code"].isin(has), "record"].unique()
        strong = strong[strong["record"].isin(helpers)]
    groups = found["member_groups"].dropna().astype("float64")
    return Around(
        has=Index(has, dtype="str"),
        years=_years(snapshot, theme),
        strength=found,
        candidates=strong[["record", "tambon_code"]].reset_index(drop=True),
        vulnerable={basis: _vulnerable(snapshot, basis) for basis in snapshot.ground.bases},
        middle_groups=float(groups.median()) if len(groups) else float("nan"),
    )


def gaps(
    snapshot: Snapshot,
    known: Around,
    near: Nearness,
    *,
    basis: str = "tambon",
    within: str | None = None,
) -> Gaps:
    """
    Return the gaps of an area.

    Parameters
    ----------
    snapshot
        As `widened` gives it.
    known
        As `around` gives it for the snapshot.
    near
        The map, as `BoundarySets.nearness` gives it.
    basis
        `tambon` or `authority`.
    within
        Code or name of the area to look at; None for the country.

    Raises
    ------
    PlaceError
        As by `Snapshot.states`.
    """
    kind = Basis(basis)
    found = snapshot.gaps(basis=basis, within=within)
    on = places(found.index, snapshot.ground, kind)
    authorities = _authorities(snapshot)
    nearest = mentors(on, known.candidates, near)
    return Gaps(
        states=snapshot.states(basis, within),
        found=found.join(known.vulnerable[kind]).join(neighbours(on, near, known.has, known.years)),
        unknown=snapshot.not_known(basis=basis, within=within),
        mentors=nearest.join(known.strength, on="record"),
        counterparts=counterparts(found.index, snapshot.ground, kind, authorities),
        places=on,
        has_authorities=authorities is not None,
    )


def closed(
    now: Snapshot, before: Snapshot, *, basis: str = "tambon", within: str | None = None
) -> DataFrame:
    """
    Return the gaps that were closed between two moments of one world.

    Parameters
    ----------
    now, before
        A theme at both moments.
    basis, within
        As for `gaps`.

    Returns
    -------
    closed
        Indexed by `area_code`, most people first: the columns of `measures.gaps.gaps`.
    """
    after = now.states(basis, within)
    codes = lists.closed(before.states(basis, within)["state"], after["state"])
    rows = _rows(now, "population")
    people = None if rows is None else population(rows, now.ground, Basis(basis))
    return lists.listed(after.loc[codes, ["state"]], now.labels(basis), people)


def _tambons(snapshot: Snapshot, theme: str) -> Series:
    """Return the states of tambons by a register; all unknown where it is not published."""
    states_of: Series = beside(snapshot, theme=theme).states("tambon")["state"]
    return states_of


def _strength(snapshot: Snapshot) -> tuple[DataFrame, DataFrame]:
    """Return the strength of all active councils, and the tambons that they lie on."""
    publication = snapshot.publications.get("council")
    if publication is None:
        columns = ["years", "member_groups", *strength.SIGNS, "signs", "is_strong", "council_name"]
        nothing = DataFrame(columns=columns).astype({"is_strong": bool})
        return nothing, DataFrame(columns=["record", "tambon_code", "whole"])
    rows = snapshot.rows_of(publication)
    on = on_tambons(rows, snapshot.ground)
    found = strength.strength(
        rows,
        _standing(snapshot, Theme.COUNCIL, rows, publication),
        on,
        as_of=snapshot.as_of,
        fund_states=_tambons(snapshot, Theme.FUND) if "fund" in snapshot.publications else None,
        planned=_planned(snapshot),
    )
    called = rows["council_name"] if "council_name" in rows.columns else Series(index=rows.index)
    return found.assign(council_name=called.reindex(found.index)), on


def _planned(snapshot: Snapshot) -> Series | None:
    rows = _rows(snapshot, "plan")
    if rows is None:
        return None
    on = on_tambons(rows, snapshot.ground)
    year = snapshot.as_of.year + BUDDHIST_OFFSET
    return strength.plans_in_force(rows, on, snapshot.ground.areas(Basis.TAMBON), year)


def _years(snapshot: Snapshot, theme: Theme) -> Series:
    publication = snapshot.publications.get(theme)
    if publication is None:
        return Series(index=Index([], dtype="str"), dtype="float64")
    rows = snapshot.rows_of(publication)
    return strength.years_by_tambon(
        strength.years_since(theme, rows, snapshot.as_of),
        _standing(snapshot, theme, rows, publication),
        on_tambons(rows, snapshot.ground),
    )


def _standing(
    snapshot: Snapshot, theme: Theme, rows: DataFrame, publication: Publication
) -> Series:
    published = publication.created_at.astimezone().date()
    return states.standing(theme, rows, as_of=snapshot.as_of, published_on=published)


def _vulnerable(snapshot: Snapshot, basis: Basis) -> DataFrame:
    rows = _rows(snapshot, "vulnerable")
    if rows is None:
        return households.unknown(snapshot.ground.areas(basis))
    until = fiscal_year(snapshot.as_of)
    return households.vulnerable(rows, snapshot.ground, basis, until=until)


def _authorities(snapshot: Snapshot) -> DataFrame | None:
    rows = _rows(snapshot, "authority")
    return None if rows is None else rows[rows["status"] == "matched"]


def _rows(snapshot: Snapshot, register: str) -> DataFrame | None:
    publication = snapshot.publications.get(register)
    return None if publication is None else snapshot.rows_of(publication)
