"""What is said in public and can be counted again, as data: see `indicators.toml`."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from areamap.i18n import Lang


class Count(StrEnum):
    """How an indicator is counted from registers; `indicators.toml` tells each."""

    RECORDS = "records"
    FOUNDED = "founded"
    AREAS = "areas"
    SUM = "sum"
    LARGEST = "largest"
    MONEY = "money"
    LINES = "lines"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Indicator:
    """
    Something that is said in public, and how it is counted again.

    Attributes
    ----------
    id
        As the register of published figures has it.
    label_th, label_en
        What it is called.
    count
        How it is counted; None where no register holds it.
    register
        Id of the register that it is counted from; empty where it needs none.
    column
        What is added up.
    level
        The areas that are counted: a level, or `authority`.
    begins
        Column of the day from which a record holds; empty where the register has a rule of its own
        (`measures.standing`) or its records hold always.
    own_place
        Only records of the very place count, not those of the areas inside it.
    agencies, other_agencies
        Only lines of an agency that begins, or does not begin, with one of these words.
    work_lines, statuses
        Only rows of one of these; empty for all.
    """

    id: str
    label_th: str
    label_en: str
    count: Count | None = None
    register: str = ""
    column: str = ""
    level: str = ""
    begins: str = ""
    own_place: bool = False
    agencies: tuple[str, ...] = ()
    other_agencies: tuple[str, ...] = ()
    work_lines: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    def label(self, lang: Lang) -> str:
        """Return what it is called in one language."""
        return self.label_th if lang == "th" else self.label_en


@cache
def indicators() -> dict[str, Indicator]:
    """Return every indicator that there is, by its id."""
    path = Path(__file__).with_suffix(".toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _indicator(name, entry) for name, entry in table.items()}


def _indicator(name: str, entry: dict[str, Any]) -> Indicator:
    told = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    count = entry.get("count")
    return Indicator(id=name, **{**entry, **told, "count": Count(count) if count else None})
