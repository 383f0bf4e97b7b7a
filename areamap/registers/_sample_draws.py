"""
Seeded chance for the sample: the same number for the same area, on every machine and version.

NumPy promises no stable stream for its `Generator` between versions, and `exp` or `log` may differ
in the last bit between processors. So a draw is a hash of (seed, name of the draw, code of the
area): only integer arithmetic, sums and products, which are exact everywhere. A tambon keeps its
figures when the gazetteer gains or loses another one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

_GAMMA: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX_1: Final = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2: Final = np.uint64(0x94D049BB133111EB)
_UNIFORMS_OF_A_NORMAL: Final = 12
_SQUARINGS_OF_EXP: Final = 10


@dataclass(frozen=True, slots=True)
class Draws:
    """
    Chance for a list of things, one number each per named draw.

    Attributes
    ----------
    seed
        Seed and register, as text: other registers draw other numbers.
    ids
        One hash per thing, from its code.
    """

    seed: str
    ids: NDArray[np.uint64]

    @classmethod
    def of(cls, seed: str, codes: Iterable[str]) -> "Draws":
        """Return the draws of the things with these codes, in their order."""
        return cls(seed, np.array([_hash(code) for code in codes], dtype=np.uint64))

    def uniform(self, name: str) -> NDArray[np.float64]:
        """Return one number of [0, 1) per thing: 53 bits of SplitMix64 over its hash."""
        mixed = self.ids + np.uint64(_hash(f"{self.seed}/{name}")) + _GAMMA
        for _ in range(2):
            mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_1
            mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_2
            mixed ^= mixed >> np.uint64(31)
        return (mixed >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def between(self, name: str, low: float, high: float) -> NDArray[np.float64]:
        """Return one number of [low, high) per thing."""
        return low + (high - low) * self.uniform(name)

    def integers(self, name: str, low: int, high: int) -> NDArray[np.int64]:
        """Return one whole number of low..high, both ends included, per thing."""
        return low + np.floor(self.uniform(name) * (high - low + 1)).astype(np.int64)

    def chosen(self, name: str, weights: Sequence[float]) -> NDArray[np.int64]:
        """Return one position in `weights` per thing, as often as the weights say."""
        steps = [sum(weights[: i + 1]) / sum(weights) for i in range(len(weights) - 1)]
        return np.searchsorted(np.array(steps), self.uniform(name), side="right").astype(np.int64)

    def words(self, name: str, weights: Mapping[str, float]) -> NDArray[np.object_]:
        """Return one word per thing, as often as its weight says; `unknown` is missing."""
        told = [None if word == "unknown" else word for word in weights]
        drawn: NDArray[np.object_] = np.array(told, dtype=object)[
            self.chosen(name, list(weights.values()))
        ]
        return drawn

    def lognormal(self, name: str, median: float, sigma: float) -> NDArray[np.float64]:
        """
        Return one log-normal size per thing.

        The normal deviate is the sum of twelve uniforms less six, exp(x) is (1 + x/1024)^1024 by
        ten squarings.
        """
        normal = np.full(self.ids.shape, -_UNIFORMS_OF_A_NORMAL / 2)
        for part in range(_UNIFORMS_OF_A_NORMAL):
            normal = normal + self.uniform(f"{name}/{part}")
        power = 1.0 + sigma * normal / 2.0**_SQUARINGS_OF_EXP
        for _ in range(_SQUARINGS_OF_EXP):
            power = power * power
        return median * power


def apportioned(
    total: int,
    weights: NDArray[np.float64],
    *,
    floor: int = 0,
    caps: NDArray[np.int64] | None = None,
) -> NDArray[np.int64]:
    """
    Return whole shares by weight that sum exactly to the total (largest remainders).

    Parameters
    ----------
    total
        What is shared: heads, units, satang.
    weights
        How large each share should be beside the others; not negative.
    floor
        The least share; the rest is shared by weight.
    caps
        The largest share of each; what is cut off goes to the others.

    Raises
    ------
    ValueError
        The total can't be reached between floor and caps: the recipe contradicts itself.
    """
    room = np.full(len(weights), total, dtype=np.int64) if caps is None else caps - floor
    rest = total - floor * len(weights)
    if rest < 0 or int(room.sum()) < rest or (room < 0).any():
        msg = f"no shares of {total} between the floor {floor} and the caps"
        raise ValueError(msg)
    shares = np.zeros(len(weights), dtype=np.int64)
    while rest:
        open_weights = [
            max(round(float(weight) * 2**20), 1) if free else 0
            for weight, free in zip(weights, shares < room, strict=True)
        ]
        part = np.minimum(_largest_remainders(rest, open_weights), room - shares)
        shares += part
        rest -= int(part.sum())
    return shares + floor


def ranked(keys: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the place of each key when they stand smallest first, ties in their order."""
    places = np.empty(len(keys), dtype=np.int64)
    places[np.argsort(keys, kind="stable")] = np.arange(len(keys))
    return places


def _largest_remainders(total: int, weights: Sequence[int]) -> NDArray[np.int64]:
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return np.array(shares, dtype=np.int64)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
