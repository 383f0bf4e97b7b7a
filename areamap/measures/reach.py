"""What lies in a place: the codes of every level that are inside it, and those that reach out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from pandas import DataFrame, Index, Series

from areamap.measures._cells import among
from areamap.measures.basis import Ground
from areamap.measures.whereabouts import province_of


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """
    What a place reaches, as codes of areas of all levels.

    Attributes
    ----------
    code
        The place.
    tambons
        Codes of its tambons.
    inside
        Codes of the areas of any level all of whose tambons are its own.
    across
        Codes of the areas that hold some of its tambons and others.
    seated
        Local authorities whose seat lies in it.
    held
        Local authorities all of whose tambons lie in it.
    touching
        Local authorities that hold some of its tambons.
    areas
        How many areas of each level lie inside it as a whole.
    authorities
        Codes of every local authority that is known, wherever it is.
    """

    code: str
    tambons: Index
    inside: frozenset[str]
    across: frozenset[str]
    seated: frozenset[str]
    held: frozenset[str]
    touching: frozenset[str]
    areas: Mapping[str, int]
    authorities: Index


def reach(code: str, tambons: Index, memberships: Mapping[str, Series], ground: Ground) -> Reach:
    """
    Return what a place reaches.

    Parameters
    ----------
    code
        The place.
    tambons
        Codes of its tambons.
    memberships
        By level, the code of the area of each tambon, as `places.hierarchy.membership` gives it.
    ground
        The pieces of tambons and authorities.
    """
    inside: set[str] = {code, *tambons}
    across: set[str] = set()
    areas = {}
    for level, membership in memberships.items():
        whole, some = _held(membership, tambons)
        inside |= whole
        across |= some
        areas[str(level)] = len(whole)
    pieces = ground.pieces.dropna()
    held, beside = _held(pieces.set_index("tambon_code")["authority_code"], tambons)
    seated = ground.seats.index[ground.seats.isin(tambons)]
    return Reach(
        code=code,
        tambons=tambons,
        inside=frozenset(inside),
        across=frozenset(across - inside),
        seated=frozenset(seated),
        held=frozenset(held),
        touching=frozenset(held | beside),
        areas=areas,
        authorities=ground.seats.index.astype("str"),
    )


def located(rows: DataFrame, reached: Reach, *, by_seat: bool) -> DataFrame:
    """
    Return which rows of a register lie in a place.

    A row of an area lies in the place if all tambons of the area do. One of a local authority is
    counted once where its seat lies; its money only where all its tambons lie, as on the map.

    Parameters
    ----------
    rows
        Rows of a publication: `status`, `area_code`, `authority_code`, `suggested_codes`.
    reached
        The place.
    by_seat
        Whether a row of an authority lies where the seat is; else where all its tambons are.

    Returns
    -------
    located
        Same index, bool: `here`, `wider` (joined to an area that holds some of the place and more),
        `waiting` (waits for a decision and may mean it: a suggestion lies in the place, or the row
        tells its province or nothing at all).
    """
    area, authority = rows["area_code"].astype("str"), rows["authority_code"].astype("str")
    # An authority that the register does not know is where its row was joined to.
    named = among(authority, reached.authorities)
    home = reached.seated if by_seat else reached.held
    matched = rows["status"] == "matched"
    at_home, inside = among(authority, _codes(home)), among(area, _codes(reached.inside))
    here = inside.where(~named, at_home)
    beside = among(area, _codes(reached.across)) | among(authority, _codes(reached.touching))
    is_open = rows["status"].isin(["suggested", "ambiguous", "unmatched", "rejected"])
    return DataFrame(
        {
            "here": matched & here,
            "wider": matched & ~here & beside,
            "waiting": is_open.index.isin(_may_be(rows[is_open], reached)),
        },
        index=rows.index,
    ).astype(bool)


def _codes(codes: frozenset[str]) -> Index:
    return Index(sorted(codes), dtype="str")


def _may_be(rows: DataFrame, reached: Reach) -> Index:
    """Return the rows that may mean the place, by what they suggest, else by their province."""
    known = reached.inside | reached.across
    province = province_of(rows)
    by_province = province.isna() | province.isin(known)
    by_code = [any(code in known for code in codes) for codes in rows["suggested_codes"]]
    is_suggested = rows["suggested_codes"].map(len) > 0
    return rows.index[np.where(is_suggested, by_code, by_province).astype(bool)]


def _held(level: Series, tambons: Index) -> tuple[set[str], set[str]]:
    """Return the areas of a level that lie in a place as a whole, and those that do in part."""
    # As `_cells.among`: an `isin` of all tambons of the country makes a list of them each time.
    own = tambons.get_indexer(level.index) >= 0
    some = set(level[own].dropna().unique())
    others = set(level[~own].dropna().unique())
    return some - others, some & others
