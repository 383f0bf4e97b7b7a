"""What numbers count, and the words that say so."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent / "definitions" / "_units.toml"


@dataclass(frozen=True, slots=True)
class Unit:
    """
    What a number counts.

    Attributes
    ----------
    words
        What may stand after a number in a cell or in a heading's brackets.
    factors
        Words that multiply, such as ล้านบาท.
    """

    name: str
    label_th: str
    label_en: str
    words: tuple[str, ...]
    factors: Mapping[str, Decimal] = field(default_factory=dict)


@cache
def units() -> dict[str, Unit]:
    """Return every unit by name."""
    return {
        name: Unit(
            name=name,
            label_th=entry["label_th"],
            label_en=entry["label_en"],
            words=tuple(entry["words"]),
            factors={word: Decimal(by) for word, by in entry.get("factors", {}).items()},
        )
        for name, entry in tomllib.loads(_DATA.read_text(encoding="utf-8")).items()
    }
