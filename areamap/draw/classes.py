"""Numbers of areas in classes, and what is no number kept apart from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pandas import Index, Series

from areamap.draw._labels import is_whole, labels, rounded
from areamap.draw._natural import starts
from areamap.i18n import Lang, t

FEWEST: Final = 3
MOST: Final = 9
"""How many classes can be asked for; more can't be told apart on a map (Brewer 1994)."""

MILLION: Final = 1_000_000
MILLION_BAHT: Final = "million_baht"
"""Unit of the labels of CODI's classes of money."""

_Numbers = NDArray[np.float64]


class Scheme(StrEnum):
    """How numbers are put into classes."""

    QUANTILE = "quantile"
    """As many areas in each."""
    EQUAL = "equal"
    """As wide each, from the smallest to the largest."""
    NATURAL = "natural"
    """As alike as can be inside each (Fisher 1958, Jenks 1977)."""
    CODI_MONEY = "codi_money"
    """Below 1, from 1 to 5 and above 5 million baht."""
    OWN = "own"
    """At breaks that are given."""
    AROUND_ZERO = "around_zero"
    """As many areas in each above and below zero, mirrored; for differences."""


class Kind(StrEnum):
    """What stands for an area: a number that has a class, or one of three things that have none."""

    NUMBER = "number"
    NO_DATA = "no_data"
    """It is not known."""
    NONE = "none"
    """It is known that there is none: zero."""
    NOT_APPLICABLE = "not_applicable"
    """The question does not arise there."""


APART: Final = (Kind.NO_DATA, Kind.NONE, Kind.NOT_APPLICABLE)
"""The kinds that have a look of their own and never a number's."""


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """
    The class of each area.

    Attributes
    ----------
    scheme
        How they were made.
    asked
        How many were asked for.
    unit
        What the labels count.
    lowers, uppers
        Bounds of each class, rising. A class holds its lower bound and not its upper one; the last
        one holds both. Open ends of CODI's and one's own classes are infinite.
    labels
        What each class is called, without its unit.
    counts
        Areas in each class; one's own, equal and mirrored classes may be empty.
    number
        Class of each area from 0, Int64 by `area_code`; missing where it has none.
    kind
        Value of `Kind` of each area (str).
    infinite
        How many areas had an infinite value; they count as no data.
    """

    scheme: Scheme
    asked: int
    unit: str
    lowers: tuple[float, ...]
    uppers: tuple[float, ...]
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    number: Series
    kind: Series
    infinite: int

    @property
    def is_fewer(self) -> bool:
        """Whether there are fewer classes than asked for, for the values differ too little."""
        return self.scheme is not Scheme.CODI_MONEY and len(self.labels) < self.asked

    @property
    def apart(self) -> dict[Kind, int]:
        """How many areas are of each kind that has no class."""
        found = self.kind.value_counts()
        return {kind: int(found.get(str(kind), 0)) for kind in APART}

    @property
    def places(self) -> Series:
        """
        Place of each area in a legend: its class from 0, then the kinds of `APART` in order.

        int64 by `area_code`, none missing; `palettes.legend` gives the looks in this order.
        """
        after = {str(kind): len(self.labels) + at for at, kind in enumerate(APART)}
        placed: Series = self.number.fillna(self.kind.map(after)).astype("int64")
        return placed

    def of(self, areas: Index) -> "Classes":
        """Return the classes of some of the areas: the same bounds, counted among these."""
        number, kind = self.number.loc[areas], self.kind.loc[areas]
        counts = number.value_counts().reindex(range(len(self.labels)), fill_value=0)
        return replace(self, counts=tuple(map(int, counts)), number=number, kind=kind)

    def remark(self, lang: Lang) -> str | None:
        """Return the sentence that says why there are fewer classes; None where there aren't."""
        if not self.is_fewer:
            return None
        return t("measures.classes_fewer", lang, count=len(self.labels), asked=self.asked)


def classify(
    values: Series,
    scheme: Scheme,
    count: int = 5,
    own_breaks: Sequence[float] | None = None,
    *,
    unit: str = "",
    zero_is_none: bool = True,
    not_applicable: Index | None = None,
) -> Classes:
    """
    Return the class of each area.

    Breaks of quantile, equal, natural and mirrored classes are rounded by one rule, see
    `_labels.rounded`; areas are classed by the rounded breaks, so that each label is true.
    Quantiles never part equal values: a break stands between two different values, where the number
    of areas below comes nearest to its share. CODI's classes are below 1, from 1 to 5 (both
    included) and above 5 million baht, whatever `count` says.

    Parameters
    ----------
    values
        A number by `area_code`; missing where not known. Infinite ones count as no data.
    scheme
        How to class them.
    count
        How many classes, 3 to 9; fewer come out where the values differ too little. Mirrored ones
        have `count // 2` on each side of zero.
    own_breaks
        Where classes of the scheme `OWN` begin, 2 to 8 of them, in any order.
    unit
        What is counted; CODI's classes are always in `million_baht`.
    zero_is_none
        Whether zero means that there is none, so that it is no number of a class. Rates may be 0 %
        and say no here. Mirrored classes always keep zero apart: nothing changed.
    not_applicable
        Areas in which the question does not arise, whatever their value.

    Returns
    -------
    Classes
        In the order of the values.

    Raises
    ------
    ValueError
        The count is not 3 to 9, or there are not 2 to 8 different finite breaks of one's own.
    """
    chosen = Scheme(scheme)
    numbers = np.asarray(values.astype("Float64").astype("float64"), dtype=np.float64)
    without_zero = zero_is_none or chosen is Scheme.AROUND_ZERO
    kind = _kinds(numbers, values.index, not_applicable, without_zero=without_zero)
    is_number = kind == Kind.NUMBER
    known = np.sort(numbers[is_number])
    breaks, asked = _breaks(known, chosen, count, own_breaks)
    number = np.searchsorted(breaks, numbers, side="right")
    classes = len(breaks) + 1 if known.size or chosen in _GIVEN else 0
    return Classes(
        scheme=chosen,
        asked=asked,
        unit=MILLION_BAHT if chosen is Scheme.CODI_MONEY else unit,
        **_bounds(breaks, known, chosen),
        labels=_labels(breaks, known, chosen, without_zero=without_zero),
        counts=tuple(np.bincount(number[is_number], minlength=classes).tolist()),
        number=Series(number, values.index, dtype="Int64").where(is_number),
        kind=Series(kind, values.index, dtype="str"),
        infinite=int(np.isinf(numbers).sum()),
    )


