"""The published figures beside what the registers count, as a table that folds up on a phone."""

from html import escape
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from areamap.i18n import Lang, t
from areamap.measures.reconciliation import ABOUT_PCT
from areamap.quality import words
from areamap.ui.quality_html import region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.ui.quality_choice import Chosen

_COLUMNS: Final = {
    "verdict": "",
    "figure": "",
    "said": "number",
    "counted": "number",
    "difference": "number",
    "source": "",
}
"""The columns, and the class of their cells."""


def show(chosen: "Chosen") -> None:
    """Show every figure of the area with its verdict and what may make it differ."""
    lang = chosen.lang
    st.header(t("quality.figures", lang), anchor=False)
    if chosen.figures.empty:
        st.info(t("quality.figures_none", lang))
        return
    st.caption(t("quality.figures_rule", lang, tolerance=f"{ABOUT_PCT:g}"))
    lines = chosen.figures.to_dict("records")
    order = ("differs", "fits", "not_known", "not_counted")
    lines.sort(key=lambda line: (order.index(line["verdict"]), not line["causes"]))
    st.html(_table(lines, lang))


def _table(lines: "Sequence[dict[Any, Any]]", lang: Lang) -> str:
    head = "".join(
        f'<th class="{kind}">{escape(t(f"quality.column_{name}", lang))}</th>'
        for name, kind in _COLUMNS.items()
    )
    body = "".join(_rows(line, lang) for line in lines)
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return region(table, t("quality.figures", lang), "areamap-figures")


def _rows(line: "dict[Any, Any]", lang: Lang) -> str:
    unit, verdict = line["unit"], line["verdict"]
    said = words.said(line["said"], line["qualifier"], unit, lang)
    if pd.notna(line["out_of"]):
        of = words.amount(line["out_of"], "", lang)
        said = t("quality.out_of", lang, value=said, out_of=of)
    name = words.indicator(line["indicator"], lang)
    when = words.when(line["said_on"], line["first_year"], line["last_year"], lang)
    shown = escape(t(f"quality.verdict_{verdict}", lang))
    cells = (
        f'<span class="areamap-verdict areamap-{verdict}">{shown}</span>',
        f"<b>{escape(name)}</b><small>{escape(line[f'name_{lang}'])}</small>",
        escape(said),
        escape(words.amount(line["counted"], unit, lang)),
        escape(_difference(line["difference"])),
        f"{escape(when)}<small>{escape(line['source'])}</small>",
    )
    told = "".join(
        f'<td class="{kind}" data-label="{escape(t(f"quality.column_{column}", lang))}">{cell}</td>'
        for (column, kind), cell in zip(_COLUMNS.items(), cells, strict=True)
    )
    return f'<tr class="areamap-figure">{told}</tr>{_causes(line, lang)}'


def _causes(line: "dict[Any, Any]", lang: Lang) -> str:
    found = [words.cause(cause, line["unit"], lang) for cause in line["causes"]]
    if not found:
        return ""
    items = "".join(f"<li>{escape(each)}</li>" for each in found)
    label = escape(t("quality.causes", lang))
    return (
        f'<tr class="areamap-causes"><td></td><td colspan="5">'
        f"<span>{label}</span><ul>{items}</ul></td></tr>"
    )


def _difference(value: float | None) -> str:
    if value is None or pd.isna(value):
        return "–"
    shown = f"{value:+,.0f}" if value == round(value) else f"{value:+,.2f}"
    return "0" if value == 0 else shown.replace("-", "−")
