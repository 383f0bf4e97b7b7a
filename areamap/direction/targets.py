"""Targets: how far, at what pace, and whether in time."""

from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Index, Series

from areamap.calendar import fiscal_year, fiscal_year_span
from areamap.direction.clusters import TARGETS
from areamap.direction.same_ground import beside
from areamap.direction.within import Within, named, reached
from areamap.measures.basis import Basis
from areamap.measures.counted import Asked, Register, counted
from areamap.measures.coverage import COVERED
from areamap.measures.indicators import Count, indicators
from areamap.measures.pace import Course, Pace, pace
from areamap.measures.reach import Reach
from areamap.measures.states import State
from areamap.places.levels import CODE_DIGITS, Level
from areamap.snapshot import Snapshot

BACK: Final = 5
"""How many whole years back values are counted."""

COLUMNS: Final = [
    "area_code", "name_th", "name_en", "level", "relation", "indicator", "target_year", "target",
    "unit", "basis", "source", "note", "last_year", "value", "today", "years", "present", "needed",
    "expected_year", "course",
]  # fmt: skip
"""Columns of `targets`, after its index `number`, the number of the row in the register."""

ORDER: Final = tuple(Course)
_THEME: Final = {indicator: theme for theme, indicator in TARGETS.items()}
_PROVINCE: Final = CODE_DIGITS[Level.PROVINCE]
_BY_YEAR: Final = (Count.MONEY, Count.LINES)


@dataclass(frozen=True, slots=True, eq=False)
class Aim:
    """
    A target with its values by year.

    Attributes
    ----------
    row
        Its row of the register.
    by_year
        Value by whole fiscal year (BE); missing where nothing of the place is known.
    today
        Value on the day; None where it is not known, or is told year by year as money is.
    pace
        As `measures.pace.pace`.
    """

    row: "Series[Any]"
    by_year: Series
    today: float | None
    pace: Pace


def whole_year(snapshot: Snapshot) -> int:
    """Return the last fiscal year (BE) that is over on the day."""
    year = fiscal_year(snapshot.as_of)
    return year if fiscal_year_span(year)[1] <= snapshot.as_of else year - 1


def aims(snapshot: Snapshot, rows: DataFrame | None, area: Within) -> dict[int, Aim]:
    """
    Return the targets of an area, of areas inside it, and of areas around it, with their values.

    Rule: a target of councils, funds or tambons with housing that tells its basis is counted in
    covered areas of that basis, as the page of clusters does; others as `measures.counted` counts
    the indicator, money and projects year by year, all else as it stood at the end of the year. A
    target whose indicator no register holds is not counted.

    Parameters
    ----------
    snapshot
        Holds every register that a target may be counted from, on the day.
    rows
        Of the register of targets; None where there is none.
    area
        As `direction.within.within` gives it.
    """
    if rows is None:
        return {}
    matched = rows[rows["status"] == "matched"]
    own = matched[matched["area_code"].astype("str").map(area.relation).notna().to_numpy(bool)]
    counting = _Counting(snapshot)
    last = whole_year(snapshot)
    found = {}
    for label, row in own.iterrows():
        values = Series(
            {year: counting.at(row, year) for year in range(last - BACK, last + 1)},
            dtype="float64",
        )
        target = None if pd.isna(row["value"]) else float(row["value"])
        course, today = pace(values, target, int(row["target_year"]), last), counting.today(row)
        if target is not None and today is not None and today >= target:
            course = replace(course, course=Course.REACHED)
        found[int(str(label))] = Aim(row, values, today, course)
    return found


def targets(snapshot: Snapshot, found: dict[int, Aim], area: Within) -> DataFrame:
    """
    Return targets as a table, those that need attention first.

    Returns
    -------
    DataFrame
        Indexed by `number`: `COLUMNS`; `value` is that of `last_year`, `present` and `needed` are
        per year, `course` one of `Course`; what is not known is missing.
    """
    lines = {label: _line(aim, snapshot, area) for label, aim in found.items()}
    frame = DataFrame.from_dict(lines, orient="index", columns=COLUMNS).rename_axis("number")
    whole = dict.fromkeys(("target_year", "last_year", "years", "expected_year"), "Int64")
    numbers = dict.fromkeys(("target", "value", "today", "present", "needed"), "float64")
    frame = frame.astype({**whole, **numbers})
    near = frame["relation"].map({"own": 0, "inside": 1, "above": 2})
    course = frame["course"].map({str(each): place for place, each in enumerate(ORDER)})
    ordered = frame.assign(_near=near, _course=course).sort_values(
        ["_course", "_near", "target_year", "area_code"], kind="stable"
    )
    return ordered[COLUMNS]


