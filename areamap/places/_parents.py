"""Province and district of a row: what its codes and names say, and whether they agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from areamap.places import _lexicon
from areamap.places._near import IN_PROVINCE, completions, near
from areamap.places._outcome import Name, read_name
from areamap.places.gazetteer import areas
from areamap.places.levels import CODE_DIGITS, Level


@dataclass(frozen=True, slots=True)
class Parents:
    """
    Where a row says that its place lies.

    Attributes
    ----------
    provinces, districts
        Codes that the row can mean; empty where it says nothing, or nothing that is known.
    old_districts
        Retired districts of the name inside the province.
    district_named
        Whether the row gives a district at all.
    problem
        Key of the reason for which these parents can't carry a join, or None.
    text
        What the problem is about, as typed.
    """

    provinces: tuple[str, ...]
    districts: tuple[str, ...]
    old_districts: tuple[str, ...]
    district_named: bool
    problem: str | None
    text: str

    @property
    def scopes(self) -> tuple[str, ...]:
        """The codes inside which a name is looked for first; the country where nothing is said."""
        if self.district_named:
            return self.districts
        return self.provinces or ("",)

    def hold(self, code: str) -> bool:
        """Return whether a tambon or district lies where the row says."""
        district = code[: CODE_DIGITS[Level.DISTRICT]]
        if self.districts or self.old_districts:
            return district in {*self.districts, *self.old_districts}
        return not self.provinces or code[: CODE_DIGITS[Level.PROVINCE]] in self.provinces


@dataclass(frozen=True, slots=True)
class _Reading:
    codes: tuple[str, ...]
    problem: str | None = None
    text: str = ""
    old: tuple[str, ...] = ()


@lru_cache(maxsize=2**15)
def read_parents(
    province_codes: tuple[str, ...],
    provinces: tuple[str, ...],
    district_codes: tuple[str, ...],
    districts: tuple[str, ...],
) -> Parents:
    """
    Return what codes and names say of province and district together.

    Parameters
    ----------
    province_codes, district_codes
        Digits.
    provinces, districts
        Names as typed.
    """
    above = _together(
        [_province_code(code) for code in province_codes]
        + [_province(name) for text in provinces if (name := read_name(text))]
    )
    below = _together(
        [_district_code(code) for code in district_codes]
        + [_district(name, above.codes) for text in districts if (name := read_name(text))]
    )
    problem, text = (above.problem, above.text) if above.problem else (below.problem, below.text)
    implied = {code[: CODE_DIGITS[Level.PROVINCE]] for code in below.codes}
    given = above.codes
    if not given and district_codes:
        given = tuple(sorted(implied))
    elif not problem and given and below.codes and implied.isdisjoint(given):
        problem, text = "places_parents_disagree", " ".join([*districts, *provinces])
    named = bool(below.codes or below.old or below.problem)
    return Parents(given, below.codes, below.old, named, problem, text)


def _together(readings: list[_Reading]) -> _Reading:
    """All that is said of one level must be able to mean one area."""
    if len(readings) == 1:
        return readings[0]
    codes: set[str] = set()
    for place, reading in enumerate(readings):
        codes = codes & set(reading.codes) if place else set(reading.codes)
    wrong = next((reading for reading in readings if reading.problem), _Reading(()))
    old = _sorted(code for reading in readings for code in reading.old)
    if codes or not readings:
        return _Reading(_sorted(codes), wrong.problem, wrong.text, old)
    every = _sorted(code for reading in readings for code in reading.codes)
    text = wrong.text or ", ".join(every)
    return _Reading(every, wrong.problem or "places_parents_disagree", text, old)


def _province_code(code: str) -> _Reading:
    if code in areas(Level.PROVINCE).index:
        return _Reading((code,))
    return _Reading((), "places_no_parent", code)


def _district_code(code: str) -> _Reading:
    if code in areas(Level.DISTRICT).index:
        return _Reading((code,))
    if before := _lexicon.successions().get(code):
        return _Reading(before.codes, None, code, (code,))
    return _Reading((), "places_no_parent", code)


def _province(name: Name) -> _Reading:
    names = _lexicon.today(Level.PROVINCE)
    for key in name.keys:
        if codes := names.find("", key):
            return _Reading(codes)
    codes = completions(name, ("",), names)
    if len(codes) == 1:
        return _Reading(codes)
    close = tuple(code for code, _ in near(name.key, ("",), names, IN_PROVINCE))
    return _Reading(close[:1], "places_no_parent", name.text)


def _district(name: Name, provinces: tuple[str, ...]) -> _Reading:
    names = _lexicon.today(Level.DISTRICT)
    inside = provinces or ("",)
    for key in name.keys:
        if codes := _sorted(code for above in inside for code in names.find(above, key)):
            return _Reading(codes)
    codes = completions(name, provinces, names)
    if len(codes) == 1:
        return _Reading(codes)
    before = _lexicon.before(Level.DISTRICT)
    if old := _sorted(code for above in inside for code in before.find(above, name.key)):
        return _Reading((), None, name.text, old)
    if elsewhere := names.find("", name.key):
        return _Reading(elsewhere, "places_parents_disagree", name.text)
    close = tuple(code for code, _ in near(name.key, provinces, names, IN_PROVINCE))
    return _Reading(close[:1], "places_no_parent", name.text)


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))
