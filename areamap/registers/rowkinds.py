"""Tell rows that hold a record from titles, headings, totals, sections and remarks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from areamap.registers import forms
from areamap.registers.cells import Cell, as_text, is_blank
from areamap.registers.headers import Header, Heading
from areamap.registers.totals import is_total
from areamap.registers.words import is_missing, key, plain, without_brackets

_SECTION: Final = re.compile(
    r"(?:\d+[.)]? ?)?(?P<kind>กลุ่มจังหวัด|จังหวัด|จ\.|อำเภอ|อ\.|เขต) ?(?P<name>[ก-๙][ก-๙ ]*)"
)
_REMARK: Final = re.compile(
    r"(?:หมายเหตุ|ที่มา|แหล่งข้อมูล|แหล่งที่มา|ข้อมูล ?ณ|ข้อมูล ?:|ผู้จัดทำ|จัดทำโดย|ผู้รายงาน|ผู้รับรอง|ลงชื่อ|ตารางที่"
    r"|\*|note|source|remark).*",
    re.IGNORECASE,
)
_EXAMPLE: Final = "registers_example_row"
_SIGNATURE: Final = re.compile(r"\(?ลงชื่อ.*")
_DISTRICT_WORDS: Final = frozenset({"อำเภอ", "อ.", "เขต"})
_PROVINCE_WORDS: Final = frozenset({"จังหวัด", "จ."})


@dataclass(frozen=True, slots=True)
class Kind:
    """
    Why a row is no record.

    Attributes
    ----------
    reason_key
        Key below `reasons.` in the locale files.
    district, province
        What a section row says of the rows below it.
    """

    reason_key: str
    district: str | None = None
    province: str | None = None


def kinds(
    rows: Sequence[Sequence[Cell]], header: Header, places: frozenset[int]
) -> list[Kind | None]:
    """Return for each row of a sheet why it is no record: see `kind`; its titles and header too."""
    found: list[Kind | None] = []
    for number, row in enumerate(rows):
        if number < header.first:
            found.append(Kind("registers_title_row"))
        elif number <= header.last:
            found.append(Kind("registers_header_row"))
        else:
            found.append(kind(row, header, places))
    return found


def without_examples(rows: Sequence[list[Cell]], found: Sequence[Kind | None]) -> list[list[Cell]]:
    """Return the rows of a sheet with those of an example blank: its money is nobody's."""
    return [
        [None] * len(row) if one is not None and one.reason_key == _EXAMPLE else row
        for row, one in zip(rows, found, strict=True)
    ]


def kind(row: Sequence[Cell], header: Header, places: frozenset[int]) -> Kind | None:
    """
    Return why a row below the header is no record, or None where it may be one.

    Parameters
    ----------
    row
        Its cells, merged ones not filled.
    header
        The header of the sheet.
    places
        Positions of the columns that say where a record is.
    """
    filled = [position for position, cell in enumerate(row) if not is_blank(cell)]
    if not filled:
        return Kind("registers_blank_row")
    if forms.is_example(row[filled[0]]):
        return Kind(_EXAMPLE)
    if _repeats(row, filled, header):
        return Kind("registers_header_row")
    if _is_total_row(row, filled, places):
        return Kind("registers_total_row")
    if len(filled) == 1 and isinstance(row[filled[0]], str):
        return _lonely(plain(as_text(row[filled[0]])), in_place=filled[0] in places)
    return _wordy(row, filled, header, places)


def _wordy(
    row: Sequence[Cell], filled: list[int], header: Header, places: frozenset[int]
) -> Kind | None:
    """Return why a row of several cells is no record: a remark, or a running number alone."""
    first = plain(as_text(row[filled[0]]))
    if _SIGNATURE.fullmatch(first):
        return Kind("registers_remark_row")
    if _REMARK.fullmatch(first) and not _mapped(filled, header) - places:
        return Kind("registers_remark_row")
    if not _says_anything(row, filled, header):
        return Kind("registers_numbered_blank_row")
    return None


def _is_total_row(row: Sequence[Cell], filled: list[int], places: frozenset[int]) -> bool:
    first_text = next((i for i in filled if isinstance(row[i], str)), None)
    told = {i for i in filled if i in places} | ({first_text} - {None})
    return any(is_total(as_text(row[i])) for i in told if i is not None)


def _repeats(row: Sequence[Cell], filled: list[int], header: Header) -> bool:
    heads = _heads(header.headings)
    same, others = 0, 0
    for i in filled:
        if isinstance(row[i], str) and key(as_text(row[i])) in heads[i]:
            same += 1
        else:
            others += 1
            if others * 2 >= len(filled):
                return False
    return same > 1


@lru_cache(maxsize=8)
def _heads(headings: tuple[Heading, ...]) -> list[frozenset[str]]:
    return [frozenset(map(key, heading.text.split(" / "))) for heading in headings]


def _lonely(text: str, *, in_place: bool) -> Kind | None:
    """Return what a row with one text alone is: a section, a remark, or a place without figures."""
    if _REMARK.fullmatch(text):
        return Kind("registers_remark_row")
    found = section(text)
    if found:
        return found
    return None if in_place else Kind("registers_remark_row")


def section(text: str) -> Kind | None:
    """Return what a heading such as `2. อำเภอวิหารแดง (6 ตำบล)` says of the rows below it."""
    found = _SECTION.fullmatch(without_brackets(plain(text)).strip())
    if not found:
        return None
    name = found["name"].strip()
    return Kind(
        "registers_section_row",
        district=name if found["kind"] in _DISTRICT_WORDS else None,
        province=name if found["kind"] in _PROVINCE_WORDS else None,
    )


def _mapped(filled: Sequence[int], header: Header) -> set[int]:
    known = {heading.position for heading in header.headings if heading.column}
    return known.intersection(filled)


def _says_anything(row: Sequence[Cell], filled: list[int], header: Header) -> bool:
    """Tell whether a row says more than its running number."""
    known = _mapped(filled, header)
    return any(
        not is_missing(plain(as_text(row[i])))
        if i in known
        else not re.fullmatch(r"[\d.,()-]*", plain(as_text(row[i])))
        for i in filled
    )
