"""What the About page tells: sources and licences, formulas, terms."""

import tomllib
from typing import Any, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.settings import geodata

MEASURES: Final = (
    "coverage",
    "states",
    "gap",
    "unknown",
    "authority",
    "budget",
    "integration",
    "change",
    "as_of",
)
"""Measures whose formula is told."""

TERMS: Final = (
    "tambon",
    "authority",
    "council",
    "fund",
    "housing",
    "cluster",
    "fiscal_year",
    "basis",
    "schematic",
    "publication",
)
"""Words that are explained."""


def sources() -> list[dict[str, Any]]:
    """
    Return where each piece of data came from.

    Returns
    -------
    list of dict
        The tables `[[source]]` of `geodata/sources.toml`: at least `name` and `licence`.
    """
    text = (geodata() / "sources.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["source"]
    return found


def show_sources(lang: Lang) -> None:
    """Show every source with its licence."""
    columns = {"name": "name", "licence": "licence", "used_for": f"used_for_{lang}", "url": "url"}
    table = [
        {t(f"ui.source_{name}", lang): source.get(key, "") for name, key in columns.items()}
        for source in sources()
    ]
    st.table(table)


def show_entries(kind: str, names: tuple[str, ...], lang: Lang) -> None:
    """Show what each of some words means: `measure` or `term`."""
    for name in names:
        st.markdown(f"**{t(f'ui.{kind}_{name}_name', lang)}** — {t(f'ui.{kind}_{name}', lang)}")
