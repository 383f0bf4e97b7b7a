"""Fiscal years that were over and changed all the same, from one publication to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from pandas import DataFrame, Series

from areamap.measures._cells import days, labels, numbers
from areamap.measures.change import closed_years, money_change
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.whereabouts import province_of

YEARLY: Final = {
    "council": "registered_date",
    "fund": "fiscal_year",
    "housing": "fiscal_year",
    "budget": "fiscal_year",
    "activity": "fiscal_year",
}
"""Registers that tell of years, and the column that does; of a day its fiscal year counts."""

AMOUNTS: Final = {
    "fund": "circulating_baht",
    "housing": "amount_baht",
    "budget": "amount_baht",
}
"""What is added up by year; of the other registers the records are counted."""

_KEYS: Final = ["area_code", "fiscal_year"]


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """
    One publication of a register, for what changed to the next.

    Attributes
    ----------
    number
        Of the publication.
    published_on
        Its day.
    note
        What was said about it; empty for nothing.
    rows
        Its rows.
    """

    number: int
    published_on: date
    note: str
    rows: DataFrame


def changed_years(register: str, before: Edition, after: Edition) -> list[Found]:
    """
    Return the closed fiscal years of which a publication says otherwise than the one before.

    Rule: by province and fiscal year, baht are added up (records counted, where the register has no
    money); a year that was over on the day of the earlier publication should have stayed as it was
    (`change.closed_years`). A province that only one of the two speaks of has not changed. Without
    a note the change is silent: wrong where rows tell their fiscal year, for no such change is
    published without one; of days somebody has to look, because a council that was forgotten comes
    late. With a note it is worth knowing.

    Parameters
    ----------
    register
        Id of the register; one of `YEARLY`, else nothing is found.
    before, after
        Two publications of it, one right after the other.
    """
    if register not in YEARLY:
        return []
    old, new = _yearly(register, before.rows), _yearly(register, after.rows)
    both = set(old["area_code"].dropna()) & set(new["area_code"].dropna())
    sums = [
        each[each["area_code"].isin(both)].groupby(_KEYS)["amount"].sum(min_count=1)
        for each in (old, new)
    ]
    changes = closed_years(money_change(*sums), before.published_on)
    unlike = _unlike(register, before, after)
    what = f"closed_year_{'noted' if after.note else 'silent'}"
    unit = "baht" if register in AMOUNTS else "records"
    silent = Severity.WRONG if YEARLY[register] == _KEYS[1] else Severity.DOUBT
    return [
        Found(
            Check.CLOSED_YEAR,
            Severity.NOTE if after.note else silent,
            register,
            f"{what}_{unit}",
            {
                "fiscal_year": year,
                "before": _amount(line["before_baht"]),
                "after": _amount(line["after_baht"]),
                "publication": after.number,
                "published_date": after.published_on,
                "note": after.note,
            },
            area,
            _rows(register, (before, old), (after, new), unlike, area, year),
            (year, _amount(line["before_baht"]), _amount(line["after_baht"])),
        )
        for area, year, line in _each(changes)
    ]


def _each(changes: DataFrame) -> Iterator[tuple[str, int, Series]]:
    keys = zip(*(changes.index.get_level_values(name) for name in _KEYS), strict=True)
    for place, (area, year) in enumerate(keys):
        yield str(area), int(year), changes.iloc[place]


def _yearly(register: str, rows: DataFrame) -> DataFrame:
    """Return province (or group), fiscal year and amount of each joined row that tells them."""
    name = YEARLY[register]
    matched = rows[rows["status"] == "matched"]
    if name == "fiscal_year":
        year = numbers(matched, name)
    else:
        day = days(matched, name)
        # FY2566 began on 1 October 2565.
        year = day.dt.year + 543.0 + (day.dt.month >= 10)  # noqa: PLR2004
    place = province_of(matched).fillna(matched["area_code"].astype("str"))
    amount = numbers(matched, AMOUNTS[register]) if register in AMOUNTS else year * 0 + 1
    told = DataFrame({"area_code": place, "fiscal_year": year, "amount": amount})
    return told.dropna(subset=_KEYS).astype({"fiscal_year": "int64"})


def _unlike(register: str, before: Edition, after: Edition) -> Mapping[int, Series]:
    """Return which rows of each publication stand in the other one in no way alike."""
    names = ["area_code", "authority_code", YEARLY[register], AMOUNTS.get(register, "area_code")]
    own = [name for name in dict.fromkeys(names) if name in before.rows and name in after.rows]
    keys = [_numbered(each.rows, own) for each in (before, after)]
    return {
        before.number: ~keys[0].isin(set(keys[1])),
        after.number: ~keys[1].isin(set(keys[0])),
    }


def _numbered(rows: DataFrame, names: list[str]) -> Series:
    """Return what each row says, numbered where several say the same."""
    said = Series(zip(*(rows[name].astype("str") for name in names), strict=True), index=rows.index)
    number = said.groupby(said).cumcount()
    return Series(list(zip(said, number, strict=True)), index=rows.index)


def _rows(
    register: str,
    old: tuple[Edition, DataFrame],
    new: tuple[Edition, DataFrame],
    unlike: Mapping[int, Series],
    area: str,
    year: int,
) -> dict[str, tuple[int, ...]]:
    found = {}
    for edition, told in (old, new):
        own = told[(told["area_code"] == area) & (told["fiscal_year"] == year)]
        own = own[unlike[edition.number].reindex(own.index).to_numpy(bool)]
        found[f"{register}#{edition.number}"] = labels(own)
    return {source: rows for source, rows in found.items() if rows}


def _amount(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
