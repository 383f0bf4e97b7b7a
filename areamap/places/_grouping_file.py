"""Reading and checking a CSV file of groupings."""

import csv
import re
from collections.abc import Callable, Hashable
from datetime import date
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import pandas as pd

from areamap.calendar import CalendarError, read_date
from areamap.errors import FileError
from areamap.places.gazetteer import areas
from areamap.places.levels import COUNTRY_CODE, GROUPED, Level

_REQUIRED: Final = ("level", "group_code", "name_th", "member_code")
_OPTIONAL: Final = ("name_en", "valid_from", "valid_to")
_THAI: Final = re.compile(r"[ก-๛]")
_CODE: Final = re.compile(r"(?=.*[^\W\d_])[\w][\w.-]*")
_Key = TypeVar("_Key", bound=Hashable)


class _Line(NamedTuple):
    level: str
    group_code: str
    name_th: str
    name_en: str
    member_code: str
    valid_from: date | None
    valid_to: date | None
    number: int


def read(path: Path) -> pd.DataFrame:
    """Return the checked lines of a file: texts as `str`, days as `date` or None."""
    sheet = list(csv.reader(StringIO(_text(path), newline="")))
    header = [cell.strip().lower() for cell in sheet[0]] if sheet else []
    missing = [name for name in _REQUIRED if name not in header]
    if missing:
        raise FileError("places_grouping_columns", file=path.name, columns=", ".join(missing))
    lines = [
        _line(dict(zip(header, cells, strict=False)), path, number)
        for number, cells in enumerate(sheet[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    if not lines:
        raise FileError("places_grouping_empty", file=path.name)
    _check_names(lines, path)
    _check_members(lines, path)
    rows = pd.DataFrame(lines, columns=_Line._fields).drop(columns="number")
    return rows.astype({"valid_from": object, "valid_to": object})


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileError("places_grouping_unreadable", file=path.name) from error
    for encoding in ("utf-8-sig", "cp874"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Three Thai bytes of CP874, as in โซน, can be one letter of another script in UTF-8.
        if "\0" not in text and (text.isascii() or _THAI.search(text)):
            return text
    raise FileError("places_grouping_unreadable", file=path.name)


def _line(cells: dict[str, str], path: Path, number: int) -> _Line:
    def refuse(key: str, value: str) -> FileError:
        return FileError(key, file=path.name, line=number, value=value)

    values = {name: cells.get(name, "").strip() for name in (*_REQUIRED, *_OPTIONAL)}
    level, code, member = values["level"].lower(), values["group_code"], values["member_code"]
    if level not in GROUPED:
        raise refuse("places_grouping_level", values["level"])
    if code == COUNTRY_CODE or not _CODE.fullmatch(code):
        raise refuse("places_grouping_code", code)
    if not any(member in areas(kind).index for kind in (Level.PROVINCE, Level.DISTRICT)):
        raise refuse("places_grouping_member", member)
    if not values["name_th"]:
        raise refuse("places_grouping_no_name", code)
    days: list[date | None] = []
    for name in ("valid_from", "valid_to"):
        try:
            days.append(read_date(values[name]) if values[name] else None)
        except CalendarError as error:
            raise refuse("places_grouping_date", values[name]) from error
    first, last = days
    if first and last and last < first:
        raise refuse("places_grouping_span", values["valid_to"])
    english = values["name_en"] or values["name_th"]
    return _Line(level, code, values["name_th"], english, member, first, last, number)


def _check_names(lines: list[_Line], path: Path) -> None:
    """One code is one group of one level, with one name on a day."""
    for code, group in _by(lines, lambda line: line.group_code).items():
        if len({line.level for line in group}) > 1:
            raise FileError("places_grouping_two_levels", file=path.name, value=code)
        pair = _meeting(group, lambda line: (line.name_th, line.name_en))
        if pair:
            raise FileError(
                "places_grouping_two_names", file=path.name, line=pair[1].number, value=code
            )


def _check_members(lines: list[_Line], path: Path) -> None:
    """One member is in one group of a level on a day."""
    for (_, member), group in _by(lines, lambda line: (line.level, line.member_code)).items():
        pair = _meeting(group, lambda line: line.group_code)
        if pair:
            raise FileError(
                "places_grouping_twice",
                file=path.name,
                first_line=pair[0].number,
                line=pair[1].number,
                value=member,
            )


def _by(lines: list[_Line], key: Callable[[_Line], _Key]) -> dict[_Key, list[_Line]]:
    groups: dict[_Key, list[_Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return groups


def _meeting(lines: list[_Line], differ: Callable[[_Line], object]) -> tuple[_Line, _Line] | None:
    """Return the first two lines that share a day but differ in a value."""
    return next(
        (
            (one, other)
            for one, other in combinations(lines, 2)
            if differ(one) != differ(other) and _share_a_day(one, other)
        ),
        None,
    )


def _share_a_day(one: _Line, other: _Line) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)
