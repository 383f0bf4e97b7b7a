"""
Rows whose amount is the sum of other rows: totals that carry no word.

Only a row without a tambon or an authority of its own can be one. What it can sum depends on what
it names: a district the rows of that district, a province those of the province, nothing all rows
or those since the last total; above it, or below it until the next row of its kind.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from areamap.places.names import bare
from areamap.registers.places_told import Places
from areamap.registers.values import Value

_FEWEST: Final = 2
_POINT, _DISTRICT, _PROVINCE, _NOWHERE, _ELSEWHERE = range(5)
_MOST_RANGES: Final = 4


@dataclass(slots=True)
class _Running:
    """What has been added up since the last total, and since the beginning."""

    part: list[int] = field(default_factory=list)
    part_sum: Decimal = Decimal(0)
    whole: list[int] = field(default_factory=list)
    whole_sum: Decimal = Decimal(0)

    def add(self, row: int, amount: Decimal) -> None:
        self.part.append(row)
        self.whole.append(row)
        self.part_sum += amount
        self.whole_sum += amount

    def end_part(self) -> None:
        self.part, self.part_sum = [], Decimal(0)

    def equal(self, amount: Decimal, fewest: int) -> list[int]:
        if self.part_sum == amount and len(self.part) >= fewest:
            return self.part
        return self.whole if self.whole_sum == amount and len(self.whole) >= _FEWEST else []


class Sums:
    """
    The rows of a sheet that are sums of others.

    Parameters
    ----------
    amounts
        Baht per row, None where the row has none or does not count.
    places
        Where each row says that it is.
    breaks
        Rows that are known as totals or sections: a part ends there.
    """

    def __init__(self, amounts: Sequence[Value], places: Places, breaks: set[int]) -> None:
        self.amounts = {
            row: amount for row, amount in enumerate(amounts) if isinstance(amount, Decimal)
        }
        self.places = places
        self.breaks = breaks
        self.ranks = [self._rank(row) for row in range(len(amounts))]
        self.found: dict[int, list[int]] = {}

    def find(self) -> dict[int, list[int]]:
        """Return each row that is a sum, with the rows that it sums."""
        for row in reversed(self.amounts):
            if self._may_sum(row):
                below = list(self._below(row))
                fewest = 1 if self.places.heads[row] else _FEWEST
                total = sum((self.amounts[one] for one in below), start=Decimal(0))
                if len(below) >= fewest and total == self.amounts[row]:
                    self.found[row] = below
        self._look_above()
        return self.found

    def _may_sum(self, row: int) -> bool:
        return self.ranks[row] not in {_POINT, _ELSEWHERE} and self.amounts[row] != 0

    def _rank(self, row: int) -> int:
        if self.places.points[row]:
            return _POINT
        if not self.places.own[row]:
            return _NOWHERE
        if self._area(row, _DISTRICT):
            return _DISTRICT
        return _PROVINCE if self._area(row, _PROVINCE) else _ELSEWHERE

    def _area(self, row: int, rank: int) -> str:
        """Return the key of a row's district or province, empty where it tells none."""
        level = "district" if rank == _DISTRICT else "province"
        columns = self.places.columns
        name = columns[level][row] if level in columns else None
        code = columns[f"{level}_code"][row] if f"{level}_code" in columns else None
        return bare(name) if name else code or ""

    def _below(self, row: int) -> Iterator[int]:
        """Yield the rows below that a row can sum."""
        rank = self.ranks[row]
        for one in range(row + 1, len(self.ranks)):
            if one in self.breaks and rank == _DISTRICT:
                return
            if one not in self.amounts:
                continue
            if self.ranks[one] >= rank or not self._same_area(row, one, rank):
                return
            if one not in self.found:
                yield one

    def _same_area(self, row: int, other: int, rank: int) -> bool:
        if rank == _NOWHERE:
            return True
        theirs = self._area(other, rank)
        return not theirs or theirs == self._area(row, rank)

    def _look_above(self) -> None:
        running: dict[tuple[int, str], _Running] = defaultdict(_Running)
        every = running[_NOWHERE, ""]
        fewest = _FEWEST
        for row in range(len(self.ranks)):
            if row in self.breaks or row in self.found:
                every.end_part()
            elif row in self.amounts:
                rank, amount = self.ranks[row], self.amounts[row]
                named = "" if rank == _NOWHERE else self._area(row, rank)
                mine = running[rank, named]
                enough = fewest if rank == _NOWHERE else _FEWEST
                above = mine.equal(amount, enough) if self._may_sum(row) else []
                # Two lines of a district that make a third are three lines.
                if any(self.ranks[one] < rank for one in above):
                    self.found[row] = list(above)
                    mine.end_part()
                    every.end_part()
                    # A list that sums its parts sums those of one row as well.
                    fewest = 1 if rank == _NOWHERE else fewest
                    continue
                every.add(row, amount)
                for larger in (_DISTRICT, _PROVINCE):
                    if area := self._area(row, larger):
                        running[larger, area].add(row, amount)


def spoken(numbers: Sequence[int]) -> str:
    """Return rising row numbers in short: `4-5, 7`."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    texts = ["-".join(map(str, one)) for one in ranges]
    if len(texts) > _MOST_RANGES:
        texts = [*texts[: _MOST_RANGES - 1], "…", texts[-1]]
    return ", ".join(texts)
