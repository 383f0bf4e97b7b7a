"""Councils by the areas below, both bases named beside one another."""

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame

from areamap.briefs import told
from areamap.briefs.content import Chapter
from areamap.briefs.proven import Proof, Said
from areamap.briefs.sentences.words import listed
from areamap.briefs.shown import Column, Graph, Table
from areamap.i18n import t
from areamap.places.levels import Level

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling

_COLUMNS = ("areas", "covered", "gap", "unknown", "coverage_pct")


def chapter(telling: "Telling", theme: str = "council") -> Chapter | None:
    """Return coverage by the areas below; None where there is nothing below, or nothing known."""
    facts = telling.facts
    if not facts.tells_of(theme) or facts.area.level is Level.TAMBON:
        return None
    made = (table(telling, theme, basis) for basis in facts.bases)
    # Paper shows the first: where all have the same rate by tambon, authorities say more.
    tables = tuple(sorted(made, key=lambda each: not told.tells_apart(each)))
    return Chapter(
        "coverage",
        telling.t("coverage", level=telling.level(facts.parts)),
        tuple(_said(telling, theme)),
        graphs=(graph(telling, theme),) if _differ(telling, theme) else (),
        tables=tables,
    )


def table(telling: "Telling", theme: str, basis: str) -> Table:
    """Return coverage by part, least first, as `areamap coverage` prints it."""
    facts = telling.facts
    below = facts.below[theme, basis]
    ordered = below.sort_values(["coverage_pct", "name_th"], na_position="first", kind="stable")
    frame = DataFrame({"name": _names(telling, ordered), "code": ordered.index})
    for name in _COLUMNS:
        frame[name] = ordered[name].to_numpy()
    word = t(f"ui.basis_{basis}", telling.lang)
    columns = (
        telling.column("name"),
        telling.column("code", "code", "area_code"),
        Column("areas", telling.t("column_areas", basis=word), "count", told="areas"),
        *(telling.column(name, "count", name) for name in _COLUMNS[1:-1]),
        telling.column("coverage_pct", "percent", "coverage_pct"),
    )
    where = ("--by", str(facts.parts), "--in", facts.area.code, "--basis", basis)
    proof = Proof(("coverage", "--theme", theme, *where, "--as-of", facts.as_of.isoformat()))
    title = telling.t(f"table_{theme}", level=telling.level(facts.parts), basis=word)
    return Table(
        f"{theme}_{basis}",
        title,
        frame.reset_index(drop=True),
        columns,
        telling.source(theme),
        proof,
        telling.t("note_unknown"),
    )


def graph(telling: "Telling", theme: str) -> Graph:
    """Return the rate of each part by each basis, least first: whoever cuts it keeps the worst."""
    facts = telling.facts
    rates = {
        t(f"ui.basis_{basis}", telling.lang): facts.below[theme, basis]["coverage_pct"]
        for basis in facts.bases
    }
    frame = DataFrame(rates).sort_values(next(iter(rates)), na_position="last", kind="stable")
    names = facts.snapshot.names(facts.parts).reindex(frame.index)
    frame = frame.set_axis(telling.names(names).to_numpy(), axis=0).astype("float64")
    return Graph(
        f"rates_{theme}",
        telling.t(f"graph_{theme}", level=telling.level(facts.parts)),
        "bars",
        frame,
        telling.t("percent"),
        telling.source(theme),
        colours=("#0f766e", "#e0a458")[: len(frame.columns)],
        digits=1,
    )


def _said(telling: "Telling", theme: str) -> list[Said]:
    facts, found = telling.facts, []
    whole = {
        basis: telling.covered(theme, basis, "coverage_pct")
        for basis in facts.bases
        if pd.notna(facts.whole[theme, basis]["coverage_pct"].iloc[0])
    }
    if len(whole) > 1:
        areas = {f"areas_{basis}": telling.covered(theme, basis, "areas") for basis in whole}
        found.append(telling.say("two_bases", **whole, **areas))
    elif whole:
        found.append(telling.say("one_basis", **whole))
    found += _ends(telling, theme)
    return found


def _differ(telling: "Telling", theme: str) -> bool:
    """Return whether a chart of the rates would tell anything: not of one tambon's yes or no."""
    facts = telling.facts
    rates = facts.below[theme, "tambon"]["coverage_pct"].dropna()
    return facts.parts is not Level.TAMBON and len(set(rates)) > 1


def _ends(telling: "Telling", theme: str) -> list[Said]:
    """Return which part has the lowest rate; that all have theirs where all do."""
    facts = telling.facts
    below = facts.below[theme, "tambon"]
    known = below[below["coverage_pct"].notna()]
    level = telling.level(facts.parts)
    if facts.parts is Level.TAMBON or known.empty:
        return []
    least = known["coverage_pct"].min()
    if least == known["coverage_pct"].max():
        if least == 100:  # noqa: PLR2004 - all of them
            return [Said(telling.t(f"all_{theme}", level=level))]
        return []
    lowest = known[known["coverage_pct"] == least]
    names = list(telling.names(facts.snapshot.names(facts.parts).reindex(lowest.index)))
    shown = listed(names[:3], telling.lang)
    key = "lowest" if len(names) <= 3 else "lowest_many"  # noqa: PLR2004 - so many can be read
    said = telling.t(key, level=level, names=shown, rate=f"{least:,.1f}", count=len(names))
    return [Said(said, source=telling.source(theme))]


def _names(telling: "Telling", lines: DataFrame) -> "pd.Series[str]":
    # The Thai name of `coverage` says so where only a part of the area lies within.
    if telling.lang == "th":
        return lines["name_th"]
    names = telling.facts.snapshot.names(telling.facts.parts).reindex(lines.index)
    return names["name_en"].fillna(lines["name_th"])
