"""The order of the rules: code, authority, tambon, district, province, cluster, wider area."""

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, NamedTuple

from areamap.places import _lexicon
from areamap.places._by_authority import AuthorityNames
from areamap.places._by_code import match_code, read_code
from areamap.places._by_name import match_name
from areamap.places._near import IN_PROVINCE, similarity
from areamap.places._outcome import (
    Name,
    Outcome,
    ambiguous,
    doubted,
    matched,
    read_name,
    suggested,
    unmatched,
)
from areamap.places._parents import Parents, read_parents
from areamap.places.gazetteer import areas
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import Kind, bare, split_address

_PARENTS: Final = {
    Kind.DISTRICT: Level.DISTRICT,
    Kind.PROVINCE: Level.PROVINCE,
    Kind.CLUSTER: Level.CLUSTER,
}
_MARK: Final = re.compile(r"[\w\u0e31-\u0e4e]")


class Place(NamedTuple):
    """What one row says of its place; empty text where it says nothing."""

    tambon_code: str = ""
    district_code: str = ""
    province_code: str = ""
    tambon: str = ""
    district: str = ""
    province: str = ""
    authority_code: str = ""
    authority: str = ""
    cluster: str = ""
    wider_area: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A place with its codes as digits, its names as keys and its parents together."""

    code: str
    authority_code: str
    tambon: Name | None
    authority: Name | None
    parents: Parents
    cluster: Name | None
    wider: Name | None
    moved: bool


class Rules:
    """
    What a place means, rule by rule.

    Parameters
    ----------
    authorities
        Names of the local authorities, or None where their register is not known.
    clusters
        Codes of the clusters by the keys of their codes and names.
    wider
        Codes of provinces, groups and the country by the keys of their codes and names.
    """

    def __init__(
        self,
        authorities: AuthorityNames | None,
        clusters: dict[str, str],
        wider: dict[str, str] | None = None,
    ) -> None:
        self._authorities = authorities
        self._clusters = clusters
        self._wider = wider or {}

    def match(self, place: Place) -> Outcome:
        """Return the outcome of one place."""
        read = _read(place)
        tambon = self._tambon(read)
        if read.authority or read.authority_code:
            return self._authority(read, tambon)
        if tambon is None and _MARK.search(place.tambon) and not read.moved:
            return unmatched("places_unknown", name=place.tambon)
        return tambon or self._above(read)

    def _tambon(self, read: _Read) -> Outcome | None:
        name = read.tambon
        if read.code:
            by_name = partial(self._by_name, name or read.authority, read.parents)
            return match_code(read.code, name, read.parents, by_name)
        return match_name(name, read.parents) if name else None

    def _by_name(self, name: Name | None, parents: Parents) -> Outcome:
        return match_name(name, parents) if name else unmatched("places_nothing")

    def _authority(self, read: _Read, tambon: Outcome | None) -> Outcome:
        known = self._authorities
        if known is None:
            return tambon or self._without_register(read)
        if read.authority_code:
            return known.match_code(read.authority_code, read.authority, read.parents, tambon)
        if read.authority is None:
            return tambon or self._above(read)
        outcome = known.match_name(read.authority, _narrowed(read.parents, tambon), tambon)
        if outcome is not None:
            return outcome
        if tambon is not None:
            return tambon
        as_tambon = match_name(read.authority, read.parents)
        return doubted(as_tambon, "places_authority_unknown", name=read.authority.text)

    def _without_register(self, read: _Read) -> Outcome:
        """Take an authority for the tambon whose name, or for an อบต. also whose code, it has."""
        if read.authority_code in areas(Level.TAMBON).index:
            by_name = partial(self._by_name, read.authority, read.parents)
            return match_code(read.authority_code, read.authority, read.parents, by_name)
        if read.authority is None:
            return unmatched("places_authority_code_unknown", code=read.authority_code)
        outcome = match_name(read.authority, read.parents)
        if outcome.area_code is None:
            return outcome
        return replace(outcome, reason="places_authority_as_tambon")

    def _above(self, read: _Read) -> Outcome:
        parents = read.parents
        if parents.district_named:
            return _district(parents)
        if parents.problem or parents.provinces:
            return _parent(parents.provinces, "places_province", parents)
        if read.cluster:
            return _named_group(read.cluster, self._clusters, "places_cluster")
        if read.wider:
            return _named_group(read.wider, self._wider, "places_wider")
        return unmatched("places_nothing")


def _named_group(name: Name, known: dict[str, str], reason: str) -> Outcome:
    """Return the area that a name means among those of known keys."""
    # As it stands goes before what is left without its prefix: ภาคกลาง is no province.
    code = next((known[key] for key in name.keys if key in known), None)
    if code is not None:
        return matched(code, reason, name=name.text)
    scored = sorted((-similarity(name.key, key), code) for key, code in known.items())
    close = [code for score, code in scored if -score >= IN_PROVINCE]
    if close:
        return suggested(close, "places_near", name=name.text)
    return unmatched("places_unknown", name=name.text)


def _narrowed(parents: Parents, tambon: Outcome | None) -> Parents:
    """Return the parents, with the province of the row's tambon where the row names none."""
    if parents.provinces or parents.problem or tambon is None or tambon.area_code is None:
        return parents
    return replace(parents, provinces=(tambon.area_code[: CODE_DIGITS[Level.PROVINCE]],))


