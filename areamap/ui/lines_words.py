"""What the page of work lines says first, what is picked, how the index is made, the ways on."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.sentences import work_lines as words
from areamap.direction.agreements import counts
from areamap.i18n import t
from areamap.measures.integration import LINES, Reach
from areamap.places.levels import Level
from areamap.ui import answer as answers
from areamap.ui import chart, choices, lines_data, loaders, map_view, picked, source, ways
from areamap.ui.lines_choice import AGENCY, AT, LINE
from areamap.ui.picked import Chip

if TYPE_CHECKING:
    from areamap.direction.work import Work
    from areamap.ui.lines_choice import Shown


def show(shown: "Shown") -> None:
    """Show the answer, what is picked, and the ways into it."""
    said = chart.kept("lines_said", shown.cache_key, lambda: _said(shown))
    holds = map_view.as_of_line(shown.key, shown.chosen)
    answers.show(t("lines.question", shown.lang), said, holds)
    _picked(shown)


def _said(shown: "Shown") -> list[str]:
    lang = shown.lang
    found = _narrowed(shown)
    if shown.agency is not None:
        name = lines_data.agency_name(shown.agency, lang)
        own = lines_data.narrowed(shown.key, shown.scope, shown.at, shown.agency)
        said = [words.of_agency(shown.place, name, own, lang)]
    else:
        said = [words.answer(shown.place, found, lang)]
    if shown.line is not None and len(found.tambons) > 1:
        said.append(words.of_line(shown.place, shown.line, found.index, lang))
    elif shown.agency is None:
        pairs = lines_data.pairs(shown.key, shown.scope, shown.at)
        said.append(words.together(pairs, lang))
    agreed = lines_data.agreements(shown.key, shown.scope)
    if not chips(shown) and len(agreed):
        said.append(words.agreements(agreed, counts(agreed), lang))
    return said


def chips(shown: "Shown") -> list[Chip]:
    """Return what is picked."""
    lang = shown.lang
    found = []
    if shown.at is not None:
        found.append(Chip(AT, shown.place))
    if shown.line is not None:
        found.append(Chip(LINE, lines_data.line_name(shown.line, lang)))
    if shown.agency is not None:
        found.append(Chip(AGENCY, lines_data.agency_name(shown.agency, lang)))
    return found


def missing(shown: "Shown") -> None:
    """Say what is not published of what only this page reads."""
    found = loaders.snapshot(shown.key).publications
    if "activity" not in found:
        st.info(t("lines.no_activities", shown.lang))


def definition(shown: "Shown") -> None:
    """Say in words what the index is, with a tambon worked out."""
    lang = shown.lang
    with st.expander(t("lines.definition_title", lang), icon=":material/functions:"):
        st.markdown(t("lines.definition", lang))
        for line in chart.kept("lines_worked", shown.cache_key, lambda: _worked(shown)):
            st.text(line)


def _worked(shown: "Shown") -> list[str]:
    lang, index = shown.lang, _narrowed(shown).index
    if not index["work_lines"].notna().any():
        return []
    # One with several lines shows most of how it is made.
    code = str(index["work_lines"].astype("Float64").astype("float64").idxmax())
    row = index.loc[[code]].iloc[0]
    name = lines_data.names(shown.key, Level.TAMBON, lang)[code]
    said = words.worked(name, row, lang)
    return [t("lines.worked", lang, name=name), "\n".join(said)]


def onward(shown: "Shown") -> None:
    """Offer what to do next: the tambon with the fewest lines, the gaps, the money."""
    lang = shown.lang
    st.subheader(t("lines.next", lang), anchor=False)
    with st.container(horizontal=True, key="onward"):
        code = chart.kept("lines_fewest", shown.cache_key, lambda: _fewest(shown))
        if code is not None:
            name = lines_data.names(shown.key, Level.TAMBON, lang)[code]
            label = t("lines.to_tambon", lang, name=picked.plain(name))
            ways.link("tambon", label, icon=":material/location_on:", scope=code, lang=lang)
        scope = shown.at or shown.scope
        gaps = t("lines.to_gaps", lang)
        ways.link("gaps", gaps, icon=":material/wrong_location:", scope=scope, lang=lang)
        money = t("lines.to_budget", lang)
        ways.link("budget", money, icon=":material/payments:", scope=scope, lang=lang)
        plans = t("lines.to_plans", lang)
        ways.link("plans", plans, icon=":material/flag:", scope=scope, lang=lang)


def sources(shown: "Shown") -> None:
    """Say where everything comes from."""
    lang = shown.lang
    source.show(shown.key, shown.chosen, shown.inside)
    activity = loaders.snapshot(shown.key).publications.get("activity")
    found = [each for each in (activity, lines_data.agreement(shown.key)) if each is not None]
    before = source.line(shown.key, shown.chosen)
    told = dict.fromkeys(source.of_publication(each, lang) for each in found)
    more = [each for each in told if each not in before]
    if more:
        with st.container(key="source_more"):
            st.text("  ·  ".join(more))


def is_one(shown: "Shown") -> bool:
    """Return whether a single tambon is looked at, in which nothing can be shared out."""
    return len(lines_data.tambons(shown.key, shown.scope, shown.at)) == 1


def _picked(shown: "Shown") -> None:
    lang = shown.lang
    told = chips(shown)
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
    choices.leave_out(AT)
    choices.choose(choices.SCOPE, code)


def _narrowed(shown: "Shown") -> "Work":
    return lines_data.narrowed(shown.key, shown.scope, shown.at)


def _fewest(shown: "Shown") -> str | None:
    """Return the tambon with the fewest lines, of those in which the line picked is not at work."""
    index = _narrowed(shown).index
    if shown.line is not None:
        index = index[index[shown.line] == Reach.NONE]
    known = index["work_lines"].astype("Float64").astype("float64").dropna()
    if known.empty or known.min() == len(LINES):
        return None
    return str(known.idxmin())
