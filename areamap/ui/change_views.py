"""The map of how areas differ, the list of those that do, and what was corrected afterwards."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from pandas import DataFrame

from areamap.briefs.change_lists import change_table, difference_table
from areamap.briefs.sentences import change as said
from areamap.calendar import format_date, format_year
from areamap.draw import change_looks
from areamap.draw.area_layer import Look
from areamap.draw.change_looks import CORRECTED
from areamap.i18n import t
from areamap.measures.change import Cause, Change
from areamap.ui import (
    change_data,
    chart,
    differences,
    gap_list,
    live_map,
    loaders,
    map_view,
    subjects,
    ways,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandas import Series

    from areamap.draw.area_layer import View
    from areamap.ui.change_words import Shown

_LOOKS: Final[dict[Any, Look]] = {
    Change.GAINED: change_looks.CHANGES[Change.GAINED],
    Change.LOST: change_looks.CHANGES[Change.LOST],
    CORRECTED: Look("#e7c95a", mark="hatch", ink="#6b4e00", weight=2),
    **{
        kind: look
        for kind, look in change_looks.CHANGES.items()
        if kind not in {Change.GAINED, Change.LOST}
    },
}
_TOLD_OTHERWISE: Final = (Change.GAINED, Change.LOST)


def show(shown: "Shown") -> None:
    """Show the map and, beside it, the areas that differ."""
    lang, chosen, between = shown.lang, shown.chosen, shown.between
    title = f"{subjects.named(chosen, lang)} · {shown.place}"
    days = said.between(between.first.day, between.second.day, lang)
    view = map_view.of("change", shown.cache_key, chosen, lambda: _view(shown))
    line = shown.source
    left, right = st.columns([3, 2], gap="medium")
    with left:
        told = replace(view, heading=f"{title} · {days}", source=line)
        told = replace(told, tooltip=(days, *told.tooltip[1:]))
        live_map.show(told, name="change")
    with right:
        gap_list.show(
            chart.kept("change_table", shown.cache_key, lambda: _table(shown)),
            title=t("compare.list", lang),
            about=(title, days, line),
            name=f"change-{chosen.theme}-{chosen.scope}",
            lang=lang,
            nothing=t("compare.nothing", lang),
            question=shown.cache_key,
        )
        see = t("change.see_gaps", lang)
        ways.link("gaps", see, icon=":material/person_pin_circle:", scope=chosen.scope, lang=lang)


def show_corrected(shown: "Shown") -> None:
    """Show what was corrected afterwards, apart from what happened: areas, and closed years."""
    lang = shown.lang
    found = chart.kept("change_corrected", shown.cache_key, lambda: _corrected(shown))
    if not found:
        return
    st.header(t("change.closed_title", lang), anchor=False)
    about = (shown.place, shown.source)
    for name, table in found.items():
        if len(table):
            gap_list.show(
                table,
                title=t(f"change.{name}_list", lang),
                about=about,
                name=f"{name}-{shown.chosen.theme}-{shown.chosen.scope}",
                lang=lang,
                question=shown.cache_key,
            )


def _corrected(shown: "Shown") -> dict[str, DataFrame]:
    """Return what was corrected afterwards as lists; nothing where nothing was."""
    years = change_data.closed_years(shown.between, shown.chosen.scope)
    areas = DataFrame() if shown.compared.is_money else _corrected_table(shown)
    if years.empty and areas.empty:
        return {}
    return {"corrected": areas, "closed": _closed_table(years, shown)}


def _view(shown: "Shown") -> "View":
    return _of_money(shown) if shown.compared.is_money else _of_states(shown)


def _table(shown: "Shown") -> DataFrame:
    return _money_table(shown) if shown.compared.is_money else _states_table(shown)


def kinds(changes: DataFrame) -> "Series":
    """Return the kind that each area is drawn in; a correction where the first day was."""
    is_corrected = changes["cause"].isin([Cause.CORRECTION, Cause.BOTH])
    is_told = changes["corrected"].isin(_TOLD_OTHERWISE)
    return changes["change"].mask(is_corrected & is_told, CORRECTED)


def _of_states(shown: "Shown") -> "View":
    lang, chosen, between = shown.lang, shown.chosen, shown.between
    whole = kinds(change_data.moved(between, chosen.basis, None))
    own = kinds(change_data.moved(between, chosen.basis, chosen.scope))
    names: Mapping[Any, str] = {
        kind: t("change.kind_corrected" if kind == CORRECTED else f"measures.change_{kind}", lang)
        for kind in _LOOKS
    }
    counts = own.value_counts()
    key = between.asked
    return differences.of_changes(key, chosen, shown.inside, whole, counts, _LOOKS, names)


def _of_money(shown: "Shown") -> "View":
    numbers = change_data.by_tambon(shown.between, shown.chosen.scope).reindex(shown.inside)
    return differences.of_numbers(shown.between.asked, shown.chosen, numbers, "money")


def _states_table(shown: "Shown") -> DataFrame:
    chosen = shown.chosen
    own = change_data.moved(shown.between, chosen.basis, chosen.scope)
    labels = loaders.labels(shown.between.asked, chosen.basis)
    return change_table(own, labels, chosen.theme, chosen.lang)


def _money_table(shown: "Shown") -> DataFrame:
    numbers = change_data.by_tambon(shown.between, shown.chosen.scope).reindex(shown.inside)
    labels = loaders.labels(shown.between.asked, "tambon")
    return difference_table(numbers, labels, shown.lang)


def _corrected_table(shown: "Shown") -> DataFrame:
    lang, chosen = shown.lang, shown.chosen
    own = change_data.moved(shown.between, chosen.basis, chosen.scope)
    own = own[own["corrected"].isin(_TOLD_OTHERWISE)]
    labels = loaders.labels(shown.between.asked, chosen.basis).reindex(own.index)

    def state(moment: str) -> list[str]:
        return [t(f"ui.look_{chosen.theme}_{each}", lang) for each in own[moment]]

    columns = {
        t("change.column_area", lang): labels[f"name_{lang}"].fillna(labels["name_th"]),
        t("ui.column_province", lang): labels[f"province_{lang}"],
        t("change.column_said_then", lang): state("before"),
        t("change.column_said_now", lang): state("between"),
        t("change.column_after", lang): state("after"),
        t("ui.column_code", lang): own.index,
    }
    return DataFrame(columns)


def _closed_table(found: DataFrame, shown: "Shown") -> DataFrame:
    lang = shown.lang
    silent = t("change.silent", lang)
    columns = {
        "area": found[f"name_{lang}"],
        "fiscal_year": [format_year(int(year), lang) for year in found["fiscal_year"]],
        "before": found["before"].astype("float64"),
        "after": found["after"].astype("float64"),
        "unit": [t(f"change.unit_{unit}", lang) for unit in found["unit"]],
        "publication": [f"#{number}" for number in found["publication"]],
        "published_date": [format_date(day, lang) for day in found["published_date"]],
        "note": found["note"].fillna("").replace("", silent),
    }
    return DataFrame({t(f"change.column_{name}", lang): told for name, told in columns.items()})
