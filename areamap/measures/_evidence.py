"""What the records of a register say of each area of a basis; the plumbing of `states`."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from areamap.measures.basis import Basis, Ground
from areamap.measures.standing import Standing
from areamap.places.levels import CODE_DIGITS, Level

Flags = NDArray[np.bool_]

BANGKOK: Final = "10"
"""Code of the province whose councils and funds may be of a khet."""

_OPEN: Final = ("suggested", "ambiguous", "unmatched", "rejected")
_DISTRICT: Final = CODE_DIGITS[Level.DISTRICT]
_PROVINCE: Final = CODE_DIGITS[Level.PROVINCE]


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    What the records say, one flag per area.

    Attributes
    ----------
    areas
        Code of each area.
    covered, whole
        An active record covers one of its pieces; all of them.
    own
        An active record is its own.
    dissolved
        A dissolved record covers one of its pieces.
    undated
        A record would cover it, but its status or dates do not tell.
    shared
        A record lies in it or in another area of the same tambon, and does not say which.
    open
        A row that waits for a decision may mean it.
    above
        A record is known to be in its district, no closer.
    spoken
        The register holds a record placed in its province.
    """

    areas: Index
    covered: Flags
    whole: Flags
    own: Flags
    dissolved: Flags
    undated: Flags
    shared: Flags
    open: Flags
    above: Flags
    spoken: Flags


@dataclass(frozen=True, slots=True)
class _Ledger:
    """
    The records of a register beside the pieces of the ground, both by position in lists of codes.

    Attributes
    ----------
    rows
        `status`, `standing`, `suggested_codes`, `province`, `place` (kind of place that the row
        names: authority, tambon, khet, district, far) and the positions of its `authority`,
        `tambon` and `district`; -1 where it names none.
    pieces
        The positions of each piece's `authority`, `tambon` and `district`.
    codes
        The lists of codes.
    areas
        The areas that are asked for: `code`, `home` (itself, or the tambon of its seat).
    basis
        What they are.
    """

    rows: DataFrame
    pieces: DataFrame
    codes: dict[str, Index]
    areas: DataFrame
    basis: Basis

    def on(self, rows: DataFrame) -> Flags:
        """Return the pieces that lie where the rows are: their authority, else their own place."""
        named = rows["authority"] >= 0
        on = _hit(self.pieces["authority"], rows["authority"])
        on |= _hit(self.pieces["tambon"], rows.loc[~named, "tambon"])
        on |= _hit(self.pieces["district"], rows.loc[~named, "district"])
        return on

    def any_piece(self, flags: Flags) -> Flags:
        """Return the areas that have a flagged piece."""
        position = self.codes[self.basis].get_indexer(Index(self.areas["code"]))
        return _hit(position, self.pieces.loc[flags, str(self.basis)])

    def placed(self, *places: str) -> DataFrame:
        """Return the joined rows that name these kinds of place."""
        return self.rows[(self.rows["status"] == "matched") & self.rows["place"].isin(places)]

    def open_pieces(self) -> Flags:
        """Return the pieces that a row waiting for a decision may mean."""
        gone = self.rows["standing"].isin([Standing.ABSENT, Standing.DISSOLVED])
        waiting = self.rows[self.rows["status"].isin(_OPEN) & ~gone]
        suggested = waiting["suggested_codes"].explode().astype("str")
        nowhere = Series(np.nan, index=suggested.index, dtype="str")
        return self.on(waiting) | self.on(_positions(suggested, nowhere, self.codes))

    def spoken(self, rows: DataFrame) -> Flags:
        """Return the areas in whose province one of the rows is placed."""
        return self.areas["home"].str[:_PROVINCE].isin(rows["province"].unique()).to_numpy(bool)

    def seated(self, rows: DataFrame) -> Flags:
        """Return the areas whose own the rows are: named, or named by the tambon of the seat."""
        home = self.codes["tambon"].get_indexer(Index(self.areas["home"]))
        if self.basis is Basis.TAMBON:
            return _hit(home, rows["tambon"])
        named = rows["authority"] >= 0
        authority = self.codes["authority"].get_indexer(Index(self.areas["code"]))
        return _hit(authority, rows["authority"]) | _hit(home, rows.loc[~named, "tambon"])


def on_pieces(rows: DataFrame, standing: Series, ground: Ground, basis: Basis) -> Evidence:
    """
    Return the evidence of records that cover all pieces of their place: councils and funds.

    A record of a tambon covers all its pieces, one of an authority all of that authority's, one of
    a khet of Bangkok all pieces of its tambons.
    """
    ledger = _ledger(rows, standing, ground, basis)
    placed = ledger.placed("authority", "tambon", "khet")
    on = {
        each: ledger.on(placed[placed["standing"] == each])
        for each in (Standing.ACTIVE, Standing.DISSOLVED, Standing.UNKNOWN)
    }
    return Evidence(
        areas=Index(ledger.areas["code"], name="area_code"),
        covered=ledger.any_piece(on[Standing.ACTIVE]),
        whole=~ledger.any_piece(~on[Standing.ACTIVE]),
        own=ledger.seated(placed[placed["standing"] == Standing.ACTIVE]),
        dissolved=ledger.any_piece(on[Standing.DISSOLVED]),
        undated=ledger.any_piece(on[Standing.UNKNOWN]),
        shared=np.zeros(len(ledger.areas), dtype=bool),
        open=ledger.any_piece(ledger.open_pieces()),
        above=ledger.any_piece(ledger.on(_alive(ledger.placed("district")))),
        spoken=ledger.spoken(placed),
    )


