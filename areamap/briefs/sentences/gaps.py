"""Where nobody is, in sentences: how many, who lives there, who can help, with whom to talk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap.briefs.sentences.words import counted, listed
from areamap.calendar import format_year
from areamap.i18n import Lang, t
from areamap.measures.basis import Basis
from areamap.measures.gaps import Rank
from areamap.measures.states import State
from areamap.places import gazetteer

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.gaps import Gaps

Row = dict[Any, Any]
"""A line of `Gaps.found`, `mentors` or `counterparts`; of `found` with its `area_code`."""

_TYPES: Final = ("TAO", "ThesabanTambon", "ThesabanMueang", "ThesabanNakhon")


@dataclass(frozen=True, slots=True)
class Wording:
    """
    What the sentences are about.

    Attributes
    ----------
    theme
        Id of the register.
    basis
        `tambon` or `authority`.
    lang
        Language.
    """

    theme: str
    basis: str
    lang: Lang

    @property
    def what(self) -> str:
        """What is lacking."""
        return t(f"gaps.what_{self.theme}", self.lang)

    def units(self, count: int) -> str:
        """Return a number of areas with what they are."""
        form = "one" if count == 1 else "many"
        return t(f"gaps.{self.basis}_{form}", self.lang, count=f"{count:,}")

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the table `gaps`, with what is lacking."""
        return t(f"gaps.{key}", self.lang, what=self.what, **values)


def answer(gaps: "Gaps", place: str, wording: Wording) -> list[str]:
    """
    Return how many areas lack it and who lives there, and what is kept apart from them.

    Parameters
    ----------
    gaps
        The gaps.
    place
        What the area looked at is called.
    wording
        What they are gaps of.
    """
    lang = wording.lang
    count, areas = len(gaps.found), gaps.areas
    unknown = gaps.count(State.UNKNOWN)
    if unknown == areas:
        basis = t(f"ui.basis_{wording.basis}", lang)
        what = t(f"standing.what_{wording.theme}", lang)
        return [t("standing.unknown", lang, place=place, what=what, basis=basis)]
    if not count:
        key = "none_known" if unknown else "none"
        known = wording.units(areas - unknown)
        return [wording.say(key, place=place, areas=known), *_apart(gaps, wording)]
    form = "one" if count == 1 else "many"
    first = wording.say(
        f"answer_{form}", place=place, count=f"{count:,}", areas=wording.units(areas)
    )
    return [f"{first} · {_people(gaps.found, lang)}", *_apart(gaps, wording)]


def foremost(row: Row, mentors: "DataFrame", by: Rank, wording: Wording) -> str:
    """Return which gap comes first by what they are ranked by, and who is nearest to it."""
    lang = wording.lang
    value = row[str(by)]
    if _is_missing(value):
        return wording.say("first_unknown", by=t(f"gaps.rank_{by.name.lower()}", lang))
    told = _ranked_by(by, value, lang)
    said = wording.say("first", name=full_name(row, wording), value=told)
    if mentors.empty:
        return said
    near = mentor(mentors.iloc[0].to_dict(), lang)
    return f"{said} {t('gaps.first_mentor', lang, mentor=near)}"


def one(row: Row, wording: Wording) -> list[str]:
    """Return what is known about one gap: its people, its households, its neighbours."""
    lang = wording.lang
    people, households = row["population"], row["vulnerable"]
    lives = (
        t("sentences.people_unknown", lang)
        if _is_missing(people)
        else t("gaps.lives", lang, people=counted("people", int(people), lang))
    )
    if _is_missing(households):
        poor = t("gaps.vulnerable_unknown", lang)
    else:
        year = row["vulnerable_year"]
        poor = t(
            "gaps.vulnerable",
            lang,
            households=counted("households", int(households), lang),
            year=t("gaps.year_unknown", lang)
            if _is_missing(year)
            else format_year(int(year), lang),
        )
    return [lives, poor, _neighbours(row, wording)]


def mentor(row: Row, lang: Lang) -> str:
    """Return the tambon of a council that can help, and how near it is."""
    name = gazetteer.full_name(str(row["tambon_code"]), lang)
    return t("gaps.mentor", lang, name=name, near=how_near(row, lang))


def how_near(row: Row, lang: Lang) -> str:
    """Return that a council shares a border, or how far it is; nothing where that is unknown."""
    if row["shares_border"]:
        return t("gaps.borders", lang)
    if _is_missing(row["distance_km"]):
        return t("gaps.near_on_schematic", lang)
    return t("gaps.kilometres", lang, km=f"{row['distance_km']:.0f}")


