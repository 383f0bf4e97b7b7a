"""Local authorities (เทศบาล, อบต.) and how their areas and the tambons cut each other."""

from typing import Final

import pandas as pd

from areamap.places.gazetteer import areas
from areamap.places.levels import Level
from areamap.places.names import Kind

PARTLY: Final = "*"
"""Stands behind the code of a tambon of which an authority covers a part."""

KINDS: Final = {
    "TAO": Kind.TAO,
    "ThesabanTambon": Kind.THESABAN_TAMBON,
    "ThesabanMueang": Kind.THESABAN_MUEANG,
    "ThesabanNakhon": Kind.THESABAN_NAKHON,
    "Tambon": Kind.THESABAN_TAMBON,
    "Mueang": Kind.THESABAN_MUEANG,
}
"""What the types in registers of authorities mean; `Mueang` is the City of Pattaya."""


def pieces(authorities: pd.DataFrame | None, tambons: pd.Index) -> pd.DataFrame:
    """
    Return the common refinement of tambons and local authorities.

    Parameters
    ----------
    authorities
        Register of authorities: `authority_code`, `tambon_codes` (codes between blanks, `*` behind
        one that is covered partly). None where it is not known.
    tambons
        Codes of the tambons to cut.

    Returns
    -------
    DataFrame
        One row per tambon and authority that meet, and one row for each tambon of no authority:
        `tambon_code`, `authority_code` (missing there), `whole` (bool; False where the authority
        covers a part of the tambon, True also where there is none). Sorted by both codes. Codes
        that are not among `tambons` are left out.
    """
    covered = covers(authorities)
    covered = covered[covered["tambon_code"].isin(tambons)]
    alone = tambons.difference(pd.Index(covered["tambon_code"]))
    rest = pd.DataFrame({"tambon_code": alone, "authority_code": None, "whole": True})
    every = pd.concat([covered, rest.astype(covered.dtypes)], ignore_index=True)
    return every.sort_values(["tambon_code", "authority_code"], ignore_index=True)


def covers(authorities: pd.DataFrame | None) -> pd.DataFrame:
    """
    Return the tambons that each authority covers, in the order in which the register lists them.

    Returns
    -------
    DataFrame
        `tambon_code`, `authority_code` (str), `whole` (bool); each pair once, whole where it is
        listed both wholly and partly.
    """
    if authorities is None or authorities.empty:
        empty = pd.DataFrame({"tambon_code": [], "authority_code": [], "whole": []})
        return empty.astype({"tambon_code": "str", "authority_code": "str", "whole": bool})
    listed = authorities[["authority_code"]].assign(
        listed=authorities["tambon_codes"].str.replace(r"[,;]", " ", regex=True).str.split()
    )
    listed = listed.explode("listed").dropna(subset=["listed"])
    pairs = pd.DataFrame(
        {
            "tambon_code": listed["listed"].str.rstrip(PARTLY).astype("str"),
            "authority_code": listed["authority_code"].astype("str"),
            "whole": ~listed["listed"].str.endswith(PARTLY).astype(bool),
        }
    )
    whole = pairs.groupby(["authority_code", "tambon_code"])["whole"].transform("any")
    pairs = pairs.assign(whole=whole.astype(bool))
    return pairs.drop_duplicates(["authority_code", "tambon_code"], ignore_index=True)


def seat(authorities: pd.DataFrame) -> "pd.Series[str]":
    """
    Return the tambon in which each authority is counted.

    Parameters
    ----------
    authorities
        Register of authorities, as for `pieces`.

    Returns
    -------
    Series
        Tambon code by `authority_code`, in the register's order: the authority's own code where
        that is a tambon of today (DOPA gives an อบต. the code of its tambon), else the first tambon
        that it covers wholly, else the first that it lists; missing where it lists none.
    """
    covered = covers(authorities)
    covered = covered.sort_values("whole", ascending=False, kind="stable")
    first = covered.drop_duplicates("authority_code").set_index("authority_code")["tambon_code"]
    codes = pd.Index(authorities["authority_code"].astype("str"), name="authority_code")
    own = codes.to_series()
    seats = own.where(own.isin(areas(Level.TAMBON).index), own.map(first))
    return seats.astype("str").rename("tambon_code")