_GIVEN: Final = (Scheme.CODI_MONEY, Scheme.OWN)
_CODI: Final = (1.0 * MILLION, float(np.nextafter(5.0 * MILLION, np.inf)))
_CODI_LABELS: Final = ("< 1", "1 – 5", "> 5")


def _kinds(
    numbers: _Numbers, areas: Index, not_applicable: Index | None, *, without_zero: bool
) -> NDArray[np.object_]:
    beside = np.zeros(len(areas), dtype=bool)
    if not_applicable is not None:
        beside = areas.isin(not_applicable)
    kinds: NDArray[np.object_] = np.select(
        [beside, ~np.isfinite(numbers), (numbers == 0) & without_zero],
        [str(Kind.NOT_APPLICABLE), str(Kind.NO_DATA), str(Kind.NONE)],
        default=str(Kind.NUMBER),
    ).astype(object)
    return kinds


def _breaks(
    known: _Numbers, scheme: Scheme, count: int, own: Sequence[float] | None
) -> tuple[list[float], int]:
    """Return where the classes after the first begin, and how many were asked for."""
    if scheme is Scheme.CODI_MONEY:
        return [*_CODI], len(_CODI) + 1
    if scheme is Scheme.OWN:
        given = sorted({float(each) for each in own or ()})
        if not np.isfinite(given).all() or not FEWEST <= len(given) + 1 <= MOST:
            raise ValueError(f"own breaks: {FEWEST - 1} to {MOST - 1} different finite numbers")
        return given, len(given) + 1
    if not FEWEST <= count <= MOST:
        raise ValueError(f"from {FEWEST} to {MOST} classes, not {count}")
    if scheme is Scheme.AROUND_ZERO:
        return _mirrored(known, count // 2), count // 2 * 2
    if not known.size or known[0] == known[-1]:
        return [], count
    return rounded(_MADE[scheme](known, count), known), count


def _quantile(known: _Numbers, count: int) -> list[float]:
    values, first = np.unique(known, return_index=True)
    wanted = np.arange(1, count) * len(known) / count
    nearest = np.abs(first[1:, None] - wanted).argmin(axis=0) + 1
    return [float(each) for each in values[np.unique(nearest)]]


def _equal(known: _Numbers, count: int) -> list[float]:
    return [float(each) for each in np.linspace(known[0], known[-1], count + 1)[1:-1]]


def _natural(known: _Numbers, count: int) -> list[float]:
    values, weights = np.unique(known, return_counts=True)
    begin = starts(values, weights.astype("float64"), min(count, len(values)))
    return [float(each) for each in values[begin]]


def _mirrored(known: _Numbers, side: int) -> list[float]:
    sizes = np.sort(np.abs(known))
    if not sizes.size:
        return []
    if sizes[0] == sizes[-1] or side == 1:
        return [0.0]
    above = rounded(_quantile(sizes, side), sizes)
    # whole numbers: 5 begins a class above, so -4 begins the one that mirrors the class below it
    below = [int(is_whole(sizes)) - each for each in reversed(above)]
    return [*below, 0.0, *above]


_MADE: Final = {Scheme.QUANTILE: _quantile, Scheme.EQUAL: _equal, Scheme.NATURAL: _natural}


def _bounds(breaks: list[float], known: _Numbers, scheme: Scheme) -> dict[str, tuple[float, ...]]:
    if scheme in _GIVEN:
        low, high = -np.inf, np.inf
    elif not known.size:
        return {"lowers": (), "uppers": ()}
    else:
        low, high = min([float(known[0]), *breaks[:1]]), max([float(known[-1]), *breaks[-1:]])
    return {"lowers": (low, *breaks), "uppers": (*breaks, high)}


def _labels(
    breaks: list[float], known: _Numbers, scheme: Scheme, *, without_zero: bool
) -> tuple[str, ...]:
    if scheme is Scheme.CODI_MONEY:
        return _CODI_LABELS
    is_open = scheme in _GIVEN
    if not is_open and not known.size:
        return ()
    return labels(breaks, known, without_zero=without_zero, is_open=is_open)
