"""Who is missing: the areas without, most people first, with the authority to speak to."""

from typing import TYPE_CHECKING

from pandas import DataFrame, Series

from areamap.briefs.chapters import maps
from areamap.briefs.content import Chapter, Column, Proof, Said, Table
from areamap.briefs.sentences.place import authority_name
from areamap.direction.brief_frames import counterparts
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling

THEMES = ("council", "fund", "housing")


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
            "name": gaps[f"name_{lang}"].fillna(gaps["name_th"]),
            "district": gaps[f"district_{lang}"],
            "province": gaps[f"province_{lang}"],
            "population": gaps["population"],
            "counterpart": _counterparts(telling, gaps),
            "state": [t(f"ui.look_{theme}_{state}", lang) for state in gaps["state"]],
            "code": gaps.index,
        }
    )
    columns: tuple[Column, ...] = (
        telling.column("name", told="name_th" if lang == "th" else "name_en"),
        telling.column("district", told=f"district_{lang}"),
        telling.column("province", told=f"province_{lang}"),
        telling.column("population", "count", "population"),
        telling.column("counterpart"),
        telling.column("state"),
        telling.column("code", "code", "area_code"),
    )
    if not facts.tells_of("authority"):
        columns = tuple(each for each in columns if each.name != "counterpart")
        frame = frame.drop(columns="counterpart")
    on = ("--as-of", facts.as_of.isoformat())
    return Table(
        f"gaps_{theme}",
        t(f"ui.list_{theme}", lang),
        frame.reset_index(drop=True),
        columns,
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


def _counterparts(telling: "Telling", gaps: DataFrame) -> "Series[str]":
    found = counterparts(telling.facts, gaps.index)
    if found is None:
        return Series("", index=gaps.index, dtype="str")
    said = [authority_name(row, telling.lang) for row in found.to_dict("records")]
    names = Series(said, index=found["tambon_code"], dtype="str")
    return names.groupby(level=0).agg(", ".join).reindex(gaps.index).fillna("–")
