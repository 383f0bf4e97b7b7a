"""The units that a header names: in brackets, or in a row of their own below it."""

from decimal import Decimal
from functools import cache

from areamap.registers import _heading_rows as rows
from areamap.registers.cells import Sheet, as_text
from areamap.registers.units import units
from areamap.registers.words import bracketed, key


def below(sheet: Sheet, last: int) -> tuple[int, dict[int, str]]:
    """Return the last row of units and of column numbers, and the word of money by position."""
    words: dict[int, str] = {}
    while last + 1 < len(sheet.rows) and rows.is_unit_row(sheet.rows[last + 1]):
        last += 1
        texts = {i: as_text(cell) for i, cell in enumerate(sheet.rows[last])}
        words |= {i: text for i, text in texts.items() if key(text) in factors()}
    return last, words


def factor(heading: str, below_it: str | None) -> Decimal | None:
    """Return what the unit of a heading multiplies amounts by; None where it names none."""
    known = factors()
    texts = (*bracketed(heading), below_it or "")
    return next((known[key(text)] for text in texts if key(text) in known), None)


@cache
def factors() -> dict[str, Decimal]:
    """Return the key of each word of money to what it multiplies by, 1 for plain baht."""
    baht = units()["baht"]
    plain = {key(word): Decimal(1) for word in baht.words}
    known = plain | {key(word): by for word, by in baht.factors.items()}
    return {spelling: by for spelling, by in known.items() if spelling}