def _line(aim: Aim, snapshot: Snapshot, area: Within) -> list[Any]:
    row, course = aim.row, aim.pace
    code = str(row["area_code"])
    name_th, name_en, level = named(snapshot, code)
    words = {name: _word(row, name) for name in ("indicator", "unit", "basis", "source", "note")}
    return [
        code, name_th, name_en, str(level), area.relation(code), words["indicator"],
        int(row["target_year"]), row["value"], words["unit"], words["basis"], words["source"],
        words["note"], course.last_year, course.value, aim.today, course.years, course.present,
        course.needed, course.expected_year, str(course.course),
    ]  # fmt: skip


class _Counting:
    """Counts indicators in places and years; each state of the country is worked out once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._states: dict[tuple[str, str, int | None], Series] = {}
        self._reached: dict[str, Reach] = {}
        self._provinces: dict[str, Series] = {}
        self._registers = {
            name: Register(snapshot.rows_of(each), each.created_at.astimezone().date())
            for name, each in snapshot.publications.items()
        }

    def today(self, row: "Series[Any]") -> float | None:
        """Return what it is on the day; None for what is told year by year."""
        indicator = indicators().get(_word(row, "indicator"))
        return None if indicator is None or indicator.count in _BY_YEAR else self.at(row, None)

    def at(self, row: "Series[Any]", year: int | None) -> float | None:
        """Return what a target's indicator was at the end of a year, or in it; on the day."""
        indicator = indicators().get(_word(row, "indicator"))
        code, basis = str(row["area_code"]), _word(row, "basis")
        if indicator is None or indicator.count is None or _word(row, "authority_code"):
            return None
        theme = _THEME.get(indicator.id)
        if theme is not None and basis in set(Basis) and theme in self._registers:
            return self._covered(theme, basis, code, year)
        snapshot = self._snapshot
        day = snapshot.as_of if year is None else fiscal_year_span(year)[1]
        asked = Asked(
            as_of=day,
            first_year=year,
            last_year=year,
            basis=Basis(basis) if basis in set(Basis) else None,
            unit=_word(row, "unit"),
            said_on=day,
        )
        if indicator.register == "housing" and indicator.count not in _BY_YEAR:
            # Houses add up over the years: those of one year are no stock.
            asked = Asked(as_of=day, basis=asked.basis, unit=asked.unit, said_on=day)
        if asked.unit == "authorities" and not len(snapshot.ground.seats):
            return None
        reach = self._reach(code)
        return counted(
            indicator, asked, reach, self._near(indicator.register, reach), snapshot.ground
        ).value

    def _covered(self, theme: str, basis: str, code: str, year: int | None) -> float | None:
        snapshot = self._snapshot
        if basis not in snapshot.ground.bases:
            return None
        asked = (theme, basis, year)
        if asked not in self._states:
            day = snapshot.as_of if year is None else fiscal_year_span(year)[1]
            then = beside(snapshot, theme=theme, as_of=day)
            self._states[asked] = then.states(basis)["state"]
        states = self._states[asked]
        reach = self._reach(code)
        own = states.reindex(
            reach.tambons if basis == Basis.TAMBON else Index(sorted(reach.seated))
        )
        if own.empty or bool((own.fillna(State.UNKNOWN) == State.UNKNOWN).all()):
            return None
        return float(own.isin(COVERED).sum())

    def _near(self, register: str, reach: Reach) -> dict[str, Register]:
        """Return a register without the rows of other provinces, which count nowhere here."""
        whole = self._registers.get(register)
        if whole is None:
            return {}
        if register not in self._provinces:
            code = whole.rows["area_code"].astype("str").str[:_PROVINCE]
            named_ = whole.rows["authority_code"].notna()
            # A group has a code of letters, and an authority may lie in two provinces.
            self._provinces[register] = code.where(code.str.isdecimal() & ~named_, "")
        provinces = {str(code)[:_PROVINCE] for code in reach.tambons}
        own = self._provinces[register].isin([*provinces, ""])
        return {register: replace(whole, rows=whole.rows[own])}

    def _reach(self, code: str) -> Reach:
        if code not in self._reached:
            self._reached[code] = reached(self._snapshot, code)
        return self._reached[code]


def _word(row: "Series[Any]", name: str) -> str:
    value = row.get(name)
    return "" if value is None or pd.isna(value) else str(value).strip()
