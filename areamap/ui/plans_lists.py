"""The lists of the page of plans and targets: which plans are late, and who has none."""

from typing import TYPE_CHECKING, Final

import streamlit as st
from pandas import DataFrame

from areamap.briefs.sentences import plans as words
from areamap.briefs.sentences.areas import called
from areamap.briefs.workbook import workbook
from areamap.i18n import Lang, t
from areamap.measures.terms import PlanState
from areamap.places.levels import Level
from areamap.ui import chart, gap_list, loaders, plans_data
from areamap.ui.gap_list import SHOWN, XLSX
from areamap.ui.html_table import html_table
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from areamap.ui.plans_choice import Shown

_MARKS: Final = {
    PlanState.EXPIRED: "areamap-gone",
    PlanState.DRAFTED: "areamap-changed",
    PlanState.ADOPTED: "areamap-added",
    PlanState.SUBMITTED: "areamap-added",
}


def show(shown: "Shown") -> None:
    """Show the plans of larger areas, those that are late, and the tambons without one."""
    for name in ("large", "late"):
        _list(shown, name)


def without(shown: "Shown") -> None:
    """Show the tambons without a plan on record, most people first."""
    lang = shown.lang
    gap_list.show(
        chart.kept("without", shown.cache_key, lambda: _without(shown)),
        title=t("plans.without", lang),
        about=_about(shown),
        name=f"no-plan-{shown.scope}",
        lang=lang,
        question=shown.cache_key,
    )
    st.caption(t("plans.note_without", lang))


def _without(shown: "Shown") -> DataFrame:
    lang = shown.lang
    states = plans_data.by_tambon(shown.key).loc[shown.inside, "state"]
    lost = states.index[states == PlanState.NOT_RECORDED]
    key = loaders.asked("council", shown.chosen.year)
    named = loaders.labels(key, "tambon").reindex(lost)
    people = loaders.people(key)
    columns = {
        "name": named[f"name_{lang}"].fillna(named["name_th"]),
        "district": named[f"district_{lang}"],
        "province": named[f"province_{lang}"],
        "people": None if people is None else people.reindex(lost),
        "code": lost.to_series(),
    }
    table = DataFrame({t(f"ui.column_{name}", lang): value for name, value in columns.items()})
    return table.sort_values(t("ui.column_people", lang), ascending=False)


def table(found: DataFrame, lang: Lang) -> DataFrame:
    """
    Return plans as people read them; what is not told is said to be unknown.

    Parameters
    ----------
    found
        As `direction.plans.plans` gives it.
    lang
        Language of headings and names.
    """
    unknown = t("plans.unknown", lang)
    columns = {
        "state": [
            t(f"plans.late_state_{state}" if is_late else f"plans.state_{state}", lang)
            for state, is_late in zip(found["state"], found["is_late"], strict=True)
        ],
        "place": [called(row, lang) for _, row in found.iterrows()],
        "plan": [each or unknown for each in found["plan_name"]],
        "years": [words.span(row, lang) for _, row in found.iterrows()],
        "to": [each or None for each in found["submitted_to"]],
    }
    return DataFrame({t(f"plans.column_{name}", lang): each for name, each in columns.items()})


def _told(shown: "Shown", name: str, title: str) -> tuple[DataFrame, str]:
    """Return a list of plans, and as the page shows it."""
    found = plans_data.plans(shown.key, shown.scope)
    is_large = found["level"] != Level.TAMBON
    own = found[is_large if name == "large" else found["is_late"] & ~is_large]
    listed = table(own, shown.lang)
    marks = [_MARKS.get(PlanState(each), "") for each in own["state"]]
    return listed, html_table(listed.head(SHOWN), title, marks=marks[:SHOWN])


def _list(shown: "Shown", name: str) -> None:
    lang = shown.lang
    title = t(f"plans.list_{name}", lang)
    listed, html = chart.kept(f"plans_{name}", shown.cache_key, lambda: _told(shown, name, title))
    with st.container(key=f"plans_{name}"):
        st.subheader(title, anchor=False)
        if listed.empty:
            st.text(t(f"plans.list_{name}_none", lang))
            return
        st.html(html)
        if len(listed) > SHOWN:
            st.caption(t("ui.list_cut", lang, shown=SHOWN, count=f"{len(listed):,}"))
        st.download_button(
            t("ui.download", lang),
            lambda: workbook(listed, sheet=title, title=title, about=_about(shown)),
            file_name=f"plans-{name}.xlsx",
            mime=XLSX,
            key=f"download_plans_{name}",
            icon=":material/download:",
            on_click="ignore",
        )


def _about(shown: "Shown") -> tuple[str, ...]:
    return (shown.place, as_of_line(shown.key, shown.chosen))
