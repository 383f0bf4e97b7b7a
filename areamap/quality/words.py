"""What was found, in the words of people: sentences for findings, causes and figures."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from areamap.calendar import format_date, format_year
from areamap.i18n import Lang, sentences, t
from areamap.measures.indicators import indicators
from areamap.measures.reconciliation import ABOUT_PCT, Cause, CauseKind, Qualifier
from areamap.quality.unrun import Unrun
from areamap.registers import definitions

_YEARS: Final = frozenset({"year"})
_RATES: Final = ("tambon_pct", "authority_pct")


def finding(what: str, values: Mapping[str, Any], lang: Lang) -> str:
    """
    Return the sentence of a finding.

    Parameters
    ----------
    what, values
        As `Quality.findings` gives them.
    lang
        Language of the sentence.
    """
    told = {name: _told(name, value, lang) for name, value in values.items()}
    if "indicator" in values:
        unit = str(values.get("unit", ""))
        for name in ("said", "counted", "parts", "out_of"):
            told[name] = amount(values.get(name), unit, lang)
    return t(f"quality.what_{what}", lang, **told)


def cause(found: Cause, unit: str, lang: Lang) -> str:
    """
    Return the sentence of what may make a figure differ.

    Parameters
    ----------
    found
        The cause.
    unit
        Unit of the figure, as it was said.
    lang
        Language of the sentence.
    """
    values = dict(found.told)
    in_unit = ("said", "parts", "counted", "now", "difference")
    told = {
        name: amount(value, unit, lang) if name in in_unit else _told(name, value, lang)
        for name, value in values.items()
    }
    if found.kind is CauseKind.OTHER_BASIS:
        return _of_basis(values, told, lang)
    if found.kind is CauseKind.OPEN_ROWS and values.get("baht"):
        return t("quality.cause_open_money", lang, **told)
    if found.kind is CauseKind.OTHER_DATE:
        parts = [
            t(f"quality.cause_date_{name}", lang, **told)
            for name in ("later", "unsure", "now")
            if values.get(name)
        ]
        return t("quality.cause_other_date", lang, parts=" · ".join(parts))
    return t(f"quality.cause_{found.kind}", lang, **told)


def said(value: float | None, qualifier: str, unit: str, lang: Lang) -> str:
    """Return a figure as it was said: with its qualifier, and how far "about" may be off."""
    if value is None or pd.isna(value):
        return "–"
    shown = amount(value, unit, lang)
    if qualifier == Qualifier.EXACT:
        return shown
    return t(f"quality.said_{qualifier}", lang, value=shown, tolerance=f"{ABOUT_PCT:g}")


def when(said_on: date | None, first_year: int | None, last_year: int | None, lang: Lang) -> str:
    """Return the day of a figure, else its years; empty where it was said of neither."""
    if said_on is not None and not pd.isna(said_on):
        return format_date(said_on, lang)
    years = [format_year(int(year), lang) for year in (first_year, last_year) if pd.notna(year)]
    span = "–".join(dict.fromkeys(years))
    return t("quality.unit_year", lang, value=span) if span else ""


def amount(value: float | None, unit: str, lang: Lang) -> str:
    """Return a number with its unit; a unit that is not ours stands as it was written."""
    if value is None or pd.isna(value):
        return "–"
    if unit in _YEARS:
        return t("quality.unit_year", lang, value=format_year(int(value), lang))
    key = f"quality.unit_{unit}"
    if key in sentences(lang):
        return t(key, lang, value=_number(value))
    return f"{_number(value)} {unit}".strip()


def indicator(name: str, lang: Lang) -> str:
    """Return what an indicator is called; one that is not ours stands as it was written."""
    known = indicators().get(name)
    return known.label(lang) if known else name


def register(name: str, lang: Lang) -> str:
    """Return what a register is called."""
    return definitions.load(name).label(lang) if name in definitions.ids() else name


def unrun(checks: Iterable[Unrun], lang: Lang) -> str:
    """Return which checks did not run, together with those that want the same registers."""
    wanting: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for each in checks:
        name = t(f"quality.check_{each.check}", lang)
        wanting.setdefault((each.registers, each.is_one_enough), []).append(name)
    parts = []
    for (registers, is_one_enough), names in wanting.items():
        link = t(f"quality.unrun_{'or' if is_one_enough else 'and'}", lang)
        wanted = link.join(register(each, lang) for each in registers)
        parts.append(t("quality.unrun_part", lang, checks=", ".join(names), registers=wanted))
    return " · ".join(parts)


def _of_basis(values: Mapping[str, Any], told: Mapping[str, str], lang: Lang) -> str:
    way = next((name for name in ("counted", "areas") if name in values), "only")
    basis = t(f"ui.basis_{values['basis']}", lang)
    sentence = t(f"quality.cause_basis_{way}", lang, **{**told, "basis": basis})
    if all(name in values for name in _RATES):
        rates = {name: f"{values[name]:.1f}" for name in _RATES}
        sentence += " " + t("quality.cause_basis_rates", lang, **rates)
    return sentence


def _told(name: str, value: Any, lang: Lang) -> str:  # noqa: ANN401 - whatever a sentence says
    if isinstance(value, date):
        return format_date(value, lang)
    for ending, told in _ENDINGS.items():
        if name.endswith(ending) and value is not None:
            return told(value, lang)
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return "–"
    return _number(value) if isinstance(value, int | float) else str(value)


def _number(value: float) -> str:
    whole = round(value, 2)
    shown = f"{whole:,.0f}" if whole == int(whole) else f"{whole:,.2f}"
    return shown.replace("-", "−")


_ENDINGS: Final[dict[str, Callable[[Any, Lang], str]]] = {
    "year": lambda value, lang: format_year(int(value), lang),
    "registers": lambda value, lang: ", ".join(register(each, lang) for each in value),
    "register": register,
    "indicator": indicator,
    "publication": lambda value, _: str(value),
}
"""How values are told by the ending of their name."""
