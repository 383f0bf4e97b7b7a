"""Are we on course: targets and people's plans, in words."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.briefs.sentences.areas import called
from areamap.briefs.sentences.words import listed
from areamap.calendar import format_year
from areamap.draw.amounts import million_baht
from areamap.i18n import Lang, t
from areamap.measures.indicators import Count, indicators
from areamap.measures.pace import Course
from areamap.measures.terms import HOLDS, PlanState

if TYPE_CHECKING:
    from areamap.direction.targets import Aim

GOAL: Final = 2579
"""The year (BE) of CODI's twenty-year goal: strong communities in the whole country."""

COUNTED: Final = (Course.REACHED, Course.ON_COURSE, Course.BEHIND, Course.OVERDUE, Course.NO_PACE)
"""How targets can stand whose value is known."""

_STRONG: Final = "strong_communities"
_UNCLEAR: Final = (PlanState.PARTLY, PlanState.MAYBE, PlanState.NO_YEARS)


def answer(place: str, found: DataFrame, lang: Lang) -> str:
    """
    Return how many targets are reached, on course, behind and overdue.

    Parameters
    ----------
    place
        What it is called.
    found
        As `direction.targets.targets` gives it.
    lang
        Language.
    """
    own = found[found["relation"] != "above"]
    counts = own["course"].value_counts()
    counted = sum(int(counts.get(str(each), 0)) for each in COUNTED)
    told = {"place": place, "all": f"{len(own):,}", "counted": f"{counted:,}"}
    if own.empty:
        return t("plans.answer_no_target", lang, place=place)
    if not counted:
        return t("plans.answer_not_counted", lang, **told)
    parts = [
        t(f"plans.count_{course}", lang, count=f"{int(counts[str(course)]):,}")
        for course in COUNTED
        if counts.get(str(course), 0)
    ]
    return t("plans.answer", lang, **told, parts=listed(parts, lang))


def goal(found: DataFrame, lang: Lang) -> str:
    """Return whether the goal of 2579 can be told: by a target of that year, or not at all."""
    year = format_year(GOAL, lang)
    rows = found[found["target_year"] == GOAL]
    if rows.empty:
        return t("plans.goal_none", lang, year=year)
    # CODI's own goal comes before others of that year.
    own = rows[rows["indicator"] == _STRONG]
    row = rows.iloc[0] if own.empty else own.iloc[0]
    told = {"year": year, "name": indicator(row, lang), "place": called(row, lang)}
    course = Course(row["course"])
    if course is Course.NO_NUMBER:
        return t("plans.goal_no_number", lang, **told)
    if course is Course.NOT_COUNTED:
        return t("plans.goal_not_counted", lang, **told, target=amount(row["target"], row, lang))
    return t("plans.goal", lang, **told, state=t(f"plans.course_{course}", lang))


def plans(place: str, found: DataFrame, year: int, lang: Lang) -> str:
    """
    Return how many tambons have a plan that holds, one that is over, or none on record.

    Parameters
    ----------
    place
        What it is called.
    found
        As `direction.plans.by_tambon` gives it.
    year
        Fiscal year (BE) looked at.
    lang
        Language.
    """
    counts = found["state"].value_counts()

    def count(*states: PlanState) -> int:
        return sum(int(counts.get(str(state), 0)) for state in states)

    told = {
        "place": place,
        "year": format_year(year, lang),
        "tambons": f"{len(found):,}",
        "holds": f"{count(*HOLDS):,}",
        "none": f"{count(PlanState.NOT_RECORDED):,}",
    }
    parts = [
        t(f"plans.part_{state}", lang, count=f"{count(state):,}") for state in HOLDS if count(state)
    ]
    key = "plans" if parts else "plans_bare"
    said = t(f"plans.{key}", lang, **told, parts=listed(parts, lang) if parts else "")
    if count(PlanState.EXPIRED):
        said = f"{said} {t('plans.expired', lang, count=f'{count(PlanState.EXPIRED):,}')}"
    return said


