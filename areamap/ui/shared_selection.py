"""Which areas are selected, as short as the address of a page wants it."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level

SEPARATOR: Final = "."
LONGEST: Final = 2000
"""Most letters: programs that pass addresses on cut longer ones."""

_WHOLE: Final = (CODE_DIGITS[Level.PROVINCE], CODE_DIGITS[Level.DISTRICT])


def written(codes: Iterable[str]) -> str:
    """
    Return how a selection is written in an address.

    Parameters
    ----------
    codes
        Codes of tambons.

    Returns
    -------
    str
        The codes in their order; that of a district or province stands for all of its tambons.
        Nothing where even that is longer than an address should be.
    """
    chosen = dict.fromkeys(codes)
    parts = dict.fromkeys(_short(code, chosen) for code in chosen)
    text = SEPARATOR.join(parts)
    return text if len(text) <= LONGEST else ""


def read(text: str) -> tuple[str, ...]:
    """
    Return the tambons that an address says are selected.

    Parameters
    ----------
    text
        As `written` gives it, or whatever stands there; what is no code of today is left out.

    Returns
    -------
    tuple of str
        Codes of tambons, each once.
    """
    found: dict[str, None] = {}
    for part in text[:LONGEST].split(SEPARATOR):
        found |= dict.fromkeys(_below().get(part, ()))
    return tuple(found)


def _short(code: str, chosen: dict[str, None]) -> str:
    for digits in _WHOLE:
        inside = _below().get(code[:digits], ())
        if len(inside) > 1 and all(tambon in chosen for tambon in inside):
            return code[:digits]
    return code


@cache
def _below() -> dict[str, list[str]]:
    """Return the tambons of each province, district and tambon of today, by its code."""
    found: dict[str, list[str]] = {}
    for tambon in gazetteer.areas(Level.TAMBON).index:
        for digits in CODE_DIGITS.values():
            found.setdefault(tambon[:digits], []).append(tambon)
    return found
