"""Which column of a register a heading means: as a person told, else by the register's words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from areamap.registers import _heading_groups
from areamap.registers import _heading_rows as rows
from areamap.registers.cells import Sheet
from areamap.registers.definitions import Column, Register, load
from areamap.registers.words import key, unit_keys, without_brackets

_TOLD_RANK: Final = -1
_CONTAINS_RANK: Final = 3
_TOTALS: Final = frozenset(map(key, ("รวม", "ทั้งหมด", "รวมทั้งสิ้น", "ยอดรวม", "total", "sum")))

Claim = tuple[int, int]
"""How near a heading is to a column's words (less is nearer), and its position."""


@dataclass(frozen=True, slots=True)
class Known:
    """
    What is known of headings.

    Attributes
    ----------
    register
        Whose names and aliases count.
    told
        Text of a heading to the column that a person says it means, `""` for none.
    """

    register: Register
    told: Mapping[str, str] = field(default_factory=dict)

    def meanings(self, parts: list[list[str]]) -> dict[int, tuple[int, str]]:
        """Return per position how near and which column its heading means."""
        found: dict[int, tuple[int, str]] = {}
        for position, text in enumerate(texts(parts)):
            if text in self.told:
                meaning = (_TOLD_RANK, self.told[text]) if self.told[text] else None
            else:
                meaning = _meaning(parts[position], self.register)
            if meaning:
                found[position] = meaning
        return found

    def claims(self, sheet: Sheet, last: int, parts: list[list[str]]) -> dict[str, list[Claim]]:
        """Return per column of the register how near and where the headings are that mean it."""
        meanings = self.meanings(parts)
        groups = self.groups(sheet, last, meanings)
        claims: dict[str, list[Claim]] = defaultdict(list)
        for position, (rank, name) in meanings.items():
            if position not in groups or rank == _TOLD_RANK:
                claims[name].append((rank, position))
        return claims

    def groups(self, sheet: Sheet, last: int, meanings: Mapping[int, tuple[int, str]]) -> set[int]:
        """Return the positions whose heading stands over a group of columns."""
        known = {*_aliases(self.register.id), *_TOTALS, *unit_keys()}
        meant = {position: self.register.column(name) for position, (_, name) in meanings.items()}
        return _heading_groups.find(sheet, last, meant, lambda text: key(text) in known)


def texts(parts: list[list[str]]) -> list[str]:
    """Return the text of each heading, its rows joined by ` / ` and made different."""
    return list(rows.unique([" / ".join(levels) for levels in parts]))


def _meaning(levels: list[str], register: Register) -> tuple[int, str] | None:
    """Return how near and which column a heading means: whole, then its lowest row, then words."""
    if not levels:
        return None
    aliases = _aliases(register.id)
    if len(levels) > 1 and key(levels[-1]) in _TOTALS:
        levels = levels[:-1]
    for rank, text in enumerate(dict.fromkeys((" ".join(levels), levels[-1]))):
        for form, spelling in enumerate((key(text), key(without_brackets(text)))):
            if spelling in aliases:
                return rank + form, aliases[spelling]
    whole = key(" ".join(levels))
    for column in register.all_columns:
        if any(all(key(word) in whole for word in group) for group in column.contains):
            return _CONTAINS_RANK, column.name
    return None


@cache
def _aliases(register_id: str) -> dict[str, str]:
    """Return the key of each heading that is known, to the column that it means."""
    found: dict[str, str] = {}
    for column in load(register_id).all_columns:
        for text in names(column):
            found.setdefault(key(text), column.name)
    return found


def names(column: Column) -> Iterator[str]:
    """Yield every heading that means a column, its own name first."""
    yield from (column.name, column.label_th, column.label_en, *column.aliases)
