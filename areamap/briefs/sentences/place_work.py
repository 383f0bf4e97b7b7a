"""What is said of the council, the fund and the housing of one tambon."""

from typing import TYPE_CHECKING, Any

import pandas as pd
from pandas import DataFrame

from areamap.briefs.sentences.words import baht, counted, day, listed, years
from areamap.calendar import format_year
from areamap.i18n import Lang, t
from areamap.measures.money import total_baht
from areamap.measures.place_records import Through
from areamap.measures.standing import Standing
from areamap.measures.states import State

if TYPE_CHECKING:
    from areamap.direction.profile import Profile


def council(profile: "Profile", lang: Lang) -> list[str]:
    """Return what is said of the council."""
    found = [_stands(profile, "council", "council_name", lang)]
    own = _active(profile.of("council", Through.TAMBON))
    for row in own.to_dict("records"):
        found.append(_registered(row, lang))
        parts = [
            counted(unit, int(row[column]), lang)
            for column, unit in (("member_groups", "groups"), ("council_members", "councillors"))
            if not pd.isna(row.get(column))
        ]
        if parts:
            found.append(t("sentences.council_has", lang, parts=listed(parts, lang)))
    return found


def fund(profile: "Profile", lang: Lang) -> list[str]:
    """Return what is said of the welfare fund, with its members and money over the years."""
    found = [_stands(profile, "fund", "fund_name", lang)]
    known = profile.funds
    if known.empty:
        return found
    last = known.iloc[-1]
    year = format_year(int(known.index[-1]), lang)
    parts = []
    if not pd.isna(last["members"]):
        parts.append(counted("members", int(last["members"]), lang))
    if not pd.isna(last["circulating_baht"]):
        parts.append(t("sentences.fund_money", lang, baht=baht(last["circulating_baht"], lang)))
    if parts:
        found.append(t("sentences.fund_has", lang, year=year, parts=listed(parts, lang)))
    grown = _grown(known, lang)
    return [*found, grown] if grown else found


def housing(profile: "Profile", lang: Lang) -> list[str]:
    """Return what is said of housing projects: how many, when, households and baht."""
    found = [_stands(profile, "housing", "project_name", lang)]
    own = profile.of("housing", Through.TAMBON)
    if own.empty:
        return found
    told = {"projects": counted("projects", len(own), lang), "when": _when(own, lang)}
    found.append(t("sentences.housing_has", lang, **told))
    homes = own["households"].astype("Int64")
    if homes.notna().any():
        found.append(
            t(
                "sentences.housing_sum",
                lang,
                households=counted("households", int(homes.sum()), lang),
                baht=_sum(own, lang),
            )
        )
    return found


def _stands(profile: "Profile", theme: str, named: str, lang: Lang) -> str:
    if not profile.tells_of(theme):
        return t("sentences.not_published", lang, register=t(f"sentences.register_{theme}", lang))
    state, because = profile.states.loc[theme, ["state", "unknown_because"]]
    if state == State.UNKNOWN:
        why = t(f"measures.unknown_{because}", lang)
        return t(f"sentences.{theme}_unknown", lang, why=why)
    others = profile.of(theme, Through.AUTHORITY, Through.PART, Through.KHET)
    names = listed(list(dict.fromkeys(_active(others)[named].dropna().map(str))), lang)
    if state in {State.COVERED, State.PARTLY} and names:
        return t(f"sentences.{theme}_{state}_by", lang, names=names)
    return t(f"sentences.{theme}_{state}", lang)


def _active(rows: DataFrame) -> DataFrame:
    if "standing" not in rows.columns:
        return rows
    return rows[rows["standing"] == Standing.ACTIVE]


def _registered(row: dict[Any, Any], lang: Lang) -> str:
    if not pd.isna(row.get("registered_date")):
        return t("sentences.council_on", lang, day=day(row["registered_date"], lang))
    if not pd.isna(row.get("registered_year")):
        year = format_year(int(row["registered_year"]), lang)
        return t("sentences.council_in", lang, year=year)
    return t("sentences.council_undated", lang)


def _grown(known: DataFrame, lang: Lang) -> str:
    """Return how the members of the fund changed from the first year known to the last."""
    members = known["members"].dropna()
    if len(members) < 2:  # noqa: PLR2004 - nothing to set it against
        return ""
    first, last = int(members.iloc[0]), int(members.iloc[-1])
    told = {
        "year": format_year(int(members.index[0]), lang),
        "before": counted("heads", first, lang),
        "difference": counted("heads", abs(last - first), lang),
    }
    way = "same" if last == first else "more" if last > first else "less"
    return t(f"sentences.fund_{way}", lang, **told)


def _when(rows: DataFrame, lang: Lang) -> str:
    told = rows["fiscal_year"].dropna()
    if told.empty:
        return t("sentences.undated", lang)
    return t("sentences.in_years", lang, years=years(told.min(), told.max(), lang))


def _sum(rows: DataFrame, lang: Lang) -> str:
    amounts = rows["amount_baht"].dropna()
    return baht(float(total_baht(amounts)) if len(amounts) else float("nan"), lang)
