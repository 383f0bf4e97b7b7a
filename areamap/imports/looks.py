"""What a file looks like before anybody said what it is: guesses, all of them to be changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from areamap.imports import likeness, sources
from areamap.imports.handed_in import Incoming, Packed
from areamap.imports.likeness import top
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.places.names import bare
from areamap.registers import choosing, definitions, forms, headers, titles
from areamap.registers.cells import Sheet, as_text
from areamap.registers.choosing import Choices
from areamap.registers.headers import Header

_PREVIEWED: Final = 15


@dataclass(frozen=True, slots=True)
class SheetLook:
    """
    What one sheet looks like.

    Attributes
    ----------
    name
        As on its tab.
    rows
        How many rows it has.
    header_row
        The number that Excel shows beside the last row of its headings.
    preview
        The number and the cells, as text, of its first rows.
    hidden
        Its author hid it.
    """

    name: str
    rows: int
    header_row: int
    preview: tuple[tuple[int, tuple[str, ...]], ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """
    What a file looks like.

    Attributes
    ----------
    registers
        Ids of registers that it can be, best first, each with how sure that is, from 0 to 1; empty
        where nothing speaks for any.
    sheets
        Its sheets that hold anything; those that are hidden come last.
    source
        Whose file it is, told by its name and its provinces; see `sources.guess`.
    provinces
        Those that its rows, its title or its tabs name, in their order.
    """

    registers: tuple[tuple[str, float], ...]
    sheets: tuple[SheetLook, ...]
    source: str
    provinces: tuple[str, ...] = ()


def look(incoming: Incoming, known_sources: Sequence[str] = ()) -> Look:
    """
    Return what a file looks like.

    Parameters
    ----------
    incoming
        The file.
    known_sources
        Sources that something is remembered of.
    """
    if isinstance(incoming.held, Packed):
        seen = incoming.held.look
        source = sources.guess(incoming.name, known_sources, seen.provinces)
        return replace(seen, source=source)
    visible = [each for each in incoming.sheets if not each.hidden] or list(incoming.sheets)
    scores = likeness.score(visible, [incoming.name])
    best = definitions.load(scores[0][0] if scores else definitions.ids()[0])
    ordered = sorted(incoming.sheets, key=lambda sheet: sheet.hidden)
    headed = [
        (each, header)
        for each in ordered
        if (header := choosing.nearest(top(each), best, Choices())) is not None
    ]
    provinces = tuple(sorted(_provinces(headed)))
    return Look(
        registers=tuple(scores),
        sheets=tuple(_sheet(each, header) for each, header in headed),
        source=sources.guess(incoming.name, known_sources, provinces),
        provinces=provinces,
    )


def from_json(told: Mapping[str, Any]) -> Look:
    """Return a look that another process told as JSON."""
    return Look(
        registers=tuple((register, score) for register, score in told["registers"]),
        sheets=tuple(map(_sheet_from_json, told["sheets"])),
        source=told["source"],
        provinces=tuple(told["provinces"]),
    )


def _sheet_from_json(told: Mapping[str, Any]) -> SheetLook:
    preview = tuple((number, tuple(cells)) for number, cells in told["preview"])
    return SheetLook(**{**told, "preview": preview})


def _provinces(headed: Sequence[choosing.Headed]) -> set[str]:
    """Return the provinces of a file, as its rows, its title or its tabs name them."""
    known = _province_names()
    found: set[str] = set()
    for sheet, header in headed:
        if sheet.hidden or forms.is_about(sheet):
            continue
        column = header.columns.get("province")
        told = [titles.read(sheet, header).province, sheet.name]
        if column is not None:
            told = list({as_text(row[column.position]) for row in sheet.rows[header.last + 1 :]})
        found |= {known[key] for text in told if text and (key := bare(text)) in known}
    return found


@cache
def _province_names() -> dict[str, str]:
    names = gazetteer.areas(Level.PROVINCE)["name_th"]
    return {bare(name): str(name) for name in names}


def _sheet(sheet: Sheet, header: Header) -> SheetLook:
    return SheetLook(
        name=sheet.name,
        rows=len(sheet.rows),
        header_row=sheet.first_row + headers.heading_row(sheet, header),
        preview=tuple(_preview(sheet)),
        hidden=sheet.hidden,
    )


def _preview(sheet: Sheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    for place, row in enumerate(sheet.rows[:_PREVIEWED]):
        yield sheet.first_row + place, tuple(map(as_text, row))
