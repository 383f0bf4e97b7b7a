"""What the About page tells: sources and licences, formulas, terms; all of it is data."""

import tomllib
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.measures.formulas import Formula, formulas
from areamap.registers import definitions
from areamap.settings import geodata
from areamap.ui import home, shell
from areamap.ui.html_table import html_table


def sources() -> list[dict[str, Any]]:
    """
    Return where each piece of data came from.

    Returns
    -------
    list of dict
        The tables `[[source]]` of `geodata/sources.toml`: at least `name` and `licence`.
    """
    return _tables(geodata() / "sources.toml", "source")


def terms() -> list[dict[str, str]]:
    """Return the words that are explained: `th`, `en`, `told_th`, `told_en`."""
    return _tables(Path(__file__).with_name("glossary.toml"), "term")


def show_sources(lang: Lang) -> None:
    """Show every source that is shipped with its licence."""
    columns = {"name": "name", "licence": "licence", "used_for": f"used_for_{lang}", "url": "url"}
    table = [
        {t(f"ui.source_{name}", lang): source.get(key, "") for name, key in columns.items()}
        for source in sources()
    ]
    st.table(table)


def show_registers(lang: Lang) -> None:
    """Show the publication in force of each register: its file, its day, who and how many rows."""
    found = home.workspace().quality.world().in_force
    if not found:
        st.info(t("about.nothing", lang))
        return
    lines = [
        {
            "register": definitions.load(register).label(lang),
            "file": t("about.made_up", lang) if each.is_sample else each.file_name,
            "day": format_date(each.created_at.astimezone().date(), lang),
            "number": f"#{each.id}",
            "rows": sum(each.counts.values()),
        }
        for register, each in found.items()
    ]
    headings = {name: t(f"about.column_{name}", lang) for name in lines[0]}
    st.html(html_table(DataFrame(lines).rename(columns=headings), t("about.registers", lang)))


def show_boundaries(lang: Lang) -> None:
    """Show which maps there are."""
    kinds = " · ".join(t(f"ui.map_note_{kind}", lang) for kind in home.map_kinds())
    st.caption(kinds)


def show_formulas(lang: Lang) -> None:
    """Show every measure with its formula and a case worked out."""
    left, right = st.columns(2, gap="large")
    every = formulas()
    half = (len(every) + 1) // 2
    for column, some in ((left, every[:half]), (right, every[half:])):
        column.html("".join(_told(each, lang) for each in some))


def show_terms(lang: Lang) -> None:
    """Show the words in both languages, explained in that of the page."""
    headings = {name: t(f"about.column_{name}", lang) for name in ("th", "en", "told")}
    table = pd.DataFrame(
        [{"th": each["th"], "en": each["en"], "told": each[f"told_{lang}"]} for each in terms()]
    )
    with st.container(key="terms"):
        st.html(html_table(table.rename(columns=headings), t("ui.about_terms", lang)))


def _told(each: Formula, lang: Lang) -> str:
    pages = ", ".join(t(f"ui.page_{page}", lang) for page in each.pages if page in shell.PAGES)
    example = t("about.example", lang, example=each.examples[lang])
    shown = t("about.shown_on", lang, pages=pages)
    return (
        f'<section class="areamap-formula"><h3>{escape(each.names[lang])}</h3>'
        f"<p>{escape(each.formulas[lang])}</p><p><i>{escape(example)}</i></p>"
        f"<small>{escape(shown)}</small></section>"
    )


@cache
def _tables(path: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return found
