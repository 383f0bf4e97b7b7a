"""
Cut a patch of cells into regions of exact sizes, each in one piece.

`balanced_prices` makes regions of about the right sizes; a `Partition` joins what fell apart;
`exact` moves single cells along chains of regions until every size is right; `smooth` exchanges
cells across borders, which makes regions rounder and brings them nearer to their place.
"""

import heapq
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from geodata.schematic._grid import components

Costs = NDArray[np.float64]
"""One row per cell, one column per region: what it costs that the cell belongs to the region."""


_SOFTNESS = np.geomspace(100.0, 0.05, 40)
"""How much dearer a region may be and still get a share of a cell, from coarse to fine."""

_STEPS_OF_A_SOFTNESS = 15


def balanced_prices(costs: Costs, sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    """
    Return what to take off the costs of each region so that the sizes come out nearly right.

    Giving each cell to the region of least cost less price then makes a power diagram. The dual of
    optimal transport, found by Sinkhorn's steps with choices that harden.
    """
    prices = np.zeros(costs.shape[1])
    share = np.log(sizes)
    for softness in _SOFTNESS:
        for _ in range(_STEPS_OF_A_SOFTNESS):
            taste = ((prices - costs) / softness).astype(np.float32)
            taste -= taste.max(axis=1, keepdims=True)
            np.exp(taste, out=taste)
            taste /= taste.sum(axis=1, keepdims=True)
            demand = taste.sum(axis=0, dtype=np.float64)
            prices += softness * (share - np.log(np.maximum(demand, 1e-9)))
    return prices


class Partition:
    """
    Cells of a patch, each in one region.

    Parameters
    ----------
    ring
        For each cell its six neighbours in turn, -1 where there is none.
    costs
        By cell and region.
    sizes
        How many cells each region must have; their sum is the number of cells.
    label
        The region of each cell to begin with. Pieces apart from the largest are given away.
    border
        What a side between a cell of one region and one of another costs; 0 on the diagonal.
    parent
        The larger region that each region belongs to and that must stay in one piece as well.
    """

    def __init__(
        self,
        ring: NDArray[np.int64],
        costs: Costs,
        sizes: NDArray[np.int64],
        label: list[int],
        border: NDArray[np.float64],
        parent: list[int] | None = None,
    ) -> None:
        self.border: list[list[float]] = border.tolist()
        self.parent = parent or list(range(len(sizes)))
        self._family: dict[int, set[int]] = {}
        for region, own in enumerate(self.parent):
            self._family.setdefault(own, set()).add(region)
        self.ring: list[list[int]] = ring.tolist()
        self.costs: list[list[float]] = costs.tolist()
        self.sizes: list[int] = sizes.tolist()
        self.label = list(label)
        self._join(ring)
        self.members: list[set[int]] = [set() for _ in self.sizes]
        for cell, region in enumerate(self.label):
            self.members[region].add(cell)

    def _join(self, ring: NDArray[np.int64]) -> None:
        """Leave each region its largest piece and give the other cells to what they touch."""
        members: list[list[int]] = [[] for _ in self.sizes]
        for cell, region in enumerate(self.label):
            members[region].append(cell)
        self.label = [-1] * len(self.label)
        for region, cells in enumerate(members):
            for cell in components(ring, cells)[0] if cells else []:
                self.label[cell] = region
        for region, cells in enumerate(members):
            if not cells:
                self._found(region)
        waiting = [
            (self.costs[cell][region], cell, region)
            for cell, own in enumerate(self.label)
            if own < 0
            for region in self.around(cell)
        ]
        heapq.heapify(waiting)
        while waiting:
            _, cell, region = heapq.heappop(waiting)
            if self.label[cell] >= 0:
                continue
            self.label[cell] = region
            for other in self.ring[cell]:
                if other >= 0 and self.label[other] < 0:
                    heapq.heappush(waiting, (self.costs[other][region], other, region))

    def _found(self, region: int) -> None:
        """Give a region without a cell the cheapest that nobody misses."""
        order = sorted(range(len(self.label)), key=lambda cell: self.costs[cell][region])
        free = next(cell for cell in order if self.label[cell] < 0 or self.is_loose(cell))
        self.label[free] = region

    def around(self, cell: int) -> set[int]:
        """Return the other regions that a cell touches."""
        label = self.label
        return {label[n] for n in self.ring[cell] if n >= 0} - {label[cell], -1}

    def is_loose(self, cell: int) -> bool:
        """Tell whether a cell's region stays in one piece, and in being, without it."""
        own = self.label[cell]
        return self._is_whole_without(cell, [n for n in self.ring[cell] if n >= 0], {own})

    def may(self, cell: int, region: int) -> bool:
        """Tell whether a cell can go to a region that it touches and leave all in one piece."""
        around = [n for n in self.ring[cell] if n >= 0]
        if not any(self.label[n] == region for n in around) or not self.is_loose(cell):
            return False
        family = self._family[self.parent[self.label[cell]]]
        return region in family or self._is_whole_without(cell, around, family)

    def _is_whole_without(self, cell: int, around: list[int], regions: set[int]) -> bool:
        """Tell whether some regions hang together, and are not gone, when a cell leaves them."""
        label, ring = self.label, self.ring
        goals = {n for n in around if label[n] in regions}
        if not goals:
            return False
        found = [goals.pop()]
        seen = {cell, *found}
        for here in found:
            if not goals:
                return True
            for n in ring[here]:
                if n >= 0 and n not in seen and label[n] in regions:
                    seen.add(n)
                    found.append(n)
                    goals.discard(n)
        return not goals

    def is_exact(self) -> bool:
        """Tell whether every region has its size."""
        return not any(map(self.surplus, range(len(self.sizes))))

    def surplus(self, region: int) -> int:
        """Return how many cells a region has too many."""
        return len(self.members[region]) - self.sizes[region]

    def move(self, cell: int, region: int) -> None:
        """Give a cell to another region."""
        self.members[self.label[cell]].remove(cell)
        self.members[region].add(cell)
        self.label[cell] = region

    def gain(self, cell: int, region: int) -> float:
        """Return by how much it is better when a cell goes to a region."""
        own = self.label[cell]
        here, there = self.border[own], self.border[region]
        around = [self.label[n] for n in self.ring[cell] if n >= 0]
        borders = sum([here[other] - there[other] for other in around])
        return self.costs[cell][own] - self.costs[cell][region] + borders


def exact(parts: Partition) -> None:
    """
    Move single cells along chains of regions until every region has its size.

    The chain of least cost is taken, as in a flow; only cells go whose region stays whole. A step
    that turns out blocked costs more from then on; where no chain is left, the regions are stirred.
    """
    blocked: Counter[tuple[int, int]] = Counter()
    for turn in range(20 * len(parts.label)):
        if parts.is_exact():
            return
        chain = _cheapest_chain(parts, blocked)
        if not chain:
            smooth(parts, rounds=1, warmth=4.0, seed=turn)
        for giver, taker in chain:
            movable = [cell for cell in sorted(parts.members[giver]) if parts.may(cell, taker)]
            if not movable:
                blocked[giver, taker] += 1
                break
            parts.move(max(movable, key=lambda cell: parts.gain(cell, taker)), taker)
    raise ArithmeticError("the regions do not come to their sizes")


def _cheapest_chain(parts: Partition, blocked: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the steps (giver, taker) from too large a region to one too small, if any."""
    links = _links(parts)
    # A flow's search needs prices of at least nothing.
    ground = min((price for known in links.values() for price in known.values()), default=0.0)
    distance = {region: 0.0 for region in range(len(parts.sizes)) if parts.surplus(region) > 0}
    before: dict[int, int] = {}
    waiting = [(0.0, region) for region in distance]
    while waiting:
        far, region = heapq.heappop(waiting)
        if far > distance[region]:
            continue
        if parts.surplus(region) < 0:
            return _steps(before, region)
        for other, price in links.get(region, {}).items():
            total = far + price - min(ground, 0.0) + 1.0 + 50.0 * blocked[region, other]
            if total < distance.get(other, np.inf):
                distance[other], before[other] = total, region
                heapq.heappush(waiting, (total, other))
    return []


def _links(parts: Partition) -> dict[int, dict[int, float]]:
    """Return for each giver what its cheapest cell for each taker costs."""
    links: dict[int, dict[int, float]] = {}
    for cell, own in enumerate(parts.label):
        for region in parts.around(cell):
            if parts.may(cell, region):
                price = -parts.gain(cell, region)
                known = links.setdefault(own, {})
                known[region] = min(price, known.get(region, price))
    return links


def _steps(before: dict[int, int], region: int) -> list[tuple[int, int]]:
    steps = []
    while region in before:
        steps.append((before[region], region))
        region = before[region]
    return steps[::-1]


def smooth(parts: Partition, rounds: int, warmth: float, seed: int) -> None:
    """
    Exchange cells across borders where that is better, sizes and wholeness kept.

    Simulated annealing of cost and border length: at first now and then a worse exchange is taken,
    so that it does not stop at the first hill. Deterministic for a seed.

    Parameters
    ----------
    parts
        Exact to begin with; is changed.
    rounds
        How often, on average, every cell on a border is tried.
    warmth
        How much worse an exchange may be that is still taken now and then, at first.
    seed
        Of the order of trials.
    """
    random = np.random.default_rng(seed)
    for heat in (*np.geomspace(warmth, warmth / 50, rounds), 0.0, 0.0):
        luck = iter(random.exponential(size=len(parts.label)).tolist())
        for cell in random.permutation(len(parts.label)).tolist():
            around = sorted(parts.around(cell))
            if not around:
                continue
            taker = around[int(random.integers(len(around)))]
            if parts.may(cell, taker):
                _try_exchange(parts, cell, taker, heat * next(luck))


def _try_exchange(parts: Partition, cell: int, taker: int, patience: float) -> None:
    """Move a cell to a region and the best cell back, if that costs no more than the patience."""
    giver = parts.label[cell]
    gain = parts.gain(cell, taker)
    parts.move(cell, taker)
    best, best_gain = -1, -patience - gain
    for back in sorted(parts.members[taker]):
        if back != cell and parts.may(back, giver):
            other_gain = parts.gain(back, giver)
            if other_gain > best_gain:
                best, best_gain = back, other_gain
    if best < 0:
        parts.move(cell, giver)
    else:
        parts.move(best, giver)
