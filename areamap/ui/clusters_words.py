"""What the page of clusters says first, and the ways on from an area that is picked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.sentences.clusters import Wording, answer, of_one, two_bases
from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.places.levels import CODE_DIGITS, Level
from areamap.ui import answer as answers
from areamap.ui import choices, clusters_data, loaders, map_view, picked, place_names, ways
from areamap.ui.clusters_choice import AT
from areamap.ui.picked import Chip

if TYPE_CHECKING:
    from pandas import DataFrame, Index, Series

    from areamap.ui.clusters_choice import Compared


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """
    What the page shows.

    Attributes
    ----------
    compared
        What is compared.
    by
        Level of the areas.
    found, whole, aims
        As `direction.clusters` gives `compared`, `whole` and `targets`.
    wording
        How values are said.
    at
        The area that is picked.
    inside
        Tambons of the area looked at.
    """

    compared: "Compared"
    by: Level
    found: "DataFrame"
    whole: "Series[float]"
    aims: "DataFrame"
    wording: Wording
    at: str | None
    inside: "Index"

    @property
    def key(self) -> tuple[object, ...]:
        """All that the charts depend on."""
        chosen = self.compared.chosen
        told = (chosen.basis, chosen.scope, chosen.year, chosen.lang, self.at)
        return (self.compared.key, str(self.compared.measure), str(self.by), *told)

    @property
    def names(self) -> dict[str, str]:
        """What the areas are called, by code, in their order."""
        return clusters_data.names(self.found, self.compared.lang)


def gather(compared: "Compared") -> Shown:
    """Return what the page shows of what is chosen."""
    chosen, key, measure = compared.chosen, compared.key, compared.measure
    by = compared.by or Level.DISTRICT
    found = clusters_data.compared(key, measure, by, chosen.basis, chosen.scope, chosen.year)
    return Shown(
        compared,
        by,
        found,
        clusters_data.whole(key, measure, chosen.basis, chosen.year),
        clusters_data.aims(key, chosen.theme, chosen.basis, by),
        Wording(measure, chosen.theme, chosen.basis, compared.lang),
        picked.one(AT, set(found.index)),
        loaders.tambons(chosen.scope, key.as_of),
    )


def show(shown: Shown) -> None:
    """Show the answer, the chip of the area that is picked, and the way on."""
    compared, lang = shown.compared, shown.compared.lang
    level = place_names.level_word(shown.by, lang, compared.chosen.scope)
    said = [answer(shown.found, shown.whole, shown.wording, level)]
    if shown.at:
        said.append(of_one(shown.at, shown.found, shown.whole, shown.wording))
    said.append(_two_bases(shown))
    question = t("clusters.question", lang)
    answers.show(question, said, map_view.as_of_line(compared.key, compared.chosen))
    if not shown.at:
        return
    name = shown.names[shown.at]
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        picked.show([Chip(AT, name)], lang)
        st.button(
            t("clusters.go_in", lang, place=picked.plain(name)),
            key="go_in",
            on_click=_go_in,
            args=(shown.at,),
            icon=":material/zoom_in_map:",
        )
        see, icon = t("clusters.see_map", lang), ":material/map:"
        ways.link("overview", see, icon=icon, scope=shown.at, lang=lang)


def nothing_below(compared: "Compared") -> None:
    """Say that the area looked at has none below to compare, and offer the one above."""
    lang, scope = compared.lang, compared.chosen.scope
    st.info(t("clusters.nothing_below", lang, place=compared.place.label(lang)))
    province = scope[: CODE_DIGITS[Level.PROVINCE]]
    st.button(
        t("clusters.go_up", lang),
        key="go_up",
        on_click=choices.choose,
        args=(choices.SCOPE, province),
        icon=":material/zoom_out_map:",
    )


def _go_in(code: str) -> None:
    choices.leave_out(AT)
    choices.choose(choices.SCOPE, code)


def _two_bases(shown: Shown) -> str:
    """Return where tambons and authorities tell different stories, where both can be counted."""
    compared, chosen = shown.compared, shown.compared.chosen
    if compared.is_money or len(loaders.bases(compared.key)) == 1:
        return ""
    found = {
        str(basis): clusters_data.compared(
            compared.key, compared.measure, shown.by, str(basis), chosen.scope, chosen.year
        )
        for basis in Basis
    }
    return two_bases(found["tambon"], found["authority"], chosen.theme, compared.lang)
