"""
The day that the director's pages look at: today, or one that the viewer chose.

It is the same on all of them and stands in the address as an ISO date; without one it is today. A
page asks for it with `day`, offers the choice with `pick`, and says with `note` which day it shows
where that is not today.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from areamap.calendar import (
    CalendarError,
    fiscal_year,
    fiscal_year_span,
    format_date,
    read_date,
)
from areamap.i18n import Lang, t
from areamap.ui import choices, picked

FIELD: Final = choices.widget_key("as_of_text")
"""Session key of the field in which a day is written."""

_KEPT: Final = f"kept_{choices.AS_OF}"
_WRITTEN: Final = f"written_{choices.AS_OF}"
_REFUSED: Final = "refused_as_of"
"""Session key of what was asked for and is no day to look at: the reason, and the text."""


def today() -> date:
    """Return the day where she is."""
    return date.today()  # noqa: DTZ011 - the day where she is


def settle() -> None:
    """
    Read the day from the address, where it says another one than we wrote.

    Call it before the language is settled: an address without a language says nothing of our names
    yet, and keeps what was chosen on another page.
    """
    state = st.session_state
    if choices.LANG not in st.query_params:
        state.pop(_WRITTEN, None)
    in_address, before = st.query_params.get(choices.AS_OF, ""), state.get(_WRITTEN)
    is_told = in_address != (before or "") and (in_address or before is not None)
    if is_told and not choices.acted():
        state.pop(_REFUSED, None)
        _keep(_understood(in_address) if in_address else None)
    if in_address and not state.get(_KEPT):
        choices.leave_out(choices.AS_OF)
    state[_WRITTEN] = st.query_params.get(choices.AS_OF, "")


def chosen() -> date | None:
    """Return the day that was chosen; None for today."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return None  # the server warms up, nobody has chosen
    kept = st.session_state.get(_KEPT, "")
    return date.fromisoformat(kept) if kept else None


def day(year: int | None = None) -> date:
    """
    Return the day that a page shows, and keep it in the address.

    Parameters
    ----------
    year
        Fiscal year (BE) that is looked at: its last day, where that comes first.
    """
    found = chosen()
    if found is not None and st.query_params.get(choices.AS_OF) != found.isoformat():
        st.query_params[choices.AS_OF] = st.session_state[_WRITTEN] = found.isoformat()
    on = found or today()
    return on if year is None else min(on, fiscal_year_span(year)[1])


def choose(on: date | None, *, from_now: bool = False) -> None:
    """
    Choose a day in the place of the viewer; only in a callback.

    Parameters
    ----------
    on
        The day; None for today.
    from_now
        Whether to leave the end of a fiscal year that is looked at, which might come first.
    """
    st.session_state.pop(_REFUSED, None)
    _keep(on)
    st.session_state[FIELD] = ""
    if not st.session_state[_KEPT]:
        choices.leave_out(choices.AS_OF)
    if from_now:
        choices.choose(choices.YEAR, choices.NOW)


def pick(lang: Lang, years: Sequence[str] = ()) -> None:
    """
    Offer the choice of the day, as one of the controls of a page.

    Parameters
    ----------
    lang
        Language of the page.
    years
        Fiscal years that the page offers; where `choices.NOW` is one of them, a day that is chosen
        leads to it.
    """
    now, on = today(), chosen()
    from_now = choices.NOW in years
    is_told = on is None or from_now  # the year beside it says the day
    key = "as_of" if is_told else "as_of_day"
    label = t("moments.label", lang) if is_told else t("moments.on", lang, day=_said(day(), lang))
    with st.popover(label, icon=":material/event:", help=t("moments.help", lang), key=key):
        st.text_input(
            t("moments.field", lang),
            key=FIELD,
            placeholder=t("moments.hint", lang),
            on_change=_typed,
            args=(from_now,),
        )
        offered = {
            "today": (None, t("moments.today", lang, day=_said(now, lang))),
            "year_start": (year_start(now), t("moments.year_start", lang)),
            "year_ago": (year_before(now), t("moments.year_ago", lang)),
        }
        for name, (which, said) in offered.items():
            text = said if which is None else f"{said} · {_said(which, lang)}"
            told = {"from_now": from_now}
            st.button(text, key=f"as_of_{name}", on_click=choose, args=(which,), kwargs=told)


def note(lang: Lang) -> None:
    """Say which day is shown where that is not today, and what was asked for and is no day."""
    refused: tuple[str, str] | None = st.session_state.pop(_REFUSED, None)
    if refused is not None:
        why, text = refused
        st.warning(t(f"moments.{why}", lang, text=picked.plain(text), day=_said(day(), lang)))
    on = chosen()
    if on is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="not_today"):
        st.text(t("moments.is_on", lang, day=_said(on, lang)))
        st.button(
            t("moments.back", lang),
            key="as_of_back",
            on_click=choose,
            args=(None,),
            icon=":material/undo:",
            type="tertiary",
        )


def year_before(on: date) -> date:
    """Return the same day a year before."""
    return (pd.Timestamp(on) - pd.DateOffset(years=1)).date()


def year_start(on: date) -> date:
    """Return the first day of the fiscal year that a day lies in."""
    return fiscal_year_span(fiscal_year(on))[0]


def read(text: str) -> date | str:
    """Return the day that a text means; why (a key below `moments`) where it is none to look at."""
    try:
        found = read_date(text)
    except CalendarError:
        return "unreadable"
    return "future" if found > today() else found


def _typed(from_now: bool) -> None:
    text = str(st.session_state[FIELD]).strip()
    if not text:
        return
    found = _understood(text)
    if found is None:
        # What is no day leaves the page as it was.
        st.session_state[FIELD] = ""
        return
    choose(found, from_now=from_now)


def _understood(text: str) -> date | None:
    """Return the day that a text means; else None, and the reason is kept to be told."""
    found = read(text)
    if isinstance(found, date):
        return found
    st.session_state[_REFUSED] = (found, text[:40])
    return None


def _keep(on: date | None) -> None:
    st.session_state[_KEPT] = "" if on is None or on == today() else on.isoformat()


def _said(on: date, lang: Lang) -> str:
    return format_date(on, lang)
