"""Keys of all names, and the codes that they can mean inside each parent."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from areamap.places.gazetteer import BANGKOK, areas, retired
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import normalise

Index = dict[tuple[str, str], tuple[str, ...]]
"""(Code of a parent, or "" for the whole country; key of a name) to codes, sorted."""

_PROVINCE_ALIASES: Final = {
    "กทม": BANGKOK,
    "กรุงเทพ": BANGKOK,
    "bkk": BANGKOK,
    "krungthep": BANGKOK,
    "krungthepmahanakhon": BANGKOK,
    "อยุธยา": "14",
    "ayutthaya": "14",
    "โคราช": "30",
    "korat": "30",
    "อุบล": "34",
    "อุดร": "41",
    "ประจวบ": "77",
    "นครศรี": "80",
    "สุราษฎร์": "84",
}
_CAPITAL_NAMES: Final = ("เมือง", "mueang", "muang")
_CAPITAL: Final = "01"
_PARENT_DIGITS: Final = {
    Level.PROVINCE: (0,),
    Level.DISTRICT: (0, CODE_DIGITS[Level.PROVINCE]),
    Level.TAMBON: (0, CODE_DIGITS[Level.PROVINCE], CODE_DIGITS[Level.DISTRICT]),
}


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """
    The names of one level.

    Attributes
    ----------
    codes
        Codes by parent and key; every code stands under the country, its province and, for a
        tambon, its district.
    keys
        By parent, each key that is its area's own Thai or English name, with its code: what a near
        miss is measured against.
    own
        By code, the keys of its own names.
    """

    codes: Index
    keys: dict[str, dict[str, str]]
    own: dict[str, tuple[str, ...]]

    def find(self, parent: str, key: str) -> tuple[str, ...]:
        """Return the codes that a key can mean inside a parent."""
        return self.codes.get((parent, key), ())


@cache
def today(level: Level) -> Lexicon:
    """Return the names of today's areas of a level."""
    frame = areas(level)
    pairs = [
        (str(code), key)
        for column in ("name_th", "name_en")
        for code, text in frame[column].items()
        for key in _keys(text)
    ]
    return _build(level, pairs, _aliases(level))


@cache
def before(level: Level) -> Lexicon:
    """Return the names of retired districts or tambons."""
    frame = retired()
    frame = frame[frame["level"] == level]
    pairs = [
        (str(code), key)
        for column in ("name_th", "name_en")
        for code, text in frame[column].dropna().items()
        for key in _keys(text)
    ]
    return _build(level, pairs, ())


@dataclass(frozen=True, slots=True)
class Succession:
    """
    What became of a retired area.

    Attributes
    ----------
    codes
        Today's areas in its place.
    by_notice
        Whether a notice in the Royal Gazette says so; else they only share the name.
    """

    codes: tuple[str, ...]
    by_notice: bool


@cache
def successions() -> dict[str, Succession]:
    """Return what became of each retired area, by its code."""
    frame = retired()
    return {
        str(code): Succession(after, basis == "notice")
        for code, after, basis in zip(frame.index, frame["successors"], frame["basis"], strict=True)
    }


def _keys(text: str) -> tuple[str, ...]:
    """Return the keys of a name; `ปอภาร (ปอพาน)` is both."""
    first, _, second = text.partition("(")
    if not second or not normalise(first):
        return (normalise(text),)
    return normalise(first), normalise(second)


def _aliases(level: Level) -> Iterable[tuple[str, str]]:
    if level is Level.PROVINCE:
        return ((code, key) for key, code in _PROVINCE_ALIASES.items())
    if level is Level.DISTRICT:
        return (
            (above + _CAPITAL, key)
            for above in areas(Level.PROVINCE).index
            if above != BANGKOK
            for key in _CAPITAL_NAMES
        )
    return ()


def _build(
    level: Level, pairs: list[tuple[str, str]], aliases: Iterable[tuple[str, str]]
) -> Lexicon:
    codes: dict[tuple[str, str], set[str]] = {}
    keys: dict[str, dict[str, str]] = {}
    own: dict[str, list[str]] = {}
    for code, key in [*pairs, *aliases]:
        for digits in _PARENT_DIGITS[level]:
            codes.setdefault((code[:digits], key), set()).add(code)
    for code, key in pairs:
        own.setdefault(code, []).append(key)
        for digits in _PARENT_DIGITS[level]:
            keys.setdefault(code[:digits], {}).setdefault(key, code)
    return Lexicon(
        {place: tuple(sorted(found)) for place, found in codes.items()},
        keys,
        {code: tuple(dict.fromkeys(found)) for code, found in own.items()},
    )
