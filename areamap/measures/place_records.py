"""The records that say something of one tambon, and how near to it they are."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

import numpy as np
from pandas import DataFrame, Series

from areamap.measures._cells import numbers, texts
from areamap.measures.money import baht, satang
from areamap.places.levels import CODE_DIGITS, Level

_KHET: Final = CODE_DIGITS[Level.DISTRICT]
_BANGKOK: Final = "10"


class Through(StrEnum):
    """By what a record speaks of a tambon."""

    TAMBON = "tambon"
    """It is a record of the tambon, or of an authority that is nowhere else."""
    AUTHORITY = "authority"
    """It is a record of an authority that covers the tambon and more."""
    PART = "part"
    """It is a record of an authority that covers a part of the tambon."""
    KHET = "khet"
    """It is a record of the khet, which in Bangkok is where councils are registered."""
    ABOVE = "above"
    """It is a record of a larger area, such as an agreement of the province."""


def touching(rows: DataFrame, tambon: str, pieces: DataFrame, above: Collection[str]) -> DataFrame:
    """
    Return the records that speak of a tambon.

    Rule: only matched rows count. A row that names an authority speaks of every tambon in which
    the authority has a piece; else a row of the tambon speaks of it, a row of its khet does in
    Bangkok, and a row of an area that the tambon lies in speaks from above. What is known only
    above is never spread: whoever adds up takes `Through.TAMBON` alone.

    Parameters
    ----------
    rows
        Rows of a publication: `status`, `area_code`, `authority_code`.
    tambon
        Code of the tambon.
    pieces
        As `Ground.pieces`.
    above
        Codes of the areas that the tambon lies in.

    Returns
    -------
    DataFrame
        The rows that speak of it, in their order, with `through` (values of `Through`).
    """
    here = pieces[pieces["tambon_code"] == tambon].dropna(subset=["authority_code"])
    near = rows["authority_code"].isin(here["authority_code"])
    near |= rows["area_code"].isin([tambon, *above])
    matched = rows[near & (rows["status"] == "matched")]
    area, authority = texts(matched, "area_code"), texts(matched, "authority_code")
    theirs = pieces.loc[pieces["authority_code"].isin(here["authority_code"]), "authority_code"]
    alone = [code for code, count in theirs.value_counts().items() if count == 1]
    in_part = here.loc[~here["whole"].astype(bool), "authority_code"]
    unnamed = (authority == "").to_numpy(bool)
    khet = tambon[:_KHET] if tambon.startswith(_BANGKOK) else ""
    through = np.select(
        [
            authority.isin(alone).to_numpy(bool),
            authority.isin(in_part).to_numpy(bool),
            authority.isin(here["authority_code"]).to_numpy(bool),
            unnamed & (area == tambon).to_numpy(bool),
            unnamed & (area == khet).to_numpy(bool) & bool(khet),
            unnamed & area.isin(list(above)).to_numpy(bool),
        ],
        [
            Through.TAMBON,
            Through.PART,
            Through.AUTHORITY,
            Through.TAMBON,
            Through.KHET,
            Through.ABOVE,
        ],
        default="",
    ).astype(str)
    found = matched.assign(through=Series(through, index=matched.index, dtype="str"))
    return found[found["through"] != ""]


def fund_years(funds: DataFrame) -> DataFrame:
    """
    Return the members and the money of the funds of a place, by year.

    Formula: the sum over the funds with a row of the year; missing where none of them tells.

    Parameters
    ----------
    funds
        Rows of the register of funds: `fiscal_year` (BE), `members`, `circulating_baht`; a row
        without a year is left out.

    Returns
    -------
    fund_years
        Indexed by `fiscal_year` (int64, sorted): `funds` (int64), `members` (Int64),
        `circulating_baht` (float64).
    """
    told = DataFrame(
        {
            "year": numbers(funds, "fiscal_year"),
            "members": numbers(funds, "members").astype("Int64"),
            "satang": satang(numbers(funds, "circulating_baht")),
        }
    ).dropna(subset=["year"])
    groups = told.astype({"year": "int64"}).groupby("year")
    found = DataFrame({"funds": groups.size(), "members": groups["members"].sum(min_count=1)})
    found["circulating_baht"] = baht(groups["satang"].sum(min_count=1))
    return found.astype({"funds": "int64"}).rename_axis("fiscal_year")


def money_years(lines: DataFrame) -> DataFrame:
    """
    Return the baht of a place by year and by who pays.

    Formula: the sum of `amount_baht`, made in whole satang; a line without an amount counts as a
    line and adds nothing.

    Parameters
    ----------
    lines
        Lines of the budget of the place: `fiscal_year` (BE), `agency`, `amount_baht`.

    Returns
    -------
    money_years
        One row per year and agency, sorted by year, then most first: `fiscal_year` (Int64, missing
        where the line tells none), `agency` (str, empty where the line tells none), `lines`
        (int64), `amount_baht` (float64, missing where no line has an amount).
    """
    told = DataFrame(
        {
            "fiscal_year": numbers(lines, "fiscal_year").astype("Int64"),
            "agency": texts(lines, "agency").str.strip(),
            "satang": satang(numbers(lines, "amount_baht")),
        }
    )
    groups = told.groupby(["fiscal_year", "agency"], dropna=False)["satang"]
    found = DataFrame({"lines": groups.size(), "amount": groups.sum(min_count=1)}).reset_index()
    found["amount_baht"] = baht(found.pop("amount"))
    ordered = found.sort_values(
        ["fiscal_year", "amount_baht", "agency"], ascending=[True, False, True], ignore_index=True
    )
    return ordered.astype({"lines": "int64"})
