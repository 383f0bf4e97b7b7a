"""Which two moments the page of change compares, of what; and the last forum."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.calendar import format_date
from areamap.direction.changes import Moment
from areamap.i18n import Lang, t
from areamap.ui import (
    change_data,
    change_forums,
    choices,
    controls,
    loaders,
    moments,
    picked,
    pickers,
    subjects,
)

if TYPE_CHECKING:
    from areamap.direction.forums import Forum
    from areamap.store import Publication
    from areamap.ui.change_data import Between
    from areamap.ui.choices import Choices
    from areamap.ui.scopes import Place

SINCE: Final = "since"
"""Name in the address of the first of two days, an ISO date."""

KNOWN: Final = "known"
WAS: Final = "was"
IS: Final = "is"
"""Names in the address of what is compared, and of the numbers of two publications."""

DAYS: Final = "days"
PUBLICATIONS: Final = "publications"

THEMES: Final = (*subjects.STATED, subjects.BUDGET)
FIELD: Final = "pick_since_text"
_KEPT: Final = "kept_since"
_REFUSED: Final = "refused_since"


@dataclass(frozen=True, slots=True)
class Compared:
    """
    What is compared.

    Attributes
    ----------
    offered
        What can be chosen, and what is, as on all pages.
    known
        `DAYS` or `PUBLICATIONS`.
    between
        The two moments; None where there are no two publications.
    forum
        The last forum before the later day; None where none is known.
    editions
        Publications that can be chosen, newest first.
    """

    offered: pickers.Offer
    known: str
    between: "Between | None"
    forum: "Forum | None"
    editions: "tuple[Publication, ...]"

    @property
    def chosen(self) -> "Choices":
        """What is chosen."""
        return self.offered.chosen

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.offered.chosen.lang

    @property
    def place(self) -> "Place":
        """The area looked at."""
        return self.offered.place

    @property
    def is_money(self) -> bool:
        """Whether baht are compared."""
        return self.chosen.theme == subjects.BUDGET


def offer(lang: Lang) -> Compared:
    """Return what is compared, by address, widgets and session."""
    offered = pickers.offer(lang, moments.day(), THEMES)
    choices.leave_out(choices.MONEY)
    chosen = offered.chosen
    is_money = chosen.theme == subjects.BUDGET
    if is_money:
        choices.leave_out(choices.BASIS, choices.YEAR)
    known = choices.current(KNOWN, (DAYS, PUBLICATIONS), DAYS)
    key = loaders.asked(subjects.register(chosen), None if is_money else chosen.year)
    editions = change_data.editions(key)
    forum = change_forums.last(chosen.scope, key.as_of)
    if known == PUBLICATIONS:
        if not is_money:
            choices.leave_out(choices.YEAR)
        choices.leave_out(SINCE)
        between = _published(key, editions)
    else:
        choices.leave_out(WAS, IS)
        usual = forum.day if forum is not None else moments.year_before(key.as_of)
        first = _since(key.as_of, usual)
        between = change_data.Between(key, Moment(first), Moment(key.as_of))
    return Compared(offered, known, between, forum, editions)


def show(compared: Compared) -> None:
    """Show the controls."""
    lang, offered = compared.lang, compared.offered
    with controls.row():
        controls.scope(offered.places, lang)
        named = {theme: t(f"ui.theme_{theme}", lang) for theme in THEMES}
        controls.buttons(choices.THEME, named, t("clusters.of", lang))
        if not compared.is_money:
            controls.basis(offered.bases, lang)
        ways = {way: t(f"change.known_{way}", lang) for way in (DAYS, PUBLICATIONS)}
        controls.buttons(KNOWN, ways, t("change.known", lang), tip=t("change.known_help", lang))
        if compared.known == PUBLICATIONS:
            _pick_publications(compared)
        else:
            _pick_since(compared)
            if compared.is_money:
                moments.pick(lang)
            else:
                controls.year(offered.years, compared.chosen.theme, lang)
        controls.kind(offered.kinds, lang)
    _note(compared)


def since(day: date) -> None:
    """Choose the first day; only in a callback."""
    st.session_state[_KEPT] = st.query_params[SINCE] = day.isoformat()


def _since(last: date, usual: date) -> date:
    """Return the first of two days; what is none before the last one is told, and not taken."""
    state = st.session_state
    text = st.query_params.get(SINCE) or state.get(_KEPT, "")
    found = moments.read(text) if text else usual
    if isinstance(found, date) and found < last:
        day = found
    else:
        why = "unreadable" if found == "unreadable" else "late"
        state[_REFUSED] = (why, text[:40])
        state.pop(_KEPT, None)
        day = min(usual, moments.year_before(last)) if usual >= last else usual
    if st.query_params.get(SINCE) != day.isoformat():
        st.query_params[SINCE] = day.isoformat()
    return day


def _published(key: "loaders.Asked", editions: "tuple[Publication, ...]") -> "Between | None":
    if len(editions) < 2:  # noqa: PLR2004 - two are compared
        choices.leave_out(WAS, IS)
        return None
    numbers = [str(each.id) for each in editions]
    one, other = choices.current(WAS, numbers, numbers[1]), choices.current(IS, numbers, numbers[0])
    if one == other:
        return None
    pair = sorted((int(one), int(other)))
    by_number = {each.id: each for each in editions}
    first, second = (_moment(by_number[number]) for number in pair)
    return change_data.Between(change_data.at(key, second.day), first, second)


def _moment(publication: "Publication") -> Moment:
    when = publication.created_at
    return Moment(when.astimezone().date(), when)


def _pick_since(compared: Compared) -> None:
    lang, between = compared.lang, compared.between
    if between is None:
        return
    first, last = between.first.day, between.second.day
    label = t("change.since", lang, day=format_date(first, lang))
    tip = t("change.since_help", lang)
    with st.popover(label, icon=":material/history:", help=tip, key="since"):
        st.text_input(
            t("change.since_field", lang),
            key=FIELD,
            placeholder=t("moments.hint", lang),
            on_change=_typed,
        )
        offered = {"year_start": moments.year_start(last), "year_ago": moments.year_before(last)}
        if compared.forum is not None:
            offered = {"forum": compared.forum.day, **offered}
        for name, day in offered.items():
            if day < last:
                said = f"{t(f'change.preset_{name}', lang)} · {format_date(day, lang)}"
                st.button(said, key=f"since_{name}", on_click=since, args=(day,))
        change_forums.offer(compared.chosen.scope, compared.place.label(lang), first, lang)


def _pick_publications(compared: Compared) -> None:
    lang = compared.lang
    numbers = [str(each.id) for each in compared.editions]
    if len(numbers) < 2:  # noqa: PLR2004 - two are compared
        return
    named = {
        str(each.id): t(
            "change.publication",
            lang,
            number=each.id,
            day=format_date(each.created_at.astimezone().date(), lang),
            file=each.file_name,
        )
        for each in compared.editions
    }
    for name in (WAS, IS):
        st.selectbox(
            t(f"change.{name}", lang),
            numbers,
            format_func=lambda number: named[number],
            key=choices.widget_key(name),
            width=260,
        )


def _note(compared: Compared) -> None:
    lang = compared.lang
    refused: tuple[str, str] | None = st.session_state.pop(_REFUSED, None)
    if refused is not None and compared.between is not None:
        why, text = refused
        told = {"text": picked.plain(text), "day": format_date(compared.between.first.day, lang)}
        st.warning(t(f"change.since_{why}", lang, **told))
    if compared.known == PUBLICATIONS and compared.between is None:
        few = len(compared.editions) < 2  # noqa: PLR2004 - two are compared
        st.info(t("change.one_publication" if few else "change.same_publication", lang))


def _typed() -> None:
    text = str(st.session_state[FIELD]).strip()
    st.session_state[FIELD] = ""
    found = moments.read(text) if text else None
    if isinstance(found, date):
        since(found)
    elif found is not None:
        st.session_state[_REFUSED] = ("unreadable" if found == "unreadable" else "late", text[:40])
