"""The agreements on the page of work lines: who signed, until when, what ends soon."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st
from pandas import DataFrame, Series

from areamap.briefs.sentences import work_lines as words
from areamap.briefs.sentences.areas import called
from areamap.briefs.workbook import workbook
from areamap.calendar import format_date
from areamap.direction.agreements import counts, parts
from areamap.i18n import Lang, t
from areamap.measures.leverage import agencies
from areamap.measures.terms import Term
from areamap.ui import answer, chart, lines_data
from areamap.ui.gap_list import SHOWN, XLSX
from areamap.ui.html_table import html_table
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from areamap.ui.lines_choice import Shown

_MARKS: Final = {Term.ENDS_SOON: "areamap-changed", Term.ENDED: "areamap-gone"}


def show(shown: "Shown") -> None:
    """Show the agreements of the area looked at, or of the one picked in it, and around it."""
    lang = shown.lang
    title = t("lines.agreements_title", lang)
    with st.container(key="agreements"):
        st.subheader(title, anchor=False)
        if lines_data.agreement(shown.key) is None:
            st.info(t("lines.agreements_unpublished", lang))
            return
        said, listed, html = chart.kept("agreements", shown.cache_key, lambda: _told(shown))
        st.html(
            f"<p class='areamap-said'>{answer.strong(said or t('lines.no_agreement', lang))}</p>"
        )
        if listed.empty:
            return
        st.html(html)
        if len(listed) > SHOWN:
            st.caption(t("ui.list_cut", lang, shown=SHOWN, count=f"{len(listed):,}"))
        st.caption(t("lines.note_agreements", lang))
        st.download_button(
            t("ui.download", lang),
            lambda: workbook(
                listed,
                sheet=title,
                title=title,
                about=(shown.place, as_of_line(shown.key, shown.chosen)),
            ),
            file_name="agreements.xlsx",
            mime=XLSX,
            key="download_agreements",
            icon=":material/download:",
            on_click="ignore",
        )


def _told(shown: "Shown") -> tuple[str, DataFrame, str]:
    """Return what is said of the agreements, all of them, and their list on the page."""
    lang = shown.lang
    found = lines_data.agreements(shown.key, shown.at or shown.scope)
    if shown.agency is not None:
        found = found[[signed_by(each, shown.agency) for each in found["parties"]]]
    if found.empty:
        return "", found, ""
    listed = table(found, lang)
    marks = [_MARKS.get(Term(each), "") for each in found["term"]]
    title = t("lines.agreements_title", lang)
    html = html_table(listed.head(SHOWN), title, marks=marks[:SHOWN])
    return words.agreements(found, counts(found), lang), listed, html


def table(found: DataFrame, lang: Lang) -> DataFrame:
    """
    Return agreements as people read them; what is not told is said to be unknown.

    Parameters
    ----------
    found
        As `direction.agreements.agreements` gives it.
    lang
        Language of headings and names.
    """
    unknown = t("lines.unknown", lang)
    columns = {
        "state": [t(f"lines.term_{term}", lang) for term in found["term"]],
        "ends": [
            _ends(day, computed=bool(computed), lang=lang)
            for day, computed in zip(found["ends"], found["is_computed"], strict=True)
        ],
        "place": [called(row, lang) for _, row in found.iterrows()],
        "parties": [", ".join(parts(each)) or unknown for each in found["parties"]],
        "signed": [unknown if pd.isna(day) else _day(day, lang) for day in found["signed_date"]],
        "years": [unknown if pd.isna(each) else f"{each}" for each in found["term_years"]],
        "scopes": [
            _scopes(text, count, lang)
            for text, count in zip(found["scopes"], found["scope_count"], strict=True)
        ],
        "agreement": [each or unknown for each in found["agreement_name"]],
    }
    return DataFrame({t(f"lines.column_{name}", lang): each for name, each in columns.items()})


def signed_by(parties: str, agency: str) -> bool:
    """Return whether an agency, by its key, is one of the parties that a cell names."""
    return agency in set(agencies(Series(parts(parties), dtype="str")))


def _ends(day: Any, *, computed: bool, lang: Lang) -> str:  # noqa: ANN401 - a date or missing
    if pd.isna(day):
        return t("lines.unknown", lang)
    said = _day(day, lang)
    return t("lines.by_term", lang, day=said) if computed else said


def _scopes(text: str, count: Any, lang: Lang) -> str:  # noqa: ANN401 - a number or missing
    named = ", ".join(parts(text))
    if named:
        return named
    if pd.isna(count):
        return t("lines.unknown", lang)
    return t("lines.scopes_unnamed", lang, count=int(count))


def _day(day: Any, lang: Lang) -> str:  # noqa: ANN401 - a date of pandas
    return format_date(pd.Timestamp(day).date(), lang)
