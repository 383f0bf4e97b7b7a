"""What the map shows of themes that are more than one register's states: money, work lines, two."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap.draw import bivariate, looks, palettes
from areamap.draw.area_layer import OUTSIDE, Look, View
from areamap.draw.bivariate import Side
from areamap.draw.classes import APART, Classes, Kind, Scheme, classify
from areamap.draw.palettes import APART_LOOKS, HIGH_CONTRAST
from areamap.draw.symbols import symbols
from areamap.i18n import Lang, t
from areamap.measures.basis import Basis
from areamap.measures.integration import LINES
from areamap.measures.intensity import intensity
from areamap.ui import loaders, subjects
from areamap.ui.map_view import of_states, shown
from areamap.workspace import INTEGRATION, PAIRS

if TYPE_CHECKING:
    from pandas import Index, Series

    from areamap.draw.bivariate import Bivariate
    from areamap.draw.palettes import Palette
    from areamap.ui.choices import Choices
    from areamap.ui.class_picker import Classing
    from areamap.ui.loaders import Asked

_FIRST: Final = OUTSIDE + 1
_QUIET: Final = Look("#e6edf0")
"""Areas under circles."""
_FAINT: Final = "#cdd6da"
"""Ink of the hatch of areas without a line: most of a country, and not what is looked for."""


def view(key: "Asked", chosen: "Choices", inside: "Index", classing: "Classing") -> View:
    """
    Return the view of the theme that is chosen.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    inside
        Tambons of the area looked at.
    classing
        How numbers are classed and coloured.
    """
    if chosen.theme == subjects.BUDGET:
        return of_money(key, chosen, inside, amounts(key, chosen), classing)
    if chosen.theme == INTEGRATION:
        lines = loaders.integration(key, chosen.scope)["work_lines"]
        return of_integration(key, chosen, inside, lines, classing)
    if chosen.theme == subjects.TWO:
        return of_pair(key, chosen, inside)
    states = loaders.states_in(key, chosen.basis, chosen.scope)
    return of_states(key, chosen, inside, states)


def amounts(key: "Asked", chosen: "Choices") -> "Series":
    """Return baht by tambon of the area looked at; those without a line are not in it."""
    return loaders.by_tambon(loaders.budget(key, chosen.scope, chosen.year))


def of_money(
    key: "Asked", chosen: "Choices", inside: "Index", baht: "Series", classing: "Classing"
) -> View:
    """
    Return the view of baht by tambon: in classes, per head, or as circles.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    inside
        Tambons of the area looked at.
    baht
        Baht by tambon; tambons without a line of their own are not in it.
    classing
        How they are classed and coloured.
    """
    if chosen.money == subjects.CIRCLES:
        return _circles(key, chosen, inside, baht)
    values, nobody = money_values(key, chosen, inside, baht)
    classes = classing.classes(values, nobody)
    unit = "baht_per_head" if chosen.money == subjects.HEAD else "baht"
    remark = classes.remark(chosen.lang)
    notes = (t(f"themes.note_{chosen.money}", chosen.lang), *([remark] if remark else []))
    return _classed(key, chosen, classes, classing.palette, values, unit=unit, notes=notes)


def money_values(
    key: "Asked", chosen: "Choices", inside: "Index", baht: "Series"
) -> tuple["Series", "Index | None"]:
    """
    Return what the colours of money stand for, and the tambons in which nobody lives.

    Returns
    -------
    values
        Baht, or baht per head, by tambon; missing where no line or no number of people is known.
    nobody
        Tambons in which there is no head; None where baht are not counted by heads.
    """
    found = baht.reindex(inside)
    people = loaders.people(key) if chosen.money == subjects.HEAD else None
    if people is None:
        return found, None
    return intensity(found, people), people.index[people == 0]


def of_integration(
    key: "Asked", chosen: "Choices", inside: "Index", lines: "Series", classing: "Classing"
) -> View:
    """
    Return the view of how many work lines are at work in each tambon.

    Parameters
    ----------
    key, chosen, inside
        As for `of_money`.
    lines
        `work_lines` of `Snapshot.integration`.
    classing
        Its palette; each number has a class of its own as far as the palette goes.
    """
    palette = classing.palette
    values = lines.reindex(inside).astype("Float64").astype("float64")
    count = min(palette.longest, len(LINES))
    classes = classify(values, Scheme.OWN, own_breaks=range(2, count + 1))
    named = [str(number) for number in range(1, count + 1)]
    if count < len(LINES):
        named[-1] = f"{count} – {len(LINES)}"
    classes = replace(classes, labels=tuple(named))
    note = t("themes.note_integration", chosen.lang)
    return _classed(key, chosen, classes, palette, values, unit="work_lines", notes=(note,))


def of_pair(key: "Asked", chosen: "Choices", inside: "Index") -> View:
    """
    Return the view of two registers at once.

    Parameters
    ----------
    key, chosen, inside
        As for `of_money`.
    """
    drawn, counted = _pair(key, chosen, inside)
    places = (drawn.places + _FIRST).reindex(inside).fillna(0)
    named = list(bivariate.legend(counted, chosen.lang))
    apart = (places == 0).any()
    # The first has neither: what a forum looks for from the back of the room.
    named[0] = replace(named[0], gap=True)
    beside = APART_LOOKS[Kind.NOT_APPLICABLE]
    last = beside.named(t("ui.look_no_authority", chosen.lang)) if apart else beside
    placed = places.where(places > 0, len(named) + _FIRST)
    basis = t(f"ui.basis_{chosen.basis}", chosen.lang)
    view = shown(
        key,
        chosen,
        placed,
        [looks.AROUND, *named, last],
        notes=(t("ui.legend_counts", chosen.lang, basis=basis),),
    )
    return replace(view, grid=_grid(counted))


def pair_states(key: "Asked", chosen: "Choices") -> "tuple[Series, Series]":
    """Return the states of both registers of a pair, by area of the basis in the area looked at."""
    one, other = PAIRS[chosen.pair]
    return (
        loaders.side(key, one, chosen.basis, chosen.scope),
        loaders.side(key, other, chosen.basis, chosen.scope),
    )


def _pair(key: "Asked", chosen: "Choices", inside: "Index") -> "tuple[Bivariate, Bivariate]":
    """Return the pair by tambon, as it is drawn, and by area of the basis, as it is counted."""
    basis, ground = Basis(chosen.basis), loaders.snapshot(key).ground
    drawn, counted = [], []
    for register, own in zip(PAIRS[chosen.pair], pair_states(key, chosen), strict=True):
        whole = loaders.side(key, register, chosen.basis)
        by_tambon = looks.by_tambon(whole, ground, basis).reindex(inside).dropna()
        title = t(f"ui.theme_{register}", chosen.lang)
        # Both together, so that both have the same levels.
        both = bivariate.of_states(pd.concat([by_tambon, own]), title, chosen.lang)
        at = len(by_tambon)
        drawn.append(Side(title, both.labels, both.level.iloc[:at]))
        counted.append(Side(title, both.labels, both.level.iloc[at:]))
    return bivariate.bivariate(*drawn), bivariate.bivariate(*counted)


def _grid(both: "Bivariate") -> dict[str, Any]:
    counts = both.counts.to_numpy()[: len(both.rows.labels), : len(both.columns.labels)]
    return {
        "rows": {"title": both.rows.title, "labels": both.rows.labels},
        "columns": {"title": both.columns.title, "labels": both.columns.labels},
        "colours": both.colours,
        "counts": [[f"{areas:,}" for areas in row] for row in counts],
    }


def _circles(key: "Asked", chosen: "Choices", inside: "Index", baht: "Series") -> View:
    found = baht.reindex(inside)
    known = found.notna()
    quiet = _QUIET.named(t("themes.quiet", chosen.lang), f"{int(known.sum()):,}")
    palette = [looks.AROUND, quiet, _no_line(int((~known).sum()), chosen.lang)]
    view = shown(
        key,
        chosen,
        known.map({True: _FIRST, False: _FIRST + 1}),
        palette,
        notes=(t("themes.note_circles", chosen.lang),),
        title=t("themes.legend_circles", chosen.lang),
        values=found,
        unit=t("ui.baht", chosen.lang),
    )
    drawn = symbols(found)
    return view if drawn is None else replace(view, symbols=drawn.message())


def _classed(
    key: "Asked",
    chosen: "Choices",
    classes: Classes,
    palette: "Palette",
    values: "Series",
    *,
    unit: str,
    notes: tuple[str, ...],
) -> View:
    lang = chosen.lang
    named = list(palettes.legend(classes, palette, lang))
    if chosen.theme == subjects.BUDGET and loaders.snapshot(key).publication is not None:
        at = len(classes.labels) + APART.index(Kind.NO_DATA)
        named[at] = _no_line(classes.apart[Kind.NO_DATA], lang, chosen.money)
    if chosen.theme == INTEGRATION:
        at = len(classes.labels) + APART.index(Kind.NONE)
        named[at] = replace(named[at], gap=True)
    in_unit = classes.unit or unit
    view = shown(
        key,
        chosen,
        (classes.places + _FIRST).astype("float64"),
        [looks.AROUND, *named],
        notes=notes,
        title=t(f"themes.legend_{in_unit}", lang),
        values=values,
        unit=t("ui.baht" if unit == "baht" else f"measures.unit_{unit}", lang),
    )
    return replace(view, border=palette.border or "") if palette.name == HIGH_CONTRAST else view


def _no_line(areas: int, lang: Lang, money: str = subjects.TOTAL) -> Look:
    look = replace(APART_LOOKS[Kind.NO_DATA], ink=_FAINT)
    key = "themes.no_line_or_people" if money == subjects.HEAD else "ui.money_no_line"
    return look.named(t(key, lang), f"{areas:,}") if areas else look
