"""
Persons in the cells of a draft: masked before anything is kept.

What a column holds depends on the register: ผู้รับผิดชอบ is a person here and an agency there. So what
is certain is masked when a file comes in, and the rest as soon as its register is known.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from areamap.imports.likeness import likely, top
from areamap.registers import choosing, definitions, personal
from areamap.registers.cells import Sheet
from areamap.registers.choosing import Choices
from areamap.registers.definitions import Register
from areamap.registers.headers import Header


def masked_in_any(sheet: Sheet) -> Sheet:
    """Return a sheet without what is of persons in whichever register its rows are."""
    found = [
        (register, header)
        for register in likely(sheet) or map(definitions.load, definitions.ids()[:1])
        if (header := choosing.nearest(top(sheet), register, Choices())) is not None
    ]
    emptied = [personal.columns(sheet, header, register) for register, header in found]
    figures = [_figures(header, register) for register, header in found]
    return _masked(
        sheet,
        last=max((header.last for _, header in found), default=0),
        emptied=set.intersection(*emptied) if emptied else set(sheet.emptied),
        figures=set.union(*figures) if figures else set(),
    )


def masked(sheets: Iterable[Sheet], register: Register, choices: Choices) -> tuple[Sheet, ...]:
    """Return the sheets of a file without persons, now that its register is known."""
    return tuple(_masked_as(sheet, register, choices) for sheet in sheets)


def _masked_as(sheet: Sheet, register: Register, choices: Choices) -> Sheet:
    """Return a sheet without persons by its own header, and by the one that was chosen."""
    looked_for = choosing.nearest(sheet, register, replace(choices, header_row=0))
    if looked_for is None:
        return sheet
    is_other = choices.sheet not in {"", sheet.name, str(sheet.number)}
    chosen = None if is_other else choosing.nearest(sheet, register, choices)
    headers = [looked_for, *filter(None, [chosen])]
    return _masked(
        sheet,
        last=min(header.last for header in headers),
        emptied=set[int]().union(*(personal.columns(sheet, each, register) for each in headers)),
        figures=_figures(headers[-1], register),
    )


def _figures(header: Header, register: Register) -> set[int]:
    return {
        heading.position
        for name, heading in header.columns.items()
        if register.column(name).is_number
    }


def _masked(
    sheet: Sheet, *, last: int, emptied: Collection[int], figures: Collection[int]
) -> Sheet:
    rows = [
        personal.cleared(row, emptied if number > last else (), figures)
        for number, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows, emptied=frozenset(emptied))
