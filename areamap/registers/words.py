"""Text of cells made comparable: digits, marks, spaces, headings and units."""

import re
from functools import cache, lru_cache
from typing import Final

from areamap.registers.units import units

_ARABIC: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES: Final = re.compile(r"\s+")
_BRACKETS: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_CACHED: Final = 2**16
_NOT_LETTERS: Final = re.compile(r"[^0-9a-z\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e✓✔√✗✘×/?]+")

MISSING: Final = frozenset(
    {
        *(
            "",
            "-",
            "--",
            "---",
            "–",
            "—",
            "−",
            "_",
            ".",
            "..",
            "...",
            "…",
            "na",
            "n/a",
            "n.a.",
            "null",
        ),
        *("ไม่มีข้อมูล", "ไม่ระบุ", "ไม่ทราบ", "ไม่ปรากฏ", "ไม่พบข้อมูล"),
    }
)
"""Words that stand for a missing value."""


@lru_cache(maxsize=_CACHED)
def plain(text: str) -> str:
    """Return text with Arabic digits, single spaces, whole ำ and แ, and nothing invisible."""
    seen = _INVISIBLE.sub("", text).translate(_ARABIC)
    return _SPACES.sub(" ", seen).strip().replace("ํา", "ำ").replace("เเ", "แ")


def is_missing(text: str) -> bool:
    """Tell whether plain text stands for a missing value."""
    return text.casefold() in MISSING


@lru_cache(maxsize=_CACHED)
def key(text: str) -> str:
    """Return what two spellings of one heading or word share: letters and digits alone."""
    letters = _NOT_LETTERS.sub("", plain(text).casefold())
    return letters if letters in {"/", "?"} else letters.replace("/", "").replace("?", "")


def without_brackets(text: str) -> str:
    """Return a heading without what stands in brackets."""
    return _BRACKETS.sub(" ", text)


def bracketed(text: str) -> list[str]:
    """Return what stands in brackets in a heading."""
    return [first or second for first, second in _BRACKETS.findall(text)]


@cache
def unit_keys() -> frozenset[str]:
    """Return the keys of all words of all units, factors too."""
    words = (word for unit in units().values() for word in (*unit.words, *unit.factors))
    return frozenset(filter(None, map(key, words)))
