"""Words in Thai text, which has no spaces between them, so that no line breaks inside one."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from areamap.places import gazetteer
from areamap.places.levels import Level

if TYPE_CHECKING:
    from pythainlp.util import Trie

_THAI: Final = re.compile(r"[\u0e00-\u0e7f]+")
_STUCK: Final = re.compile(r"^[\u0e2f\u0e46\s)\]}.,:;!?%\u201d\u2019]+")
"""What never begins a line: it belongs to the word before it."""
_AGAIN: Final = "\u0e46"
"""ๆ says the word before it again, and stays with it over the space between them."""
_OPENING: Final = re.compile(r"[(\[{\u201c\u2018]$")
_PIECES: Final = re.compile(r"[ \t\n]+|[\u0e00-\u0e7f]+|[^ \t\n\u0e00-\u0e7f]+")
_JOINED: Final = re.compile(r"(?<=\d) (?=%)")
_KEPT: Final = "\u00a0"
_SHORTEST_NAME: Final = 5
"""Shorter names of areas are parts of other words too often."""
_LETTERS: Final = re.compile(
    r"[^\u0e31\u0e33-\u0e3a\u0e47-\u0e4e][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*"
)
"""A letter with the vowels and marks that stand on it."""

Measure = Callable[[str], float]


@cache
def pieces(text: str) -> tuple[str, ...]:
    """
    Return a text in the pieces between which a line may break.

    Rule: a break stands after spaces and between Thai words as pythainlp's newmm finds them, with
    the names of all areas added to its dictionary; never before ฯ, ๆ or a closing sign, after an
    opening one, or inside anything else.

    Parameters
    ----------
    text
        One paragraph.

    Returns
    -------
    tuple of str
        Joined they are the text.
    """
    found: list[str] = []
    for run in _PIECES.findall(_JOINED.sub(_KEPT, text)):
        words = _words(run) if _THAI.fullmatch(run) else [run]
        for word in words:
            if found and _belongs(found[-1], word):
                found[-1] += word
            else:
                found.append(word)
    return tuple(piece.replace(_KEPT, " ") for piece in found)


def lines(text: str, width: float, measure: Measure) -> list[str]:
    """
    Return a text in lines.

    Parameters
    ----------
    text
        What to break; line ends in it stay.
    width
        Width of a line, in the unit of the measure; a wider piece is broken between letters.
    measure
        Gives the width of a text.
    """
    return [line for part in text.split("\n") for line in _lines(part, width, measure)]


def _lines(text: str, width: float, measure: Measure) -> list[str]:
    whole = text.replace(_KEPT, " ").rstrip()
    if measure(whole) <= width:
        return [whole]
    waiting, at = pieces(text), 0
    found = [""]
    while at < len(waiting):
        fitting = _fitting(found[-1], waiting[at:], width, measure)
        if fitting:
            found[-1] += "".join(waiting[at : at + fitting])
        elif measure(waiting[at].rstrip()) <= width:
            found.append(waiting[at])
        else:
            _break_up(waiting[at], found, width, measure)
        at += fitting or 1
    return [line.rstrip() for line in found if line.strip()] or [""]


def _fitting(line: str, waiting: tuple[str, ...], width: float, measure: Measure) -> int:
    """
    Return how many pieces a line still takes.

    Guessed by the widths of the pieces, which come again and again, before the line is measured:
    measuring is slow, and each line is a new one.
    """
    taken, guess = measure(line), 0
    for piece in waiting:
        taken += measure(piece)
        if taken > width:
            break
        guess += 1

    def fits(count: int) -> bool:
        return measure((line + "".join(waiting[:count])).rstrip()) <= width

    while guess and not fits(guess):
        guess -= 1
    while guess < len(waiting) and fits(guess + 1):
        guess += 1
    return guess


def _break_up(piece: str, found: list[str], width: float, measure: Measure) -> None:
    for letters in _LETTERS.findall(piece):
        if found[-1] and measure(found[-1] + letters) > width:
            found.append("")
        found[-1] += letters


def _belongs(before: str, word: str) -> bool:
    if word.isspace() or word[0] == _AGAIN:
        return True
    if before[-1].isspace():
        return False
    if _STUCK.match(word) or _OPENING.search(before):
        return True
    # "2568/69", "(ตำบล)": what is not Thai breaks at spaces only, but may stand beside Thai words.
    return not _THAI.match(before[-1]) and not _THAI.match(word[0])


def _words(run: str) -> list[str]:
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415 - slow to load

    found: list[str] = word_tokenize(run, custom_dict=_dictionary(), engine="newmm")
    return found


@cache
def _dictionary() -> "Trie":
    """Return Thai words and the names of all areas; it takes a second once."""
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - the same
    from pythainlp.util import Trie  # noqa: PLC0415 - the same

    names = {
        str(name)
        for level in (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)
        for name in gazetteer.areas(level)["name_th"]
    }
    return Trie(
        set(thai_words())
        | {name for name in names if len(name) >= _SHORTEST_NAME and _THAI.fullmatch(name)}
    )
