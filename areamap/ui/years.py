"""The fiscal years that a theme may be looked at in, and what they are called."""

from datetime import date

from areamap.calendar import fiscal_year, fiscal_year_span, format_date, format_year
from areamap.i18n import Lang, t
from areamap.ui import choices, loaders, moments, subjects


def of_theme(theme: str, on: date) -> tuple[str, ...]:
    """
    Return the fiscal years of a theme, with the day itself where it has one.

    Parameters
    ----------
    theme
        One of `subjects.SHOWN`.
    on
        The day that is looked at; a year that began later is left out where it is not today.
    """
    found = loaders.fiscal_years()
    if theme == subjects.BUDGET and found:
        begun = [year for year in found if year <= fiscal_year(on)]
        return tuple(map(str, found if moments.chosen() is None else begun or found))
    return (choices.NOW, *(str(year) for year in found if not is_running(year, on)))


def usual(offered: tuple[str, ...], on: date) -> str:
    """Return the year that is shown at first: one that runs has hardly any line in it yet."""
    whole = (each for each in offered if each == choices.NOW or not is_running(int(each), on))
    return next(whole, offered[0])


def is_running(year: int, on: date) -> bool:
    """Tell whether a fiscal year (BE) has not ended yet on a day."""
    return fiscal_year_span(year)[1] >= on


def label(year: str, theme: str, lang: Lang) -> str:
    """Return what a year of `of_theme` is called."""
    if year == choices.NOW:
        on = moments.chosen()
        return t("ui.fy_now", lang) if on is None else format_date(on, lang)
    key = "ui.fy_whole" if theme == subjects.BUDGET else "ui.fy_end"
    if is_running(int(year), moments.today()):
        key = "ui.fy_running"
    return t(key, lang, year=format_year(int(year), lang))
