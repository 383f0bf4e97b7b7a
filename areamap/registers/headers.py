"""Find the headings of a sheet and say which column of a register each one means."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from areamap.errors import FileError
from areamap.registers import _heading_rows as rows
from areamap.registers import _heading_units
from areamap.registers.cells import Sheet
from areamap.registers.definitions import Register
from areamap.registers.meanings import Known, texts

_ROWS_SEARCHED: Final = 40
_MOST_HEADER_ROWS: Final = 3

_SOURCES: Final = {
    "tambon": ("tambon_code", "tambon"),
    "authority": ("authority_code", "authority"),
    "khet": ("district_code", "district"),
    "district": ("district_code", "district"),
    "province": ("province_code", "province"),
    "cluster": ("cluster",),
    **dict.fromkeys(("zone", "region", "office", "country"), ("wider_area",)),
}
_FINEST: Final = ("tambon", "authority")


@dataclass(frozen=True, slots=True)
class Heading:
    """
    The heading of one column of a sheet.

    Attributes
    ----------
    position
        Position of the column in the sheet's rows.
    text
        As the file has it, rows of a heading joined by ` / `; unique in the sheet.
    column
        Name of the register's column that it means, or None.
    factor
        What its unit multiplies amounts by, or None where it names none.
    """

    position: int
    text: str
    column: str | None = None
    factor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """
    The headings of a sheet.

    Attributes
    ----------
    first, last
        Positions of its rows in the sheet, rows of units and column numbers included.
    headings
        One per column of the sheet that has a heading or cells below.
    missing
        Required columns that no heading means.
    fineness
        2 where it tells tambon or authority, 1 where only larger areas, 0 where no place.
    rank
        How far the headings are from the names and aliases; less is nearer.
    by_values
        Positions of the columns whose meaning their cells show, and not their heading.
    """

    first: int
    last: int
    headings: tuple[Heading, ...]
    missing: tuple[str, ...]
    fineness: int
    rank: int
    by_values: frozenset[int] = frozenset()

    @property
    def columns(self) -> dict[str, Heading]:
        """The headings that mean a column of the register, by its name."""
        return {heading.column: heading for heading in self.headings if heading.column}

    @property
    def fits(self) -> bool:
        """Whether a record can be read below it."""
        return self.fineness > 0 and not self.missing

    @property
    def merit(self) -> tuple[bool, int, int, int, int]:
        """What the best header has most of; of equals the first, without the title above it."""
        return (self.fits, len(self.columns) + self.fineness, -self.last, self.first, -self.rank)


def find(
    sheet: Sheet,
    register: Register,
    *,
    row: int | None = None,
    told: Mapping[str, str] | None = None,
    lenient: bool = False,
) -> Header | None:
    """
    Return the header of a sheet, or None where no row names a column of the register.

    Parameters
    ----------
    sheet
        The sheet.
    register
        What its rows record.
    row
        Position of the header's last row of headings where a person says which it is; it is taken
        even if nothing in it is known.
    told
        Text of a heading to the column that a person says it means, `""` for none.
    lenient
        Columns that claim to be the same are left without a meaning instead of refused.

    Raises
    ------
    FileError
        Two columns claim to be the same number or required column.
    """
    known = Known(register, told or {})
    best: Header | None = None
    for first, last in _spans(sheet, row):
        found = _header(sheet, known, first, last)
        taken = bool(found.columns) or row is not None
        if taken and (best is None or found.merit > best.merit):
            best = found
    if best is None:
        return None
    best = _with_groups(sheet, known, best)
    if row is None:
        best = _with_labels(sheet, known, best)
    rivals = _rivals(sheet, known, best)
    if rivals and not lenient:
        name, positions = next(iter(rivals.items()))
        raise FileError(
            "registers_two_columns",
            sheet=sheet.name,
            column=register.column(name).label_th,
            headings=", ".join(best.headings[position].text for position in positions),
        )
    return _with_units(sheet, with_meanings(best, register, {}, without=rivals))


def heading_row(sheet: Sheet, header: Header) -> int:
    """Return the position of the last row of headings, without rows of units and numbers below."""
    last = header.last
    while last > header.first and rows.is_unit_row(sheet.rows[last]):
        last -= 1
    return last


def _spans(sheet: Sheet, row: int | None) -> Iterator[tuple[int, int]]:
    """Yield the first and last rows of what may be the header, those that end with a given row."""
    lasts = range(min(len(sheet.rows), _ROWS_SEARCHED + _MOST_HEADER_ROWS - 1))
    for last in lasts if row is None else (row,):
        for first in range(max(last - _MOST_HEADER_ROWS + 1, 0), last + 1):
            if row is not None or first < _ROWS_SEARCHED:
                yield first, last


def with_meanings(
    header: Header,
    register: Register,
    meanings: Mapping[int, str],
    *,
    without: Collection[str] = (),
) -> Header:
    """
    Return a header with more meanings, as the cells below show them.

    Parameters
    ----------
    header
        As `find` gives it.
    register
        What the rows record.
    meanings
        Position to the column that it means.
    without
        Columns that no heading is to mean.
    """
    headings = tuple(
        replace(
            heading,
            column=meanings.get(
                heading.position, None if heading.column in without else heading.column
            ),
        )
        for heading in header.headings
    )
    named = {heading.column for heading in headings if heading.column}
    return replace(
        header,
        headings=headings,
        missing=_missing(named, register),
        fineness=_fineness(named, register),
        by_values=header.by_values.union(meanings),
    )


def _with_groups(sheet: Sheet, known: Known, header: Header) -> Header:
    """Take in the rows of group headings above, which say what a lower heading is the member of."""
    while header.last - header.first + 1 < _MOST_HEADER_ROWS and rows.is_group_row(
        sheet, header.first - 1
    ):
        taller = _header(sheet, known, header.first - 1, header.last)
        if len(taller.columns) < len(header.columns):
            break
        header = taller
    return header


def _with_labels(sheet: Sheet, known: Known, header: Header) -> Header:
    """Take in the row of labels below a heading that stands over a group of columns."""
    parts = rows.parts(sheet, header.first, header.last)
    if header.last - header.first + 1 < _MOST_HEADER_ROWS and known.groups(
        sheet, header.last, known.meanings(parts)
    ):
        taller = _header(sheet, known, header.first, header.last + 1)
        return taller if len(taller.columns) >= len(header.columns) else header
    return header


def _header(sheet: Sheet, known: Known, first: int, last: int) -> Header:
    parts = rows.parts(sheet, first, last)
    claims = known.claims(sheet, last, parts)
    chosen = {min(found)[1]: name for name, found in claims.items()}
    named = set(chosen.values())
    return Header(
        first=first,
        last=last,
        headings=tuple(
            Heading(position, text, chosen.get(position))
            for position, text in enumerate(texts(parts))
        ),
        missing=_missing(named, known.register),
        fineness=_fineness(named, known.register),
        rank=sum(min(found)[0] for found in claims.values()),
    )


def _missing(named: Collection[str], register: Register) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in register.all_columns
        if column.required and not column.from_title and column.name not in named
    )


def _fineness(named: Collection[str], register: Register) -> int:
    if register.placed_by:
        return 2 if register.placed_by in named else 0
    if register.place_from and register.place_from.column in named:
        return 2
    told = [level for level in register.levels if set(_SOURCES[level]).intersection(named)]
    return 2 if set(told).intersection(_FINEST) else int(bool(told))


def _rivals(sheet: Sheet, known: Known, header: Header) -> dict[str, list[int]]:
    """Return the numbers that two columns claim to be: taking one would lose the other."""
    parts = rows.parts(sheet, header.first, header.last)
    rivals: dict[str, list[int]] = {}
    for name, found in known.claims(sheet, header.last, parts).items():
        column = known.register.column(name)
        nearest = [position for rank, position in found if rank == min(found)[0]]
        if len(nearest) > 1 and (column.required or column.is_number):
            rivals[name] = nearest
    return rivals


def _with_units(sheet: Sheet, header: Header) -> Header:
    """Take rows of units and of column numbers below into the header; read the units."""
    last, below = _heading_units.below(sheet, header.last)
    headings = tuple(
        replace(heading, factor=_heading_units.factor(heading.text, below.get(heading.position)))
        for heading in header.headings
    )
    return replace(header, last=last, headings=headings)
