"""The maps of a brief, as what is needed to draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.briefs.shown import Picture
from areamap.direction.same_ground import beside
from areamap.draw import looks, palettes
from areamap.draw.area_layer import Look
from areamap.draw.classes import APART, Kind, Scheme, classify
from areamap.draw.palettes import APART_LOOKS, PALETTES
from areamap.i18n import t
from areamap.measures.coverage import GAP
from areamap.measures.states import State
from areamap.places import gazetteer, hierarchy
from areamap.places.levels import CODE_DIGITS, Level

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling

_LACKS = ("#dcf0ed", "#fbd0a3", "#f2703d", "#7a3b1d")
"""None, one, two, three of council, fund and housing lacking: lighter to darker."""
_CLASSES = 5


@dataclass(frozen=True, slots=True, eq=False)
class _Numbers:
    """What classes were made from."""

    by_tambon: "Series[float]"
    unit: str
    note: str


def of_states(telling: "Telling", theme: str) -> Picture | None:
    """Return the map of who has a council, a fund or housing; None where nothing is published."""
    tambons = shown(telling)
    found = _states(telling, theme, tambons)
    if found is None:
        return None
    counts = looks.state_counts(found)["areas"]
    kinds = [state for state in looks.STATES if counts[state]]
    legend = [
        looks.STATES[state].named(t(f"ui.look_{theme}_{state}", telling.lang), f"{counts[state]:,}")
        for state in kinds
    ]
    place = {str(state): at for at, state in enumerate(kinds)}
    title = t(f"ui.legend_{theme}", telling.lang)
    return _picture(telling, f"map_{theme}", theme, found.map(place), legend, title)


def of_lacks(telling: "Telling") -> Picture | None:
    """
    Return the map of how many of council, fund and housing each tambon lacks.

    A tambon of which one of them is not known is not known.
    """
    tambons = shown(telling)
    all_three = [_states(telling, theme, tambons) for theme in ("council", "fund", "housing")]
    told = [each for each in all_three if each is not None]
    if len(told) < len(all_three):
        return None
    side_by_side = DataFrame(dict(enumerate(told)))
    lacks = side_by_side.isin(GAP).sum(axis="columns")
    values = lacks.mask((side_by_side == State.UNKNOWN).any(axis="columns"))
    legend: list[Look] = []
    place: dict[int, int] = {}
    for count, colour in enumerate(_LACKS):
        areas = int((values == count).sum())
        if areas:
            place[count] = len(legend)
            legend.append(_look(colour, telling.t(f"lacks_{count}"), areas))
    missing = int(values.isna().sum())
    classes = values.map(place)
    if missing:
        classes = classes.fillna(len(legend))
        look = APART_LOOKS[Kind.NO_DATA]
        legend.append(look.named(t("ui.unknown", telling.lang), f"{missing:,}"))
    title = telling.t("map_lacks")
    return _picture(telling, "map_lacks", "council", classes, legend, title)


def of_money(telling: "Telling") -> Picture | None:
    """Return the map of baht by tambon of all years; None where no tambon has a line."""
    tambons = shown(telling)
    values = _baht(telling, tambons)
    if not telling.facts.tells_of("budget") or values.notna().sum() == 0:
        return None
    classes = classify(values, Scheme.QUANTILE, count=_CLASSES)
    legend = list(palettes.legend(classes, PALETTES["YlGnBu"], telling.lang))
    at = len(classes.labels) + APART.index(Kind.NO_DATA)
    if legend[at].label is not None:
        legend[at] = legend[at].named(t("ui.money_no_line", telling.lang), legend[at].count)
    unit = classes.unit or "baht"
    title = t(f"themes.legend_{unit}", telling.lang)
    numbers = _Numbers(values, t("ui.baht", telling.lang), telling.t("note_money_map"))
    return _picture(telling, "map_budget", "budget", classes.places, legend, title, numbers)


def shown(telling: "Telling") -> Index:
    """Return the tambons on the maps: those of the area; around a tambon those of its district."""
    facts = telling.facts
    if facts.area.level is not Level.TAMBON:
        return facts.tambons
    district = facts.area.code[: CODE_DIGITS[Level.DISTRICT]]
    return hierarchy.tambons_of(district, facts.snapshot.groupings, facts.as_of)


def _states(telling: "Telling", theme: str, tambons: Index) -> "Series[str] | None":
    if not telling.facts.tells_of(theme):
        return None
    snapshot = beside(telling.facts.snapshot, theme=theme)
    found: Series[str] = snapshot.states("tambon")["state"].reindex(tambons)
    return found


def _baht(telling: "Telling", tambons: Index) -> "Series[float]":
    facts = telling.facts
    if facts.area.level is not Level.TAMBON:
        return facts.money_tambons.reindex(tambons)
    from areamap.direction.brief import paid_by_tambon  # noqa: PLC0415 - only for one tambon

    district = facts.area.code[: CODE_DIGITS[Level.DISTRICT]]
    return paid_by_tambon(facts.snapshot, district, facts.year).reindex(tambons)


def _look(colour: str, label: str, areas: int) -> Look:
    return Look(colour).named(label, f"{areas:,}")


def _picture(
    telling: "Telling",
    key: str,
    register: str,
    classes: Series,
    legend: Sequence[Look],
    title: str,
    numbers: "_Numbers | None" = None,
) -> Picture:
    facts = telling.facts
    alone = facts.area.level is Level.TAMBON
    tambons = shown(telling)
    parts = Level.TAMBON if alone else facts.parts
    counted = [f"{each.label} {each.count}" for each in legend if each.label and each.count]
    alt = telling.t("map_alt", title=title, place=telling.place, counts=", ".join(counted))
    return Picture(
        key=key,
        title=telling.t("map_title", what=title, place=telling.place),
        theme=register,
        kind=telling.kind,
        tambons=tuple(tambons),
        classes=classes.reindex(tambons).astype("int64"),
        looks=tuple(legend),
        legend=title,
        level=parts,
        named=_named(telling, tambons, parts),
        alt=alt,
        source=telling.source(register),
        values=numbers.by_tambon if numbers else None,
        unit=numbers.unit if numbers else "",
        marked=(facts.area.code,) if alone else (),
        note=numbers.note if numbers else "",
    )


def _named(telling: "Telling", tambons: Index, level: Level) -> Mapping[str, str]:
    if level is Level.TAMBON:
        names = gazetteer.areas(Level.TAMBON).reindex(tambons)
    else:
        codes = telling.facts.snapshot.membership(level).reindex(tambons).dropna().unique()
        names = telling.facts.snapshot.names(level).reindex(Index(codes))
    return {str(code): str(name) for code, name in telling.names(names).items() if pd.notna(name)}
