"""Lists of what differs between two moments, as people read them."""

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame, Series

from areamap.briefs.theme_lists import headed, places
from areamap.i18n import Lang, t
from areamap.measures.change import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET = (Change.SAME, Change.UNKNOWN)
"""Changes that are none, or that can't be told."""


def change_table(changes: DataFrame, labels: DataFrame, register: str, lang: Lang) -> DataFrame:
    """
    Return the areas that differ, as people read them.

    Parameters
    ----------
    changes
        As `Snapshot.change` gives it.
    labels
        As `Snapshot.labels` gives it.
    register
        Id of the register.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: area, what differs, district, province, state before and after,
        why, code; those lost first.
    """
    found = changes[~changes["change"].isin(QUIET)]
    order = dict.fromkeys((Change.LOST, Change.GAINED, *Change))
    rank = {str(kind): place for place, kind in enumerate(order)}
    found = found.sort_values("change", key=lambda kinds: kinds.map(rank), kind="stable")
    where = places(found.index.to_series(), labels, lang)
    columns = {
        "name": where.pop("name"),
        "change": [t(f"measures.change_{kind}", lang) for kind in found["change"]],
        **where,
        "before": _states(found, "before", register, lang),
        "after": _states(found, "after", register, lang),
        "why": [t(f"measures.cause_{cause}", lang) for cause in found["cause"]],
        "code": found.index,
    }
    return headed(columns, lang)


def pair_change_table(
    pair: "tuple[DataFrame, DataFrame]",
    registers: "Sequence[str]",
    labels: DataFrame,
    lang: Lang,
) -> DataFrame:
    """
    Return the areas that differ in one or both of two things, as people read them.

    Parameters
    ----------
    pair
        As `Snapshot.change` gives it for each register, on one basis.
    registers
        What each is of.
    labels
        As `Snapshot.labels` gives it.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: area, what differs (each register that changed, with what it was
        and is), district, province, why, code; those that lost something first.
    """
    areas = pair[0].index.union(pair[1].index)
    whole = [each.reindex(areas) for each in pair]
    moves = pd.concat(
        [_moves(each, register, lang) for register, each in zip(registers, whole, strict=True)]
    )
    said = moves.groupby(level=0).agg(_joined)
    rank = sum(~(each["change"] == Change.LOST).to_numpy(bool) for each in whole)
    said = said.loc[Series(rank, index=areas)[said.index].sort_values(kind="stable").index]
    where = places(said.index.to_series(), labels, lang)
    columns = {
        "name": where.pop("name"),
        "change": said["move"],
        **where,
        "why": said["why"],
        "code": said.index,
    }
    return headed(columns, lang)


def difference_table(numbers: DataFrame, labels: DataFrame, lang: Lang) -> DataFrame:
    """
    Return the areas whose number differs, or is known at one moment only; most first.

    Parameters
    ----------
    numbers
        By `area_code`: `before`, `after`, `difference`.
    labels
        As `Snapshot.labels` gives it.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: area, difference, number before and after, district, province,
        code. Numbers are whole (Int64) where all of them are.
    """
    one_sided = numbers["before"].isna() != numbers["after"].isna()
    found = numbers[one_sided | numbers["difference"].fillna(0).ne(0)]
    size = found["difference"].abs().fillna(found["before"].fillna(found["after"]))
    found = found.loc[size.sort_values(ascending=False, kind="stable").index]
    where = places(found.index.to_series(), labels, lang)
    columns = {
        "name": where.pop("name"),
        "difference": _whole(found["difference"]),
        "number_before": _whole(found["before"]),
        "number_after": _whole(found["after"]),
        **where,
        "code": found.index,
    }
    return headed(columns, lang)


def _joined(texts: Series) -> str:
    return " · ".join(dict.fromkeys(texts))


def _moves(changes: DataFrame, register: str, lang: Lang) -> DataFrame:
    """Return what each area that differs was and is, after the name of the register; and why."""
    found = changes[changes["change"].notna() & ~changes["change"].isin(QUIET)]
    states = (_states(found, moment, register, lang) for moment in ("before", "after"))
    name = t(f"ui.theme_{register}", lang)
    moves = [f"{name}: {was} → {is_}" for was, is_ in zip(*states, strict=True)]
    why = [t(f"measures.cause_{cause}", lang) for cause in found["cause"]]
    return DataFrame({"move": moves, "why": why}, index=found.index)


def _states(found: DataFrame, moment: str, register: str, lang: Lang) -> list[str]:
    known = found[moment].notna()
    return [
        t(f"ui.look_{register}_{state}", lang) if is_known else ""
        for state, is_known in zip(found[moment], known, strict=True)
    ]


def _whole(numbers: Series) -> Series:
    is_whole = bool((numbers.dropna() % 1 == 0).all())
    return numbers.astype("Int64") if is_whole else numbers
