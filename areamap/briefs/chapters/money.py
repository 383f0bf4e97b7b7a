"""Money and what it brought: by year, programme and payer."""

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame

from areamap.briefs.chapters import maps, standing
from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.briefs.shown import Column, Graph, Table
from areamap.direction import brief_frames as frames
from areamap.direction.brief import by_year
from areamap.i18n import t
from areamap.measures.leverage import CODI, UNNAMED

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling

_PARTS = ("codi", "partners", "unnamed")
_MILLION = 1_000_000
_COLOURS = {"codi": "#0f766e", "partners": "#e0a458", "unnamed": "#9aa7ad"}


def chapter(telling: "Telling") -> Chapter | None:
    """Return what is told of money; None where no budget is published."""
    facts = telling.facts
    if not facts.tells_of("budget"):
        return None
    said = tuple(_said(telling))
    if facts.money.empty:
        return Chapter("money", telling.t("money"), said)
    picture = maps.of_money(telling)
    tables = (_years(telling), _sums(telling, "programmes"), _sums(telling, "agencies"))
    return Chapter(
        "money",
        telling.t("money"),
        said,
        pictures=(picture,) if picture else (),
        graphs=(_graph(telling),),
        tables=tables,
    )


def _said(telling: "Telling") -> list[Said]:
    facts = telling.facts
    found = standing.of_money(telling)
    years, year = by_year(facts.money), facts.closed_year
    if year in years.index:
        found += _brought(telling, years.loc[[year]].iloc[0], year)
    if len(years) > 1:
        amount = telling.paid(float(years["amount_baht"].sum()), years.index)
        first, last = telling.year(years.index[0]), telling.year(years.index[-1])
        found.append(telling.say("paid_years", baht=amount, first=first, last=last))
    if facts.year in years.index and facts.year != year:
        running = telling.paid(float(years["amount_baht"].loc[facts.year]), [facts.year])
        found.append(telling.say("paid_running", year=telling.year(facts.year), baht=running))
    return found


def _brought(telling: "Telling", row: "pd.Series[float]", year: int) -> list[Said]:
    codi, partners = row["codi_baht"], row["partners_baht"]
    if codi <= 0:
        return [telling.plain(telling.t("no_codi", year=telling.year(year)), "budget")]
    return [
        telling.say(
            "brought",
            codi=telling.brought("codi_baht", codi, year),
            partners=telling.brought("partners_baht", partners, year),
            ratio=telling.brought("leverage_ratio", partners / codi, year),
        )
    ]


def _graph(telling: "Telling") -> Graph:
    years = by_year(telling.facts.money)
    shown = [name for name in _PARTS if years[f"{name}_baht"].any()]
    named = {telling.t(f"payer_{name}"): years[f"{name}_baht"] / _MILLION for name in shown}
    running = telling.facts.year if telling.facts.closed_year != telling.facts.year else None
    labels = [telling.year(year) + ("*" if year == running else "") for year in years.index]
    return Graph(
        "money_years",
        telling.t("graph_money_years"),
        "columns",
        DataFrame(named).set_axis(labels, axis=0).astype("float64"),
        telling.t("million_baht"),
        telling.source("budget"),
        colours=tuple(_COLOURS[name] for name in shown),
        digits=1,
        note=telling.t("note_running") if running in years.index else "",
    )


def _years(telling: "Telling") -> Table:
    found = frames.money_years(telling.facts).reset_index()
    found["spent_pct"] = found["spent_pct"].astype("float64")
    columns: tuple[Column, ...] = (
        telling.column("fiscal_year", "year", "fiscal_year"),
        telling.column("amount_baht", "baht", "amount_baht"),
        telling.column("codi_baht", "baht", "codi_baht"),
        telling.column("partners_baht", "baht", "partners_baht"),
        telling.column("unnamed_baht", "baht", "unnamed_baht"),
        telling.column("leverage_ratio", "ratio", "leverage_ratio"),
        telling.column("spent_pct", "percent", "spent_pct"),
    )
    if not found["unnamed_baht"].any():
        columns = tuple(each for each in columns if each.name != "unnamed_baht")
    note = telling.t("note_money")
    title = telling.t("table_money_years")
    return telling.table("money_years", title, found, columns, "budget", "money-years", note)


def _sums(telling: "Telling", by: str) -> Table:
    found = frames.FRAMES[f"money-{by}"](telling.facts)
    frame = found.assign(name=[_called(telling, str(key), by) for key in found.index])
    columns = (
        telling.column("programme" if by == "programmes" else "agency"),
        telling.column("amount_baht", "baht", "amount_baht"),
        telling.column("lines", "count", "lines"),
    )
    frame = frame.rename(columns={"name": columns[0].name})
    title = telling.t(f"table_money_{by}")
    return telling.table(f"money_{by}", title, frame, columns, "budget", f"money-{by}")


def _called(telling: "Telling", key: str, by: str) -> str:
    if key == UNNAMED:
        return telling.t("not_named")
    return t("budget.codi", telling.lang) if by == "agencies" and key == CODI else key
