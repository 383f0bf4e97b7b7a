"""
A file's own totals, held against the sums of its rows.

The total that an office wrote below its list is its own word on what the list comes to. Where the
rows that were read come to something else, either the file is wrong or the reading is, and a person
has to know before anything of it is published.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from numbers import Integral
from typing import TYPE_CHECKING, Any, Final

from areamap.i18n import Lang, t
from areamap.registers.definitions import Column, load
from areamap.registers.drafts import Draft
from areamap.registers.sums import spoken

if TYPE_CHECKING:
    from pandas import DataFrame, Series

_TOTAL: Final = "registers_total_row"
_PARTS: Final = frozenset({_TOTAL, "registers_section_row", "registers_sum_of_rows"})
_SUMMED: Final = frozenset({"amount", "integer"})
_GRAND: Final = re.compile(r"ทั้งสิ้น|ทั้งหมด|ทั้งจังหวัด|grand", re.IGNORECASE)
_SHARE: Final = re.compile(r"เฉลี่ย|ร้อยละ|ยกมา|ยกไป|%|average|percent", re.IGNORECASE)
_UNITS: Final = (Decimal(1000), Decimal(1_000_000))
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Held:
    """
    A total of a file that is not what its rows come to.

    Attributes
    ----------
    sheet, row
        Where it stands.
    column
        Column of the register.
    says
        What it says: baht of amounts, else a count.
    sums
        What the rows come to that it is over, as far as they can be read.
    cause_key, cause_values
        The likely cause: sentence below `own_totals.` in the locale files.
    """

    sheet: str
    row: int
    column: Column
    says: Decimal
    sums: Decimal
    cause_key: str
    cause_values: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: Lang) -> str:
        """Return what differs, and the likely cause, in one language."""
        is_baht = self.column.type == "amount"
        said = t(
            "own_totals.differs_baht" if is_baht else "own_totals.differs",
            lang,
            sheet=self.sheet,
            row=self.row,
            column=self.column.label(lang),
            says=_figure(self.says),
            sums=_figure(self.sums),
            more=_figure(abs(self.says - self.sums)),
        )
        values = {
            name: _figure(value) if isinstance(value, Decimal) else value
            for name, value in self.cause_values.items()
        }
        return f"{said} {t(f'own_totals.{self.cause_key}', lang, **values)}"


def differing(draft: Draft) -> list[Held]:
    """
    Return the totals of a file that are not what its rows come to.

    Of each sheet its grand total is held against the rows that are data, whether their place is
    known or not: the last total below them, the first above them, or one whose words say that it
    is of everything. A total that fits its own part, the whole sheet or the whole file is right.

    Parameters
    ----------
    draft
        The file, joined, with what people decided.
    """
    rows = draft.rows
    totals = rows["reason_key"].eq(_TOTAL).fillna(value=False)
    if not bool(totals.any()):
        return []
    columns = [
        column
        for column in load(draft.register).columns
        if column.type in _SUMMED and column.name in rows
    ]
    found: list[Held] = []
    for sheet in dict.fromkeys(rows.loc[totals, "sheet"]):
        own = _Sheet(draft, str(sheet))
        for place in own.grand():
            for column in columns:
                found += own.hold(place, column)
    return found


class _Sheet:
    """One sheet of a draft, by position in its rows."""

    def __init__(self, draft: Draft, sheet: str) -> None:
        self.draft = draft
        self.sheet = sheet
        self.rows: DataFrame = draft.rows[draft.rows["sheet"] == sheet]
        self.cells: DataFrame = draft.cells.loc[self.rows.index]
        reasons = self.rows["reason_key"].fillna("").tolist()
        self.totals = [place for place, reason in enumerate(reasons) if reason == _TOTAL]
        self.parts = [place for place, reason in enumerate(reasons) if reason in _PARTS]
        self.is_data: list[bool] = self.rows["status"].ne("ignored").tolist()
        data = [place for place, is_data in enumerate(self.is_data) if is_data]
        self.first, self.last = (data[0], data[-1]) if data else (len(reasons), -1)

    def grand(self) -> list[int]:
        """Return the positions of the totals that are of the whole sheet, or the last of a part."""
        if self.last < 0:
            return []
        kept = [place for place in self.totals if not _SHARE.search(self._words(place))]
        below = [place for place in kept if place > self.last]
        above = [place for place in kept if place < self.first]
        said = [place for place in kept if _GRAND.search(self._words(place))]
        return sorted({*below[-1:], *above[:1], *said})

    def hold(self, place: int, column: Column) -> Iterator[Held]:
        """Yield what differs where a total says something else than any rows it can be over."""
        says = _number(self.rows[column.name].iloc[place])
        if says is None:
            return
        values = [_number(value) for value in self.rows[column.name]]
        figures = [value for value, is_data in zip(values, self.is_data, strict=True) if is_data]
        unread = self.draft.unread_in(column.name).loc[self.rows.index]
        # A column in which no row says anything has nothing to be held against.
        if all(value is None for value in figures) and not bool(unread.any()):
            return
        part = self._part(place)
        whole = [at for at, is_data in enumerate(self.is_data) if is_data]
        known = [self._sum(values, scope) for scope in (whole, part)]
        if says in {*known, self._of_file(column)}:
            return
        scope = part if part and not self._is_whole(place) else whole
        sums = self._sum(values, scope)
        key, told = _cause(self, column, scope, values, says - sums)
        number = int(self.rows["row"].iloc[place])
        yield Held(self.sheet, number, column, says, sums, key, told)

    def numbers(self, places: Sequence[int]) -> str:
        """Return the numbers of rows as Excel shows them, in short."""
        return spoken([int(self.rows["row"].iloc[place]) for place in places])

    def _is_whole(self, place: int) -> bool:
        others = [part for part in self.parts if part != place and self.first < part < self.last]
        return not others or bool(_GRAND.search(self._words(place)))

    def _part(self, place: int) -> list[int]:
        """Return the data between a total and the one before it, or below it up to the next."""
        if place < self.first:
            end = next((part for part in self.parts if part > self.first), len(self.is_data))
            return [at for at in range(place, end) if self.is_data[at]]
        start = max((part for part in self.parts if part < place), default=0)
        return [at for at in range(start, place) if self.is_data[at]]

    def _of_file(self, column: Column) -> Decimal:
        rows = self.draft.rows
        data = rows.loc[rows["status"].ne("ignored"), column.name].dropna()
        return sum(map(_number_of, data), start=Decimal(0))

    def _sum(self, values: Sequence[Decimal | None], scope: Sequence[int]) -> Decimal:
        return sum((values[at] or Decimal(0) for at in scope), start=Decimal(0))

    def _words(self, place: int) -> str:
        cells: Series = self.cells.iloc[place].dropna()
        return " ".join(map(str, cells))


def _cause(
    own: _Sheet,
    column: Column,
    scope: Sequence[int],
    values: Sequence[Decimal | None],
    short: Decimal,
) -> tuple[str, dict[str, object]]:
    """Return the likely cause why rows come to less, or (`short` below zero) more, than a total."""
    unread = own.draft.unread_in(column.name).loc[own.rows.index].tolist()
    blind = [at for at in scope if unread[at]]
    if blind and short > 0:
        return "cause_unread", {"count": len(blind), "rows": own.numbers(blind)}
    sums = own._sum(values, scope)  # noqa: SLF001  # its own sheet
    if any(sums * unit == sums + short or sums == (sums + short) * unit for unit in _UNITS):
        return "cause_unit", {}
    if abs(short) < 1:
        return "cause_rounding", {}
    if short < 0:
        return _cause_of_more(own, scope, values, -short)
    return _cause_of_less(own, values, short)


def _cause_of_more(
    own: _Sheet, scope: Sequence[int], values: Sequence[Decimal | None], over: Decimal
) -> tuple[str, dict[str, object]]:
    numbers = own.rows["row"].tolist()
    hidden = set(own.draft.hidden.get(own.sheet, ()))
    unseen = [at for at in scope if int(numbers[at]) in hidden]
    of_hidden = sum((values[at] or Decimal(0) for at in unseen), start=Decimal(0))
    if of_hidden:
        key = "cause_hidden" if of_hidden == over else "cause_hidden_part"
        return key, {"count": len(unseen), "rows": own.numbers(unseen), "sums": of_hidden}
    alone = [at for at in scope if values[at] == over]
    if alone:
        return "cause_subtotal", {"row": int(numbers[alone[-1]])}
    if sum((values[at] or Decimal(0) for at in scope), start=Decimal(0)) == 2 * over:
        return "cause_double", {}
    return "cause_more", {}


def _cause_of_less(
    own: _Sheet, values: Sequence[Decimal | None], short: Decimal
) -> tuple[str, dict[str, object]]:
    left = [
        at
        for at, is_data in enumerate(own.is_data)
        if not is_data and at not in own.parts and values[at]
    ]
    numbers = own.rows["row"].tolist()
    alone = [at for at in left if values[at] == short]
    if alone:
        return "cause_left_out", {"rows": str(int(numbers[alone[0]]))}
    total = sum((values[at] or Decimal(0) for at in left), start=Decimal(0))
    if len(left) >= _FEWEST and total == short:
        return "cause_left_out", {"rows": own.numbers(left)}
    return "cause_less", {}


def _number(value: Any) -> Decimal | None:  # noqa: ANN401  # a figure of a register, or missing
    return _number_of(value) if isinstance(value, Decimal | Integral) else None


def _number_of(value: Any) -> Decimal:  # noqa: ANN401  # a figure of a register
    return value if isinstance(value, Decimal) else Decimal(int(value))


def _figure(value: Decimal) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
