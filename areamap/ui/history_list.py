"""The publications as a list, newest first."""

from typing import TYPE_CHECKING, Final

import streamlit as st
from pandas import DataFrame

from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.registers.drafts import OPEN_STATES
from areamap.ui import home
from areamap.ui.import_steps import paging, totals, writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from areamap.store import Publication

PUBLICATION: Final = "publication"
"""Name in the address of the publication that is looked at."""
_PAGE: Final = 20


def show(lang: Lang) -> None:
    """Show every publication, and let one be opened."""
    every = home.workspace().store.history()
    if not every:
        st.info(t("history.none", lang))
        return
    known = list(dict.fromkeys(each.register for each in every))
    chosen = st.selectbox(
        t("history.registers", lang),
        [each for each in definitions.ids() if each in known],
        index=None,
        format_func=lambda register: definitions.load(register).label(lang),
        key="history_register",
        placeholder=t("history.all_registers", lang),
        label_visibility="collapsed",
        width=340,
    )
    found = [each for each in every if chosen in {None, each.register}]
    part = paging.page(
        DataFrame({"place": range(len(found))}), _PAGE, name=f"history_{chosen}", lang=lang
    )
    standing = dict.fromkeys(in_force(), "in_force") | dict.fromkeys(replaced(), "replaced")
    for place in part["place"]:
        _show_one(found[place], standing.get(found[place].id), lang)


def in_force() -> frozenset[int]:
    """Return the numbers of the publications that are in force now, of both worlds."""
    return frozenset(each.id for sample in (False, True) for each in _standing(sample=sample))


def replaced() -> frozenset[int]:
    """Return the numbers of those of the sample in whose place real ones are shown."""
    real = {each.register for each in _standing(sample=False)}
    return frozenset(each.id for each in _standing(sample=True) if each.register in real)


def _standing(*, sample: bool) -> "Iterator[Publication]":
    store = home.workspace().store
    for register in definitions.ids():
        found = store.in_force(register, sample=sample)
        if found is not None:
            yield found


def moment(publication: "Publication", lang: Lang) -> str:
    """Return when a publication was made, as people read it."""
    made = publication.created_at.astimezone()
    return f"{format_date(made.date(), lang)} {made:%H:%M}"


def counted(publication: "Publication", lang: Lang) -> str:
    """Return rows and baht of a publication in one line."""
    counts = publication.counts
    said = [t("history.rows_matched", lang, count=counts.get("matched", 0))]
    waiting = totals.of(counts, OPEN_STATES)
    if waiting:
        said.append(t("history.rows_waiting", lang, count=waiting))
    money = baht(publication)
    if money:
        said.append(t("importing.baht", lang, baht=totals.shown(money.get("matched", 0))))
    return " · ".join(said)


def baht(publication: "Publication") -> "Mapping[str, Decimal]":
    """Return baht by state; empty where the register's amounts are no money that adds up."""
    return publication.baht if definitions.load(publication.register).money else {}


def open_one(number: int) -> None:
    """Look at one publication; only in a callback."""
    st.query_params[PUBLICATION] = str(number)


def _show_one(each: "Publication", standing: str | None, lang: Lang) -> None:
    with st.container(border=True, key=f"listed_{each.id}"):
        left, middle, right = st.columns([5, 5, 1], vertical_alignment="center")
        with left:
            register = definitions.load(each.register).label(lang)
            badge = _badge(each, standing, lang)
            st.markdown(f"**{each.id} · {register}** {badge}")
            st.text(each.file_name)
        with middle:
            by = each.created_by or "–"
            st.text(t("history.made", lang, moment=moment(each, lang), by=by))
            st.caption(writing.plain(counted(each, lang)))
            if each.note:
                st.text(each.note)
        right.button(
            t("history.open", lang),
            key=f"open_{each.id}",
            on_click=open_one,
            args=(each.id,),
            width="stretch",
        )


def _badge(each: "Publication", standing: str | None, lang: Lang) -> str:
    if each.is_cleared:
        return f":gray-badge[{t('history.cleared', lang)}]"
    colour = "green" if standing == "in_force" else "gray"
    said = f":{colour}-badge[{t(f'history.{standing}', lang)}]" if standing else ""
    if each.is_sample:
        said += f" :orange-badge[{t('ui.sample_short', lang)}]"
    return said
