"""The tables of a brief by name: what documents show and `areamap figures` prints are the same."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.direction import brief_records as lying
from areamap.direction.brief import Facts, by_year, sums
from areamap.direction.brief_records import FUND_COLUMNS, HOME_COLUMNS
from areamap.direction.same_ground import beside
from areamap.measures.leverage import ratio
from areamap.measures.money import baht, satang
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level

_RECORD: Final = ["area_code", "authority_code", "is_wider"]


def named(facts: Facts, frame: DataFrame, level: Level) -> DataFrame:
    """Return a frame by area with `name_th` and `name_en` before its columns."""
    names = facts.snapshot.names(level).reindex(frame.index)
    # By place: an area may stand on several lines, and a join would multiply them.
    found = frame.copy()
    for name in ("name_en", "name_th"):
        found.insert(0, name, names[name].to_numpy())
    return found


def membership(facts: Facts, level: Level) -> Series:
    """Return the area of a level that each tambon of the area lies in."""
    return facts.snapshot.membership(level).reindex(facts.tambons)


def funds(facts: Facts) -> DataFrame:
    """Return active funds by part: `records`, `members`, `circulating_baht`, newest row of each."""
    return _parts(facts, facts.records.funds, FUND_COLUMNS)


def fund_years(facts: Facts) -> DataFrame:
    """Return funds by fiscal year: how many told, their members and money."""
    found = facts.records.fund_years
    return _none("fiscal_year", "funds", *FUND_COLUMNS) if found is None else found


def housing(facts: Facts) -> DataFrame:
    """Return housing by part: `records`, `households`, `units`, `amount_baht`."""
    return _parts(facts, facts.records.homes, HOME_COLUMNS)


def housing_programmes(facts: Facts) -> DataFrame:
    """Return housing by programme."""
    homes = facts.records.homes
    if homes is None:
        return _none("programme", "projects", *HOME_COLUMNS)
    return lying.programmes(homes)


def housing_years(facts: Facts) -> DataFrame:
    """Return housing by fiscal year."""
    homes = facts.records.homes
    if homes is None:
        return _none("fiscal_year", "projects", *HOME_COLUMNS)
    return lying.home_years(homes)


def money_years(facts: Facts) -> DataFrame:
    """
    Return baht by fiscal year: who paid, what came with it, what was spent.

    Returns
    -------
    DataFrame
        Indexed by `fiscal_year` (BE): as `brief.by_year`, `leverage_ratio` (partners' baht per baht
        of CODI; missing where CODI paid nothing), `spent_pct` (spent of granted, of the lines that
        tell both; missing where none does).
    """
    found = by_year(facts.money)
    found["leverage_ratio"] = ratio(found["codi_baht"], found["partners_baht"])
    spending = facts.spending.reindex(found.index)
    known = spending.reindex(columns=["spent_baht", "granted_of_spent_baht"]).astype("float64")
    granted = known["granted_of_spent_baht"]
    found["spent_pct"] = known["spent_baht"] / granted.where(granted > 0) * 100
    return found


def money_programmes(facts: Facts) -> DataFrame:
    """Return baht by programme, as written, most first; empty where a line names none."""
    return sums(facts.money, "programme")


def money_agencies(facts: Facts) -> DataFrame:
    """Return baht by agency, CODI as `codi`, most first; empty where a line names none."""
    return sums(facts.money, "agency")


def agencies(facts: Facts) -> DataFrame:
    """Return who works in the area, most activities first."""
    rows = facts.records.activities
    if rows is None:
        return _none("agency", "activities", "tambons", "last_year")
    return lying.agencies(rows)


def agreements(facts: Facts) -> DataFrame:
    """Return the agreements of the area and of wider ones, the soonest to end first."""
    columns = ["agreement_name", "parties", "signed_date", "ends_date", *_RECORD]
    return _listed(facts.records.agreements, columns)


def plans(facts: Facts) -> DataFrame:
    """Return the people's plans of the area and of wider ones."""
    columns = ["plan_name", "plan_level", "first_year", "last_year", "record_status", *_RECORD]
    return _listed(facts.records.plans, columns)


def changes(facts: Facts) -> DataFrame:
    """Return the tambons that differ from a year before: `theme`, `before`, `after`, `change`."""
    found = [
        each[["before", "after", "change"]].assign(theme=theme)
        for theme, each in facts.changes.items()
    ]
    told = pd.concat(found) if found else _none("area_code", "before", "after", "change", "theme")
    return named(facts, told, Level.TAMBON)


