"""How clusters, provinces and districts compare: side by side, inside, over years, to targets."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import numpy as np
from pandas import DataFrame, Index, Series

from areamap.measures import population
from areamap.measures.basis import Basis
from areamap.measures.intensity import intensity
from areamap.measures.money import baht, satang
from areamap.places import hierarchy
from areamap.places.levels import Level
from areamap.snapshot import Snapshot


class Measure(StrEnum):
    """What areas are compared by."""

    COVERAGE = "coverage"
    """Areas of the basis that have one, of all."""
    TAMBON = "tambon"
    """Baht per tambon."""
    HEAD = "head"
    """Baht per head."""
    SUM = "sum"
    """Baht."""


BELOW: Final[Mapping[Level, tuple[Level, ...]]] = {
    Level.COUNTRY: (Level.CLUSTER, Level.REGION, Level.PROVINCE),
    Level.REGION: (Level.PROVINCE, Level.CLUSTER, Level.DISTRICT),
    Level.OFFICE: (Level.PROVINCE, Level.CLUSTER, Level.DISTRICT),
    Level.CLUSTER: (Level.PROVINCE, Level.DISTRICT),
    Level.PROVINCE: (Level.DISTRICT,),
    Level.ZONE: (Level.DISTRICT,),
}
"""Levels whose areas can be compared within an area of a level, the usual one first."""

PARTS: Final = Level.DISTRICT
"""Level whose areas show how larger ones spread inside."""

TARGETS: Final = {"council": "councils", "fund": "funds", "housing": "housing_tambons"}
"""Indicator of the register of targets by theme, counted in areas of a basis."""

COLUMNS: Final = ["name_th", "name_en", "value", "part", "whole", "unknown"]


def compared(
    snapshot: Snapshot,
    measure: Measure,
    by: Level,
    *,
    basis: str = "tambon",
    within: str | None = None,
    fiscal_year: int | None = None,
) -> DataFrame:
    """
    Return the areas of a level with what they are compared by.

    Formula: coverage is `measures.coverage`; baht per tambon and per head divide the baht known at
    the level or below it by the tambons, or the people, of the area.

    Parameters
    ----------
    snapshot
        Of the theme; the budget where baht are compared.
    measure
        What they are compared by.
    by
        Level of the areas.
    basis
        `tambon` or `authority`, for coverage.
    within
        Code of the area to look at; None for the country.
    fiscal_year
        Buddhist year of the baht; None for all.

    Returns
    -------
    DataFrame
        Indexed by `area_code`, most first, missing last: `name_th`, `name_en`, `value` (float64:
        per cent, or baht; missing where nothing is known, or no line is there), `part` and `whole`
        (float64: what was divided by what), `unknown` (areas of the basis that can't be told; 0
        for baht).
    """
    if measure is Measure.COVERAGE:
        found = _covered(snapshot, by, basis, within)
    else:
        found = _paid(snapshot, measure, by, within, fiscal_year)
    ordered = found.sort_values(["value", "name_th"], ascending=[False, True], na_position="last")
    return ordered[COLUMNS]


def whole(
    snapshot: Snapshot,
    measure: Measure,
    *,
    basis: str = "tambon",
    fiscal_year: int | None = None,
) -> "Series[float]":
    """Return the line of `compared` for the whole country, which others are seen against."""
    country = compared(snapshot, measure, Level.COUNTRY, basis=basis, fiscal_year=fiscal_year)
    return country[["value", "part", "whole"]].astype("float64").iloc[0]


def placed(snapshot: Snapshot, by: Level, parts: Level = PARTS) -> Series:
    """Return the area of a level in which each area of a lower level lies, by its code."""
    pairs = DataFrame({"part": snapshot.membership(parts), "place": snapshot.membership(by)})
    return pairs.dropna().drop_duplicates("part").set_index("part")["place"]


def spread(parts: DataFrame, places: Series) -> DataFrame:
    """
    Return how the parts of each place spread.

    Parameters
    ----------
    parts
        As `compared` gives the parts.
    places
        Place of each part.

    Returns
    -------
    DataFrame
        Indexed by `area_code` of the places: `parts` (how many have a value), `least`, `quarter`,
        `median`, `three_quarters`, `most` (float64; quantiles by linear interpolation, as
        Hyndman and Fan 1996 type 7).
    """
    values = parts["value"].groupby(places.reindex(parts.index).rename("area_code"))
    return DataFrame(
        {
            "parts": values.count(),
            "least": values.min(),
            "quarter": values.quantile(0.25),
            "median": values.median(),
            "three_quarters": values.quantile(0.75),
            "most": values.max(),
        }
    )


def targets(rows: DataFrame | None, theme: str, basis: str, places: Series) -> DataFrame:
    """
    Return what each place aims at, where all its provinces say so for one year.

    Parameters
    ----------
    rows
        Of the register of targets; None where there is none.
    theme
        A key of `TARGETS`, else no target is comparable.
    basis
        A target counted on another basis is left out.
    places
        Place of each province.

    Returns
    -------
    DataFrame
        Indexed by `area_code` of the places: `target` (float64, areas of the basis),
        `target_year` (Int64, BE): the sum over the provinces, for the first year for which every
        province of the place has a target. Places without one are not in it.
    """
    empty = DataFrame({"target": Series(dtype="float64"), "target_year": Series(dtype="Int64")})
    indicator = TARGETS.get(theme)
    if rows is None or indicator is None:
        return empty.rename_axis("area_code")
    said = rows[(rows["status"] == "matched") & (rows["indicator"] == indicator)]
    said = said[(said["basis"] == basis) & said["authority_code"].isna() & said["value"].notna()]
    found = said.assign(place=said["area_code"].map(places)).dropna(subset=["place"])
    groups = found.groupby(["place", "target_year"])
    sums = groups.agg(target=("value", "sum"), provinces=("area_code", "nunique")).reset_index()
    all_of = sums["place"].map(places.value_counts())
    complete = sums[sums["provinces"] == all_of].sort_values("target_year")
    first = complete.drop_duplicates("place").set_index("place")[["target", "target_year"]]
    return first.astype({"target": "float64"}).rename_axis("area_code")


def paid_by_year(
    snapshot: Snapshot, measure: Measure, by: Level, within: str | None = None
) -> DataFrame:
    """Return `value` of `compared` for every fiscal year: indexed by year (BE), column by area."""
    money = snapshot.budget(by, within=within)
    amounts = _amounts(money, by).unstack("fiscal_year")  # noqa: PD010 - one value each
    below = _divisor(snapshot, measure, by, within)
    values = amounts.apply(lambda year: year if below is None else intensity(year, below))
    by_year: DataFrame = values.T.sort_index()
    return by_year


def _covered(snapshot: Snapshot, by: Level, basis: str, within: str | None) -> DataFrame:
    found = snapshot.coverage(by, basis=basis, within=within)
    names = snapshot.names(by)["name_en"].reindex(found.index)
    return DataFrame(
        {
            "name_th": found["name_th"],
            "name_en": names,
            "value": found["coverage_pct"],
            "part": found["covered"].astype("float64"),
            "whole": found["areas"].astype("float64"),
            "unknown": found["unknown"],
        }
    )


def _paid(
    snapshot: Snapshot, measure: Measure, by: Level, within: str | None, fiscal_year: int | None
) -> DataFrame:
    money = snapshot.budget(by, within=within, fiscal_year=fiscal_year)
    amounts = _amounts(money, by).groupby(level="area_code").sum(min_count=1)
    places = _places(snapshot, by, within)
    names = snapshot.names(by).reindex(places.index)
    part = amounts.reindex(places.index)
    below = _divisor(snapshot, measure, by, within)
    return names[["name_th", "name_en"]].assign(
        value=part if below is None else intensity(part, below),
        part=part,
        whole=1.0 if below is None else below.reindex(places.index).astype("float64"),
        unknown=0,
    )


def _amounts(money: DataFrame, by: Level) -> Series:
    own = money[money["placed_at"] == by].reset_index()
    sums = satang(own["amount_baht"]).groupby([own["area_code"], own["fiscal_year"]])
    return baht(sums.sum(min_count=1))


def _places(snapshot: Snapshot, by: Level, within: str | None) -> Series:
    """Return how many tambons of the area looked at lie in each area of the level."""
    return _inside(snapshot, by, within).value_counts().rename_axis("area_code")


def _inside(snapshot: Snapshot, by: Level, within: str | None) -> Series:
    """Return the area of the level by tambon, of the tambons of the area looked at."""
    level_of = snapshot.membership(by)
    if within is None:
        return level_of.dropna()
    inside = hierarchy.tambons_of(within, snapshot.groupings, snapshot.as_of)
    return level_of.reindex(inside).dropna()


def _divisor(snapshot: Snapshot, measure: Measure, by: Level, within: str | None) -> Series | None:
    if measure is Measure.SUM:
        return None
    if measure is Measure.TAMBON:
        return _places(snapshot, by, within)
    places = _inside(snapshot, by, within)
    publication = snapshot.publications.get("population")
    if publication is None:
        return Series(np.nan, index=Index(places.unique()), dtype="float64")
    rows = snapshot.rows_of(publication)
    counted = population.population(rows, snapshot.ground, Basis.TAMBON)["population"]
    heads = counted.reindex(places.index).astype("Float64").astype("float64")
    # A place of which one tambon was not counted would seem to get more for each head.
    is_whole = ~heads.isna().groupby(places).any()
    return heads.groupby(places).sum(min_count=1).where(is_whole)
