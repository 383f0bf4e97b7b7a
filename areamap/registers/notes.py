"""What was decided while a file was read, told to the person who gave it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from areamap.i18n import Lang, t
from areamap.registers import forms
from areamap.registers.cells import Sheet, hidden_below
from areamap.registers.headers import Header
from areamap.registers.sums import spoken
from areamap.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Note:
    """
    Something that was decided while reading, for the person who gave the file.

    Attributes
    ----------
    key
        Key of the sentence below `registers.` in the locale files.
    values
        What its placeholders stand for.
    """

    key: str
    values: dict[str, object] = field(default_factory=dict)

    def text(self, lang: Lang) -> str:
        """Return the sentence in one language."""
        return t(f"registers.{self.key}", lang, **self.values)


def told(encoding: str | None, left: list[str], read_tables: Sequence[Table]) -> Iterator[Note]:
    """
    Yield what was decided while sheets were read.

    Parameters
    ----------
    encoding
        How a text file was written, or None.
    left
        Names of sheets that were not read.
    read_tables
        The sheets that were.
    """
    if encoding:
        yield Note("note_encoding", {"encoding": encoding})
    if left:
        yield Note("note_sheets_left", {"sheets": ", ".join(left)})
    for table in read_tables:
        spoke = set(table.answers.by_cells if table.answers else ())
        unused = [
            heading.text
            for heading in table.header.headings
            if heading.column is None and heading.text not in table.dropped and heading not in spoke
            if not forms.is_number(heading.text)
        ]
        if unused:
            yield Note("note_unused", {"sheet": table.sheet, "headings": ", ".join(unused)})
        if table.masked:
            yield Note("note_masked", {"sheet": table.sheet, "count": table.masked})
        guessed = [table.header.headings[i].text for i in sorted(table.header.by_values)]
        if guessed:
            yield Note("note_by_values", {"sheet": table.sheet, "headings": ", ".join(guessed)})
        yield from _notes_of_columns(table)
        yield from _notes_of_title(table, table.header)


def _notes_of_columns(table: Table) -> Iterator[Note]:
    """Yield what cells decided about a column, and what they left open."""
    if table.answers is not None:
        for said, found in (
            ("note_status_read", table.answers.by_cells),
            ("note_status_undecided", table.answers.undecided),
        ):
            if found:
                named = ", ".join(heading.text for heading in found)
                yield Note(said, {"sheet": table.sheet, "headings": named})
    for heading, count in table.serials.items():
        yield Note("note_serials", {"sheet": table.sheet, "column": heading, "count": count})
    for heading, count in table.lone_years.items():
        yield Note("note_lone_years", {"sheet": table.sheet, "column": heading, "count": count})


def hidden_rows(kept: Sequence[tuple[Sheet, Header]]) -> Iterator[Note]:
    """Yield which rows were read that Excel does not show."""
    for sheet, header in kept:
        numbers = hidden_below(sheet, header.last)
        if numbers:
            said = {"sheet": sheet.name, "count": len(numbers), "rows": spoken(numbers)}
            yield Note("note_hidden_rows", said)


def _notes_of_title(table: Table, header: Header) -> Iterator[Note]:
    if table.title.year and "fiscal_year" in table.columns and "fiscal_year" not in header.columns:
        yield Note("note_year", {"sheet": table.sheet, "year": table.title.year})
    if table.title.province and "province" not in header.columns:
        yield Note("note_province", {"sheet": table.sheet, "province": table.title.province})
