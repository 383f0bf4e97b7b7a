"""What one column of a register holds, and how its cells are read and kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from areamap.i18n import Lang
from areamap.registers.units import Unit

Type = Literal[
    "text", "integer", "amount", "number", "date", "year", "status", "choice", "code", "codes"
]
"""How the cells of a column are read."""

Kind = Literal["amount", "date", "integer", "text", "codes"]
"""How a column is kept."""

KINDS: Final[Mapping[Type, Kind]] = {
    "text": "text",
    "integer": "integer",
    "amount": "amount",
    # A figure in the unit of its row, with two decimals at the most as money has.
    "number": "amount",
    "date": "date",
    "year": "integer",
    "status": "text",
    "choice": "text",
    "code": "text",
    "codes": "codes",
}


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column of a register.

    Attributes
    ----------
    name
        Name in frames and in the database, with its unit where it is money.
    label_th, label_en
        As shown, and as the template writes them.
    type
        How its cells are read.
    aliases
        Headings found in the field, besides name and labels.
    contains
        Groups of words; a heading that holds all of a group is taken when no alias fits.
    unit
        What its numbers count, or None.
    place
        It says where a record is.
    required
        A row without it is rejected, and so is a sheet.
    negative
        Numbers below zero are allowed.
    digits
        Codes shorter than this had their leading zeros eaten, and get them back.
    from_title
        Where the file has no such column, the one year of the title rows or the sheet's name.
    choices
        Value to the words that mean it (types `status` and `choice`).
    others
        A word that none of the choices knows is kept as it stands, and not refused.
    no_record
        Words of a status that say that there is nothing to record.
    unknown
        Words of a status that say that nobody knows: missing.
    without_column
        Value where the file has no such column at all.
    implied_by
        Column to the value that it implies where this one is missing.
    shown_by
        Columns that show `without_column` to be true. Where the file has any of them, a row that is
        blank in all is missing; words of a status in one of dates or years speak for the row.
    about
        Words of the matter: a heading of these asks whether there is a record at all.
    past
        A day or year that is still to come is refused.
    scaled_by
        Column of units: a word there that multiplies (ล้านบาท) is taken into this number.
    span_to
        Column that takes the second year where a cell holds two (`2565-2569`).
    year_to
        Column of years that takes the cell of a day which is a year alone; the day stays missing.
    suggested
        Words that a template offers; others are as good.
    example
        What the example row of a template shows; else something of the type.
    told_th, told_en
        What a person who fills it in should know beyond the label; may be empty.
    """

    name: str
    label_th: str
    label_en: str
    type: Type
    aliases: tuple[str, ...]
    contains: tuple[tuple[str, ...], ...] = ()
    unit: Unit | None = None
    place: bool = False
    required: bool = False
    negative: bool = False
    digits: int | None = None
    from_title: bool = False
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_record: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    others: bool = False
    without_column: str | None = None
    implied_by: Mapping[str, str] = field(default_factory=dict)
    shown_by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    past: bool = False
    scaled_by: str | None = None
    span_to: str | None = None
    year_to: str | None = None
    suggested: tuple[str, ...] = ()
    example: str | None = None
    told_th: str = ""
    told_en: str = ""

    @property
    def kind(self) -> Kind:
        """How the column is kept."""
        return KINDS[self.type]

    @property
    def is_number(self) -> bool:
        """Whether its cells count or pay something, so that two of them are never one."""
        return self.type in {"integer", "amount", "number"}

    def word(self, value: str, lang: Lang) -> str:
        """Return what a value of `choices` is called in one language; another value as it is."""
        words = self.choices.get(value)
        if not words:
            return value
        return words[0] if lang == "th" else next(filter(str.isascii, words), value)

    def label(self, lang: Lang) -> str:
        """Return the label in one language."""
        return self.label_th if lang == "th" else self.label_en

    def told(self, lang: Lang) -> str:
        """Return what one should know to fill it in, in one language."""
        return self.told_th if lang == "th" else self.told_en
