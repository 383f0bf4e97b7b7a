"""What a record needs to be one: something above zero, and a day that has come."""

from collections.abc import Mapping, Sequence
from datetime import date

from areamap.calendar import BUDDHIST_OFFSET
from areamap.registers.definitions import Register
from areamap.registers.headers import Heading
from areamap.registers.values import Value
from areamap.registers.verdicts import Verdict, Verdicts


def judge_measures(
    verdicts: Verdicts,
    columns: Mapping[str, Sequence[Value]],
    register: Register,
    headings: Mapping[str, Heading],
) -> None:
    """
    Ignore rows that say zero of all they measure; reject those that leave it open.

    A list without any of the measures only names its records, and they are records.
    """
    named = [headings[name].text for name in register.evidence if name in headings]
    measures = [columns[name] for name in register.evidence if name in headings]
    for row, values in enumerate(zip(*measures, strict=True)):
        if row in verdicts or any(values):
            continue
        if None in values:
            said: dict[str, object] = {"columns": ", ".join(named)}
            verdicts[row] = Verdict("rejected", "registers_nothing_told", said)
        else:
            verdicts[row] = Verdict("ignored", "registers_nothing_recorded")


def judge_days(
    verdicts: Verdicts,
    columns: Mapping[str, list[Value]],
    register: Register,
    headings: Mapping[str, Heading],
    today: date,
) -> None:
    """
    Reject rows with a day or a year (BE) that is still to come, of what must have been.

    The cell is emptied: by a day that can't be, nobody may conclude that nothing is there yet.
    A column that got its cells from another one is named by the heading of that one.
    """
    for column in register.columns:
        cells = columns[column.name] if column.past else []
        for row, value in enumerate(cells):
            if row not in verdicts and is_to_come(value, today):
                said: dict[str, object] = {
                    "column": headings[column.name].text,
                    "value": _spoken(value),
                }
                verdicts[row] = Verdict("rejected", "registers_still_to_come", said)
                cells[row] = None


def is_to_come(value: Value, today: date) -> bool:
    """Tell whether a day or a year (BE) is still to come."""
    if isinstance(value, date):
        return value > today
    return isinstance(value, int) and value > today.year + BUDDHIST_OFFSET


def _spoken(value: Value) -> str:
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year + BUDDHIST_OFFSET}"
    return str(value)
