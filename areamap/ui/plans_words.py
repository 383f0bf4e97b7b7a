"""What the page of plans and targets says first, how a target is worked out, the ways on."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.sentences import plans as words
from areamap.calendar import fiscal_year
from areamap.i18n import t
from areamap.measures.indicators import indicators
from areamap.measures.pace import Course
from areamap.measures.terms import PlanState
from areamap.ui import answer as answers
from areamap.ui import chart, choices, map_view, picked, plans_charts, plans_data, source, ways
from areamap.ui.picked import Chip
from areamap.ui.plans_choice import AT, TARGET

if TYPE_CHECKING:
    from areamap.ui.plans_choice import Shown


def missing(shown: "Shown") -> None:
    """Say which of the two registers is not published."""
    for register in (plans_data.TARGET, plans_data.PLAN):
        if plans_data.publication(shown.key, register) is None:
            st.info(t(f"plans.no_{register}_register", shown.lang))


def show(shown: "Shown") -> None:
    """Show the answer and what is picked."""
    said = chart.kept("plans_said", shown.cache_key, lambda: _said(shown))
    question = t("plans.question", shown.lang)
    answers.show(question, said, map_view.as_of_line(shown.key, shown.chosen))
    _picked(shown)


def _said(shown: "Shown") -> list[str]:
    lang = shown.lang
    said = []
    found = plans_data.targets(shown.key, shown.scope)
    if plans_data.publication(shown.key, plans_data.TARGET) is not None:
        said += [words.answer(shown.place, found, lang), words.goal(found, lang)]
    else:
        said.append(t("plans.answer_unpublished", lang, place=shown.place))
    if plans_data.publication(shown.key, plans_data.PLAN) is not None:
        year = fiscal_year(shown.key.as_of)
        states = plans_data.by_tambon(shown.key).loc[shown.inside]
        said.append(words.plans(shown.place, states, year, lang))
        said.append(words.late(plans_data.plans(shown.key, shown.scope), lang))
    return said


def worked(shown: "Shown", number: int) -> None:
    """Say how the course of a target is worked out, in words and with its own figures."""
    lang = shown.lang
    st.html(chart.kept("plans_worked", (*shown.cache_key, number), lambda: _worked(shown, number)))
    with st.expander(t("plans.definition_title", lang), icon=":material/functions:"):
        st.markdown(t("plans.definition", lang))


def _worked(shown: "Shown", number: int) -> str:
    row = plans_data.targets(shown.key, shown.scope).loc[[number]].iloc[0]
    aim = plans_data.aims(shown.key, shown.scope)[number]
    worked_ = words.worked(row, aim, shown.lang)
    said = "".join(f"<p>{answers.strong(each)}</p>" for each in worked_)
    return f'<div class="areamap-read"><section>{said}</section></div>'


def told_by(shown: "Shown") -> list[str]:
    """Return where everything comes from, as lines."""
    lang = shown.lang
    registers = [plans_data.PLAN, plans_data.TARGET]
    found = [plans_data.publication(shown.key, register) for register in registers]
    told = [source.of_publication(each, lang) for each in found if each is not None]
    return [*dict.fromkeys(told), map_view.as_of_line(shown.key, shown.chosen)]


def sources(shown: "Shown") -> None:
    """Say where everything comes from; the values of targets, from which registers."""
    lang = shown.lang
    counted = _registers(shown)
    world = plans_data.world(shown.key).publications
    more = [source.of_publication(world[name], lang) for name in counted if name in world]
    with st.container(key="source"):
        st.text("  ·  ".join(dict.fromkeys([*told_by(shown), *more])))


def onward(shown: "Shown") -> None:
    """Offer what to do next."""
    lang = shown.lang
    st.subheader(t("lines.next", lang), anchor=False)
    with st.container(horizontal=True, key="onward"):
        code = chart.kept("plans_over", shown.cache_key, lambda: _over(shown))
        if code is not None:
            ways.link(
                "tambon", t("plans.to_tambon", lang), icon=":material/location_on:",
                scope=code, lang=lang,
            )  # fmt: skip
        for page, icon in (("gaps", "wrong_location"), ("clusters", "bar_chart")):
            label = t(f"plans.to_{page}", lang)
            ways.link(page, label, icon=f":material/{icon}:", scope=shown.scope, lang=lang)
        label = t("plans.to_work_lines", lang)
        ways.link("work_lines", label, icon=":material/grid_on:", scope=shown.scope, lang=lang)


def _over(shown: "Shown") -> str | None:
    """Return the first tambon whose plan is over, or that has none on record."""
    states = plans_data.by_tambon(shown.key).loc[shown.inside, "state"]
    over = states.index[states.isin([PlanState.EXPIRED, PlanState.NOT_RECORDED])]
    return str(over[0]) if len(over) else None


def _picked(shown: "Shown") -> None:
    lang = shown.lang
    told = []
    if shown.at is not None:
        told.append(Chip(AT, shown.place))
    if shown.target is not None:
        row = plans_data.targets(shown.key, shown.scope).loc[[shown.target]].iloc[0]
        told.append(Chip(TARGET, plans_charts.target_name(row, lang)))
    if not told:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        picked.show(told, lang)
        if shown.at is not None:
            st.button(
                t("lines.go_in", lang, place=picked.plain(shown.place)),
                key="go_in",
                on_click=_go_in,
                args=(shown.at,),
                icon=":material/zoom_in_map:",
            )


def _go_in(code: str) -> None:
    choices.leave_out(AT, TARGET)
    choices.choose(choices.SCOPE, code)


def _registers(shown: "Shown") -> list[str]:
    return chart.kept("plans_registers", shown.cache_key, lambda: _counted(shown))


def _counted(shown: "Shown") -> list[str]:
    found = plans_data.targets(shown.key, shown.scope)
    counted = found[found["course"] != Course.NOT_COUNTED]
    known = [indicators().get(str(each)) for each in counted["indicator"]]
    return list(dict.fromkeys(each.register for each in known if each and each.register))
