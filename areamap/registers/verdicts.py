"""Why a row of a sheet is no record: it is ignored, or it is rejected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from areamap.registers.cells import Sheet
from areamap.registers.definitions import Register
from areamap.registers.headers import Header, Heading
from areamap.registers.merges import SharedNumber
from areamap.registers.places_told import Places
from areamap.registers.sums import Sums, spoken
from areamap.registers.values import Value

_BREAKS: Final = frozenset({"registers_total_row", "registers_section_row"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    Why a row is no record.

    Attributes
    ----------
    status
        `ignored` where it never meant to be one, `rejected` where it can't be read as one,
        `suggested` where only a person can say whether it is one, and of which place.
    reason_key, reason_values
        Of the sentence below `reasons.` in the locale files.
    """

    status: Literal["ignored", "rejected", "suggested"]
    reason_key: str
    reason_values: Mapping[str, object] = field(default_factory=dict)


Verdicts = dict[int, Verdict]
"""Position of a row in its sheet to why it is no record; the judges below add to it."""


def judge_shared(
    verdicts: Verdicts, shared: Sequence[SharedNumber], sheet: Sheet, header: Header
) -> None:
    """Reject every row over which a number is merged: nobody can say how much is whose."""
    for number in shared:
        live = [row for row in number.rows if row not in verdicts]
        if len(live) > 1:
            said = {
                "column": header.headings[number.position].text,
                "first": sheet.first_row + number.rows[0],
                "last": sheet.first_row + number.rows[-1],
            }
            for row in live:
                verdicts[row] = Verdict("rejected", "registers_shared_number", said)


def judge_required(
    verdicts: Verdicts,
    columns: Mapping[str, Sequence[Value]],
    register: Register,
    headings: Mapping[str, Heading],
) -> None:
    """Reject every row that lacks a value that a record must have."""
    for column in register.columns:
        if column.required:
            heading = headings.get(column.name)
            said: dict[str, object] = {"column": heading.text if heading else column.label_th}
            for row, value in enumerate(columns[column.name]):
                if value is None and row not in verdicts:
                    verdicts[row] = Verdict("rejected", "registers_required_blank", said)


def judge_places(
    verdicts: Verdicts,
    columns: Mapping[str, Sequence[Value]],
    places: Places,
    register: Register,
    first_row: int,
) -> None:
    """
    Ignore sums that carry no word; doubt or reject rows that name no place of their own.

    Parameters
    ----------
    verdicts
        Added to.
    columns
        Values by column of the register.
    places
        Where each row says that it is.
    register
        What rows record.
    first_row
        The number that Excel shows beside the first row.
    """
    if register.placed_by:
        return
    _judge_sums(verdicts, columns, places, register, first_row)
    for row in range(len(places.own)):
        if row in verdicts or places.own[row]:
            continue
        above = [cells[row] for cells in places.columns.values() if cells[row]]
        if above:
            said: dict[str, object] = {"place": " ".join(filter(None, above))}
            verdicts[row] = Verdict("suggested", "registers_place_from_title", said)
        else:
            verdicts[row] = Verdict("rejected", "registers_no_place")


def _judge_sums(
    verdicts: Verdicts,
    columns: Mapping[str, Sequence[Value]],
    places: Places,
    register: Register,
    first_row: int,
) -> None:
    """Ignore rows that sum others, and leave the heads whose amount is another to a person."""
    ignored = {row for row, verdict in verdicts.items() if verdict.status == "ignored"}
    breaks = {row for row in ignored if verdicts[row].reason_key in _BREAKS}
    amounts = columns[register.money] if register.money else [None] * len(places.own)
    live = [None if row in ignored else amount for row, amount in enumerate(amounts)]
    sums = Sums(live, places, breaks)
    for row, summed in sums.find().items():
        numbers = spoken([first_row + one for one in summed])
        verdicts[row] = Verdict("ignored", "registers_sum_of_rows", {"rows": numbers})
    for row in _over_points(places, ignored):
        if register.money and amounts[row] is not None and row not in verdicts:
            verdicts[row] = Verdict("suggested", "registers_head_amount")
        elif amounts[row] is None:
            verdicts[row] = Verdict("ignored", "registers_section_row")


def _over_points(places: Places, ignored: set[int]) -> Iterator[int]:
    """Yield the heads below which the next row has a tambon or an authority of its own."""
    below: int | None = None
    for row in reversed(range(len(places.own))):
        if places.heads[row] and below is not None and places.points[below]:
            yield row
        if row not in ignored:
            below = row
