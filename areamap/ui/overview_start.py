"""The guided start of a home that holds nothing but the sample: boundaries, a register, look."""

from typing import Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.places.levels import COUNTRY_CODE
from areamap.ui import home, ways
from areamap.workspace import THEMES

_HIDDEN: Final = "start_hidden"
"""Session key: she has seen it."""

COMMAND: Final = "areamap boundaries add FILE"


def show(lang: Lang) -> None:
    """Show the three steps in a row while everything is sample, until she puts them away."""
    if len(home.sample_registers()) < len(THEMES) or st.session_state.get(_HIDDEN):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="start"):
        st.markdown(f"**{t('start.title', lang)}**", width="content")
        if "true" in home.map_kinds():
            st.markdown(f"✓ {t('start.boundaries', lang)}", width="content")
        else:
            with st.popover(f"1 · {t('start.boundaries', lang)}", type="tertiary"):
                st.text(t("start.boundaries_told", lang))
                label, icon = t("start.boundaries_go", lang), ":material/upload_file:"
                ways.link("imports", label, icon=icon, scope=COUNTRY_CODE, lang=lang)
                st.code(COMMAND, language=None)
        _way(2, "imports", "register", ":material/upload_file:", lang)
        _way(3, "gaps", "look", ":material/person_pin_circle:", lang)
        st.button(
            t("start.hide", lang),
            key="start_hide",
            on_click=_hide,
            type="tertiary",
            icon=":material/close:",
            help=t("start.goes", lang),
        )


def _way(number: int, page: str, name: str, icon: str, lang: Lang) -> None:
    label = f"{number} · {t(f'start.{name}', lang)}"
    ways.link(page, label, icon=icon, scope=COUNTRY_CODE, lang=lang)


def _hide() -> None:
    st.session_state[_HIDDEN] = True
