"""Parts of sentences that all share: counts with their unit, baht, days, lists."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import pandas as pd

from areamap.calendar import format_year, say_date
from areamap.i18n import Lang, t


def counted(unit: str, number: float, lang: Lang) -> str:
    """
    Return a number with what was counted, in the singular or the plural.

    Parameters
    ----------
    unit
        A word below `sentences.` in the locale files, without `_one` or `_many`.
    number
        How many.
    lang
        Language.
    """
    form = "one" if number == 1 else "many"
    return t(f"sentences.{unit}_{form}", lang, count=f"{number:,.0f}")


def baht(amount: Any, lang: Lang) -> str:  # noqa: ANN401 - float64 of baht, or missing
    """Return an amount in whole baht; missing is said to be unknown."""
    if pd.isna(amount):
        return t("sentences.baht_unknown", lang)
    return counted("baht", round(float(amount)), lang)


def day(when: Any, lang: Lang) -> str:  # noqa: ANN401 - a date of Python or of pandas
    """Return a day as it is read aloud."""
    return say_date(pd.Timestamp(when).date(), lang)


def years(first: Any, last: Any, lang: Lang) -> str:  # noqa: ANN401 - whole numbers of any kind
    """Return one Buddhist year, or the first and the last."""
    one, other = format_year(int(first), lang), format_year(int(last), lang)
    return one if one == other else t("sentences.years", lang, first=one, last=other)


def listed(words: Sequence[str], lang: Lang) -> str:
    """Return words as one says them: `a, b and c`."""
    if len(words) < 2:  # noqa: PLR2004 - one word is no list
        return "".join(words)
    before = reduce(lambda one, more: t("sentences.then", lang, first=one, last=more), words[:-1])
    return t("sentences.and", lang, first=before, last=words[-1])
