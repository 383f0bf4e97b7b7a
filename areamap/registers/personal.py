"""
Persons in a file: columns to drop, and single cells to mask, before anything is kept.

A column goes by its heading, or because most of its cells are numbers of 13 digits, telephone
numbers or names with a title (นาย, นาง, นางสาว, Mr). Columns of numbers, dates and codes that the
register knows are never judged by content: 812,345,678 baht is no telephone number. The first digit
of a citizen's number is 1 to 8; a number that starts with 0 is a juristic person's and may stay.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers.cells import Cell, Sheet, as_text, is_blank
from areamap.registers.definitions import Register
from areamap.registers.headers import Header, Heading
from areamap.registers.words import bracketed, key, plain, without_brackets

MASK: Final = "•••"
"""What stands where a person's number or name stood."""

_CACHED_TEXTS: Final = 2**16
_SHARE: Final = 0.5
_ENOUGH: Final = 1000
"""Cells of a long column that are looked at, evenly spread."""

_DATA: Final = Path(__file__).parent / "definitions" / "_personal.toml"

_CITIZEN: Final = re.compile(r"(?<!\d)(?<!\d[.,])[1-8](?:[- ]?\d){12}(?![\d]|[.,]\d)")
_MOBILE: Final = r"[689](?:\d[- .]?(?:\d{3}[- .]?\d{4}|\d{4}[- .]?\d{3})|[- .]\d{4}[- .]?\d{4})"
_LANDLINE: Final = (
    r"[- ]?(?:2[- ]?\d{3}[- ]?\d{4}|[3-7]\d[- ]?\d{3}[- ]?\d{3}|[2-7]\d{3}[- ]?\d{4})"
)
_PHONE: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,-])(?:\+66[- ]?|0)(?:{_MOBILE}|{_LANDLINE})(?!\d|[.,]\d)"
)
_BARE_MOBILE: Final = re.compile(r"[689]\d{8}(?:\.0)?")
_UNNAMED: Final = re.compile(r"\([A-Z]+\)")
_TITLE: Final = r"(?:นางสาว|นาง|นาย|น\.ส\.|ด\.ช\.|ด\.ญ\.|ว่าที่ ?ร\.[ตทอ]\.|Mr\.?|Mrs\.?|Ms\.?|Miss)"
# No name is longer; without an end, a long text of titles alone would take minutes.
_WORD: Final = r"[ก-ฮเแโใไ][ก-๎]{1,60}"
# A title that is glued to a Thai word: ซ่อมบ้านนางทองดี มีทรัพย์. What begins with a mark is no name
# (ชาวนายากจน), and ขุนนาง, ทนาย, เจ้านาย are words.
_NAME_GLUED: Final = re.compile(
    r"(?<=[ก-๎])(?:นางสาว|นาง|นาย|น\.ส\.|ด\.ช\.|ด\.ญ\.)"
    rf"(?:(?<!ทนาย)(?<!เจ้านาย)(?<!คุณนาย)(?<!ขุนนาง) )?(?P<first>{_WORD}) +(?P<last>{_WORD})(?![ก-๎.])"
)
_NAME: Final = re.compile(rf"{_TITLE} ?[ก-๙A-Za-z]{{2,}}.*")
_NAME_INSIDE: Final = re.compile(
    rf"(?<![ก-๙A-Za-z.]){_TITLE} ?([ก-๙]{{2,60}}|[A-Z][a-z]{{1,60}})"
    r" +([ก-๙]{2,60}|[A-Z][a-z]{1,60})(?![ก-๙.])"
)

_TYPED_NAME: Final = re.compile(
    r"(?<![ก-๙A-Za-z.])(?:(?:นางสาว|นาง|นาย|น\.ส\.|ด\.ช\.|ด\.ญ\.|ว่าที่ ?ร\.[ตทอ]\.) ?"
    rf"{_WORD}|(?:Mr|Mrs|Ms|Miss)\.? ?[A-Z][a-z]{{1,60}}(?![a-z]))"
)


