"""How classes of numbers are cut at round numbers and called; the plumbing of `classes`."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

_Numbers = NDArray[np.float64]

MOVED: Final = 0.01
"""Share of the areas of a class that rounding a break may move."""

SHIFT: Final = 0.1
"""How far rounding may move a break, as a share of the way to the next one."""

_DIGITS: Final = 15
_MINUS: Final = "−"


def rounded(breaks: list[float], numbers: _Numbers) -> list[float]:
    """
    Return breaks at the roundest numbers that leave the classes as they are.

    Rule: a break has the fewest digits with which it moves at most 1 in 100 areas of either of its
    two classes, and itself at most a tenth of the way to the next break. So a small class of
    outliers keeps each of its areas, and what a label says is exactly how the areas are classed.

    Parameters
    ----------
    breaks
        Rising; each begins a class.
    numbers
        What is classed, sorted.
    """
    whole = is_whole(numbers)
    cuts = [float(np.ceil(each)) for each in breaks] if whole else breaks
    edges = [float(numbers[0]), *sorted(set(cuts)), float(numbers[-1])]
    found = [
        _roundest(at, (before, after), numbers)
        for before, at, after in zip(edges, edges[1:], edges[2:], strict=False)
    ]
    return sorted(set(found))


def is_whole(numbers: _Numbers) -> bool:
    """Return whether all are whole numbers, so that classes can end one below the next."""
    return bool((numbers == np.round(numbers)).all())


def labels(
    breaks: list[float], numbers: _Numbers, *, without_zero: bool, is_open: bool = False
) -> tuple[str, ...]:
    """
    Return what each class is called: numbers and signs that need no language.

    Rule: a class holds its lower bound and not its upper one. Whole numbers end one below the next
    class (`10 – 19`), others say so (`10 – < 20`); the first and the last are open (`< 10`, `≥ 20`)
    unless they hold one number only. Where zero is kept apart, a class from 0 begins above it.

    Parameters
    ----------
    breaks
        Rising; each begins a class.
    numbers
        What is classed, sorted.
    without_zero
        Whether zero is no number of a class.
    is_open
        Whether the first and the last class stay open, whatever numbers there are.
    """
    whole = is_whole(np.concatenate([numbers, breaks]))
    low, high = (-np.inf, np.inf) if is_open else (float(numbers[0]), float(numbers[-1]))
    if not breaks:
        return (said(low) if low == high else f"{said(low)} – {said(high)}",)
    single = whole and low == breaks[0] - 1
    first = said(low) if single else f"< {said(breaks[0])}"
    middle = [_between(*pair, whole=whole, without_zero=without_zero) for pair in pairwise(breaks)]
    single = whole and high == breaks[-1]
    from_zero = without_zero and breaks[-1] == 0
    last = said(high) if single else f"{'>' if from_zero else '≥'} {said(breaks[-1])}"
    return (first, *middle, last)


def said(number: float) -> str:
    """Return a number with groups of three digits and no more decimals than it has."""
    text = f"{abs(number):,.0f}" if number == round(number) else _decimals(abs(number))
    return f"{_MINUS}{text}" if number < 0 else text


def _decimals(number: float) -> str:
    places = next((at for at in range(1, _DIGITS) if round(number, at) == number), _DIGITS)
    return f"{number:,.{places}f}"


def _between(low: float, high: float, *, whole: bool, without_zero: bool) -> str:
    from_zero = without_zero and low == 0
    if not whole:
        return f"{'> ' if from_zero else ''}{said(low)} – < {said(high)}"
    first, last = low + from_zero, high - 1
    return said(first) if first >= last else f"{said(first)} – {said(last)}"


def _roundest(at: float, beside: tuple[float, float], numbers: _Numbers) -> float:
    room = SHIFT * min(at - beside[0], beside[1] - at) or SHIFT * (at - beside[0])
    standing = np.searchsorted(numbers, [beside[0], at, beside[1]])
    classes = min(np.diff(standing))
    for digits in range(1, _DIGITS + 1):
        for cut in _near(at, digits):
            moved = abs(int(np.searchsorted(numbers, cut)) - int(standing[1]))
            if abs(cut - at) <= room and moved <= MOVED * classes:
                return cut
    return at


def _near(number: float, digits: int) -> list[float]:
    """Return the numbers of so many digits around a number, the nearest first."""
    if number == 0:
        return [0.0]
    decimals = digits - 1 - int(np.floor(np.log10(abs(number))))
    step = 10.0**-decimals
    whole = number / step
    near = {round(float(side(whole)) * step, max(decimals, 0)) for side in (np.floor, np.ceil)}
    return sorted(near, key=lambda each: abs(each - number))
