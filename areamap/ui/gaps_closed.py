"""What was closed since an earlier moment, and what can't be told and has to be asked."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.briefs import gap_lists
from areamap.calendar import CalendarError, format_date, read_date
from areamap.direction import assignments
from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.places import gazetteer
from areamap.ui import chart, choices, gap_list, gaps_data, map_view
from areamap.ui.answer import strong
from areamap.ui.html_table import html_table

if TYPE_CHECKING:
    from areamap.ui.gaps_shown import Shown

SINCE: Final = "since"
"""Name in the address of the earlier moment."""

_NAMED: Final = ("publication", "forum", "year")
_MOST: Final = 12
"""So many names stand in a sentence."""


def show(shown: "Shown") -> None:
    """Show the gaps that were closed since an earlier moment that can be chosen."""
    page, lang = shown.page, shown.page.lang
    offered = gaps_data.earlier(page.key, page.chosen.scope)
    offered |= _typed(offered, page.key.as_of)
    st.subheader(t("gaps.closed_title", lang), anchor=False)
    since = choices.current(SINCE, list(offered), next(iter(offered)))
    st.selectbox(
        t("gaps.closed_since", lang),
        list(offered),
        format_func=partial(_called, shown, offered),
        key=choices.widget_key(SINCE),
        accept_new_options=True,
        help=t("gaps.since_help", lang),
    )
    day = offered[since]
    said, listed = chart.kept(
        "gaps_closed", (*shown.key, since, day), lambda: _closed(shown, since, day)
    )
    st.html(f"<p class='areamap-standing' role='status'>{strong(said)}</p>")
    if listed:
        st.html(listed)
    _by_data(shown)


def _closed(shown: "Shown", since: str, day: date) -> tuple[str, str]:
    """Return what is said of the gaps that were closed, and their list; nothing for none."""
    page, lang = shown.page, shown.page.lang
    found = gaps_data.closed(page.key, page.chosen.basis, page.chosen.scope, since, day)
    said = _said(shown, len(found), day)
    if found.empty:
        return said, ""
    table = gap_lists.closed_table(found, shown.frame, lang)
    code = t("gaps.column_code", lang)
    few = table.head(gap_list.SHOWN).drop(columns=[code])
    return said, html_table(few, said.replace("*", ""))


def unknown(shown: "Shown") -> None:
    """Show the areas of which it can't be told, with what to do about each."""
    page, lang = shown.page, shown.page.lang
    if shown.gaps.unknown.empty:
        return
    gap_list.show(
        chart.kept(
            "gaps_unknown", shown.key, lambda: gap_lists.unknown_table(shown.gaps.unknown, lang)
        ),
        title=t("gaps.unknown_title", lang),
        about=(page.place.label(lang), map_view.as_of_line(page.key, page.chosen)),
        name=f"unknown-{page.file}",
        lang=lang,
        question=shown.key,
    )


def _typed(offered: dict[str, date], before: date) -> dict[str, date]:
    """Return the day that was typed in the place of an offered moment, where it is one."""
    for text in choices.wanted(SINCE):
        if text in offered:
            return {}
        try:
            day = read_date(text)
        except CalendarError:
            continue
        if day < before:
            return {text: day}
    return {}


def _called(shown: "Shown", offered: dict[str, date], since: str) -> str:
    if since not in offered:
        return since
    day = format_date(offered[since], shown.page.lang)
    return t(f"gaps.since_{since}", shown.page.lang, day=day) if since in _NAMED else day


def _said(shown: "Shown", count: int, since: date) -> str:
    wording = shown.page.wording
    day = format_date(since, shown.page.lang)
    if not count:
        return wording.say("closed_none", since=day)
    form = "one" if count == 1 else "many"
    return wording.say(f"closed_some_{form}", since=day, count=wording.units(count))


def _by_data(shown: "Shown") -> None:
    """Say which assignments are closed because the register has by now what was lacking."""
    page, lang = shown.page, shown.page.lang
    done = assignments.closed_by_data(shown.frame, shown.gaps.states)
    if done.empty:
        return
    if page.chosen.basis == Basis.TAMBON:
        names = [gazetteer.name(str(code), lang) for code in done.index[:_MOST]]
    else:
        names = [str(code) for code in done.index[:_MOST]]
    more = [f"+{len(done) - _MOST:,}"] if len(done) > _MOST else []
    with st.container(key="closed_by_data"):
        st.text(page.wording.say("closed_assigned", names=", ".join([*names, *more])))
