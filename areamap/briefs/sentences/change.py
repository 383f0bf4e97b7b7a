"""What moved between two moments, in words; every sum is told so that it can be added up."""

from typing import TYPE_CHECKING, Any, Final

from areamap.calendar import format_date, say_date
from areamap.draw.amounts import million_baht
from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from datetime import date

    from pandas import DataFrame, Series

    from areamap.direction.forums import Forum

_COUNTED: Final = {
    "corrected_up": "+", "corrected_down": "−", "gained": "+", "lost": "−",
    "became_known": "+", "became_unknown": "−",
}  # fmt: skip
_PAID: Final = {"corrected_up": "+", "corrected_down": "−", "added": "+", "removed": "−"}


def between(first: "date", second: "date", lang: Lang) -> str:
    """Return the two days, as they are read aloud."""
    told = {"first": say_date(first, lang), "second": say_date(second, lang)}
    return t("change.between", lang, **told)


def counted(line: "Series[Any]", place: str, theme: str, basis: str, lang: Lang) -> str:
    """
    Return how many areas are covered now and were before, and what was gained and lost.

    Parameters
    ----------
    line
        A line of `measures.change_account.account`.
    place
        What the place is called.
    theme
        Id of the register.
    basis
        `tambon` or `authority`; named with the count.
    lang
        Language.
    """
    same = all(line[name] == 0 for name in _COUNTED)
    told = {
        name: f"{int(line[name]):,}" for name in line.index if name not in {"name_th", "name_en"}
    }
    return t(
        "change.counted_same" if same else "change.counted",
        lang,
        place=place,
        what=t(f"standing.what_{theme}", lang),
        unit=t(f"ui.basis_{basis}", lang),
        **told,
    )


def sum_of_areas(line: "Series[Any]", lang: Lang) -> str:
    """Return the account as a sum: what was, plus and minus, what is."""
    parts = [
        f"{sign} {t(f'change.part_{name}', lang)} {int(line[name]):,}"
        for name, sign in _COUNTED.items()
        if line[name]
    ]
    return _sum(f"{int(line['before']):,}", parts, f"{int(line['after']):,}", lang)


def paid(line: "Series[Any]", place: str, lang: Lang) -> str:
    """
    Return how much money the years begun have now and had before.

    Parameters
    ----------
    line
        A line of `measures.change_account.money_account`.
    place
        What the place is called.
    lang
        Language.
    """
    same = all(line[name] == 0 for name in _PAID)
    told = {name: million_baht(float(line[name]), lang, unit=True) for name in line.index}
    return t("change.paid_same" if same else "change.paid", lang, place=place, **told)


def sum_of_baht(line: "Series[Any]", lang: Lang) -> str:
    """Return the account of baht as a sum, to the satang."""
    parts = [
        f"{sign} {t(f'change.part_{name}', lang)} {float(line[name]):,.2f}"
        for name, sign in _PAID.items()
        if line[name]
    ]
    return _sum(f"{float(line['before']):,.2f}", parts, f"{float(line['after']):,.2f}", lang)


def closed(found: "DataFrame", lang: Lang) -> str:
    """
    Return how many closed fiscal years were changed afterwards, and how many without a word.

    Parameters
    ----------
    found
        As `direction.changes.closed_years` gives it.
    lang
        Language.
    """
    if found.empty:
        return t("change.closed_none", lang)
    silent = int((found["note"].fillna("") == "").sum())
    told = {"count": f"{len(found):,}", "silent": f"{silent:,}"}
    return t("change.closed", lang, **told)


def last_forum(forum: "Forum | None", place: str, lang: Lang, *, is_year_ago: bool = False) -> str:
    """
    Return when the last forum was and who says so, or that it is not known.

    Parameters
    ----------
    forum
        As `direction.forums.last` gives it.
    place
        What the place is called whose forum it was, or that none is known of.
    lang
        Language.
    is_year_ago
        Whether a year ago stands in for a forum that is not known.
    """
    if forum is None:
        key = "change.forum_unknown_year" if is_year_ago else "change.forum_unknown"
        return t(key, lang, place=place)
    told = {"place": place, "day": format_date(forum.day, lang), "source": forum.source}
    return t(f"change.forum_{forum.told}", lang, **told)


def _sum(before: str, parts: "list[str]", after: str, lang: Lang) -> str:
    return t("change.sum", lang, sum=" ".join([before, *parts]), after=after)
