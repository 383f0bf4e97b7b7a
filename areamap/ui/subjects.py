"""What a map can be of: one register, two at once, the work lines, or money in one of its ways."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from areamap.i18n import Lang, t
from areamap.workspace import INTEGRATION, PAIRS, THEMES

if TYPE_CHECKING:
    from areamap.ui.choices import Choices

BUDGET: Final = "budget"
TWO: Final = "two"
"""Theme of two registers at once; which two is the pair."""

STATED: Final = tuple(theme for theme in THEMES if theme != BUDGET)
"""Registers of which an area has a record or not."""

SHOWN: Final = (*STATED, INTEGRATION, BUDGET, TWO)
"""Themes in the order in which they are offered."""

TOTAL: Final = "sum"
HEAD: Final = "head"
CIRCLES: Final = "circles"
MONEY: Final = (TOTAL, HEAD, CIRCLES)
"""Ways of showing money: in classes of baht, of baht per head, as circles."""

ALL: Final = (*STATED, INTEGRATION, *(f"{BUDGET}-{way}" for way in MONEY), *PAIRS)
"""Every theme with its way or its pair, as one name."""


def register(chosen: "Choices") -> str:
    """Return the theme as `Workspace.snapshot` knows it."""
    return chosen.pair if chosen.theme == TWO else chosen.theme


def named(chosen: "Choices", lang: Lang) -> str:
    """Return what the map is of, as its title says it."""
    if chosen.theme != TWO:
        return t(f"ui.theme_{chosen.theme}", lang)
    return t(f"ui.pair_{chosen.pair}", lang)


def with_subject(chosen: "Choices", subject: str) -> "Choices":
    """Return choices with a theme of `ALL` in the place of theirs."""
    if subject in PAIRS:
        return replace(chosen, theme=TWO, pair=subject)
    theme, _, way = subject.partition("-")
    return replace(chosen, theme=theme, money=way or chosen.money)


def label(subject: str, lang: Lang) -> str:
    """Return what a theme of `ALL` is called."""
    if subject in PAIRS:
        return t(f"ui.pair_{subject}", lang)
    theme, _, way = subject.partition("-")
    said = t(f"ui.theme_{theme}", lang)
    return f"{said} · {t(f'ui.money_{way}', lang)}" if way else said
