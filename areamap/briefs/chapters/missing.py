"""Who is missing: the areas without, most people first, with the authority to speak to."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd
from pandas import DataFrame, Series

from areamap.briefs.chapters import maps
from areamap.briefs.content import Chapter
from areamap.briefs.gap_lists import mentors_short
from areamap.briefs.proven import Proof, Said
from areamap.briefs.sentences.gaps import counterpart
from areamap.briefs.shown import Column, Table
from areamap.calendar import format_date
from areamap.direction.assignments import Step
from areamap.i18n import t
from areamap.measures.states import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from areamap.briefs.chapters.telling import Telling

THEMES = ("council", "fund", "housing")

_MENTORS = 2
"""Councils named for each gap, the nearest; the page of gaps names them all."""


def chapter(telling: "Telling") -> Chapter | None:
    """Return the gap list of each register; None where none is published."""
    facts = telling.facts
    themes = [theme for theme in THEMES if facts.tells_of(theme)]
    if not themes:
        return None
    said = [each for theme in themes for each in _said(telling, theme)]
    tables = [table(telling, theme) for theme in themes if len(facts.gaps[theme])]
    picture = maps.of_lacks(telling)
    return Chapter(
        "missing",
        telling.t("missing"),
        tuple(said),
        pictures=(picture,) if picture else (),
        tables=tuple(tables),
    )


def table(telling: "Telling", theme: str) -> Table:
    """Return the areas without, as `areamap gaps` lists them, with the local authority of each."""
    facts, lang = telling.facts, telling.lang
    gaps = facts.gaps[theme]
    frame = DataFrame(
        {
            "name": _names(telling, theme, gaps),
            "district": gaps[f"district_{lang}"],
            "province": gaps[f"province_{lang}"],
            "population": gaps["population"],
            **_helpers(telling, theme, gaps),
            "assigned": _assigned(telling, theme, gaps),
            "state": [t(f"ui.look_{theme}_{state}", lang) for state in gaps["state"]],
            "code": gaps.index,
        }
    )
    columns: tuple[Column, ...] = (
        telling.column("name", told="name_th" if lang == "th" else "name_en"),
        telling.column("district", told=f"district_{lang}"),
        telling.column("province", told=f"province_{lang}"),
        telling.column("population", "count", "population"),
        telling.column("vulnerable", "count"),
        telling.column("counterpart"),
        telling.column("mentor"),
        telling.column("assigned"),
        replace(telling.column("state"), is_spare=True),
        telling.column("code", "code", "area_code"),
    )
    told = [each for each in columns if each.name in frame and frame[each.name].notna().any()]
    on = ("--as-of", facts.as_of.isoformat())
    return Table(
        f"gaps_{theme}",
        t(f"ui.list_{theme}", lang),
        frame.reset_index(drop=True),
        tuple(told),
        telling.source(theme),
        Proof(("gaps", "--theme", theme, "--in", facts.area.code, *on)),
        telling.t("note_gaps"),
    )


def _said(telling: "Telling", theme: str) -> list[Said]:
    gaps = telling.facts.gaps[theme]
    if gaps.empty:
        unknown = telling.facts.whole[theme, "tambon"]["unknown"].iloc[0]
        return [] if unknown else [Said(telling.t(f"none_lacks_{theme}"))]
    people = gaps["population"]
    if people.notna().any():
        told = telling.lacking(theme, "population")
        key = f"lack_{theme}_people" if people.notna().all() else f"lack_{theme}_at_least"
        return [telling.say(key, count=telling.lacking(theme), people=told)]
    return [telling.say(f"lack_{theme}", count=telling.lacking(theme))]


def _helpers(telling: "Telling", theme: str, gaps: DataFrame) -> dict[str, Series]:
    """Return vulnerable households, whom to speak to and which councils near can help."""
    known = telling.facts.helpers.get(theme)
    if known is None:
        return {}
    lang = telling.lang
    return {
        "vulnerable": known.found["vulnerable"].reindex(gaps.index),
        "counterpart": _texts(known.counterparts, gaps, lambda rows: counterpart(rows, lang)),
        "mentor": _texts(known.mentors, gaps, lambda rows: mentors_short(rows[:_MENTORS], lang)),
    }


def _names(telling: "Telling", theme: str, gaps: DataFrame) -> list[str]:
    """Return the names, with the state of those that are not plainly without."""
    names = gaps[f"name_{telling.lang}"].fillna(gaps["name_th"])
    return [
        name if state == State.NONE else f"{name} ({t(f'ui.look_{theme}_{state}', telling.lang)})"
        for name, state in zip(names, gaps["state"], strict=True)
    ]


def _assigned(telling: "Telling", theme: str, gaps: DataFrame) -> Series:
    """Return who goes to each gap, by which day and how far it is; missing where nobody does."""
    kept = telling.facts.assigned.get(theme, DataFrame())
    own = kept[kept.index.isin(gaps.index)]
    said = {str(code): _sent(telling, row) for code, row in own.iterrows()}
    return Series(said, dtype="str").reindex(gaps.index)


def _sent(telling: "Telling", row: "Series[Any]") -> str:
    parts = [str(row["assigned_to"])]
    if not pd.isna(row["due_on"]):
        parts.append(format_date(row["due_on"], telling.lang))
    if row["step"] != Step.OPEN:
        parts.append(t(f"gaps.step_{row['step']}", telling.lang))
    return " · ".join(parts)


def _texts(
    rows: DataFrame, gaps: DataFrame, say: "Callable[[list[dict[Any, Any]]], str]"
) -> Series:
    """Return one text for each gap from its rows; missing where it has none."""
    own = rows[rows["area_code"].isin(gaps.index)]
    found = {
        str(code): say(each.to_dict("records"))
        for code, each in own.groupby("area_code", sort=False)
    }
    return Series(found, dtype="str").reindex(gaps.index)
