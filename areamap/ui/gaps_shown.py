"""What the page of gaps shows: the gaps, who goes there, and what a click has picked of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from areamap.direction import assignments
from areamap.measures.basis import Basis
from areamap.ui import choices, gaps_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame

    from areamap.briefs.sentences.gaps import Row
    from areamap.direction.gaps import Gaps
    from areamap.store import Assignment
    from areamap.ui.gaps_choice import Page

AT: Final = "spot"
"""Name in the address of the local authority that is picked; a tambon is selected on the map."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """
    What the page shows.

    Attributes
    ----------
    page
        What it looks at.
    gaps
        The gaps of the area.
    ranked
        The gaps in their order: those that are picked, else all.
    every
        All of them in their order.
    kept
        Who was sent where, by code of the area.
    frame
        The same as a table.
    selected
        Tambons that are selected on the map.
    picked
        Codes of the gaps that are picked.
    """

    page: "Page"
    gaps: "Gaps"
    ranked: "DataFrame"
    every: "DataFrame"
    kept: "dict[str, Assignment]"
    frame: "DataFrame"
    selected: tuple[str, ...]
    picked: tuple[str, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """All that a list depends on."""
        chosen, page = self.page.chosen, self.page
        versions = tuple((code, each.changed_at) for code, each in self.kept.items())
        told = (chosen.basis, chosen.scope, chosen.lang, str(page.rank), self.picked)
        return (page.wide, gaps_data.nearest_map(), *told, versions)

    def row(self, code: str) -> "Row":
        """Return the line of a gap, with its code."""
        line: dict[Any, Any] = self.gaps.found.loc[code].to_dict()
        return {**line, "area_code": code}

    def mentors(self, code: str) -> "DataFrame":
        """Return the councils nearest to a gap."""
        return self.gaps.mentors[self.gaps.mentors["area_code"] == code]

    def counterparts(self, code: str) -> "list[Row]":
        """Return the local authorities of a gap."""
        rows = self.gaps.counterparts[self.gaps.counterparts["area_code"] == code]
        return list(rows.to_dict("records"))

    def tambons(self, code: str) -> tuple[str, ...]:
        """Return the tambons that a gap lies on."""
        return tambons_of(self.gaps, code)


def gather(page: "Page") -> Shown:
    """Return what the page shows of what is chosen."""
    chosen = page.chosen
    found = gaps_data.found(page.wide, page.key, chosen.basis, chosen.scope)
    selected = choices.selected()
    picked = _picked(found, chosen.basis, selected)
    ranked = gaps_data.ranked(
        page.wide, page.key, chosen.basis, chosen.scope, gaps_data.nearest_map(), page.rank
    )
    kept = gaps_data.assigned(page.key, chosen.basis)
    return Shown(
        page=page,
        gaps=found,
        ranked=ranked[ranked.index.isin(picked)] if picked else ranked,
        every=ranked,
        kept=kept,
        frame=assignments.frame(kept),
        selected=selected,
        picked=picked,
    )


def pick(code: str, tambons: "Sequence[str]", basis: str) -> None:
    """Pick a gap; only in a callback."""
    choices.select(tambons)
    if basis == Basis.AUTHORITY:
        st.query_params[AT] = code


def tambons_of(gaps: "Gaps", code: str) -> tuple[str, ...]:
    """Return the tambons that a gap lies on."""
    places = gaps.places
    return tuple(map(str, places.loc[places["area_code"] == code, "tambon_code"]))


def _picked(gaps: "Gaps", basis: str, selected: tuple[str, ...]) -> tuple[str, ...]:
    """
    Return the gaps that are picked: those on the tambons that are selected on the map.

    A local authority that was picked in the list stands alone as long as the map shows it.
    """
    places = gaps.places
    touched = tuple(dict.fromkeys(places.loc[places["tambon_code"].isin(selected), "area_code"]))
    spot = st.query_params.get(AT, "")
    own = basis == Basis.AUTHORITY and spot in touched
    if own and set(selected) == set(tambons_of(gaps, spot)):
        return (spot,)
    choices.leave_out(AT)
    return touched
