"""The formulas of the measures as people read them, as data: see `formulas.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from areamap.i18n import Lang


@dataclass(frozen=True, slots=True)
class Formula:
    """
    The formula of a measure.

    Attributes
    ----------
    id
        Its name.
    functions
        What makes it, dotted, below `areamap`.
    pages
        The pages that show it.
    names, formulas, examples
        What it is called, how it is made, and a case worked out, by language.
    worked
        The case as arithmetic.
    result
        What comes out, as the examples say it.
    """

    id: str
    functions: tuple[str, ...]
    pages: tuple[str, ...]
    names: dict[Lang, str]
    formulas: dict[Lang, str]
    examples: dict[Lang, str]
    worked: str
    result: str


@cache
def formulas() -> tuple[Formula, ...]:
    """Return every formula, in the order in which they are told."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tuple(
        Formula(
            id=entry["id"],
            functions=tuple(entry["functions"]),
            pages=tuple(entry["pages"]),
            names={"th": entry["name_th"], "en": entry["name_en"]},
            formulas={"th": entry["formula_th"], "en": entry["formula_en"]},
            examples={"th": entry["example_th"], "en": entry["example_en"]},
            worked=entry["worked"],
            result=entry["result"],
        )
        for entry in tomllib.loads(text)["formula"]
    )