def _district(parents: Parents) -> Outcome:
    if parents.districts or not parents.old_districts:
        reason = "places_district_retired" if parents.old_districts else "places_district"
        return _parent(parents.districts, reason, parents)
    after = (_lexicon.successions()[code].codes for code in parents.old_districts)
    codes = tuple(dict.fromkeys(code for found in after for code in found))
    return _parent(codes, "places_district_retired", parents)


def _parent(codes: tuple[str, ...], reason: str, parents: Parents) -> Outcome:
    """Return a district or province that stands for itself, where the row names nothing finer."""
    if not codes:
        return unmatched("places_no_parent", text=parents.text)
    if len(codes) > 1:
        return ambiguous(codes, "places_several", name=parents.text)
    if parents.problem:
        return suggested(codes, parents.problem, text=parents.text)
    if not parents.provinces:
        return suggested(codes, "places_no_province", name=parents.text)
    return matched(codes[0], reason)


def _read(place: Place) -> _Read:
    codes = {digits: [] for digits in CODE_DIGITS.values()}  # type: dict[int, list[str]]
    for text, digits in (
        (place.tambon_code, CODE_DIGITS[Level.TAMBON]),
        (place.district_code, CODE_DIGITS[Level.DISTRICT]),
        (place.province_code, CODE_DIGITS[Level.PROVINCE]),
    ):
        code = read_code(text) if text else ""
        if code and any(map(str.isdigit, code)):
            codes[len(code) if len(code) in codes else digits].append(code)
    names = _names(place)
    parents = read_parents(
        tuple(codes[CODE_DIGITS[Level.PROVINCE]]),
        tuple(names[Level.PROVINCE]),
        tuple(codes[CODE_DIGITS[Level.DISTRICT]]),
        tuple(names[Level.DISTRICT]),
    )
    tambon = _tambon_of(names[Level.TAMBON])
    authority = read_name(place.authority) if place.authority else None
    if tambon and tambon.kind and tambon.kind.is_authority:
        tambon, authority = None, authority or tambon
    return _Read(
        code="".join(codes[CODE_DIGITS[Level.TAMBON]][:1]),
        authority_code=read_code(place.authority_code) if place.authority_code else "",
        tambon=tambon,
        authority=authority,
        parents=parents,
        cluster=read_name(names[Level.CLUSTER][0]) if names[Level.CLUSTER] else None,
        wider=read_name(place.wider_area) if place.wider_area else None,
        moved=not names[Level.TAMBON],
    )


def _names(place: Place) -> dict[Level, list[str]]:
    """Return the names of each level, also those that stand together in one cell."""
    names: dict[Level, list[str]] = {level: [] for level in (*CODE_DIGITS, Level.CLUSTER)}
    columns = (
        (place.cluster, Level.CLUSTER),
        (place.tambon, Level.TAMBON),
        (place.district, Level.DISTRICT),
        (place.province, Level.PROVINCE),
    )
    for text, level in columns:
        parts = split_address(text) if text else ()
        for kind, part in parts:
            above = _PARENTS.get(kind) if kind else None
            if above is None or (len(parts) == 1 and not _is_area(above, part)):
                names[level].append(part)
            else:
                names[above].append(part)
    return names


def _is_area(level: Level, text: str) -> bool:
    """Return whether `อ ...` in a cell is an อำเภอ, and not a name that begins with อ."""
    return level is Level.CLUSTER or bool(_lexicon.today(level).find("", bare(text)))


def _tambon_of(texts: list[str]) -> Name | None:
    """Return the name of the tambon, which may stand behind a village or a street."""
    names = [name for text in texts if (name := read_name(text))]
    named = (name for name in names if name.kind is Kind.TAMBON)
    return next(named, names[0] if names else None)
