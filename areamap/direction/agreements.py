"""Agreements with partners: who, where, until when; those that end soon first."""

from typing import Final

from pandas import DataFrame, Series

from areamap.direction.within import Within, named
from areamap.measures._cells import numbers, texts
from areamap.measures.terms import Term, terms
from areamap.snapshot import Snapshot

COLUMNS: Final = [
    "area_code", "name_th", "name_en", "level", "relation", "agreement_name", "parties",
    "signed_date", "term_years", "ends", "is_computed", "days_left", "term", "scope_count",
    "scopes",
]  # fmt: skip
"""Columns of `agreements`, one row per agreement."""

ORDER: Final = (Term.ENDS_SOON, Term.ENDED, Term.UNKNOWN, Term.IN_FORCE, Term.NOT_YET)
"""In which order they are told."""


def agreements(snapshot: Snapshot, rows: DataFrame | None, area: Within) -> DataFrame:
    """
    Return the agreements of an area: its own, those of areas inside it, and those around it.

    Rule: matched rows whose place is the area, lies in it as a whole, or holds all of it; see
    `measures.terms.terms` for how they stand.

    Parameters
    ----------
    snapshot
        Tells the day and the names of areas.
    rows
        Of the register of agreements; None where there is none.
    area
        As `direction.within.within` gives it.

    Returns
    -------
    DataFrame
        `COLUMNS`: `relation` is `own`, `inside` or `above`; `parties` and `scopes` as the register
        has them (empty where it has none); what is not told is missing. Those that end soon first,
        then those ended last, then those of which it is not known, then the rest.
    """
    if rows is None:
        return DataFrame(columns=COLUMNS)
    matched = rows[rows["status"] == "matched"]
    relation = matched["area_code"].astype("str").map(area.relation)
    own = matched[relation.notna()]
    if own.empty:
        return DataFrame(columns=COLUMNS)
    places = {code: named(snapshot, code) for code in own["area_code"].astype("str").unique()}
    code = own["area_code"].astype("str")
    found = DataFrame(
        {
            "area_code": code,
            "name_th": code.map(lambda each: places[each][0]),
            "name_en": code.map(lambda each: places[each][1]),
            "level": code.map(lambda each: str(places[each][2])),
            "relation": relation[relation.notna()],
            "agreement_name": texts(own, "agreement_name"),
            "parties": texts(own, "parties"),
            "signed_date": own["signed_date"] if "signed_date" in own.columns else None,
            "term_years": numbers(own, "term_years").astype("Int64"),
            "scope_count": numbers(own, "scope_count").astype("Int64"),
            "scopes": texts(own, "scopes"),
        }
    ).join(terms(own, snapshot.as_of))
    place = found["term"].map({str(term): place for place, term in enumerate(ORDER)})
    # Of those ended the last comes first: it may still be renewed.
    near = found["days_left"].astype("Float64").astype("float64").abs()
    ordered = found.assign(_place=place, _near=near).sort_values(
        ["_place", "_near", "area_code"], kind="stable", na_position="last", ignore_index=True
    )
    return ordered[COLUMNS]


def counts(found: DataFrame) -> "Series[int]":
    """Return how many agreements there are of each `Term`, every term in its order."""
    told = found["term"].value_counts()
    return told.reindex([str(term) for term in ORDER], fill_value=0).astype("int64")


def parts(cell: str) -> tuple[str, ...]:
    """Return the parties or scopes that a cell names: they stand with / between them."""
    return tuple(part for each in cell.split("/") if (part := each.strip()))
