"""Published figures against the registers: each counted again where it is about and on its day."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.calendar import BUDDHIST_OFFSET
from areamap.measures.basis import Basis, Ground
from areamap.measures.counted import Asked, Counted, Register, counted
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.indicators import Count, Indicator, indicators
from areamap.measures.money import total_baht
from areamap.measures.reach import Reach
from areamap.measures.reconciliation import (
    Around,
    Cause,
    CauseKind,
    Figure,
    Qualifier,
    Verdict,
    causes,
    verdict,
)

_AREAS_OF: Final = ("council", "fund", "housing")
"""Registers whose records cover areas, so that a figure may be by either basis."""

_LEVELS: Final = {"tambon": Basis.TAMBON, "authority": Basis.AUTHORITY}


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """
    What figures are held against.

    Attributes
    ----------
    registers
        The registers in force, of one world.
    ground
        The pieces of tambons and authorities.
    reach_of
        Gives what a place reaches, by its code.
    money
        The main amount of a register, by its id.
    today
        The day where she is.
    """

    registers: Mapping[str, Register]
    ground: Ground
    reach_of: Callable[[str], Reach]
    money: Mapping[str, str | None]
    today: date


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """
    A figure held against the registers.

    Attributes
    ----------
    row
        Label of its row in the register of published figures.
    area_code
        Its place.
    figure
        As it was said.
    asked
        Its day, years, basis and unit.
    counted
        What the registers say.
    verdict
        What comes out.
    causes
        What may make it differ.
    parts
        Labels of the rows in which its source prints parts.
    """

    row: int
    area_code: str
    figure: Figure
    asked: Asked
    counted: Counted
    verdict: Verdict
    causes: tuple[Cause, ...] = ()
    parts: tuple[int, ...] = field(default=())

    @property
    def indicator(self) -> Indicator | None:
        """The indicator; None where its words mean none that there is."""
        return indicators().get(self.figure.indicator)

    @property
    def key(self) -> tuple[object, ...]:
        """What the figure is known by, as long as it and the count stay the same."""
        said = (self.figure.indicator, self.figure.value, str(self.figure.qualifier))
        parts = round(self.figure.parts or 0, 2)
        return (*said, self.asked.as_of, parts, round(self.counted.value or 0, 2))


def held_against(published: DataFrame, ledger: Ledger) -> list[Held]:
    """
    Return every published figure that has a place, held against the registers.

    Rows with a `part` are parts that a source prints beside its total; they are added up and held
    against the row of the same indicator, place, day and source that has none.

    A figure without a day is counted on the last day of its last year, or today where that is
    still to come.

    Parameters
    ----------
    published
        Rows in force of the register of published figures.
    ledger
        What they are held against.
    """
    rows = published[published["status"] == "matched"]
    is_part = _texts(rows, "part") != ""
    parts = rows[is_part].groupby(_group(rows[is_part])).groups
    return [
        _held(int(label), row, ledger, rows.loc[parts.get(group, [])])
        for label, row, group in _totals(rows[~is_part])
    ]


def found_in(every: list[Held]) -> list[Found]:
    """Return the figures that can't be said as they were, as findings."""
    return [_found(each, what) for each in every if (what := _what(each))]


def _what(each: Held) -> str | None:
    """Return what is the matter with a figure: the sentence of its finding; None for nothing."""
    kinds = {cause.kind for cause in each.causes}
    if each.verdict is Verdict.DIFFERS:
        return "figure_differs"
    if CauseKind.SOURCE_PARTS in kinds:
        return "figure_parts"
    return "figure_basis" if CauseKind.OTHER_BASIS in kinds else None


def _totals(rows: DataFrame) -> Iterator[tuple[Any, Series, str]]:
    for (label, row), group in zip(rows.iterrows(), _group(rows), strict=True):
        yield label, row, group


def _group(rows: DataFrame) -> Series:
    names = ("indicator", "area_code", "said_date", "source")
    said = [_texts(rows, name) for name in names]
    return Series(["\n".join(each) for each in zip(*said, strict=True)], index=rows.index)


def _texts(rows: DataFrame, name: str) -> Series:
    if name not in rows.columns:
        return Series("", index=rows.index, dtype="str")
    return rows[name].astype("str").fillna("").str.strip()


