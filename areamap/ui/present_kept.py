"""Keeping a talk under a name, and what can be done with one that was kept."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.calendar import format_date
from areamap.errors import AreamapError
from areamap.i18n import t
from areamap.ui import access, home, present_choice, present_data, present_plan
from areamap.ui.access import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from areamap.store.talk_records import Talk
    from areamap.ui.present_choice import Chosen
    from areamap.ui.present_plan import Plan

_SAID: Final = "present_said"
"""Session key of what came of the last write: whether it went well, and the sentence."""


def show(chosen: "Chosen", plan: "Plan") -> None:
    """Offer to keep a talk that is not kept; of one that is, to keep changes, renew or discard."""
    lang = chosen.lang
    st.subheader(t("present.keep", lang), anchor=False)
    _say()
    if not access.may(Role.EDITOR):
        st.caption(t("present.keep_not", lang))
        return
    if chosen.kept is None:
        with st.container(horizontal=True, vertical_alignment="bottom", key="present_keep"):
            st.text_input(
                t("present.name", lang),
                key="present_name",
                placeholder=chosen.places[chosen.scope].label(lang),
                max_chars=120,
                width=420,
            )
            st.button(
                t("present.keep_button", lang),
                key="present_keep_button",
                icon=":material/bookmark_add:",
                on_click=_keep,
                args=(chosen, plan),
            )
        st.caption(t("present.keep_about", lang))
        return
    _of_kept(chosen, chosen.kept, plan)


def _of_kept(chosen: "Chosen", kept: "Talk", plan: "Plan") -> None:
    lang = chosen.lang
    day = format_date(kept.at.astimezone().date(), lang)
    st.text(t("present.kept_by", lang, name=kept.name, by=kept.by, day=day))
    newer = sorted(set(present_data.now(chosen).made_from) - set(kept.moment.made_from))
    if newer:
        st.caption(t("present.newer", lang, count=len(newer)))
    acts: dict[str, tuple[str, bool, Callable[..., None], tuple[object, ...]]] = {
        "change": (":material/save:", plan.is_changed, _change, (chosen, kept, plan)),
        "renew": (":material/update:", True, _renew, (chosen, kept)),
        "new": (":material/add:", True, present_choice.start_anew, ()),
    }
    with st.container(horizontal=True, key="present_kept"):
        for name, (icon, may, does, told) in acts.items():
            st.button(
                t(f"present.{name}_button", lang),
                key=f"present_{name}_button",
                icon=icon,
                disabled=not may,
                on_click=does,
                args=told,
            )
        with st.popover(t("present.discard_button", lang), icon=":material/delete:"):
            st.text(t("present.discard_sure", lang, name=kept.name))
            st.button(
                t("present.discard_yes", lang),
                key="present_discard_yes",
                type="primary",
                on_click=_discard,
                args=(chosen, kept),
            )


def _keep(chosen: "Chosen", plan: "Plan") -> None:
    name = str(st.session_state.get("present_name", ""))
    moment = present_data.now(chosen)

    def write(by: str) -> str:
        store = home.workspace().store.talks
        kept = store.keep(name, chosen.scope, moment, plan.slides, by=by, photos=plan.photos)
        present_choice.show_kept(kept.id)
        return t("present.was_kept", chosen.lang, name=kept.name)

    _write(chosen, write)


def _change(chosen: "Chosen", kept: "Talk", plan: "Plan") -> None:
    def write(by: str) -> str:
        home.workspace().store.talks.change(kept, plan.slides, by=by, photos=plan.photos)
        present_plan.begin_anew()
        return t("present.was_kept", chosen.lang, name=kept.name)

    _write(chosen, write)


def _renew(chosen: "Chosen", kept: "Talk") -> None:
    def write(by: str) -> str:
        home.workspace().store.talks.renew(kept, present_data.now(chosen), by=by)
        return t("present.was_renewed", chosen.lang, name=kept.name)

    _write(chosen, write)


def _discard(chosen: "Chosen", kept: "Talk") -> None:
    def write(by: str) -> str:
        home.workspace().store.talks.discard(kept, by=by)
        present_choice.start_anew()
        return t("present.was_discarded", chosen.lang, name=kept.name)

    _write(chosen, write)


def _write(chosen: "Chosen", write: "Callable[[str], str]") -> None:
    """Ask again who does it, for a callback runs by itself; and remember what came of it."""
    person = access.require(Role.EDITOR, chosen.lang)
    try:
        st.session_state[_SAID] = (True, write(person.name))
    except AreamapError as error:
        st.session_state[_SAID] = (False, error.text(chosen.lang))


def _say() -> None:
    said: tuple[bool, str] | None = st.session_state.pop(_SAID, None)
    if said is None:
        return
    went_well, text = said
    if went_well:
        st.success(text, icon=":material/check:")
    else:
        st.error(text, icon=":material/error:")
