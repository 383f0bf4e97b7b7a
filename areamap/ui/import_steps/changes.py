"""Step four: what a publication would change, by province with baht, closed fiscal years apart."""

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st
from pandas import DataFrame

from areamap.calendar import format_date, format_year
from areamap.i18n import Lang, t
from areamap.imports import SHRINKS_FROM, Mode
from areamap.measures.states import Theme
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.html_table import html_table
from areamap.ui.import_steps import fall_map, paging, wording, writing

if TYPE_CHECKING:
    from areamap.imports import Changes, Work
    from areamap.store import Publication

_MODES: Final[tuple[Mode, ...]] = ("provinces", "add", "all")
KINDS: Final = ("added", "changed", "gone")
_PAGE: Final = 50


def show(work: "Work", lang: Lang) -> None:
    """Show how a publication of the draft would differ from what is in force."""
    mode = pick_mode(work, lang)
    if work.draft.register in set(Theme):
        st.caption(t("importing.silence", lang))
    changes = home.workspace().imports.changes(work.kept.id, mode)
    show_since(changes, lang)
    show_changes(changes, work.draft.register, lang, name=f"{work.kept.id}_{mode}")


def pick_mode(work: "Work", lang: Lang) -> Mode:
    """
    Show what the file is to replace, and return what is chosen; remembered between steps.

    By default the file replaces the provinces that it speaks of, so that a list of one province
    does not empty the others. Where nothing is in force there is nothing to ask.
    """
    if home.workspace().store.in_force(work.draft.register, sample=False) is None:
        st.caption(t("importing.mode_first", lang))
        return "all"
    kept = f"kept_mode_{work.kept.id}"
    chosen = st.radio(
        t("importing.mode", lang),
        _MODES,
        index=_MODES.index(st.session_state.get(kept, _MODES[0])),
        format_func=lambda mode: t(f"importing.mode_{mode}", lang),
        captions=[t(f"importing.mode_{mode}_help", lang) for mode in _MODES],
        key=f"mode_{work.kept.id}",
        horizontal=True,
    )
    st.session_state[kept] = chosen
    return chosen


def show_since(changes: "Changes", lang: Lang) -> None:
    """Say what others published since the draft was begun."""
    if not changes.since:
        return
    lines = [_publication(each, lang) for each in changes.since]
    st.warning(
        t("importing.since", lang, count=len(lines))
        + "\n\n"
        + "\n".join(f"- {writing.plain(line)}" for line in lines)
    )


def show_changes(changes: "Changes", register: str, lang: Lang, *, name: str) -> None:
    """
    Show what differs: sums, map, provinces, closed years apart, then the rows.

    Parameters
    ----------
    changes
        As the import desk gives them.
    register
        Id of the register.
    lang
        Language of the page.
    name
        Names the widgets.
    """
    if changes.rows.empty:
        st.success(t("importing.no_changes", lang))
        return
    counts = changes.rows["change"].value_counts()
    with st.container(horizontal=True, key="change_counts"):
        for kind in KINDS:
            label = t(f"importing.change_{kind}", lang)
            st.metric(label, f"{int(counts.get(kind, 0)):,}", width="content")
    if changes.shrink_pct > SHRINKS_FROM:
        st.warning(t("importing.shrinks", lang, share=f"{changes.shrink_pct:.0f}"))
    if len(changes.closed_years):
        _show_closed(changes.closed_years, register, lang, name)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        has_money = definitions.load(register).money is not None
        st.html(_by_province(changes.by_province, lang, has_money=has_money))
        with st.expander(t("importing.changed_rows", lang, count=len(changes.rows))):
            show_rows(changes.rows, register, lang, name=f"changes_{name}")
    with right:
        fall_map.show_changes(changes.rows, name="changes", lang=lang)


def show_rows(rows: DataFrame, register: str, lang: Lang, *, name: str) -> None:
    """Show changed rows: what was before, what is after, and in which columns."""
    shown = paging.page(rows, _PAGE, name=name, lang=lang)
    table = DataFrame([_row(row, register, lang) for row in shown.itertuples()])
    filled = [column for column in table.columns if table[column].ne("").any()]
    marks = [f"areamap-{change}" for change in shown["change"]]
    st.html(html_table(table[filled], t("importing.changes", lang), marks=marks))


def _show_closed(closed: DataFrame, register: str, lang: Lang, name: str) -> None:
    years = years_of(closed, lang)
    with st.container(border=True, key="closed_years"):
        st.markdown(f"**{t('importing.closed', lang, years=years, count=len(closed))}**")
        st.caption(t("importing.closed_help", lang))
        show_rows(closed, register, lang, name=f"closed_{name}")


def years_of(closed: DataFrame, lang: Lang) -> str:
    """Return the fiscal years of changed rows, as text."""
    years = sorted(closed["fiscal_year"].dropna().unique())
    return ", ".join(format_year(int(year), lang) for year in years)


def _by_province(found: DataFrame, lang: Lang, *, has_money: bool) -> str:
    columns: dict[str, object] = {
        t("importing.column_province", lang): [
            wording.area(str(code), lang) if isinstance(code, str) else t("ui.unknown", lang)
            for code in found.index
        ]
    }
    for kind in KINDS:
        columns[t(f"importing.change_{kind}", lang)] = found[kind].to_numpy()
    decimals: dict[str, int] = {}
    if has_money:
        before, after = found["baht_before"].astype(float), found["baht_after"].astype(float)
        # One form for the whole table: figures with and without satang can't be read in a column.
        satang = 2 if (before % 1).any() or (after % 1).any() else 0
        for key, baht in (("before", before), ("after", after), ("difference", after - before)):
            heading = t(f"importing.baht_{key}", lang)
            columns[heading] = baht.to_numpy()
            decimals[heading] = satang
    return html_table(DataFrame(columns), t("importing.changes", lang), decimals=decimals)


def _row(row: wording.Row, register: str, lang: Lang) -> dict[str, str]:
    labels = {column.name: column.label(lang) for column in definitions.load(register).all_columns}
    return {
        t("importing.column_change", lang): t(f"importing.change_{row.change}", lang),
        t("importing.column_area", lang): (
            wording.area(row.area_code, lang) if isinstance(row.area_code, str) else ""
        ),
        t("importing.column_year", lang): (
            "" if pd.isna(row.fiscal_year) else format_year(int(row.fiscal_year), lang)
        ),
        t("importing.column_columns", lang): ", ".join(
            labels.get(str(each), str(each)) for each in row.columns
        ),
        t("importing.column_before", lang): row.before or "",
        t("importing.column_after", lang): row.after or "",
    }


def _publication(each: "Publication", lang: Lang) -> str:
    made = each.created_at.astimezone()
    return t(
        "importing.since_line",
        lang,
        number=each.id,
        by=each.created_by or "–",
        file=each.file_name,
        moment=f"{format_date(made.date(), lang)} {made:%H:%M}",
    )
