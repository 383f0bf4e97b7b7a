"""What a template says of each column of a register: its words, its example, how to fill it in."""

from collections.abc import Mapping
from typing import Final

from areamap.i18n import Lang, t
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers.definitions import Column, Register

_PLACE: Final = "190406"
"""The tambon of the example row: เจริญธรรม in Saraburi."""

_BY_TYPE: Final = {
    "integer": "120",
    "amount": "73250",
    "number": "120",
    "date": "15/3/2566",
    "year": "2566",
    "code": _PLACE,
    "codes": _PLACE,
    "text": "",
}
_WIDER: Final = "wider_area"
_PLACES: Final[Mapping[str, str | tuple[str, Level]]] = {
    "tambon_code": _PLACE,
    "tambon": (_PLACE, Level.TAMBON),
    "district": (_PLACE[:4], Level.DISTRICT),
    "province": (_PLACE[:2], Level.PROVINCE),
}
_PLACES_WIDE: Final[Mapping[str, str | tuple[str, Level]]] = {_WIDER: (_PLACE[:2], Level.PROVINCE)}

_CODES: Final = frozenset({"tambon_code", "district_code", "province_code"})
"""Columns of DOPA's codes."""


def choices(column: Column, lang: Lang) -> list[str]:
    """Return the words that may be chosen in a column; empty where anything may be written."""
    if column.place and column.name == "province":
        return sorted(gazetteer.areas(Level.PROVINCE)[f"name_{lang}"])
    if column.choices:
        return [column.word(value, lang) for value in column.choices]
    return list(column.suggested)


def is_closed(column: Column) -> bool:
    """Tell whether nothing but the words of the list can be read."""
    return bool(column.choices) and not column.others


def example(column: Column, register: Register, lang: Lang) -> str:
    """
    Return what the example row shows in a column; empty for a blank cell.

    It stands at a tambon, and at a province where the register takes areas of any level.
    """
    if column.place:
        wide = _WIDER in {each.name for each in register.place}
        return _place(column, _PLACES_WIDE if wide else _PLACES, lang)
    if column.example is not None and not (column.choices and lang == "en"):
        return column.example
    if column.choices:
        return choices(column, lang)[0]
    return _BY_TYPE[column.type]


def how(column: Column, lang: Lang) -> str:
    """Return how a column is filled in: what its cells hold, then what is special to it."""
    key: str = column.type
    if column.name in _CODES:
        key = "place_code"
    elif column.others:
        key = "choice_open"
    sentences = [t(f"template.type_{key}", lang), column.told(lang)]
    return " ".join(filter(None, sentences))


def needed(column: Column, lang: Lang) -> str:
    """Return whether a column must be filled in."""
    return t("template.needed" if column.required else "template.may_be_blank", lang)


def intro(register: Register, lang: Lang) -> list[str]:
    """Return what stands above the table of columns, line by line."""
    levels = ", ".join(t(f"template.level_{level}", lang) for level in register.levels)
    place = "template.place_by_codes" if register.placed_by else "template.place"
    lines = ["example", "blank", "persons", "years"]
    found = [t(place, lang, levels=levels), *(t(f"template.{name}", lang) for name in lines)]
    found += [f"{export.system}: {export.told(lang)}" for export in register.exports]
    return found


def _place(column: Column, shown: Mapping[str, str | tuple[str, Level]], lang: Lang) -> str:
    told = shown.get(column.name, "")
    if isinstance(told, str):
        return told
    code, level = told
    return str(gazetteer.areas(level).loc[code, f"name_{lang}"])
