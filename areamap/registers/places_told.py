"""Where the rows of a sheet say that they are: in their cells, in a name, or above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.places.names import Kind, bare, split_prefix
from areamap.registers.cells import Cell, as_text
from areamap.registers.definitions import PlaceSource, Register
from areamap.registers.rowkinds import Kind as RowKind
from areamap.registers.rowkinds import section
from areamap.registers.titles import Title
from areamap.registers.words import is_missing, plain

_OWN_NAMES: Final = ("tambon_code", "tambon", "authority_code", "authority")
_ABOVE: Final = {"registers_title_row", "registers_header_row"}
_FIGURE: Final = re.compile(r"[-(]?\d[\d,.]*\)?(?: ?[^\d\s]+)?")
_LARGER: Final = frozenset({Kind.DISTRICT, Kind.PROVINCE, Kind.CLUSTER})
_PARENTS: Final = ("district", "province")
# A row that says one of these has said where it is as far as the parent goes.
_TELL_PARENTS: Final = {
    "district": ("tambon_code", "district_code", "district", "cluster"),
    "province": ("tambon_code", "district_code", "province_code", "province", "cluster"),
}

Column = list[str | None]
"""One column of places, one entry per row of the sheet."""


@dataclass(frozen=True, slots=True)
class Places:
    """
    Where rows are.

    Attributes
    ----------
    columns
        Text by place column of the register, one entry per row of the sheet.
    own
        Whether a row says where it is in its own cells; the others have only what is above them.
    points
        Whether a row names a tambon or an authority of its own.
    heads
        Whether a row has figures, and for the rest the name of the district or province of the rows
        below it.
    """

    columns: dict[str, Column]
    own: list[bool]
    points: list[bool]
    heads: list[bool]


def text(cell: Cell) -> str | None:
    """Return what a place cell says, None where it shows nothing; a code loses its `.0`."""
    said = plain(as_text(cell))
    return None if is_missing(said) else said


def tell(
    rows: Sequence[Sequence[Cell]],
    kinds: Sequence[RowKind | None],
    positions: dict[str, int],
    register: Register,
    title: Title,
    corrected: Mapping[int, Mapping[str, str | None]] | None = None,
) -> Places:
    """
    Return where each row says that it is.

    Parameters
    ----------
    rows
        All rows of the sheet, merged cells filled.
    kinds
        What each row is; a section (อำเภอวิหารแดง over its tambons) holds for the rows below it.
    positions
        Register column to its position in the rows.
    register
        Says which place columns there are.
    title
        What the sheet says for all of its rows.
    corrected
        Row to the columns of places that a person corrected, also where the sheet has none.
    """
    names = [column.name for column in register.place]
    live = [
        () if kind and kind.reason_key in _ABOVE else row
        for kind, row in zip(kinds, rows, strict=True)
    ]
    columns = {name: _own(live, positions.get(name)) for name in names}
    if register.place_from and register.place_from.column in positions:
        named = _own(live, positions[register.place_from.column])
        _take_from_names(columns, named, register.place_from)
    for row, mended in (corrected or {}).items():
        for name in mended.keys() & columns.keys():
            columns[name][row] = text(mended[name])
    marks = [kind or _head(row, positions) for kind, row in zip(kinds, live, strict=True)]
    heads = [kind is None and mark is not None for kind, mark in zip(kinds, marks, strict=True)]
    for row, mark in enumerate(marks):
        if mark is not None and heads[row]:
            _place_head(columns, row, mark)
    own = [any(cells) for cells in zip(*columns.values(), strict=True)]
    for parent in _PARENTS:
        if parent in columns:
            # A sheet with a column of provinces speaks for itself where a cell is blank.
            told = None if parent in positions else getattr(title, parent)
            _fill_from_above(columns, parent, marks, told)
    points = [_is_point(columns, row) for row in range(len(rows))]
    return Places(columns, own or [False] * len(rows), points, heads)


def _head(row: Sequence[Cell], positions: dict[str, int]) -> RowKind | None:
    """
    Return what อำเภอวิหารแดง says in a row of figures and nothing else.

    A district in the column of districts is where the row itself is.
    """
    named: dict[str, tuple[int, RowKind]] = {}
    for place, cell in enumerate(row):
        said = text(cell)
        if said is None or _FIGURE.fullmatch(said):
            continue
        found = section(said)
        if found is None or not _is_known(found):
            return None
        named[said] = place, found
    if len(named) != 1:
        return None
    ((place, found),) = named.values()
    own = positions.get("district" if found.district else "province")
    return None if place == own else found


def _is_known(found: RowKind) -> bool:
    return any(
        name is not None and bare(name) in _keys(level)
        for name, level in ((found.district, Level.DISTRICT), (found.province, Level.PROVINCE))
    )


@cache
def _keys(level: Level) -> frozenset[str]:
    return frozenset(map(bare, gazetteer.areas(level)["name_th"]))


def _place_head(columns: dict[str, Column], row: int, mark: RowKind) -> None:
    """Take the name out of the column of tambons and give it to the level that it has."""
    for name in ("tambon", "authority"):
        if name in columns:
            columns[name][row] = None
    parent = "district" if mark.district else "province"
    if parent in columns:
        columns[parent][row] = mark.district or mark.province


def _is_point(columns: dict[str, Column], row: int) -> bool:
    """Tell whether a row names a tambon or an authority, and not อำเภอ... in the tambon's place."""
    named = {name: columns[name][row] for name in _OWN_NAMES if name in columns}
    tambon = named.pop("tambon", None)
    if tambon is not None and split_prefix(tambon)[0] not in _LARGER:
        return True
    return any(named.values())


def _own(rows: Sequence[Sequence[Cell]], position: int | None) -> Column:
    if position is None:
        return [None] * len(rows)
    return [text(row[position]) if row else None for row in rows]


def _take_from_names(columns: dict[str, Column], named: Column, source: PlaceSource) -> None:
    """Read the place out of สภาองค์กรชุมชนตำบลเจริญธรรม where no cell of the row names one."""
    prefixes = sorted(source.strip, key=len, reverse=True)
    for row, name in enumerate(named):
        if name is None or any(columns[own][row] for own in _OWN_NAMES if own in columns):
            continue
        rest = next((name.removeprefix(p) for p in prefixes if name.startswith(p)), name).strip()
        if rest:
            kind, _ = split_prefix(rest)
            target = "authority" if kind is not None and kind.is_authority else "tambon"
            columns[target][row] = rest


def _fill_from_above(
    columns: dict[str, Column], parent: str, kinds: Sequence[RowKind | None], title: str | None
) -> None:
    """Give rows without their own province or district the section's above them, or the title's."""
    above = title
    telling = [columns[name] for name in _TELL_PARENTS[parent] if name in columns]
    if parent == "district":
        # A row that says its province and nothing smaller is for the whole province.
        telling.append(_whole_provinces(columns))
    for row, kind in enumerate(kinds):
        if kind is not None and (kind.province or kind.district):
            # A new province ends the district before it.
            above = getattr(kind, parent) or (above if parent == "province" else None)
            if kind.reason_key == "registers_section_row" and columns[parent][row] is None:
                columns[parent][row] = above
        elif not any(cells[row] for cells in telling):
            columns[parent][row] = above


def _whole_provinces(columns: dict[str, Column]) -> Column:
    smaller = [columns[name] for name in _OWN_NAMES if name in columns]
    return [
        None if any(cells[row] for cells in smaller) else province
        for row, province in enumerate(columns["province"])
    ]
