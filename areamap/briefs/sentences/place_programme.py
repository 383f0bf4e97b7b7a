"""What is said of the money, the work lines, the partners and the plans of one tambon."""

from typing import TYPE_CHECKING, Any

import pandas as pd
from pandas import DataFrame, Timestamp

from areamap.briefs.sentences.words import baht, counted, day, listed, years
from areamap.calendar import format_year
from areamap.i18n import Lang, t
from areamap.measures.integration import LINES, Reach
from areamap.measures.money import total_baht
from areamap.measures.place_records import Through

if TYPE_CHECKING:
    from areamap.direction.profile import Profile


def money(profile: "Profile", lang: Lang) -> list[str]:
    """Return what is said of the money that is known to the tambon."""
    if _is_silent(profile, "budget"):
        return [_not_published("budget", lang)]
    known = profile.money
    if known.empty:
        return [t("sentences.money_none", lang), t("sentences.money_above", lang)]
    told = known["fiscal_year"].dropna()
    when = years(told.min(), told.max(), lang) if len(told) else t("sentences.undated", lang)
    lines = counted("lines", int(known["lines"].sum()), lang)
    first = t("sentences.money_has", lang, baht=_baht(known, lang), lines=lines, years=when)
    payers = known.groupby("agency", sort=False)
    parts = [
        t("sentences.money_from", lang, agency=_agency(agency, lang), baht=_baht(own, lang))
        for agency, own in payers
    ]
    return [first, t("sentences.money_payers", lang, parts=listed(parts, lang))]


def work(profile: "Profile", lang: Lang) -> list[str]:
    """Return which work lines are at work, and which agencies were at work with them."""
    row = profile.work_lines
    at_work = [
        t(f"measures.work_line_{line}", lang) for line in LINES if row[line] == Reach.AT_WORK
    ]
    unknown = int(row["unknown_lines"])
    if at_work:
        told = {"count": len(at_work), "names": listed(at_work, lang)}
        found = [t("sentences.work_has", lang, **told)]
    else:
        found = [t("sentences.work_unknown" if unknown else "sentences.work_none", lang)]
    if unknown and at_work:
        found.append(t("sentences.work_open", lang, lines=counted("work_lines", unknown, lang)))
    return [*found, _agencies(profile, lang)]


def agreement(profile: "Profile", lang: Lang) -> list[str]:
    """Return the agreements of the place and of the areas that it lies in, with their terms."""
    if _is_silent(profile, "agreement"):
        return [_not_published("agreement", lang)]
    rows = profile.of("agreement")
    if rows.empty:
        return [t("sentences.agreement_none", lang)]
    return [_agreed(row, profile, lang) for row in rows.to_dict("records")]


def plan(profile: "Profile", lang: Lang) -> list[str]:
    """Return the plans of the place, and how many there are above it."""
    if _is_silent(profile, "plan"):
        return [_not_published("plan", lang)]
    own = profile.of("plan", Through.TAMBON, Through.AUTHORITY, Through.PART)
    found = [_planned(row, lang) for row in own.to_dict("records")]
    if not found:
        found = [t("sentences.plan_none", lang)]
    above = len(profile.of("plan", Through.ABOVE, Through.KHET))
    if above:
        found.append(t("sentences.plan_above", lang, plans=counted("plans", above, lang)))
    return found


def vulnerable(profile: "Profile", lang: Lang) -> list[str]:
    """Return the newest counts of vulnerable households by each source."""
    if _is_silent(profile, "vulnerable"):
        return [_not_published("vulnerable", lang)]
    rows = profile.of("vulnerable", Through.TAMBON)
    if rows.empty:
        return [t("sentences.vulnerable_none", lang)]
    newest = rows.sort_values("fiscal_year", na_position="first").drop_duplicates(
        "source", keep="last"
    )
    return [_found(row, lang) for row in newest.to_dict("records")]


def _agencies(profile: "Profile", lang: Lang) -> str:
    if _is_silent(profile, "activity"):
        return _not_published("activity", lang)
    rows = profile.of("activity", Through.TAMBON, Through.AUTHORITY, Through.PART)
    if rows.empty:
        return t("sentences.agencies_none", lang)
    names = list(dict.fromkeys(rows["agency"].dropna().map(str)))
    activities = counted("activities", len(rows), lang)
    return t("sentences.agencies", lang, names=listed(names, lang), activities=activities)


def _agreed(row: dict[Any, Any], profile: "Profile", lang: Lang) -> str:
    title = row.get("agreement_name")
    parties = row["parties"]
    called = parties if pd.isna(title) else title
    own = "above" if row["through"] in {Through.ABOVE, Through.KHET} else "own"
    first = t(f"sentences.agreement_{own}", lang, name=called)
    if pd.isna(row.get("ends_date")):
        return f"{first} {t('sentences.agreement_open', lang)}"
    over = Timestamp(row["ends_date"]) < Timestamp(profile.as_of)
    key = "sentences.agreement_ended" if over else "sentences.agreement_ends"
    return f"{first} {t(key, lang, day=day(row['ends_date'], lang))}"


def _planned(row: dict[Any, Any], lang: Lang) -> str:
    called = row["plan_name"] if not pd.isna(row.get("plan_name")) else t("sentences.a_plan", lang)
    first, last = row.get("first_year"), row.get("last_year")
    ends = last if not pd.isna(last) else first
    when = t("sentences.undated", lang) if pd.isna(first) else years(first, ends, lang)
    status = row.get("record_status")
    key = "plan_unknown" if pd.isna(status) else f"plan_{status}"
    return t(f"sentences.{key}", lang, name=called, years=when)


def _found(row: dict[Any, Any], lang: Lang) -> str:
    source = row.get("source")
    year = row.get("fiscal_year")
    named = t("sentences.vulnerable_source_none", lang) if pd.isna(source) else source
    told = {
        "source": named,
        "year": t("sentences.undated", lang) if pd.isna(year) else format_year(int(year), lang),
        "found": counted("households", int(row["households_found"]), lang),
    }
    steps = [
        t(f"sentences.vulnerable_{step}", lang, count=f"{int(row[f'households_{step}']):,}")
        for step in ("referred", "helped", "followed_up")
        if not pd.isna(row.get(f"households_{step}"))
    ]
    if not steps:
        return t("sentences.vulnerable", lang, **told)
    return t("sentences.vulnerable_steps", lang, steps=listed(steps, lang), **told)


def _is_silent(profile: "Profile", register: str) -> bool:
    return not profile.tells_of(register)


def _not_published(register: str, lang: Lang) -> str:
    return t("sentences.not_published", lang, register=t(f"sentences.register_{register}", lang))


def _agency(name: object, lang: Lang) -> str:
    return str(name) or t("sentences.agency_unknown", lang)


def _baht(rows: DataFrame, lang: Lang) -> str:
    amounts = rows["amount_baht"].dropna()
    return baht(float(total_baht(amounts)) if len(amounts) else float("nan"), lang)
