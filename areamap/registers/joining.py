"""Join the rows of a file to areas, at the levels that their register accepts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from pandas import DataFrame, Index, Series

from areamap.calendar import BUDDHIST_OFFSET
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE
from areamap.registers import _tambon_lists
from areamap.registers.definitions import Register
from areamap.registers.drafts import STATES, Draft
from areamap.registers.place_keys import place_keys
from areamap.registers.reading import Reading

__all__ = ["STATES", "Draft", "PlaceMatcher", "join"]

_LEADING: Final = (
    *("sheet", "row", "status", "area_code", "authority_code"),
    *("suggested_codes", "reason_key", "reason_values"),
)
_JUDGED: Final = tuple(name for name in _LEADING if name not in {"sheet", "row"})
_PART: Final = 2_000
_OBJECTS: Final = {"suggested_codes", "reason_values"}


class PlaceMatcher(Protocol):
    """What can say which area a row means; `places.matching.Matcher` does."""

    def match(self, places: DataFrame) -> DataFrame:
        """Return `status`, codes and reason of each row of places, with the same index."""


class Alias(Protocol):
    """What people decided that a source means by a place; `store.Alias` is one."""

    @property
    def area_code(self) -> str:
        """The area."""

    @property
    def by(self) -> str:
        """Who decided so."""

    @property
    def at(self) -> datetime:
        """When."""


def join(
    reading: Reading, matcher: PlaceMatcher, aliases: Mapping[str, Alias] | None = None
) -> Draft:
    """
    Return the rows of a file with the area of each, or with why it has none.

    Parameters
    ----------
    reading
        The file, read.
    matcher
        Says which area a row means. Records that list tambon codes are placed by these instead.
    aliases
        What earlier decisions make of a place that the matcher does not join, by its key.

    Returns
    -------
    Draft
        A row that means an area of a level at which the register keeps no records is `unmatched`;
        records that contradict one another are `ambiguous`.
    """
    register, rows = reading.register, reading.rows
    doubted = rows.index[rows["status"] == "suggested"]
    is_record = rows["status"].isna() | (rows["status"] == "suggested")
    records = rows.index[is_record]
    if register.placed_by:
        outcome = _tambon_lists.place(rows[is_record], register.placed_by)
        joined = _Outcomes(rows, register, records, _lists(outcome))
    else:
        places = rows[[column.name for column in register.place]]
        joined = _Outcomes(rows, register, records, _matched(matcher, places[is_record]))
        joined.point_at(matcher, places[rows["status"] == "rejected"])
    joined.refuse_levels()
    if aliases and not register.placed_by:
        joined.recall(aliases, place_keys(rows, register), records.difference(doubted))
        joined.refuse_levels()
    joined.doubt(doubted)
    joined.open_contradictions()
    return Draft(
        register=register.id,
        file_name=reading.file_name,
        file_sha256=reading.file_sha256,
        sheet=reading.sheet,
        rows=joined.frame(),
        cells=reading.cells,
        dropped_columns=reading.dropped_columns,
        columns=reading.columns,
        notes=reading.notes,
        hidden=reading.hidden,
    )


def _matched(matcher: PlaceMatcher, places: DataFrame) -> dict[str, list[Any]]:
    """Return what each row's place means, as lists; each different place is asked for once."""
    if places.empty:
        return _lists(matcher.match(places))
    told = places.fillna("")
    found = _lists(matcher.match(places[~told.duplicated()]))
    numbers = told.groupby(list(told), sort=False).ngroup().tolist()
    return {name: [values[number] for number in numbers] for name, values in found.items()}


def _lists(outcome: DataFrame) -> dict[str, list[Any]]:
    return {name: outcome[name].tolist() for name in _JUDGED}


