"""Looking for another place: a dialog with one box to type in, and what is found."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.places.levels import Level
from areamap.places.search import search
from areamap.registers import definitions
from areamap.ui.import_steps import wording

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: Final = 8
_LEVELS: Final = {
    "tambon": Level.TAMBON,
    "authority": Level.TAMBON,
    "khet": Level.DISTRICT,
    "district": Level.DISTRICT,
    "province": Level.PROVINCE,
}
"""Levels of a register to those that can be looked for; an authority is placed by its tambon."""


def ask(register: str, told: str, take: "Callable[[str], None]", lang: Lang) -> None:
    """
    Open a dialog in which a place is looked for and taken.

    Parameters
    ----------
    register
        Id of the register; only areas of a level at which it keeps records are found.
    told
        Where the file says that the row is; it stands above the box.
    take
        Is told the `area_code` that is taken.
    lang
        Language of the page.
    """
    levels = {_LEVELS[each] for each in definitions.load(register).levels if each in _LEVELS}

    @st.dialog(t("importing.elsewhere_title", lang))
    def dialog() -> None:
        st.text(t("importing.file_says", lang, told=told))
        typed = st.text_input(
            t("importing.search", lang),
            key="search_place",
            placeholder=t("importing.search_example", lang),
        )
        if not typed.strip():
            return
        found = search(typed, most=_MOST, levels=levels)
        if not found:
            st.caption(t("importing.search_nothing", lang))
        for code in found:
            label = wording.area(code, lang)
            if st.button(label, key=f"found_{code}", width="stretch", type="tertiary"):
                take(code)
                st.rerun()

    dialog()
