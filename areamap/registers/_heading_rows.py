"""The rows of a header as texts by column: merged, spread over columns, numbered."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.words import key, unit_keys

_SHORTEST_NUMBERING: Final = 3
_FEWEST_OVER_GROUPS: Final = 3


def parts(sheet: Sheet, first: int, last: int) -> list[list[str]]:
    """Return per column the different texts of its header rows, from the top."""
    grid = [_texts(sheet.rows[row]) for row in range(first, last + 1)]
    for top, left, bottom, right in sheet.merged:
        if first <= top <= last and left < len(grid[0]):
            text = grid[top - first][left]
            for row in range(top, min(bottom, last) + 1):
                for column in range(left, min(right + 1, len(grid[0]))):
                    grid[row - first][column] = text
    if not sheet.merged:
        _spread(grid)
    return [
        list(dict.fromkeys(part for part in column if part)) for column in zip(*grid, strict=True)
    ]


def _texts(row: Sequence[Cell]) -> list[str]:
    return [" ".join(as_text(cell).split()) for cell in row]


def _spread(grid: list[list[str]]) -> None:
    """Give a heading over several columns to all of them, where merging was lost on the way."""
    for upper, lower in pairwise(grid):
        for column in range(1, len(upper)):
            if not upper[column] and lower[column] and lower[column - 1]:
                upper[column] = upper[column - 1]


def is_group_row(sheet: Sheet, row: int) -> bool:
    """
    Tell whether a row above the headings belongs to them, and is no title.

    A title fills a cell or two; a row of group headings has several, or a heading that is merged
    with the row below.
    """
    if row < 0:
        return False
    reaches_down = any(top <= row < bottom for top, _, bottom, _ in sheet.merged)
    texts = [cell for cell in sheet.rows[row] if isinstance(cell, str) and not is_blank(cell)]
    return reaches_down or len(texts) >= _FEWEST_OVER_GROUPS


def unique(texts: list[str]) -> Iterator[str]:
    """Yield texts made different by numbers; a column without one has Excel's letters."""
    seen: dict[str, int] = {}
    for position, text in enumerate(texts):
        name = text or f"({_letters(position)})"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _letters(position: int) -> str:
    letters, rest = "", position + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def is_unit_row(row: Sequence[Cell]) -> bool:
    """Tell whether a row below the headings gives units, or numbers the columns."""
    texts = [as_text(cell) for cell in row if not is_blank(cell)]
    keys = [key(text) for text in texts]
    if keys and all(spelling in unit_keys() for spelling in keys):
        return True
    numbers = [str(number) for number in range(1, len(keys) + 1)]
    return len(keys) >= _SHORTEST_NUMBERING and keys == numbers
