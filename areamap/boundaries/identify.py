"""Which areas the features of a file are: their level, their codes, and what told."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pandas as pd

from areamap.boundaries._codes import CodeColumns, code_columns, known_codes
from areamap.boundaries._named import LEVELS, NameColumns, name_columns, own_names
from areamap.places.levels import Level
from areamap.places.names import split_prefix


class Told(StrEnum):
    """What told which area a feature is."""

    CODE = "code"
    PIECES = "pieces"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Identity:
    """
    Which areas features are.

    Attributes
    ----------
    level
        Tambon, district or province.
    codes
        Code of each feature, today's or retired; missing where none is known.
    names
        Thai name of each feature as the file has it, without a prefix; missing where it has none.
    told
        What told.
    columns
        The columns that told.
    """

    level: Level
    codes: "pd.Series[str]"
    names: "pd.Series[str]"
    told: Told
    columns: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many features have a code."""
        return int(self.codes.notna().sum())


_HALF: Final = 0.5
_CONTRADICTED: Final = 0.3
_ONE_EACH: Final = 0.5


def identity(attributes: pd.DataFrame) -> Identity | None:
    """
    Return which areas the features of a layer are.

    The finest level wins at which the columns tell most features apart. Codes go before names,
    unless the names contradict them: then they are the codes of some other list.

    Parameters
    ----------
    attributes
        One row per feature, all columns text, missing where blank.

    Returns
    -------
    Identity or None
        None where neither codes nor names of areas are found in half of the features.
    """
    for level in LEVELS:
        by_code = code_columns(attributes, level)
        by_name = name_columns(attributes, level)
        if by_code and _one_each(by_code, attributes) and not _contradicted(by_code, by_name):
            told = Told.CODE if len(by_code.columns) == 1 else Told.PIECES
            codes = by_code.codes.where(by_code.codes.isin(known_codes(level)))
            return _identity(attributes, level, codes, told, by_code.columns)
        if by_name and by_name.share >= _HALF and _tell_apart(by_name):
            return _identity(attributes, level, by_name.codes, Told.NAME, by_name.columns)
    return None


def _identity(
    attributes: pd.DataFrame,
    level: Level,
    codes: "pd.Series[str]",
    told: Told,
    columns: tuple[str, ...],
) -> Identity:
    own = own_names(attributes, codes, level)
    names = attributes[own] if own else pd.Series(index=attributes.index, dtype="str")
    bare_names = names.map(lambda text: split_prefix(text)[1], na_action="ignore").astype("str")
    return Identity(level, codes, bare_names.where(names.notna()), told, columns)


def _one_each(found: CodeColumns, attributes: pd.DataFrame) -> bool:
    """Return whether most features have a code of their own, as areas of that level would."""
    return found.distinct >= _ONE_EACH * found.share * len(attributes)


def _tell_apart(found: NameColumns) -> bool:
    return found.codes.nunique() >= _ONE_EACH * found.codes.notna().sum()


def _contradicted(by_code: CodeColumns, by_name: NameColumns | None) -> bool:
    """Return whether the names of the same features mean other areas than the codes."""
    if by_name is None or by_name.share < _HALF:
        return False
    both = by_name.codes.notna() & by_code.codes.notna()
    agreeing = by_name.codes[both] == by_code.codes[both]
    return bool(both.any()) and float(agreeing.mean()) < _CONTRADICTED
