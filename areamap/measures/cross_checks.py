"""What has to be looked at between registers: what one says and another leaves out."""

from collections.abc import Mapping
from typing import Final

from pandas import DataFrame, Index, Series

from areamap.measures._cells import among, labels
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.states import State
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level

SPOKEN: Final = ("council", "fund", "housing", "budget")
"""Registers of which each is expected to speak of a province that another one speaks of."""

_PROVINCE: Final = CODE_DIGITS[Level.PROVINCE]
_TAMBON: Final = CODE_DIGITS[Level.TAMBON]


def silent_provinces(registers: Mapping[str, DataFrame]) -> list[Found]:
    """
    Return the provinces that a register leaves out although another speaks of them.

    Rule: of council, fund, housing and budget, each that is in force should have a joined row in
    every province in which another has one; else its figures of the province are not none but not
    known.

    Parameters
    ----------
    registers
        Rows in force by register, of one world.
    """
    spoken = {name: _provinces(rows).dropna() for name, rows in registers.items() if name in SPOKEN}
    every = sorted({str(code) for codes in spoken.values() for code in codes})
    found = []
    for name, codes in spoken.items():
        for province in sorted(set(every) - set(codes)):
            others = [other for other in SPOKEN if province in set(spoken.get(other, ()))]
            rows = {other: _in_province(spoken[other], province) for other in others}
            found.append(
                Found(
                    Check.ONLY_IN_ONE,
                    Severity.DOUBT,
                    name,
                    "province_missing",
                    {"their_registers": tuple(others)},
                    province,
                    rows,
                    tuple(others),
                )
            )
    return found


def without_council(registers: Mapping[str, DataFrame], councils: Series) -> list[Found]:
    """
    Return where a fund, housing or money is recorded and no council is, by province.

    Such a tambon may have a council that the list leaves out. Tambons of which it is not known
    whether they have one are not told.

    Parameters
    ----------
    registers
        Rows in force by register, of one world.
    councils
        State of each tambon as `states.states` gives it for councils.
    """
    without = councils.index[councils.isin([State.NONE])]
    there: dict[str, dict[str, DataFrame]] = {}
    for name in SPOKEN[1:]:
        if name in registers:
            rows = registers[name]
            area = rows["area_code"].astype("str")
            in_one = rows["authority_code"].isna() & among(area, without)
            own = rows[(rows["status"] == "matched") & in_one]
            for province, part in own.groupby(area.str[:_PROVINCE]):
                there.setdefault(str(province), {})[name] = part
    return [_without(province, there[province]) for province in sorted(there)]


def _without(province: str, rows: Mapping[str, DataFrame]) -> Found:
    codes = sorted({str(code) for own in rows.values() for code in own["area_code"]})
    return Found(
        Check.ONLY_IN_ONE,
        Severity.NOTE,
        "council",
        "no_council_there",
        {"count": len(codes), "their_registers": tuple(rows)},
        province,
        {name: labels(own) for name, own in rows.items()},
        (*rows, *codes),
    )


def uncounted_people(population: DataFrame) -> list[Found]:
    """
    Return the provinces in which people of some tambons are counted and of others are not.

    Rates per head of such a province can't be told, and its tambons fall out of lists by people.

    Parameters
    ----------
    population
        Rows in force: `status`, `area_code`.
    """
    tambons = gazetteer.areas(Level.TAMBON).index
    area = population.loc[population["status"] == "matched", "area_code"].astype("str")
    counted = Index(area[area.str.len() == _TAMBON].unique())
    spoken = set(counted.str[:_PROVINCE])
    left = tambons.difference(counted)
    provinces = left.to_series().str[:_PROVINCE]
    return [
        Found(
            Check.ONLY_IN_ONE,
            Severity.DOUBT,
            "population",
            "people_missing",
            {"count": len(codes)},
            str(province),
            {},
            tuple(codes),
        )
        for province, codes in provinces.groupby(provinces)
        if province in spoken
    ]


def unknown_authorities(
    registers: Mapping[str, DataFrame], authorities: DataFrame | None
) -> list[Found]:
    """
    Return the local authorities that a register names and the register of authorities does not.

    Parameters
    ----------
    registers
        Rows in force by register, of one world.
    authorities
        Rows in force of the register of local authorities; None where there is none, and then
        nothing can be said.
    """
    if authorities is None:
        return []
    told = authorities.loc[authorities["status"] == "matched", "authority_code"].astype("str")
    known = Index(told.dropna().unique())
    found = []
    for name, rows in registers.items():
        if name == "authority" or "authority_code" not in rows.columns:
            continue
        matched = rows[rows["status"] == "matched"]
        code = matched["authority_code"].astype("str").dropna()
        for foreign, own in matched.groupby(code[~among(code, known)]):
            found.append(
                Found(
                    Check.UNKNOWN_AUTHORITY,
                    Severity.WRONG,
                    name,
                    "unknown_authority",
                    {"code": str(foreign), "rows": len(own)},
                    str(own["area_code"].iloc[0]),
                    {name: labels(own)},
                    (foreign,),
                )
            )
    return found


def _provinces(rows: DataFrame) -> Series:
    area = rows.loc[rows["status"] == "matched", "area_code"].astype("str")
    province = area.str[:_PROVINCE]
    return province.where(among(province, gazetteer.areas(Level.PROVINCE).index))


def _in_province(provinces: Series, code: str) -> tuple[int, ...]:
    own = provinces[provinces == code]
    return labels(own.to_frame())
