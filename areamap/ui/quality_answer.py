"""The answer to the question of the quality page: in a sentence, and in numbers by severity."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.calendar import format_date
from areamap.i18n import t
from areamap.measures.findings import Severity
from areamap.measures.reconciliation import Verdict
from areamap.quality import words
from areamap.ui import home

if TYPE_CHECKING:
    from areamap.ui.quality_choice import Chosen


def show(chosen: "Chosen") -> None:
    """Show whether it can be said in public, and how much stands against it."""
    lang = chosen.lang
    is_checked = bool(home.workspace().quality.world().in_force)
    is_open = chosen.findings[chosen.findings["note"].isna()]
    counts = is_open["severity"].value_counts()
    with st.container(key="answer"):
        st.caption(t("quality.question", lang))
        st.markdown(_answer(chosen, {str(each): int(counts.get(each, 0)) for each in Severity}))
        st.caption(_figures(chosen))
    if not is_checked:
        # No contradiction among data that are not there says nothing.
        return
    with st.container(horizontal=True, key="severities"):
        for severity in Severity:
            _metric(f"severity_{severity}", int(counts.get(severity, 0)), chosen)
        _metric("explained", len(chosen.findings) - len(is_open), chosen)


def _answer(chosen: "Chosen", counts: dict[str, int]) -> str:
    """Return the verdict, and which checks it doesn't rest on because they could not run."""
    lang, quality = chosen.lang, home.workspace().quality
    if not quality.world().in_force:
        return t("quality.answer_nothing", lang)
    unrun = quality.unrun()
    if counts[Severity.WRONG]:
        key = "wrong"
    elif counts[Severity.DOUBT]:
        key = "doubt"
    else:
        key = "fine_so_far" if unrun else "fine"
    told = {name: f"{count:,}" for name, count in counts.items()}
    answer = t(f"quality.answer_{key}", lang, **told)
    if not unrun:
        return answer
    left = t("quality.answer_unrun", lang, count=len(unrun), checks=words.unrun(unrun, lang))
    return f"{answer} · {left}"


def _figures(chosen: "Chosen") -> str:
    lang, figures = chosen.lang, chosen.figures
    day = t("quality.as_of", lang, day=format_date(chosen.today, lang))
    if figures.empty:
        return f"{t('quality.answer_no_figures', lang)} · {day}"
    verdicts = figures["verdict"].value_counts()
    known = {each: int(verdicts.get(each, 0)) for each in (Verdict.FITS, Verdict.DIFFERS)}
    told = {
        "count": len(figures),
        "fits": known[Verdict.FITS],
        "differs": known[Verdict.DIFFERS],
        "unknown": len(figures) - sum(known.values()),
    }
    return f"{t('quality.answer_figures', lang, **told)} · {day}"


def _metric(name: str, count: int, chosen: "Chosen") -> None:
    with st.container(key=f"count_{name}", width="content"):
        st.metric(
            t(f"quality.{name}", chosen.lang),
            f"{count:,}",
            help=t(f"quality.{name}_help", chosen.lang),
        )
