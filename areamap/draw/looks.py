"""Colours and marks of the states that a map shows, safe for colour-blind people."""

from typing import Final

from pandas import DataFrame, Series

from areamap.draw.area_layer import Look
from areamap.measures.basis import Basis, Ground
from areamap.measures.coverage import COVERED, GAP
from areamap.measures.states import State

AROUND: Final = Look("#e1e8ea", outside=True)
"""Areas around those that are asked about."""

STATES: Final = {
    State.REGISTERED: Look("#0f766e"),
    State.COVERED: Look("#7cc4bb"),
    State.PARTLY: Look("#dcf0ed", mark="hatch", ink="#0f766e", weight=2.2),
    State.NONE: Look("#f2703d", gap=True),
    State.DISSOLVED: Look("#7a3b1d", mark="cross", ink="#f4cdb6", weight=1.4, gap=True),
    State.UNKNOWN: Look("#f3f5f6", mark="hatch", ink="#b3c0c5", weight=1.2),
}
"""Teal and orange of ColorBrewer's BrBG and PuOr; a mark tells apart what colour alone may not."""


def by_tambon(states: Series, ground: Ground, basis: Basis) -> Series:
    """
    Return the state that each tambon is drawn in.

    Rule: by the basis `tambon` it is its own. By the basis `authority` the tambon shows how its
    authorities stand together: their state where all agree; covered by another where all are
    covered in one way or another; partly where only some are covered; else unknown where one of
    them is unknown, dissolved where one was dissolved, none. A tambon of no authority has no state.

    Parameters
    ----------
    states
        State of each area of the basis, indexed by its code.
    ground
        The pieces.
    basis
        What the states are of.

    Returns
    -------
    Series
        Values of `State`, indexed by tambon code.
    """
    if basis is Basis.TAMBON:
        return states
    pieces = ground.pieces.dropna(subset=["tambon_code", "authority_code"])
    found = pieces.assign(state=pieces["authority_code"].map(states)).dropna(subset=["state"])
    return found.groupby("tambon_code")["state"].agg(_together).astype("str")


def _together(states: Series) -> str:
    kinds = set(states)
    if len(kinds) == 1:
        return str(kinds.pop())
    if kinds & set(COVERED):
        return State.COVERED if kinds <= set(COVERED) - {State.PARTLY} else State.PARTLY
    return next(state for state in (State.UNKNOWN, *reversed(GAP)) if state in kinds)


def state_counts(states: Series) -> DataFrame:
    """Return how many areas are in each state: one row per `State`, column `areas`."""
    counts = states.value_counts().reindex([str(state) for state in STATES], fill_value=0)
    return counts.rename("areas").to_frame()
