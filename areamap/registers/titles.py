"""What stands above a table or on its tab for all of its rows: year, province, district, unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, TypeVar

from areamap.calendar import CalendarError, read_year
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers._heading_units import factors
from areamap.registers.cells import Sheet, as_text, is_blank
from areamap.registers.headers import Header
from areamap.registers.words import key, plain

_YEAR: Final = re.compile(
    r"(?:ปี ?งบประมาณ|งบประมาณ ?ปี|ปีงบ|ปี|FY|fiscal year)\.? ?(?:พ\.? ?ศ\.? ?)?"
    r"(\d{4})(?!\d| ?[-–/] ?\d)",
    re.IGNORECASE,
)
_BUDDHIST: Final = re.compile(r"25\d\d")
_PROVINCE: Final = re.compile(r"(?:จังหวัด|จ\.) ?([ก-๙]+)")
_DISTRICT: Final = re.compile(r"(?:อำเภอ|อ\.) ?([ก-๙]+)")
_UNIT: Final = re.compile(r"\(? ?หน่วย(?:นับ)? ?[:：] ?([^() ]+) ?\)?")
_BANGKOK: Final = "กรุงเทพมหานคร"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Title:
    """
    What a sheet says once for all of its rows; None where it says nothing, or two things.

    Attributes
    ----------
    year
        BE.
    province, district
        Names without a prefix.
    factor
        What its unit of money multiplies by.
    """

    year: int | None = None
    province: str | None = None
    district: str | None = None
    factor: Decimal | None = None


def read(sheet: Sheet, header: Header) -> Title:
    """Return what the rows above the header and the name of the sheet say."""
    above = [
        plain(as_text(cell))
        for row in sheet.rows[: header.first]
        for cell in row
        if not is_blank(cell)
    ]
    texts = [*above, plain(sheet.name)]
    return Title(
        year=_only([*_years(texts), *_whole_year(plain(sheet.name))]),
        province=_only(_provinces(texts)),
        district=_only(_found(_DISTRICT, texts, Level.DISTRICT)),
        factor=_only(_factors(above)),
    )


def _only(found: Iterable[_T]) -> _T | None:
    different = set(found)
    return different.pop() if len(different) == 1 else None


def _years(texts: Iterable[str]) -> Iterable[int]:
    for text in texts:
        for digits in _YEAR.findall(text):
            try:
                yield read_year(digits)
            except CalendarError:
                continue


def _whole_year(name: str) -> list[int]:
    """Return the year that is a tab's whole name: 2566."""
    return [int(name)] if _BUDDHIST.fullmatch(name) else []


def _provinces(texts: list[str]) -> set[str]:
    """Return provinces named with a prefix, or alone as a whole text such as the name of a tab."""
    whole = {text for text in texts if text in _names(Level.PROVINCE)}
    bangkok = {_BANGKOK for text in texts if _BANGKOK in text}
    return _found(_PROVINCE, texts, Level.PROVINCE) | whole | bangkok


def _found(pattern: re.Pattern[str], texts: Iterable[str], level: Level) -> set[str]:
    named = {name for text in texts for name in pattern.findall(text)}
    return named & _names(level)


def _factors(texts: Iterable[str]) -> Iterable[Decimal]:
    words = (key(word) for text in texts for word in _UNIT.findall(text))
    return [factors()[word] for word in words if word in factors()]


@cache
def _names(level: Level) -> frozenset[str]:
    return frozenset(gazetteer.areas(level)["name_th"])
