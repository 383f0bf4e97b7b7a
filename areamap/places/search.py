"""Finding areas by a few words that a person types, such as `รั้วใหญ่ สุพรรณ`."""

from collections.abc import Collection
from functools import cache
from typing import Final, NamedTuple

from areamap.places.gazetteer import areas
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import bare, normalise, skeleton

_LEVELS: Final = (Level.PROVINCE, Level.DISTRICT, Level.TAMBON)


class _Entry(NamedTuple):
    """An area: its own names, and those of the areas that it lies in."""

    code: str
    level: Level
    own: tuple[str, ...]
    above: tuple[str, ...]


def search(text: str, *, most: int = 8, levels: Collection[Level] = _LEVELS) -> list[str]:
    """
    Return today's areas that a person may mean, best first.

    Each word has to be in a name of the area, or of an area that it lies in; one at least in its
    own. Tone marks and letters under a thanthakhat may be left out, prefixes too. A code finds its
    area. What begins with the word stands before what only holds it, larger areas before smaller
    ones.

    Parameters
    ----------
    text
        Words in Thai or English in any order, or a code.
    most
        How many are returned.
    levels
        Which of province, district and tambon are looked for.

    Returns
    -------
    list
        `area_code`s; empty where nothing fits, or nothing was typed.
    """
    code = normalise(text)
    if code.isdecimal():
        return [each.code for each in _entries() if each.code == code and each.level in levels]
    words = [key for word in text.split() if (key := skeleton(bare(word)))]
    ranked = [
        (rank, each.code)
        for each in (_entries() if words else ())
        if each.level in levels and (rank := _rank(each, words)) is not None
    ]
    return [found for _, found in sorted(ranked)[:most]]


def _rank(entry: _Entry, words: list[str]) -> tuple[int, int] | None:
    """Return how far an area is from the words, less is nearer; None where it can't be meant."""
    nearest = [_distance(word, entry.own) for word in words]
    for word, own in zip(words, nearest, strict=True):
        if own is None and not any(word in name for name in entry.above):
            return None
    told = [own for own in nearest if own is not None]
    return (min(told), CODE_DIGITS[entry.level]) if told else None


def _distance(word: str, names: tuple[str, ...]) -> int | None:
    found = [
        0 if name == word else 1 if name.startswith(word) else 2 for name in names if word in name
    ]
    return min(found, default=None)


@cache
def _entries() -> tuple[_Entry, ...]:
    names: dict[str, tuple[str, ...]] = {}
    found = []
    for level in _LEVELS:
        lines = areas(level)
        for code, thai, english in zip(
            lines.index, lines["name_th"], lines["name_en"], strict=True
        ):
            own = (skeleton(normalise(thai)), normalise(english))
            names[code] = own
            above = tuple(
                name
                for digits in CODE_DIGITS.values()
                if digits < len(code)
                for name in names[code[:digits]]
            )
            found.append(_Entry(code, level, own, above))
    return tuple(found)
