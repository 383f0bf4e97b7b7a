"""How an area stands, in one sentence; what changed in a year; what needs attention."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap.calendar import format_date, format_year
from areamap.draw.amounts import million_baht
from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from datetime import date

    from pandas import Series

    from areamap.direction.headlines import Attention, Moved


APART: Final = 1.0
"""From how many points on two rates tell different stories."""


def covered(row: "Series[Any]", place: str, theme: str, lang: Lang) -> str:
    """
    Return how many areas of a place have a council, a fund or housing, and how many not.

    Parameters
    ----------
    row
        The place's line of `Snapshot.coverage`; its basis is said.
    place
        What the place is called.
    theme
        Id of the register.
    lang
        Language.
    """
    basis = t(f"ui.basis_{row['basis']}", lang)
    if pd.isna(row["coverage_pct"]):
        told = t(f"standing.what_{theme}", lang)
        return t("standing.unknown", lang, place=place, what=told, basis=basis)
    form = "one" if row["covered"] == 1 else "many"
    said = t(
        f"standing.{theme}_{form}",
        lang,
        place=place,
        covered=f"{row['covered']:,}",
        areas=f"{row['areas']:,}",
        basis=basis,
        rate=f"{row['coverage_pct']:.1f}",
    )
    rest = [
        t(f"standing.rest_{name}", lang, count=f"{row[name]:,}")
        for name in ("gap", "unknown")
        if row[name]
    ]
    return " · ".join([said, *rest])


def paid(total: float, tambons: int, above: float, place: str, lang: Lang) -> str:
    """
    Return how much money a place has, and how much of it is known only above the tambon.

    Parameters
    ----------
    total, above
        Baht in all, and baht known only above the tambon.
    tambons
        Tambons that some of it is known of.
    place
        What the place is called.
    lang
        Language.
    """
    told = {"place": place, "tambons": f"{tambons:,}"}
    said = t("standing.paid", lang, baht=million_baht(total, lang, unit=True), **told)
    if not above:
        return said
    return f"{said} {t('standing.above', lang, baht=million_baht(above, lang, unit=True))}"


def two_stories(
    tambon: "Series[Any]", authority: "Series[Any]", place: str, theme: str, lang: Lang
) -> str:
    """
    Return where the two bases tell different stories; nothing where they tell the same.

    Rule: they differ where one says that all are covered and the other does not, or where the rates
    are apart by `APART` points or more.

    Parameters
    ----------
    tambon, authority
        The place's line of `Snapshot.coverage` by each basis.
    place
        What the place is called.
    theme
        Id of the register.
    lang
        Language.
    """
    rates = [each["coverage_pct"] for each in (tambon, authority)]
    if any(pd.isna(rate) for rate in rates):
        return ""
    full = [each["covered"] == each["areas"] for each in (tambon, authority)]
    if full[0] == full[1] and abs(rates[0] - rates[1]) < APART:
        return ""
    told = {}
    for basis, row in (("tambon", tambon), ("authority", authority)):
        told[f"{basis}_covered"] = f"{int(row['covered']):,}"
        told[f"{basis}_areas"] = f"{int(row['areas']):,}"
        told[f"{basis}_rate"] = f"{row['coverage_pct']:.1f}"
    return t(
        "standing.two_stories", lang, place=place, what=t(f"standing.what_{theme}", lang), **told
    )


def moved(change: "Moved", lang: Lang, *, forum: bool = False) -> str:
    """
    Return what changed since a day, and of how many areas it can't be told.

    Parameters
    ----------
    change
        As `direction.headlines.moved` gives it.
    lang
        Language.
    forum
        Whether the day is that of the last forum, which is said.
    """
    since = format_date(change.since, lang)
    if forum:
        since = t("standing.since_forum", lang, day=since)
    if not change.gained and not change.lost:
        said = t("standing.moved_none", lang, since=since)
    else:
        told = {"gained": f"{change.gained:,}", "lost": f"{change.lost:,}"}
        said = t("standing.moved", lang, since=since, **told)
    if not change.untold:
        return said
    return f"{said} {t('standing.moved_untold', lang, count=f'{change.untold:,}')}"


def paid_moved(now: float, before: float | None, year: int, lang: Lang) -> str:
    """
    Return how much more or less money there is than in the fiscal year before.

    Parameters
    ----------
    now, before
        Baht of a fiscal year and of the one before; None where the register tells of none.
    year
        The fiscal year (BE) before.
    lang
        Language.
    """
    named = format_year(year, lang)
    if before is None:
        return t("standing.paid_none_before", lang, year=named)
    # Float sums are a hair off; baht have two digits.
    apart = round(now - before, 2)
    if not apart:
        return t("standing.paid_same", lang, year=named)
    key = "standing.paid_more" if apart > 0 else "standing.paid_less"
    return t(key, lang, year=named, baht=million_baht(abs(apart), lang, unit=True))


def paid_since(line: "Series[Any]", since: "date", lang: Lang) -> str:
    """
    Return how much money the fiscal years begun have more or less than on the day of a forum.

    Parameters
    ----------
    line
        Sum of `measures.change_account.money_account`.
    since
        The day.
    lang
        Language.
    """
    day = t("standing.since_forum", lang, day=format_date(since, lang))
    apart = round(float(line["after"]) - float(line["before"]), 2)
    if not apart:
        return t("standing.moved_none", lang, since=day)
    key = "standing.paid_since_more" if apart > 0 else "standing.paid_since_less"
    return t(key, lang, since=day, baht=million_baht(abs(apart), lang, unit=True))


def concern(each: "Attention", name: str, theme: str, basis: str, lang: Lang) -> str:
    """
    Return one thing that needs attention.

    Parameters
    ----------
    each
        As `direction.headlines.attention` gives it.
    name
        What the area is called that it is about; nothing where it is about several.
    theme
        Id of the register.
    basis
        `tambon` or `authority`.
    lang
        Language.
    """
    digits = 1 if each.concern == "lowest" else 0
    return t(
        f"standing.concern_{each.concern}",
        lang,
        name=name,
        count=f"{each.count:,.{digits}f}",
        what=t(f"standing.what_{theme}", lang),
        basis=t(f"ui.basis_{basis}", lang),
    )
