"""An indicator counted again from the registers, on a day and in a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year
from areamap.measures import _counting
from areamap.measures.basis import Basis, Ground
from areamap.measures.coverage import COVERED
from areamap.measures.indicators import Count, Indicator
from areamap.measures.reach import Reach, located
from areamap.measures.standing import Standing
from areamap.measures.states import State, Theme, standing, states

_AUTHORITIES: Final = "authorities"
_ADDED: Final = frozenset({Count.SUM, Count.LARGEST})
_BY_YEAR: Final = frozenset({Count.MONEY, Count.LINES})


def _no_rows() -> Index:
    return Index([], dtype="int64")


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """
    A register as it is counted from.

    Attributes
    ----------
    rows
        Rows of the publication in force.
    published_on
        Its day.
    """

    rows: DataFrame
    published_on: date


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a figure is about.

    Attributes
    ----------
    as_of
        The day that it is counted on.
    first_year, last_year
        Fiscal years (BE) that it sums; None where it speaks of the day alone.
    said_on
        Its own day; None where it was said of years only.
    basis
        What it was counted by; None where it does not say.
    unit
        The unit as it was said; `tambons` or `authorities` counts areas and not records.
    """

    as_of: date
    first_year: int | None = None
    last_year: int | None = None
    basis: Basis | None = None
    unit: str = ""
    said_on: date | None = None

    @property
    def is_of_areas(self) -> bool:
        """Whether areas that are covered are meant, and not the records that cover them."""
        return self.unit in {"tambons", _AUTHORITIES}

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last fiscal year of its money; else the year of its day."""
        own = fiscal_year(self.as_of)
        return self.first_year or self.last_year or own, self.last_year or self.first_year or own


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """
    What the registers say of an indicator.

    Attributes
    ----------
    value
        The count, year or baht; None where the register holds nothing of the place.
    rows
        Labels of the rows that make it.
    later
        Rows of the place that came after the day, or tell of a later year.
    unsure
        Rows of the place of which it can't be told how they stood on the day.
    waiting
        Rows that wait for a decision and may mean the place.
    wider
        Rows that are known only for an area that holds the place, or a part of it and more.
    blank
        Rows that would be added up but hold no number.
    """

    value: float | None = None
    rows: Index = field(default_factory=_no_rows)
    later: Index = field(default_factory=_no_rows)
    unsure: Index = field(default_factory=_no_rows)
    waiting: Index = field(default_factory=_no_rows)
    wider: Index = field(default_factory=_no_rows)
    blank: Index = field(default_factory=_no_rows)


def counted(
    indicator: Indicator,
    asked: Asked,
    reached: Reach,
    registers: Mapping[str, Register],
    ground: Ground,
) -> Counted:
    """
    Return what the registers say of an indicator.

    Formulas: see `indicators.toml`. A record counts by valid time (`measures.standing`) on the day
    of the figure, by what is in force now. Money and projects are those of the fiscal years of the
    figure; where it names none, those of the fiscal year of its day.

    Parameters
    ----------
    indicator
        What is counted.
    asked
        On which day, of which years, by which basis.
    reached
        The place.
    registers
        The registers in force, of one world.
    ground
        The pieces.

    Returns
    -------
    counted
        Its value is None where the register is not there or has no joined row in the place.

    Raises
    ------
    PlaceError
        Areas of local authorities are asked for and no register of them is in force.
    """
    if indicator.count is Count.LEVEL:
        return Counted(_of_level(indicator.level, reached, ground))
    register = registers.get(indicator.register)
    if register is None or indicator.count is None:
        return Counted()
    rows = _counting.chosen(register.rows, indicator)
    place = located(rows, reached, by_seat=indicator.count not in _BY_YEAR)
    if indicator.own_place:
        place = place.assign(here=place["here"] & (rows["area_code"] == reached.code))
    if indicator.count in _BY_YEAR:
        return _of_years(indicator, asked, rows, place)
    found, stood = _records(indicator, asked, replace(register, rows=rows), place)
    if not (place["here"] & (stood != Standing.ABSENT)).any():
        # Nothing of the place is registered to this day: that is not a count of none.
        return found
    if indicator.count in _ADDED:
        return _summed(indicator, asked, rows, found)
    return replace(found, value=_value(indicator, asked, reached, register, ground, found))


def _value(
    indicator: Indicator,
    asked: Asked,
    reached: Reach,
    register: Register,
    ground: Ground,
    found: Counted,
) -> float | None:
    if indicator.count is Count.FOUNDED:
        return _counting.founded(register.rows.loc[found.rows])
    if indicator.count is Count.AREAS or asked.is_of_areas:
        return _areas(indicator, asked, reached, register, ground)
    return float(len(found.rows))


def _of_level(level: str, reached: Reach, ground: Ground) -> float | None:
    if level == Basis.AUTHORITY:
        return float(len(reached.seated)) if len(ground.seats) else None
    return float(reached.areas[level]) if reached.areas.get(level) else None


def _areas(
    indicator: Indicator, asked: Asked, reached: Reach, register: Register, ground: Ground
) -> float | None:
    basis = Basis.AUTHORITY if asked.unit == _AUTHORITIES else Basis.TAMBON
    found = states(
        Theme(indicator.register),
        register.rows,
        ground,
        basis,
        as_of=asked.as_of,
        published_on=register.published_on,
    )
    own = found.index.isin(reached.tambons if basis is Basis.TAMBON else list(reached.seated))
    state = found.loc[own, "state"]
    return None if bool((state == State.UNKNOWN).all()) else float(state.isin(COVERED).sum())


def _records(
    indicator: Indicator, asked: Asked, register: Register, place: DataFrame
) -> tuple[Counted, Series]:
    """Return the records of the place by how they stood on the day, and how each stood."""
    rows, here = register.rows, place["here"]
    begun = _counting.begun(rows, indicator.begins, asked.as_of)
    stood = Series(str(Standing.ACTIVE), index=rows.index).where(begun, str(Standing.ABSENT))
    if indicator.register in set(Theme):
        stood = standing(
            Theme(indicator.register), rows, as_of=asked.as_of, published_on=register.published_on
        )
    here = here & _counting.speaks(rows, indicator.register, asked.as_of)
    told = _of_its_years(indicator, asked, rows)
    alive = stood.isin([Standing.ACTIVE, Standing.UNKNOWN])
    found = Counted(
        rows=rows.index[here & told & (stood == Standing.ACTIVE)],
        later=rows.index[here & (stood == Standing.ABSENT)],
        unsure=rows.index[here & (stood == Standing.UNKNOWN)],
        waiting=rows.index[place["waiting"]],
        wider=rows.index[place["wider"] & alive & told],
    )
    return found, stood


def _of_its_years(indicator: Indicator, asked: Asked, rows: DataFrame) -> Series:
    """Return which rows are of the years of a figure; only housing is told year by year."""
    if indicator.register != Theme.HOUSING or (asked.first_year or asked.last_year) is None:
        return Series(data=True, index=rows.index)
    first, last = asked.years
    return _counting.years_of(rows).between(first, last)


def _summed(indicator: Indicator, asked: Asked, rows: DataFrame, found: Counted) -> Counted:
    own = rows.loc[found.rows]
    later = found.later.union(_counting.ahead(own, indicator.register, asked.as_of))
    add = _counting.total if indicator.count is Count.SUM else _counting.largest
    value, blank = add(own[indicator.column])
    return replace(found, value=value, rows=own.index.difference(blank), later=later, blank=blank)


def _of_years(indicator: Indicator, asked: Asked, rows: DataFrame, place: DataFrame) -> Counted:
    year = _counting.years_of(rows)
    within = year.between(*asked.years)
    here = place["here"] & within
    found = Counted(
        rows=rows.index[here],
        unsure=rows.index[place["here"] & year.isna()],
        waiting=rows.index[place["waiting"] & (within | year.isna())],
        wider=rows.index[place["wider"] & within],
    )
    own = rows.loc[here, indicator.column]
    if own.empty:
        return found
    if indicator.count is Count.LINES:
        return replace(found, value=float(own.dropna().nunique()))
    value, blank = _counting.total(own)
    return replace(found, value=value, rows=own.index.difference(blank), blank=blank)