def why_strong(row: Row, lang: Lang) -> str:
    """Return the signs of strength of a council, those that hold and those that are not known."""
    parts = []
    if not _is_missing(row["years"]):
        parts.append(t("gaps.sign_years", lang, years=f"{row['years']:.0f}"))
    if not _is_missing(row["member_groups"]):
        parts.append(counted("groups", int(row["member_groups"]), lang))
    for sign in ("has_fund", "has_plan"):
        value = row[sign]
        state = "unknown" if _is_missing(value) else "yes" if value else "no"
        parts.append(t(f"gaps.sign_{sign}_{state}", lang))
    return listed(parts, lang)


def counterpart(rows: list[Row], lang: Lang) -> str:
    """Return the names of all local authorities of an area."""
    found = []
    for row in rows:
        called = row["name_th"] if lang == "th" or _is_missing(row["name_en"]) else row["name_en"]
        called = row["authority_code"] if _is_missing(called) else called
        kind = row["authority_type"]
        key = f"type_{kind}" if kind in _TYPES else "type_other"
        name = t(f"sentences.{key}", lang, name=called)
        found.append(name if row["whole"] else t("sentences.authority_part", lang, name=name))
    return listed(found, lang)


def full_name(row: Row, wording: Wording) -> str:
    """Return the name of a gap with its district and province."""
    code, lang = str(row["area_code"]), wording.lang
    if wording.basis == Basis.TAMBON:
        return gazetteer.full_name(code, lang)
    rows = [{**row, "authority_code": code, "whole": True}]
    name = counterpart(rows, lang)
    district, province = row[f"district_{lang}"], row[f"province_{lang}"]
    return t("gaps.authority_in", lang, name=name, district=district, province=province)


def short(row: Row, lang: Lang) -> str:
    """Return the figures of a gap that it is ranked by; what is not known is left out."""
    parts = []
    if not _is_missing(row["population"]):
        parts.append(counted("people", int(row["population"]), lang))
    if not _is_missing(row["vulnerable"]):
        parts.append(t("gaps.short_vulnerable", lang, count=f"{int(row['vulnerable']):,}"))
    if not _is_missing(row["neighbours_years"]):
        parts.append(t("gaps.short_years", lang, years=f"{row['neighbours_years']:.0f}"))
    return " · ".join(parts)


def neighbours_short(row: Row, lang: Lang) -> str | None:
    """Return how many of the neighbours have it; nothing where the map does not tell."""
    if _is_missing(row["neighbours"]):
        return None
    told = {"with_it": f"{row['neighbours_with']:,}", "around": f"{row['neighbours']:,}"}
    return t("gaps.neighbours_short", lang, **told)


def _people(found: "DataFrame", lang: Lang) -> str:
    parts = []
    for column, unit in (("population", "people"), ("vulnerable", "vulnerable")):
        told = found[column].dropna()
        if told.empty:
            parts.append(t(f"gaps.sum_{unit}_unknown", lang))
            continue
        said = t(f"gaps.sum_{unit}", lang, count=f"{int(told.sum()):,}")
        lost = len(found) - len(told)
        parts.append(f"{said} {t('gaps.sum_of', lang, count=f'{lost:,}')}" if lost else said)
    return " · ".join(parts)


def _apart(gaps: "Gaps", wording: Wording) -> list[str]:
    """Return what is neither a gap nor its own: covered by another, in part, not known."""
    parts = [
        wording.say(f"apart_{name}", areas=wording.units(count))
        for name, count in (
            ("covered", gaps.count(State.COVERED)),
            ("partly", gaps.count(State.PARTLY)),
            ("unknown", gaps.count(State.UNKNOWN)),
        )
        if count
    ]
    if not parts:
        return []
    return [t("gaps.apart", wording.lang, parts=" · ".join(parts))]


def _ranked_by(by: Rank, value: float, lang: Lang) -> str:
    if by is Rank.NEIGHBOURS:
        return t("gaps.value_neighbours", lang, years=f"{value:.0f}")
    if by is Rank.VULNERABLE:
        return t("gaps.sum_vulnerable", lang, count=f"{int(value):,}")
    return counted("people", int(value), lang)


def _neighbours(row: Row, wording: Wording) -> str:
    lang = wording.lang
    if _is_missing(row["neighbours"]):
        return t("gaps.neighbours_unknown", lang)
    around, having = int(row["neighbours"]), int(row["neighbours_with"])
    if not having:
        return wording.say("neighbours_none", around=f"{around:,}")
    said = wording.say("neighbours_some", around=f"{around:,}", with_it=f"{having:,}")
    years = row["neighbours_years"]
    if _is_missing(years):
        return said
    return f"{said} {t('gaps.neighbours_years', lang, years=f'{years:.0f}')}"


def _is_missing(value: Any) -> bool:  # noqa: ANN401 - whatever a cell holds
    return bool(pd.isna(value))