def late(found: DataFrame, lang: Lang) -> str:
    """Return which plans of larger areas are late; nothing where none are."""
    rows = found[found["is_late"] & (found["level"] != "tambon")]
    if rows.empty:
        return ""
    first = [
        t(f"plans.late_{row['state']}", lang, place=called(row, lang), years=span(row, lang))
        for _, row in rows.head(3).iterrows()
    ]
    return t("plans.late", lang, count=f"{len(rows):,}", first=listed(first, lang))


def worked(row: "Series[Any]", aim: "Aim", lang: Lang) -> list[str]:
    """
    Return both paces of a target worked out with its own figures.

    Parameters
    ----------
    row
        Its line of `direction.targets.targets`.
    aim
        As `direction.targets.aims` gives it.
    lang
        Language.
    """
    pace = aim.pace
    if pace.value is None or pace.last_year is None or pd.isna(row["target"]):
        return [t(f"plans.worked_{pace.course}", lang)]
    year = format_year(pace.last_year, lang)
    target_year = format_year(int(row["target_year"]), lang)
    told = {
        "target": amount(row["target"], row, lang),
        "value": amount(pace.value, row, lang),
        "last_year": year,
        "target_year": target_year,
        "left": str(int(row["target_year"]) - pace.last_year),
    }
    said = []
    if pace.needed is not None and pace.needed > 0:
        said.append(t("plans.worked_needed", lang, **told, pace=amount(pace.needed, row, lang)))
    if pace.present is not None:
        before = float(aim.by_year[pace.last_year - pace.years])
        told |= {
            "before": amount(before, row, lang),
            "first_year": format_year(pace.last_year - pace.years, lang),
            "years": str(pace.years),
        }
        said.append(t("plans.worked_present", lang, **told, pace=amount(pace.present, row, lang)))
    state = t(f"plans.course_{pace.course}", lang)
    if pace.course in {Course.BEHIND, Course.ON_COURSE} and pace.expected_year is not None:
        expected = format_year(pace.expected_year, lang)
        said.append(t("plans.worked_expected", lang, expected=expected, state=state, **told))
    else:
        key = "worked_never" if pace.course is Course.BEHIND else "worked_state"
        said.append(t(f"plans.{key}", lang, state=state, **told))
    return said


def indicator(row: "Series[Any]", lang: Lang) -> str:
    """Return what a target's indicator is called; words that mean none stand as they are."""
    known = indicators().get(str(row["indicator"]))
    return str(row["indicator"]) if known is None else known.label(lang)


def amount(value: Any, row: "Series[Any]", lang: Lang) -> str:  # noqa: ANN401 - a number or missing
    """Return a value of a target: baht in millions by the one rule, all else as a number."""
    if pd.isna(value):
        return t("plans.unknown", lang)
    if is_money(row):
        return million_baht(float(value), lang, unit=True)
    digits = 0 if float(value) == round(float(value)) else 2
    return f"{float(value):,.{digits}f}"


def is_money(row: "Series[Any]") -> bool:
    """Return whether a target is one of baht."""
    known = indicators().get(str(row["indicator"]))
    return row["unit"] == "baht" or (known is not None and known.count is Count.MONEY)


def span(row: "Series[Any]", lang: Lang) -> str:
    """Return the years of a plan; what is not told is said to be unknown."""
    first, last = row["first_year"], row["last_year"]
    if pd.isna(first) or pd.isna(last):
        return t("plans.unknown", lang)
    if lang == "th":
        return f"{int(first)}-{int(last)}"
    return f"{format_year(int(first), lang)} - {format_year(int(last), lang)}"


def unclear(counts: "Series[int]") -> int:
    """Return of how many tambons it is not clear whether they have a plan that holds."""
    return int(sum(counts.get(str(state), 0) for state in _UNCLEAR))
