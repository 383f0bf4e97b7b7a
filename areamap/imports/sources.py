"""Whose file it is: what is decided for one file of a source holds for its next one."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import PurePath
from typing import Final

from areamap.calendar import month_names
from areamap.i18n import LANGS
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.places.names import split_prefix
from areamap.registers.words import plain

_NUMBERS: Final = re.compile(r"\d+")
_SIGNS: Final = re.compile(r"[\s_.,;:()\[\]{}+=~!@#$%^&-]+")
_VERSIONS: Final = frozenset(
    {
        "copy",
        "of",
        "final",
        "new",
        "edit",
        "edited",
        "rev",
        "ver",
        "v",
        "update",
        "updated",
        "สำเนา",
        "แก้ไข",
        "แก้ไขแล้ว",
        "อัปเดต",
        "อัพเดท",
        "ล่าสุด",
        "ใหม่",
    }
    | {"pasted", "book", "sheet", "workbook", "untitled", "สมุดงาน"}
    | {"ปี", "พศ", "ปีงบ", "ณ", "วันที่", "เดือน", "ประจำเดือน", "ไตรมาส", "ไตรมาสที่"}
    | {"งวด", "งวดที่", "ครั้งที่", "รอบ", "รอบที่", "ฉบับที่"}
)
_THAI: Final = re.compile("[ก-๙]")
_FEW: Final = 2
_ENOUGH: Final = 2
"""Words that tell one source from another, where none of them is a place."""


def guess(file_name: str, known: Iterable[str], provinces: Collection[str] = ()) -> str:
    """
    Return the source of a file by its name and its provinces, the same next month.

    Provinces fill the same form under the same name: what one of them means by a place must not be
    what another means by it. So a name without a place in it gets the province of the file's rows.

    Parameters
    ----------
    file_name
        Name of the file; numbers, months and words of versions are left out of it.
    known
        Sources that something is remembered of. One of the same words goes before a new one; so
        does one of some of them, where it says enough and the others name no other place.
    provinces
        Those that the file's rows name; of more than two none is put to the name.

    Returns
    -------
    str
        Such as `สภา สระบุรี` for `สภา_สระบุรี_มี.ค.66 (แก้ไข).xlsx`; empty where nothing is left.
    """
    words = _words(PurePath(file_name).stem)
    if not any(map(_is_place, words)) and len(provinces) <= _FEW:
        words += sorted(provinces)
    told = set(words)
    own = [(source, set(_words(source))) for source in known]
    same = [source for source, theirs in own if theirs == told and told]
    within = [
        (len(theirs), source)
        for source, theirs in own
        if theirs < told and _says_enough(theirs) and not any(map(_is_place, told - theirs))
    ]
    if same or within:
        return same[0] if same else max(within)[1]
    return " ".join(words)


def _words(text: str) -> list[str]:
    said = _month().sub(" ", plain(text))
    parts = _SIGNS.split(_NUMBERS.sub(" ", said))
    return [part for part in parts if part and part.casefold() not in _VERSIONS]


def _says_enough(words: set[str]) -> bool:
    return len(words) >= _ENOUGH or any(map(_is_place, words))


def _is_place(word: str) -> bool:
    bare = split_prefix(word)[1].casefold()
    return bare in _places() or any(name in word for name in _provinces())


@cache
def _places() -> frozenset[str]:
    """Return the names of provinces and districts, in both languages, small and without spaces."""
    found = (gazetteer.areas(level) for level in (Level.PROVINCE, Level.DISTRICT))
    return frozenset(
        name.casefold().replace(" ", "")
        for each in found
        for lang in LANGS
        for name in each[f"name_{lang}"]
    )


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(gazetteer.areas(Level.PROVINCE)["name_th"])


@cache
def _month() -> re.Pattern[str]:
    """
    Return what finds a month, with its day's word before it.

    Thai is written without spaces, and no word holds the long name of a month or a short one with
    its dot inside; what looks like other words, such as `มีค`, has to stand alone.
    """
    glued, alone = [], []
    for name in sorted(month_names(), key=len, reverse=True):
        short = name.rstrip(".")
        if _THAI.search(name):
            glued.append(re.escape(short) + (r"\.?" if short != name else ""))
            alone.append(re.escape(name.replace(".", "")))
        else:
            alone.append(re.escape(name))
    return re.compile(
        rf"(?:(?:ประจำ)?เดือน ?)?(?:{'|'.join(glued)})"
        rf"|(?<![ก-๙A-Za-z])(?:{'|'.join(alone)})(?![ก-๙A-Za-z])",
        re.IGNORECASE,
    )
