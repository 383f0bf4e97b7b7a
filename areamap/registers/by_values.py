"""
Columns whose heading nobody knows, told by what their cells hold.

Only what a record needs and no heading means is looked for: its place, its year, its day, its
money. Four of five cells have to say it, and for years, days and money one column alone: a guess
between two would be a coin thrown over someone's baht. A person sees what was guessed so.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from areamap.calendar import CalendarError, read_date
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.places.names import Kind, bare, split_address
from areamap.registers import personal, values
from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.definitions import Column, Register
from areamap.registers.headers import Header
from areamap.registers.values import NoRecord, Unreadable
from areamap.registers.words import key, plain

_SHARE: Final = 0.8
_FEWEST: Final = 3
_ENOUGH: Final = 300
_MONEY_FROM: Final = Decimal(1000)
_YEARS: Final = range(2500, 2601)
_CODED: Final = frozenset({"tambon_code", "authority_code"})
_BAHT: Final = ("บาท", "฿", "baht")
# Headings that say that a day, a year or an amount is of something else than the record.
_OF_OTHERS: Final = tuple(
    key(word)
    for word in (
        *("ปรับปรุง", "บันทึก", "รายงาน", "ประชุม", "เกิด", "หมดอายุ", "สิ้นสุด", "ตรวจ", "ส่ง", "รับ", "พิมพ์"),
        *("ค้าง", "หนี้", "เดือนละ", "รายได้", "เป้าหมาย", "แผน"),
        *("update", "report", "birth", "expire", "printed", "received", "sent", "debt", "target"),
    )
)

_Test = Callable[[Cell], bool]


def guess(sheet: Sheet, header: Header, register: Register) -> dict[int, str]:
    """
    Return the columns that cells show where headings don't.

    Parameters
    ----------
    sheet
        The sheet.
    header
        Its header; what it means is not asked again.
    register
        What the rows record.

    Returns
    -------
    dict
        Position to the column of the register; columns of persons are never among them.
    """
    persons = personal.columns(sheet, header, register)
    below = sheet.rows[header.last + 1 :]
    free: dict[int, Sequence[Cell]] = {}
    for heading in header.headings:
        if heading.column is None and heading.position not in persons:
            cells = _sample([row[heading.position] for row in below])
            if len(cells) >= _FEWEST:
                free[heading.position] = cells
    found = _places(free, header, register)
    for name, test in _records(header, register):
        fitting = [
            position
            for position, cells in free.items()
            if position not in found
            and not any(word in key(header.headings[position].text) for word in _OF_OTHERS)
            and _share(cells, test) >= _SHARE
        ]
        if len(fitting) == 1:
            found[fitting[0]] = name
    return found


def _sample(cells: Sequence[Cell]) -> list[Cell]:
    filled = [cell for cell in cells if not is_blank(cell)]
    return filled[:: len(filled) // _ENOUGH + 1]


def _share(cells: Sequence[Cell], test: _Test) -> float:
    return sum(map(test, cells)) / len(cells)


def _places(
    free: Mapping[int, Sequence[Cell]], header: Header, register: Register
) -> dict[int, str]:
    """Return the columns of places, each the one of which most cells are names or codes."""
    wanted = _wanted(set(header.columns), register)
    scored = sorted(
        (
            (-_share(cells, test), order, position, name)
            for order, (name, test) in enumerate(wanted.items())
            for position, cells in free.items()
        ),
    )
    found: dict[int, str] = {}
    for share, _, position, name in scored:
        if -share >= _SHARE and position not in found and name not in found.values():
            found[position] = name
    if "tambon_code" in found.values():
        # Names beside a code are of villages as often as of tambons.
        return {position: name for position, name in found.items() if name == "tambon_code"}
    return found


def _wanted(named: set[str], register: Register) -> dict[str, _Test]:
    if named & _CODED or register.placed_by:
        return {}
    tests: dict[str, _Test] = {
        "province": _is_name_of(Level.PROVINCE, Kind.PROVINCE),
        "district": _is_name_of(Level.DISTRICT, Kind.DISTRICT),
    }
    points: dict[str, _Test] = {
        "tambon_code": _is_tambon_code,
        "authority": _is_authority,
        "tambon": _is_name_of(Level.TAMBON, Kind.TAMBON),
    }
    place_from = register.place_from and register.place_from.column
    if not named & {"tambon", "authority", place_from}:
        # Most districts have a tambon of their name: where both fit, the larger one is meant.
        tests |= points
    own = {column.name for column in register.place} - named
    return {name: test for name, test in tests.items() if name in own}


def _is_tambon_code(cell: Cell) -> bool:
    code = plain(as_text(cell)).upper().removeprefix("TH").removesuffix(".0")
    return code in gazetteer.areas(Level.TAMBON).index or code in gazetteer.retired().index


def _is_authority(cell: Cell) -> bool:
    return isinstance(cell, str) and any(
        kind is not None and kind.is_authority for kind, _ in split_address(plain(cell))
    )


def _is_name_of(level: Level, kind: Kind) -> _Test:
    def test(cell: Cell) -> bool:
        if not isinstance(cell, str):
            return False
        parts = split_address(plain(cell))
        return any(each is kind for each, _ in parts) or (
            len(parts) == 1 and parts[0][0] is None and bare(parts[0][1]) in _keys(level)
        )

    return test


@cache
def _keys(level: Level) -> frozenset[str]:
    return frozenset(map(bare, gazetteer.areas(level)["name_th"]))


def _records(header: Header, register: Register) -> Iterator[tuple[str, _Test]]:
    """Yield the first column of each kind that no heading of its kind means, and its test."""
    named = header.columns
    for kind, test in (("date", _is_day), ("year", _is_year)):
        columns = [column for column in register.columns if column.type == kind]
        if columns and not any(column.name in named for column in columns):
            yield columns[0].name, test
    if register.money and register.money not in named:
        yield register.money, _is_money(register.column(register.money))


def _is_day(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    text = plain(as_text(cell))
    if not isinstance(cell, str) or text.isdecimal():
        return False
    try:
        read_date(text)
    except CalendarError:
        return False
    return True


def _is_year(cell: Cell) -> bool:
    text = plain(as_text(cell))
    return not isinstance(cell, date) and text.isdecimal() and int(text) in _YEARS


def _is_money(column: Column) -> _Test:
    def test(cell: Cell) -> bool:
        try:
            amount = values.read(cell, column)
        except (Unreadable, NoRecord):
            return False
        named = isinstance(cell, str) and any(word in cell.casefold() for word in _BAHT)
        return isinstance(amount, Decimal) and (named or amount >= _MONEY_FROM)

    return test
