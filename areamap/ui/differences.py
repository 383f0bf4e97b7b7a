"""What differs between the two moments of two maps: one map, one sentence, one list."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap.briefs.change_lists import change_table, difference_table, pair_change_table
from areamap.calendar import format_date, format_year
from areamap.draw import change_looks, looks
from areamap.draw.area_layer import OUTSIDE
from areamap.draw.classes import Kind
from areamap.draw.palettes import APART_LOOKS
from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.measures.change import Change, money_change
from areamap.measures.pair_change import pair_change
from areamap.ui import loaders, map_view, subjects, theme_views
from areamap.ui.keeping import Keeping, kept
from areamap.workspace import PAIRS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandas import DataFrame, Index, Series

    from areamap.draw.area_layer import Look, View
    from areamap.ui.choices import Choices
    from areamap.ui.compare import Half, Pair
    from areamap.ui.loaders import Asked

_FIRST: Final = OUTSIDE + 1
_LOUD: Final = (Change.GAINED, Change.LOST, Change.SAME)


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """
    What differs.

    Attributes
    ----------
    view
        What the map shows.
    said
        The sentence of how many differ how.
    table
        The list of the areas that do.
    moments
        The two moments, as a line.
    """

    view: "View"
    said: str
    table: "DataFrame"
    moments: str


_FOUND: Final = Keeping[Difference](16)


def why_not(pair: "Pair") -> str | None:
    """Return why the two maps can't be set against each other; None where they can."""
    lang = pair.chosen.lang
    one, other = pair.left, pair.right
    if subjects.register(one.chosen) != subjects.register(other.chosen):
        return t("compare.not_themes", lang)
    if one.chosen.basis != other.chosen.basis:
        return t("compare.not_bases", lang)
    if one.moment == other.moment:
        return t("compare.not_moments", lang)
    return None


def difference(pair: "Pair", inside: "Index") -> Difference:
    """
    Return what differs between two maps, worked out once, with what is selected on them now.

    Parameters
    ----------
    pair, inside
        As for `worked_out`.
    """
    question = (pair.question, map_view.drawn_on(pair.chosen))
    found = _FOUND.get(question, lambda: worked_out(pair, inside))
    return replace(found, view=map_view.with_selected(found.view, pair.chosen))


def worked_out(pair: "Pair", inside: "Index") -> Difference:
    """
    Return what differs from the earlier of two maps to the later one.

    Parameters
    ----------
    pair
        The maps, of one theme and one basis.
    inside
        Tambons of the area looked at.
    """
    before, after = sorted((pair.left, pair.right), key=lambda half: half.moment)
    moments = " → ".join(_moment(half) for half in (before, after))
    if before.chosen.theme in subjects.STATED:
        found = _of_states(before, after, inside, moments)
    elif before.chosen.theme == subjects.TWO:
        found = _of_pair(before, after, inside, moments)
    else:
        found = _of_numbers(before, after, inside, moments)
    return replace(found, view=replace(found.view, tooltip=(moments, *found.view.tooltip[1:])))


@kept(16)
def changed(before: "Asked", after: "Asked", basis: str, register: str) -> "DataFrame":
    """Return how each area of the country differs, and why; see `Snapshot.change`."""
    now, then = (replace(loaders.snapshot(key), theme=register) for key in (after, before))
    return now.change(then, basis=basis)


def _of_states(before: "Half", after: "Half", inside: "Index", moments: str) -> Difference:
    chosen, lang = after.chosen, after.chosen.lang
    whole = changed(before.key, after.key, chosen.basis, chosen.theme)
    areas = loaders.states_in(after.key, chosen.basis, chosen.scope).index
    own = whole.reindex(areas)
    counts = own["change"].value_counts()
    names = {kind: t(f"measures.change_{kind}", lang) for kind in change_looks.CHANGES}
    view = of_changes(
        after.key, chosen, inside, whole["change"], counts, change_looks.CHANGES, names
    )
    parts = [_said(counts, chosen)]
    rest = (kind for kind in change_looks.CHANGES if kind not in _LOUD and kind in counts)
    parts += [f"{names[kind]} {counts[kind]:,}" for kind in rest]
    labels = loaders.labels(after.key, chosen.basis)
    table = change_table(own, labels, chosen.theme, lang)
    return Difference(view, " · ".join(parts), table, moments)


def _of_pair(before: "Half", after: "Half", inside: "Index", moments: str) -> Difference:
    chosen, lang = after.chosen, after.chosen.lang
    registers = PAIRS[chosen.pair]
    one, other = (changed(before.key, after.key, chosen.basis, each) for each in registers)
    areas = loaders.side(after.key, registers[0], chosen.basis, chosen.scope).index
    kinds = pair_change(one["change"], other["change"])
    counts = kinds.reindex(areas).value_counts()
    called = {
        word: t(f"ui.theme_{register}", lang)
        for word, register in zip(("one", "other"), registers, strict=True)
    }
    names = {kind: t(f"compare.pair_{kind}", lang, **called) for kind in change_looks.PAIR_CHANGES}
    view = of_changes(after.key, chosen, inside, kinds, counts, change_looks.PAIR_CHANGES, names)
    parts = []
    for register, whole in zip(registers, (one, other), strict=True):
        own = whole["change"].reindex(areas).value_counts()
        parts.append(f"{t(f'ui.theme_{register}', lang)}: {_said(own, chosen)}")
    labels = loaders.labels(after.key, chosen.basis)
    table = pair_change_table((one.reindex(areas), other.reindex(areas)), registers, labels, lang)
    return Difference(view, "\n\n".join(parts), table, moments)


