"""What a template of ours holds beside the rows of a person: what tells of it, and its example."""

from collections.abc import Mapping
from typing import Final

from areamap.i18n import Lang
from areamap.registers.cells import Cell, Sheet, as_text
from areamap.registers.words import key, plain

MARKS: Final[Mapping[Lang, str]] = {"th": "แบบกรอกของ areamap", "en": "A form of areamap"}
"""What the first cell of a sheet begins with that only tells of the form."""

EXAMPLE: Final[Mapping[Lang, str]] = {"th": "ตัวอย่าง", "en": "Example"}
"""What stands in the first column of the example row."""

NUMBER: Final[Mapping[Lang, str]] = {"th": "ลำดับ", "en": "No."}
"""Heading of the first column, which only numbers the rows."""

_EXAMPLES: Final = frozenset(map(key, EXAMPLE.values()))
_NUMBERS: Final = frozenset(map(key, (*NUMBER.values(), "ลำดับที่", "ที่", "เลขที่ลำดับ")))


def is_about(sheet: Sheet) -> bool:
    """Tell whether a sheet explains a template, or holds its lists, and never rows of records."""
    first = next((cell for row in sheet.rows[:1] for cell in row[:1]), None)
    return plain(as_text(first)).startswith(tuple(MARKS.values()))


def is_example(cell: Cell) -> bool:
    """Tell whether the first cell of a row marks it as an example; the word alone does."""
    return isinstance(cell, str) and key(cell) in _EXAMPLES


def is_number(heading: str) -> bool:
    """Tell whether a heading stands over the running numbers of the rows."""
    return key(heading) in _NUMBERS
