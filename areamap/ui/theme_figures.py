"""The figures that are read first of work lines and of two registers, each with basis and day."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import t
from areamap.measures.coverage import COVERED, GAP
from areamap.measures.integration import LINES, Reach
from areamap.ui import loaders
from areamap.ui.map_view import as_of_line
from areamap.workspace import PAIRS

if TYPE_CHECKING:
    from pandas import DataFrame, Series

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked


def of_integration(key: "Asked", chosen: "Choices", found: "DataFrame") -> None:
    """
    Show how many work lines the tambons of an area have, and where each line is at work.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    found
        As `Snapshot.integration` gives it for the area.
    """
    lang = chosen.lang
    lines = found["work_lines"]
    known = lines.dropna()
    unknown = t("ui.rate_unknown", lang)

    def told(count: int) -> str:
        return unknown if known.empty else f"{count:,}"

    with st.container(key="rate"):
        middle = unknown if known.empty else f"{known.median():g}"
        st.metric(t("themes.median_lines", lang), middle, help=t("themes.median_help", lang))
        counts = {"some": f"{int((known > 0).sum()):,}", "areas": f"{len(lines):,}"}
        if len(known):
            st.markdown(t("themes.some_lines", lang, **counts))
    st.caption(as_of_line(key, chosen))
    one, two, three = st.columns(3)
    with one.container(key="gap"):
        st.metric(t("themes.no_lines", lang), told(int((known == 0).sum())))
    two.metric(t("ui.unknown", lang), f"{int(lines.isna().sum()):,}")
    three.metric(t("themes.all_lines", lang), told(int((known == len(LINES)).sum())))
    if known.empty:
        return
    at_work = {line: int((found[str(line)] == Reach.AT_WORK).sum()) for line in LINES}
    said = [f"{t(f'measures.work_line_{line}', lang)} **{n:,}**" for line, n in at_work.items()]
    st.markdown(" · ".join(said))


def of_pair(key: "Asked", chosen: "Choices", states: "tuple[Series, Series]") -> None:
    """
    Show how many areas have both, one, or neither of two things.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    states
        States of both registers, as `theme_views.pair_states` gives them.
    """
    lang = chosen.lang
    one, other = states
    has, lacks = (one.isin(COVERED), other.isin(COVERED)), (one.isin(GAP), other.isin(GAP))
    areas, both = len(one), int((has[0] & has[1]).sum())
    is_known = bool((has[0] | lacks[0]).any() and (has[1] | lacks[1]).any())
    with st.container(key="rate"):
        rate = f"{both / areas * 100:.1f} %" if areas and is_known else t("ui.rate_unknown", lang)
        st.metric(t("themes.both", lang), rate, help=t("ui.rate_help", lang))
        basis = t(f"ui.basis_{chosen.basis}", lang)
        counts = {"covered": f"{both:,}", "areas": f"{areas:,}"}
        if is_known:
            st.markdown(t("ui.rate_of", lang, basis=basis, **counts))
    st.caption(as_of_line(key, chosen))

    def told(those: "Series") -> str:
        return f"{int(those.sum()):,}" if is_known else t("ui.rate_unknown", lang)

    left, middle, right = st.columns(3)
    with left.container(key="gap"):
        st.metric(t("themes.neither", lang), told(lacks[0] & lacks[1]))
    first, second = (t(f"themes.only_{register}", lang) for register in PAIRS[chosen.pair])
    middle.metric(first, told(has[0] & lacks[1]))
    right.metric(second, told(has[1] & lacks[0]))


def lines_of(key: "Asked", chosen: "Choices", code: str) -> list[str]:
    """
    Return what is known of one tambon: its work lines, or both registers.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    code
        `area_code` of the tambon.
    """
    lang = chosen.lang
    if chosen.theme == "integration":
        row = loaders.integration(key, chosen.scope)
        if code not in row.index:
            return []
        found = row.loc[code]
        names = {line: t(f"measures.work_line_{line}", lang) for line in LINES}
        return [
            f"{name}: {t(f'measures.reach_{found[str(line)]}', lang)}"
            for line, name in names.items()
        ]
    lines = []
    for register in PAIRS[chosen.pair]:
        states = loaders.side(key, register, chosen.basis)
        name = t(f"ui.theme_{register}", lang)
        for own, who in _areas(key, chosen, code).items():
            said = t(f"ui.look_{register}_{states[own]}", lang)
            lines.append(f"{name}: {who}{said}")
    return lines


def _areas(key: "Asked", chosen: "Choices", code: str) -> dict[str, str]:
    """Return the areas of the basis in a tambon, with what is said before each."""
    if chosen.basis == "tambon":
        return {code: ""}
    pieces = loaders.snapshot(key).ground.pieces
    here = pieces.loc[pieces["tambon_code"] == code, "authority_code"].dropna()
    names = loaders.authority_names(key)[f"name_{chosen.lang}"]
    return {own: f"{names.get(own, own)}: " for own in here}
