"""Rows and baht of a file by what became of them; they always add up to the file."""

from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.registers.drafts import OPEN_STATES, STATES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

WAITING: Final = "waiting"
GROUPS: Final = {
    "matched": ("matched",),
    WAITING: OPEN_STATES,
    "rejected": ("rejected",),
    "ignored": ("ignored",),
}
"""What a person has to tell apart: joined, waiting for her, unreadable, no data."""

_DATA: Final = tuple(state for state in STATES if state != "ignored")
"""States whose baht a person compares with the total that stands below her own list."""


def show(
    counts: "Mapping[str, int]",
    baht: "Mapping[str, Decimal]",
    lang: Lang,
    *,
    of_file: bool = True,
) -> None:
    """
    Show rows and baht by state as tiles over one bar.

    Parameters
    ----------
    counts
        Rows by state.
    baht
        Baht by state; empty where the register has no money.
    lang
        Language of the page.
    of_file
        Whether they are of one file, whose sums they have to be.
    """
    tiles = "".join(_tile(group, states, counts, baht, lang) for group, states in GROUPS.items())
    bar = "".join(
        f"<span class='areamap-{group}' style='flex-grow:{of(counts, states)}'></span>"
        for group, states in GROUPS.items()
    )
    st.html(
        f"<div class='areamap-totals'><div class='areamap-bar' aria-hidden='true'>{bar}</div>"
        f"<div class='areamap-tiles'>{tiles}</div>"
        f"<p>{escape(_sum(counts, baht, lang, of_file=of_file))}</p></div>"
    )


def of(counts: "Mapping[str, int]", states: tuple[str, ...]) -> int:
    """Return how many rows are in any of some states."""
    return sum(counts.get(state, 0) for state in states)


def _tile(
    group: str,
    states: tuple[str, ...],
    counts: "Mapping[str, int]",
    baht: "Mapping[str, Decimal]",
    lang: Lang,
) -> str:
    count = of(counts, states)
    rows = t("importing.rows_one" if count == 1 else "importing.rows", lang, count=count)
    money = ""
    if baht:
        total = sum(baht.get(state, 0) for state in states)
        money = f"<span>{escape(t('importing.baht', lang, baht=shown(total)))}</span>"
    name = escape(t(f"importing.group_{group}", lang))
    return f"<div class='areamap-{group}'><b>{name}</b><strong>{escape(rows)}</strong>{money}</div>"


def _sum(
    counts: "Mapping[str, int]", baht: "Mapping[str, Decimal]", lang: Lang, *, of_file: bool
) -> str:
    kind = "sum" if of_file else "sum_all"
    rows = of(counts, STATES)
    if not baht:
        return t(f"importing.{kind}", lang, rows=rows)
    total, data = sum(baht.values()), sum(baht.get(state, 0) for state in _DATA)
    return t(f"importing.{kind}_money", lang, rows=rows, baht=shown(total), data=shown(data))


def shown(baht: "Decimal | float") -> str:
    """Return baht as people read them: satang only where there are any."""
    return f"{baht:,.0f}" if baht == int(baht) else f"{baht:,.2f}"
