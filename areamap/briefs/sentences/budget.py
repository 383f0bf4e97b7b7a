"""Where the money went and what it brought with it, in words."""

from dataclasses import dataclass

from areamap.calendar import format_year
from areamap.draw.amounts import million_baht, ratio
from areamap.i18n import Lang, t


@dataclass(frozen=True, slots=True)
class Money:
    """
    The figures of a year of one place, of all that is picked.

    Attributes
    ----------
    place
        What it is called.
    year
        Fiscal year (BE).
    baht, before
        Of the year, and of the year before.
    codi, partners
        Of CODI, and of all others that are named.
    above
        Known only above the level at which it is shared out.
    tambons, never
        Tambons of the place, and those without a line up to the year.
    has_all_agencies
        Whether no agency is picked; else nothing can be said of who brought whom.
    """

    place: str
    year: int
    baht: float
    before: float
    codi: float
    partners: float
    above: float
    tambons: int
    never: int
    has_all_agencies: bool


def answer(money: Money, lang: Lang) -> str:
    """Return how much there is, and who pays it."""
    if not money.baht:
        year = format_year(money.year, lang)
        return t("budget.answer_nothing", lang, place=money.place, year=year)
    said = t(
        "budget.answer",
        lang,
        place=money.place,
        year=format_year(money.year, lang),
        baht=million_baht(money.baht, lang, unit=True),
    )
    if not money.has_all_agencies:
        return said
    if money.codi <= 0:
        return f"{said} {t('budget.answer_no_codi', lang)}"
    brought = ratio(money.partners / money.codi, lang)
    codi = million_baht(money.codi, lang, unit=True)
    return f"{said} {t('budget.answer_leverage', lang, codi=codi, ratio=brought)}"


def never(money: Money, lang: Lang) -> str:
    """Return how many tambons never had a line of their own, and what can't be said of them."""
    told = {"count": f"{money.never:,}", "tambons": f"{money.tambons:,}"}
    said = t("budget.answer_all" if not money.never else "budget.answer_never", lang, **told)
    if money.above:
        above = million_baht(money.above, lang, unit=True)
        said = f"{said} {t('budget.answer_above', lang, baht=above)}"
    return said
