"""Which sheets of a file are read as a register, and which row of each is the header."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from areamap.errors import FileError
from areamap.registers import by_values, forms, headers
from areamap.registers.cells import Sheet, is_blank
from areamap.registers.corrections import Corrections
from areamap.registers.definitions import Register
from areamap.registers.headers import Header
from areamap.registers.totals import is_total
from areamap.registers.words import key

_SUMMARIES: Final = frozenset(map(key, ("สรุป", "ภาพรวม", "summary", "overview", "all")))
_ROWS_SEARCHED: Final = 40

Headed = tuple[Sheet, Header]
"""A sheet and its header."""


@dataclass(frozen=True, slots=True)
class Choices:
    """
    What a person said of how a file is to be read.

    Attributes
    ----------
    sheet
        Name or number (from 1) of the only sheet to read; empty for those that fit.
    header_row
        The number that Excel shows beside the last row of headings; 0 to look for it.
    columns
        Text of a heading to the column of the register that it means, `""` for none.
    corrections
        Name of a sheet to what a person corrected in it.
    """

    sheet: str = ""
    header_row: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, Corrections] = field(default_factory=dict)


def choose(
    sheets: Sequence[Sheet],
    register: Register,
    choices: Choices,
    *,
    file_name: str,
    lenient: bool = False,
) -> list[Headed]:
    """
    Return the sheets that are read, each with its header.

    Parameters
    ----------
    sheets
        All sheets of a file.
    register
        What its rows record.
    choices
        What a person said.
    file_name
        For the sentences.
    lenient
        Where no sheet has what the register needs, return the one that is nearest to it, so that a
        person can say which columns mean what.

    Raises
    ------
    FileError
        There is no such sheet or row, or none fits.
    """
    wanted = choices.sheet
    chosen = _named(sheets, wanted, file_name) if wanted else _visible(sheets)
    if choices.header_row and all(_row(each, choices) is None for each in chosen):
        raise FileError("registers_no_header_row", row=choices.header_row, file=file_name)
    found = [(each, _header(each, register, choices, lenient=lenient)) for each in chosen]
    fitting = [(each, header) for each, header in found if header is not None and header.fits]
    if not fitting:
        guessed = [
            (each, _with_values(each, header or _first_texts(each, register, choices), register))
            for each, header in found
            if any(not is_blank(cell) for row in each.rows for cell in row)
        ]
        fitting = [(each, header) for each, header in guessed if header.fits]
        if not fitting and lenient and guessed:
            return [max(guessed, key=lambda pair: pair[1].merit)]
    if not fitting:
        raise _no_header(found, register, file_name)
    kept = fitting if wanted else _finest(fitting)
    return [(each, _with_values(each, header, register)) for each, header in kept]


def nearest(sheet: Sheet, register: Register, choices: Choices) -> Header | None:
    """
    Return the header of one sheet, whether a record can be read below it or not.

    Returns
    -------
    Header | None
        Told by headings, and by cells where headings don't suffice; None where the sheet is blank.
    """
    if all(is_blank(cell) for row in sheet.rows for cell in row):
        return None
    header = _header(sheet, register, choices, lenient=True)
    if header is None:
        header = _first_texts(sheet, register, choices)
    return header if header.fits else _with_values(sheet, header, register)


def _header(sheet: Sheet, register: Register, choices: Choices, *, lenient: bool) -> Header | None:
    row = _row(sheet, choices)
    if choices.header_row and row is None:
        return None
    return headers.find(sheet, register, row=row, told=choices.columns, lenient=lenient)


def _row(sheet: Sheet, choices: Choices) -> int | None:
    """Return the position of the header that a person chose; None where the sheet has it not."""
    row = choices.header_row - sheet.first_row
    return row if choices.header_row and 0 <= row < len(sheet.rows) else None


def _first_texts(sheet: Sheet, register: Register, choices: Choices) -> Header:
    """Return the first row that has most texts as the header of a sheet whose headings are new."""

    def texts(row: int) -> int:
        return sum(isinstance(cell, str) and not is_blank(cell) for cell in sheet.rows[row])

    best = max(range(min(len(sheet.rows), _ROWS_SEARCHED)), key=lambda row: (texts(row), -row))
    header = headers.find(sheet, register, row=best, told=choices.columns, lenient=True)
    assert header is not None  # noqa: S101  # a row that is given is always taken
    return header


def _with_values(sheet: Sheet, header: Header, register: Register) -> Header:
    found = by_values.guess(sheet, header, register)
    return headers.with_meanings(header, register, found) if found else header


def _named(sheets: Sequence[Sheet], wanted: str, file_name: str) -> list[Sheet]:
    for each in sheets:
        if each.name == wanted:
            return [each]
    for each in sheets:
        if str(each.number) == wanted:
            return [each]
    known = ", ".join(each.name for each in sheets)
    raise FileError("registers_no_sheet", file=file_name, sheet=wanted, known=known)


def _visible(sheets: Sequence[Sheet]) -> list[Sheet]:
    told = [each for each in sheets if not forms.is_about(each)]
    return [each for each in told if not each.hidden] or told or list(sheets)


def _finest(fitting: list[Headed]) -> list[Headed]:
    """Leave out what would count again: sheets of larger areas, and summaries of the others."""
    tables_too = [pair for pair in fitting if len(pair[1].columns) > 1] or fitting
    finest = max(header.fineness for _, header in tables_too)
    detailed = [(each, header) for each, header in tables_too if header.fineness == finest]
    parts = [pair for pair in detailed if not _is_summary(pair[0].name)]
    return parts or detailed[:1]


def _is_summary(name: str) -> bool:
    return is_total(name) or key(name) in _SUMMARIES


def _no_header(
    found: list[tuple[Sheet, Header | None]], register: Register, file_name: str
) -> FileError:
    headed = [(each, header) for each, header in found if header is not None]
    if not headed:
        labels = [column.label_th for column in register.all_columns]
        return FileError(
            "registers_no_header",
            register=register.label_th,
            file=file_name,
            headings=", ".join(labels),
        )
    best, header = max(headed, key=lambda pair: pair[1].merit)
    missing = [register.column(name).label_th for name in header.missing]
    if header.fineness == 0 and not register.placed_by:
        missing += [column.label_th for column in register.place if column.type == "text"][:1]
    return FileError(
        "registers_columns_missing",
        sheet=best.name,
        columns=", ".join(missing) or register.label_th,
        found=", ".join(heading.text for heading in header.headings),
    )
