"""What is known about the tambon that was clicked."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import t
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.ui import choices, loaders, subjects, theme_figures, ways

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.draw.area_layer import View
    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked


def show(key: "Asked", chosen: "Choices", view: "View") -> None:
    """
    Show the clicked tambon with how each area of the basis in it stands; or how to click one.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    view
        What the map shows, for the small one of the tambon and its neighbours.
    """
    selected = choices.selected()
    code = selected[-1] if selected else ""
    if gazetteer.level_of(code) is not Level.TAMBON:
        st.caption(t("ui.click_hint", chosen.lang))
        return
    with st.container(border=True, key="card"):
        st.text(gazetteer.full_name(code, chosen.lang))
        for line in _lines(key, chosen, code):
            st.text(line)
        name = gazetteer.name(code, chosen.lang)
        label = t("tambon.to_profile", chosen.lang, place=name)
        ways.link("tambon", label, icon=":material/pin_drop:", scope=code, lang=chosen.lang)
        # Half a second to load, which a page without a card does not wait for.
        from areamap.ui import neighbours  # noqa: PLC0415

        neighbours.show(view, code, chosen.map_kind)


def _lines(key: "Asked", chosen: "Choices", code: str) -> list[str]:
    if chosen.theme == subjects.BUDGET:
        return []
    if chosen.theme in subjects.STATED:
        return _standing(key, chosen, code)
    return theme_figures.lines_of(key, chosen, code)


def _standing(key: "Asked", chosen: "Choices", code: str) -> list[str]:
    lang = chosen.lang
    states = loaders.states(key, chosen.basis)
    if chosen.basis == "tambon":
        return [_said(states.loc[[code]], chosen, "")]
    pieces = loaders.snapshot(key).ground.pieces
    here = pieces.loc[pieces["tambon_code"] == code, "authority_code"].dropna()
    names = loaders.authority_names(key)[f"name_{lang}"]
    return [_said(states.loc[[own]], chosen, f"{names.get(own, own)}: ") for own in here]


def _said(row: "DataFrame", chosen: "Choices", who: str) -> str:
    state, because = row.iloc[0][["state", "unknown_because"]]
    text = who + t(f"ui.look_{chosen.theme}_{state}", chosen.lang)
    if state == "unknown":
        text += f" ({t(f'measures.unknown_{because}', chosen.lang)})"
    return text
