"""How each tambon or authority stands: has a council of its own, is covered, has none, unknown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np
from pandas import DataFrame, Index, Series

from areamap.measures._evidence import Evidence, at_places, on_pieces
from areamap.measures.basis import Basis, Ground
from areamap.measures.standing import council_standing, fund_standing, housing_standing


class Theme(StrEnum):
    """What is looked for in an area; the id of its register."""

    COUNCIL = "council"
    FUND = "fund"
    HOUSING = "housing"


class State(StrEnum):
    """How an area stands on a day."""

    REGISTERED = "registered"
    """It has one of its own."""
    COVERED = "covered"
    """One of another authority, or of the khet, covers it."""
    PARTLY = "partly"
    """Some of its pieces are covered, not all."""
    NONE = "none"
    UNKNOWN = "unknown"
    """Nothing is known to cover it, and it can't be said that nothing does."""
    DISSOLVED = "dissolved"
    """There was one, and none today."""


@dataclass(frozen=True, slots=True)
class _Rule:
    standing: Callable[[DataFrame, date, date], Series]
    evidence: Callable[[DataFrame, Series, Ground, Basis], Evidence]


_RULES: Final = {
    Theme.COUNCIL: _Rule(council_standing, on_pieces),
    Theme.FUND: _Rule(fund_standing, on_pieces),
    Theme.HOUSING: _Rule(housing_standing, at_places),
}


def standing(theme: Theme, rows: DataFrame, *, as_of: date, published_on: date) -> Series:
    """Return how each record of a theme stands on a day; see `areamap.measures.standing`."""
    return _RULES[theme].standing(rows, as_of, published_on)


def states(
    theme: Theme,
    rows: DataFrame,
    ground: Ground,
    basis: Basis,
    *,
    as_of: date,
    published_on: date,
) -> DataFrame:
    """
    Return how each area of a basis stands on a day, by what is published.

    Rule, on the pieces that tambons and authorities have in common: an active council (fund) of a
    tambon covers all pieces of the tambon, one of an authority all pieces of the authority, one of
    a khet all pieces of its tambons. An area is covered when at least one of its pieces is, and
    `partly` when not all are. A housing project stands at one spot: its tambon, its authority.

    Where nothing covers an area it is unknown, and not `none`, if (first that holds)

    1. `record`: the status or the dates of a record that would cover it do not tell for the day;
    2. `shared`: a project lies in a tambon of several authorities and does not name its own;
    3. `open_row`: a row that waits for a decision names it among its suggested codes;
    4. `district_only`: a record is known to be in its district and no closer;
    5. `province_silent`: the register has no record placed in its province. A record known only to
       the province or above covers nothing and does not speak for the province.

    Parameters
    ----------
    theme
        Which register the rows are of.
    rows
        Rows of one publication: `status`, `area_code`, `authority_code`, `suggested_codes` and the
        columns that `areamap.measures.standing` reads.
    ground
        The pieces.
    basis
        Which areas are asked for.
    as_of
        The day.
    published_on
        The day of the publication.

    Returns
    -------
    states
        Indexed by `area_code` (sorted), every area of the basis: `state` (values of `State`),
        `unknown_because` (one of the five words above, missing where the state is not unknown).

    Raises
    ------
    PlaceError
        The basis is `authority` and no register of local authorities is in force.
    """
    rule = _RULES[theme]
    found = rule.evidence(rows, rule.standing(rows, as_of, published_on), ground, basis)
    unknown = {
        "record": found.undated,
        "shared": found.shared,
        "open_row": found.open,
        "district_only": found.above,
        "province_silent": ~found.spoken,
    }
    because = np.select(list(unknown.values()), list(unknown), default="")
    state = np.select(
        [
            found.covered & found.whole & found.own,
            found.covered & found.whole,
            found.covered,
            because != "",
            found.dissolved,
        ],
        [State.REGISTERED, State.COVERED, State.PARTLY, State.UNKNOWN, State.DISSOLVED],
        default=State.NONE,
    )
    frame = DataFrame({"state": state.astype(str)}, index=found.areas).astype({"state": "str"})
    reasons = Series(because, index=found.areas, dtype="str")
    frame["unknown_because"] = reasons.where(frame["state"] == State.UNKNOWN)
    return frame


def nothing_known(areas: Index) -> DataFrame:
    """Return the states of areas of which nothing was ever published, as `states` gives them."""
    frame = DataFrame(index=areas, columns=["state", "unknown_because"], dtype="str")
    return frame.assign(state=str(State.UNKNOWN), unknown_because="province_silent")
