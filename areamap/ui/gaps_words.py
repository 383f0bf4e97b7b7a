"""What the page of gaps says: its answer, what is picked, and all about one gap."""

import math
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from areamap.briefs.sentences import gaps as said
from areamap.direction import assignments
from areamap.direction.assignments import Step
from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.places import gazetteer
from areamap.ui import answer as answers
from areamap.ui import chart, choices, gaps_assign, gaps_data, map_view, picked, ways
from areamap.ui.picked import Chip

if TYPE_CHECKING:
    from areamap.ui.gaps_shown import Shown


def answer(shown: "Shown") -> None:
    """Show how many gaps there are, who lives there, where to go first, and who goes."""
    page, wording = shown.page, shown.page.wording
    sentences = chart.kept("gaps_answer", shown.key, lambda: _answer(shown))
    question = wording.say("question")
    answers.show(question, sentences, map_view.as_of_line(page.key, page.chosen))


def _answer(shown: "Shown") -> list[str]:
    page, wording = shown.page, shown.page.wording
    sentences = said.answer(shown.gaps, page.place.label(page.lang), wording)
    if len(shown.every):
        code = str(shown.every.index[0])
        mentors = shown.mentors(code)
        sentences.append(said.foremost(shown.row(code), mentors, page.rank, wording))
        sentences.append(_sent(shown))
    return sentences


def chips(shown: "Shown") -> None:
    """Show what is picked, and say of what is selected and no gap how it stands."""
    if not shown.selected:
        return
    lang, codes = shown.page.lang, shown.picked or shown.selected
    if len(codes) > 1:
        label = t("gaps.some_picked", lang, count=f"{len(codes):,}")
    elif shown.picked:
        label = said.full_name(shown.row(codes[0]), shown.page.wording)
    else:
        label = gazetteer.full_name(codes[0], lang)
    picked.show([Chip(choices.AREAS, label)], lang)
    if not shown.picked and len(codes) == 1:
        _no_gap(shown, codes[0])


def one(shown: "Shown", code: str) -> None:
    """Show all about one gap: who lives there, who can help, with whom to talk, who goes."""
    lang, wording = shown.page.lang, shown.page.wording
    row = shown.row(code)
    with st.container(border=True, key="gap"):
        st.subheader(picked.plain(said.full_name(row, wording)), anchor=False)
        for sentence in said.one(row, wording):
            st.text(sentence)
        _counterparts(shown, code)
        _mentors(shown, code)
        tambon = shown.tambons(code)[0] if shown.tambons(code) else None
        if tambon is not None:
            label = t("gaps.to_profile", lang, name=gazetteer.name(tambon, lang))
            ways.link("tambon", label, icon=":material/pin_drop:", scope=tambon, lang=lang)
    gaps_assign.show(shown, code)


def _counterparts(shown: "Shown", code: str) -> None:
    lang, rows = shown.page.lang, shown.counterparts(code)
    if rows:
        st.text(t("gaps.counterpart", lang, names=said.counterpart(rows, lang)))
    else:
        known = shown.gaps.has_authorities
        st.text(t("gaps.counterpart_none" if known else "gaps.counterpart_unknown", lang))


def _mentors(shown: "Shown", code: str) -> None:
    lang = shown.page.lang
    st.markdown(f"**{t('gaps.mentors', lang)}**")
    rows = shown.mentors(code).to_dict("records")
    if not rows:
        on_map = not pd.isna(shown.row(code)["neighbours"])
        st.text(t("gaps.mentors_none" if on_map else "gaps.mentors_no_map", lang))
        return
    for place, row in enumerate(rows):
        tambon = str(row["tambon_code"])
        with st.container(key=f"mentor_{place}"):
            ways.link(
                "tambon",
                picked.plain(said.mentor(row, lang)),
                icon=":material/handshake:",
                scope=tambon,
                lang=lang,
            )
            st.caption(said.why_strong(row, lang))
    middle = gaps_data.around(shown.page.wide, shown.page.key).middle_groups
    known = t("gaps.middle_unknown", lang) if math.isnan(middle) else f"{middle:,.0f}"
    with st.expander(t("gaps.mentors_how", lang)):
        st.write(t("gaps.mentors_rule", lang, middle=known))


def _no_gap(shown: "Shown", tambon: str) -> None:
    """Say of a tambon that is selected and is no gap how it stands."""
    lang, chosen = shown.page.lang, shown.page.chosen
    states = shown.gaps.states["state"]
    if chosen.basis != Basis.TAMBON or tambon not in states.index:
        return
    state = t(f"ui.look_{chosen.theme}_{states[tambon]}", lang)
    name = gazetteer.full_name(tambon, lang)
    with st.container(key="no_gap"):
        st.text(t("gaps.is_none", lang, name=name, state=state))


def _sent(shown: "Shown") -> str:
    """Return how many of the gaps somebody was sent to, and how far they are."""
    lang, gaps = shown.page.lang, shown.gaps.found
    own = shown.frame[shown.frame.index.isin(gaps.index)]
    if own.empty:
        return ""
    parts = [t("gaps.assign_sum", lang, count=f"{len(own):,}", gaps=f"{len(gaps):,}")]
    steps = own["step"].value_counts()
    told = {str(step): f"{int(steps.get(str(step), 0)):,}" for step in (Step.VISITED, Step.DONE)}
    parts.append(t("gaps.assign_steps", lang, **told))
    late = len(assignments.overdue(own, shown.page.key.as_of))
    if late:
        parts.append(t("gaps.assign_late", lang, count=f"{late:,}"))
    return " · ".join(parts)
