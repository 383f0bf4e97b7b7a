"""A theme on the overview: its map, its figures, its list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from areamap.briefs.theme_lists import integration_table, pair_table
from areamap.i18n import t
from areamap.ui import (
    chart,
    gap_list,
    headline,
    loaders,
    map_view,
    subjects,
    theme_figures,
    theme_views,
)
from areamap.workspace import INTEGRATION, PAIRS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandas import DataFrame, Index

    from areamap.draw.area_layer import View
    from areamap.places.levels import Level
    from areamap.ui.choices import Choices
    from areamap.ui.class_picker import Classing
    from areamap.ui.loaders import Asked


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """
    What is told of a theme.

    Attributes
    ----------
    view
        What the map shows.
    headline
        Shows the figures that are read first.
    table
        The list.
    title
        Its title.
    unknown
        How many areas may belong to the list without being in it.
    money
        Baht by tambon, where the theme is money.
    """

    view: "View"
    headline: "Callable[[], None]"
    table: "DataFrame"
    title: str
    unknown: int = 0
    money: "DataFrame | None" = None


def tell(
    key: "Asked", chosen: "Choices", inside: "Index", level: "Level", classing: "Classing"
) -> Told:
    """
    Return what is told of the theme that is chosen.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    inside
        Tambons of the area looked at.
    level
        Level of the area looked at.
    classing
        How numbers are classed and coloured.
    """
    if chosen.theme == subjects.BUDGET:
        return _money(key, chosen, inside, classing)
    if chosen.theme == INTEGRATION:
        return _integration(key, chosen, inside, classing)
    if chosen.theme == subjects.TWO:
        return _pair(key, chosen, inside)
    states = loaders.states_in(key, chosen.basis, chosen.scope)
    row = loaders.coverage(key, chosen.basis, chosen.scope, level)
    found = loaders.gaps(key, chosen.basis, chosen.scope)
    return Told(
        map_view.of("states", key, chosen, lambda: map_view.of_states(key, chosen, inside, states)),
        lambda: headline.of_coverage(key, chosen, row),
        chart.kept(
            "gaps",
            (key, chosen),
            lambda: gap_list.gap_table(found, chosen.theme, chosen.lang),
        ),
        t(f"ui.list_{chosen.theme}", chosen.lang),
        unknown=int((states["state"] == "unknown").sum()),
    )


def _money(key: "Asked", chosen: "Choices", inside: "Index", classing: "Classing") -> Told:
    money = loaders.budget(key, chosen.scope, chosen.year)
    return Told(
        theme_views.of_money(key, chosen, inside, loaders.by_tambon(money), classing),
        lambda: headline.of_budget(key, chosen, money),
        gap_list.money_table(money, chosen.lang),
        t("ui.list_budget", chosen.lang),
        unknown=0 if loaders.snapshot(key).publication else len(inside),
        money=money,
    )


def _integration(key: "Asked", chosen: "Choices", inside: "Index", classing: "Classing") -> Told:
    found = loaders.integration(key, chosen.scope)
    labels = loaders.labels(key, chosen.basis)
    return Told(
        theme_views.of_integration(key, chosen, inside, found["work_lines"], classing),
        lambda: theme_figures.of_integration(key, chosen, found),
        integration_table(found, labels, chosen.lang),
        t("ui.list_integration", chosen.lang),
    )


def _pair(key: "Asked", chosen: "Choices", inside: "Index") -> Told:
    states = theme_views.pair_states(key, chosen)
    labels = loaders.labels(key, chosen.basis)
    unknown = (states[0] == "unknown") | (states[1] == "unknown")
    return Told(
        theme_views.of_pair(key, chosen, inside),
        lambda: theme_figures.of_pair(key, chosen, states),
        pair_table(states, PAIRS[chosen.pair], labels, chosen.lang),
        t("ui.list_two", chosen.lang),
        unknown=int(unknown.sum()),
    )