def at_places(rows: DataFrame, standing: Series, ground: Ground, basis: Basis) -> Evidence:
    """
    Return the evidence of records that stand at one spot of their place: housing projects.

    A project does not cover the rest of its municipality. By authority a project of a tambon that
    several authorities share, and that does not name its own, could be in any of them.
    """
    ledger = _ledger(rows, standing, ground, basis)
    placed = ledger.placed("authority", "tambon")
    active = placed[placed["standing"] == Standing.ACTIVE]
    undated = placed[placed["standing"] == Standing.UNKNOWN]
    here, beside = _spots(active, ledger)
    maybe_here, maybe_beside = _spots(undated, ledger)
    district = _alive(ledger.placed("district", "khet"))
    return Evidence(
        areas=Index(ledger.areas["code"], name="area_code"),
        covered=here,
        whole=here,
        own=here,
        dissolved=np.zeros(len(ledger.areas), dtype=bool),
        undated=maybe_here | maybe_beside,
        shared=beside,
        open=ledger.any_piece(ledger.open_pieces()),
        above=ledger.any_piece(ledger.on(district)),
        spoken=ledger.spoken(placed),
    )


def _spots(rows: DataFrame, ledger: _Ledger) -> tuple[Flags, Flags]:
    """Return the areas that hold one of the rows, and those of which several may hold it."""
    if ledger.basis is Basis.TAMBON:
        return ledger.seated(rows), np.zeros(len(ledger.areas), dtype=bool)
    named = rows["authority"] >= 0
    alone = ~ledger.pieces["tambon"].duplicated(keep=False).to_numpy(bool)
    at_tambon = ledger.on(rows[~named])
    here = ledger.on(rows[named]) | (at_tambon & alone)
    return ledger.any_piece(here), ledger.any_piece(at_tambon & ~alone)


def _alive(rows: DataFrame) -> DataFrame:
    return rows[rows["standing"].isin([Standing.ACTIVE, Standing.UNKNOWN])]


def _ledger(rows: DataFrame, standing: Series, ground: Ground, basis: Basis) -> _Ledger:
    areas = ground.areas(basis)
    home = areas if basis is Basis.TAMBON else Index(ground.seats.reindex(areas))
    tambon, authority = ground.pieces["tambon_code"], ground.pieces["authority_code"]
    named: dict[str, Series] = {
        "authority": authority.astype("str"),
        "tambon": tambon.astype("str"),
        "district": tambon.astype("str").str[:_DISTRICT],
    }
    pieces, codes = {}, {}
    for name, values in named.items():
        pieces[name], found = pd.factorize(values)
        codes[name] = Index(found, dtype="str")
    area = rows["area_code"].astype("str")
    positions = _positions(area, rows["authority_code"].astype("str"), codes)
    ledger = positions.assign(
        status=rows["status"].astype("str"),
        standing=standing,
        suggested_codes=rows["suggested_codes"],
        province=area.str[:_PROVINCE],
        place=_place(positions, area),
    )
    return _Ledger(
        rows=ledger,
        pieces=DataFrame(pieces),
        codes=codes,
        areas=DataFrame({"code": areas, "home": home}),
        basis=basis,
    )


def _positions(area: Series, authority: Series, codes: dict[str, Index]) -> DataFrame:
    """Return where the codes of rows stand in the lists of codes, -1 where they do not."""
    by_name = {"authority": authority, "tambon": area, "district": area}
    return DataFrame(
        {name: codes[name].get_indexer(Index(values)) for name, values in by_name.items()},
        index=area.index,
    )


def _place(positions: DataFrame, area: Series) -> Series:
    """Return the kind of place of each row; districts are places of records only in Bangkok."""
    found = positions >= 0
    in_bangkok = area.str.startswith(BANGKOK).to_numpy(bool)
    kinds = np.select(
        [found["authority"], found["tambon"], found["district"] & in_bangkok, found["district"]],
        ["authority", "tambon", "khet", "district"],
        default="far",
    )
    return Series(kinds, index=area.index, dtype="str")


def _hit(positions: Series | NDArray[np.intp], hits: Series) -> Flags:
    """Return which positions are among the hits; -1 never is."""
    here, there = np.asarray(positions), np.asarray(hits)
    flags = np.zeros(max(here.max(initial=-1), there.max(initial=-1)) + 2, dtype=bool)
    flags[there] = True
    flags[-1] = False
    found: Flags = flags[here]
    return found
