"""How areas compare, in words."""

import math
from dataclasses import dataclass
from typing import Any, TypeAlias

from pandas import DataFrame, Series

from areamap.direction.clusters import Measure
from areamap.draw.amounts import million_baht
from areamap.i18n import Lang, t

Row: TypeAlias = "dict[str, Any] | Series[Any]"
"""A line of `direction.clusters.compared`."""


@dataclass(frozen=True, slots=True)
class Wording:
    """
    How values of one comparison are said.

    Attributes
    ----------
    measure
        What is compared.
    theme
        Id of the register.
    basis
        `tambon` or `authority`.
    lang
        Language.
    """

    measure: Measure
    theme: str
    basis: str
    lang: Lang

    def value(self, value: float) -> str:
        """Return a value with its unit; missing is said to be unknown."""
        if math.isnan(value):
            key = "unknown" if self.measure is Measure.COVERAGE else "no_line"
            return t(f"clusters.{key}", self.lang)
        if self.measure is Measure.SUM:
            return million_baht(value, self.lang, unit=True)
        digits = 1 if self.measure is Measure.COVERAGE else self._digits(value)
        return t(f"clusters.value_{self.measure}", self.lang, value=f"{value:,.{digits}f}")

    def short(self, value: float) -> str:
        """Return a value without its unit; missing is a dash."""
        if math.isnan(value):
            return "–"
        if self.measure is Measure.SUM:
            return million_baht(value, self.lang)
        if self.measure is Measure.COVERAGE:
            return self.value(value)
        return f"{value:,.{self._digits(value)}f}"

    def of(self, row: Row) -> str:
        """Return a value with what was divided by what."""
        said = self.value(row["value"])
        if math.isnan(row["value"]) or self.measure is Measure.SUM:
            return said
        unit = t(f"ui.basis_{self.basis}", self.lang)
        part = row["part"]
        counted = self.measure is Measure.COVERAGE
        told = f"{part:,.0f}" if counted else million_baht(part, self.lang, unit=True)
        key = f"clusters.of_{self.measure}"
        return t(key, self.lang, value=said, part=told, whole=f"{row['whole']:,.0f}", unit=unit)

    def difference(self, value: float) -> str:
        """Return how far two values are apart, without a sign."""
        if self.measure is Measure.COVERAGE:
            return t("clusters.points", self.lang, value=f"{abs(value):,.1f}")
        return self.value(abs(value))

    def _digits(self, value: float) -> int:
        return 0 if self.measure is Measure.TAMBON or abs(value) >= 100 else 2  # noqa: PLR2004 - three digits say enough


def answer(found: DataFrame, whole: "Series[float]", wording: Wording, level: str) -> str:
    """
    Return which area has most and which least, how far apart they are, and the country.

    Parameters
    ----------
    found
        As `direction.clusters.compared` gives it.
    whole
        As `direction.clusters.whole` gives it.
    wording
        How values are said.
    level
        What the areas are called.
    """
    lang = wording.lang
    known = found[found["value"].notna()]
    subject = t(f"clusters.subject_{wording.theme}_{wording.measure}", lang)
    if known.empty:
        return t("clusters.answer_nothing", lang, subject=subject)
    first, last = known.iloc[0], known.iloc[-1]
    told: dict[str, str] = {
        "subject": subject,
        "level": level,
        "most": _name(first, lang),
        "most_value": wording.of(first),
        "least": _name(last, lang),
        "least_value": wording.of(last),
        "apart": wording.difference(first["value"] - last["value"]),
        "count": f"{len(known):,}",
    }
    if len(known) == 1:
        said = t("clusters.answer_one", lang, **told)
    elif first["value"] == last["value"]:
        said = t("clusters.answer_equal", lang, **told)
    else:
        said = t("clusters.answer", lang, **told)
    if wording.measure is Measure.SUM:
        return said
    return f"{said} {t('clusters.answer_country', lang, value=wording.value(whole['value']))}"


def of_one(code: str, found: DataFrame, whole: "Series[float]", wording: Wording) -> str:
    """Return where one area stands among those compared, and against the country."""
    lang, row = wording.lang, _row(found, code)
    if math.isnan(row["value"]):
        return t("clusters.one_unknown", lang, place=_name(row, lang))
    known = found["value"].dropna()
    rank = int((known > row["value"]).sum()) + 1
    said = t(
        "clusters.one",
        lang,
        place=_name(row, lang),
        value=wording.of(row),
        rank=f"{rank:,}",
        count=f"{len(known):,}",
    )
    if wording.measure is Measure.SUM or math.isnan(whole["value"]):
        return said
    apart = row["value"] - whole["value"]
    key = "above" if apart > 0 else "below"
    return f"{said} {t(f'clusters.one_{key}', lang, apart=wording.difference(apart))}"


def two_bases(
    tambon: DataFrame, authority: DataFrame, theme: str, lang: Lang, *, least: float = 5.0
) -> str:
    """
    Return where the two bases tell the most different stories; nothing where none do.

    Parameters
    ----------
    tambon, authority
        As `direction.clusters.compared` gives coverage by each basis.
    theme
        Id of the register.
    lang
        Language.
    least
        From how many points on it is a different story.
    """
    apart = (tambon["value"] - authority["value"].reindex(tambon.index)).abs().dropna()
    if apart.empty or apart.max() < least:
        return ""
    code = str(apart.idxmax())
    sides = {
        basis: Wording(Measure.COVERAGE, theme, basis, lang).of(_row(frame, code))
        for basis, frame in (("tambon", tambon), ("authority", authority))
    }
    return t("clusters.two_bases", lang, place=_name(_row(tambon, code), lang), **sides)


def _row(found: DataFrame, code: str) -> dict[str, Any]:
    return {str(name): value for name, value in found.loc[[code]].iloc[0].items()}


def _name(row: Row, lang: Lang) -> str:
    name = row[f"name_{lang}"]
    return name if isinstance(name, str) else str(row["name_th"])
