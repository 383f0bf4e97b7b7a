"""What can be asked about: one register, two at once, or all of them together."""

from typing import Final

THEMES: Final = ("council", "fund", "housing", "budget")
"""Registers that can be asked about as a theme."""

INTEGRATION: Final = "integration"
"""Theme that is read from every register of `THEMES` together."""

PAIRS: Final = {
    "council-fund": ("council", "fund"),
    "council-housing": ("council", "housing"),
    "fund-housing": ("fund", "housing"),
}
"""Two themes at once: the registers that each pair is read from."""


def registers_of(theme: str) -> tuple[str, ...]:
    """Return the registers that a theme is read from."""
    return THEMES if theme == INTEGRATION else PAIRS.get(theme, (theme,))
