"""The recipe of the sample registers and the published figures that it answers to, read as data."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from areamap.registers._sample_draws import Draws
from areamap.settings import geodata


@dataclass(frozen=True, slots=True)
class Recipe:
    """
    What `geodata/sample/recipe.toml` says.

    Attributes
    ----------
    seed
        Text from which all chance comes.
    sections
        The tables of the file.
    figures
        The published figures, see `published_figures`.
    """

    seed: str
    sections: Mapping[str, Any]
    figures: pd.DataFrame

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # TOML holds any value
        """Return a table or a value of the first level."""
        return self.sections[name]

    def figure(self, figure_id: str) -> int:
        """Return the value of a published figure."""
        return int(self.figures["value"].to_dict()[figure_id])

    def day_of(self, figure_id: str) -> date:
        """Return the day of which a published figure was said."""
        return date.fromisoformat(self.figures["date"].to_dict()[figure_id])

    def draws(self, register: str, codes: Iterable[str]) -> Draws:
        """Return the chance of a register for the things with these codes."""
        return Draws.of(f"{self.seed}/{register}", codes)

    def set_for(self, register: str, province: str) -> Mapping[str, Any]:
        """Return what is set by hand for a province, or nothing."""
        entries = self.sections[register].get("province", ())
        return next((entry for entry in entries if entry["code"] == province), {})


@cache
def recipe() -> Recipe:
    """Return the recipe of this installation."""
    path = geodata() / "sample" / "recipe.toml"
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recipe(sections["seed"], sections, published_figures())


def published_figures() -> pd.DataFrame:
    """
    Return what has been said in public about councils, funds, housing and money.

    Returns
    -------
    DataFrame
        One row per figure, index `figure_id`: `area_code` (missing where the place is no area of
        the product, such as a region of CODI in 2557), `place_th`, `indicator`, `part_th` (which
        part of a total it is; missing for a total), `value` (Int64, in `unit`; missing for a target
        without a number), `out_of` (Int64, what it was said of), `unit`, `qualifier` (`exact`,
        `more_than`, `about`), `date` (ISO text, the day of which it was said), `first_year` and
        `last_year` (Int64, Buddhist, the time it speaks of), `basis` (`tambon`, `authority`),
        `note_th`, `note_en`, `source_th`, `source`. Missing is missing.
    """
    path = geodata() / "sample" / "published_figures.csv"
    frame = pd.read_csv(path, dtype="str", encoding="utf-8").set_index("figure_id")
    whole = ["value", "out_of", "first_year", "last_year"]
    return frame.astype(dict.fromkeys(whole, "Int64"))
