"""What the engine found, as rows that can be joined to areas: each says why it counts or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.counting import _engine
from areamap.counting._heads import STATE
from areamap.counting.lists import PeopleList
from areamap.registers import code_pieces, personal, places_told, values
from areamap.registers.columns import Column
from areamap.registers.values import Unreadable, Value
from areamap.registers.verdicts import Verdict

_TOLD_LINES: Final = 20


@dataclass(frozen=True, slots=True)
class Groups:
    """
    The groups of a list.

    Attributes
    ----------
    rows
        In the form of `Reading.rows`, a line per group: place columns as text, columns that part
        the counts with their values, `status`, `reason_key` and `reason_values` of lines that are
        no record.
    said
        What the cells that tell the group apart say, by the file's own headings.
    states
        State of each group's lines, None where the list has none or the word is not known.
    lines
        How many lines each has.
    sums
        Column to the sum over each group's lines, None where no line has a number.
    raw
        The cells of each group as the engine saw them; None for the lines that are no record.
    records
        Whether a group's lines may count.
    """

    rows: DataFrame
    said: DataFrame
    states: list[str | None]
    lines: list[int]
    sums: dict[str, list[Decimal | None]]
    raw: list[tuple[str | None, ...] | None]
    records: list[bool]


def read(told: Mapping[str, Any], wanted: PeopleList, given: Mapping[str, Value]) -> Groups:
    """
    Return the groups that a job found.

    Parameters
    ----------
    told
        What `_job.groups` returns.
    wanted
        The kind of list.
    given
        Values of columns that part the counts, where the file has no such column.
    """
    return _Reader(told, wanted, given).groups()


class _Reader:
    """What reading the groups needs, step by step."""

    def __init__(
        self, told: Mapping[str, Any], wanted: PeopleList, given: Mapping[str, Value]
    ) -> None:
        self.told, self.wanted, self.given = told, wanted, given
        self.by: list[str] = told["by"]
        found = told["groups"]
        self.raw = [tuple(group[: len(self.by)]) for group in found]
        self.unread = [group[len(self.by)] for group in found]
        self.lines = [int(group[len(self.by) + 1]) for group in found]
        self.totals = [group[len(self.by) + 2 :] for group in found]
        self.verdicts: list[Verdict | None] = [None] * len(found)
        texts = {
            name: _texts([raw[place] for raw in self.raw], letters=told["bytes_as_letters"])
            for place, name in enumerate(self.by)
        }
        self.texts = texts

    def groups(self) -> Groups:
        """Read them."""
        places = self._places()
        parting = {column.name: self._parting(column) for column in self.wanted.by}
        states = self._states()
        self._judge_sums()
        self._judge_places(places)
        rows = self._frame(places, parting)
        refused = int(self.told["refused"])
        if refused:
            rows = self._with_refused(rows, refused)
        more = 1 if refused else 0
        return Groups(
            rows=rows,
            said=self._said(len(rows)),
            states=states + [None] * more,
            lines=self.lines + [refused] * more,
            sums={
                name: [_amount(total[place]) for total in self.totals] + [None] * more
                for place, name in enumerate(self.told["sums"])
            },
            raw=[*self.raw, *[None] * more],
            records=[verdict is None for verdict in self.verdicts] + [False] * more,
        )

    def heading(self, name: str) -> str:
        """Return the file's own heading of a column."""
        head = self.told["head"]
        return str(head["headings"][head["columns"][name]])

    def _places(self) -> dict[str, list[str | None]]:
        columns: dict[str, list[str | None]] = {}
        for column in self.wanted.register.place:
            if column.name in self.texts:
                texts = self.texts[column.name]
                known = {text: places_told.text(text) for text in set(texts)}
                columns[column.name] = [known[text] for text in texts]
        return code_pieces.join(columns)

    def _parting(self, column: Column) -> list[Value]:
        if column.name not in self.texts:
            return [self.given.get(column.name)] * len(self.raw)
        known: dict[str, Value | Unreadable] = {}
        found: list[Value] = []
        for group, text in enumerate(self.texts[column.name]):
            if text not in known:
                known[text] = _attempt(text, column)
            value = known[text]
            if isinstance(value, Unreadable):
                said = {"column": self.heading(column.name), **value.values}  # noqa: PD011 - no frame
                self._refuse(group, Verdict("rejected", value.key, said))
                value = None
            found.append(value)
        return found

    def _states(self) -> list[str | None]:
        state = self.wanted.state
        if state is None:
            return [None] * len(self.raw)
        if STATE not in self.texts:
            return [state.without_column] * len(self.raw)
        texts = self.texts[STATE]
        known = {text: state.of(text) for text in set(texts)}
        for group, text in enumerate(texts):
            said = {"column": self.heading(STATE), "value": text}
            if known[text] is None:
                key = "counting_state_unknown" if text else "counting_state_blank"
                self._refuse(group, Verdict("rejected", key, said))
            elif not self.wanted.counting(known[text]):
                self._refuse(group, Verdict("ignored", "counting_state_left_out", said))
        return [known[text] for text in texts]

    def _judge_sums(self) -> None:
        for group, place in enumerate(self.unread):
            if place >= 0:
                said = {"column": self.heading(self.told["sums"][place])}
                self._refuse(group, Verdict("rejected", "counting_no_number", said))

    def _judge_places(self, places: Mapping[str, Sequence[str | None]]) -> None:
        for group, texts in enumerate(zip(*places.values(), strict=True)):
            if not any(texts):
                self._refuse(group, Verdict("rejected", "registers_no_place"))

    def _refuse(self, group: int, verdict: Verdict) -> None:
        if self.verdicts[group] is None:
            self.verdicts[group] = verdict

    def _frame(
        self,
        places: Mapping[str, Sequence[str | None]],
        parting: Mapping[str, Sequence[Value]],
    ) -> DataFrame:
        count = len(self.raw)
        none: list[Value] = [None] * count
        frame: dict[str, Series] = {
            "status": _text([verdict and verdict.status for verdict in self.verdicts]),
            "reason_key": _text([verdict and verdict.reason_key for verdict in self.verdicts]),
            "reason_values": Series(
                [dict(verdict.reason_values) if verdict else {} for verdict in self.verdicts],
                dtype=object,
            ),
        }
        for column in self.wanted.register.place:
            frame[column.name] = _text(places.get(column.name, none))
        for column in self.wanted.register.columns:
            found: list[Any] = list(parting.get(column.name, none))
            if column.kind == "integer":
                frame[column.name] = Series(pd.array(found, dtype="Int64"))
            elif column.kind in {"amount", "date"}:
                frame[column.name] = Series(found, dtype=object)
            else:
                frame[column.name] = _text(found)
        return DataFrame(frame)

    def _with_refused(self, rows: DataFrame, refused: int) -> DataFrame:
        shown = self.told["refused_lines"][:_TOLD_LINES]
        more = ", …" if refused > len(shown) else ""
        numbers = ", ".join(map(str, shown)) + more
        line = rows.reindex([len(rows)])
        line["status"] = "rejected"
        line["reason_key"] = "counting_no_record"
        line["reason_values"] = Series([{"count": refused, "lines": numbers}], index=line.index)
        return pd.concat([rows, line]) if len(rows) else line.reset_index(drop=True)

    def _said(self, count: int) -> DataFrame:
        said = {
            self.heading(name): [*texts, *[None] * (count - len(texts))]
            for name, texts in self.texts.items()
        }
        return DataFrame(said, dtype="str", index=range(count))


def _texts(cells: Sequence[str | None], *, letters: bool) -> list[str]:
    """Return cells as they were written, persons masked; each different one once."""
    known: dict[str | None, str] = {}
    for cell in cells:
        if cell not in known:
            known[cell] = personal.mask(_engine.written(cell, bytes_as_letters=letters)).strip()
    return [known[cell] for cell in cells]


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _attempt(text: str, column: Column) -> Value | Unreadable:
    try:
        return values.read(text, column)
    except Unreadable as problem:
        return problem


def _text(texts: Sequence[object]) -> Series:
    return Series(list(texts), dtype="str")
