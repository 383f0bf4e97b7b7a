"""Vulnerable households by tambon or local authority: counts, never persons."""

import pandas as pd
from pandas import DataFrame, Series

from areamap.measures._cells import numbers, texts
from areamap.measures.basis import Basis, Ground
from areamap.places.levels import CODE_DIGITS, Level


def vulnerable(rows: DataFrame, ground: Ground, basis: Basis, *, until: int) -> DataFrame:
    """
    Return the vulnerable households that were found, by area of a basis.

    Rule: of each place the newest year up to the one asked about counts. Where several sources
    counted in that year, the largest of their sums is taken: they may have counted the same
    households, so they are never added up. A count of an authority that lies wholly in one tambon
    and shares it with no other is the tambon's, too. An authority without a count of its own has
    the sum of its tambons if it covers each of them wholly and all are known in one year; the
    households of a tambon are never spread.

    Parameters
    ----------
    rows
        Rows of a publication of the register: `status`, `area_code`, `authority_code`,
        `fiscal_year` (BE), `source`, `households_found`.
    ground
        The pieces.
    basis
        Which areas are asked for.
    until
        Last fiscal year (BE) that counts; a row without a year counts where no other does.

    Returns
    -------
    vulnerable
        Indexed by `area_code`, every area of the basis: `vulnerable` (households, Int64, missing
        where not known) and `vulnerable_year` (BE, Int64, missing where not told).
    """
    matched = rows[rows["status"] == "matched"]
    told = DataFrame(
        {
            "tambon": texts(matched, "area_code"),
            "authority": texts(matched, "authority_code"),
            "year": numbers(matched, "fiscal_year"),
            "source": texts(matched, "source"),
            "found": numbers(matched, "households_found"),
        }
    ).dropna(subset=["found"])
    told = told[~(told["year"] > until)]
    by_authority = _newest(told[told["authority"] != ""], "authority")
    is_tambon = told["tambon"].str.len() == CODE_DIGITS[Level.TAMBON]
    tambons = _newest(told[(told["authority"] == "") & is_tambon], "tambon")
    pieces = ground.pieces.dropna(subset=["tambon_code", "authority_code"])
    tambons = tambons.combine_first(_of_one_tambon(by_authority, pieces))
    areas = ground.areas(basis)
    if basis is Basis.TAMBON:
        return _typed(tambons.reindex(areas))
    summed = _summed(tambons, pieces)
    return _typed(by_authority.combine_first(summed).reindex(areas))


def _newest(told: DataFrame, place: str) -> DataFrame:
    """Return the largest sum of a source in the newest year of each place."""
    last = told.groupby(place)["year"].transform("max")
    kept = told[(told["year"] == last) | last.isna()]
    sums = kept.groupby([place, "source"])["found"].sum().groupby(level=0).max()
    return DataFrame({"vulnerable": sums, "vulnerable_year": kept.groupby(place)["year"].max()})


def _of_one_tambon(by_authority: DataFrame, pieces: DataFrame) -> DataFrame:
    """Return the counts of authorities that are the same ground as one tambon, by tambon."""
    alone = ~pieces["tambon_code"].duplicated(keep=False) & pieces["whole"].astype(bool)
    alone &= ~pieces["authority_code"].duplicated(keep=False)
    same = pieces[alone].set_index("authority_code")["tambon_code"]
    here = by_authority[by_authority.index.isin(same.index)]
    return here.set_axis(pd.Index(same.reindex(here.index), dtype="str"))


def _summed(tambons: DataFrame, pieces: DataFrame) -> DataFrame:
    """Return the sums of the tambons of each authority that is made of whole ones."""
    each = tambons.reindex(pieces["tambon_code"]).set_axis(pieces.index)
    each = each.where(pieces["whole"].astype(bool))
    groups = each.groupby(pieces["authority_code"])
    is_whole = groups["vulnerable"].count() == groups.size()
    years = groups["vulnerable_year"]
    is_whole &= (years.min() == years.max()) | (years.count() == 0)
    found = DataFrame({"vulnerable": groups["vulnerable"].sum(), "vulnerable_year": years.max()})
    return found[is_whole]


def _typed(found: DataFrame) -> DataFrame:
    typed: DataFrame = found.astype({"vulnerable": "Int64", "vulnerable_year": "Int64"})
    return typed.rename_axis("area_code")


def unknown(areas: pd.Index) -> DataFrame:
    """Return areas of which no register tells the households."""
    nothing = Series(pd.NA, index=areas, dtype="Int64")
    frame = DataFrame({"vulnerable": nothing, "vulnerable_year": nothing})
    return frame.rename_axis("area_code")
