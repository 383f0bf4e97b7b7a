"""The guided start of a home that holds nothing but the sample: boundaries, a register, look."""

from typing import Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.places.levels import COUNTRY_CODE
from areamap.ui import home, ways
from areamap.workspace import THEMES

_HIDDEN: Final = "start_hidden"
"""Session key: she has seen it."""


def show(lang: Lang) -> None:
    """Show the three steps while everything is sample, until she puts them away."""
    if len(home.sample_registers()) < len(THEMES) or st.session_state.get(_HIDDEN):
        return
    with st.container(border=True, key="start"):
        left, right = st.columns([8, 1], vertical_alignment="center")
        left.markdown(f"**{t('start.title', lang)}**")
        right.button(
            t("start.hide", lang),
            key="start_hide",
            on_click=_hide,
            type="tertiary",
            icon=":material/close:",
        )
        one, two, three = st.columns(3, gap="medium")
        with one:
            done = "true" in home.map_kinds()
            _step(1, "boundaries", lang, done=done)
            if not done:
                st.code("areamap boundaries add FILE", language=None)
        with two:
            _step(2, "register", lang, done=False)
            icon = ":material/upload_file:"
            ways.link("imports", t("start.load", lang), icon=icon, scope=COUNTRY_CODE, lang=lang)
        with three:
            _step(3, "look", lang, done=False)
            icon = ":material/person_pin_circle:"
            ways.link("gaps", t("start.gaps", lang), icon=icon, scope=COUNTRY_CODE, lang=lang)


def _step(number: int, name: str, lang: Lang, *, done: bool) -> None:
    mark = t("start.done", lang) if done else f"{number}"
    st.markdown(f"**{mark} · {t(f'start.{name}', lang)}**")
    st.caption(t(f"start.{name}_done" if done else f"start.{name}_told", lang))


def _hide() -> None:
    st.session_state[_HIDDEN] = True