_MAY_BE: Final = re.compile(r"\d[\d .-]{7}|นาง|นาย|น\.ส\.|ด\.[ชญ]\.|ว่าที่|M(?:r|s|iss)")
"""What every number of a person, and every title before a name, holds."""


def dropped(headings: Iterable[Heading], cells: Callable[[int], Sequence[Cell]]) -> set[int]:
    """
    Return the positions of the columns that hold persons.

    Parameters
    ----------
    headings
        The headings of a sheet. Those that mean a column of the register are judged by content
        only, and only where that column holds text.
    cells
        Cells below the header at a position; empty for a column not to be judged by content.
    """
    listed = list(headings)
    by_heading = {heading.position for heading in listed if _named_so(heading)}
    surnames = {heading.position for heading in listed if _is_any(heading, "surnames")}
    if surnames:
        by_heading |= surnames
        by_heading |= {heading.position for heading in listed if _is_any(heading, "names")}
    for heading in listed:
        # ชื่อ-สกุล over three columns of which two have no heading.
        if _UNNAMED.fullmatch(heading.text) and heading.position - 1 in by_heading:
            by_heading.add(heading.position)
    rest = (heading.position for heading in listed if heading.position not in by_heading)
    return by_heading | {position for position in rest if holds_persons(cells(position))}


def columns(sheet: Sheet, header: Header, register: Register) -> set[int]:
    """
    Return the positions of the columns of a sheet that hold persons.

    Parameters
    ----------
    sheet
        The sheet; columns that were emptied before it was kept are among them.
    header
        Its header.
    register
        Columns of numbers, dates and codes that it knows are not judged by content.
    """
    meant = {heading.position: heading.column for heading in header.headings if heading.column}

    def to_judge(position: int) -> Sequence[Cell]:
        if position in meant and register.column(meant[position]).type != "text":
            return ()
        return [row[position] for row in sheet.rows[header.last + 1 :]]

    return dropped(header.headings, to_judge) | sheet.emptied