def of_changes(
    key: "Asked",
    chosen: "Choices",
    inside: "Index",
    whole: "Series",
    counts: "Series",
    drawn_as: "Mapping[Any, Look]",
    names: "Mapping[Any, str]",
) -> "View":
    """
    Return the view of how areas differ, each kind with its look, name and count.

    Parameters
    ----------
    key, chosen
        The later moment, and what is chosen at it.
    inside
        Tambons of the area looked at.
    whole
        Kind of each area of the basis, of the country.
    counts
        How many areas of the area looked at differ in each way.
    drawn_as, names
        The looks, and what the kinds are called.
    """
    lang, basis = chosen.lang, Basis(chosen.basis)
    drawn = change_looks.by_tambon(whole, loaders.snapshot(key).ground, basis)
    number = {str(kind): place for place, kind in enumerate(drawn_as, start=_FIRST)}
    apart = len(number) + _FIRST
    placed = drawn.map(number).reindex(inside).fillna(apart)
    present = set(placed.unique())
    named = [
        look.named(names[kind], f"{counts[kind]:,}" if kind in counts else None)
        if kind in counts or number[str(kind)] in present
        else look
        for kind, look in drawn_as.items()
    ]
    beside = APART_LOOKS[Kind.NOT_APPLICABLE]
    if apart in present:
        beside = beside.named(t("ui.look_no_authority", lang))
    counted = t("ui.legend_counts", lang, basis=t(f"ui.basis_{basis}", lang))
    return map_view.shown(
        key,
        chosen,
        placed,
        [looks.AROUND, *named, beside],
        notes=(counted,),
        title=t("compare.legend", lang),
    )


def _said(counts: "Series", chosen: "Choices") -> str:
    """Return the sentence of how many areas gained, lost, and stayed."""
    told = {str(kind): f"{int(counts.get(kind, 0)):,}" for kind in _LOUD}
    basis = t(f"ui.basis_{chosen.basis}", chosen.lang)
    return t("compare.said", chosen.lang, basis=basis, **told)


def _of_numbers(before: "Half", after: "Half", inside: "Index", moments: str) -> Difference:
    chosen, lang = after.chosen, after.chosen.lang
    numbers = _numbers(before, after).reindex(inside)
    word = "money" if chosen.theme == subjects.BUDGET else "lines"
    view = of_numbers(after.key, chosen, numbers, word)
    change = numbers["difference"]
    later = int((numbers["before"].isna() & numbers["after"].notna()).sum())
    earlier = int((numbers["before"].notna() & numbers["after"].isna()).sum())
    parts = [
        t(
            f"compare.said_{word}",
            lang,
            more=f"{int((change > 0).sum()):,}",
            less=f"{int((change < 0).sum()):,}",
            same=f"{int((change == 0).sum()):,}",
            total=f"{change.sum():+,.0f}".replace("-", "−"),
        )
    ]
    for when, areas in (("after", later), ("before", earlier)):
        if areas:
            parts.append(f"{t(f'compare.{word}_only_{when}', lang)} {areas:,}")
    said = " · ".join(parts)
    labels = loaders.labels(after.key, "tambon")
    return Difference(view, said, difference_table(numbers, labels, lang), moments)


def of_numbers(key: "Asked", chosen: "Choices", numbers: "DataFrame", word: str) -> "View":
    """
    Return the view of a difference of numbers.

    Parameters
    ----------
    key, chosen
        The later moment, and what is chosen at it.
    numbers
        `before`, `after` and `difference` of each tambon of the area looked at.
    word
        `money` or `lines`: what is counted.
    """
    lang = chosen.lang
    found = change_looks.differences(
        numbers,
        lang,
        only_after=t(f"compare.{word}_only_after", lang),
        only_before=t(f"compare.{word}_only_before", lang),
        neither=t(f"compare.{word}_neither", lang),
    )
    unit = t("ui.baht" if word == "money" else "measures.unit_work_lines", lang)
    return map_view.shown(
        key,
        chosen,
        (found.places + _FIRST).astype("float64"),
        [looks.AROUND, *found.looks],
        title=t(f"compare.legend_{word}", lang),
        values=numbers["difference"],
        unit=unit,
    )


def _numbers(before: "Half", after: "Half") -> "DataFrame":
    """Return `before`, `after` and `difference` by tambon: baht, or work lines."""
    if before.chosen.theme == subjects.BUDGET:
        amounts = [theme_views.amounts(half.key, half.chosen) for half in (before, after)]
        found = money_change(*amounts).drop(columns="change")
        return found.rename(columns=lambda name: name.removesuffix("_baht"))
    old, new = (_lines(half) for half in (before, after))
    return pd.DataFrame({"before": old, "after": new, "difference": new - old})


def _lines(half: "Half") -> "Series":
    lines = loaders.integration(half.key, half.chosen.scope)["work_lines"]
    return lines.astype("Float64").astype("float64")


def _moment(half: "Half") -> str:
    lang = half.chosen.lang
    if half.chosen.theme == subjects.BUDGET and half.chosen.year is not None:
        return t("ui.fy_whole", lang, year=format_year(half.chosen.year, lang))
    return format_date(half.key.as_of, lang)
