"""How old the data are: provinces by registers, in days."""

from html import escape
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from areamap.calendar import format_date, format_year
from areamap.i18n import Lang, t
from areamap.places import gazetteer
from areamap.quality import words
from areamap.registers import definitions
from areamap.ui.quality_html import region

if TYPE_CHECKING:
    from areamap.ui.quality_choice import Chosen

_QUARTER: Final = 92
_YEAR: Final = 366


def show(chosen: "Chosen") -> None:
    """Show the age of the newest row of each province in each register."""
    lang = chosen.lang
    st.header(t("quality.freshness", lang), anchor=False)
    if chosen.freshness.empty:
        st.info(t("quality.freshness_none", lang))
        return
    st.caption(t("quality.freshness_rule", lang))
    lines = chosen.freshness.to_dict("records")
    known = {(line["province_code"], line["register"]): line for line in lines}
    registers = [name for name in definitions.ids() if name in set(chosen.freshness["register"])]
    head = "".join(
        f'<th class="number">{escape(words.register(name, lang))}</th>' for name in registers
    )
    body = "".join(
        f"<tr><th>{escape(gazetteer.name(code, lang))}</th>"
        + "".join(_cell(known.get((code, name)), lang) for name in registers)
        + "</tr>"
        for code in sorted(set(chosen.freshness["province_code"]))
    )
    table = f"<thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody>"
    st.html(region(table, t("quality.freshness", lang), "areamap-ages"))


def _cell(line: dict[Any, Any] | None, lang: Lang) -> str:
    if line is None:
        return '<td class="number areamap-age-none">–</td>'
    days = int(line["age_days"])
    told = t(
        "quality.freshness_days" if days else "quality.freshness_today", lang, days=f"{days:,}"
    )
    age = "new" if days <= _QUARTER else "year" if days <= _YEAR else "old"
    return (
        f'<td class="number areamap-age-{age}" title="{escape(_title(line, lang))}">'
        f"{escape(told)}</td>"
    )


def _title(line: dict[Any, Any], lang: Lang) -> str:
    day = format_date(line["supplied_on"].date(), lang)
    parts = [t("quality.freshness_title", lang, day=day, rows=f"{line['rows']:,}")]
    if pd.notna(line["newest_day"]):
        newest = format_date(line["newest_day"].date(), lang)
        parts.append(t("quality.freshness_newest_day", lang, day=newest))
    if pd.notna(line["newest_year"]):
        year = format_year(int(line["newest_year"]), lang)
        parts.append(t("quality.freshness_newest_year", lang, year=year))
    return " · ".join(parts)
