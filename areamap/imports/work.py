"""A draft as it stands: read, mapped, joined, with what people decided so far."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pandas import DataFrame, Series

from areamap.errors import FileError
from areamap.imports.looks import Look
from areamap.measures.money import total_baht
from areamap.registers import definitions
from areamap.registers.drafts import OPEN_STATES, Draft
from areamap.registers.headers import Header
from areamap.store import Decision, KeptDraft

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEFT: Final = "imports_left"
"""Reason of a row that a person leaves open."""

_SAMPLES: Final = 5
_FIRST: Final = 2_000
_MAPPING: Final = ("heading", "column", "guessed_by", "sample_values", "is_personal")
_STATES: Final = ("suggested", "ambiguous", "unmatched", "rejected")


@dataclass(frozen=True, slots=True)
class Work:
    """
    A draft as it stands.

    Attributes
    ----------
    kept
        What the store keeps of it.
    draft
        Its rows, after aliases, corrections and decisions; counts and baht add up to the file.
    look
        What the file looks like.
    mapping
        One line per column of the file: `heading`, `column` of the register (empty where it means
        none), `guessed_by` (`alias`, `values`, `remembered`, `chosen`, empty), `sample_values`
        (tuple of texts), `is_personal` (the column holds persons and was emptied).
    decisions
        What people decided, oldest first.
    open_by_reason
        One line per reason and state of the rows that wait or are rejected: `reason_key`, `status`,
        `rows`, `baht` (Decimal), most rows first; rows that a person leaves open are among them.
    """

    kept: KeptDraft
    draft: Draft
    look: Look
    mapping: DataFrame
    decisions: list[Decision]
    open_by_reason: DataFrame


def mapping(
    headers: Sequence[tuple[str, Header]],
    cells: Mapping[str, tuple[str, ...]],
    chosen: Mapping[str, str],
    remembered: Mapping[str, str],
) -> DataFrame:
    """
    Return what each column of a file means, and who says so: see `Work.mapping`.

    Parameters
    ----------
    headers
        Name of each sheet that was read, and its header.
    cells
        As `samples` gives them.
    chosen
        Heading to column as a person chose for this file.
    remembered
        The same as it was chosen for an earlier file of the source.
    """
    found: dict[str, tuple[object, ...]] = {}
    for _, header in headers:
        for heading in header.headings:
            name = heading.text
            column = heading.column or "" if name in cells else ""
            why = _why(name, heading.position in header.by_values, chosen, remembered)
            said = why if column or why != "alias" else ""
            found.setdefault(name, (name, column, said, cells.get(name, ()), name not in cells))
    return DataFrame(found.values(), columns=list(_MAPPING))


def chosen(mapping: Mapping[str, str], guessed: DataFrame, register: str) -> dict[str, str]:
    """
    Return what a person chose of a mapping that differs from the guess.

    Parameters
    ----------
    mapping
        Heading to column, empty for none.
    guessed
        As `mapping` gives it.
    register
        Id of the register.

    Raises
    ------
    FileError
        A heading or a column is not there, holds persons, or two headings mean one column.
    """
    columns = {column.name for column in definitions.load(register).all_columns} | {""}
    lines = guessed.set_index("heading")
    found = {}
    for heading, column in mapping.items():
        if heading not in lines.index:
            raise FileError("imports_no_heading", heading=heading)
        if column not in columns:
            raise FileError("imports_no_column", column=column)
        if column and lines.loc[heading, "is_personal"]:
            raise FileError("imports_column_personal", heading=heading)
        if column != lines.loc[heading, "column"]:
            found[heading] = column
    taken = {**lines["column"], **found}
    twice = [name for name, count in Counter(taken.values()).items() if name and count > 1]
    if twice:
        headings = ", ".join(str(each) for each, name in taken.items() if name == twice[0])
        raise FileError("imports_column_twice", column=twice[0], headings=headings)
    return found


def samples(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return some different cells of each column of a file, not of those of persons."""
    is_data = (draft.rows["status"] != "ignored").to_numpy()
    return {str(heading): _some(draft.cells[heading], is_data) for heading in draft.cells.columns}


def _some(cells: Series, is_data: "NDArray[np.bool_]") -> tuple[str, ...]:
    # The first rows hold enough different ones, as a rule.
    for part in (cells.iloc[:_FIRST][is_data[:_FIRST]], cells[is_data]):
        found = part.dropna().drop_duplicates().head(_SAMPLES)
        if len(found) == _SAMPLES:
            break
    return tuple(map(str, found))


def _why(
    heading: str, by_values: bool, chosen: Mapping[str, str], remembered: Mapping[str, str]
) -> str:
    if heading in chosen:
        return "chosen"
    if heading in remembered:
        return "remembered"
    return "values" if by_values else "alias"


def open_by_reason(draft: Draft) -> DataFrame:
    """Return the rows that are on no map by why: see `Work.open_by_reason`."""
    money = definitions.load(draft.register).money
    rows = draft.rows[draft.rows["status"].isin(_STATES)]
    found = [
        {
            "reason_key": reason,
            "status": status,
            "rows": len(part),
            "baht": total_baht(part[money]) if money else Decimal(0),
        }
        for (reason, status), part in rows.groupby(["reason_key", "status"], sort=False)
    ]
    frame = DataFrame(found, columns=["reason_key", "status", "rows", "baht"])
    return frame.sort_values("rows", ascending=False, kind="stable", ignore_index=True)


def waiting(draft: Draft) -> int:
    """Return how many rows wait for a person; one that she leaves open has been decided."""
    rows = draft.rows
    return int((rows["status"].isin(OPEN_STATES) & (rows["reason_key"] != LEFT)).sum())
