"""
Thai text in the DBF of a shapefile, whatever its header says.

A DBF tells its encoding in a header byte or a `.cpg` file, and offices pass on every combination of
right, wrong and missing. Read as ISO-8859-1 each byte comes through as one character, and the bytes
themselves tell: Thai in UTF-8 is a strict pattern of three bytes that CP874 hardly ever makes.
"""

import re
from typing import Final

import pandas as pd

UTF_8: Final = "utf-8"
CP874: Final = "cp874"

_LONGEST_TAIL: Final = 3
"""A character of four bytes can be cut after its first three."""

_FOREIGN: Final = re.compile(r"[^\x00-\x7f\xa0\u0e00-\u0e7f\u2000-\u206f\ufeff]")
"""What Thai data does not hold: letters that pairs of bytes of CP874 make by accident."""


def decoded(columns: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """
    Return text that was read byte by byte as what it was written as.

    Parameters
    ----------
    columns
        Text read as ISO-8859-1, missing values missing. Columns of numbers pass unchanged.
        Headings are decoded too.

    Returns
    -------
    DataFrame
        The same rows and columns as they were meant.
    str
        `utf-8` or `cp874`: how the most of the values that are not plain ASCII are written. A
        single value that the other fits alone is read by the other.
    """
    text = [column for column in columns if not pd.api.types.is_numeric_dtype(columns[column])]
    values = {str(value) for column in text for value in columns[column].dropna().unique()}
    values |= {str(column) for column in columns}
    raw = {value: _bytes(value) for value in values if not value.isascii()}
    as_utf8 = {value: _utf8(data) for value, data in raw.items()}
    readable = sum(result is not None for result in as_utf8.values())
    encoding = UTF_8 if readable * 2 >= len(raw) else CP874
    meant = {
        value: (as_utf8[value] if encoding == UTF_8 else None) or _cp874(data)
        for value, data in raw.items()
    }
    result = columns.copy()
    for column in text:
        result[column] = columns[column].map(lambda value: meant.get(value, value))
    return result.rename(columns=meant), encoding


def _bytes(value: str) -> bytes:
    return value.encode("iso-8859-1", "replace")


def _utf8(data: bytes) -> str | None:
    """Return bytes as Thai in UTF-8 without a last character that is cut; None where not."""
    for tail in range(_LONGEST_TAIL + 1):
        kept = data[: len(data) - tail]
        try:
            text = kept.decode(UTF_8)
        except UnicodeDecodeError:
            continue
        whole = tail == 0 or _is_start(data[len(kept) :])
        return text if whole and not _FOREIGN.search(text) else None
    return None


def _is_start(tail: bytes) -> bool:
    """Return whether bytes begin a character of UTF-8 without ending it."""
    try:
        tail.decode(UTF_8)
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _cp874(data: bytes) -> str:
    return data.decode(CP874, "replace")