class _Outcomes:
    """What became of each row, while it is judged; lists by position in the rows."""

    def __init__(
        self,
        rows: DataFrame,
        register: Register,
        records: Index,
        outcome: Mapping[str, Sequence[Any]],
    ) -> None:
        self.rows = rows
        self.register = register
        none: list[Any] = [None] * len(rows)
        named = rows["authority_code"].tolist() if register.placed_by else none
        self.said: dict[str, list[Any]] = {
            "status": rows["status"].tolist(),
            "area_code": list(none),
            "authority_code": list(named),
            "suggested_codes": [()] * len(rows),
            "reason_key": rows["reason_key"].tolist(),
            "reason_values": rows["reason_values"].tolist(),
        }
        for name, values in self.said.items():
            for row, value in zip(records, outcome[name], strict=True):
                values[row] = value
        self.matched = {
            row for row, status in enumerate(self.said["status"]) if status == "matched"
        }

    def point_at(self, matcher: PlaceMatcher, places: DataFrame) -> None:
        """
        Say where rejected rows would be, so that their areas are not taken for areas without.

        Parameters
        ----------
        matcher
            Says which area a place means.
        places
            Those of the rejected rows. A file may be rejected whole: part by part, so that what is
            said of 50,000 places that nobody knows is never there at once.
        """
        for begin in range(0, len(places), _PART):
            part = places.iloc[begin : begin + _PART]
            meant = _matched(matcher, part)
            for row, area_code, codes in zip(
                part.index, meant["area_code"], meant["suggested_codes"], strict=True
            ):
                found = (area_code,) if isinstance(area_code, str) else tuple(codes)
                if found:
                    self.said["suggested_codes"][row] = found

    def refuse_levels(self) -> None:
        """Keep rows open that mean an area of a level at which the register keeps no records."""
        for row in sorted(self.matched):
            area_code = self.said["area_code"][row]
            is_authority = isinstance(self.said["authority_code"][row], str)
            level = level_in_files(area_code, is_authority=is_authority)
            if not self.register.placed_by and level not in self.register.levels:
                place = gazetteer.full_name(area_code, "th") if area_code.isdecimal() else area_code
                self._reopen(row, "unmatched", f"registers_level_{level}", {"place": place})

    def recall(
        self, aliases: Mapping[str, Alias], keys: Sequence[str], rows: Iterable[int]
    ) -> None:
        """Join rows whose place people have decided before, and say who did."""
        for row in set(rows) - self.matched:
            alias = aliases.get(keys[row])
            if alias is None or not is_area(alias.area_code):
                continue
            self.matched.add(row)
            self.said["status"][row] = "matched"
            self.said["area_code"][row] = alias.area_code
            self.said["suggested_codes"][row] = ()
            self.said["reason_key"][row] = "imports_by_alias"
            self.said["reason_values"][row] = {"by": alias.by or "–", "on": spoken_day(alias.at)}

    def doubt(self, doubted: Iterable[int]) -> None:
        """Keep the area of rows as a suggestion, with the reason that reading them gave."""
        for row in self.matched.intersection(doubted):
            self.said["suggested_codes"][row] = (self.said["area_code"][row],)
            reason = self.rows["reason_key"].iloc[row], self.rows["reason_values"].iloc[row]
            self._reopen(row, "suggested", *reason)

    def open_contradictions(self) -> None:
        """Give records that share what no two records share to a person; none of them is taken."""
        groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for row in sorted(self.matched) if self.register.unique else ():
            groups[tuple(self._value(name, row) for name in self.register.unique)].append(row)
        for same in groups.values():
            numbers = ", ".join(str(self.rows["row"].iloc[row]) for row in same)
            for row in same if len(same) > 1 else ():
                self.said["suggested_codes"][row] = (self.said["area_code"][row],)
                self._reopen(row, "ambiguous", "registers_contradiction", {"rows": numbers})

    def frame(self) -> DataFrame:
        """Return the rows in the form of a draft."""
        index = self.rows.index
        judged = {
            name: Series(values, index=index, dtype=object if name in _OBJECTS else "str")
            for name, values in self.said.items()
        }
        others = [name for name in self.register.kinds if name not in _LEADING]
        return self.rows.assign(**judged)[[*_LEADING, *others]]

    def _value(self, name: str, row: int) -> Any:  # noqa: ANN401  # whatever a column holds
        return self.said[name][row] if name in self.said else self.rows[name].iloc[row]

    def _reopen(self, row: int, status: str, reason: str, values: dict[str, object]) -> None:
        self.matched.discard(row)
        self.said["status"][row] = status
        self.said["area_code"][row] = None
        if not self.register.placed_by:
            self.said["authority_code"][row] = None
        self.said["reason_key"][row] = reason
        self.said["reason_values"][row] = values


def is_area(code: str) -> bool:
    """Tell whether a code is one of today's areas, or can be of a group of them."""
    return not code.isdecimal() or gazetteer.level_of(code) is not None


def spoken_day(moment: datetime) -> str:
    """Return the day of a moment where the user is, as both languages write it: 15/3/2566."""
    day = moment.astimezone()
    return f"{day.day}/{day.month}/{day.year + BUDDHIST_OFFSET}"


def level_in_files(area_code: str, *, is_authority: bool) -> str:
    """Return the level of a record as `Register.levels` names it."""
    if is_authority:
        return "authority"
    if not area_code.isdecimal():
        return "country" if area_code == COUNTRY_CODE else "cluster"
    level = {digits: str(level) for level, digits in CODE_DIGITS.items()}[len(area_code)]
    return "khet" if level == "district" and area_code.startswith(gazetteer.BANGKOK) else level
