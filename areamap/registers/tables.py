"""One sheet below its header, as typed rows: what each row records, or why it does not."""

from dataclasses import dataclass, replace
from datetime import date

from areamap.registers import (
    answers,
    code_pieces,
    evidence,
    linked,
    lone_years,
    merges,
    personal,
    places_told,
    rowkinds,
    serials,
    statuses,
    titles,
    values,
)
from areamap.registers.answers import Answers
from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.corrections import Corrected, Corrections
from areamap.registers.definitions import Column, Register
from areamap.registers.headers import Header, Heading
from areamap.registers.rowkinds import Kind
from areamap.registers.titles import Title
from areamap.registers.values import NoRecord, Unreadable, Value
from areamap.registers.verdicts import Verdict, judge_places, judge_required, judge_shared


@dataclass(frozen=True, slots=True)
class Table:
    """
    One sheet, read.

    Attributes
    ----------
    sheet
        Its name.
    numbers
        The number that Excel shows, per row; one entry per row of the sheet, as everywhere here.
    verdicts
        Row to why it is no record.
    columns
        Values by column of the register, places as text.
    headings, cells
        The file's own headings without those dropped, and each row's cells as text.
    dropped
        Headings of the columns with persons.
    masked
        Cells in which a person's number or name was masked.
    title
        What the sheet says for all rows.
    header
        The header, with the meanings that cells show where headings don't.
    answers
        Who speaks of the status, or None where the register has none.
    serials
        Heading to how many of its numbers were read as Excel's days.
    lone_years
        Heading of days to how many of its cells were read as a year alone.
    """

    sheet: str
    numbers: list[int]
    verdicts: dict[int, Verdict]
    columns: dict[str, list[Value]]
    headings: list[str]
    cells: list[list[str | None]]
    dropped: tuple[str, ...]
    masked: int
    title: Title
    header: Header
    answers: Answers | None
    serials: dict[str, int]
    lone_years: dict[str, int]


def read(
    sheet: Sheet, header: Header, register: Register, corrections: Corrections | None = None
) -> Table:
    """
    Return the rows of a sheet with their values, and why those that are no record are none.

    Parameters
    ----------
    sheet
        The sheet.
    header
        Its header, as `headers.find` gives it.
    register
        What its rows record.
    corrections
        What a person corrected.
    """
    return _Reader(sheet, header, register, corrections or {}).table()


