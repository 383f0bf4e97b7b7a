"""What was said in public against what the registers hold: does it fit, and if not, why."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from pandas import Index

from areamap.measures.basis import Basis, plausible_basis
from areamap.measures.counted import Counted

ABOUT_PCT: Final = 5.0
"""How far a figure that was said with "about" may be off, in percent of the figure."""

SATANG: Final = 0.005
"""What two sums of baht may differ by and be the same."""


class Qualifier(StrEnum):
    """How exactly a figure was said."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    ABOUT = "about"


class Verdict(StrEnum):
    """What comes out when a figure is held against the registers."""

    FITS = "fits"
    DIFFERS = "differs"
    NOT_KNOWN = "not_known"
    """The registers hold nothing of the place, or not the register that it needs."""
    NOT_COUNTED = "not_counted"
    """No register counts what it says."""


class CauseKind(StrEnum):
    """What may make a figure differ, as far as the data tell."""

    SOURCE_PARTS = "source_parts"
    """The parts that the source itself prints do not add up to it."""
    OTHER_BASIS = "other_basis"
    """It was counted by another denominator."""
    OPEN_ROWS = "open_rows"
    """Rows that may mean the place wait for a decision."""
    OTHER_DATE = "other_date"
    """Rows came later, or tell of a later year, or do not tell of the day."""
    WIDER = "wider"
    """Rows are known only for a larger area."""
    BLANK = "blank"
    """Rows hold no number."""
    ROUNDED = "rounded"
    """The difference is within the digits that the figure was rounded to."""


