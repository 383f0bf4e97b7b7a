"""Natural breaks are the best there are: by trying all, and against the usual package."""

from itertools import combinations, pairwise

import mapclassify
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.draw._natural import starts


def spread(values: np.ndarray, weights: np.ndarray, begins: list[int]) -> float:
    edges = [0, *begins, len(values)]
    total = 0.0
    for first, last in pairwise(edges):
        part, weight = values[first:last], weights[first:last]
        total += float(np.sum(weight * (part - np.average(part, weights=weight)) ** 2))
    return total


NUMBERS = st.integers(-1000, 1000)


@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(NUMBERS, st.integers(1, 5), min_size=1, max_size=10),
    st.integers(1, 5),
)
def test_no_other_breaks_are_better(weighted, count):
    values = np.array(sorted(weighted), dtype="float64")
    weights = np.array([weighted[int(each)] for each in values], dtype="float64")
    classes = min(count, len(values))
    found = starts(values, weights, classes)
    assert len(found) == classes - 1
    assert sorted(set(found)) == found
    best = min(
        spread(values, weights, list(begins))
        for begins in combinations(range(1, len(values)), classes - 1)
    )
    assert spread(values, weights, found) == pytest.approx(best, rel=1e-9, abs=1e-6)


@pytest.mark.filterwarnings("ignore:Numba not installed")
@pytest.mark.parametrize("count", [3, 5, 7])
def test_as_good_as_mapclassify(count):
    values = np.unique(np.round(np.random.default_rng(count).lognormal(3, 1, 120), 1))
    theirs = mapclassify.FisherJenks(values, count).bins
    begins = [int(np.searchsorted(values, each, side="right")) for each in theirs[:-1]]
    weights = np.ones_like(values)
    ours = spread(values, weights, starts(values, weights, count))
    assert ours <= spread(values, weights, begins) * (1 + 1e-9)
    assert ours == pytest.approx(spread(values, weights, begins), rel=1e-3)


def test_large_amounts_lose_nothing():
    # squares of these pass what single precision holds: two heaps ten baht wide, far from zero
    values = np.array([1e9, 1e9 + 5, 1e9 + 10, 1e9 + 100, 1e9 + 105])
    assert starts(values, np.ones(5), 2) == [3]
