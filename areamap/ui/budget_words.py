"""What the page of the budget says first, its figures, and what is picked."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.briefs.sentences.budget import Money, answer, never
from areamap.calendar import format_year
from areamap.draw.amounts import million_baht, ratio
from areamap.i18n import t
from areamap.measures.leverage import CODI, UNNAMED
from areamap.ui import answer as answers
from areamap.ui import budget_data, chart, controls, loaders, map_view, moments, picked, years
from areamap.ui.budget_data import AGENCY, AT, LINE, PROGRAMME
from areamap.ui.picked import Chip

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.ui.budget_data import Shown
    from areamap.ui.pickers import Offer


def show_controls(offered: "Offer") -> None:
    """Show the choice of the area, the year and the kind of map."""
    lang = offered.chosen.lang
    with controls.row():
        controls.scope(offered.places, lang)
        controls.year(offered.years, offered.chosen.theme, lang)
        controls.kind(offered.kinds, lang)


def show(shown: "Shown") -> None:
    """Show the answer, what is picked, and the figures with their change since the year before."""
    lang = shown.lang
    money, heads = chart.kept(
        "budget_money", shown.cache_key, lambda: (_money(shown), _people(shown))
    )
    said = [answer(money, lang)]
    if not chips(shown):
        said.append(never(money, lang))
    holds = map_view.as_of_line(shown.key, shown.chosen)
    answers.show(t("budget.question", lang), said, holds)
    picked.show(chips(shown), lang)
    year = format_year(shown.year - 1, lang)
    with st.container(horizontal=True, key="figures"):
        _figure("total", million_baht(money.baht, lang, unit=True), _change(money, shown), shown)
        each = money.baht / money.tambons if money.tambons else float("nan")
        _figure("per_tambon", t("budget.baht", lang, value=f"{each:,.0f}"), None, shown)
        if heads:
            said_ = t("budget.baht", lang, value=f"{money.baht / heads:,.2f}")
            _figure("per_head", said_, None, shown)
        if money.has_all_agencies:
            brought = money.partners / money.codi if money.codi > 0 else float("nan")
            _figure("leverage", ratio(brought, lang), None, shown)
    tambons = f"{money.tambons:,}"
    if _is_running(money):
        st.caption(t("budget.note_shares", lang, tambons=tambons))
    else:
        st.caption(t("budget.note_figures", lang, year=year, tambons=tambons))


def chips(shown: "Shown") -> list[Chip]:
    """Return what is picked."""
    lang = shown.lang
    found = []
    if shown.agency is not None:
        found.append(Chip(AGENCY, budget_data.agency_name(shown.agency, lang)))
    if shown.line is not None:
        found.append(Chip(LINE, budget_data.line_name(shown.line, lang)))
    if shown.programme is not None:
        found.append(Chip(PROGRAMME, budget_data.programme_name(shown.programme, lang)))
    if shown.at is not None:
        found.append(Chip(AT, budget_data.names(shown.key, shown.by, lang)[shown.at]))
    return found


def _money(shown: "Shown") -> Money:
    now = shown.now
    states = budget_data.reached(shown.key, shown.chosen.scope, shown.year)["state"].value_counts()
    tambons = shown.inside
    if shown.at is not None:
        tambons = tambons.intersection(loaders.tambons(shown.at, shown.key.as_of))
    return Money(
        place=shown.offered.place.label(shown.lang),
        year=shown.year,
        baht=_baht(now),
        before=_baht(shown.before),
        codi=_baht(now[now["agency"] == CODI]),
        partners=_baht(now[~now["agency"].isin([CODI, UNNAMED])]),
        above=_baht(now[now["placed_at"] != shown.by]),
        tambons=len(tambons),
        never=int(states.get("never", 0)),
        has_all_agencies=shown.agency is None,
    )


def _baht(found: "DataFrame") -> float:
    return float(found["amount_baht"].sum())


def _change(money: Money, shown: "Shown") -> str | None:
    # Part of a year beside a whole one would look like a fall.
    if not money.before or _is_running(money):
        return None
    apart = million_baht(abs(money.baht - money.before), shown.lang, unit=True)
    return f"{'-' if money.baht < money.before else ''}{apart}"


def _is_running(money: Money) -> bool:
    return years.is_running(money.year, moments.day())


def _people(shown: "Shown") -> float:
    """Return how many people live in the area that is looked at; 0 where one tambon is unknown."""
    people = loaders.people(shown.key)
    if people is None:
        return 0.0
    inside = shown.inside
    if shown.at is not None:
        inside = inside.intersection(loaders.tambons(shown.at, shown.key.as_of))
    heads = people.reindex(inside)
    return 0.0 if heads.isna().any() else float(heads.sum())


def _figure(name: str, value: str, change: str | None, shown: "Shown") -> None:
    with st.container(key=f"figure_{name}", width="content"):
        st.metric(t(f"budget.{name}", shown.lang), value, change)