def _held(label: int, row: Series, ledger: Ledger, parts: DataFrame) -> Held:
    told = parts["value"].dropna()
    asked = _asked(row, ledger.today)
    figure = Figure(
        indicator=str(row["indicator"]),
        value=_number(row, "value"),
        qualifier=Qualifier(_text(row, "qualifier") or Qualifier.EXACT),
        out_of=_number(row, "out_of"),
        basis=asked.basis,
        parts=float(total_baht(told)) if len(told) else None,
    )
    code = str(row["area_code"])
    indicator = indicators().get(figure.indicator)
    rows = tuple(int(each) for each in parts.index)
    held = Held(label, code, figure, asked, Counted(), Verdict.NOT_COUNTED, parts=rows)
    if indicator is None or indicator.count is None or figure.value is None:
        return replace(held, causes=causes(figure, Counted(), Around()))
    reached = ledger.reach_of(code)
    found = _counted(indicator, asked, reached, ledger)
    result = verdict(figure, found.value)
    is_asked = result is not Verdict.NOT_KNOWN and (
        result is Verdict.DIFFERS or figure.out_of is not None
    )
    around = _around(indicator, asked, reached, ledger, found) if is_asked else Around()
    return replace(held, counted=found, verdict=result, causes=causes(figure, found, around))


def _asked(row: Series, today: date) -> Asked:
    first, last = _number(row, "first_year"), _number(row, "last_year")
    day = row.get("said_date")
    said_on = None if day is None or pd.isna(day) else pd.Timestamp(day).date()
    year = last or first
    ends = today if year is None else date(int(year) - BUDDHIST_OFFSET, 12, 31)
    basis = _text(row, "basis")
    return Asked(
        as_of=said_on or min(today, ends),
        first_year=None if first is None else int(first),
        last_year=None if last is None else int(last),
        basis=Basis(basis) if basis in set(Basis) else None,
        unit=_text(row, "unit"),
        said_on=said_on,
    )


def _counted(indicator: Indicator, asked: Asked, reached: Reach, ledger: Ledger) -> Counted:
    if asked.unit == "authorities" and not len(ledger.ground.seats):
        return Counted()
    return counted(indicator, asked, reached, ledger.registers, ledger.ground)


def _around(
    indicator: Indicator, asked: Asked, reached: Reach, ledger: Ledger, found: Counted
) -> Around:
    """Return what else can be counted of the place of a figure that does not fit."""
    now = _counted(indicator, replace(asked, as_of=ledger.today), reached, ledger).value
    areas = {Basis.TAMBON: len(reached.tambons)}
    if len(ledger.ground.seats):
        areas[Basis.AUTHORITY] = len(reached.seated)
    covered = {}
    if indicator.register in _AREAS_OF and indicator.count in {Count.RECORDS, Count.AREAS}:
        for basis in areas:
            other = replace(asked, unit=f"{basis}s" if basis is Basis.TAMBON else "authorities")
            value = _counted(indicator, other, reached, ledger).value
            if value is not None:
                covered[basis] = value
    elif indicator.level not in _LEVELS:
        areas = {}
    money = ledger.money.get(indicator.register)
    rows = ledger.registers[indicator.register].rows if found.waiting.size else None
    baht = None
    if rows is not None and money in rows.columns:
        baht = float(total_baht(rows.loc[found.waiting, money]))
    return Around(now=now, by_basis=covered, areas=areas, baht=baht)


def _found(each: Held, what: str) -> Found:
    differs = each.verdict is Verdict.DIFFERS
    register = each.indicator.register if each.indicator else ""
    meant = sorted({label for cause in each.causes for label in cause.rows})
    counted_rows = tuple(meant) or tuple(int(label) for label in each.counted.rows)
    rows = {"published": (each.row, *each.parts)}
    if register and counted_rows:
        rows[register] = counted_rows
    return Found(
        check=Check.PUBLISHED,
        severity=Severity.WRONG if differs else Severity.DOUBT,
        register="published",
        what=what,
        told={
            "indicator": each.figure.indicator,
            "unit": each.asked.unit,
            "said": each.figure.value,
            "counted": each.counted.value,
            "parts": each.figure.parts,
            "out_of": each.figure.out_of,
            "said_date": each.asked.as_of,
        },
        area_code=each.area_code,
        rows=rows,
        identity=each.key,
    )


def _number(row: Series, name: str) -> float | None:
    value = row.get(name)
    return None if value is None or pd.isna(value) else float(value)


def _text(row: Series, name: str) -> str:
    value = row.get(name)
    return "" if value is None or pd.isna(value) else str(value)
