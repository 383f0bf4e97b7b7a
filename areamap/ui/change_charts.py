"""The areas below: what each gained and lost, with the account that adds up beside it."""

from typing import TYPE_CHECKING, Final

from pandas import DataFrame

from areamap.briefs.sentences import change as said
from areamap.draw import change_looks, charts
from areamap.i18n import t
from areamap.measures.change import Change
from areamap.measures.change_account import COUNTED, PAID
from areamap.ui import place_names
from areamap.ui.chart import Chart

if TYPE_CHECKING:
    from areamap.ui.change_words import Shown

_COLOURS: Final = {
    "gained": change_looks.CHANGES[Change.GAINED].fill,
    "lost": change_looks.CHANGES[Change.LOST].fill,
    "added": change_looks.CHANGES[Change.GAINED].fill,
    "removed": change_looks.CHANGES[Change.LOST].fill,
    "corrected": "#c9a227",
    "known": "#6f9fd0",
}
_PARTS: Final = {
    "gained": ("gained",),
    "lost": ("lost",),
    "corrected": ("corrected_up", "corrected_down"),
    "known": ("became_known", "became_unknown"),
}
_PAID_PARTS: Final = {
    "added": ("added",),
    "removed": ("removed",),
    "corrected": ("corrected_up", "corrected_down"),
}


def areas(shown: "Shown") -> Chart:
    """Return the account of the areas below; those where most moved first."""
    lang, is_money = shown.lang, shown.compared.is_money
    of, columns = (_PAID_PARTS, PAID) if is_money else (_PARTS, COUNTED)
    below = shown.below[[str(code) in shown.names for code in shown.below.index]]
    parts = DataFrame({name: below[list(which)].sum(axis=1) for name, which in of.items()})
    order = parts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    parts, below = parts.loc[order], below.loc[order]
    shown_parts = parts.loc[:, parts.sum() > 0]
    level = place_names.level_word(shown.by, lang, shown.compared.chosen.scope)
    days = said.between(shown.between.first.day, shown.between.second.day, lang)
    named = [shown.names[str(code)] for code in order]
    told = [name for name in columns if name in {"before", "after"} or below[name].any()]
    listed = below[told].rename(columns=lambda name: t(f"change.column_{name}", lang))
    listed.insert(0, t("change.column_area", lang), named)
    moved = shown_parts[shown_parts.sum(axis=1) > 0]
    return Chart(
        _figure(shown, moved, below.loc[moved.index]) if len(moved) else None,
        listed,
        t("change.areas", lang, level=level),
        (days, shown.source),
        t("change.areas_note_money" if is_money else "change.areas_note", lang),
    )


def _figure(shown: "Shown", parts: DataFrame, below: DataFrame) -> charts.Figure:
    lang, is_money = shown.lang, shown.compared.is_money

    def number(value: float) -> str:
        return charts.million_baht(value, lang) if is_money else f"{value:,.0f}"

    named = {name: t(_word(name), lang) for name in parts.columns}
    totals = [
        f"{number(was)} → {number(is_)}"
        for was, is_ in zip(below["before"], below["after"], strict=True)
    ]
    return charts.stacked(
        parts,
        shown.names,
        named,
        _COLOURS,
        parts.map(lambda value: number(value) if value else ""),
        totals,
        marked=[shown.at] if shown.at else [],
    )


def _word(part: str) -> str:
    return f"change.kind_{part}" if part in {"corrected", "known"} else f"change.column_{part}"