class _Reader:
    """What one sheet needs while it is read, step by step."""

    def __init__(
        self, sheet: Sheet, header: Header, register: Register, corrections: Corrections
    ) -> None:
        self.sheet = sheet
        self.register = register
        parted = lone_years.in_corrections(corrections, register.columns)
        self.corrected = Corrected(sheet, header.last, parted)
        self.title = titles.read(sheet, header)
        self._take(header)
        self.verdicts: dict[int, Verdict] = {}
        self.serials: dict[str, int] = {}
        self.lone_years: dict[str, int] = {}

    def _take(self, header: Header) -> None:
        self.header = header
        self.headings = header.columns
        self.by_position = {
            heading.position: self.register.column(name) for name, heading in self.headings.items()
        }

    def table(self) -> Table:
        """Read the sheet."""
        dropped = personal.columns(self.sheet, self.header, self.register)
        said = answers.find(self.sheet, self.header, self.register, dropped)
        if said is not None:
            self._take(said.header)
        raw, masked = self._without_persons(dropped)
        mended = self.corrected.in_cells(raw, self.by_position)
        kinds = self._kinds(mended)
        filled, shared = merges.fill(mended, self.sheet, self.header, self.by_position)
        own, _ = merges.fill(raw, self.sheet, self.header, self.by_position)
        shared = self.corrected.unsettled(shared, self.by_position)
        filled = rowkinds.without_examples(filled, kinds)
        positions = {
            name: heading.position
            for name, heading in self.headings.items()
            if heading.position not in dropped
        }
        rows = self.corrected.in_cells(filled, self.by_position)
        added = self.corrected.rows
        places = places_told.tell(rows, kinds, positions, self.register, self.title, added)
        places = replace(places, columns=code_pieces.join(places.columns))
        columns = self._values(rows, positions, said)
        judge_shared(self.verdicts, shared, self.sheet, self.header)
        judge_required(self.verdicts, columns, self.register, self.headings)
        judge_places(self.verdicts, columns, places, self.register, self.sheet.first_row)
        evidence.judge_measures(self.verdicts, columns, self.register, self.headings)
        today = date.today()  # noqa: DTZ011  # what has not come yet where the list is kept
        evidence.judge_days(self.verdicts, columns, self.register, self.spoken, today)
        kept = [heading for heading in self.header.headings if heading.position not in dropped]
        told: dict[str, list[Value]] = {name: [*cells] for name, cells in places.columns.items()}
        return Table(
            sheet=self.sheet.name,
            numbers=[self.sheet.first_row + row for row in range(len(raw))],
            verdicts=self.verdicts,
            columns=told | columns,
            headings=[heading.text for heading in kept],
            cells=self._cells(raw, own, kept),
            dropped=tuple(
                heading.text for heading in self.header.headings if heading.position in dropped
            ),
            masked=masked,
            title=self.title,
            header=self.header,
            answers=said,
            serials=self.serials,
            lone_years=self.lone_years,
        )

    def _without_persons(self, dropped: set[int]) -> tuple[list[list[Cell]], int]:
        """Return the rows without the dropped columns, single cells masked, and how many."""
        numbers = {i for i, column in self.by_position.items() if column.is_number}
        rows = [personal.cleared(row, dropped, numbers) for row in self.sheet.rows]
        masked = sum(
            isinstance(cell, str) and personal.MASK in cell for kept in rows for cell in kept
        )
        return rows, masked

    def _kinds(self, rows: list[list[Cell]]) -> list[Kind | None]:
        source = self.register.place_from
        places = frozenset(
            position
            for position, column in self.by_position.items()
            if column.place or (source is not None and column.name == source.column)
        )
        kinds = rowkinds.kinds(rows, self.header, places)
        for number, kind in enumerate(kinds):
            if kind is not None:
                self.verdicts[number] = Verdict("ignored", kind.reason_key)
        return kinds

    def _values(
        self, rows: list[list[Cell]], positions: dict[str, int], said: Answers | None
    ) -> dict[str, list[Value]]:
        columns: dict[str, list[Value]] = {}
        own = [each for each in self.register.columns if said is None or each != said.status]
        cells = {
            each.name: self._cells_of(rows, each, self.headings[each.name], said)
            for each in own
            if each.name in positions
        }
        years = lone_years.part(cells, own, self.verdicts)
        self.lone_years = {self.headings[name].text: n for name, n in years.counts.items()}
        added = linked.part_spans(cells, own) | years.added
        self.spoken = self.headings | {to: self.headings[of] for to, of in added.items()}
        for column in own:
            if column.name in cells:
                columns[column.name] = self._column(column, cells, self.spoken[column.name])
            else:
                value = self.title.year if column.from_title else column.without_column
                columns[column.name] = [
                    None if row in self.verdicts else value for row in range(len(rows))
                ]
                self._correct(columns[column.name], column, column.label_th)
        if said is not None:
            columns[said.status.name] = statuses.read(said, rows, columns, positions, self.verdicts)
            if said.status.name not in self.headings:
                self._correct(columns[said.status.name], said.status, said.status.label_th)
        return columns

    def _correct(self, column_values: list[Value], column: Column, heading: str) -> None:
        """Put what a person corrected in place of values, read in the register's own unit."""
        for row, text in self.corrected.of(column.name).items():
            column_values[row] = None
            try:
                column_values[row] = values.read(text, column)
            except Unreadable as problem:
                self._refuse(row, problem, heading)
            except NoRecord:
                said: dict[str, object] = {"value": text}
                self.verdicts[row] = Verdict("ignored", "registers_no_record", said)

    def _cells_of(
        self, rows: list[list[Cell]], column: Column, heading: Heading, said: Answers | None
    ) -> list[Cell]:
        """Return the cells of a column without words of a status in it, and serials as days."""
        cells: list[Cell] = [
            row[heading.position] if number > self.header.last else None
            for number, row in enumerate(rows)
        ]
        if said is not None and column.type in {"date", "year"}:
            cells = [None if said.speaks(heading.position, cell) else cell for cell in cells]
        if column.type == "date":
            live = {row: cell for row, cell in enumerate(cells) if row not in self.verdicts}
            days = serials.read(live)
            for row, day in days.items():
                cells[row] = day
            if days:
                self.serials[heading.text] = len(days)
        return cells

    def _column(
        self, column: Column, cells: dict[str, list[Cell]], heading: Heading
    ) -> list[Value]:
        """Read one column; each different cell once."""
        of_sheet = {"amount": heading.factor or self.title.factor, "number": heading.factor}
        factors = linked.factors(column, cells, of_sheet.get(column.type))
        known: dict[tuple[object, ...], Value | Unreadable] = {}
        found: list[Value] = []
        corrected = self.corrected.of(column.name)
        for number, (cell, factor) in enumerate(zip(cells[column.name], factors, strict=True)):
            if number in corrected:
                found.append(None)
                continue
            if (type(cell), cell, factor) not in known:
                known[type(cell), cell, factor] = values.attempt(cell, column, factor)
            value = known[type(cell), cell, factor]
            if isinstance(value, Exception):
                self._refuse(number, value, heading.text)
                value = None
            found.append(value)
        self._correct(found, column, heading.text)
        return found

    def _refuse(self, number: int, problem: Unreadable, heading: str) -> None:
        said = {"column": heading, **problem.values}
        self.verdicts.setdefault(number, Verdict("rejected", problem.key, said))

    def _cells(
        self, raw: list[list[Cell]], filled: list[list[Cell]], kept: list[Heading]
    ) -> list[list[str | None]]:
        """Return cells as text; merged ones filled only where the row is a record or was one."""
        found = []
        for number, row in enumerate(raw):
            verdict = self.verdicts.get(number)
            ignored = verdict is not None and verdict.status == "ignored"
            cells = row if ignored else filled[number]
            found.append(
                [None if is_blank(cells[h.position]) else as_text(cells[h.position]) for h in kept]
            )
        return found
