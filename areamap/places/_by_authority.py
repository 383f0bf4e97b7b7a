"""Rules for rows that name a local authority."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from areamap.places import _lexicon
from areamap.places._near import IN_PROVINCE, similarity
from areamap.places._outcome import (
    MOST_SUGGESTED,
    Name,
    Outcome,
    Status,
    ambiguous,
    doubted,
    matched,
    read_name,
    suggested,
    unmatched,
)
from areamap.places._parents import Parents
from areamap.places.authorities import KINDS, covers, seat
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import Kind

_MUNICIPAL = frozenset({Kind.THESABAN_TAMBON, Kind.THESABAN_MUEANG, Kind.THESABAN_NAKHON})
_CITY = "Mueang"
_SHORT = {
    Kind.TAO: "อบต.",
    Kind.THESABAN_TAMBON: "ทต.",
    Kind.THESABAN_MUEANG: "ทม.",
    Kind.THESABAN_NAKHON: "ทน.",
}


@dataclass(frozen=True, slots=True)
class _Authority:
    code: str
    name: str
    kind: Kind | None
    keys: tuple[str, ...]
    province: str
    tambons: tuple[str, ...]
    seat: str


class AuthorityNames:
    """
    The register of local authorities, by name.

    Parameters
    ----------
    authorities
        `authority_code`, `authority_type`, `name_th`, `name_en`, `province_code`, `tambon_codes`.
    """

    def __init__(self, authorities: pd.DataFrame) -> None:
        known = _lexicon.today(Level.TAMBON).own
        listed = covers(authorities)
        tambons = listed.groupby("authority_code", sort=False)["tambon_code"].agg(tuple).to_dict()
        seats = seat(authorities).dropna().to_dict()
        self._by_code: dict[str, _Authority] = {}
        self._by_province: dict[str, list[_Authority]] = {}
        self._by_key: dict[tuple[str, str], list[_Authority]] = {}
        for row in authorities.to_dict("records"):
            code = str(row["authority_code"])
            inside = tuple(one for one in tambons.get(code, ()) if one in known)
            place = seats.get(code, "")
            if place not in known:
                place = inside[0] if inside else ""
            if not place:
                continue
            kind = KINDS.get(str(row["authority_type"]))
            name = f"{_SHORT.get(kind, '')}{row['name_th']}" if kind else str(row["name_th"])
            one = _Authority(code, name, kind, _keys(row), place[:2], inside, place)
            self._by_code[code] = one
            self._by_province.setdefault(one.province, []).append(one)
            for key in one.keys:
                self._by_key.setdefault((one.province, key), []).append(one)

    def match_code(
        self, code: str, name: Name | None, parents: Parents, tambon: Outcome | None
    ) -> Outcome:
        """Return what an authority's code means; a name it doesn't bear makes it a question."""
        one = self._by_code.get(code)
        if one is None:
            return tambon or unmatched("places_authority_code_unknown", code=code)
        outcome = _place(one, "places_authority_code", code, tambon)
        if not parents.hold(one.seat) and not any(map(parents.hold, one.tambons)):
            return doubted(outcome, "places_code_parents", code=code, text=parents.text)
        if name and not set(name.keys) & set(one.keys):
            return doubted(outcome, "places_code_name", code=code, name=name.text)
        return outcome

    def match_name(self, name: Name, parents: Parents, tambon: Outcome | None) -> Outcome | None:
        """
        Return what the name of an authority means, or None where the register has none like it.

        Parameters
        ----------
        name
            As typed, with its prefix or without.
        parents
            Province and district that the row names.
        tambon
            What the row's own tambon means, if it has one.
        """
        provinces = parents.provinces or tuple(self._by_province)
        named = (
            self._by_key.get((above, key), ()) for key in name.keys[::-1] for above in provinces
        )
        same = _inside(parents, dict.fromkeys(one for found in named for one in found))
        fits = [one for one in same if _is_kind(one.kind, name.kind)]
        if tambon is not None and len(fits) > 1:
            fits = [one for one in fits if set(tambon.codes) & set(one.tambons)] or fits
        if len(fits) == 1:
            return self._one(fits[0], name, parents, tambon)
        if fits or same:
            return _choice(fits or same, name, is_of_type=bool(fits))
        every = (one for above in parents.provinces for one in self._by_province.get(above, ()))
        return self._near(name, _inside(parents, every))

    def _one(
        self, one: _Authority, name: Name, parents: Parents, tambon: Outcome | None
    ) -> Outcome:
        outcome = _place(one, "places_authority", name.text, tambon)
        if parents.problem:
            return doubted(outcome, parents.problem, name=name.text, text=parents.text)
        if not parents.provinces:
            return doubted(outcome, "places_no_province", name=name.text)
        return outcome

    def _near(self, name: Name, near_by: list[_Authority]) -> Outcome | None:
        score = partial(similarity, name.key)
        scored = [(max(map(score, one.keys)), one.seat) for one in near_by if one.keys]
        close = sorted((pair for pair in scored if pair[0] >= IN_PROVINCE), reverse=True)
        if not close:
            return None
        return suggested([place for _, place in close], "places_near", name=name.text)


def _choice(several: list[_Authority], name: Name, *, is_of_type: bool) -> Outcome:
    """Leave the choice of an authority to a person, who is told which ones there are."""
    seats = [one.seat for one in several]
    if not is_of_type and len(set(seats)) == 1:
        return suggested(seats, "places_authority_type", name=name.text)
    every = ", ".join(f"{one.name} {one.code}" for one in several[:MOST_SUGGESTED])
    more = ", …" if len(several) > MOST_SUGGESTED else ""
    reason = "places_authorities_several" if is_of_type else "places_authorities_of_type"
    outcome = ambiguous(seats, reason, name=name.text, authorities=every + more)
    return replace(outcome, told={**outcome.told, "count": len(several)})


def _inside(parents: Parents, authorities: Iterable[_Authority]) -> list[_Authority]:
    """Return the authorities that reach into the district of a row, or all where it names none."""
    if not (parents.districts or parents.old_districts):
        return list(authorities)
    return [one for one in authorities if any(map(parents.hold, (*one.tambons, one.seat)))]


def _keys(row: dict[Hashable, object]) -> tuple[str, ...]:
    texts = [row.get("name_th"), row.get("name_en")]
    names = [name for text in texts if isinstance(text, str) and (name := read_name(text))]
    keys = [name.key if name.kind and name.kind.is_authority else name.keys[0] for name in names]
    city = [f"เมือง{key}" for key in keys if row["authority_type"] == _CITY]
    return tuple(dict.fromkeys([*keys, *city]))


def _is_kind(kind: Kind | None, asked: Kind | None) -> bool:
    if asked is None or not asked.is_authority:
        return True
    return kind in _MUNICIPAL if asked is Kind.THESABAN else kind is asked


def _place(one: _Authority, reason: str, text: str, tambon: Outcome | None) -> Outcome:
    """Return the tambon of an authority: the row's own, else of its name, else its seat."""
    if tambon is not None and tambon.area_code:
        both = replace(tambon, authority_code=one.code)
        if tambon.area_code in one.tambons or len(tambon.area_code) < CODE_DIGITS[Level.TAMBON]:
            return both
        codes = (tambon.area_code, one.seat)
        return replace(
            suggested(codes, "places_authority_tambon", name=text), authority_code=one.code
        )
    if tambon is not None and tambon.status is not Status.UNMATCHED:
        return replace(tambon, authority_code=one.code)
    own = _lexicon.today(Level.TAMBON).own
    named = (code for code in one.tambons if set(own[code]) & set(one.keys))
    return replace(matched(next(named, one.seat), reason, name=text), authority_code=one.code)
