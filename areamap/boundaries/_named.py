"""Columns of names in Thai or English, and the areas that they name."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import pandas as pd

from areamap.boundaries._codes import digits
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.matching import Matcher, Status
from areamap.places.names import bare

LEVELS: Final = (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)
"""Finest first."""

_HEADINGS: Final = {
    Level.TAMBON: re.compile(
        r"adm(?:in)?_?3|tam|tmb|sub_?d|khwaeng|ตำบล|แขวง|^t_?n", re.IGNORECASE
    ),
    Level.DISTRICT: re.compile(r"adm(?:in)?_?2|amp|^dist|khet|อำเภอ|เขต|^a_?n", re.IGNORECASE),
    Level.PROVINCE: re.compile(r"adm(?:in)?_?1|prov|prv|chang|จังหวัด|^p_?n", re.IGNORECASE),
}
_HINT: Final = 0.25
_ENOUGH: Final = 0.75
_ENOUGH_VALUES: Final = 500
_CUT: Final = 5
"""A shorter beginning of a name is no sign of one that was cut off."""


@dataclass(frozen=True, slots=True)
class NameColumns:
    """
    Columns that name areas of one level.

    Attributes
    ----------
    columns
        From the level of the features upwards.
    codes
        The code that each row's names mean; missing where they mean none, or several.
    share
        Which part of the rows has a code.
    """

    columns: tuple[str, ...]
    codes: "pd.Series[str]"
    share: float


def name_columns(attributes: pd.DataFrame, level: Level) -> NameColumns | None:
    """
    Return the columns that name areas of a level, and the codes that they mean.

    Parameters
    ----------
    attributes
        One row per feature, all columns text.
    level
        Tambon, district or province.

    Returns
    -------
    NameColumns or None
        None where no column looks like names of the level and of no other.
    """
    roles = _roles(attributes)
    if level not in roles:
        return None
    above = {
        each: column for each, column in roles.items() if LEVELS.index(each) > LEVELS.index(level)
    }
    used = {level: roles[level], **above}
    places = pd.DataFrame({each.value: attributes[column] for each, column in used.items()})
    for each, column in _parent_codes(attributes, level).items():
        places[f"{each.value}_code"] = column
    found = Matcher().match(places)
    joined = (found["status"] == Status.MATCHED) & (
        found["area_code"].str.len() == CODE_DIGITS[level]
    )
    return NameColumns(tuple(used.values()), found["area_code"].where(joined), float(joined.mean()))


def own_names(attributes: pd.DataFrame, codes: "pd.Series[str]", level: Level) -> str | None:
    """
    Return the column that holds the Thai names of the areas themselves.

    Parameters
    ----------
    attributes
        One row per feature, all columns text.
    codes
        The code of each row, missing where none is known.
    level
        Level of the codes.

    Returns
    -------
    str or None
        The column that agrees most with the gazetteer, whole names or cut ones, if most do.
    """
    official = codes.map(gazetteer.areas(level)["name_th"]).dropna()
    official = official.loc[_sample(official.index)]
    best, most = None, 0.5
    for name in attributes.columns:
        given = attributes.loc[official.index, name]
        agreeing = [
            isinstance(text, str) and agrees(text, right)
            for text, right in zip(given, official, strict=True)
        ]
        share = sum(agreeing) / max(len(agreeing), 1)
        if share > most:
            best, most = str(name), share
    return best


def agrees(text: str, official: str) -> bool:
    """Return whether a name is an official one, or its beginning where a DBF cut it off."""
    key, right = bare(text), bare(official)
    return key == right or (len(key) >= _CUT and right.startswith(key))


def _sample(values: Any) -> Any:  # noqa: ANN401 - an index or an array
    """Return some hundred values from all over: enough to tell what a column holds."""
    return values[:: max(1, len(values) // _ENOUGH_VALUES)]


@cache
def _keys(level: Level) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of all names of a level, and their beginnings that could be cut ones."""
    names = gazetteer.areas(level)
    keys = frozenset(bare(text) for column in ("name_th", "name_en") for text in names[column])
    return keys, frozenset(key[:end] for key in keys for end in range(_CUT, len(key)))


def _roles(attributes: pd.DataFrame) -> dict[Level, str]:
    """Return which column names which level: the surest first, no column twice."""
    scores = [
        (_score(attributes[name], str(name), level), -place, level, str(name))
        for place, name in enumerate(attributes.columns)
        for level in LEVELS
    ]
    roles: dict[Level, str] = {}
    for score, _, level, name in sorted(scores, key=lambda entry: entry[:2], reverse=True):
        if score >= _ENOUGH and level not in roles and name not in roles.values():
            roles[level] = name
    return roles


def _score(column: "pd.Series[str]", heading: str, level: Level) -> float:
    """Return how much a column looks like names of a level: share of names, and its heading."""
    keys, beginnings = _keys(level)
    given = [bare(text) for text in _sample(column.dropna().unique())]
    whole = sum(key in keys for key in given)
    cut = sum(key in beginnings and key not in keys for key in given)
    share = (whole + cut / 2) / max(len(given), 1)
    hinted = [each for each, pattern in _HEADINGS.items() if pattern.search(heading)]
    if not hinted or not share:
        return share
    return share + (_HINT if level in hinted else -_HINT)


def _parent_codes(attributes: pd.DataFrame, level: Level) -> dict[Level, "pd.Series[str]"]:
    """Return columns of whole codes of the levels above, where a heading says so."""
    found: dict[Level, pd.Series[str]] = {}
    for each in LEVELS[LEVELS.index(level) + 1 :]:
        known = gazetteer.areas(each).index
        for name in attributes.columns:
            if _HEADINGS[each].search(str(name)):
                codes = digits(attributes[name])
                if codes.isin(known).mean() > _ENOUGH:
                    found.setdefault(each, codes)
    return found
