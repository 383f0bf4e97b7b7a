"""Tables on slides: columns as wide as what stands in them, as many slides as the rows take."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from areamap.briefs import told
from areamap.briefs.slides_sizes import BODY, CELLS, EDGE, FOOT, TEXTS, WIDE
from areamap.briefs.table_room import Look, column_widths, row_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from areamap.briefs.content import Content
    from areamap.briefs.proven import Source
    from areamap.briefs.shown import Table

_MOST_TABLES: Final = 3
_FIRST: Final = 2
_MOST_ROWS: Final = 40
_FEW: Final = 5
"""Slides that one table takes at most; of a longer one the first, the workbook has the rest."""
LOOK: Final = Look(beside=0.11, above=0.05)
"""Room around what stands in a cell, in inches."""


@dataclass(frozen=True, slots=True, eq=False)
class TableSlide:
    """
    A slide with a part of a table.

    Attributes
    ----------
    heading
        Its title; where it goes on over several slides, the number of this one.
    heads
        What stands above the columns.
    rows
        Texts.
    at_right
        Which columns are numbers.
    widths
        Of the columns, in inches.
    bold
        Numbers of the rows that sum up others.
    note
        What is said below.
    source, command
        Where it comes from, and what prints it in a terminal.
    letters
        Size of its texts in points.
    """

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    at_right: tuple[bool, ...]
    widths: tuple[float, ...]
    bold: frozenset[int] = frozenset()
    note: str = ""
    source: "Source | None" = None
    command: str = ""
    letters: float = CELLS


def of_texts(
    heading: str, heads: "Sequence[str]", rows: "Sequence[Sequence[str]]"
) -> "list[TableSlide]":
    """Return a table of texts over as many slides as it takes."""
    cells = [tuple(map(told.line, row)) for row in rows]
    made = _paged(heading, tuple(heads), cells, (False,) * len(heads), TEXTS)
    return _numbered(made, heading)


def of_table(table: "Table", content: "Content") -> "Iterator[TableSlide]":
    """Return the slides of a table, the first of a long one, with what is left out told."""
    columns = told.told_columns(table, content)
    rows = [tuple(row) for row in told.rows(table, columns, content.lang)]
    if not rows:
        return
    sums = frozenset(at for at, name in enumerate(table.frame.index) if name == "total")
    title = told.line(table.title)
    heads = tuple(told.heading(each) for each in columns)
    at_right = tuple(each.cell in told.NUMBERS for each in columns)
    # More than these have no room anyway.
    first = rows[:_MOST_ROWS]
    made = _paged(title, heads, first, at_right, CELLS, sums)
    if len(made) > 1 and len(made[0].rows) < _FEW:
        made = _paged(title, heads, first, at_right, TEXTS, sums)
    is_whole = len(made) <= _MOST_TABLES and len(first) == len(rows)
    kept = made if is_whole else made[:_FIRST]
    shown = sum(len(each.rows) for each in kept)
    note = told.line(table.note)
    if shown < len(rows):
        more = told.more_rows(len(rows) - shown, content.lang)
        note = f"{more} {note}".strip()
    command = table.proof.line if table.proof else ""
    for each in _numbered(kept, title):
        yield replace(each, note=note, source=table.source, command=command)


def _numbered(slides: "list[TableSlide]", title: str) -> "list[TableSlide]":
    if len(slides) < 2:  # noqa: PLR2004 - one needs no number
        return slides
    return [
        replace(each, heading=f"{title} ({number}/{len(slides)})")
        for number, each in enumerate(slides, start=1)
    ]


def _paged(
    title: str,
    heads: tuple[str, ...],
    rows: "list[tuple[str, ...]]",
    at_right: tuple[bool, ...],
    letters: float,
    sums: frozenset[int] = frozenset(),
) -> "list[TableSlide]":
    widths = column_widths(heads, rows, letters, WIDE - 2 * EDGE, LOOK)
    heights = [row_height(row, widths, letters, LOOK) for row in rows]
    room = FOOT - BODY - row_height(heads, widths, letters, LOOK) - 0.42
    pages = _pages(heights, room, len(rows))
    # As many on each, so that no slide holds the last two alone.
    even = _pages(heights, room, -(-len(rows) // len(pages)))
    return [
        TableSlide(
            title,
            heads,
            tuple(rows[at] for at in page),
            at_right,
            widths,
            frozenset(number for number, at in enumerate(page) if at in sums),
            letters=letters,
        )
        for page in (even if len(even) == len(pages) <= _MOST_TABLES else pages)
    ]


def _pages(heights: list[float], room: float, most: int) -> list[list[int]]:
    """Return which rows stand on which slide."""
    found: list[list[int]] = [[]]
    taken = 0.0
    for number, high in enumerate(heights):
        if found[-1] and (taken + high > room or len(found[-1]) >= most):
            found.append([])
            taken = 0.0
        found[-1].append(number)
        taken += high
    return found
