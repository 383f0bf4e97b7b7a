"""The gaps in their order: a list to choose from, and all that is known of them as a table."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from areamap.briefs import gap_lists
from areamap.briefs.sentences import gaps as said
from areamap.briefs.sentences.gaps import Wording
from areamap.briefs.workbook import workbook
from areamap.direction.assignment_lists import mark
from areamap.i18n import t
from areamap.ui import (
    chart,
    choices,
    gaps_assign,
    gaps_choice,
    gaps_shown,
    loaders,
    map_view,
    source,
    subjects,
)
from areamap.ui.gap_list import SHOWN, XLSX
from areamap.ui.html_table import html_table
from areamap.ui.import_steps import paging
from areamap.ui.picked import plain

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.ui.gaps_shown import Shown

ROWS: Final = 8
"""So many gaps stand beside the map at once."""


def show(shown: "Shown") -> None:
    """Show the gaps to choose from, most urgent first."""
    page, ranked = shown.page, shown.ranked
    if ranked.empty:
        if not shown.gaps.unknown.empty:
            st.info(t("gaps.unknown_below", page.lang))
            return
        _nothing(shown)
        return
    st.subheader(t("gaps.list", page.lang), anchor=False)
    gaps_choice.order(page.lang)
    name = f"gaps_{page.chosen.scope}_{page.rank}"
    rows = paging.page(ranked, ROWS, name=name, lang=page.lang)
    codes = tuple(map(str, rows.index))
    told = chart.kept("gap_rows", (*shown.key, codes), lambda: _rows(shown, codes))
    with st.container(key="gap_rows"):
        for each in told:
            _show_row(shown, each)


def _nothing(shown: "Shown") -> None:
    """Say that none is lacking here, and offer what is lacking in the other themes."""
    page, lang = shown.page, shown.page.lang
    st.success(page.wording.say("nothing", place=page.place.label(lang)))
    for theme in subjects.STATED:
        if theme == page.chosen.theme:
            continue
        key = loaders.asked(theme, page.chosen.year)
        count = len(loaders.gaps(key, page.chosen.basis, page.chosen.scope))
        if count:
            other = Wording(theme, page.chosen.basis, lang)
            st.button(
                other.say("other_theme", count=other.units(count)),
                key=f"other_{theme}",
                on_click=choices.choose,
                args=(choices.THEME, theme),
                icon=":material/arrow_forward:",
            )


def table(shown: "Shown") -> None:
    """Show all that is known of the gaps as a table, and offer it as a workbook."""
    if shown.ranked.empty:
        return
    page, lang = shown.page, shown.page.lang
    left, right = st.columns([3, 2], vertical_alignment="center")
    title = mark(page.chosen.theme, page.chosen.basis, lang)
    left.subheader(title, anchor=False)
    about = (page.place.label(lang), *_about(shown))
    right.download_button(
        t("gaps.download", lang),
        lambda: workbook(_table(shown, shown.ranked), sheet=title, title=title, about=about),
        file_name=f"{page.file}.xlsx",
        mime=XLSX,
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
    )
    st.html(chart.kept("gaps_table", shown.key, lambda: _html(shown, title)))
    if len(shown.ranked) > SHOWN:
        count = f"{len(shown.ranked):,}"
        st.caption(t("ui.list_cut", lang, shown=SHOWN, count=count))


def _about(shown: "Shown") -> tuple[str, ...]:
    page = shown.page
    lines = (map_view.as_of_line(page.key, page.chosen), source.line(page.key, page.chosen))
    return (*dict.fromkeys(lines), t("gaps.about_back", page.lang))


def _html(shown: "Shown", title: str) -> str:
    found = _table(shown, shown.ranked.head(SHOWN))
    code = t("gaps.column_code", shown.page.lang)
    return html_table(found.drop(columns=[code]), title)


def _table(shown: "Shown", rows: "DataFrame") -> "DataFrame":
    return gap_lists.gap_table(shown.gaps, rows, shown.frame, shown.page.wording)


@dataclass(frozen=True, slots=True)
class _Row:
    """A gap in the list: what its button says and picks, and what stands below."""

    code: str
    label: str
    tambons: tuple[str, ...]
    text: str


def _show_row(shown: "Shown", row: _Row) -> None:
    st.button(
        row.label,
        key=f"gap_{row.code}",
        on_click=gaps_shown.pick,
        args=(row.code, row.tambons, shown.page.chosen.basis),
        type="tertiary",
        width="stretch",
    )
    st.text(row.text)


def _rows(shown: "Shown", codes: tuple[str, ...]) -> list[_Row]:
    places = shown.ranked.index.get_indexer(pd.Index(codes)) + 1
    return [_row(shown, code, int(place)) for code, place in zip(codes, places, strict=True)]


def _row(shown: "Shown", code: str, place: int) -> _Row:
    lang, row = shown.page.lang, shown.row(code)
    label = f"{place:,} · {said.full_name(row, shown.page.wording)}"
    parts = [said.short(row, lang)]
    mentors = shown.mentors(code)
    if len(mentors):
        near = gap_lists.mentors_short(mentors.head(1).to_dict("records"), lang)
        parts.append(t("gaps.mentor_short", lang, mentor=near))
    sent = gaps_assign.said(shown.kept.get(code), lang)
    parts += [sent] if sent else []
    text = " · ".join(part for part in parts if part and not pd.isna(part))
    return _Row(code, plain(label), shown.tambons(code), text)
