"""Codes of areas that a file keeps in pieces: 19, 04 and 06 are the tambon 190406."""

import re
from collections.abc import Mapping
from typing import Final

_PIECE: Final = re.compile(r"\d{1,2}")
_DIGITS: Final = 2
_LEVELS: Final = ("province_code", "district_code", "tambon_code")

Column = list[str | None]
"""One column of places, one entry per row of the sheet."""


def join(columns: Mapping[str, Column]) -> dict[str, Column]:
    """
    Return columns of places in which every code is whole.

    A code of one or two digits below a larger one gets the larger one's digits before it; whole
    codes, and pieces whose larger code is not told, stay as they are.

    Parameters
    ----------
    columns
        Text by place column of the register; they are not changed.
    """
    joined = dict(columns)
    for larger, smaller, digits in zip(_LEVELS, _LEVELS[1:], (2, 4), strict=False):
        if larger in joined and smaller in joined:
            joined[smaller] = [
                f"{above}{own.zfill(_DIGITS)}" if above and own and _PIECE.fullmatch(own) else own
                for above, own in zip(_whole(joined[larger], digits), joined[smaller], strict=True)
            ]
    return joined


def _whole(codes: Column, digits: int) -> Column:
    """Return the codes that have their digits, a province's 1 to 9 with its zero; else None."""
    plain = [code and code.upper().removeprefix("TH") for code in codes]
    padded = [code.zfill(_DIGITS) if code else None for code in plain]
    return [code if code and code.isdecimal() and len(code) == digits else None for code in padded]