def holds_persons(cells: Sequence[Cell]) -> bool:
    """Tell whether most cells of a column that are not blank hold a person's number or name."""
    # A long column is told by some of its cells; all are asked where most of those are blank.
    some = cells[:: len(cells) // (4 * _ENOUGH) + 1]
    filled = [cell for cell in some if not is_blank(cell)]
    if len(filled) < _ENOUGH and len(some) < len(cells):
        filled = [cell for cell in cells if not is_blank(cell)]
    texts = [plain(as_text(cell)) for cell in filled[:: len(filled) // _ENOUGH + 1]]
    if not texts:
        return False
    return any(
        sum(map(test, texts)) > _SHARE * len(texts) for test in (_is_citizen, _is_phone, _is_name)
    )


def is_citizen_number(cell: Cell) -> bool:
    """Tell whether a number cell is a citizen's number of 13 digits."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return is_number and _is_citizen(as_text(cell))


def masked(cell: Cell, *, is_figure: bool = False) -> Cell:
    """
    Return a cell with every person's number and name in it replaced by a mark.

    Parameters
    ----------
    cell
        The cell.
    is_figure
        It stands in a column of numbers of the register, where 13 digits are a number.
    """
    if isinstance(cell, str):
        shown = _masked_text(cell)
        return cell if shown == cell else shown
    return MASK if not is_figure and is_citizen_number(cell) else cell


def cleared(row: list[Cell], emptied: Collection[int], figures: Collection[int]) -> list[Cell]:
    """
    Return a row without persons; the row itself where there are none.

    Parameters
    ----------
    row
        Its cells, which are not changed.
    emptied
        Positions of columns of persons.
    figures
        Positions of columns of numbers of the register.
    """
    clean: list[Cell] | None = None
    for place, cell in enumerate(row):
        shown = None if place in emptied else masked(cell, is_figure=place in figures)
        if shown is not cell:
            clean = list(row) if clean is None else clean
            clean[place] = shown
    return row if clean is None else clean


@lru_cache(maxsize=_CACHED_TEXTS)
def _masked_text(text: str) -> str:
    return mask(text)


def mask(text: str) -> str:
    """
    Return text with every person's number and name in it replaced by a mark.

    Names are seen only where a title stands before two words and is no place (อำเภอนางรอง stays);
    behind a Thai word without a blank only where the two words are no office and no address.
    """
    if not _MAY_BE.search(text):
        return text
    shown = _PHONE.sub(MASK, _CITIZEN.sub(MASK, text))
    before = None
    while shown != before:
        before = shown
        shown = _NAME_INSIDE.sub(lambda found: found[0] if _is_place(found[0]) else MASK, shown)
        shown = _NAME_GLUED.sub(lambda found: MASK if _is_glued_name(found) else found[0], shown)
    return shown


def is_told_in(text: str) -> bool:
    """
    Tell whether a text that somebody typed holds a person's number, or a name behind a title.

    In a note one word behind a title is a name, where it is neither an office (นายอำเภอ) nor a
    place (นางรอง); a name without a title can't be told from other words.
    """
    text = plain(text)
    if mask(text) != text:
        return True
    offices = tuple(_words()["offices"])
    return any(
        not key(found[0]).startswith(offices) and not _is_place(found[0])
        for found in _TYPED_NAME.finditer(text)
    )


def _is_glued_name(found: re.Match[str]) -> bool:
    """Tell whether two words behind a glued title are a name, no office, address or place."""
    words = _words()
    if found["last"] in words["address"] or found["last"].startswith(tuple(words["addresses"])):
        return False
    if f"นาย{found['first']}".startswith(tuple(words["offices"])):
        return False
    token = found.string[: found.end("first")].rpartition(" ")[2]
    title = found.start() - (found.end("first") - len(token))
    return not any(
        token.endswith(place) and len(token) - len(place) <= title
        for place in _places_with_titles()
    )


def _is_citizen(text: str) -> bool:
    return bool(_CITIZEN.fullmatch(text.removesuffix(".0")))


def _is_phone(text: str) -> bool:
    if _BARE_MOBILE.fullmatch(text):
        return True
    found = _PHONE.search(text)
    return found is not None and not re.sub(r"[\d\s,/+().:-]|ต่อ|โทร|มือถือ|tel", "", text.lower())


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _is_place(text)


def _is_place(text: str) -> bool:
    return text.split(maxsplit=1)[0] in _places_like_names() or text in _places_like_names()


@cache
def _places_with_titles() -> frozenset[str]:
    """Return the areas in whose names นาง or นาย stands anywhere: ดอนนางหงส์."""
    return frozenset(
        name
        for level in (Level.TAMBON, Level.DISTRICT)
        for name in gazetteer.areas(level)["name_th"]
        if "นาง" in name or "นาย" in name
    )


@cache
def _places_like_names() -> frozenset[str]:
    """Return the areas whose names begin like a person's: นางรอง, นายายอาม."""
    return frozenset(
        name
        for level in (Level.TAMBON, Level.DISTRICT)
        for name in gazetteer.areas(level)["name_th"]
        if name.startswith(("นาง", "นาย"))
    )


def _named_so(heading: Heading) -> bool:
    if heading.column:
        return False
    spelling = key(without_brackets(heading.text.rpartition(" / ")[2]))
    whole = key(heading.text)
    words = _words()
    if any(word in whole for word in words["counting"]) or _counts(heading.text):
        return False
    return spelling in words["exact"] or any(word in whole for word in words["contains"])


def _counts(text: str) -> bool:
    return any(key(part) in _words()["counting_units"] for part in bracketed(text))


def _is_any(heading: Heading, group: str) -> bool:
    return heading.column is None and key(heading.text) in _words()[group]


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {group: frozenset(filter(None, map(key, words))) for group, words in table.items()}
