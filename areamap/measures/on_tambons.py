"""Which tambons each record of a register lies on, by the pieces of tambons and authorities."""

from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.measures._cells import texts
from areamap.measures.basis import Basis, Ground
from areamap.places.levels import CODE_DIGITS, Level

_BANGKOK: Final = "10"
_COLUMNS: Final = ["record", "tambon_code", "whole"]


def on_tambons(rows: DataFrame, ground: Ground) -> DataFrame:
    """
    Return the tambons that each record lies on.

    Rule, as for the states: a row that names an authority lies on every tambon in which the
    authority has a piece; else a row of a tambon on that tambon, and in Bangkok a row of a khet on
    the tambons of the khet. A row known only to a larger area lies on none.

    Parameters
    ----------
    rows
        Rows of a publication: `status`, `area_code`, `authority_code`.
    ground
        The pieces.

    Returns
    -------
    on_tambons
        One row per record and tambon: `record` (label of the row), `tambon_code`, `whole` (bool;
        False where the authority of the record covers a part of the tambon).
    """
    matched = rows[rows["status"] == "matched"]
    told = DataFrame(
        {
            "record": matched.index,
            "authority_code": texts(matched, "authority_code").to_numpy(),
            "area_code": texts(matched, "area_code").to_numpy(),
        }
    )
    pieces = ground.pieces.dropna(subset=["tambon_code", "authority_code"])
    named = told["authority_code"].isin(pieces["authority_code"])
    by_authority = told[named].merge(pieces, on="authority_code")
    rest = told[~named & (told["authority_code"] == "")]
    tambons = ground.areas(Basis.TAMBON)
    own = rest[rest["area_code"].isin(tambons)].assign(
        tambon_code=lambda frame: frame["area_code"], whole=True
    )
    in_bangkok = tambons[tambons.str.startswith(_BANGKOK)]
    khets = DataFrame(
        {"area_code": in_bangkok.str[: CODE_DIGITS[Level.DISTRICT]], "tambon_code": in_bangkok}
    )
    by_khet = rest.merge(khets, on="area_code").assign(whole=True)
    found = pd.concat([each[_COLUMNS] for each in (by_authority, own, by_khet)])
    return found.astype({"whole": bool}).reset_index(drop=True)


def places(codes: pd.Index, ground: Ground, basis: Basis) -> DataFrame:
    """
    Return the tambons that areas of a basis lie on.

    Returns
    -------
    places
        One row per area and tambon: `area_code`, `tambon_code`.
    """
    if basis is Basis.TAMBON:
        return DataFrame({"area_code": codes, "tambon_code": codes})
    pieces = ground.pieces.dropna(subset=["tambon_code", "authority_code"])
    own = pieces[pieces["authority_code"].isin(codes)]
    found = DataFrame({"area_code": own["authority_code"], "tambon_code": own["tambon_code"]})
    return found.reset_index(drop=True)
