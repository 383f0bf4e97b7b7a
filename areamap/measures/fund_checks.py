"""What can't be so in the register of welfare funds."""

from typing import Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.measures._cells import areas, numbers, texts
from areamap.measures.basis import Ground
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.standing import Standing
from areamap.places.levels import CODE_DIGITS, Level

_AUTHORITY: Final = "authority "
_DISTRICT: Final = CODE_DIGITS[Level.DISTRICT]


def members_over_people(funds: DataFrame, standing: Series, people: Series) -> list[Found]:
    """
    Return the active funds that have more members than their area has people.

    Rule: members > people of the tambon or khet; of a fund of a local authority, of all tambons
    that it reaches into, so that nothing right is called wrong. Where the people of any of them are
    not known, nothing can be said.

    Parameters
    ----------
    funds
        Rows of a publication: `status`, `area_code`, `authority_code`, `fund_name`, `members`.
    standing
        How each stands today.
    people
        As `people_of_units` gives them.
    """
    active = funds[(funds["status"] == "matched") & (standing == Standing.ACTIVE)]
    authority = active["authority_code"].astype("str")
    unit = (_AUTHORITY + authority).fillna(active["area_code"].astype("str"))
    there = unit.map(people).astype("float64")
    members = numbers(active, "members")
    over = active[members > there]
    each = zip(over.index, texts(over, "fund_name"), areas(over), strict=True)
    return [
        Found(
            Check.MEMBERS_OVER_PEOPLE,
            Severity.WRONG,
            "fund",
            "members_over_people",
            {"name": name, "members": int(members[label]), "people": int(there[label])},
            area,
            {"fund": (int(label),)},
            (name, int(members[label]), int(there[label])),
        )
        for label, name, area in each
    ]


def people_of_units(tambons: Series, ground: Ground) -> Series:
    """
    Return people by unit: tambon, khet or district, and all tambons that an authority reaches into.

    Parameters
    ----------
    tambons
        People by tambon, as `population.population` gives them.
    ground
        The pieces.

    Returns
    -------
    people
        float64, indexed by tambon and district code and by `authority ` and its code; missing where
        the people of one of its tambons are.
    """
    known = tambons.astype("Float64").astype("float64")
    pieces = ground.pieces.dropna()
    reached = known.reindex(Index(pieces["tambon_code"]))
    by_authority = _whole(reached, _AUTHORITY + pieces["authority_code"].astype("str"))
    return pd.concat([known, _whole(known, Series(known.index).str[:_DISTRICT]), by_authority])


def _whole(people: Series, units: Series) -> "Series[float]":
    """Return the people of the units in which nobody is missing."""
    groups = Series(people.to_numpy()).groupby(units.to_numpy())
    whole: Series[float] = groups.sum().where(groups.count() == groups.size())
    return whole
