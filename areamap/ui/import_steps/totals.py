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
    unread: "Mapping[str, int] | None" = None,
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
    unread
        Rows by state whose amount can't be read: unknown, not 0.
    of_file
        Whether they are of one file, whose sums they have to be.
    """
    blind = unread or {}
    tiles = "".join(
        _tile(group, states, counts, baht, blind, lang) for group, states in GROUPS.items()
    )
    bar = "".join(
        f"<span class='areamap-{group}' style='flex-grow:{of(counts, states)}'></span>"
        for group, states in GROUPS.items()
    )
    st.html(
        f"<div class='areamap-totals'><div class='areamap-bar' aria-hidden='true'>{bar}</div>"
        f"<div class='areamap-tiles'>{tiles}</div>"
        f"<p>{escape(_sum(counts, baht, blind, lang, of_file=of_file))}</p></div>"
    )


def of(counts: "Mapping[str, int]", states: tuple[str, ...]) -> int:
    """Return how many rows are in any of some states."""
    return sum(counts.get(state, 0) for state in states)


def _tile(
    group: str,
    states: tuple[str, ...],
    counts: "Mapping[str, int]",
    baht: "Mapping[str, Decimal]",
    unread: "Mapping[str, int]",
    lang: Lang,
) -> str:
    count = of(counts, states)
    rows = t("importing.rows_one" if count == 1 else "importing.rows", lang, count=count)
    money = ""
    if baht:
        total = sum(baht.get(state, 0) for state in states)
        blind = of(unread, states)
        said = [t("importing.unread_one", lang, count=blind)] if blind else []
        # Where no amount at all can be read, what they come to is unknown.
        if blind < count or not blind:
            said = [t("importing.baht", lang, baht=shown(total)), *said]
        money = "".join(f"<span>{escape(each)}</span>" for each in said)
    name = escape(t(f"importing.group_{group}", lang))
    return f"<div class='areamap-{group}'><b>{name}</b><strong>{escape(rows)}</strong>{money}</div>"


def _sum(
    counts: "Mapping[str, int]",
    baht: "Mapping[str, Decimal]",
    unread: "Mapping[str, int]",
    lang: Lang,
    *,
    of_file: bool,
) -> str:
    kind = "sum" if of_file else "sum_all"
    rows = of(counts, STATES)
    if not baht:
        return t(f"importing.{kind}", lang, rows=rows)
    total, data = sum(baht.values()), sum(baht.get(state, 0) for state in _DATA)
    said = t(f"importing.{kind}_money", lang, rows=rows, baht=shown(total), data=shown(data))
    blind = of(unread, STATES)
    return f"{said} {t('importing.sum_unread', lang, count=blind)}" if blind else said


def shown(baht: "Decimal | float") -> str:
    """Return baht as people read them: satang only where there are any."""
    return f"{baht:,.0f}" if baht == int(baht) else f"{baht:,.2f}"
