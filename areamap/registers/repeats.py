"""Rows that list one record a second time."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from areamap.registers.definitions import Register
from areamap.registers.tables import Table
from areamap.registers.verdicts import Verdict

_MAY_DIFFER: Final = "0123456789.,()- "
"""A cell of these alone that the register does not know is a running number."""

OURS: Final = "areamap: "
"""
How the headings begin that we write beside those of a file when we hand it back.

What they say is about a row and not of it, so it tells no two rows apart.
"""


def ignore_repeated(read_tables: Sequence[Table], register: Register) -> None:
    """
    Mark every row that says the same as an earlier one in each cell but its running number.

    Parameters
    ----------
    read_tables
        The sheets of one file; their verdicts are added to.
    register
        Its columns are compared by what they mean, other columns by what they show.
    """
    seen: dict[tuple[object, ...], tuple[str, int]] = {}
    for table in read_tables:
        for row, said in _records(table, register):
            first = seen.setdefault(said, (table.sheet, table.numbers[row]))
            if first != (table.sheet, table.numbers[row]):
                values: dict[str, object] = {"sheet": first[0], "row": first[1]}
                table.verdicts[row] = Verdict("ignored", "registers_repeated_row", values)


def _records(table: Table, register: Register) -> Iterator[tuple[int, tuple[object, ...]]]:
    names = [column.name for column in register.all_columns]
    own = [not heading.startswith(OURS) for heading in table.headings]
    for row in range(len(table.numbers)):
        if row not in table.verdicts:
            known = (table.columns[name][row] for name in names)
            cells = compress(table.cells[row], own)
            others = (cell for cell in cells if cell and cell.strip(_MAY_DIFFER))
            yield row, (*known, *others)
