"""The tambons that money reached, and those that it never did: a map and a list."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st
from pandas import DataFrame

from areamap.calendar import format_year
from areamap.direction import money
from areamap.draw import looks
from areamap.draw.area_layer import OUTSIDE, Look
from areamap.i18n import t
from areamap.ui import budget_data, chart, gap_list, live_map, loaders, map_view, source

if TYPE_CHECKING:
    from areamap.draw.area_layer import View
    from areamap.ui.budget_data import Shown

_LOOKS: Final = {
    money.THIS_YEAR: Look("#17506b"),
    money.EARLIER: Look("#8fb9cc"),
    money.MAYBE: Look("#e9f1f4", mark="hatch", ink="#17506b", weight=1.6),
    money.NEVER: Look("#f2703d", gap=True),
}
_FIRST: Final = OUTSIDE + 1


def show(shown: "Shown") -> None:
    """Show the map, and beside it the tambons that never had a line of their own."""
    lang = shown.lang
    found = budget_data.reached(shown.key, shown.chosen.scope, shown.year)
    title = t("budget.never_title", lang)
    st.header(title, anchor=False)
    left, right = st.columns([3, 2], gap="medium")
    question = (shown.key, shown.chosen, shown.year)
    with left:
        place = shown.offered.place.label(lang)
        line = source.line(shown.key, shown.chosen)
        view = map_view.of("budget", question, shown.chosen, lambda: _view(shown, found))
        live_map.show(replace(view, heading=f"{title} · {place}", source=line), name="areas")
    with right:
        gap_list.show(
            chart.kept("never", question, lambda: _table(shown, found)),
            title=t("budget.never_list", lang, year=format_year(shown.year, lang)),
            about=(shown.offered.place.label(lang), map_view.as_of_line(shown.key, shown.chosen)),
            name=f"never-{shown.chosen.scope}-{shown.year}",
            lang=lang,
            question=question,
        )
        st.caption(t("budget.note_never", lang))


def _view(shown: "Shown", found: DataFrame) -> "View":
    lang = shown.lang
    counts = found["state"].value_counts()
    palette = [looks.AROUND]
    year = format_year(shown.year, lang)
    for state, look in _LOOKS.items():
        count = int(counts.get(state, 0))
        named = look.named(t(f"budget.state_{state}", lang, year=year), f"{count:,}")
        palette.append(named if count else look)
    number = {state: place for place, state in enumerate(_LOOKS, start=_FIRST)}
    return map_view.shown(
        shown.key,
        shown.chosen,
        found["state"].map(number),
        palette,
        title=t("budget.never_title", lang),
    )


def _table(shown: "Shown", found: DataFrame) -> DataFrame:
    lang = shown.lang
    lost = found.index[found["state"] == money.NEVER]
    named = loaders.labels(shown.key, "tambon").reindex(lost)
    people = loaders.people(shown.key)
    columns = {
        "name": named[f"name_{lang}"].fillna(named["name_th"]),
        "district": named[f"district_{lang}"],
        "province": named[f"province_{lang}"],
        "people": None if people is None else people.reindex(lost),
        "code": lost.to_series(),
    }
    table = DataFrame({t(f"ui.column_{name}", lang): value for name, value in columns.items()})
    return table.sort_values(t("ui.column_people", lang), ascending=False)
