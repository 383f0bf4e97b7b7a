"""
Thai letters in .xls files that name no code page, or a wrong one.

Workbooks before Excel 97, which web systems still write, hold letters of one byte and say in one
place which alphabet they are of. Where that is missing or says Western, `สภา` is read as `ÊÀÒ`.
"""

import re
from collections.abc import Iterable
from typing import Final

_WESTERN: Final = "cp1252"
_THAI: Final = "cp874"
_READ_WRONG: Final = re.compile("[\xa1-\xda\xdf-\xfb]{2}")
_THAI_LETTER: Final = re.compile("[ก-๛]")


def mended(text: str) -> str:
    """
    Return text in Thai letters where it was read as Western ones.

    No word of a Western language has two letters beyond a-z side by side and none that Thai lacks;
    what already holds a Thai letter, or does not go back to bytes, stays.
    """
    if not _READ_WRONG.search(text) or _THAI_LETTER.search(text):
        return text
    try:
        return text.encode(_WESTERN).decode(_THAI)
    except UnicodeError:
        return text


def mended_row(row: Iterable[object]) -> list[object]:
    """Return the cells of a row, their texts mended."""
    return [mended(cell) if isinstance(cell, str) else cell for cell in row]
