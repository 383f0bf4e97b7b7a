"""The seven work lines of a tambon, and which of them the words of a file mean."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from pandas import Series

from areamap.places.names import normalise


class WorkLine(StrEnum):
    """
    A kind of work that community organisations do in a tambon.

    CODI's dashboard of B.E. 2558 knew the first five; quality of life and capacity of people were
    funded as programmes of their own in B.E. 2566.
    """

    COUNCIL = "council"
    WELFARE = "welfare"
    HOUSING = "housing"
    LAND = "land"
    ECONOMY = "economy"
    QUALITY_OF_LIFE = "quality_of_life"
    CAPACITY = "capacity"


def work_lines(words: Series, otherwise: Series | None = None) -> Series:
    """
    Return the work lines that the words of a file mean.

    Words are looked up in `work_lines.toml`; a cell may name several lines, and tells none where
    one of its parts is not known.

    Parameters
    ----------
    words
        Cells of a column `work_line`, str, may be missing.
    otherwise
        What is read where a word is missing, such as the programme; same index.

    Returns
    -------
    Series
        A tuple of `WorkLine` for each, without repetition and in their order; empty where it is not
        known which. Same index, dtype object.
    """
    read = words.astype("str")
    if otherwise is not None:
        read = read.where(read.str.strip().fillna("") != "", otherwise.astype("str"))
    codes, distinct = pd.factorize(read)
    told = [_lines_of(str(each)) for each in distinct]
    # a missing word has code -1
    return Series([*told, ()], dtype=object).take(codes).set_axis(words.index)


def _lines_of(cell: str) -> tuple[WorkLine, ...]:
    found = {_words().get(_key(part)) for part in re.split(_parted(), cell) if part.strip()}
    if None in found:
        whole = _words().get(_key(cell))
        return () if whole is None else (whole,)
    return tuple(line for line in WorkLine if line in found)


@cache
def _table() -> dict[str, Any]:
    path = Path(__file__).with_suffix(".toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _words() -> dict[str, WorkLine]:
    return {_key(word): WorkLine(line) for line, all_ in _table()["lines"].items() for word in all_}


@cache
def _parted() -> str:
    return "|".join(re.escape(sign) for sign in _table()["between"])


def _key(word: str) -> str:
    """Return what all ways of writing a word share."""
    key = normalise(word).lstrip("0123456789")
    for lead in _table()["leading"]:
        if key.startswith(lead) and key != lead:
            return key.removeprefix(lead)
    return key
