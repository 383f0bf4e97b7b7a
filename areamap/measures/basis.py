"""What a rate is counted against: tambons or local authorities, and the pieces that both share."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.errors import PlaceError
from areamap.i18n import Lang, t


class Basis(StrEnum):
    """The kind of area that a rate counts; every rate carries one."""

    TAMBON = "tambon"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Ground:
    """
    The ground under both bases, cut into pieces that each lie in one tambon and one authority.

    Tambons of the Ministry of Interior and local authorities are many to many: about 1,300 tambons
    lie in more than one authority and about 530 authorities span more than one tambon. On the
    common refinement of the two nothing can be counted twice.

    Attributes
    ----------
    pieces
        One row per tambon and authority that meet: `tambon_code`, `authority_code` (missing where
        the tambon lies in no authority), `whole` (False where only a part of the tambon).
    seats
        Tambon of each authority's seat, indexed by `authority_code`; empty without a register of
        local authorities.
    """

    pieces: DataFrame
    seats: Series

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The bases that can be offered: without a register of authorities only tambons."""
        return (Basis.TAMBON, Basis.AUTHORITY) if not self.seats.empty else (Basis.TAMBON,)

    def areas(self, basis: Basis) -> Index:
        """
        Return the codes of every area of a basis, sorted.

        Raises
        ------
        PlaceError
            The basis is `authority` and no register of local authorities is in force.
        """
        if basis is Basis.TAMBON:
            codes = self.pieces["tambon_code"].dropna().unique()
        elif self.seats.empty:
            raise PlaceError("measures_no_authority_register")
        else:
            codes = self.seats.index.unique().to_numpy()
        areas: Index = Index(codes, dtype="str", name="area_code")
        return areas.sort_values()

    def areas_within(self, basis: Basis, tambons: Index) -> Index:
        """Return the areas of a basis that lie in some tambons: an authority where its seat is."""
        if basis is Basis.TAMBON:
            return tambons
        inside: Index = self.seats.index[tambons.get_indexer(Index(self.seats)) >= 0]
        return inside

    def membership(self, basis: Basis, tambons: Series) -> Series:
        """
        Return the area at some level that each area of a basis is counted in.

        An authority counts once: where its seat lies.

        Parameters
        ----------
        basis
            Which areas are to be placed.
        tambons
            Code at the level wanted, by tambon code; missing where the tambon is in none.

        Returns
        -------
        Series
            Code at the level, indexed by the area codes of the basis.
        """
        areas = self.areas(basis)
        if basis is Basis.TAMBON:
            return tambons.reindex(areas)
        return tambons.reindex(Index(self.seats.reindex(areas))).set_axis(areas)


@dataclass(frozen=True, slots=True)
class BasisCheck:
    """
    Which basis a published count can have.

    Attributes
    ----------
    covered
        The count as published.
    rates_pct
        Count / areas x 100 for each basis; None where the number of areas is not known.
    possible
        The bases whose rate does not pass 100 %.
    """

    covered: int
    rates_pct: dict[Basis, float | None]
    possible: tuple[Basis, ...]

    @property
    def is_ambiguous(self) -> bool:
        """Whether the count alone does not tell its basis."""
        return len(self.possible) > 1

    def text(self, lang: Lang) -> str:
        """Return the sentence that says which basis it can be, and the rate by each."""
        if not self.possible:
            key = "basis_over" if None in self.rates_pct.values() else "basis_none"
        elif self.is_ambiguous:
            key = "basis_any"
        else:
            key = f"basis_only_{self.possible[0]}"
        rates = {
            f"{basis}_pct": "?" if rate is None else f"{rate:.1f}"
            for basis, rate in self.rates_pct.items()
        }
        return t(f"measures.{key}", lang, covered=self.covered, **rates)


def plausible_basis(covered: int, tambons: int | None, authorities: int | None) -> BasisCheck:
    """
    Return which basis a published count can have, since no rate passes 100 %.

    Formula: a basis is possible where `covered <= areas of the basis`. In Nakhon Ratchasima 332
    councils were published; of 289 tambons that is 114.9 %, of 333 local authorities 99.7 %, so
    the count was by authority.

    Parameters
    ----------
    covered
        Areas said to be covered, or councils said to be registered.
    tambons, authorities
        Number of areas by each basis; None where not known.

    Returns
    -------
    BasisCheck
        Rates by basis and the bases that are possible.
    """
    areas = {Basis.TAMBON: tambons, Basis.AUTHORITY: authorities}
    rates = {basis: covered / count * 100 if count else None for basis, count in areas.items()}
    possible = tuple(basis for basis, count in areas.items() if count and covered <= count)
    return BasisCheck(covered=covered, rates_pct=rates, possible=possible)


def over_full(counts: Series, areas: Series) -> Series:
    """
    Return the rates that pass 100 %: counts set against the wrong basis, or areas counted twice.

    Formula: count / areas x 100, where it is above 100.

    Parameters
    ----------
    counts
        A count by area as found in a source, indexed by `area_code`.
    areas
        Areas of the basis it is set against, same index.

    Returns
    -------
    rate_pct
        float64, only the areas above 100 %, highest first.
    """
    rates = (counts / areas.reindex(counts.index).replace(0, np.nan) * 100).astype("float64")
    return rates[rates > 100].sort_values(ascending=False).rename("rate_pct")  # noqa: PLR2004


def no_authorities() -> Series:
    """Return the seats of no authority at all, for a home without such a register."""
    return Series([], index=Index([], dtype="str", name="authority_code"), dtype="str", name="seat")


def ground(pieces: DataFrame, seats: Series | None = None) -> Ground:
    """
    Return the ground of both bases.

    Parameters
    ----------
    pieces
        As `places.authorities.pieces` gives them.
    seats
        As `places.authorities.seat` gives them; None without a register of local authorities.

    Returns
    -------
    Ground
        With a piece of its own for each authority that meets no tambon, so that it still counts.
    """
    seats = no_authorities() if seats is None else seats[~seats.index.duplicated()]
    lost = seats.index.difference(Index(pieces["authority_code"].dropna()))
    if len(lost):
        homeless = DataFrame({"tambon_code": pd.NA, "authority_code": lost, "whole": False})
        pieces = pd.concat([pieces, homeless.astype({"tambon_code": "str"})], ignore_index=True)
    return Ground(pieces=pieces, seats=seats)