def areas(facts: Facts) -> DataFrame:
    """
    Return every measure by tambon.

    Returns
    -------
    DataFrame
        Indexed by `area_code`: names, `district_code`, `province_code`; `council_state`,
        `fund_state`, `housing_state` (values of `State`); `population`, `households`;
        `funds`, `fund_members`, `fund_baht`; `housing_projects`, `housing_households`,
        `housing_units`, `housing_baht`; `budget_baht` (of all years to the day that are known to
        the tambon; missing where no line). A measure whose register is not published is missing.
    """
    found = named(facts, DataFrame(index=facts.tambons), Level.TAMBON)
    for level in (Level.DISTRICT, Level.PROVINCE):
        found[f"{level}_code"] = found.index.str[: CODE_DIGITS[level]]
    for theme, states in facts.states.items():
        found[f"{theme}_state"] = states.reindex(found.index)
    joined = _measured(facts, found, Series(facts.tambons, index=facts.tambons))
    joined["budget_baht"] = facts.money_tambons.reindex(found.index)
    return joined.rename_axis("area_code")


def areas_of(facts: Facts, level: Level) -> DataFrame:
    """
    Return every measure by area of a level, only of what lies in the area.

    Returns
    -------
    DataFrame
        Indexed by `area_code`: names; for each theme and basis `areas`, `covered`, `gap`,
        `unknown`, `coverage_pct` with the theme and basis before it; the sums of `areas`.
    """
    place = membership(facts, level)
    index = Index(place.dropna().unique(), dtype="str", name="area_code").sort_values()
    found = named(facts, DataFrame(index=index), level)
    for theme in facts.states:
        for basis in facts.bases:
            told = beside(facts.snapshot, theme=theme)
            lines = told.coverage(level, basis=basis, within=facts.area.code).reindex(index)
            for name in ("areas", "covered", "gap", "unknown", "coverage_pct"):
                found[f"{theme}_{basis}_{name}"] = lines[name]
    joined = _measured(facts, found, place)
    amounts = satang(facts.money_tambons).groupby(place.reindex(facts.money_tambons.index))
    joined["budget_tambon_baht"] = baht(amounts.sum(min_count=1)).reindex(index)
    return joined.rename_axis("area_code")


FRAMES: Final[Mapping[str, Callable[[Facts], DataFrame]]] = {
    "funds": funds,
    "fund-years": fund_years,
    "housing": housing,
    "housing-programmes": housing_programmes,
    "housing-years": housing_years,
    "money-years": money_years,
    "money-programmes": money_programmes,
    "money-agencies": money_agencies,
    "agencies": agencies,
    "agreements": agreements,
    "plans": plans,
    "changes": changes,
    "areas": areas,
}
"""The tables by their name in the terminal."""


def _measured(facts: Facts, found: DataFrame, place: Series) -> DataFrame:
    people = facts.people
    for name in ("population", "households"):
        told = None if people is None else people[name]
        found[name] = pd.NA if told is None else _whole_sum(told, place).reindex(found.index)
    named_as = {
        "fund": (facts.records.funds, FUND_COLUMNS, ("funds", "fund_members", "fund_baht")),
        "housing": (
            facts.records.homes,
            HOME_COLUMNS,
            ("housing_projects", "housing_households", "housing_units", "housing_baht"),
        ),
    }
    for rows, columns, names in named_as.values():
        if rows is None:
            continue
        counted = lying.by_part(rows, place, columns).reindex(found.index)
        for name, column in zip(names, counted.columns, strict=True):
            found[name] = counted[column]
    return found


def _whole_sum(values: Series, place: Series) -> Series:
    """Return sums; missing where one tambon is: it would be taken for fewer people."""
    own = values.astype("Int64")
    groups = own.groupby(place)
    return groups.sum(min_count=1).where(groups.count() == groups.size())


def _parts(facts: Facts, rows: DataFrame | None, columns: tuple[str, ...]) -> DataFrame:
    if rows is None:
        return _none("area_code", "name_th", "name_en", "records", *columns)
    place = membership(facts, facts.parts)
    return named(facts, lying.by_part(rows, place, columns), facts.parts)


def _listed(rows: DataFrame | None, columns: list[str]) -> DataFrame:
    found = DataFrame(columns=columns) if rows is None else rows.reindex(columns=columns)
    names = [
        gazetteer.name(code, "th") if gazetteer.level_of(code) else code
        for code in found["area_code"].astype("str").fillna("")
    ]
    return found.assign(area=names).reset_index(drop=True)


def _none(index: str, *columns: str) -> DataFrame:
    return DataFrame(columns=list(columns), index=Index([], dtype="str", name=index))
