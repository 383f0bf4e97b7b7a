"""The status of each row of a sheet: what its cells say, else what the record itself shows."""

from collections.abc import Collection, Mapping, Sequence

from areamap.registers.answers import NO_RECORD, Answers
from areamap.registers.cells import Cell
from areamap.registers.values import Unreadable, Value
from areamap.registers.verdicts import Verdict, Verdicts


def read(
    answers: Answers,
    rows: Sequence[Sequence[Cell]],
    columns: Mapping[str, Sequence[Value]],
    told: Collection[str],
    verdicts: Verdicts,
) -> list[Value]:
    """
    Return the status of each row, missing where nobody can say.

    Rows whose cells say two things are missing. A row whose cells say nothing has what another
    column implies; where no column is the status, what the register takes for granted, unless the
    file has columns that would show it and they are blank, or columns whose answers nobody can
    place.

    Parameters
    ----------
    answers
        Who speaks of the status.
    rows
        All rows of the sheet, merged cells filled.
    columns
        Values of the other columns of the register.
    told
        Names of the columns that the file has.
    verdicts
        Added to: rows that say that there is nothing, and those that cannot be read.
    """
    found: list[Value] = []
    for number, row in enumerate(rows):
        verdict = verdicts.get(number)
        if verdict is not None and verdict.status == "ignored":
            found.append(None)
            continue
        try:
            said = answers.hear(row)
        except Unreadable as problem:
            verdicts.setdefault(number, Verdict("rejected", problem.key, problem.values))
            found.append(None)
            continue
        if set(said) == {NO_RECORD}:
            verdicts[number] = Verdict("ignored", "registers_no_record", {"value": said[NO_RECORD]})
        if said:
            found.append(_agreed(said, answers))
        else:
            found.append(_shown(answers, row, {n: v[number] for n, v in columns.items()}, told))
    return found


def _agreed(said: Mapping[str, str], answers: Answers) -> str | None:
    value = next(iter(said)) if len(said) == 1 else None
    return value if value in answers.status.choices else None


def _shown(
    answers: Answers, row: Sequence[Cell], record: Mapping[str, Value], told: Collection[str]
) -> str | None:
    """Return the status of a row whose cells say nothing of it."""
    status = answers.status
    for name, value in status.implied_by.items():
        if record[name] is not None:
            return value
    if answers.by_heading or answers.is_doubted(row):
        return None
    if any(record[name] for name in status.shown_by):
        return status.without_column
    is_open = answers.undecided or any(voice.kind != "words" for voice in answers.voices)
    return None if is_open or set(status.shown_by) & set(told) else status.without_column