@dataclass(frozen=True, slots=True)
class Cause:
    """
    What may make a figure differ.

    Attributes
    ----------
    kind
        Which.
    told
        What its sentence says: counts, baht, rates.
    rows
        Labels of the rows that are meant, in the register that the figure is counted from.
    """

    kind: CauseKind
    told: Mapping[str, Any] = field(default_factory=dict)
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A figure that was said in public.

    Attributes
    ----------
    indicator
        Id of what it says.
    value
        As it was said; None where only a target or a word was.
    qualifier
        How exactly.
    out_of
        The denominator that it was said with; None for none.
    basis
        What it was said to be counted by; None where it was not said.
    parts
        The sum of the parts that its own source prints; None for none.
    """

    indicator: str
    value: float | None
    qualifier: Qualifier = Qualifier.EXACT
    out_of: float | None = None
    basis: Basis | None = None
    parts: float | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """
    What else can be counted of the place of a figure.

    Attributes
    ----------
    now
        The same today; None where the registers do not say.
    by_basis
        Covered areas by each basis that can be counted.
    areas
        Areas of the place by each basis.
    baht
        Baht of the rows that wait; None where the register has no money.
    """

    now: float | None = None
    by_basis: Mapping[Basis, float] = field(default_factory=dict)
    areas: Mapping[Basis, int] = field(default_factory=dict)
    baht: float | None = None


def fits(figure: Figure, counted: float, tolerance_pct: float = ABOUT_PCT) -> bool:
    """
    Return whether a count fits a figure as it was said.

    Rule: `exact` to the satang; `more_than` where the count is larger; `about` where
    |count - figure| / |figure| x 100 <= the tolerance.

    Parameters
    ----------
    figure
        As it was said; its value must be known.
    counted
        What the registers say.
    tolerance_pct
        For "about", in percent of the figure.

    Examples
    --------
    >>> fits(Figure("fund_circulating", 400_000_000, Qualifier.ABOUT), 383_000_000)
    True
    """
    said = float(figure.value or 0)
    if figure.qualifier is Qualifier.MORE_THAN:
        return counted > said
    if figure.qualifier is Qualifier.ABOUT:
        return abs(counted - said) <= abs(said) * tolerance_pct / 100 + SATANG
    return abs(counted - said) <= SATANG


def verdict(figure: Figure, counted: float | None) -> Verdict:
    """Return what comes out when a figure is held against a count; None where nothing counts."""
    if figure.value is None:
        return Verdict.NOT_COUNTED
    if counted is None:
        return Verdict.NOT_KNOWN
    return Verdict.FITS if fits(figure, counted) else Verdict.DIFFERS


def causes(figure: Figure, counted: Counted, around: Around) -> tuple[Cause, ...]:
    """
    Return what may make a figure differ from the registers, as far as the data tell.

    That the parts of the source do not add up, and that the denominator is the number of areas of
    another basis, is told of a figure that fits, too: it can't be said so in public. The others are
    told where the figure does not fit.

    Rules, in this order:

    - `source_parts`: the sum of the printed parts is not the figure;
    - `other_basis`: the denominator that it was said with, or a figure of areas itself, is the
      number of areas of a basis that it does not name: 332 of 333 is by local authority, of the 289
      tambons it would be 114.9 %; or the covered areas of another basis fit; or only one basis
      keeps the rate at or below 100 % (`basis.plausible_basis`);
    - `open_rows`: rows wait for a decision that may mean the place, with their baht;
    - `other_date`: the count of today fits or is nearer, rows tell of a later day or year, or do
      not tell how they stood on the day;
    - `wider`: rows are known only for a larger area; `blank`: rows hold no number;
    - `rounded`: the difference is no more than half of the last digit before the zeros at the end
      of a figure of a million or more.

    Parameters
    ----------
    figure
        As it was said.
    counted
        As `counted.counted` gives it.
    around
        What else can be counted of the place.
    """
    found = [_source_parts(figure)]
    result = verdict(figure, counted.value)
    if result is Verdict.FITS:
        found.append(_denominator(figure, figure.out_of, around))
    elif result is Verdict.DIFFERS:
        found += [
            _other_basis(figure, counted, around),
            _rows(CauseKind.OPEN_ROWS, counted.waiting, baht=around.baht),
            _other_date(figure, counted, around),
            _rows(CauseKind.WIDER, counted.wider),
            _rows(CauseKind.BLANK, counted.blank),
            _rounded(figure, counted),
        ]
    elif result is Verdict.NOT_KNOWN:
        found += [
            _rows(CauseKind.OPEN_ROWS, counted.waiting, baht=around.baht),
            _rows(CauseKind.WIDER, counted.wider),
        ]
    return tuple(cause for cause in found if cause is not None)


def _source_parts(figure: Figure) -> Cause | None:
    if figure.parts is None or figure.value is None or abs(figure.parts - figure.value) <= SATANG:
        return None
    told = {"said": figure.value, "parts": figure.parts, "difference": figure.parts - figure.value}
    return Cause(CauseKind.SOURCE_PARTS, told)


def _denominator(figure: Figure, said: float | None, around: Around) -> Cause | None:
    """Return that a number of areas is of a basis that the figure does not name, if it is."""
    meant = [basis for basis, areas in around.areas.items() if areas == said]
    if len(meant) != 1 or len(around.areas) == 1 or figure.basis is meant[0]:
        return None
    told = {"basis": str(meant[0]), "areas": said, **_rates(figure, around)}
    return Cause(CauseKind.OTHER_BASIS, told)


def _other_basis(figure: Figure, counted: Counted, around: Around) -> Cause | None:
    said = float(figure.value or 0)
    of_areas = figure.out_of if around.by_basis else said
    if cause := _denominator(figure, of_areas, around):
        return cause
    rates = _rates(figure, around)
    for basis, covered in around.by_basis.items():
        if covered != counted.value and fits(figure, covered):
            return Cause(CauseKind.OTHER_BASIS, {"basis": str(basis), "counted": covered, **rates})
    if not around.by_basis:
        return None
    check = plausible_basis(
        int(said), around.areas.get(Basis.TAMBON), around.areas.get(Basis.AUTHORITY)
    )
    if check.is_ambiguous or not check.possible or figure.basis is check.possible[0]:
        return None
    return Cause(CauseKind.OTHER_BASIS, {"basis": str(check.possible[0]), **rates})


def _rates(figure: Figure, around: Around) -> dict[str, float]:
    """Return the figure as a rate of the areas of each basis, where it counts what covers them."""
    if not around.by_basis or figure.value is None:
        return {}
    return {
        f"{basis}_pct": figure.value / areas * 100 for basis, areas in around.areas.items() if areas
    }


def _other_date(figure: Figure, counted: Counted, around: Around) -> Cause | None:
    said, on_day = float(figure.value or 0), float(counted.value or 0)
    moved = around.now is not None and around.now != counted.value
    nearer = moved and abs(float(around.now or 0) - said) < abs(on_day - said)
    rows = counted.later.union(counted.unsure)
    if not (nearer or len(counted.unsure) or (moved and len(counted.later))):
        return None
    told = {"later": len(counted.later), "unsure": len(counted.unsure)}
    return Cause(CauseKind.OTHER_DATE, {**told, "now": around.now}, _labels(rows))


def _rows(kind: CauseKind, rows: Index, **told: float | None) -> Cause | None:
    if not len(rows):
        return None
    known = {name: value for name, value in told.items() if value is not None}
    return Cause(kind, {"rows": len(rows), **known}, _labels(rows))


def _rounded(figure: Figure, counted: Counted) -> Cause | None:
    said = int(figure.value or 0)
    if abs(said) < _ROUNDED_FROM or counted.value is None or figure.qualifier is not _EXACT:
        return None
    unit = 10 ** (len(str(said)) - len(str(said).rstrip("0")))
    off = abs(counted.value - said)
    is_rounded = unit > 1 and (off < unit / 2 or math.isclose(off, unit / 2))
    return Cause(CauseKind.ROUNDED, {"unit": unit}) if is_rounded else None


def _labels(rows: Index) -> tuple[int, ...]:
    return tuple(int(label) for label in rows)


_EXACT: Final = Qualifier.EXACT
_ROUNDED_FROM: Final = 1_000_000
