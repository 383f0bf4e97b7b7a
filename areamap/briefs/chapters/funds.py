"""Welfare funds: who has one, their members and money, and how they grew."""

from typing import TYPE_CHECKING

import pandas as pd

from areamap.briefs.chapters import maps, parts, standing
from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.briefs.shown import Graph, Table
from areamap.direction import brief_frames as frames

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling


def chapter(telling: "Telling") -> Chapter | None:
    """Return what is told of welfare funds; None where none are published."""
    if not telling.facts.tells_of("fund"):
        return None
    picture = maps.of_states(telling, "fund")
    years = frames.fund_years(telling.facts)
    graphs = [_graph(telling, years, name) for name in ("members", "circulating_baht")]
    tables = [parts.table(telling, "funds", frames.funds(telling.facts), "fund")]
    if len(years):
        tables.append(_years(telling))
    return Chapter(
        "funds",
        telling.t("funds"),
        tuple(_said(telling)),
        pictures=(picture,) if picture else (),
        graphs=tuple(each for each in graphs if each),
        tables=tuple(tables),
    )


def _said(telling: "Telling") -> list[Said]:
    found = standing.of_theme(telling, "fund")[:1]
    by_part = frames.funds(telling.facts)
    if not by_part["records"].sum():
        return found
    told = {
        name: telling.counted(by_part[column].sum(), "fund", "funds", column)
        for name, column in (("funds", "records"), ("members", "members"))
    }
    found.append(telling.say("funds_have", **told))
    if by_part["circulating_baht"].notna().any():
        money = by_part["circulating_baht"].sum()
        figure = telling.counted(money, "fund", "funds", "circulating_baht")
        found.append(telling.say("funds_money", baht=figure))
    return found


def _graph(telling: "Telling", years: pd.DataFrame, column: str) -> Graph | None:
    """Return what the funds that told had by year; a year in which none told is a gap."""
    known = years[column].dropna()
    if len(known) < 2:  # noqa: PLR2004 - one year is no course
        return None
    is_baht = column.endswith("_baht")
    series = telling.t(f"column_{column}")
    frame = pd.DataFrame({series: years[column].astype("Float64").astype("float64")})
    if is_baht:
        frame = frame / 1_000_000
    return Graph(
        f"fund_{column}",
        telling.t(f"graph_fund_{column}"),
        "columns",
        frame.set_axis([telling.year(year) for year in years.index], axis=0),
        telling.t("million_baht" if is_baht else "people_unit"),
        telling.source("fund"),
        colours=("#0f766e",),
        digits=1 if is_baht else 0,
        note=telling.t("note_fund_years"),
    )


def _years(telling: "Telling") -> Table:
    years = frames.fund_years(telling.facts).reset_index()
    columns = (
        telling.column("fiscal_year", "year", "fiscal_year"),
        telling.column("funds", "count", "funds"),
        telling.column("members", "count", "members"),
        telling.column("circulating_baht", "baht", "circulating_baht"),
    )
    title = telling.t("table_fund_years")
    note = telling.t("note_fund_years")
    return telling.table("fund_years", title, years, columns, "fund", "fund-years", note)
