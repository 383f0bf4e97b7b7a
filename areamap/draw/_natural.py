"""
Natural breaks in one dimension, exact: the plumbing of `classes`.

The classes whose squared distances from their own means sum to the least (Fisher 1958, "On grouping
for maximum homogeneity"; Jenks 1977), found by dynamic programming. The best start of the last
class never moves back as values are added, so each layer is filled by halving instead of by trying
every pair (Wang and Song 2011, "Ckmeans.1d.dp"). mapclassify is what the tests hold it against and
not what runs: its k-means begins at random, its Fisher-Jenks sums squares in single precision and
takes 0.1 s for 200 values, and its import alone takes seconds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Numbers = NDArray[np.float64]
_Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums of the weights, the weighted values and their squares, up to each place."""

    weights: _Numbers
    values: _Numbers
    squares: _Numbers

    def spread(self, first: _Places, last: _Places) -> _Numbers:
        """Return the squared distances from the mean of the values from first to last."""
        weight = self.weights[last + 1] - self.weights[first]
        value = self.values[last + 1] - self.values[first]
        return self.squares[last + 1] - self.squares[first] - value * value / weight


def starts(values: _Numbers, weights: _Numbers, count: int) -> list[int]:
    """
    Return where the second and every later class begins.

    Parameters
    ----------
    values
        Rising, each once, at least one.
    weights
        How often each stands in the data.
    count
        How many classes, from 1 to the number of values.

    Returns
    -------
    list of int
        Places in `values`, rising, `count - 1` of them; of several best ones always the same.
    """
    sums = _sums(values, weights)
    every = np.arange(len(values))
    best = sums.spread(np.zeros_like(every), every)
    chosen = []
    for layer in range(1, count):
        best, at = _layer(best, sums, layer)
        chosen.append(at)
    found: list[int] = []
    last = len(values) - 1
    for at in reversed(chosen):
        found.insert(0, int(at[last]))
        last = found[0] - 1
    return found


def _sums(values: _Numbers, weights: _Numbers) -> _Sums:
    middle = np.average(values, weights=weights)
    scaled = (values - middle) / (np.ptp(values) or 1.0)
    parts = (weights, weights * scaled, weights * scaled**2)
    return _Sums(*(np.concatenate([[0.0], np.cumsum(part)]) for part in parts))


def _layer(before: _Numbers, sums: _Sums, first: int) -> tuple[_Numbers, _Places]:
    """
    Return the least spread of the values up to each place with one class more, and its last start.

    All places in the middle of what is still open are filled at once; the halves beside a place
    have their starts on their own side of its start.
    """
    best = np.full_like(before, np.inf)
    at = np.zeros(len(before), dtype=np.intp)
    low, high = np.array([first]), np.array([len(before)])
    least, most = np.array([first]), np.array([len(before) - 1])
    while low.size:
        middle = (low + high) // 2
        tried = np.minimum(most, middle) - least + 1
        begin = np.cumsum(tried) - tried
        start = np.arange(tried.sum()) - np.repeat(begin - least, tried)
        spread = before[start - 1] + sums.spread(start, np.repeat(middle, tried))
        best[middle] = np.minimum.reduceat(spread, begin)
        hits = np.flatnonzero(spread == np.repeat(best[middle], tried))
        at[middle] = start[hits[np.searchsorted(hits, begin)]]
        low, high = np.concatenate([low, middle + 1]), np.concatenate([middle, high])
        least = np.concatenate([least, at[middle]])
        most = np.concatenate([at[middle], most])
        is_open = low < high
        low, high, least, most = low[is_open], high[is_open], least[is_open], most[is_open]
    return best, at
