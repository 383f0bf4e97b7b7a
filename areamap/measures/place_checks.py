"""What has to be looked at in any register: rows without a place, and codes that are no more."""

from functools import cache
from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures._cells import among, labels
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.money import total_baht
from areamap.measures.whereabouts import province_of
from areamap.places import authorities, gazetteer
from areamap.places.levels import CODE_DIGITS, Level

WAITING: Final = ("suggested", "ambiguous", "unmatched", "rejected")
"""States of rows that are in no figure, although they may be a record."""

_RETIRED: Final = (
    "places_code_retired",
    "places_code_retired_likely",
    "places_code_gone",
    "places_code_split",
)


def waiting(register: str, rows: DataFrame, money: str | None) -> list[Found]:
    """
    Return the rows that are in no figure because nobody has decided where they belong, by province.

    Parameters
    ----------
    register
        Id of the register.
    rows
        Rows of a publication.
    money
        The register's main amount; None where it has none. Money without a place is told in baht.
    """
    held = rows[rows["status"].isin(WAITING)]
    found = []
    for province, own in held.groupby(province_of(held).fillna("")):
        baht = float(total_baht(own[money])) if money in own.columns else 0.0
        reasons = zip(own["reason_key"], own["suggested_codes"], strict=True)
        found.append(
            Found(
                Check.WAITING,
                Severity.DOUBT,
                register,
                "waiting_money" if baht else "waiting_rows",
                {"rows": len(own), "waiting_baht": baht},
                str(province) or None,
                {register: labels(own)},
                (*sorted(map(str, reasons)), baht),
            )
        )
    return found


def retired_codes(register: str, rows: DataFrame) -> list[Found]:
    """
    Return the retired codes of areas that a register still uses.

    A row may give one that was joined to its successor (worth knowing: the list should be mended),
    or be joined to a code that was retired since (wrong: it is on no map). The register of local
    authorities may list one among the tambons of an authority (doubtful).

    Parameters
    ----------
    register
        Id of the register.
    rows
        Rows of a publication: `status`, `area_code`, `reason_key`, `reason_values`, and
        `tambon_codes` where it lists them.
    """
    given = rows[rows["reason_key"].isin(_RETIRED)]
    told = [each.get("code") for each in given["reason_values"]]
    code = Series(told, index=given.index, dtype="str")
    found = _by_code(register, code, Severity.NOTE, "retired_code_given")
    area = rows.loc[rows["status"] == "matched", "area_code"].astype("str")
    old = area[among(area, gazetteer.retired().index) & ~among(area, _today())]
    found += _by_code(register, old, Severity.WRONG, "retired_code_joined")
    if {"tambon_codes", "authority_code"} <= set(rows.columns):
        found += _by_code(register, _listed(rows), Severity.DOUBT, "retired_code_listed")
    return found


def _listed(rows: DataFrame) -> Series:
    """Return the codes of no tambon of today that authorities list, by the label of their row."""
    matched = rows[rows["status"] == "matched"]
    gone = authorities.covers(matched)
    gone = gone[~among(gone["tambon_code"], _today())]
    at = Series(matched.index, index=Index(matched["authority_code"].astype("str")))
    at = at[~at.index.duplicated()].reindex(Index(gone["authority_code"]))
    return gone["tambon_code"].set_axis(Index(at))


def _by_code(register: str, codes: Series, severity: Severity, what: str) -> list[Found]:
    known = codes.dropna()
    return [
        Found(
            Check.RETIRED_CODE,
            severity,
            register,
            what,
            {"code": str(code), "rows": len(rows)},
            _province(str(code)),
            {register: tuple(sorted(labels(rows.to_frame())))},
            (code,),
        )
        for code, rows in known.groupby(known)
    ]


def _province(code: str) -> str | None:
    """Return the province of a code that is no more."""
    province = code[: CODE_DIGITS[Level.PROVINCE]]
    return province if province in gazetteer.areas(Level.PROVINCE).index else None


@cache
def _today() -> Index:
    codes = [gazetteer.areas(level).index for level in CODE_DIGITS]
    known: Index = pd.concat([code.to_series() for code in codes]).index
    return known
