"""What is recorded: the registers and their columns, read from `definitions/*.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from areamap.errors import FileError
from areamap.i18n import Lang
from areamap.registers.columns import KINDS, Column, Kind
from areamap.registers.units import units

__all__ = ["KINDS", "Column", "Export", "Kind", "PlaceSource", "Register", "find", "ids", "load"]

_FOLDER: Final = Path(__file__).parent / "definitions"


@dataclass(frozen=True, slots=True)
class PlaceSource:
    """The column whose text names the place where a file has no column of places."""

    column: str
    strip: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """
    What another system's export calls the columns of a register.

    Attributes
    ----------
    system
        Name of the system, as people know it.
    layout_known
        Whether its real layout was seen; else the words are guesses from what is public.
    told_th, told_en
        What is known, and what to do where a heading is not.
    aliases
        Column to headings; they are among the column's own aliases too.
    """

    system: str
    layout_known: bool
    told_th: str
    told_en: str
    aliases: Mapping[str, tuple[str, ...]]

    def told(self, lang: Lang) -> str:
        """Return what is known of the layout, in one language."""
        return self.told_th if lang == "th" else self.told_en


@dataclass(frozen=True, slots=True)
class Register:
    """
    What one register records.

    Attributes
    ----------
    id
        Such as `"council"`.
    aliases
        Other names that people type.
    place
        Columns that say where a record is, in the form that the matching takes.
    columns
        The columns of the record itself.
    levels
        Where a record may stand: tambon, khet, authority, district, province, cluster.
    money
        The amount that checks add up, or None.
    drop_repeated
        A row that says the same as an earlier one in every column is the same record.
    unique
        Columns whose values no two records share; `area_code` may be one.
    placed_by
        Column of tambon codes that places the record, or None where `place` does.
    place_from
        Where the place is read when there is no column of places.
    evidence
        Measures of which a record has one above zero. All zero: nothing is recorded; else unknown.
    yearly
        Column of years where a record is written once a year, or None: the newest tells today.
    exports
        Exports of other systems that come in as this register.
    """

    id: str
    label_th: str
    label_en: str
    aliases: tuple[str, ...]
    place: tuple[Column, ...]
    columns: tuple[Column, ...]
    levels: tuple[str, ...]
    money: str | None = None
    drop_repeated: bool = False
    unique: tuple[str, ...] = ()
    placed_by: str | None = None
    place_from: PlaceSource | None = None
    evidence: tuple[str, ...] = ()
    yearly: str | None = None
    exports: tuple[Export, ...] = ()
    order: int = 0

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Place columns, then the record's own."""
        return self.place + self.columns

    @property
    def kinds(self) -> dict[str, Kind]:
        """How each column is kept: name to kind, place columns first."""
        return {column.name: column.kind for column in self.all_columns}

    def column(self, name: str) -> Column:
        """
        Return one column.

        Raises
        ------
        KeyError
            The register has no such column.
        """
        return {column.name: column for column in self.all_columns}[name]

    def label(self, lang: Lang) -> str:
        """Return the label in one language."""
        return self.label_th if lang == "th" else self.label_en


@cache
def ids() -> tuple[str, ...]:
    """Return the ids of all registers, in the order in which they are shown."""
    names = [path.stem for path in _FOLDER.glob("*.toml") if not path.stem.startswith("_")]
    return tuple(sorted(names, key=lambda name: load(name).order))


@cache
def load(register_id: str) -> Register:
    """
    Return one register.

    Parameters
    ----------
    register_id
        One of `ids()`.

    Raises
    ------
    FileNotFoundError
        There is no such definition: a mistake in the code. `find` takes what people type.
    """
    table = _read(register_id)
    own = {str(k): tuple(v) for k, v in table.pop("place_aliases", {}).items()}
    places = {entry["name"]: entry for entry in _read("_place")["columns"]}
    place_from = table.pop("place_from", None)
    exports = tuple(map(_export, table.pop("exports", ())))

    def more(name: str) -> tuple[str, ...]:
        exported = (alias for export in exports for alias in export.aliases.get(name, ()))
        return (*own.get(name, ()), *exported)

    return Register(
        place=tuple(
            _column({**places[name], "place": True}, more(name)) for name in table.pop("place")
        ),
        columns=tuple(_column(entry, more(entry["name"])) for entry in table.pop("columns")),
        exports=exports,
        place_from=place_from
        and PlaceSource(column=place_from["column"], strip=tuple(place_from["strip"])),
        **_frozen(table),
    )


def find(text: str) -> Register:
    """
    Return the register that a person means.

    Parameters
    ----------
    text
        An id, a label or an alias, in any case, with `-`, `_` or a space between words.

    Raises
    ------
    FileError
        No register has that name; the sentence lists those there are.
    """
    wanted = _plain(text)
    for register_id in ids():
        register = load(register_id)
        names = (register.id, register.label_th, register.label_en, *register.aliases)
        if wanted in {_plain(name) for name in names}:
            return register
    raise FileError("registers_unknown", text=text, known=", ".join(ids()))


def _column(entry: Mapping[str, Any], more_aliases: tuple[str, ...] = ()) -> Column:
    known = dict(entry)
    unit = known.pop("unit", None)
    aliases = (*known.pop("aliases"), *more_aliases)
    shared = known.pop("choices_of", None)
    listed = _read("_choices")[shared] if shared else known.pop("choices", {})
    choices = {value: tuple(words) for value, words in listed.items()}
    return Column(
        aliases=aliases,
        choices=choices,
        contains=tuple(tuple(group) for group in known.pop("contains", ())),
        unit=units()[unit] if unit else None,
        **_frozen(known),
    )


def _export(table: Mapping[str, Any]) -> Export:
    aliases = {str(name): tuple(words) for name, words in table["aliases"].items()}
    return Export(**{**table, "aliases": aliases})


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}


def _plain(text: str) -> str:
    return text.strip().casefold().replace("-", "_").replace(" ", "_")


def _read(stem: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{stem}.toml").read_text(encoding="utf-8"))
