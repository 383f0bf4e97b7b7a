"""Amounts as circles over a quiet map, and the sizes that a legend shows."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from pandas import Series

from areamap.draw._labels import said

COLOUR: Final = "#0b6b66"
_SHARES: Final = (1.0, 0.25, 0.04)
"""Shares of the largest amount that the legend shows: circles of the full, half, fifth radius."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """
    How amounts are drawn as circles.

    Attributes
    ----------
    largest
        The amount of the largest circle; the radius of another is to its as the roots are.
    sizes
        Round amounts that the legend shows, largest first, with what they are called.
    colour
        Of the circles.
    """

    largest: float
    sizes: tuple[tuple[float, str], ...]
    colour: str = COLOUR

    def message(self) -> dict[str, Any]:
        """Return the circles as the script reads them."""
        sizes = [{"value": value, "label": label} for value, label in self.sizes]
        return {"largest": self.largest, "sizes": sizes, "colour": self.colour}


def symbols(amounts: Series) -> Symbols | None:
    """
    Return how amounts are drawn as circles whose areas are in proportion to them.

    Parameters
    ----------
    amounts
        Amounts by `area_code`, missing where not known. Nothing and less than nothing have no
        circle.

    Returns
    -------
    Symbols | None
        None where no amount is more than nothing.
    """
    known = amounts.dropna()
    known = known[(known > 0) & np.isfinite(known)]
    if known.empty:
        return None
    largest = float(known.max())
    shown = dict.fromkeys(_round(largest * share) for share in _SHARES)
    sizes = tuple((value, said(value)) for value in shown if value > 0)
    return Symbols(largest, sizes)


def _round(value: float) -> float:
    """Return the nearest number at most as large with one digit."""
    size = 10.0 ** np.floor(np.log10(value))
    return float(np.floor(value / size) * size)
