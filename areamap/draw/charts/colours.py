"""
One colour per thing on all pages.

In the order in which work lines are stacked, neighbours differ by a third of the way from black to
white, so that they are told apart on a grey print too.
"""

from typing import Final
from zlib import crc32

from areamap.measures.work_lines import WorkLine

WORK_LINES: Final[dict[str, str]] = {
    WorkLine.COUNCIL: "#0f766e",
    WorkLine.WELFARE: "#e0b040",
    WorkLine.HOUSING: "#b8400f",
    WorkLine.LAND: "#a5cf9f",
    WorkLine.ECONOMY: "#3f4c92",
    WorkLine.QUALITY_OF_LIFE: "#eba9bd",
    WorkLine.CAPACITY: "#6e5f56",
}
"""Colour of each work line."""

UNKNOWN: Final = "#c9d5d9"
"""What is not known, or known only above."""

CODI: Final = "#17506b"
PARTNERS: Final = "#e08e2b"
"""CODI's own money, and that of all its partners together."""

HERE: Final = "#0f766e"
OTHERS: Final = "#8fb5b1"
MARKED: Final = "#b8400f"
"""What is looked at, what is beside it, and what is selected."""

COUNTRY: Final = "#12303b"
PLACES: Final = (
    "#0f766e", "#b8400f", "#3f4c92", "#c98a1b", "#7d5a9e", "#4f8fb5", "#7a8f2a", "#a0456a",
)  # fmt: skip
"""The country, and places in the order in which they stand in one picture."""

_PARTNERS: Final = (
    "#e08e2b", "#7d5a9e", "#6fb3d9", "#a0522d", "#8fae3d", "#d66a8f", "#4f8f8b", "#c9a227",
)  # fmt: skip

_CODI_KEY: Final = "codi"


def agency(key: str) -> str:
    """
    Return the colour of an agency, the same wherever and among whomever it stands.

    Parameters
    ----------
    key
        As `measures.agencies` names it; `codi` is CODI's own.
    """
    if key == _CODI_KEY:
        return CODI
    return _PARTNERS[crc32(key.encode()) % len(_PARTNERS)]
