"""
How numbers are written on charts and in sentences: one rule for baht, one for ratios.

The rule: baht in millions with three significant digits and at most two decimals, so that 73,250
baht is 0.07, 9,432,302 baht is 9.43 and 1,234.6 million is 1,235. What is less than 5,000 baht and
not nothing is said to be less than 0.01. Tables beside a chart hold every baht.
"""

import math
from typing import Final

from areamap.i18n import Lang, t

MILLION: Final = 1_000_000
_DIGITS: Final = 3
_DECIMALS: Final = 2
_LEAST: Final = 0.005


def million_baht(baht: float, lang: Lang, *, unit: bool = False) -> str:
    """
    Return baht in millions by the one rule.

    Parameters
    ----------
    baht
        The amount; missing is said to be unknown.
    lang
        Language of the words.
    unit
        Whether `million baht` stands behind the number.
    """
    if math.isnan(baht):
        return t("charts.unknown", lang)
    millions = baht / MILLION
    said = f"{millions:,.{_decimals(millions)}f}"
    if 0 < abs(millions) < _LEAST:
        said = ("< " if millions > 0 else "> -") + "0.01"
    elif millions == 0:
        said = "0"
    return t("charts.million_baht", lang, amount=said) if unit else said


def ratio(value: float, lang: Lang) -> str:
    """Return a ratio with two decimals; missing is said to be unknown."""
    return t("charts.unknown", lang) if math.isnan(value) else f"{value:,.2f}"


def _decimals(millions: float) -> int:
    # 9.996 is 10.0 in three digits: rounded before its digits are counted.
    size = abs(float(f"{millions:.{_DIGITS}g}"))
    whole = 1 if size < 1 else math.floor(math.log10(size)) + 1
    return min(max(_DIGITS - whole, 0), _DECIMALS)
