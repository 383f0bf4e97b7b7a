"""Correcting fields in a grid: what a row says, by the register's columns, as text."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st
from pandas import DataFrame

from areamap.calendar import BUDDHIST_OFFSET
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps import paging, wording, writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from areamap.imports import Work
    from areamap.registers.columns import Column
    from areamap.registers.drafts import Draft
    from areamap.store import Decision

_PAGE: Final = 100
_ROW: Final = "__row"
_WHY: Final = "__why"
_TALLEST: Final = 460
_LINE: Final = 36


def offer(work: "Work", states: "Sequence[str]", lang: Lang, *, expanded: bool) -> None:
    """
    Offer the rows of some states in a grid; what is changed there is kept as decisions.

    Parameters
    ----------
    work
        The draft as it stands.
    states
        Which states.
    lang
        Language of the page.
    expanded
        Whether the grid is open at first.
    """
    found = work.draft.rows[work.draft.rows["status"].isin(states)]
    if found.empty:
        return
    with st.expander(t("importing.grid", lang), expanded=expanded, icon=":material/edit:"):
        st.caption(t("importing.grid_how", lang))
        name = f"grid_{work.kept.id}_{states[0]}"
        part = paging.page(found, _PAGE, name=name, lang=lang)
        shown = told_first(texts(part, work.draft.register, written(work.draft), lang=lang))
        key = f"{name}_{work.kept.version}_{part.index[0]}"
        several = wording.several_sheets(work.draft)
        st.data_editor(
            _with_reasons(shown, part, lang, several=several),
            key=key,
            hide_index=True,
            disabled=[_ROW, _WHY],
            column_config=_columns(shown, work.draft.register, lang),
            height=min(_TALLEST, _LINE * (len(shown) + 1) + 4),
        )
        edited = st.session_state.get(key, {}).get("edited_rows", {})
        made = corrections(part, edited)
        st.button(
            t("importing.grid_save", lang, count=len(made)),
            key=f"{name}_save",
            type="primary",
            disabled=not made,
            on_click=_save,
            args=(work.kept.id, made),
        )


def texts(
    rows: DataFrame, register: str, written: DataFrame | None = None, *, lang: Lang = "th"
) -> DataFrame:
    """
    Return what rows say, by the register's columns that they or the file have, as text.

    A code is shown in a word that can be typed in its place, a day as 15/3/2559.

    Parameters
    ----------
    rows
        As `Draft.rows`.
    register
        Id of the register.
    written
        What the file says, as by `written`: a row that can't be read shows what it can't be read
        for, to be mended there.
    lang
        Language of the words.

    Returns
    -------
    DataFrame
        Index of `rows`; str, `""` where there is nothing. The register's required columns always.
    """
    said = DataFrame() if written is None else written.reindex(rows.index)
    kept = [
        column
        for column in definitions.load(register).all_columns
        if column.name in rows
        and (column.required or rows[column.name].notna().any() or column.name in said)
    ]
    shown = DataFrame(
        {
            column.name: [_text(value, column, lang) for value in rows[column.name]]
            for column in kept
        },
        index=rows.index,
        dtype="str",
    )
    unread = rows["status"].eq("rejected") if "status" in rows else False
    for name in said.columns.intersection(shown.columns):
        shown[name] = shown[name].mask(shown[name].eq("") & unread, said[name].map(_plain))
    return shown


def told_first(shown: DataFrame) -> DataFrame:
    """Return the columns in which something stands before the empty ones: what is to be mended."""
    return shown[sorted(shown.columns, key=lambda name: not any(shown[name]))]


def written(draft: "Draft") -> DataFrame:
    """Return the cells of a draft's file by the register's columns, as text; index of its rows."""
    found = DataFrame(index=draft.cells.index)
    for heading, name in draft.columns.items():
        if heading in draft.cells:
            cells = draft.cells[heading].astype(object)
            found[name] = found[name].combine_first(cells) if name in found else cells
    return found


def corrections(
    rows: DataFrame, edited: "Mapping[int, Mapping[str, str | None]]"
) -> "list[Decision]":
    """
    Return what was changed in the grid as decisions.

    Parameters
    ----------
    rows
        The rows that the grid shows, in its order.
    edited
        Place in the grid to what was typed, by column, as `st.data_editor` keeps it.
    """
    from areamap.store import Decision  # noqa: PLC0415 - only for who decides

    return [
        Decision(
            sheet=str(rows["sheet"].iloc[place]),
            row=int(rows["row"].iloc[place]),
            action="correct",
            column=name,
            value=value or None,
        )
        for place, changed in edited.items()
        for name, value in changed.items()
        if name not in {_ROW, _WHY}
    ]


def _text(value: Any, column: "Column", lang: Lang) -> str:  # noqa: ANN401 - whatever it holds
    if isinstance(value, str) and column.choices:
        return column.word(value, lang)
    if column.type == "date" and isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year + BUDDHIST_OFFSET}"
    return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - whatever a register holds
    return "" if value is None or pd.isna(value) else str(value)


def _with_reasons(shown: DataFrame, part: DataFrame, lang: Lang, *, several: bool) -> DataFrame:
    lines = list(part.itertuples())
    numbers = [wording.number(row, lang, several=several) for row in lines]
    reasons = [wording.reason(row, lang) for row in lines]
    return DataFrame({_ROW: numbers, **shown, _WHY: reasons}, index=shown.index)


def _columns(shown: DataFrame, register: str, lang: Lang) -> dict[str, Any]:
    config = st.column_config.TextColumn
    found = definitions.load(register)
    return {
        _ROW: config(t("importing.column_row", lang), pinned=True),
        **{name: config(found.column(name).label(lang)) for name in shown.columns},
        _WHY: config(t("importing.column_reason", lang), width="large"),
    }


def _save(draft: int, made: "list[Decision]") -> None:
    desk = home.workspace().imports
    if writing.done(lambda by: desk.decide(draft, made, by=by)):
        writing.say("done", "importing.corrected", count=len(made))
