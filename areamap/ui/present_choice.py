"""What a talk is of: the area, the map, the talk that was kept; and how it is begun."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from areamap.calendar import format_date
from areamap.errors import StoreError
from areamap.i18n import Lang, t
from areamap.ui import choices, home, moments, present_plan, present_stage, scopes

if TYPE_CHECKING:
    from datetime import date

    from areamap.boundary_sets import MapKind
    from areamap.store.talk_records import Talk
    from areamap.ui.scopes import Place

TALK: Final = "talk"
"""Name in the address of the number of a talk that was kept."""

_NEW: Final = "0"


@dataclass(frozen=True, slots=True)
class Chosen:
    """
    What a talk is of.

    Attributes
    ----------
    lang
        Language of page and talk.
    scope
        Code of the area.
    places
        The areas that stand in the list.
    kind
        Which map is shown.
    kept
        The talk that is open; None where it is none that was kept.
    talks
        The talks that were kept, the last changed first.
    today
        The day that a talk shows that was not kept.
    """

    lang: Lang
    scope: str
    places: "dict[str, Place]"
    kind: "MapKind"
    kept: "Talk | None"
    talks: "dict[str, Talk]"
    today: "date"

    @property
    def is_cleared(self) -> bool:
        """Whether the talk was made from sample data that is there no more."""
        is_sample = self.kept is not None and self.kept.moment.is_sample
        return is_sample and home.workspace().store.sample_cleared()

    @property
    def frozen(self) -> str:
        """What a kept talk says of its moment; nothing where it shows what is known now."""
        if self.kept is None:
            return ""
        known = self.kept.moment.known_at.astimezone()
        day = format_date(known.date(), self.lang)
        return t("present.frozen", self.lang, day=day, time=f"{known:%H:%M}")


def offer(lang: Lang) -> Chosen:
    """Return what a talk is of, by address, widgets and session."""
    talks = {str(each.id): each for each in home.workspace().store.talks.every()}
    kept = talks.get(choices.current(TALK, [_NEW, *talks], _NEW))
    if kept is not None:
        choices.choose(choices.SCOPE, kept.scope)
        st.query_params[choices.SCOPE] = kept.scope
    else:
        choices.leave_out(TALK)
    today = moments.day()
    scope, places = scopes.current(lang, today)
    kinds = tuple(home.map_kinds())
    kind = cast("MapKind", choices.current(choices.MAP, kinds, kinds[0]))
    choices.leave_out(choices.THEME, choices.BASIS, choices.YEAR)
    return Chosen(lang, scope, places, kind, kept, talks, today)


def show(chosen: Chosen) -> None:
    """Show the controls."""
    lang = chosen.lang
    with st.container(horizontal=True, vertical_alignment="bottom", key="pickers"):
        if chosen.talks:
            st.selectbox(
                t("present.talk", lang),
                [_NEW, *chosen.talks],
                format_func=lambda number: _called(number, chosen),
                key=choices.widget_key(TALK),
                width=330,
            )
        st.selectbox(
            t("ui.scope", lang),
            list(chosen.places),
            format_func=lambda code: chosen.places[code].label(lang),
            key=choices.widget_key(choices.SCOPE),
            width=260,
            disabled=chosen.kept is not None,
        )
        kinds = home.map_kinds()
        if len(kinds) > 1:
            st.segmented_control(
                t("ui.map", lang),
                kinds,
                format_func=lambda kind: t(f"ui.map_{kind}", lang),
                key=choices.widget_key(choices.MAP),
            )
        if chosen.kept is None:
            moments.pick(lang)
    moments.note(lang)


def begin(chosen: Chosen) -> None:
    """Offer to begin, and say how one goes through a talk."""
    lang = chosen.lang
    with st.container(horizontal=True, vertical_alignment="center", key="present_begin"):
        st.button(
            t("present.begin", lang),
            key="present_begin_button",
            type="primary",
            icon=":material/slideshow:",
            on_click=present_stage.begin,
        )
        st.caption(t("present.how", lang))
    if chosen.is_cleared:
        st.warning(t("present.cleared", lang), icon=":material/warning:")
    elif chosen.kept is not None:
        numbers = ", ".join(str(each) for each in chosen.kept.moment.made_from)
        st.info(
            t("present.frozen_long", lang, what=chosen.frozen, numbers=numbers),
            icon=":material/ac_unit:",
        )


def start_anew() -> None:
    """Go back to a talk that is not kept; only in a callback."""
    choices.choose(TALK, _NEW)
    choices.leave_out(TALK)
    present_plan.begin_anew()


def show_kept(number: int) -> None:
    """Open a talk that was kept; only in a callback."""
    choices.choose(TALK, str(number))
    st.query_params[TALK] = str(number)
    present_plan.begin_anew()


def _called(number: str, chosen: Chosen) -> str:
    if number == _NEW:
        return t("present.talk_new", chosen.lang)
    found = chosen.talks.get(number)
    if found is None:
        raise StoreError("store_no_talk", id=number)
    return f"{found.name} · {format_date(found.moment.as_of, chosen.lang)}"
